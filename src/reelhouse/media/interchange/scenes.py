"""The track of scenes, as an editor left it."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from opentimelineio import schema  # type: ignore[import-untyped]
from opentimelineio.core import Track  # type: ignore[import-untyped]
from pydantic import JsonValue

from reelhouse.media.composition import MediaRef, TransitionKind
from reelhouse.media.interchange.errors import TimelineNotExpressible, TimelineNotOurs
from reelhouse.media.interchange.pieces import (
    Details,
    find_details,
    fraction,
    is_gap,
    media_ref_of,
    refuse_effects,
    seconds_of,
    span_of,
)
from reelhouse.media.interchange.vocabulary import (
    DISSOLVE,
    INSET_MEDIA,
    LOGO_MEDIA,
    MAIN_MEDIA,
    unless_edited,
)
from reelhouse.media.time import Span

Document = dict[str, JsonValue]


class SceneReader:
    """Scenes as plain data, ready to be checked as part of a composition."""

    def __init__(self, fps: int, media: Mapping[str, MediaRef]) -> None:
        self._fps = fps
        self._media = media

    def read(self, track: Track) -> Iterator[Document]:
        """Durations add up before they are rounded to frames, so that nothing drifts.

        Raises `TimelineNotExpressible` or `TimelineNotOurs`.
        """
        at, transition = Fraction(0), None
        for number, item in enumerate(track, 1):
            where = f"item {number} of the scenes"
            if isinstance(item, schema.Transition):
                if transition is not None:
                    raise TimelineNotExpressible(where, "a transition follows another one")
                transition = self._transition(item, where)
                continue
            if is_gap(item):
                raise TimelineNotExpressible(
                    where, f"nothing is seen from {float(at):.2f} s on; close the gap"
                )
            if not isinstance(item, schema.Clip):
                raise TimelineNotExpressible(where, f"it is a {item.schema_name()}, not a clip")
            ends = at + span_of(item, where).duration
            yield self._scene(item, self._on_frames(at, ends), transition, where)
            at, transition = ends, None
        if transition is not None:
            raise TimelineNotExpressible("the end of the scenes", "a transition leads to nothing")

    def _on_frames(self, start: Fraction, end: Fraction) -> Span:
        return Span(
            Fraction(round(start * self._fps), self._fps), Fraction(round(end * self._fps), self._fps)
        )

    def _scene(self, clip: schema.Clip, span: Span, transition: Document | None, where: str) -> Document:
        refuse_effects(clip, where)
        ours = find_details(clip)
        scene = self._added(clip, where) if ours is None else self._known(clip, ours, span.start, where)
        scene["span"] = {"start": str(span.start), "end": str(span.end)}
        if transition is not None:
            if scene["kind"] == "end_card":
                raise TimelineNotExpressible(where, "an end card comes without a transition")
            scene["transition"] = transition
        return scene

    def _added(self, clip: schema.Clip, where: str) -> Document:
        """A clip of the editor's own: a picture or a film that the caller knows."""
        picture = media_ref_of(clip.media_reference, self._media, where)
        self._refuse_late_film(picture, span_of(clip, where).start, where)
        return {"kind": "picture", "picture": _document_of(picture)}

    def _known(self, clip: schema.Clip, ours: Details, start: Fraction, where: str) -> Document:
        scene = ours.get("scene")
        if not isinstance(scene, dict) or "kind" not in scene:
            raise TimelineNotOurs(f"{where} has no 'scene'")
        scene = dict(scene)
        references = clip.media_references()
        shown = span_of(clip, where).start
        if scene["kind"] == "picture":
            picture = media_ref_of(references.get(MAIN_MEDIA), self._media, where)
            self._refuse_late_film(picture, shown, where)
            scene["picture"] = _document_of(picture)
        if scene["kind"] == "screen":
            scene["screen"] = _document_of(media_ref_of(references.get(MAIN_MEDIA), self._media, where))
        livery = scene.get("livery")
        if isinstance(livery, dict) and LOGO_MEDIA in references:
            logo = media_ref_of(references[LOGO_MEDIA], self._media, f"the logo of {where}")
            scene["livery"] = {**livery, "logo": _document_of(logo)}
        if filmed := _filmed(scene.get("presenter")):
            film = media_ref_of(references.get(MAIN_MEDIA), self._media, where)
            begins = unless_edited(shown, fraction(ours, "begins", where), self._fps)
            scene["presenter"] = {**filmed, "film": _document_of(film), "starts": str(start - begins)}
        inset = scene.get("inset")
        if isinstance(inset, dict) and (filmed := _filmed(inset.get("presenter"))):
            film = media_ref_of(references.get(INSET_MEDIA), self._media, f"the inset of {where}")
            scene["inset"] = {**inset, "presenter": {**filmed, "film": _document_of(film)}}
        return scene

    def _refuse_late_film(self, picture: MediaRef, shown: Fraction, where: str) -> None:
        if picture.media_type.startswith("video/") and abs(shown) * self._fps >= Fraction(1, 2):
            raise TimelineNotExpressible(where, "a film plays from its first frame; cut the file instead")

    def _transition(self, item: schema.Transition, where: str) -> Document:
        """Whatever an editor takes from both sides of a cut, ours happens after it."""
        lasts = seconds_of(item.in_offset, where) + seconds_of(item.out_offset, where)
        ours = find_details(item)
        if ours is not None and isinstance(kind := ours.get("kind"), str):
            written = fraction(ours, "seconds", where)
            return {"kind": kind, "seconds": str(unless_edited(lasts, written, self._fps))}
        if item.transition_type == DISSOLVE:
            return {"kind": TransitionKind.DISSOLVE.value, "seconds": str(lasts)}
        raise TimelineNotExpressible(where, f"there is no transition {item.name or item.transition_type!r}")


def _filmed(presenter: JsonValue) -> Document | None:
    """The presenter, if it is one that was filmed."""
    return presenter if isinstance(presenter, dict) and presenter.get("kind") == "filmed" else None


def _document_of(ref: MediaRef) -> Document:
    return {"sha256": ref.sha256, "media_type": ref.media_type}
