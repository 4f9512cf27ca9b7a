"""In how many rows of ../shared/reference does another program differ from exact arithmetic, and by which cause?

The causes are found by arithmetic of its own here (fractions, no shortcut of the package), so that a cause that does
not explain a row shows as "not explained".
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable, Iterator
from fractions import Fraction
from math import ceil, floor
from pathlib import Path

import pytest

from reread.numbers.reported import Reported

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "reference"
Row = dict[str, str]

LEAST = "the least sum of squares is not asked for"
ONE_SUM = "one sum is tried, mean × n rounded half to even, where the mean allows several"
TIE = "a tie that half-even rounding prints otherwise is taken"
FLOAT_TIE = "a tie is rounded in binary floating point"
ANY_MEAN = "the SD is compared with any mean in the interval, not with k / n"
NO_ANSWER = "no answer where the mean is 0 or 1"
NEGATIVE = "a scale with negative scores counts as impossible"
STOPPED = "an error or a time-out"
OTHER_COUNT = "another count; why was not looked into"
NOT_EXPLAINED = "not explained"


def reference(name: str) -> list[Row]:
    """The rows of a table, comments left out; the test is skipped where it is not there."""
    path = FOLDER / name
    if not path.is_file():
        pytest.skip(f"no ../shared/reference/{name} beside the repository")
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(line for line in file if not line.startswith("#")))


def differing() -> Iterator[tuple[str, str, int, int, str]]:
    """File, program, rows that it answers, rows that differ, cause; a program without differing rows has no cause."""
    for name, program, answered, cause in _comparisons():
        rows = [row for row in reference(name) if answered(row)]
        causes = Counter(found for row in rows if (found := cause(row)))
        yield from ((name, program, len(rows), count, why) for why, count in causes.items())
        if not causes:
            yield name, program, len(rows), 0, "–"


def _comparisons() -> Iterator[tuple[str, str, Callable[[Row], object], Callable[[Row], str | None]]]:
    for program in ("scrutiny", "pysprite", "pypi_grim"):
        yield "grim_compare.csv", program, _answers(program), _of_grim(program)
    for name in ("grimmer_compare.csv", "grimmer_hard_families.csv"):
        for program in ("scrutiny", "rsprite2"):
            yield name, program, _answers(program), _of_grimmer(program)
    yield "debit_scrutiny.csv", "scrutiny", _answers("consistent"), _of_debit
    for program in ("closure_core_count", "closure_core_enum", "scrutipy_closure", "corvids"):
        yield "solution_counts.csv", program, _answers(program), _of_count(program)


def _answers(column: str) -> Callable[[Row], object]:
    return lambda row: row[column] != ""


def _of_grim(program: str) -> Callable[[Row], str | None]:
    def cause(row: Row) -> str | None:
        if row[program] == row["exact"]:
            return None
        parts, value = int(row["n"]) * int(row["items"]), Reported.read(row["x"])
        ends = {Fraction(k, parts) for k in _between(value.interval.low, value.interval.high, parts)}
        only_ties = ends <= {value.interval.low, value.interval.high}
        if row["rounding"] == "even" and row[program] == "True" and only_ties:
            return TIE if program == "scrutiny" else FLOAT_TIE
        return NOT_EXPLAINED

    return cause


def _of_grimmer(program: str) -> Callable[[Row], str | None]:
    def cause(row: Row) -> str | None:
        possible, says = row["exact"] == "1", row[program] == "TRUE"
        if possible == says:
            return None
        n, items, mean = int(row["n"]), int(row.get("items") or 1), Reported.read(row["x"])
        if says:
            sums = _between(mean.interval.low, mean.interval.high, n * items)
            return LEAST if any(_squares(n, total, row, items, least=False) for total in sums) else NOT_EXPLAINED
        return NOT_EXPLAINED if _squares(n, round(mean.value * n * items), row, items) else ONE_SUM

    return cause


def _squares(n: int, total: int, row: Row, items: int, least: bool = True) -> bool:
    """Has this sum of people's totals a sum of squares of its parity, with the printed SD (n − 1)?"""
    sd = Reported.read(row["sd"]).interval
    assert sd.low is not None
    assert sd.high is not None
    about = Fraction(total * total, n)
    low, high = (about + (max(end, Fraction(0)) * items) ** 2 * (n - 1) for end in (sd.low, sd.high))
    most_equal = sum(((total + k) // n) ** 2 for k in range(n)) if least else 0
    return any((squares - total) % 2 == 0 for squares in range(max(ceil(low), most_equal), floor(high) + 1))


def debit_exactly(row: Row) -> bool:
    """Some k of n zeros and ones, the SD with n − 1; each k is tried."""
    n, mean, sd = int(row["n"]), Reported.read(row["x"]).interval, Reported.read(row["sd"]).interval
    ks = [k for k in range(n + 1) if mean.contains(Fraction(k, n))]
    variances = (Fraction(k * (n - k), n * (n - 1)) for k in ks)
    low, high = max(sd.low or Fraction(0), Fraction(0)), sd.high or Fraction(0)
    return any(low**2 <= variance <= high**2 for variance in variances)


def _of_debit(row: Row) -> str | None:
    if row["consistent"] == "NA":
        return NO_ANSWER if Reported.read(row["x"]).value in (0, 1) else NOT_EXPLAINED
    if debit_exactly(row) == (row["consistent"] == "TRUE"):
        return None
    return ANY_MEAN if _some_real_mean(row) and row["consistent"] == "TRUE" else NOT_EXPLAINED


def _some_real_mean(row: Row) -> bool:
    """As for k / n, with any real share in the interval of the mean."""
    n, mean, sd = int(row["n"]), Reported.read(row["x"]).interval, Reported.read(row["sd"]).interval
    shares = [max(mean.low or Fraction(0), Fraction(0)), min(mean.high or Fraction(1), Fraction(1))]
    shares += [Fraction(1, 2)] if mean.contains(Fraction(1, 2)) else []
    variances = [share * (1 - share) * Fraction(n, n - 1) for share in shares]
    low, high = max(sd.low or Fraction(0), Fraction(0)), sd.high or Fraction(0)
    return min(variances) <= high**2 and low**2 <= max(variances)


def _of_count(program: str) -> Callable[[Row], str | None]:
    def cause(row: Row) -> str | None:
        if row[program] == row["exact_dp"]:
            return None
        if not row[program].isdigit():
            return STOPPED
        negative = program == "closure_core_count" and int(row["scale_min"]) < 0 and row[program] == "0"
        return NEGATIVE if negative else OTHER_COUNT

    return cause


def _between(low: Fraction | None, high: Fraction | None, parts: int) -> range:
    assert low is not None
    assert high is not None
    return range(ceil(low * parts), floor(high * parts) + 1)
