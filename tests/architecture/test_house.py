"""What import contracts cannot say about the house."""

import ast

import pytest

from sizes import HOUSE, largest_functions, largest_modules, modules

LONGEST_MODULE = 400
LONGEST_FUNCTION = 70


def test_services_never_commit() -> None:
    guilty = [
        f"{path.relative_to(HOUSE)}:{node.lineno}"
        for path in modules("core")
        if "migrations" not in path.parts
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Attribute) and node.attr in {"commit", "rollback"}
    ]

    assert guilty == []


def test_a_repository_belongs_to_its_own_feature() -> None:
    guilty = []
    for path in modules("core"):
        feature = path.relative_to(HOUSE / "core").parts[0]
        for node in ast.walk(ast.parse(path.read_text())):
            if not isinstance(node, ast.ImportFrom) or not node.module:
                continue
            parts = node.module.split(".")
            if (
                parts[:2] == ["reelhouse", "core"]
                and parts[-1] in {"repository", "models"}
                and parts[2] != feature
            ):
                guilty.append(f"{path.relative_to(HOUSE)}:{node.lineno} imports {node.module}")

    assert [line for line in guilty if not line.startswith(("core/migrations/",))] == []


@pytest.fixture(scope="module")
def texts() -> list[tuple[str, str]]:
    """Every string below the dialects that is no prose, in small letters, and where it stands."""
    found = []
    for room in ("kit", "media", "engines", "render", "storage", "core", "workflows", "http"):
        for path in modules(room):
            tree = ast.parse(path.read_text())
            prose = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
            found += [
                (f"{path.relative_to(HOUSE)}:{node.lineno}", node.value.lower())
                for node in ast.walk(tree)
                if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in prose
            ]
    return found


@pytest.mark.parametrize(
    "word", ["agentmedia", "agent-media", "killatamata", "pandocast", "pitchstage", "pamba"]
)
def test_no_vendor_is_named_in_code_below_the_dialects(word: str, texts: list[tuple[str, str]]) -> None:
    assert [place for place, text in texts if word in text] == []


def test_modules_and_functions_stay_small() -> None:
    """`make check` prints the largest of both."""
    assert largest_modules()[0].lines <= LONGEST_MODULE
    assert largest_functions()[0].lines <= LONGEST_FUNCTION
