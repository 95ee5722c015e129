"""Takes the screenshots of this folder anew: ``python examples/pitch/take.py``.

Every page shows what this repository says and answers: its documents, its OpenAPI, the answers of a house
that is started for it, a video that is made meanwhile. It needs the development environment, Chromium, and
looks best with the fonts Inter and JetBrains Mono (fonts-inter and fonts-jetbrains-mono).
"""

import json
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from facts import (
    ORDER,
    ROOT,
    SCRIPT,
    Answers,
    as_html,
    ask,
    fields,
    house,
    make_video,
    operations,
    prose,
    told,
)
from jinja2 import Environment, FileSystemLoader
from PIL import Image
from playwright.sync_api import Browser, sync_playwright

HERE = Path(__file__).parent
PORT = 8391
SHEET_COLUMNS, SHEET_CELL = 3, (540, 296)
TOKEN = re.compile(r'("(?:[^"\\]|\\.)*")(\s*:)?|(-?\d[\d.]*|true|false|null)')
COLOURS = 256


@dataclass(frozen=True, slots=True)
class Device:
    """Points of its screen, and pixels a point; `scrolls` takes the page to its end."""

    width: int
    height: int
    density: float
    scrolls: bool = False


PHONE, TABLET = Device(390, 844, 2), Device(834, 1194, 2)
DESKTOP, PAGE = Device(1280, 720, 1.5), Device(1280, 800, 1, scrolls=True)


@dataclass(frozen=True, slots=True)
class Shot:
    """A template, what it is filled with, and on what it is seen; `name` is the file without its suffix."""

    name: str
    template: str
    device: Device
    theme: str
    facts: dict[str, Any]


def shots(answers: Answers, made: dict[str, Any], frame: Path) -> Iterator[Shot]:
    video = {"made": made, "frame": frame.as_uri(), "script": SCRIPT}
    yield Shot("cover", "cover", DESKTOP, "light", cover())
    yield Shot("01-one-command/1-terminal", "terminal", DESKTOP, "dark", video)
    yield Shot("01-one-command/2-finished", "finished", PHONE, "dark", video)
    yield Shot("02-apis-you-know/1-reference", "reference", DESKTOP, "light", reference(answers))
    yield Shot("02-apis-you-know/2-addresses", "apis", TABLET, "light", {"apis": apis()})
    guide = {
        "prose": as_html(answers.guide.partition("## First call")[0].replace(f":{PORT}", ":8000")),
        "narrow": True,
    }
    yield Shot("02-apis-you-know/3-guide-for-agents", "prose", PHONE, "light", guide)
    yield Shot("03-captions/1-styles", "styles", DESKTOP, "dark", looks(930))
    yield Shot("03-captions/2-pick", "pick", PHONE, "light", looks(1110))
    yield Shot("04-jobs-and-money/1-job", "job", DESKTOP, "light", job(answers, made))
    money = {"account": answers.account, "job": answers.job}
    yield Shot("04-jobs-and-money/2-balance", "balance", PHONE, "dark", money)
    rooms = json.loads(told("engines", "list", "--json"))
    yield Shot("05-engines/1-engines", "engines", DESKTOP, "dark", {"rooms": rooms})
    engines = {"prose": prose("docs/how-to/engines.md"), "narrow": True}
    yield Shot("05-engines/2-one-line", "prose", PHONE, "light", engines)
    yield Shot("06-checks/1-report", "report", DESKTOP, "light", {"made": made, "checks": checks(made)})
    yield Shot("06-checks/2-promises", "prose", PAGE, "light", {"prose": prose("docs/reference/promises.md")})
    yield Shot(
        "06-checks/3-benchmarks", "prose", DESKTOP, "dark", {"prose": prose("docs/reference/benchmarks.md")}
    )


def cover() -> dict[str, Any]:
    promise = (ROOT / "README.md").read_text().split("\n\n")[1]
    return {"promise": promise, "demo": (ROOT / "docs/images/demo.png").as_uri()}


def reference(answers: Answers) -> dict[str, Any]:
    answer = {name: answers.accepted[name] for name in ("job_id", "status", "estimated_duration")}
    return {
        "operations": operations("agentmedia"),
        "base": "/agentmedia/api/v1",
        "fields": [field for field in fields("agentmedia", "VideoBody") if field["about"]][:8],
        "request": ORDER,
        "answer": {**answer, "credits_deducted": answers.accepted["credits_deducted"]},
    }


def apis() -> list[dict[str, Any]]:
    from reelhouse.dialects.registry import DIALECTS  # noqa: PLC0415 - so that --help needs no house

    told_by = {name: json.loads(told("openapi", name)) for name in DIALECTS}
    return [
        {
            "title": document["info"]["title"],
            "base": f"http://127.0.0.1:8000/{name}/api/v1",
            "count": sum(len(verbs) for verbs in document["paths"].values()),
            "operations": " · ".join(list(document["paths"])[:6]),
        }
        for name, document in told_by.items()
    ]


