"""How large the modules and functions of the house are; run as a program it prints the largest."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import reelhouse

HOUSE = Path(reelhouse.__file__).parent
SHOWN = 10


@dataclass(frozen=True, slots=True)
class Size:
    lines: int
    name: str


def modules(under: str = "") -> Iterator[Path]:
    return (path for path in sorted((HOUSE / under).rglob("*.py")) if "versions" not in path.parts)


def largest_modules() -> list[Size]:
    sizes = [Size(len(path.read_text().splitlines()), str(path.relative_to(HOUSE))) for path in modules()]
    return sorted(sizes, key=lambda size: -size.lines)


def largest_functions() -> list[Size]:
    sizes = [
        Size((node.end_lineno or node.lineno) - node.lineno + 1, f"{path.relative_to(HOUSE)}:{node.name}")
        for path in modules()
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    return sorted(sizes, key=lambda size: -size.lines)


if __name__ == "__main__":
    for title, sizes in (("modules", largest_modules()), ("functions", largest_functions())):
        print(f"largest {title}: " + ", ".join(f"{size.name} {size.lines}" for size in sizes[:SHOWN]))  # noqa: T201
