"""Which backends a family has, what is missing for one, and what other packages may bring."""

import sys
from pathlib import Path

import pytest
from pydantic import SecretStr

from reelhouse.engines.errors import EngineNotConfigured
from reelhouse.engines.registry import Backend, Family
from reelhouse.engines.settings import EngineSettings
from reelhouse.engines.tools import Tools

PAINT = frozenset({"paint"})
PICTURES = Family(
    "pictures",
    {
        backend.name: backend
        for backend in (
            Backend("builtin", "house.of:build", PAINT),
            Backend("model", "house.of:build", frozenset({"paint", "restore"}), server=True, remote=True),
            Backend("vendor", "house.of:build", PAINT, key=True, remote=True),
            Backend(
                "heavy", "house.of:build", PAINT, modules=("no_such_module_anywhere.part",), extra="brushes"
            ),
            Backend("compatible", "house.of:build", PAINT, key_or_server=True),
            Backend("bare", "house.of:build", PAINT, modules=("no_such_module_anywhere",)),
        )
    },
    titles={"restore": "restoring a picture"},
)

STRANGER = """
from reelhouse.engines.registry import Backend

def build(settings, tools):
    return ("stranger", settings.model)

BACKEND = Backend("whatever", "stranger_pictures:build", frozenset({"paint", "forge"}))
USURPER = Backend("builtin", "stranger_pictures:build", frozenset({"paint"}))
NO_BACKEND = "a word"
"""


@pytest.fixture
def stranger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An installed package that brings backends: one good, one of our name, two that are broken."""
    (tmp_path / "stranger_pictures.py").write_text(STRANGER)
    (tmp_path / "broken_pictures.py").write_text("raise RuntimeError('no licence found')")
    info = tmp_path / "stranger_pictures-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: stranger-pictures\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(
        "[reelhouse.engines.pictures]\n"
        "forger = stranger_pictures:BACKEND\n"
        "builtin = stranger_pictures:USURPER\n"
        "word = stranger_pictures:NO_BACKEND\n"
        "broken = broken_pictures:BACKEND\n"
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    for module in ("stranger_pictures", "broken_pictures"):
        monkeypatch.delitem(sys.modules, module, raising=False)


def test_an_unknown_backend_lists_the_known() -> None:
    with pytest.raises(EngineNotConfigured) as refusal:
        PICTURES.backend(EngineSettings(backend="oils"))

    assert refusal.value.feature == "the pictures backend 'oils'"
    assert refusal.value.remedy == (
        "set REELHOUSE_PICTURES_BACKEND to one of bare, builtin, compatible, heavy, model, vendor"
    )


@pytest.mark.parametrize(
    ("backend", "remedy"),
    [
        ("model", "set REELHOUSE_PICTURES_URL to the address of its server"),
        ("vendor", "set REELHOUSE_PICTURES_KEY to an API key"),
        ("heavy", "pip install 'reelhouse[brushes]'"),
        (
            "compatible",
            "set REELHOUSE_PICTURES_KEY for the vendor, or REELHOUSE_PICTURES_URL for another server",
        ),
        ("bare", "install no_such_module_anywhere"),
    ],
)
def test_what_is_missing_comes_with_its_remedy(backend: str, remedy: str) -> None:
    with pytest.raises(EngineNotConfigured) as refusal:
        PICTURES.backend(EngineSettings(backend=backend))

    assert refusal.value.remedy == remedy


def test_several_servers_are_as_good_as_one() -> None:
    settings = EngineSettings(backend="model", urls=("http://one/", "http://two"))

    assert PICTURES.backend(settings).name == "model"
    assert settings.servers == ("http://one", "http://two")


def test_a_key_is_enough_for_a_vendor() -> None:
    assert PICTURES.backend(EngineSettings(backend="vendor", key=SecretStr("k"))).remote


def test_those_that_can_do_it_come_in_their_order() -> None:
    model = EngineSettings(backend="model", url="http://one")
    settings = EngineSettings(fallbacks=(model,))

    assert [backend.name for backend, _ in PICTURES.able(settings, "paint")] == ["builtin", "model"]
    assert PICTURES.able(settings, "restore") == ((PICTURES.own["model"], model),)


def test_when_nobody_can_do_it_those_who_could_are_named() -> None:
    with pytest.raises(EngineNotConfigured) as refusal:
        PICTURES.able(EngineSettings(), "restore")

    assert refusal.value.message == (
        "restoring a picture is not available here: "
        "set REELHOUSE_PICTURES_BACKEND to one that can do it: model"
    )


def test_when_nobody_could_that_is_said() -> None:
    with pytest.raises(EngineNotConfigured, match="a package can bring one"):
        PICTURES.able(EngineSettings(), "sculpt")


@pytest.mark.usefixtures("stranger")
def test_a_package_brings_a_backend_by_an_entry_point() -> None:
    settings = EngineSettings(backend="forger", model="Vermeer")

    backend = PICTURES.backend(settings)

    assert backend.name == "forger"  # the name under which it is configured
    assert backend.load(settings, Tools()) == ("stranger", "Vermeer")
    assert [found.name for found, _ in PICTURES.able(settings, "forge")] == ["forger"]


@pytest.mark.usefixtures("stranger")
def test_a_package_cannot_take_the_place_of_ours() -> None:
    assert PICTURES.backend(EngineSettings()) is PICTURES.own["builtin"]
    assert PICTURES.backends()["builtin"] is PICTURES.own["builtin"]


@pytest.mark.usefixtures("stranger")
def test_a_broken_package_harms_nobody_else() -> None:
    assert sorted(PICTURES.backends()) == [
        "bare",
        "builtin",
        "compatible",
        "forger",
        "heavy",
        "model",
        "vendor",
    ]
    assert PICTURES.backend(EngineSettings()).name == "builtin"


@pytest.mark.usefixtures("stranger")
@pytest.mark.parametrize("name", ["word", "broken"])
def test_a_broken_package_that_is_asked_for_is_refused(name: str) -> None:
    with pytest.raises(
        EngineNotConfigured, match=f"backend '{name}' is not available here: mend the package"
    ):
        PICTURES.backend(EngineSettings(backend=name))


@pytest.mark.usefixtures("stranger")
def test_no_package_is_imported_for_a_backend_of_ours() -> None:
    PICTURES.backend(EngineSettings())
    PICTURES.names()

    assert "stranger_pictures" not in sys.modules