def looks(sheet_width: int) -> dict[str, Any]:
    """The styles, each with its place on the sheet of docs/images when that is shown so wide."""
    scale = sheet_width / (SHEET_COLUMNS * SHEET_CELL[0])
    styles = [
        {
            **style,
            "x": round(number % SHEET_COLUMNS * SHEET_CELL[0] * scale),
            "y": round(number // SHEET_COLUMNS * SHEET_CELL[1] * scale),
        }
        for number, style in enumerate(json.loads(told("styles", "--json")))
    ]
    sheet = (ROOT / "docs/images/caption-styles.png").as_uri()
    return {"styles": styles, "sheet": sheet, "sheet_width": sheet_width}


def job(answers: Answers, made: dict[str, Any]) -> dict[str, Any]:
    cost = answers.job["credit_cost"]
    address = answers.job["output_url"].partition("?")[0].replace(f":{PORT}", ":8000")
    return {
        "job": answers.job,
        "figures": [
            ("Status", answers.job["status"].title()),
            ("Duration", f"{made['seconds']:g} s"),
            ("Captions", ORDER["style"].title()),
            ("Cost", f"{cost} credits"),
        ],
        "steps": [
            ("Submitted", f"{cost} credits are held"),
            ("Spoken", f"{answers.accepted['word_count']} words with their times"),
            ("Rendered", f"{made['frames']} frames"),
            ("Checked", f"{decibels(made['loudness_lufs'])} LUFS, nothing black or frozen"),
            ("Settled", "charged once, delivered by a signed link"),
        ],
        "shown": {**answers.job, "output_url": address},
    }


def checks(made: dict[str, Any]) -> list[tuple[str, str, str]]:
    return [
        ("Duration", "as long as it was planned", f"{made['seconds']:g} s"),
        ("Frames", "every one of them", str(made["frames"])),
        ("Size", "the shape that was asked for", f"{made['width']} × {made['height']}"),
        ("Loudness", "−14 LUFS ± 1", f"{decibels(made['loudness_lufs'])} LUFS"),
        ("True peak", "at most −1 dBTP", f"{decibels(made['true_peak_dbtp'])} dBTP"),
        ("Picture", "no black, no frozen stretch", "moving"),
        ("Format", "H.264 High, AAC 48 kHz, faststart", f"{made['bytes'] / 1e6:.1f} MB"),
    ]


def decibels(level: float) -> str:
    return f"{level:.1f}".replace("-", "−")


def coloured(value: object) -> str:
    """JSON with spans for its colours."""

    def span(found: re.Match[str]) -> str:
        text, colon, number = found.groups()
        kind = "key" if colon else "text" if text else "number"
        return f'<span class="{kind}">{escape(text or number, quote=False)}</span>{colon or ""}'

    return TOKEN.sub(span, json.dumps(value, indent=2, ensure_ascii=False))


def page_of(pages: Environment, shot: Shot) -> str:
    body = pages.get_template(f"{shot.template}.html").render(shot.facts)
    css = (HERE / "pages" / "style.css").read_text()
    return pages.get_template("page.html").render(css=css, theme=shot.theme, body=body)


def take(browser: Browser, shot: Shot, html: str, folder: Path) -> Path:
    """Photograph one page, from a file, for a page without an address may show no pictures of this disk."""
    page_file = folder / "page.html"
    page_file.write_text(html)
    size = {"width": shot.device.width, "height": shot.device.height}
    page = browser.new_page(viewport=size, device_scale_factor=shot.device.density)
    page.goto(page_file.as_uri())
    out = HERE / f"{shot.name}.png"
    out.parent.mkdir(exist_ok=True)
    page.screenshot(path=out, full_page=shot.device.scrolls)
    page.close()
    return out


def shrink(path: Path) -> None:
    """256 well chosen colours: a third of the bytes, and nobody sees it on a page."""
    with Image.open(path) as image:
        few = image.convert("RGB").quantize(
            COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE
        )
    few.save(path, optimize=True)


def main() -> None:
    pages = Environment(loader=FileSystemLoader(HERE / "pages"), autoescape=True)
    pages.filters["decibels"] = decibels
    pages.filters["coloured"] = coloured
    chromium = shutil.which("chromium") or sys.exit("Chromium is not installed")
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        folder = Path(place)
        made = make_video(folder)
        with house(folder / "data", PORT) as address:
            answers = ask(address, folder / "data")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for shot in shots(answers, made, folder / "frame.png"):
            path = take(browser, shot, page_of(pages, shot), folder)
            shrink(path)
            print(path.relative_to(HERE), path.stat().st_size)  # noqa: T201 - it is a script
        browser.close()


if __name__ == "__main__":
    main()
