"""Lyrics as sections with lines; marks such as ``[Chorus]`` begin sections."""

import re
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    INTRO = "intro"
    VERSE = "verse"
    PRE = "pre"
    CHORUS = "chorus"
    POST = "post"
    BRIDGE = "bridge"
    SOLO = "solo"
    BREAK = "break"
    OUTRO = "outro"


KINDS: tuple[tuple[Kind, tuple[str, ...]], ...] = (
    (Kind.PRE, ("pre", "build", "buildup", "build-up", "climb", "lift", "vorrefrain", "precoro", "导歌")),
    (Kind.POST, ("post", "tag")),
    (Kind.CHORUS, ("chorus", "refrain", "hook", "drop", "estribillo", "coro", "ritornello", "refrão",
                   "refren", "припев", "приспів", "副歌", "サビ", "후렴", "nakarat", "कोरस")),
    (Kind.INTRO, ("intro", "introduction", "opening", "einleitung", "вступление", "前奏", "イントロ",
                  "인트로")),
    (Kind.VERSE, ("verse", "vers", "strophe", "stanza", "couplet", "verso", "estrofa", "strofa", "zwrotka",
                  "куплет", "主歌", "aメロ", "절", "groove", "theme", "rap")),
    (Kind.BRIDGE, ("bridge", "middle", "middle8", "brücke", "puente", "pont", "ponte", "бридж", "桥段",
                   "ブリッジ", "브릿지")),
    (Kind.SOLO, ("solo", "instrumental", "inst", "interlude", "interludio", "zwischenspiel", "проигрыш",
                 "间奏", "間奏", "간주")),
    (Kind.BREAK, ("break", "breakdown", "pause")),
    (Kind.OUTRO, ("outro", "ending", "end", "coda", "finale", "schluss", "final", "концовка", "尾声",
                  "アウトロ", "아웃트로")),
)  # fmt: skip
MARK = re.compile(r"^\s*[\[【<{]\s*([^\]】>}]*?)\s*[\]】>}]\s*:?\s*$")
NAMED = re.compile(r"^\s*[(*#\s]*([^\W\d_][\w\- ]{2,24}?)(?:\s*\d{1,2})?[)*\s]*:?\s*$")
INLINE = re.compile(r"[\[【<{][^\]】>}]*[\]】>}]")
TIMES = re.compile(r"[x×]\s*(\d)\b|\b(\d)\s*[x×]", re.IGNORECASE)
WORD = re.compile(r"[^\W_]+(?:-?[^\W_]+)*")
MOST_SECTIONS, MOST_LINES = 40, 240


@dataclass(frozen=True, slots=True)
class Stanza:
    """A section as it is written: its name, what kind of section that is, and its lines."""

    name: str
    kind: Kind
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lyrics:
    stanzas: tuple[Stanza, ...]
    ignored: tuple[str, ...] = ()
    """Marks that name no section, such as ``[whispered]``."""

    @property
    def lines(self) -> tuple[str, ...]:
        """Each different line once, in the order of the first singing."""
        return tuple(dict.fromkeys(line for stanza in self.stanzas for line in stanza.lines))


def read_lyrics(text: str) -> Lyrics:
    """Stanzas without marks are verses; one whose words come again is a chorus."""
    blocks: list[tuple[str | None, Kind | None, list[str]]] = [(None, None, [])]
    ignored: list[str] = []
    times = 1
    for raw in text.splitlines()[: 4 * MOST_LINES]:
        line = raw.strip()
        mark = MARK.match(line) or (NAMED.match(line) if line and _names_a_section(line) else None)
        if mark is not None:
            kind = kind_of(mark[1])
            if kind is None:
                ignored += [mark[1]] if mark[1] else []
                continue
            blocks.append((_name(mark[1]), kind, []))
            found = TIMES.search(mark[1])
            times = int(found[1] or found[2]) if found else 1
            blocks += [(_name(mark[1]), kind, []) for _ in range(min(times, 4) - 1)]
        elif not line:
            if blocks[-1][1] is None and blocks[-1][2]:
                blocks.append((None, None, []))
        elif sung := _sung(line):
            for block in blocks[-times:] if blocks[-1][1] is not None else blocks[-1:]:
                block[2].append(sung)
    kept = [block for block in blocks if block[1] is not None or block[2]]
    return Lyrics(_stanzas(kept)[:MOST_SECTIONS], tuple(dict.fromkeys(ignored)))


def kind_of(name: str) -> Kind | None:
    """What a mark names, by its words; None for what is no section."""
    words = {word.lower() for word in re.split(r"[\s\d:,./|-]+", name) if word}
    for kind, names in KINDS:
        if words & set(names) or any(
            len(known) > 1 and not known.isascii() and known in name.lower() for known in names
        ):
            return kind
    return None


def _names_a_section(line: str) -> bool:
    """``Chorus:`` or ``(Chorus)`` on a line of its own; a sung line may contain the word."""
    is_marked = line.endswith(":") or (line.startswith(("(", "*", "#")))
    return is_marked and kind_of(line.strip("()*#: ")) is not None and len(line.split()) <= 3  # noqa: PLR2004


def _name(mark: str) -> str:
    short = TIMES.sub("", mark.partition(":")[0].partition("|")[0].partition(" - ")[0]).strip(" -,;")
    return (short or mark)[:40].strip()


def _sung(line: str) -> str:
    """What of a line is sung: without remarks in brackets; parentheses are sung by others, so they stay."""
    plain = INLINE.sub(" ", line).replace("(", " ").replace(")", " ")
    plain = re.sub(r"[*_~#\"“”„«»|/\\]", " ", plain)
    plain = " ".join(plain.split())[:300]
    return plain if WORD.search(plain) else ""


def _stanzas(blocks: list[tuple[str | None, Kind | None, list[str]]]) -> tuple[Stanza, ...]:
    texts = [tuple(line.lower() for line in lines) for _, _, lines in blocks]
    stanzas = []
    for place, (name, kind, lines) in enumerate(blocks):
        if kind is None:
            comes_again = texts.count(texts[place]) > 1
            kind = Kind.CHORUS if comes_again else Kind.VERSE  # noqa: PLW2901 - a block without a mark gets one
            name = kind.value.title()  # noqa: PLW2901
        stanzas.append(Stanza(name or kind.value.title(), kind, tuple(lines[:MOST_LINES])))
    return tuple(stanzas)
