"""Compositions travel to editing programs and back: without loss, and with what was edited there."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

import opentimelineio as otio  # type: ignore[import-untyped]
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.effort import examples

from reelhouse.kit.errors import ReelhouseError
from reelhouse.media.appearance import Appearance, Backdrop, Clothing, FaceShape, Features, HairStyle, Mark
from reelhouse.media.composition import (
    Camera,
    Canvas,
    Captions,
    Composition,
    EndCard,
    Expression,
    FilmedPresenter,
    Fit,
    Framing,
    Inset,
    InsetAnimation,
    InsetFrame,
    InsetPosition,
    InsetSize,
    Label,
    Livery,
    MediaRef,
    Music,
    Narration,
    PictureScene,
    PresenterScene,
    Scene,
    ScreenScene,
    TitleScene,
    Transition,
    TransitionKind,
    VectorPresenter,
    View,
    composition_to_json,
)
from reelhouse.media.interchange.errors import (
    TimelineNotExpressible,
    TimelineNotOurs,
    TimelineUnreadable,
    TimelineVersionUnknown,
)
from reelhouse.media.interchange.reading import composition_from_otio
from reelhouse.media.interchange.writing import composition_to_otio
from reelhouse.media.screens import (
    Area,
    Callout,
    Device,
    Glance,
    KineticText,
    Press,
    ScreenLayout,
    TitleKind,
)
from reelhouse.media.speech import Phoneme, Timing, Word
from reelhouse.media.time import Span
from reelhouse.render.captions.styles import STYLES

VOICE, BED, FILM, STILL = (
    MediaRef(name * 64, media_type)
    for name, media_type in (("a", "audio/wav"), ("b", "audio/wav"), ("c", "video/mp4"), ("d", "image/png"))
)

texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
numbers = st.floats(allow_nan=False, allow_infinity=False)
moments = st.fractions(-5, 900, max_denominator=999_983)
stretches = st.fractions(0, 30, max_denominator=44_100)
spans = st.builds(lambda start, lasts: Span(start, start + lasts), moments, stretches)
files = st.builds(
    MediaRef,
    st.text("0123456789abcdef", min_size=64, max_size=64),
    st.sampled_from(["image/png", "video/mp4", "audio/wav"]),
)
appearances = st.builds(
    Appearance,
    skin=st.just("#e8b98f"),
    hair_style=st.sampled_from(HairStyle),
    hair=texts,
    eyes=st.just("#3b6b4a"),
    face=st.sampled_from(FaceShape),
    clothing=st.sampled_from(Clothing),
    clothing_colour=st.just("#274b8f"),
    accent=st.just("#5b3df0"),
    backdrop=st.sampled_from(Backdrop),
    freckles=numbers,
    seed=st.integers(-(2**70), 2**70),
    features=st.builds(Features, jaw=numbers, mouth=numbers),
    marks=st.lists(st.sampled_from(Mark), max_size=3).map(tuple),
    flipped=st.booleans(),
)
presenters = st.one_of(
    st.builds(VectorPresenter, appearances, st.sampled_from(Expression)),
    st.builds(FilmedPresenter, files, moments),
)
views = st.builds(View, numbers, numbers, numbers)
insets = st.builds(
    Inset,
    presenters,
    st.sampled_from(InsetPosition),
    st.sampled_from(InsetSize),
    st.sampled_from(InsetAnimation),
    st.sampled_from(InsetFrame),
)
labels = st.none() | st.builds(Label, texts, texts)
transitions = st.none() | st.builds(Transition, st.sampled_from(TransitionKind), stretches)
shares = st.floats(0, 1)
areas = st.builds(Area, shares, shares, shares, shares)
liveries = st.builds(Livery, texts, texts, texts, texts, texts, st.none() | files)
nowhere = st.just(Span(Fraction(0), Fraction(0)))
scenes: st.SearchStrategy[Scene] = st.one_of(
    st.builds(PresenterScene, nowhere, presenters, st.sampled_from(Framing), labels, transitions),
    st.builds(
        PictureScene,
        nowhere,
        files,
        st.builds(Camera, views, views),
        st.sampled_from(Fit),
        st.none() | insets,
        labels,
        transitions,
    ),
    st.builds(EndCard, nowhere, texts, texts),
    st.builds(
        ScreenScene,
        nowhere,
        files,
        st.sampled_from(Device),
        st.sampled_from(ScreenLayout),
        liveries,
        glances=st.lists(st.builds(Glance, moments, areas), max_size=3).map(tuple),
        presses=st.lists(st.builds(Press, moments, shares, shares, st.booleans()), max_size=3).map(tuple),
        callouts=st.lists(st.builds(Callout, areas, texts, spans), max_size=2).map(tuple),
        kinetic=st.none() | st.builds(KineticText, texts, spans),
        label=labels,
        transition=transitions,
    ),
    st.builds(TitleScene, nowhere, texts, liveries, st.sampled_from(TitleKind), texts, transitions),
)
timings = st.builds(
    Timing,
    st.lists(st.builds(Word, texts, spans), max_size=6).map(tuple),
    st.lists(st.builds(Phoneme, texts, spans), max_size=6).map(tuple),
    stretches,
    st.sampled_from(["measured", "aligned", "estimated"]),
)


@st.composite
def compositions(draw: st.DrawFn) -> Composition:
    fps = draw(st.integers(1, 240))
    at, laid_out = Fraction(0), []
    for number, scene in enumerate(draw(st.lists(scenes, min_size=1, max_size=5))):
        end = at + Fraction(draw(st.integers(0 if number else 1, 40_000)), fps)
        laid_out.append(replace(scene, span=Span(at, end)))
        at = end
    return Composition(
        canvas=Canvas(draw(st.integers(2, 8000)), draw(st.integers(2, 8000)), fps),
        scenes=tuple(laid_out),
        narration=Narration(draw(files), draw(moments), draw(timings), draw(texts)),
        captions=draw(st.none() | st.sampled_from([Captions(style) for style in STYLES.values()])),
        music=draw(st.none() | st.builds(Music, files)),
        title=draw(texts),
    )


@given(compositions())
@settings(max_examples=examples(150), deadline=None)
def test_a_composition_comes_back_as_it_went(composition: Composition) -> None:
    returned = composition_from_otio(composition_to_otio(composition))

    assert returned == composition
    assert composition_to_json(returned) == composition_to_json(composition)


@given(compositions())
@settings(max_examples=25, deadline=None)
def test_equal_compositions_give_equal_timelines(composition: Composition) -> None:
    assert composition_to_otio(composition) == composition_to_otio(replace(composition))


def second(at: int) -> Fraction:
    return Fraction(at)


def words(*said: str) -> Timing:
    """A word every half second."""
    spans = [Span(Fraction(number, 2), Fraction(number, 2) + Fraction(1, 3)) for number in range(len(said))]
    heard = tuple(Word(text, span) for text, span in zip(said, spans, strict=True))
    return Timing(heard, tuple(Phoneme("a", span) for span in spans), Fraction(len(said), 2))


@pytest.fixture
def composition() -> Composition:
    """A presenter for two seconds, a still for three, a filmed presenter for four, and a card for one."""
    look = Appearance(
        skin="#e8b98f",
        hair_style=HairStyle.BOB,
        hair="#4a2c1a",
        eyes="#3b6b4a",
        face=FaceShape.OVAL,
        clothing=Clothing.SHIRT,
        clothing_colour="#274b8f",
        accent="#5b3df0",
        backdrop=Backdrop.STUDIO,
    )
    wipe = Transition(TransitionKind.WIPE, Fraction(1, 3))
    return Composition(
        canvas=Canvas(216, 384, 30),
        scenes=(
            PresenterScene(Span(second(0), second(2)), VectorPresenter(look)),
            PictureScene(
                Span(second(2), second(5)), STILL, inset=Inset(FilmedPresenter(FILM)), transition=wipe
            ),
            PresenterScene(Span(second(5), second(9)), FilmedPresenter(FILM)),
            EndCard(Span(second(9), second(10)), "Try it", "#5b3df0"),
        ),
        narration=Narration(VOICE, Fraction(1, 7), words("We", "make", "vidoes", "here.")),
        music=Music(BED),
        title="A test",
    )


@pytest.fixture
def timeline(composition: Composition) -> "otio.schema.Timeline":
    return otio.adapters.read_from_string(composition_to_otio(composition), "otio_json")


def returned(timeline: "otio.schema.Timeline", media: dict[str, MediaRef] | None = None) -> Composition:
    """What an editing program saved, read as a composition."""
    return composition_from_otio(otio.adapters.write_to_string(timeline, "otio_json"), media)


def frames(count: float, rate: float = 30) -> "otio.opentime.RationalTime":
    return otio.opentime.RationalTime(count, rate)


def lasting(start: float, duration: float) -> "otio.opentime.TimeRange":
    return otio.opentime.TimeRange(frames(start), frames(duration))


def test_the_timeline_is_one_that_an_editing_program_can_show(timeline: "otio.schema.Timeline") -> None:
    pictures, narration, music = timeline.tracks

    assert timeline.name == "A test"
    assert [track.kind for track in timeline.tracks] == ["Video", "Audio", "Audio"]
    assert [clip.range_in_parent().start_time.value for clip in pictures.find_clips()] == [0, 60, 150, 270]
    assert timeline.duration() == frames(300)
    assert narration[0].duration().to_seconds() == pytest.approx(1 / 7)
    assert [marker.name for marker in narration[1].markers] == ["We", "make", "vidoes", "here."]
    assert music[0].media_reference.target_url == f"sha256:{BED.sha256}"
    assert pictures[1].transition_type == "Custom_Transition"
    assert pictures[2].media_references()["inset"].target_url == f"sha256:{FILM.sha256}"
    assert pictures[3].source_range.start_time.value == 150  # the film began with the video


def test_a_screenshot_and_a_logo_are_files_that_an_editor_may_replace(composition: Composition) -> None:
    livery = Livery("#101018", "#20203a", "#ff5a3c", "#ffffff", "Inter", MediaRef("e" * 64, "image/png"))
    shown = ScreenScene(Span(second(0), second(2)), STILL, Device.PHONE, ScreenLayout.FRAMED, livery)
    called = TitleScene(Span(second(2), second(4)), "Try it", livery, TitleKind.CALL)
    text = composition_to_otio(replace(composition, scenes=(shown, called)))
    timeline = otio.adapters.read_from_string(text, "otio_json")

    clips = list(timeline.tracks[0].find_clips())
    clips[0].media_reference.target_url = f"sha256:{'f' * 64}"

    assert [clip.name for clip in clips] == ["We make vidoes here.", "Try it"]
    first, second_ = returned(timeline).scenes
    assert isinstance(first, ScreenScene)
    assert isinstance(second_, TitleScene)
    assert first.screen == MediaRef("f" * 64, "image/png")
    assert second_.livery == livery


def test_files_are_named_by_the_addresses_that_the_caller_gives(composition: Composition) -> None:
    text = composition_to_otio(composition, {STILL.sha256: "file:///media/still.png"})

    assert '"file:///media/still.png"' in text
    assert composition_from_otio(text) == composition


def test_drawn_scenes_are_shown_from_the_finished_video(composition: Composition) -> None:
    text = composition_to_otio(composition, video="out.mp4")

    clips = otio.adapters.read_from_string(text, "otio_json").tracks[0].find_clips()
    assert [clip.media_reference.target_url for clip in clips if "out" in clip.media_reference.target_url]
    assert [clip.source_range.start_time.value for clip in clips] == [0, 0, 150, 270]
    assert composition_from_otio(text) == composition


def test_clips_that_were_put_in_another_order_come_back_in_it(timeline: "otio.schema.Timeline") -> None:
    pictures = timeline.tracks[0]
    card = pictures[-1].deepcopy()
    del pictures[-1]
    pictures.insert(0, card)

    moved = returned(timeline)

    assert [scene.kind for scene in moved.scenes] == ["end_card", "presenter", "picture", "presenter"]
    assert [scene.span.start for scene in moved.scenes] == [0, 1, 3, 6]


def test_a_film_shows_what_it_showed_in_the_editing_program(timeline: "otio.schema.Timeline") -> None:
    pictures = timeline.tracks[0]
    del pictures[0]
    pictures[2].source_range = lasting(165, 60)

    filmed = returned(timeline).scenes[1]

    assert isinstance(filmed, PresenterScene)
    assert isinstance(filmed.presenter, FilmedPresenter)
    assert filmed.span == Span(second(3), second(5))
    assert filmed.presenter.starts == 3 - Fraction(165, 30)


def test_durations_of_another_rate_do_not_drift(timeline: "otio.schema.Timeline") -> None:
    pictures = timeline.tracks[0]
    still = pictures[2].deepcopy()
    del pictures[1:]
    for _ in range(100):
        short = still.deepcopy()
        short.source_range = otio.opentime.TimeRange(frames(0, 24), frames(7, 24))
        pictures.append(short)

    assert returned(timeline).duration == Fraction(round((2 + Fraction(700, 24)) * 30), 30)


def test_a_corrected_word_is_corrected_in_the_captions(timeline: "otio.schema.Timeline") -> None:
    markers = timeline.tracks[1][1].markers
    markers[2].name = "videos"
    markers[3].marked_range = lasting(50, 10)
    markers.append(otio.schema.Marker("look here", lasting(3, 1)))

    said = returned(timeline).narration.timing.words

    assert [word.text for word in said] == ["We", "make", "videos", "here."]
    assert said[2].span == Span(second(1), Fraction(4, 3))
    assert said[3].span == Span(Fraction(5, 3), second(2))


def test_narration_starts_where_it_was_moved_to(timeline: "otio.schema.Timeline") -> None:
    timeline.tracks[1][0].source_range = lasting(0, 45)

    assert returned(timeline).narration.offset == Fraction(3, 2)


def test_rounding_to_frames_changes_no_exact_time(timeline: "otio.schema.Timeline") -> None:
    timeline.tracks[1][0].source_range = lasting(0, 4)
    for marker in timeline.tracks[1][1].markers:
        found = marker.marked_range
        marker.marked_range = lasting(round(found.start_time.value), round(found.duration.value))

    narration = returned(timeline).narration

    assert narration.offset == Fraction(1, 7)
    assert narration.timing == words("We", "make", "vidoes", "here.")


def test_music_that_is_switched_off_is_gone(timeline: "otio.schema.Timeline") -> None:
    timeline.tracks[2].enabled = False

    assert returned(timeline).music is None


def test_a_dissolve_of_the_editors_own_happens_after_the_cut(timeline: "otio.schema.Timeline") -> None:
    cross = otio.schema.Transition("cross", "SMPTE_Dissolve", frames(6), frames(6))
    timeline.tracks[0].insert(3, cross)

    dissolving = returned(timeline).scenes[2]

    assert isinstance(dissolving, PresenterScene)
    assert dissolving.transition == Transition(TransitionKind.DISSOLVE, Fraction(12, 30))


def test_a_picture_that_the_caller_knows_may_be_added(timeline: "otio.schema.Timeline") -> None:
    url = "file:///rushes/dog.png"
    added = otio.schema.Clip("dog", otio.schema.ExternalReference(url), lasting(900, 30))
    timeline.tracks[0].append(added)

    picture = returned(timeline, {url: STILL}).scenes[-1]

    assert picture == PictureScene(Span(second(10), second(11)), STILL)
    with pytest.raises(TimelineNotOurs, match=re.escape(url)):
        returned(timeline)


def test_tracks_are_known_by_name_where_a_program_forgot_our_notes(
    timeline: "otio.schema.Timeline", composition: Composition
) -> None:
    for track in timeline.tracks:
        track.metadata.clear()

    assert returned(timeline) == composition


def spoil_gap(timeline: "otio.schema.Timeline") -> None:
    timeline.tracks[0][0] = otio.schema.Gap(duration=frames(60))


def spoil_speed(timeline: "otio.schema.Timeline") -> None:
    timeline.tracks[0][0].effects.append(otio.schema.LinearTimeWarp("fast", time_scalar=2.0))


def spoil_narration(timeline: "otio.schema.Timeline") -> None:
    timeline.tracks[1][1].source_range = lasting(0, 20)


def spoil_tracks(timeline: "otio.schema.Timeline") -> None:
    timeline.tracks.append(otio.schema.Track("V2", children=[otio.schema.Clip("over", None, lasting(0, 5))]))


def spoil_nesting(timeline: "otio.schema.Timeline") -> None:
    timeline.tracks[0].append(otio.schema.Stack("compound"))


def spoil_transition(timeline: "otio.schema.Timeline") -> None:
    timeline.tracks[0].insert(3, otio.schema.Transition("star", "Custom_Transition", frames(0), frames(6)))


def spoil_end(timeline: "otio.schema.Timeline") -> None:
    timeline.tracks[0].append(otio.schema.Transition("out", "SMPTE_Dissolve", frames(6), frames(0)))


def spoil_time(timeline: "otio.schema.Timeline") -> None:
    timeline.tracks[0][0].source_range = lasting(0, float("inf"))


def spoil_music(timeline: "otio.schema.Timeline") -> None:
    timeline.tracks[2].insert(0, otio.schema.Gap(duration=frames(30)))


@pytest.mark.parametrize(
    "spoil",
    [
        spoil_gap,
        spoil_speed,
        spoil_narration,
        spoil_tracks,
        spoil_nesting,
        spoil_transition,
        spoil_end,
        spoil_time,
        spoil_music,
    ],
)
def test_an_edit_that_no_composition_can_show_is_refused_by_its_place(
    timeline: "otio.schema.Timeline", spoil: Callable[["otio.schema.Timeline"], None]
) -> None:
    spoil(timeline)

    with pytest.raises(TimelineNotExpressible) as refusal:
        returned(timeline)

    assert refusal.value.where
    assert refusal.value.what


def lose_track(timeline: "otio.schema.Timeline") -> None:
    del timeline.tracks[1]


def lose_everything(timeline: "otio.schema.Timeline") -> None:
    timeline.metadata.clear()


def lose_canvas(timeline: "otio.schema.Timeline") -> None:
    del timeline.metadata["reelhouse"]["canvas"]


def lose_inset(timeline: "otio.schema.Timeline") -> None:
    clip = timeline.tracks[0][2]
    clip.set_media_references({"DEFAULT_MEDIA": clip.media_reference.deepcopy()}, "DEFAULT_MEDIA")


def lose_scene(timeline: "otio.schema.Timeline") -> None:
    timeline.tracks[0][0].metadata["reelhouse"]["scene"]["presenter"]["appearance"] = "nobody"


def lose_file(timeline: "otio.schema.Timeline") -> None:
    timeline.tracks[0][2].media_reference.target_url = "file:///other.png"


@pytest.mark.parametrize(
    ("lose", "missing"),
    [
        (lose_track, "no track of narration"),
        (lose_everything, 'metadata["reelhouse"]'),
        (lose_canvas, "'canvas'"),
        (lose_inset, "the inset of item 3"),
        (lose_scene, "appearance"),
        (lose_file, "file:///other.png"),
    ],
)
def test_what_a_timeline_lacks_is_named(
    timeline: "otio.schema.Timeline", lose: Callable[["otio.schema.Timeline"], None], missing: str
) -> None:
    lose(timeline)

    with pytest.raises(TimelineNotOurs) as refusal:
        returned(timeline)

    assert missing in refusal.value.missing


@pytest.mark.parametrize("field", ["format", "version"])
def test_another_version_is_refused_by_its_number(timeline: "otio.schema.Timeline", field: str) -> None:
    timeline.metadata["reelhouse"][field] = 99

    with pytest.raises(TimelineVersionUnknown, match="99"):
        returned(timeline)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "EDL",
        "[]",
        "{}",
        '{"OTIO_SCHEMA": "Timeline.99"}',
        '{"OTIO_SCHEMA": "Clip.2"}',
        '{"OTIO_SCHEMA": "Timeline.1", "tracks": 5}',
        "[" * 1_000_000,
        '{"a":' * 1_000_000,
        '"' * 20_000_000,
        '"' + '\\"' * 3_000_000,
    ],
    ids=lambda text: f"{text[:24]}x{len(text)}",
)
def test_what_is_no_timeline_is_refused(text: str) -> None:
    with pytest.raises(TimelineUnreadable):
        composition_from_otio(text)


def test_a_timeline_that_holds_itself_is_refused(composition: Composition) -> None:
    document = json.loads(composition_to_otio(composition))
    document["tracks"]["OTIO_REF_ID"] = "me"
    document["tracks"]["children"].append({"OTIO_SCHEMA": "SerializableObjectRef.1", "id": "me"})

    with pytest.raises(ReelhouseError):
        composition_from_otio(json.dumps(document))


@given(st.data())
@settings(max_examples=examples(300), deadline=None)
def test_whatever_stands_in_a_timeline_it_is_read_or_refused_by_name(data: st.DataObject) -> None:
    scene = PresenterScene(Span(second(0), second(1)), FilmedPresenter(FILM))
    narration = Narration(VOICE, Fraction(1, 7), words("One", "two"))
    document = json.loads(
        composition_to_otio(Composition(Canvas(2, 2), (scene,), narration, music=Music(BED)))
    )
    place = document
    while isinstance(place, dict | list) and place:
        key = data.draw(st.sampled_from(sorted(place) if isinstance(place, dict) else range(len(place))))
        if not isinstance(place[key], dict | list) or not place[key] or data.draw(st.booleans()):
            place[key] = data.draw(
                st.sampled_from([None, [], {}, "", "x", -1, 0, 2**62, 1e308, True, [[]], {"a": 1}])
            )
            break
        place = place[key]

    try:
        composition_from_otio(json.dumps(document))
    except ReelhouseError as refusal:
        assert refusal.message  # noqa: PT017 - a refusal is one of two good ends


def test_a_nul_is_refused_rather_than_cut_off(composition: Composition) -> None:
    assert (
        composition_from_otio(composition_to_otio(replace(composition, title="\\u0000"))).title == "\\u0000"
    )

    with pytest.raises(TimelineNotExpressible):
        composition_to_otio(replace(composition, title="a\0b"))
