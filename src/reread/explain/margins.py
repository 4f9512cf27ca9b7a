"""What may the data of one sample have been, and which of its printed numbers does that reconcile?

A *margin* is one candidate: the data set that the counts and codes give, a data set (or only its moments) that prints
mean and SD, or the mean alone, the SD alone, neither. Numbers of the sample that a candidate does not print stay
unreconciled under it.

Source: exact enumeration (`reread.datasets`); Brown & Heathers 2017, doi:10.1177/1948550616673876.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import inf, log2, sqrt

from reread.datasets.histogram import Counts, Moments, TooLarge
from reread.datasets.listing import list_all
from reread.datasets.question import Question
from reread.explain.near import Range, ends, meets, point
from reread.explain.prints import Prints
from reread.explain.strings import ways
from reread.numbers.interval import Interval
from reread.statistics.conventions import IMPLEMENTATIONS_DIFFER
from reread.statistics.scores import shapiro

# Of more data sets than these only the moments are kept; of more moments, the printed intervals.
MOST_DATA_SETS = 12
MOST_MOMENTS = 400
# Of a sample's candidates so many are joined with those of the other, the fewest bits of their own first.
MOST_MARGINS = 15


@dataclass(frozen=True)
class Margin:
    """One candidate: its mean and SD (n − 1) as ranges where told, the data where known, and what it costs to tell.

    `agrees` and `differs` name the blocks of this sample (`mean`, `count` …) that it prints and that it does not print;
    `own` are the bits that tell the candidate and every number of the sample that it does not print.
    """

    n: int
    mean: Range | None
    sd: Range | None
    data: Counts | None
    bits: float
    agrees: frozenset[str] = frozenset()
    differs: frozenset[str] = frozenset()
    own: float = 0.0


@lru_cache(maxsize=5_000)
def fewest_bits(prints: Prints) -> float:
    """What a sample's best candidate takes by itself: one that says nothing, or one with data.

    One without data costs to tell what it saves, because it prints nothing but that.
    """
    return fewest_within(prints, inf)


def fewest_within(prints: Prints, room: float) -> float:
    """The same; where it is more than `room`, anything above it, so that dear candidates need not be made."""
    n, most = prints.n, room + 1
    if n is None:
        return _untold(prints).own
    untallied = prints.untallied
    best, moments, counted = _bits_of(prints.bits, prints.counting if untallied else None)
    if untallied and counted > room:
        return counted
    of_data = inf
    if prints.counted is not None:
        of_data = _bits_of_data(prints, n)
        best = min(best, _own(_of_data(prints.counted, of_data), prints, min(best, most)))
    # data that print mean and SD and are not those that are counted lose the counts; the counted ones came before
    lost = counted if prints.counted is None or of_data <= moments else 0.0
    if moments + lost < min(best, most) + 1e-9:
        for margin in _of_moments(prints, n):
            if margin.data is not None:
                best = min(best, _own(margin, prints, min(best, most)))
    return best


@lru_cache(maxsize=500)
def _bits_of(bits: tuple[tuple[str, float], ...], counting: float | None) -> tuple[float, float, float]:
    """The bits of everything, of mean and SD, and of the counts; `counting` where no data set tells these."""
    told = [(part, counting if part == "count" and counting is not None else of_part) for part, of_part in bits]
    moments = sum(of_part for part, of_part in told if part in ("mean", "sd"))
    return sum(each for _, each in told), moments, sum(of_part for part, of_part in told if part == "count")


def _own(margin: Margin, prints: Prints, most: float) -> float:
    """The bits that tell a candidate and every number of the sample that it does not print, as far as `most`."""
    told, untallied = margin.bits, prints.untallied
    for part, bits in prints.bits:
        if told >= most:
            break
        if untallied and part == "count":
            told += prints.counting  # no data set tells them
        elif not _prints(part, margin, prints):
            told += bits
    return told


@lru_cache(maxsize=5_000)
def margins(prints: Prints) -> tuple[Margin, ...]:
    """Every candidate of a sample, the fewest bits of its own first; the last says nothing."""
    if prints.n is None:
        return (_untold(prints),)
    *found, nothing = (_judged(margin, prints) for margin in _candidates(prints))
    return (*sorted(found, key=lambda margin: margin.own)[:MOST_MARGINS], nothing)


def _untold(prints: Prints) -> Margin:
    return Margin(0, None, None, None, 0.0, own=sum(bits for _, bits in prints.bits))


def _candidates(prints: Prints) -> Iterator[Margin]:
    n, bits = prints.n or 0, dict(prints.bits)
    yield from _of_scores(prints, n)
    mean, sd = prints.mean, prints.sd
    of_mean, of_sd = bits.get("mean", 0.0), bits.get("sd", 0.0)
    if mean and sd and not prints.whole:
        yield Margin(n, mean.widened, _at_least_0(sd.widened), None, of_mean + of_sd)
    if mean:
        yield Margin(n, mean.widened, None, None, of_mean)
    if sd:
        yield Margin(n, None, _at_least_0(sd.widened), None, of_sd)
    yield Margin(n, None, None, None, 0.0)


def _of_scores(prints: Prints, n: int) -> Iterator[Margin]:
    """The data set that the counts give, and those (or their moments) that print mean and SD of whole scores."""
    if prints.counted is not None:
        yield _of_data(prints.counted, _bits_of_data(prints, n))
    yield from _of_moments(prints, n)


def _of_moments(prints: Prints, n: int) -> tuple[Margin, ...]:
    if not (prints.mean and prints.sd and prints.whole):
        return ()
    # stated codes bound the scale only where counts show that everybody has one of them
    bounded = prints.counted is not None or prints.bounding
    _, told, _ = _bits_of(prints.bits, None)
    return _of_whole_scores(n, prints.mean, prints.sd, prints.scale if bounded else None, told)


@lru_cache(maxsize=5_000)
def _of_whole_scores(
    n: int, mean: Interval, sd: Interval, scale: tuple[int, int] | None, told: float
) -> tuple[Margin, ...]:
    """The data sets that print mean and SD (n − 1 or n below), or their moments, or the printed ends."""
    return tuple(_each_of_whole_scores(n, mean, sd, scale, told))


def _each_of_whole_scores(
    n: int, mean: Interval, sd: Interval, scale: tuple[int, int] | None, told: float
) -> Iterator[Margin]:
    for ddof in (1, 0):
        try:
            moments = _some(Question.posed(n, mean, sd, scale, {"ddof": ddof}).targets())
        except (TooLarge, ValueError):
            continue
        if len(moments) > MOST_MOMENTS:
            yield Margin(n, ends(mean), _at_least_0(ends(sd)), None, told)
            return
        listed = _listed(n, mean, sd, scale, ddof) if moments else ()
        if listed:
            yield from (_of_data(data, told) for data in listed)
        else:
            yield from (_of_sums(n, each, told) for each in moments)


def _some(moments: Iterator[Moments]) -> list[Moments]:
    found = []
    for each in moments:
        found.append(each)
        if len(found) > MOST_MOMENTS:
            break
    return found


def _listed(n: int, mean: Interval, sd: Interval, scale: tuple[int, int] | None, ddof: int) -> tuple[Counts, ...]:
    try:
        found = list_all(n, mean, sd, scale, MOST_DATA_SETS, ddof=ddof)
    except TooLarge:
        return ()
    return found.data_sets if found.ending == "all listed" else ()


@lru_cache(maxsize=5_000)
def _of_data(data: Counts, bits: float) -> Margin:
    return Margin(data.n, point(float(data.mean)), point(sqrt(data.variance())), data, bits)


def _of_sums(n: int, moments: Moments, bits: float) -> Margin:
    return Margin(n, point(moments.sum / n), point(sqrt(moments.variance(n))), None, bits)


def _bits_of_data(prints: Prints, n: int) -> float:
    answers = max(len(prints.counted or ()), 2) if prints.scale is None else prints.scale[1] - prints.scale[0] + 1
    return _bits_of_ways(n, answers)


@lru_cache(maxsize=500)
def _bits_of_ways(n: int, answers: int) -> float:
    return log2(ways(n, answers))


def _at_least_0(sd: Range) -> Range:
    return max(0.0, sd[0]), max(0.0, sd[1])


def _judged(margin: Margin, prints: Prints) -> Margin:
    """Which blocks of the sample this candidate prints, and which it does not; of the others it says nothing."""
    found = [(part, _prints(part, margin, prints)) for part, _ in prints.bits]
    agrees, differs = (frozenset(part for part, holds in found if holds is each) for each in (True, False))
    m = margin
    return Margin(m.n, m.mean, m.sd, m.data, m.bits, agrees, differs, _own(m, prints, inf))


def _prints(part: str, margin: Margin, prints: Prints) -> bool | None:
    if part == "mean" and prints.mean:
        return margin.mean is not None and meets(prints.mean.widened, margin.mean)
    if part == "sd" and prints.sd:
        return margin.sd is not None and _prints_sd(prints.sd.widened, margin.n, margin.sd)
    if part == "normality_p" and prints.p and margin.data is not None and len(margin.data) > 1 and margin.n > 2:
        w, p = shapiro(margin.data.pairs)
        if prints.statistic:
            return meets(ends(prints.p), point(w))
        return meets(ends(prints.p), (p / IMPLEMENTATIONS_DIFFER, p * IMPLEMENTATIONS_DIFFER))
    if part == "count" and prints.counted is not None:
        return bool(prints.tallied) and margin.data == prints.counted
    return prints.tallied if part == "count" else None


def _prints_sd(printed: Range, n: int, sd: Range) -> bool:
    """With n − 1 or with n below."""
    if meets(printed, sd):
        return True
    shrink = _shrink(n)
    return meets(printed, (sd[0] * shrink, sd[1] * shrink))


@lru_cache(maxsize=500)
def _shrink(n: int) -> float:
    return sqrt((n - 1) / n)
