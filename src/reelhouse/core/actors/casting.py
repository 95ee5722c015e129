"""How an actor of the library is written down: one line of ``cast.csv``.

A slug, its id, its name and its voice never change; a look may be mended. Columns that need a word:

- `voice`: timbre, pitch, pitch range and pace.
- `features`: what departs from the average, in tenths: ``jaw+4 nose_width-3``.
- `extras`: fields of `Appearance` that most actors leave alone: ``glasses=round marks=mole+dimples``.
"""

import csv
import re
from pathlib import Path
from uuid import UUID, uuid5

from pydantic import TypeAdapter

from reelhouse.core.actors.types import Actor, Gender
from reelhouse.engines.speech.types import Voice, VoiceGender
from reelhouse.media.appearance import Appearance

NAMESPACE = UUID("8b1c6a52-0d5e-5e0c-9f3b-6a0f5d1c7e21")
TABLE = Path(__file__).with_name("cast.csv")
FEATURE = re.compile(r"([a-z_]+)([+-]\d+)")
APPEARANCE = TypeAdapter(Appearance)


def read_cast(table: Path = TABLE) -> tuple[Actor, ...]:
    """Everybody in the table, in its order."""
    with table.open(encoding="utf-8", newline="") as rows:
        return tuple(_cast(row) for row in csv.DictReader(rows))


def _cast(row: dict[str, str]) -> Actor:
    slug, gender = row["slug"], Gender(row["gender"])
    return Actor(
        actor_id=uuid5(NAMESPACE, slug),
        slug=slug,
        name=row["name"],
        gender=gender,
        age_range=row["age"],
        actor_type=row["type"],
        voice=_voice(slug, gender, *row["voice"].split()),
        appearance=_appearance(row, gender),
    )


def _voice(slug: str, gender: Gender, timbre: str, pitch: str, pitch_range: str, pace: str) -> Voice:
    return Voice(f"reel-{slug}", VoiceGender(gender.value), timbre, int(pitch), int(pitch_range), float(pace))


def _appearance(row: dict[str, str], gender: Gender) -> Appearance:
    extras = dict(extra.split("=", 1) for extra in row["extras"].split())
    marks = extras.pop("marks", "")
    features = {name: int(tenths) / 10 for name, tenths in FEATURE.findall(row["features"])}
    look: dict[str, object] = {
        **{name: row[name] for name in DIRECT},
        **extras,
        "clothing_colour": row["cloth"],
        "lashes": gender is Gender.FEMALE,
        "features": features,
        "marks": marks.split("+") if marks else (),
    }
    return APPEARANCE.validate_python(look)


DIRECT = (
    "skin",
    "hair_style",
    "hair",
    "eyes",
    "face",
    "lips",
    "clothing",
    "accent",
    "backdrop",
    "build",
    "seed",
)
