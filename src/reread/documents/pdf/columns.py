"""In which order are the words of a page read, where it is set in columns?

A page has two columns where a white river runs down its middle and the lines on both sides are long. Lines that cross
the river (titles, wide tables) part the page into bands; within a band the left column is read before the right one.
Columns of a table are short cells, so no river is taken for a gap between columns of text there.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from statistics import median

from reread.documents.pdf.rules import Rule
from reread.documents.pdf.words import Word, baselines

LONG = 22  # characters of a line of text in a column, at the median
LINES = 6  # lines a column must have
SIDE = 20  # points: a rule over both columns reaches as far into each
FEW = 0.4  # of the lines of a page may cross the river


def columns_of(words: list[Word], across: Sequence[Rule] = ()) -> list[list[Word]]:
    """Groups of words to be read one after the other; lines between rules over both columns are a table's."""
    if not words:
        return []
    river = _river(words)
    if river is None:
        return [words]
    groups: list[list[Word]] = []
    left: list[Word] = []
    right: list[Word] = []
    frames = _frames(across, river)
    for row in baselines(words):
        if _crosses(row, river) or any(top < row[0].bottom < bottom for top, bottom in frames):
            groups += [*columns_of_halves(left, right), row]
            left, right = [], []
        else:
            left += [word for word in row if word.middle[0] < river]
            right += [word for word in row if word.middle[0] >= river]
    return _joined([*groups, *columns_of_halves(left, right)])


def columns_of_halves(left: list[Word], right: list[Word]) -> list[list[Word]]:
    """Both sides of a band, those that hold words."""
    return [side for side in (left, right) if side]


def _frames(across: Sequence[Rule], river: float) -> list[tuple[float, float]]:
    """Top and bottom between rules of one width that run over the river."""
    over = sorted(rule for rule in across if rule.start < river - SIDE and rule.end > river + SIDE)
    pairs = [(a, b) for a, b in itertools.pairwise(over) if abs(a.start - b.start) < 4 and abs(a.end - b.end) < 4]
    return [(a.at, b.at) for a, b in pairs]


def _joined(groups: list[list[Word]]) -> list[list[Word]]:
    """Neighbouring full-width lines as one group."""
    joined: list[list[Word]] = []
    wide: list[bool] = []
    for group in groups:
        one = len(baselines(group)) == 1
        if joined and one and wide[-1]:
            joined[-1] = joined[-1] + group
        else:
            joined.append(group)
            wide.append(one)
    return joined


def _crosses(row: list[Word], river: float) -> bool:
    """Does the line run over the river, without a gap as wide as a character is high?"""
    before = behind = None
    for word in row:
        if word.left < river - 1 and word.right > river + 1:
            return True
        if word.left + word.right < 2 * river:
            before = word
        elif behind is None:
            behind = word
    return before is not None and behind is not None and behind.left - before.right < 0.7 * before.size


def _river(words: list[Word]) -> float | None:
    """The middle of the white stripe between two columns of text."""
    low, high = min(w.left for w in words), max(w.right for w in words)
    rows = baselines(words)
    best: tuple[int, float] | None = None
    for step in range(30, 71):
        at = low + (high - low) * step / 100
        least, crossing = best[0] if best else len(rows) + 1, 0
        for row in rows:
            crossing += _crosses(row, at)
            if crossing >= least:
                break
        else:
            best = (crossing, at)
    if best is None or best[0] > FEW * len(rows):
        return None
    at = _middle(words, best[1])
    sides = [
        [w for row in rows if not _crosses(row, at) for w in row if (w.middle[0] < at) is left]
        for left in (True, False)
    ]
    return at if all(_is_text(side) for side in sides) else None


def _middle(words: list[Word], at: float) -> float:
    """The middle between the nearest words on both sides."""
    left = max((w.right for w in words if w.right <= at), default=at)
    right = min((w.left for w in words if w.left >= at), default=at)
    return (left + right) / 2


def _is_text(side: list[Word]) -> bool:
    rows = baselines(side)
    return len(rows) >= LINES and median(sum(len(word.text) + 1 for word in row) for row in rows) >= LONG
