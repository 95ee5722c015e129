"""What a prompt or a product page is about, in a form that fits into a spoken sentence."""

from dataclasses import dataclass
from enum import StrEnum

from reelhouse.engines.text.types import ProductPage
from reelhouse.engines.text.writing.cleaning import plain, sentences, spoken
from reelhouse.engines.text.writing.vocabulary import (
    ARTICLE,
    ASKING,
    AUDIENCE,
    CLAUSE_END,
    COUNTED,
    ENGLISH,
    FOREIGN,
    GOODS,
    HOW_TO,
    LOOSE_ENDS,
    NOT_SAID,
    ORDER,
    OWNER,
    QUESTION,
    RANKED,
    SINGULAR_S,
    STATEMENT,
    STATES,
    TITLE_END,
)

LONGEST = 6  # words of a subject; more is a sentence, not a name
LONGEST_QUESTION = 12
LONGEST_LETTERS = 48  # for scripts that do not part their words by spaces
MOST_NAME = 2  # capitalised words that are taken for a brand; more are a headline
FOREIGN_SHARE = 0.15  # of letters that English does not have
FACT_WORDS = range(4, 17)


class Kind(StrEnum):
    PRODUCT = "product"
    TOPIC = "topic"
    ACTION = "action"  # a verb phrase: ``sleep better``
    CLAUSE = "clause"  # an indirect question: ``why you should drink more water``
    QUESTION = "question"
    TITLE = "title"  # words of another language, only ever quoted
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Subject:
    """`text` fits where its kind belongs in a sentence; `facts` are whole sentences worth saying."""

    kind: Kind
    text: str
    facts: tuple[str, ...] = ()

    def shortened(self) -> "Subject":
        """One word less, where the words are a mere name."""
        words = self.text.split()[:-1]
        while len(words) > 1 and words[-1].lower() in LOOSE_ENDS:
            words.pop()
        return Subject(self.kind, " ".join(words), self.facts)


def subject_of(prompt: str, page: ProductPage | None) -> Subject:
    """The subject of `prompt`; of `page` when the prompt names none. Any text gives a subject."""
    facts = (*_facts(prompt), *_page_facts(page))
    asked = _from_prompt(prompt)
    if asked.kind is Kind.NOTHING and page is not None:
        asked = _from_page(page)
    return Subject(asked.kind, asked.text, facts)


def _from_prompt(prompt: str) -> Subject:
    first = next(iter(sentences(spoken(plain(prompt).partition("\n")[0]))), "")
    if not any(character.isalnum() for character in first):
        return Subject(Kind.NOTHING, "")
    if _is_foreign(first):
        return Subject(Kind.TITLE, _short(first, LONGEST))
    if QUESTION.match(first) and len(first.split()) <= LONGEST_QUESTION:
        return Subject(Kind.QUESTION, f"{first[0].upper()}{first[1:].rstrip('.!? ')}?")
    asked = RANKED.sub("", ORDER.sub("", first)).strip(" .!?'")
    counted = COUNTED.match(asked)
    if counted:
        asked = f"how to {counted['rest']}" if counted["link"].lower() == "to" else counted["rest"]
    how_to = HOW_TO.match(asked)
    if how_to:
        return Subject(Kind.ACTION, _lower(_short(how_to["action"], LONGEST)))
    if ASKING.match(asked):
        return Subject(Kind.CLAUSE, _lower(_short(asked, LONGEST_QUESTION - 2)))
    return _named(asked or first, is_start=not asked or first.startswith(asked))


def _from_page(page: ProductPage) -> Subject:
    title = spoken(TITLE_END.split(plain(page.title).replace("\n", " "), maxsplit=1)[0]).strip(" .!?")
    if not any(character.isalnum() for character in title):
        return Subject(Kind.NOTHING, "")
    return Subject(Kind.TITLE if _is_foreign(title) else Kind.PRODUCT, _short(title, LONGEST))


