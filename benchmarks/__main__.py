"""``make bench``: everything that has a speed target, in one run, as a table and as JSON."""

import argparse
import importlib
import json
import os
import platform
from dataclasses import asdict
from pathlib import Path

import psutil
from rich.console import Console
from rich.table import Table

from benchmarks import report
from benchmarks.measure import Figure

SUBJECTS = ("footprint", "pictures", "lengths", "pitch", "engines", "requests", "submits", "jobs")


def main() -> None:
    parser = argparse.ArgumentParser(prog="benchmarks", description=__doc__)
    parser.add_argument(
        "subjects", nargs="*", choices=[*SUBJECTS, []], help="what to measure; all when left out"
    )
    parser.add_argument(
        "--json", type=Path, default=Path("bench-results.json"), help="where the figures go as JSON"
    )
    parser.add_argument("--docs", action="store_true", help="write the page and the plot of the docs")
    options = parser.parse_args()
    busy = os.getloadavg()[1]
    results: dict[str, list[Figure]] = {}
    for subject in options.subjects or SUBJECTS:
        Console(stderr=True).print(f"measuring {subject} …")
        results[subject] = importlib.import_module(f"benchmarks.{subject}").figures()
    Console().print(_table(results))
    machine = {
        "cores": psutil.cpu_count(),
        "python": platform.python_version(),
        "system": platform.system(),
        "busy": round(busy, 1),
    }
    figures = {
        name: [{**asdict(f), "meets_target": f.meets_target} for f in found]
        for name, found in results.items()
    }
    options.json.write_text(json.dumps({"machine": machine, "figures": figures}, indent=2) + "\n")
    Console(stderr=True).print(f"as JSON: {options.json}")
    if options.docs:
        report.write(results, machine, options.json)


def _table(results: dict[str, list[Figure]]) -> Table:
    table = Table("what", "figure", "target", "")
    for found in results.values():
        for figure in found:
            bound = "" if figure.target is None else f"{'≥' if figure.at_least else '≤'} {figure.target:g}"
            verdict = {None: "", True: "[green]met", False: "[red]missed"}[figure.meets_target]
            table.add_row(figure.name, f"{figure.value:.3g} {figure.unit}", bound, verdict)
        table.add_section()
    return table


if __name__ == "__main__":
    main()
