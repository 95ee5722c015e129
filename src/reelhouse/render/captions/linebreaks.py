"""How the words of a group are put in lines: one if they fit, else two, parted where a phrase ends."""

from collections.abc import Sequence

from reelhouse.render.captions.phrases import CLOSERS, COMMAS, LEANING

LEANING_COST = 0.5
"""Of the width of the lines: how much less even they may be, so that no article ends the first one."""

COMMA_REWARD = 0.25


def break_lines(
    widths: Sequence[float], gaps: Sequence[float], texts: Sequence[str], width: float
) -> list[tuple[int, int]]:
    """One line when it fits, else the two that read best, else as many as it takes.

    `gaps` is the blank before each word; each line is a range of words.
    """
    if not widths:
        return []
    count = len(widths)
    if extent(widths, gaps, 0, count) <= width:
        return [(0, count)]
    cuts = [
        cut
        for cut in range(1, count)
        if extent(widths, gaps, 0, cut) <= width and extent(widths, gaps, cut, count) <= width
    ]
    if cuts:
        cut = min(cuts, key=lambda at: _cost(widths, gaps, texts, at))
        return [(0, cut), (cut, count)]
    return _fill(widths, gaps, width)


def extent(widths: Sequence[float], gaps: Sequence[float], begin: int, stop: int) -> float:
    return sum(widths[begin:stop]) + sum(gaps[begin + 1 : stop])


def _cost(widths: Sequence[float], gaps: Sequence[float], texts: Sequence[str], cut: int) -> float:
    upper, lower = extent(widths, gaps, 0, cut), extent(widths, gaps, cut, len(widths))
    last = texts[cut - 1].rstrip(CLOSERS)
    cost = max(upper, lower) / (upper + lower)
    if last.lower() in LEANING:
        cost += LEANING_COST
    return cost - COMMA_REWARD if last.endswith(COMMAS) else cost


def _fill(widths: Sequence[float], gaps: Sequence[float], width: float) -> list[tuple[int, int]]:
    lines, begin = [], 0
    for stop in range(1, len(widths) + 1):
        if stop == len(widths) or extent(widths, gaps, begin, stop + 1) > width:
            lines.append((begin, stop))
            begin = stop
    return lines
