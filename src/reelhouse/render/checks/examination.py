"""Measuring a finished file: scene by scene as they are made, joined, or a file that nobody knows."""

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from reelhouse.media.composition import Composition, PresenterScene
from reelhouse.media.time import Span
from reelhouse.render.checks.captions import CaptionWatcher
from reelhouse.render.checks.container import container_findings, digest_of_pictures, stream_findings
from reelhouse.render.checks.expectations import SceneExpectation
from reelhouse.render.checks.lips import MouthWatcher, lip_findings
from reelhouse.render.checks.names import Check
from reelhouse.render.checks.pictures import LONGEST_STILL, Looker, Stretches, StretchFinder
from reelhouse.render.checks.sound import (
    SILENT,
    Heard,
    SoundDamaged,
    level_findings,
    listen,
    silence_findings,
)
from reelhouse.render.checks.watching import PicturesDamaged, watch
from reelhouse.render.checks.words import word_time_findings
from reelhouse.render.loudness import SILENCE_LUFS
from reelhouse.render.probe import Probe, probe
from reelhouse.render.types import Examination, Finding


@dataclass(frozen=True, slots=True)
class SceneExamination:
    """What the file of a scene, or of a piece of it, was found to be: the same for equal files.

    `pictures` names its encoded pictures, which have to come back in the joined file. `opened` says for
    some of its frames how far a mouth was open.
    """

    frames: int
    pictures: str
    opened: tuple[tuple[int, float], ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def passed(self) -> bool:
        return not self.findings


async def examine_scene(path: Path, expected: SceneExpectation) -> SceneExamination:
    """Decode the file of one scene, right after it was made, and hold it to what was painted.

    A file that cannot be read is a finding too; nothing is raised but what the system raises.
    """
    return await asyncio.to_thread(_examine_scene, path, expected)


async def examine_joined(
    path: Path, composition: Composition, scenes: Sequence[SceneExamination]
) -> Examination:
    """Examine a file that was joined from examined scenes: its pictures are theirs, its sound is decoded."""
    return await asyncio.to_thread(_examine_joined, path, composition, scenes)


async def examine(path: Path, composition: Composition, *, every_picture: bool = True) -> Examination:
    """Measure a file of which nothing is known but the composition that it should show.

    Without `every_picture` about every second one is decoded; what is left out is too small to be black when
    its neighbours are not. A file that cannot be read at all is a finding too.
    """
    return await asyncio.to_thread(_examine, path, composition, every_picture=every_picture)


def _examine_scene(path: Path, expected: SceneExpectation) -> SceneExamination:
    facts = probe(path, decode=False)
    if facts is None or not facts.video_codec:
        return SceneExamination(0, "", findings=(_unreadable(),))
    findings = list(stream_findings(facts, expected.canvas, expected.frames))
    opened: tuple[tuple[int, float], ...] = ()
    if not findings:
        seen = _Seen(expected)
        try:
            fps, anchored = expected.canvas.fps, expected.anchored
            watch(path, fps, seen.lookers, anchored=anchored, pixel_format=facts.pixel_format)
        except PicturesDamaged as damage:
            findings.append(_damaged(damage))
        else:
            findings += seen.findings()
            opened = seen.mouth.opened() if seen.mouth else ()
    return SceneExamination(
        facts.frames, digest_of_pictures(facts.parameters, facts.pictures), opened, tuple(findings)
    )


class _Seen:
    """Everybody who looks at the pictures of a scene."""

    def __init__(self, expected: SceneExpectation) -> None:
        self._expected = expected
        self._stretches = StretchFinder(expected.canvas.fps, black=not expected.may_be_black)
        self._captions = CaptionWatcher(expected.captions, expected.frames)
        self.mouth = MouthWatcher(expected.mouth) if expected.mouth else None

    @property
    def lookers(self) -> list[Looker]:
        free = self._expected.may_be_black and self._expected.may_freeze
        stretches: list[Looker] = [] if free else [self._stretches]
        return [*stretches, self._captions, *([self.mouth] if self.mouth else [])]

    def findings(self) -> Iterator[Finding]:
        found = self._stretches.stretches(self._expected.frames)
        if not self._expected.may_be_black:
            yield from (_black(stretch) for stretch in found.black)
        if not self._expected.may_freeze:
            yield from (_frozen(stretch) for stretch in found.still)
        yield from self._captions.findings(self._expected.canvas.fps)
        if self.mouth:
            yield from self.mouth.findings()


def _examine_joined(path: Path, composition: Composition, scenes: Sequence[SceneExamination]) -> Examination:
    facts = probe(path, decode=False)
    if facts is None or not facts.video_codec:
        return _nothing(path)
    findings = list(container_findings(facts, composition))
    fps = composition.canvas.fps
    findings += _scene_findings(facts, fps, scenes)
    opened = list(_mouths(fps, scenes))
    return _heard(path, composition, facts, findings, opened)


def _scene_findings(facts: Probe, fps: int, scenes: Sequence[SceneExamination]) -> Iterator[Finding]:
    """The pictures of each scene in turn, and nothing else."""
    at = 0
    for scene in scenes:
        yield from scene.findings
        own = digest_of_pictures(facts.parameters, facts.pictures[at : at + scene.frames])
        if own != scene.pictures:
            yield Finding(
                Check.SCENES, "the scenes as they were made", f"other pictures from {at / fps:.2f} s on"
            )
        at += scene.frames
    if at != facts.frames:
        yield Finding(Check.SCENES, f"{at} pictures in all scenes", f"{facts.frames}")


def _mouths(fps: int, scenes: Sequence[SceneExamination]) -> Iterator[tuple[Fraction, float]]:
    """When a mouth was how far open, in the middle of each frame that was seen, on the timeline."""
    at = 0
    for scene in scenes:
        yield from ((Fraction(2 * (at + frame) + 1, 2 * fps), value) for frame, value in scene.opened)
        at += scene.frames


def _heard(
    path: Path,
    composition: Composition,
    facts: Probe,
    findings: list[Finding],
    opened: Sequence[tuple[Fraction, float]] = (),
) -> Examination:
    """Listen to the sound, and sum up."""
    heard = SILENT
    try:
        heard = listen(path)
    except SoundDamaged as damage:
        findings.append(Finding(Check.SOUND_DECODES, "no error", str(damage)[-200:]))
    else:
        findings += _sound_findings(heard, composition, opened)
    return Examination(
        duration=facts.duration,
        frames=facts.frames,
        width=facts.width,
        height=facts.height,
        loudness_lufs=round(heard.loudness.lufs, 2),
        true_peak_dbtp=round(heard.loudness.true_peak_dbtp, 2),
        size=path.stat().st_size,
        findings=tuple(findings),
    )


def _sound_findings(
    heard: Heard, composition: Composition, opened: Sequence[tuple[Fraction, float]]
) -> Iterator[Finding]:
    yield from level_findings(heard)
    unheard = list(silence_findings(heard, composition))
    yield from unheard
    late = list(word_time_findings(heard, composition)) if not heard.loudness.silent else []
    yield from late
    if opened and not heard.loudness.silent and not late:
        yield from lip_findings(opened, heard.voice)


def _examine(path: Path, composition: Composition, *, every_picture: bool) -> Examination:
    facts = probe(path)
    if facts is None or not facts.video_codec:
        return _nothing(path)
    findings = list(container_findings(facts, composition))
    finder = StretchFinder(composition.canvas.fps)
    try:
        watch(path, composition.canvas.fps, [finder], every_picture=every_picture)
    except PicturesDamaged as damage:
        findings.append(_damaged(damage))
    else:
        findings += _stretch_findings(finder.stretches(facts.frames), composition)
    return _heard(path, composition, facts, findings)


def _stretch_findings(found: Stretches, composition: Composition) -> Iterator[Finding]:
    """Black pictures outside of somebody's own, and presenters who stand still."""
    for scene in composition.scenes:
        if scene.kind != "picture":
            yield from (_black(part) for part in _within(found.black, scene.span))
        if isinstance(scene, PresenterScene):
            parts = _within(found.still, scene.span)
            yield from (_frozen(part) for part in parts if part.duration >= LONGEST_STILL)


def _within(stretches: Sequence[Span], span: Span) -> Iterator[Span]:
    for stretch in stretches:
        begin, end = max(stretch.start, span.start), min(stretch.end, span.end)
        if begin < end:
            yield Span(begin, end)


def _nothing(path: Path) -> Examination:
    return Examination(
        duration=Fraction(0),
        frames=0,
        width=0,
        height=0,
        loudness_lufs=SILENCE_LUFS,
        true_peak_dbtp=SILENCE_LUFS,
        size=path.stat().st_size,
        findings=(_unreadable(),),
    )


def _unreadable() -> Finding:
    return Finding(Check.READABLE, "a video file", "something that cannot be read as one")


def _damaged(damage: Exception) -> Finding:
    return Finding(Check.DECODES, "no error", str(damage)[-200:])


def _black(stretch: Span) -> Finding:
    return Finding(Check.BLACK, "no black picture", _told(stretch))


def _frozen(stretch: Span) -> Finding:
    return Finding(Check.FROZEN, "a presenter who moves", _told(stretch))


def _told(stretch: Span) -> str:
    return f"{float(stretch.start):.2f} s to {float(stretch.end):.2f} s"
