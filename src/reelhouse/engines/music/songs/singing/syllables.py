"""Syllables of sung lines, found in the sounds of a recording in which each line is said once."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from reelhouse.media.speech import Phoneme, Timing, Word

VOWELS = frozenset("aeiouyæøœɐɑɒɔəɘɚɛɜɝɞɤɨɪɯɵʉʊʌʏᵻɶɿʅ")
SYLLABIC = "\u0329"
SONORANTS = "lmnrɹɾŋɲɫʎɭɳʁʀvzʒjw"
FIRST_OF_PAIR, SECOND_OF_PAIR = frozenset("pbtdkgɡfθsʃ"), frozenset("lɹrjwɾ")
EARLY = 0.03  # seconds by which a sound may begin before its line


@dataclass(frozen=True, slots=True)
class Syllable:
    """Seconds in the recording: where it begins, its vowel, and where it ends."""

    start: float
    vowel: float
    vowel_end: float
    end: float
    ends_word: bool

    def shifted(self, by: float) -> "Syllable":
        return Syllable(self.start + by, self.vowel + by, self.vowel_end + by, self.end + by, self.ends_word)


def syllables_of(timing: Timing, tokens: Sequence[int]) -> list[tuple[Syllable, ...]]:
    """For each line its syllables; `tokens` is how many words each line has in `timing`."""
    lines: list[tuple[Syllable, ...]] = []
    first = 0
    starts: list[tuple[float, tuple[Word, ...]]] = []
    for count in tokens:
        words = timing.words[first : first + count]
        starts.append((float(words[0].span.start) if words else float(timing.duration), words))
        first += count
    limits = [start for start, _ in starts[1:]] + [float(timing.duration) + 1]
    for (start, words), limit in zip(starts, limits, strict=True):
        sounds = [
            sound
            for sound in timing.phonemes
            if sound.ipa and start - EARLY <= float(sound.span.start) < limit - EARLY
        ]
        lines.append(_line(sounds, words))
    return lines


def _line(sounds: Sequence[Phoneme], words: Sequence[Word]) -> tuple[Syllable, ...]:
    cores = [place for place, sound in enumerate(sounds) if _is_vowel(sound.ipa)]
    if not cores:
        cores = [place for place, sound in enumerate(sounds) if sound.ipa[0] in SONORANTS][:1] or list(
            range(len(sounds))
        )[:1]
    firsts = [0, *(_onset(sounds, one, other) for one, other in pairwise(cores))]
    lasts = [*firsts[1:], len(sounds)]
    owners = [_word_at(float(sounds[core].span.start), words) for core in cores]
    followers = [*owners[1:], -1]
    return tuple(
        Syllable(
            float(sounds[first].span.start),
            float(sounds[core].span.start),
            float(sounds[core].span.end),
            float(sounds[last - 1].span.end),
            owner != follower,
        )
        for first, core, last, owner, follower in zip(firsts, cores, lasts, owners, followers, strict=True)
    )


def _is_vowel(ipa: str) -> bool:
    return ipa[0] in VOWELS or SYLLABIC in ipa or any(letter in VOWELS for letter in ipa[:2])


def _onset(sounds: Sequence[Phoneme], core: int, following: int) -> int:
    """Where the next syllable begins: with its last consonant, or with a pair such as ``tr``."""
    between = following - core - 1
    if between <= 1:
        return core + 1 if between == 1 else following
    one, other = sounds[following - 2].ipa[0], sounds[following - 1].ipa[0]
    return following - 2 if one in FIRST_OF_PAIR and other in SECOND_OF_PAIR else following - 1


def _word_at(moment: float, words: Sequence[Word]) -> int:
    owners = [place for place, word in enumerate(words) if float(word.span.start) <= moment + EARLY / 2]
    return owners[-1] if owners else 0
