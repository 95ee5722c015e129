"""Text from anywhere, reduced to what a person could say."""

import re
import unicodedata

MARKUP = re.compile(r"<[^<>]{0,200}>")
LINK = re.compile(r"\[([^\[\]]{0,200})\]\([^()\s]{0,500}\)")
ADDRESS = re.compile(r"\b(?:https?://|www\.)\S+", re.IGNORECASE)
ACTS = (
    r"(?:smil|laugh|wav|paus|look|point|hold|sigh|wink|nod|lean|walk|whisper|gestur|shrug|clap|turn|cut|zoom"
    r"|camera)"
)
DIRECTION = re.compile(
    r"[\[{][^\[\]{}]{0,200}[\]}](?!\()"
    rf"|\*{ACTS}[^*\n]{{0,80}}\*|\({ACTS}[^()]{{0,80}}\)",
    re.IGNORECASE,
)
LABEL = re.compile(
    r"^\s*(?:#{1,6}\s.*|[-*_=]{3,}"
    r"|(?:hook|body|cta|call to action|scene \d+|script|title|narrator|voice ?over|intro|outro)\s*:)",
    re.IGNORECASE | re.MULTILINE,
)
BULLET = re.compile(r"^\s*(?:[-*•–]|\d{1,2}[.)])\s+", re.MULTILINE)
ORNAMENT = re.compile(r"[*_`~|^•<>{}\[\]\\#\"“”„«»]")
QUOTES = str.maketrans({"’": "'", "‘": "'", "`": "'", "…": "...", "\u00a0": " "})
UNSPOKEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "So", "Sk"})
EMOJI_SELECTOR = "\ufe0f"


def plain(text: str) -> str:
    """`text` without markup, addresses, emoji and control characters, with single spaces; lines are kept."""
    text = ADDRESS.sub(" ", LINK.sub(r"\1", MARKUP.sub(" ", text.translate(QUOTES))))
    characters = (character if _is_plain(character) else " " for character in text)
    lines = (" ".join(line.split()) for line in "".join(characters).split("\n"))
    return "\n".join(line for line in lines if line)


def spoken(text: str) -> str:
    """`text` as one paragraph of speech: no headings, labels, bullets, stage directions or quotes."""
    text = BULLET.sub("", LABEL.sub("", DIRECTION.sub(" ", text.translate(QUOTES))))
    words = " ".join(ORNAMENT.sub(" ", plain(text)).split())
    return re.sub(r"\s+([,.!?;:])", r"\1", words)


def sentences(text: str) -> list[str]:
    """The sentences of one paragraph, each with its mark at the end."""
    return [
        part.strip()
        for part in re.findall(r"[^.!?。！？]+(?:[.!?。！？]+(?=\s|$|[^\W\d_])[\"')]*|$|[.!?])", text)
        if part.strip()
    ]


def _is_plain(character: str) -> bool:
    if character == "\n":
        return True
    return unicodedata.category(character) not in UNSPOKEN and character != EMOJI_SELECTOR
