"""A composition as an OpenTimelineIO timeline."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from opentimelineio import core, opentime, schema  # type: ignore[import-untyped]
from pydantic import JsonValue, TypeAdapter

from reelhouse.media.composition import (
    COMPOSITIONS,
    Composition,
    EndCard,
    FilmedPresenter,
    MediaRef,
    PictureScene,
    PresenterScene,
    Scene,
    ScreenScene,
    TitleScene,
    Transition,
    composition_to_json,
    presenter_of,
)
from reelhouse.media.interchange.errors import TimelineNotExpressible
from reelhouse.media.interchange.vocabulary import (
    CUSTOM_TRANSITION,
    FORMAT,
    INSET_MEDIA,
    LOGO_MEDIA,
    MAIN_MEDIA,
    OURS,
    TRANSITION_TYPES,
    Role,
    plain,
)

LONGEST_NAME = 48
FILES_AND_TIME = frozenset({"span", "transition", "picture", "screen"})

Document = dict[str, JsonValue]

NUL = re.compile(rb"(?<!\\)(?:\\\\)*\\u0000")

SCENES: TypeAdapter[Scene] = TypeAdapter(Scene)


def composition_to_otio(
    composition: Composition, urls: Mapping[str, str] | None = None, video: str | None = None
) -> str:
    """The composition as the text of an ``.otio`` file: scenes, narration and music on tracks of their own.

    `urls` tells by SHA-256 where files lie; the others are named by their content, as ``sha256:…``. `video`
    is the address of the finished video: scenes that are drawn are shown from there, else by nothing. Each
    word is a marker of the narration. Raises `TimelineNotExpressible` for text with a NUL, at which
    OpenTimelineIO would end it.
    """
    if NUL.search(composition_to_json(composition)):
        raise TimelineNotExpressible("a text of the composition", "it has a NUL character")
    return _Writer(composition, urls or {}, video).write()


@dataclass(frozen=True, slots=True)
class _Writer:
    composition: Composition
    urls: Mapping[str, str]
    video: str | None

    def write(self) -> str:
        composition = self.composition
        document = COMPOSITIONS.dump_python(composition, mode="json")
        timeline = schema.Timeline(composition.title, metadata=self._ours(
            format=FORMAT,
            version=composition.version,
            canvas=document["canvas"],
            captions=document["captions"],
        ))  # fmt: skip
        timeline.tracks.extend([self._scenes(), self._narration()])
        if composition.music is not None:
            timeline.tracks.append(self._music(composition.music.audio))
        text: str = timeline.to_json_string(indent=1)
        return text

    def _scenes(self) -> schema.Track:
        track = self._track("Scenes", schema.TrackKind.Video, Role.SCENES)
        for scene in self.composition.scenes:
            if not isinstance(scene, EndCard) and scene.transition is not None:
                track.append(self._transition(scene.transition))
            track.append(self._scene(scene))
        return track

    def _scene(self, scene: Scene) -> schema.Clip:
        begins = self._begins(scene)
        clip = schema.Clip(
            name=self._name_of(scene),
            source_range=self._range(begins, scene.span.duration),
            metadata=self._ours(
                scene=_without_time_and_files(SCENES.dump_python(scene, mode="json")), begins=str(begins)
            ),
        )
        lasts = max(Fraction(0), begins + scene.span.duration)
        clip.set_media_references(dict(self._references(scene, lasts)), MAIN_MEDIA)
        return clip

    def _begins(self, scene: Scene) -> Fraction:
        """The moment of its media that a scene begins with; pictures and films of pictures begin at 0."""
        if isinstance(scene, PresenterScene) and isinstance(scene.presenter, FilmedPresenter):
            return scene.span.start - scene.presenter.starts
        shown = isinstance(scene, PictureScene | ScreenScene)
        return Fraction(0) if shown or self.video is None else scene.span.start

    def _name_of(self, scene: Scene) -> str:
        """What is read or heard in a scene, as people look for it."""
        if isinstance(scene, EndCard):
            return scene.text
        narration = self.composition.narration
        heard = [
            word.text
            for word in narration.timing.shifted(narration.offset).words
            if scene.span.start <= word.span.start < scene.span.end
        ]
        said = " ".join(heard)
        unheard = scene.text if isinstance(scene, TitleScene) else scene.kind
        return f"{said[:LONGEST_NAME]}…" if len(said) > LONGEST_NAME else said or unheard or scene.kind

    def _references(self, scene: Scene, lasts: Fraction) -> Iterator[tuple[str, core.MediaReference]]:
        if isinstance(scene, ScreenScene | TitleScene):
            screen = self._external(scene.screen, lasts) if isinstance(scene, ScreenScene) else None
            yield MAIN_MEDIA, screen or self._drawn(scene, lasts)
            if scene.livery.logo:
                yield LOGO_MEDIA, self._external(scene.livery.logo, lasts)
            return
        presenter = presenter_of(scene)
        film = self._external(presenter.film, lasts) if isinstance(presenter, FilmedPresenter) else None
        if isinstance(scene, PictureScene):
            yield MAIN_MEDIA, self._external(scene.picture, lasts)
            if film:
                yield INSET_MEDIA, film
        else:
            yield MAIN_MEDIA, film or self._drawn(scene, lasts)

    def _drawn(self, scene: Scene, lasts: Fraction) -> core.MediaReference:
        kind = f"{OURS}.{scene.kind}"
        if self.video is None:
            available = self._range(Fraction(0), lasts)
            return schema.GeneratorReference(kind, generator_kind=kind, available_range=available)
        whole = self._range(Fraction(0), self.composition.duration)
        return schema.ExternalReference(target_url=self.video, available_range=whole)

    def _transition(self, transition: Transition) -> schema.Transition:
        return schema.Transition(
            name=transition.kind.value,
            transition_type=TRANSITION_TYPES.get(transition.kind, CUSTOM_TRANSITION),
            in_offset=self._time(Fraction(0)),
            out_offset=self._time(transition.seconds),
            metadata=self._ours(kind=transition.kind.value, seconds=str(transition.seconds)),
        )

    def _narration(self) -> schema.Track:
        """Times within the recording count from its first sample, as its clip and its markers do."""
        narration = self.composition.narration
        timing = narration.timing
        track = self._track("Narration", schema.TrackKind.Audio, Role.NARRATION)
        if narration.offset > 0:
            track.append(schema.Gap(duration=self._time(narration.offset)))
        skipped = max(Fraction(0), -narration.offset)
        clip = schema.Clip(
            name="narration",
            media_reference=self._external(narration.audio, timing.duration),
            source_range=self._range(skipped, max(Fraction(0), timing.duration - skipped)),
            metadata=self._ours(
                offset=str(narration.offset),
                language=narration.language,
                duration=str(timing.duration),
                source=timing.source,
                phonemes=[[p.ipa, str(p.span.start), str(p.span.end)] for p in timing.phonemes],
            ),
        )
        for number, word in enumerate(timing.words):
            clip.markers.append(
                schema.Marker(
                    name=word.text,
                    marked_range=self._range(word.span.start, word.span.duration),
                    color=schema.MarkerColor.GREEN,
                    metadata=self._ours(word=number, start=str(word.span.start), end=str(word.span.end)),
                )
            )
        track.append(clip)
        return track

    def _music(self, audio: MediaRef) -> schema.Track:
        track = self._track("Music", schema.TrackKind.Audio, Role.MUSIC)
        track.append(
            schema.Clip(
                name="music",
                media_reference=self._external(audio, self.composition.duration),
                source_range=self._range(Fraction(0), self.composition.duration),
            )
        )
        return track

    def _track(self, name: str, kind: str, role: Role) -> schema.Track:
        return schema.Track(name=name, kind=kind, metadata=self._ours(role=role.value))

    def _external(self, ref: MediaRef, lasts: Fraction) -> schema.ExternalReference:
        """A file of which as much is there as is shown, at least: programs want to know."""
        url = self.urls.get(ref.sha256, f"sha256:{ref.sha256}")
        return schema.ExternalReference(
            target_url=url,
            available_range=self._range(Fraction(0), lasts),
            metadata=self._ours(sha256=ref.sha256, media_type=ref.media_type, url=url),
        )

    def _range(self, start: Fraction, duration: Fraction) -> opentime.TimeRange:
        return opentime.TimeRange(self._time(start), self._time(duration))

    def _time(self, seconds: Fraction) -> opentime.RationalTime:
        fps = self.composition.canvas.fps
        return opentime.RationalTime(float(seconds * fps), fps)

    def _ours(self, **details: JsonValue) -> dict[str, JsonValue]:
        return {OURS: plain(details)}


def _without_time_and_files(detail: Document) -> Document:
    """What a timeline has no word for."""
    kept = {key: value for key, value in detail.items() if key not in FILES_AND_TIME}
    livery = kept.get("livery")
    if isinstance(livery, dict):
        kept["livery"] = {key: value for key, value in livery.items() if key != "logo"}
    presenter, inset = kept.get("presenter"), kept.get("inset")
    if isinstance(presenter, dict):
        kept["presenter"] = {key: value for key, value in presenter.items() if key not in {"film", "starts"}}
    if isinstance(inset, dict) and isinstance(inset["presenter"], dict):
        inner = {key: value for key, value in inset["presenter"].items() if key != "film"}
        kept["inset"] = {**inset, "presenter": inner}
    return kept
