"""Which sounds of an utterance belong to which of its words, when each word was also said alone."""

import numpy as np
from numpy.typing import NDArray

STAY, ONLY_SAID, ONLY_KNOWN = 0, 1, 2


def owners(said: list[str], words: list[list[str]]) -> list[int]:
    """For each of the sounds `said`, the place in `words` to which it belongs; never falling.

    Words sound a little different in a sentence, so the two rows are matched with as few changes as
    possible (Levenshtein), a row of the table at a time.
    """
    known = [sound for word in words for sound in word]
    owner_of = [place for place, word in enumerate(words) for _ in word]
    if not known:
        return [0] * len(said)
    moves = _moves(said, known)
    found: list[int] = []
    row, column = len(said), len(known)
    while row:
        move = moves[row, column]
        if move != ONLY_KNOWN:
            row -= 1
            found.append(owner_of[max(column - 1, 0)])
        if move != ONLY_SAID:
            column -= 1
    return found[::-1]


def _moves(said: list[str], known: list[str]) -> NDArray[np.uint8]:
    numbers = {sound: number for number, sound in enumerate(sorted({*said, *known}))}
    row_of_known = np.array([numbers[sound] for sound in known])
    places = np.arange(len(known) + 1)
    cost = places.astype(np.int64)
    moves = np.full((len(said) + 1, len(known) + 1), ONLY_KNOWN, np.uint8)
    for row, sound in enumerate(said, start=1):
        stay = np.append(row, cost[:-1] + (row_of_known != numbers[sound]))
        best = np.minimum(stay, cost + 1)
        best[0] = row
        reached = np.minimum.accumulate(best - places) + places
        moves[row] = np.where(reached == stay, STAY, np.where(reached == cost + 1, ONLY_SAID, ONLY_KNOWN))
        moves[row, 0] = ONLY_SAID
        cost = reached
    return moves