def _named(asked: str, *, is_start: bool) -> Subject:
    """A thing one can hold or use, or else an idea. A sentence's start is no reason for a capital."""
    stated = STATES.split(asked, maxsplit=1)[0]
    name = OWNER.sub("", stated)
    is_owned = name != stated
    article = ARTICLE.match(name)
    name = _short(ARTICLE.sub("", name), LONGEST)
    if not name:
        return Subject(Kind.NOTHING, "")
    if is_start and not (is_owned or article or _is_name(name)):
        name = _lower(name)
    words = name.split()
    is_brand = _is_name(name) and len(words) <= MOST_NAME and not article
    if is_owned or is_brand or _head(words).lower() in GOODS:
        return Subject(Kind.PRODUCT, _thing(_without_audience(words), is_new=_is_new(stated)))
    return Subject(Kind.TOPIC, f"{article['article'].lower()} {name}" if article else name)


def _thing(words: list[str], *, is_new: bool) -> str:
    """One thing by its name, or by ``this`` and ``these``."""
    name = " ".join(words)
    if _is_name(name):
        return name
    if words[-1][0].isupper():  # our fitness app FitTrack
        return words[-1]
    this = "these" if _is_plural(_head(words).lower()) else "this"
    return f"{this} new {name}" if is_new else f"{this} {name}"


def _is_new(stated: str) -> bool:
    owner = OWNER.match(stated)
    return owner is not None and owner["new"] is not None


def _without_audience(words: list[str]) -> list[str]:
    """A thing without whom it is for."""
    end = next((place for place, word in enumerate(words) if place and word.lower() in AUDIENCE), len(words))
    return words[:end]


def _facts(text: str) -> tuple[str, ...]:
    whole = (sentence for line in plain(text).split("\n") for sentence in sentences(spoken(line)))
    found = (sentence for sentence in whole if _states(sentence) and not _is_order(sentence))
    return tuple(
        sentence if sentence[-1] in ".!?" else f"{sentence}."
        for sentence in found
        if len(sentence.split()) in FACT_WORDS and sentence[0].isupper() and not _is_foreign(sentence)
    )


def _states(sentence: str) -> bool:
    return bool(STATES.search(sentence) or STATEMENT.match(sentence))


def _is_order(sentence: str) -> bool:
    return (
        bool(NOT_SAID.match(sentence) or ORDER.match(sentence) or ASKING.match(sentence)) or "?" in sentence
    )


def _page_facts(page: ProductPage | None) -> tuple[str, ...]:
    return () if page is None else _facts(page.description)[:3]


def _short(text: str, most: int) -> str:
    """`text` up to its first clause and at most `most` words, not ending in the middle of a phrase."""
    head = CLAUSE_END.split(text.strip(), maxsplit=1)[0].strip(" .!?'") or text
    words = head.split()
    if len(words) > most and (cut := _before_purpose(words)) is not None:
        words = words[:cut]
    words = words[:most]
    while len(words) > 1 and words[-1].lower() in LOOSE_ENDS:
        words.pop()
    return " ".join(words)[:LONGEST_LETTERS].strip(" -'")


def _before_purpose(words: list[str]) -> int | None:
    """Where ``for whom`` begins, if something stands before it."""
    return next(
        (
            place
            for place, word in enumerate(words)
            if place > 1 and word.lower() in {"for", "to", "and", "in"}
        ),
        None,
    )


def _head(words: list[str]) -> str:
    """The noun itself: the last word before a preposition."""
    end = next(
        (place for place, word in enumerate(words) if place and word.lower() in LOOSE_ENDS), len(words)
    )
    return words[end - 1].strip(".,'")


def _is_plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith(SINGULAR_S)


def _is_name(name: str) -> bool:
    """Every word of weight is capitalised, as brands and titles are."""
    weighty = [word for word in name.split() if word.lower() not in LOOSE_ENDS]
    return (
        len(name) > 1
        and all(word[0].isupper() or word[0].isdigit() for word in weighty)
        and not name.isupper()
    )


def _lower(text: str) -> str:
    """Begin in lower case, unless the first word is an acronym, a name with inner capitals, or I."""
    first = text.split(maxsplit=1)[0]
    if first in {"I", "I'm", "I've"} or any(letter.isupper() for letter in first[1:]):
        return text
    return text[0].lower() + text[1:]


def _is_foreign(text: str) -> bool:
    letters = [character for character in text if character.isalpha()]
    if sum(not letter.isascii() for letter in letters) > FOREIGN_SHARE * len(letters):
        return True
    words = {word.lower().strip("¿¡.,!?") for word in text.split()}
    accented = {word for word in words if not word.isascii()}
    return len(words & FOREIGN | accented) > len(words & ENGLISH)
