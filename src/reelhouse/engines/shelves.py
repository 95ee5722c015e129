"""How the backends that stand in several families are described; see `registry.Backend`."""

from reelhouse.engines.registry import Backend, Family


def family(name: str, *backends: Backend, titles: dict[str, str] | None = None) -> Family:
    return Family(name, {backend.name: backend for backend in backends}, titles or {})


def builtin(target: str, *abilities: str) -> Backend:
    return Backend("builtin", target, frozenset(abilities))


def openai(target: str, *abilities: str) -> Backend:
    """OpenAI, or another server that speaks as it does."""
    return Backend("openai", target, frozenset(abilities), remote=True, key_or_server=True)


def comfyui(target: str, *abilities: str) -> Backend:
    return Backend("comfyui", target, frozenset(abilities), remote=True, server=True)


def diffusers(target: str, *abilities: str) -> Backend:
    return Backend(
        "diffusers", target, frozenset(abilities), modules=("diffusers", "torch"), extra="diffusers"
    )


def fal_and_replicate(module: str, *abilities: str) -> tuple[Backend, Backend]:
    """By the callables ``fal`` and ``replicate`` of one module."""
    return (
        Backend("fal", f"{module}:fal", frozenset(abilities), remote=True, key=True),
        Backend("replicate", f"{module}:replicate", frozenset(abilities), remote=True, key=True),
    )
