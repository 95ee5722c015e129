"""A pitch of this project's own pages: how long planning takes, a still before the render, and the render."""

import asyncio
import hashlib
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from uuid import UUID, uuid5

from benchmarks.measure import ROOT, Cost, Figure, best_cost, cost_of
from benchmarks.pictures import NOT_DRAWINGS, _alone, _render
from benchmarks.yardstick import FULL, VOICE, _sound, keep
from reelhouse.core.pitches.asked import Asked, AskedIntent
from reelhouse.core.pitches.composing.composer import Sources, compose, spans_of
from reelhouse.core.pitches.composing.moments import preview_moments
from reelhouse.core.pitches.directing.director import direct
from reelhouse.core.pitches.directing.library import Library
from reelhouse.core.pitches.plan import Plan
from reelhouse.core.pitches.seeing.looking import look
from reelhouse.core.pitches.types import Feature, Seen, Shown, Subject
from reelhouse.engines.speech.factory import speech_engine
from reelhouse.engines.speech.settings import SpeechSettings
from reelhouse.engines.speech.types import SpeechRequest
from reelhouse.media.composition import Composition, Narration
from reelhouse.media.speech import Timing, Word
from reelhouse.render.captions.styles import STYLES
from reelhouse.render.settings import RenderSettings
from reelhouse.render.stills import still

FEATURES = ROOT / "examples" / "pitch"
GOAL = "Show developers that one command replaces five bills"
WIDE_GOAL = Asked(AskedIntent(aspect="9:16", target_seconds=20.0, caption_style="hormozi"))
MANY, ROUNDS = 50, 3
STYLE = "hormozi"
NAMES = UUID(int=5)


def figures() -> list[Figure]:
    with tempfile.TemporaryDirectory(prefix="reelhouse-bench-") as name:
        folder = Path(name)
        subject, seen_in = _looked(folder)
        plan = direct(subject, WIDE_GOAL, Library(styles=frozenset(STYLES)))
        composition = asyncio.run(_composed(folder, plan, subject))
        keep(folder, composition)
        cost_of([sys.executable, "-m", "benchmarks.yardstick", "draw", name], cwd=ROOT)
        _render(folder)
        costs = best_cost({"bare": _alone(folder, "veryfast"), "pitch": _fresh(folder)}, ROUNDS)
        stills = asyncio.run(_stills(folder, plan, composition))
    return [
        Figure("pitch: looking at a screenshot", statistics.median(seen_in), "s"),
        Figure(f"pitch: a plan of {MANY} screenshots", _planning(subject), "s", 1.0),
        Figure("pitch: a still before the render", statistics.median(stills), "s", 0.5),
        Figure(f"pitch of {float(composition.duration):.0f} s: wall", costs["pitch"].wall, "s"),
        Figure(f"pitch of {float(composition.duration):.0f} s: CPU", costs["pitch"].cpu, "s"),
        Figure("pitch / limit: wall", costs["pitch"].wall / costs["bare"].wall, "x", 1.3),
        Figure("pitch / limit: CPU", costs["pitch"].cpu / costs["bare"].cpu, "x", 1.3),
    ]


def _fresh(folder: Path) -> Callable[[], Cost]:
    return lambda: _render(folder, forget=NOT_DRAWINGS)


def _looked(folder: Path) -> tuple[Subject, list[float]]:
    """The project, and the seconds that each screenshot was looked at."""
    (folder / "media").mkdir()
    features, seconds = [], []
    for place in sorted(path for path in FEATURES.iterdir() if path.name[:2].isdigit()):
        shown = []
        for path in sorted(place.glob("*.png")):
            started = time.perf_counter()
            seen = look(path, "image/png")
            seconds.append(time.perf_counter() - started)
            shutil.copy(path, folder / "media" / hashlib.sha256(path.read_bytes()).hexdigest())
            shown.append(Shown(uuid5(NAMES, path.name + place.name), seen))
        features.append(Feature(place.name[3:].replace("-", " "), tuple(shown)))
    return Subject("reelhouse", GOAL, tuple(features)), seconds


def _planning(subject: Subject) -> float:
    """Seconds for the same screens again and again, as if a project had so many."""
    screens = subject.screens
    many = [replace(screens[n % len(screens)], screenshot_id=uuid5(NAMES, str(n))) for n in range(MANY)]
    step = -(-MANY // len(subject.features))
    features = tuple(
        Feature(feature.name, tuple(many[number * step : (number + 1) * step]))
        for number, feature in enumerate(subject.features)
    )
    started = time.perf_counter()
    direct(replace(subject, features=features), WIDE_GOAL, Library(styles=frozenset(STYLES)))
    return time.perf_counter() - started


async def _composed(folder: Path, plan: Plan, subject: Subject) -> Composition:
    """Spoken in one go: here only the pictures are measured, not whether words fall into their scenes."""
    said = " ".join(scene.narration for scene in plan.scenes)
    speech = await speech_engine(SpeechSettings()).speak(SpeechRequest(said, VOICE))
    lasts = sum((scene.seconds for scene, _ in spans_of(plan)), Fraction(0))
    words = tuple(Word(word.text, word.span) for word in speech.timing.words if word.span.end < lasts)
    timing = Timing(words, (), min(speech.timing.duration, lasts))
    samples = int(timing.duration * speech.sample_rate) * 2
    voice = _sound(folder, speech.pcm[:samples], speech.sample_rate, 1)
    screens: dict[UUID, Seen] = {shown.screenshot_id: shown.seen for shown in subject.screens}
    composition = compose(plan, Sources(screens, Narration(voice, Fraction(0), timing), STYLES[STYLE]))
    if (composition.canvas.width, composition.canvas.height) != (FULL.width, FULL.height):
        raise SystemExit(f"a pitch in 9:16 has a canvas of {composition.canvas}")
    return composition


async def _stills(folder: Path, plan: Plan, composition: Composition) -> list[float]:
    """Seconds for the still of each scene."""
    media = {path.name: path for path in (folder / "media").iterdir()}
    seconds = []
    for _, at in preview_moments(plan):
        started = time.perf_counter()
        out = folder / "still.png"
        await still(composition, media, at, out, settings=RenderSettings(), cache=folder / "cache")
        seconds.append(time.perf_counter() - started)
    return seconds
