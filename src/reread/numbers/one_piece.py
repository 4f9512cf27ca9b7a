"""How does a line read when its cut numbers are in one piece, and where in the line does each character of it stand?

What `cut` and `powers` put together is written so; what cannot be read is written in letters, so that no part of it is
taken for a number, and told apart. Where both have something to say, what cannot be read goes first.

>>> whole = in_one_piece("t(9) = 4. 02, p = 0.0 3 1", [])
>>> whole.text, [whole.place(*span) for span in ((7, 11), (2, 3))], [each.start for each in whole.unreadable]
('t(9) = 4.02, p = xxxxxxx', [(7, 12), (2, 3)], [18])
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from reread.numbers.around import Stretch
from reread.numbers.cut import cut
from reread.numbers.powers import lost

LONGEST = 40  # characters; more are no number


@dataclass(frozen=True)
class OnePiece:
    """The line as it is to be read; the place of each of its characters; what cannot be read; what is unsure where."""

    text: str
    offsets: Sequence[int]
    unreadable: Sequence[Stretch] = ()
    unsure: Sequence[str] = ()

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the text stands in the line."""
        return self.offsets[start], self.offsets[end - 1] + 1

    def doubts(self, start: int, end: int) -> list[str]:
        """What is unsure in a stretch of the line."""
        return sorted({kind for kind in self.unsure[start:end] if kind})


def in_one_piece(line: str, hidden: Iterable[tuple[int, int]], alone: bool = False) -> OnePiece:
    """The line in one piece, letters for its hidden stretches; `alone`: it is one number and nothing else."""
    within, plain = bytearray(len(line)), list(line)
    for start, end in hidden:
        plain[start:end] = "x" * (end - start)
        within[start + 1 : end] = b"\1" * (end - start - 1)
    found = [_clipped(line, each) for each in (*cut(line, alone), *lost(line, alone)) if not within[each.start]]
    masked = "".join(plain)
    if not found:
        return OnePiece(masked, range(len(line)))
    pieces, offsets, unsure, at = list[str](), list[int](), [""] * len(line), 0
    stretches = _apart(found, len(line))
    for each in stretches:
        unsure[each.start : each.end] = [each.unsure] * (each.end - each.start)
        written = each.written if each.readable else "x" * (each.end - each.start)
        if written is not None:
            pieces += [masked[at : each.start], written]
            offsets += [*range(at, each.start), *_aligned(line, each, written)]
            at = each.end
    text = "".join([*pieces, masked[at:]])
    return OnePiece(text, [*offsets, *range(at, len(line))], [s for s in stretches if not s.readable], unsure)


def _clipped(line: str, stretch: Stretch) -> Stretch:
    """No longer than a number may be, ending between two numbers."""
    if stretch.readable or stretch.end - stretch.start <= LONGEST:
        return stretch
    return replace(stretch, end=max(line.rfind(" ", stretch.start, stretch.start + LONGEST), stretch.start + 1))


def _apart(stretches: list[Stretch], length: int) -> list[Stretch]:
    """Those that do not overlap, in their order."""
    kept, taken = list[Stretch](), bytearray(length)
    for each in sorted(stretches, key=lambda s: (s.readable, s.written is None, s.start)):
        if not any(taken[each.start : each.end]):
            kept.append(each)
            taken[each.start : each.end] = b"\1" * (each.end - each.start)
    return sorted(kept, key=lambda s: s.start)


def _aligned(line: str, stretch: Stretch, written: str) -> Iterator[int]:
    """The place in the line of each character that is written for a stretch; of a new one that of the next."""
    at = stretch.start
    for character in written:
        place = line.find(character, at, stretch.end)
        yield min(at, stretch.end - 1) if place < 0 else place
        at = at if place < 0 else place + 1
