from dataclasses import replace
from itertools import combinations, product
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from reelhouse.media.appearance import Appearance, Backdrop, Clothing, HairStyle
from reelhouse.media.composition import CANVASES, Canvas, Expression, Framing, VectorPresenter
from reelhouse.render.cache import Cache
from reelhouse.render.painting.planes import blank, to_rgb
from reelhouse.render.painting.presenters import PresenterPainter
from reelhouse.render.presenter.stage import Stage, lower
from reelhouse.render.presenter.stages import Stages
from reelhouse.render.presenter.types import Eyes, Hand, Mouth, Pose

SMALL = Canvas(270, 480)
REST = Pose(Mouth.REST, Eyes.OPEN)
RAISED = replace(REST.right, x=300, y=720, turn=0, hand=Hand.OPEN)
MEGABYTE = 1 << 20


@pytest.fixture
def stages(tmp_path: Path) -> Stages:
    return Stages(Cache(tmp_path, 512))


def shown(stage: Stage, canvas: Canvas, pose: Pose) -> NDArray[np.int_]:
    """Red, green and blue of a pose."""
    planes = blank(canvas.width, canvas.height)
    PresenterPainter(stage, [pose]).paint(0, planes)
    return to_rgb(planes).astype(int)


def changed(one: NDArray[np.int_], other: NDArray[np.int_]) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of what differs to the eye."""
    rows, columns = np.nonzero(np.abs(one - other).max(axis=2) > 24)
    return int(columns.min()), int(rows.min()), int(columns.max()), int(rows.max())


@pytest.mark.parametrize("canvas", CANVASES.values(), ids=[aspect.value for aspect in CANVASES])
def test_face_lies_on_every_canvas(emma: Appearance, canvas: Canvas, stages: Stages) -> None:
    small = Canvas(canvas.width // 4 * 2, canvas.height // 4 * 2)

    for framing in (*Framing, None):
        face = stages.get(VectorPresenter(emma), small, framing).face
        assert face.x >= 0
        assert face.y >= 0
        assert face.x + face.width <= small.width
        assert face.y + face.height <= small.height
        assert abs(face.x + face.width / 2 - small.width / 2) <= 2


def test_face_box_holds_the_face_in_every_pose(emma: Appearance, stages: Stages) -> None:
    bald = replace(emma, hair_style=HairStyle.BALD)
    stage = stages.get(VectorPresenter(bald), SMALL, Framing.MEDIUM)

    for tilt, x, y in product((-24, 24), (-14, 14), (-14, 14)):
        moved = replace(REST, tilt=tilt, x=x, y=y)
        talking = replace(moved, mouth=Mouth.WIDE, eyes=Eyes.CLOSED, brows=2)
        left, top, right, bottom = changed(shown(stage, SMALL, moved), shown(stage, SMALL, talking))
        face = stage.face
        assert face.x <= left
        assert face.y <= top
        assert right < face.x + face.width
        assert bottom < face.y + face.height


def test_same_stage_has_the_same_bytes(emma: Appearance, tmp_path: Path) -> None:
    presenter = VectorPresenter(emma, Expression.CALM)

    folders = []
    for name in ("one", "other"):
        stage = Stages(Cache(tmp_path / name, 512)).get(presenter, SMALL, Framing.MEDIUM)
        folders.append(tmp_path / name / stage.key)

    files = sorted(file.name for file in folders[0].iterdir())
    assert len(files) == 3
    for file in files:
        assert (folders[0] / file).read_bytes() == (folders[1] / file).read_bytes()


def test_stage_is_drawn_once(emma: Appearance, tmp_path: Path) -> None:
    stages = Stages(Cache(tmp_path, 512))
    first = stages.get(VectorPresenter(emma), SMALL, Framing.MEDIUM)
    made = {path.name: path.stat().st_mtime_ns for path in (tmp_path / first.key).iterdir()}

    second = stages.get(VectorPresenter(emma), SMALL, Framing.MEDIUM)
    nearer = stages.get(VectorPresenter(emma), SMALL, Framing.CLOSE)

    assert second.key == first.key != nearer.key
    assert {path.name: path.stat().st_mtime_ns for path in (tmp_path / first.key).iterdir()} == made
    assert len([path for path in tmp_path.iterdir() if not path.name.startswith(".")]) == 1


def test_kept_stage_is_small(emma: Appearance, tmp_path: Path) -> None:
    canvas = next(iter(CANVASES.values()))

    stage = Stages(Cache(tmp_path, 512)).get(VectorPresenter(emma), canvas, Framing.MEDIUM)

    size = sum(file.stat().st_size for file in (tmp_path / stage.key).iterdir())
    assert size <= 40 * MEGABYTE


def test_close_framing_enlarges_the_face(emma: Appearance, stages: Stages) -> None:
    medium, near = (stages.get(VectorPresenter(emma), SMALL, framing) for framing in Framing)

    talking = replace(REST, mouth=Mouth.WIDE)
    widths = []
    for stage in (medium, near):
        left, _, right, _ = changed(shown(stage, SMALL, REST), shown(stage, SMALL, talking))
        widths.append(right - left)

    assert 1.1 < widths[1] / widths[0] < 1.4


def test_every_mouth_eye_brow_and_hand_looks_different(emma: Appearance, stages: Stages) -> None:
    canvas = Canvas(540, 960)
    stage = stages.get(VectorPresenter(emma), canvas, Framing.MEDIUM)
    poses = (
        [replace(REST, mouth=mouth) for mouth in Mouth],
        [replace(REST, eyes=eyes) for eyes in Eyes],
        [replace(REST, brows=brows) for brows in range(3)],
        [replace(REST, right=replace(RAISED, hand=hand)) for hand in Hand],
    )

    for kind in poses:
        pictures = [shown(stage, canvas, pose) for pose in kind]
        for (one, first), (other, second) in combinations(enumerate(pictures), 2):
            assert np.abs(first - second).max() > 30, (kind[one], kind[other])


def test_jaw_drops_with_an_open_mouth(emma: Appearance, stages: Stages) -> None:
    bald = replace(emma, hair_style=HairStyle.BALD)
    stage = stages.get(VectorPresenter(bald), SMALL, Framing.MEDIUM)

    def chin(mouth: Mouth) -> int:
        piece = stage.pieces[lower(mouth)]
        return piece.y + int(np.nonzero((piece.sprite.through < 128).any(axis=1))[0].max())

    assert chin(Mouth.WIDE) - chin(Mouth.REST) >= 4


@pytest.mark.parametrize("tilt", [-24, 24])
def test_head_leaves_no_gap_at_the_neck_when_it_moves(emma: Appearance, stages: Stages, tilt: int) -> None:
    crop = replace(emma, hair_style=HairStyle.CROP, skin="#e0a880", backdrop=Backdrop.STUDIO)
    stage = stages.get(VectorPresenter(crop), SMALL, Framing.MEDIUM)

    picture = shown(stage, SMALL, replace(REST, y=-10, tilt=tilt))

    column = picture[:, SMALL.width // 2]
    chin = round(stage.y + 242 * stage.scale)
    redder = column[chin - 10 : chin + 8, 0] - column[chin - 10 : chin + 8, 2]
    assert redder.min() > 10


def test_expressions_differ(emma: Appearance, stages: Stages) -> None:
    pictures = [
        shown(stages.get(VectorPresenter(emma, expression), SMALL, Framing.MEDIUM), SMALL, REST)
        for expression in Expression
    ]

    for one, other in combinations(pictures, 2):
        assert np.abs(one - other).max() > 30


@pytest.mark.parametrize("clothing", Clothing)
def test_arms_wear_what_the_body_wears(emma: Appearance, stages: Stages, clothing: Clothing) -> None:
    dressed = replace(emma, clothing=clothing, clothing_colour="#1f8f4a")
    stage = stages.get(VectorPresenter(dressed), SMALL, Framing.MEDIUM)

    forearm = stage.pieces["forearm"]

    assert (forearm.sprite.through < 20).mean() > 0.3
