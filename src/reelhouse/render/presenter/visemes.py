"""Which mouth a sound is made with: IPA, as espeak-ng names it, to mouth shapes.

The grouping follows the lips, which is all that a viewer can see: see Fisher (1968), "Confusions among
visually perceived consonants". Sounds that close the lips, or set the teeth on them, are *firm*: they
are seen even when they are shorter than a frame.
"""

from unicodedata import category, normalize

from reelhouse.render.presenter.types import Mouth

FIRM = frozenset({Mouth.CLOSED, Mouth.BITE})

SOUNDS: dict[Mouth, str] = {
    Mouth.CLOSED: "m b p ɓ β ɸ ʙ",
    Mouth.BITE: "f v ɱ ʋ",
    Mouth.WIDE: "ɑ a ɒ ɶ ä",
    Mouth.OPEN: "æ ʌ ə ɐ ɜ ɝ ɚ ɘ ɞ ɤ h ɦ ʕ ħ",
    Mouth.SMILE: "i ɪ e ɛ ᵻ ɨ j ɯ",
    Mouth.ROUND: "o ɔ ø œ ɵ",
    Mouth.PUCKER: "u ʊ w ɹ ʍ ɥ y ʏ ʉ ɻ",
    Mouth.TONGUE: "l ɫ ɭ ʎ ɬ ɮ θ ð",
    Mouth.TEETH: "s z t d n k ɡ g ŋ ɲ ɳ x ɣ c ɟ r ɾ ʀ ʁ χ q ɢ ʈ ɖ ɴ ʝ ɽ",
    Mouth.TEETH_ROUND: "ʃ ʒ ɕ ʑ ʂ ʐ",
}
MOUTHS: dict[str, Mouth] = {
    normalize("NFD", symbol)[0]: mouth for mouth, symbols in SOUNDS.items() for symbol in symbols.split()
}
SILENT = "ʔ"
"""A stop in the throat: nothing of it is seen."""


def mouths_of(ipa: str) -> tuple[Mouth, ...]:
    """The mouths of one sound in their order, none twice in a row: a diphthong has two.

    Empty for a pause. A letter that is not known opens the mouth a little, as most sounds do.
    """
    mouths: list[Mouth] = []
    for letter in normalize("NFD", ipa):
        if letter in SILENT or not category(letter).startswith("L") or category(letter) == "Lm":
            continue
        mouth = MOUTHS.get(letter, Mouth.OPEN)
        if mouth is Mouth.TEETH_ROUND and mouths[-1:] == [
            Mouth.TEETH
        ]:  # tʃ and dʒ are rounded from the start
            mouths[-1] = mouth
        elif not mouths or mouths[-1] is not mouth:
            mouths.append(mouth)
    return tuple(mouths)
