# Everything sets itself up: `make demo` and `make test` need Python >= 3.11 and make, nothing else.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PYTEST_ARGS ?= -n auto
COMPILE := uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-header --quiet
CUDA_BUILD := torch triton cuda-bindings cuda-pathfinder cuda-toolkit $(addprefix nvidia-,cublas cuda-cupti \
	cuda-nvrtc cuda-runtime cudnn-cu13 cufft cufile curand cusolver cusparse cusparselt-cu13 nccl-cu13 nvjitlink \
	nvshmem-cu13 nvtx)

.PHONY: demo test test-thorough test-models check bench serve lock format clean

demo: $(VENV)/.core            ## make a sample video on this machine and print its path
	$(BIN)/reelhouse demo

serve: $(VENV)/.core           ## the API and one worker on http://127.0.0.1:8000
	$(BIN)/reelhouse serve

test: $(VENV)/.dev             ## every test, with enough of its cases
	$(BIN)/pytest $(PYTEST_ARGS)

test-thorough: $(VENV)/.dev    ## every test with all of its cases, on both databases (forty minutes and more on two cores)
	REELHOUSE_TEST_THOROUGH=1 $(BIN)/pytest $(PYTEST_ARGS)

# torch is pinned, and not hashed: one machine takes the wheel for its CPU from a folder that pip knows, another
# the large one for CUDA from PyPI, with a dozen packages that the first does not need.
.venv-models/.ready: requirements/models.in requirements/models.txt
	$(PYTHON) -m venv .venv-models
	.venv-models/bin/pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements/models.txt
	.venv-models/bin/pip install --quiet --disable-pip-version-check $$(grep '^torch==' requirements/models.in)
	.venv-models/bin/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

test-models: .venv-models/.ready  ## the diffusers backend, with tiny models made by its tests (1.5 GB of packages)
	OMP_NUM_THREADS=1 REELHOUSE_TEST_REQUIRE=diffusers .venv-models/bin/pytest tests/engines/diffusion

check: $(VENV)/.dev            ## format, lint, types, import contracts, unused dependencies
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/deptry src
	@$(BIN)/python tests/architecture/sizes.py

.venv-bench/.ready: requirements/bench.txt
	$(PYTHON) -m venv .venv-bench
	.venv-bench/bin/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/bench.txt
	@touch $@

bench: $(VENV)/.dev .venv-bench/.ready  ## what is fast, measured side by side
	$(BIN)/python -m benchmarks

format: $(VENV)/.dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lock:                          ## compile the locks anew (needs uv)
	$(COMPILE) --extra llm --extra postgres --extra redis --extra whisper --extra ocr --group dev -o requirements/dev.txt
	$(COMPILE) -c requirements/dev.txt -o requirements/core.txt
	$(COMPILE) requirements/models.in --extra diffusers -c requirements/dev.txt \
		$(addprefix --no-emit-package ,$(CUDA_BUILD)) -o requirements/models.txt

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "reelhouse needs Python 3.11 or newer; set PYTHON=...")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.core: $(BIN)/python requirements/core.txt
	@if [ ! -e $(VENV)/.dev ]; then $(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/core.txt; fi
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --editable .
	@touch $@

$(VENV)/.dev: $(BIN)/python requirements/dev.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@ $(VENV)/.core

clean:
	rm -rf $(VENV)
