"""The yardstick video against the bare encoder on the very same frames, and against those who do the like."""

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import imageio_ffmpeg

from benchmarks.frames import FRAMES
from benchmarks.measure import ROOT, Cost, Figure, best_cost, cost_of
from benchmarks.yardstick import FULL, keep, loaded
from reelhouse.media.composition import Label, PictureScene, PresenterScene, Scene

SPEEDS = ("veryfast", "medium")
ROUNDS = 3
RIVALS = ROOT / ".venv-bench" / "bin" / "python"
REMOTION = ROOT / "benchmarks" / "remotion"

EVERYTHING = (".mp4", ".m4a", ".json", ".png", "")
NOT_DRAWINGS = (".mp4", ".m4a", ".json")


def figures() -> list[Figure]:
    with tempfile.TemporaryDirectory(prefix="reelhouse-bench-") as name:
        folder = Path(name)
        for step in ("prepare", "draw", "hand-over"):
            cost_of([sys.executable, "-m", "benchmarks.yardstick", step, name], cwd=ROOT)
        first = _render(folder, forget=EVERYTHING)
        costs = best_cost(
            {
                **{f"bare x264 {speed}": _alone(folder, speed) for speed in SPEEDS},
                **{f"reelhouse {speed}": _fresh(folder, speed) for speed in SPEEDS},
            },
            ROUNDS,
        )
        _render(folder)
        costs |= best_cost(
            {
                "one of three scenes changed": _changed(folder, _other_camera),
                "the scene before a transition changed": _changed(folder, _other_label),
            },
            ROUNDS,
        )
        costs |= best_cost({"all scenes cached": lambda: _render(folder)}, ROUNDS)
        costs |= _rivals(folder)
    return [
        *_told("reelhouse, an actor never seen before", first),
        *(figure for way, cost in costs.items() for figure in _told(way, cost)),
        *_ratios(costs),
    ]


def _told(way: str, cost: Cost) -> list[Figure]:
    return [Figure(f"{way}: wall", cost.wall, "s"), Figure(f"{way}: CPU", cost.cpu, "s")]


def _ratios(costs: dict[str, Cost]) -> list[Figure]:
    found = []
    for way, speed, wall, cpu in (
        ("reelhouse veryfast", "veryfast", 1.30, 1.25),
        ("reelhouse medium", "medium", 1.15, 1.15),
        ("one of three scenes changed", "veryfast", 0.45, 0.45),
        ("the scene before a transition changed", "veryfast", None, None),
        ("all scenes cached", "veryfast", 0.10, 0.10),
        ("MoviePy 2 veryfast", "veryfast", None, None),
        ("Remotion 4", "veryfast", None, None),
    ):
        if way in costs:
            limit = costs[f"bare x264 {speed}"]
            found.append(Figure(f"{way} / limit: wall", costs[way].wall / limit.wall, "x", wall))
            found.append(Figure(f"{way} / limit: CPU", costs[way].cpu / limit.cpu, "x", cpu))
    return found


def _alone(folder: Path, speed: str) -> Callable[[], Cost]:
    """x264 alone on the same frames, with the quality of our scenes; nothing to draw, and no sound."""
    raw = ["-f", "rawvideo", "-pix_fmt", "yuv420p", "-s", f"{FULL.width}x{FULL.height}", "-r", str(FULL.fps)]
    encoder = ["-c:v", "libx264", "-preset", speed, "-crf", "20", "-pix_fmt", "yuv420p"]
    ffmpeg = imageio_ffmpeg.get_ffmpeg_exe()
    source, made = str(folder / FRAMES), str(folder / "bare.mp4")
    return lambda: cost_of([ffmpeg, "-v", "error", "-y", *raw, "-i", source, *encoder, made])


def _fresh(folder: Path, speed: str) -> Callable[[], Cost]:
    """An actor is drawn once for all of their videos, so drawings are kept."""
    return lambda: _render(folder, "--speed", speed, forget=NOT_DRAWINGS)


def _changed(folder: Path, edit: Callable[[tuple[Scene, ...], int], tuple[Scene, ...]]) -> Callable[[], Cost]:
    """Each time a scene is another one than ever before."""
    changes = iter(range(1, 1000))

    def measure() -> Cost:
        composition, _ = loaded(folder)
        keep(folder, replace(composition, scenes=edit(composition.scenes, next(changes))))
        return _render(folder)

    return measure


def _other_camera(scenes: tuple[Scene, ...], change: int) -> tuple[Scene, ...]:
    """The second scene's camera goes elsewhere."""
    talk, show, card = scenes
    assert isinstance(show, PictureScene)
    end = replace(show.camera.end, x=0.6 - 0.01 * change)
    return talk, replace(show, camera=replace(show.camera, end=end)), card


def _other_label(scenes: tuple[Scene, ...], change: int) -> tuple[Scene, ...]:
    """The first scene says so at its top; the second one takes over from it."""
    talk, *others = scenes
    assert isinstance(talk, PresenterScene)
    return replace(talk, label=Label(f"Take {change}", "#5b3df0")), *others


def _rivals(folder: Path) -> dict[str, Cost]:
    """Those that are installed; one round each, as they take a minute."""
    costs = {}
    handed = str(folder / "rival")
    if RIVALS.exists():
        script = str(ROOT / "benchmarks" / "rivals" / "moviepy_yardstick.py")
        costs["MoviePy 2 veryfast"] = _measured_inside([str(RIVALS), script, handed, "veryfast"])
    if (REMOTION / "node_modules").exists():
        node = shutil.which("node") or "node"
        costs["Remotion 4"] = cost_of([node, str(REMOTION / "render.mjs"), handed])
    return costs


def _render(folder: Path, *options: str, forget: tuple[str, ...] = ()) -> Cost:
    """One render in a process of its own, after forgetting what the cache keeps of these kinds."""
    for kept in sorted((folder / "cache").glob("*")):
        if kept.suffix in forget:
            shutil.rmtree(kept) if kept.is_dir() else kept.unlink()
    return _measured_inside([sys.executable, "-m", "benchmarks.yardstick", "render", str(folder), *options])


def _measured_inside(argv: list[str]) -> Cost:
    """A program that measures itself, so that loading it does not count."""
    done = subprocess.run(argv, cwd=ROOT, capture_output=True, check=False)
    if done.returncode:
        raise SystemExit(f"{argv} failed:\n{done.stderr.decode(errors='replace')[-2000:]}")
    return Cost(**json.loads(done.stdout.splitlines()[-1]))
