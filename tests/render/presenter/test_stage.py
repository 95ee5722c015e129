from dataclasses import replace
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from reelhouse.media.appearance import (
    Appearance,
    Backdrop,
    Beard,
    Clothing,
    FaceShape,
    Glasses,
    HairStyle,
)
from reelhouse.media.composition import CANVASES, Canvas, Expression
from reelhouse.render.presenter.stage import build_stage
from reelhouse.render.presenter.types import Box, Eyes, Mouth, Stage

SMALL = Canvas(270, 480)


def cells(stage: Stage) -> dict[tuple[Mouth, Eyes], np.ndarray]:
    """The pixels (height, width, RGBA) of each state."""
    sheet = np.asarray(Image.open(stage.heads)).astype(int)
    width, height = stage.head.width, stage.head.height
    return {
        (mouth, eyes): sheet[row * height : (row + 1) * height, column * width : (column + 1) * width]
        for column, mouth in enumerate(Mouth)
        for row, eyes in enumerate(Eyes)
    }


def inside(box: Box, canvas: Canvas) -> bool:
    return (
        box.x >= 0
        and box.y >= 0
        and box.x + box.width <= canvas.width
        and box.y + box.height <= canvas.height
    )


@pytest.mark.parametrize("canvas", CANVASES.values(), ids=[aspect.value for aspect in CANVASES])
def test_stage_fits_its_canvas_on_even_pixels(emma: Appearance, canvas: Canvas, tmp_path: Path) -> None:
    stage = build_stage(emma, Expression.FRIENDLY, canvas, tmp_path)

    scene, sheet = Image.open(stage.scene), Image.open(stage.heads)
    assert (scene.size, scene.mode) == ((canvas.width, canvas.height), "RGB")
    assert sheet.size == (stage.head.width * len(Mouth), stage.head.height * len(Eyes))
    assert sheet.mode == "RGBA"
    assert not any(edge % 2 for edge in (stage.head.x, stage.head.y, stage.head.width, stage.head.height))
    assert inside(stage.head, canvas)
    assert inside(stage.face, canvas)
    assert abs(stage.face.x + stage.face.width / 2 - canvas.width / 2) <= 2


def test_same_stage_has_the_same_bytes(emma: Appearance, tmp_path: Path) -> None:
    (tmp_path / "again").mkdir()

    first = build_stage(emma, Expression.CALM, SMALL, tmp_path)
    second = build_stage(emma, Expression.CALM, SMALL, tmp_path / "again")

    assert first.scene.read_bytes() == second.scene.read_bytes()
    assert first.heads.read_bytes() == second.heads.read_bytes()


def test_every_mouth_and_every_eye_state_looks_different(emma: Appearance, tmp_path: Path) -> None:
    drawn = cells(build_stage(emma, Expression.FRIENDLY, SMALL, tmp_path))

    for one, other in combinations(Mouth, 2):
        assert np.abs(drawn[one, Eyes.OPEN] - drawn[other, Eyes.OPEN]).max() > 30, (one, other)
    for first, second in combinations(Eyes, 2):
        assert np.abs(drawn[Mouth.REST, first] - drawn[Mouth.REST, second]).max() > 30, (first, second)


def test_mouth_changes_nothing_above_the_jaw_and_eyes_nothing_below(emma: Appearance, tmp_path: Path) -> None:
    stage = build_stage(emma, Expression.FRIENDLY, SMALL, tmp_path)
    drawn = cells(stage)

    top = drawn[Mouth.WIDE, Eyes.OPEN] != drawn[Mouth.REST, Eyes.OPEN]
    bottom = drawn[Mouth.REST, Eyes.CLOSED] != drawn[Mouth.REST, Eyes.OPEN]

    highest_change = np.nonzero(top.any(axis=(1, 2)))[0].min()
    lowest_change = np.nonzero(bottom.any(axis=(1, 2)))[0].max()
    assert lowest_change < highest_change


def test_jaw_drops_with_an_open_mouth(emma: Appearance, tmp_path: Path) -> None:
    bald = replace(emma, hair_style=HairStyle.BALD)
    drawn = cells(build_stage(bald, Expression.FRIENDLY, SMALL, tmp_path))

    def chin(mouth: Mouth) -> int:
        return int(np.nonzero(drawn[mouth, Eyes.OPEN][..., 3].any(axis=1))[0].max())

    assert chin(Mouth.WIDE) - chin(Mouth.REST) >= 4


def test_head_leaves_no_gap_at_the_neck_when_it_moves(emma: Appearance, tmp_path: Path) -> None:
    crop = replace(emma, hair_style=HairStyle.CROP, skin="#e0a880", backdrop=Backdrop.STUDIO)
    stage = build_stage(crop, Expression.FRIENDLY, SMALL, tmp_path)
    scene = Image.open(stage.scene).convert("RGBA")
    head = Image.open(stage.heads).crop((0, 0, stage.head.width, stage.head.height))

    scene.alpha_composite(head, (stage.head.x, stage.head.y - 2))

    column = np.asarray(scene.convert("RGB")).astype(int)[:, SMALL.width // 2]
    chin = stage.face.y + stage.face.height
    redder = column[chin - 12 : chin + 6, 0] - column[chin - 12 : chin + 6, 2]
    assert redder.min() > 10


def test_expressions_differ(emma: Appearance, tmp_path: Path) -> None:
    faces = []
    for expression in Expression:
        (tmp_path / expression).mkdir()
        faces.append(
            cells(build_stage(emma, expression, SMALL, tmp_path / expression))[Mouth.REST, Eyes.OPEN]
        )

    for one, other in combinations(faces, 2):
        assert one.shape != other.shape or np.abs(one - other).max() > 30


VARIANTS: list[dict[str, Any]] = [
    *({"hair_style": style} for style in HairStyle),
    *({"hair_style": style, "lashes": False} for style in (HairStyle.CURLY, HairStyle.AFRO)),
    *({"face": face} for face in FaceShape),
    *({"beard": beard, "lashes": False} for beard in Beard if beard is not Beard.NONE),
    *({"glasses": glasses} for glasses in Glasses if glasses is not Glasses.NONE),
    *({"clothing": clothing} for clothing in Clothing),
    {"clothing": Clothing.BLAZER, "lashes": False},
    *({"backdrop": backdrop} for backdrop in Backdrop),
    {"freckles": True},
    {"wrinkles": True},
    {"earrings": True, "seed": 2},
]


def test_every_feature_of_an_appearance_shows(emma: Appearance, tmp_path: Path) -> None:
    plain = replace(
        emma, hair_style=HairStyle.CROP, earrings=False, clothing=Clothing.TSHIRT, face=FaceShape.OVAL
    )
    pictures = []
    for number, variant in enumerate(VARIANTS):
        folder = tmp_path / str(number)
        folder.mkdir()
        stage = build_stage(replace(plain, **variant), Expression.FRIENDLY, SMALL, folder)
        picture = Image.open(stage.scene).convert("RGBA")
        head = Image.open(stage.heads).crop((0, 0, stage.head.width, stage.head.height))
        picture.alpha_composite(head, (stage.head.x, stage.head.y))
        pictures.append(np.asarray(picture.convert("RGB")).astype(int))

    for number, (one, other) in enumerate(pairwise(pictures)):
        assert np.abs(one - other).max() > 25, VARIANTS[number]
