"""What is one printed number: of which kind, where, and what may it stand for?

Columns as in docs/output-files.md; offsets count characters of the raw document. What makes these rows from a document
stands in `reread.reading.ledger`.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from fractions import Fraction
from pathlib import Path
from typing import TextIO

from reread.files.results import as_it_was, harmless, write_whole
from reread.numbers.interval import Interval
from reread.numbers.number_words import is_word
from reread.numbers.number_words import read as read_number
from reread.numbers.reported import Reported

STATS = {
    "estimate": "md",
    "ci.low": "ci_low",
    "ci.high": "ci_high",
    "ci.level": "ci_level",
    "normality_p": "p",
    "planning.difference": "md",
    "ss_error": "ss",
    "ss_total": "ss",
    "ms_error": "ms",
}
EXACT = ("n", "count", "code", "df", "df1", "df2", "ci_level")
ONCE = "row"  # unsure: in a table's row that one of two readers alone read so
WHOLE = ("line", "start", "end", "decimals")  # columns of the ledger
A_NORM = "against"  # exact, whatever its decimals
LIMITS: dict[str, tuple[int | None, int | None]] = {
    **dict.fromkeys(("p", "alpha", "eta2", "r2"), (0, 1)),
    **dict.fromkeys(("percent", "sd", "se", "F", "chi2", "Q", "U", "W", "H", "OR", "RR", "HR", "ss", "ms"), (0, None)),
    "r": (-1, 1),
}
RATIOS = ("OR", "RR", "HR")
UNSIGNED = ("sd", "se", "F", "chi2", "Q", "H", "ss", "ms")
CATEGORIES = {"count": "count", "percent": "percent", "codes": "code", "shares": "percent", "other": ""}
SHARES_OF_ONE = ("p", "alpha", "power", "eta2", "omega2", "r2", "I2")
PLAIN = (
    "n", "mean", "sd", "se", "median", "minimum", "maximum", "alpha", "power", "percent",
    "t", "df", "F", "df1", "df2", "chi2", "z", "r", "Q", "I2", "U", "W", "H", "wald", "p",
    "d", "g", "eta2", "omega2", "r2", "OR", "RR", "HR", "ss", "ms", A_NORM,
)  # fmt: skip


@dataclass(frozen=True)
class Number:
    """One row of the ledger. `low` and `high` are exact (decimals or fractions), empty where unbounded."""

    id: str
    document: str
    line: int
    start: int
    end: int
    text: str
    stat: str
    value: str
    decimals: int
    comparator: str
    low: str
    high: str
    role: str  # several, joined by ";", where one number plays several parts
    # what had to be chosen or was not printed plainly: separator, spacing, operator, sign, symbol, power; or `row`
    unsure: str = ""
    place: str = ""  # where in a file whose lines have no number: page, table and row

    @property
    def once(self) -> bool:
        """Does it stand in a table's row that one of two readers alone read so?"""
        return ONCE in self.unsure.split()

    def reported(self) -> Reported:
        """The printed number that this row holds."""
        return Reported(self.text, Fraction(self.value), self.decimals, self.comparator)


def stat_of(role: str) -> str:
    """The kind of statistic that a role names, in the ledger's vocabulary; empty where it is none of them."""
    parts = role.split(".")
    if parts[0] in ("arms", "flow", "allocation"):  # keys of the study file, and so the names of no outcome
        return "n"
    named = parts[-3:-2] == ["groups"] or parts[:-2] == ["tests"]  # a group or a test, whatever it is called
    if parts[-2:-1] and parts[-2] in CATEGORIES and not named:  # whatever a category is called
        return CATEGORIES[parts[-2]]
    for tail, stat in STATS.items():
        if role.endswith(tail):
            return stat
    return parts[-1] if parts[-1] in PLAIN else ""


def read_as(text: str, stat: str, mark: str = "") -> Reported:
    """The printed number or number word, a p of "5%" read as 0.05, an R² of "45%" as 0.45."""
    return share(read_number(text, mark), stat)


def share(reported: Reported, stat: str) -> Reported:
    """A p, an R² or the like printed in percent, as a share of one."""
    if stat in SHARES_OF_ONE and reported.text.endswith("%"):
        return replace(reported, value=reported.value / 100, decimals=reported.decimals + 2)
    return reported


def allowed(reported: Reported, stat: str) -> Interval:
    """What a printed number of this kind stands for: counts are exact, p lies in [0, 1], an SD is at least 0.

    An SD, a χ² or the like printed below 0 is read without its sign, so that other checks can go on.
    """
    if is_word(reported.text) or (stat == A_NORM and reported.comparator == "="):
        return Interval.point(reported.value)
    if stat in EXACT and reported.comparator == "=" and (reported.decimals == 0 or _whole(reported, stat)):
        return Interval.point(reported.value)
    limits = LIMITS.get(stat)
    inside = reported.interval.within(*limits) if limits else None
    if inside is None and stat in UNSIGNED:
        return reported.interval.absolute()
    return reported.interval if inside is None else inside


def _whole(reported: Reported, stat: str) -> bool:
    """Codes and counts printed as 1.0 are whole; degrees of freedom printed as 18.0 are rounded (Welch)."""
    return stat not in ("df", "df1", "df2") and reported.value.denominator == 1


def decimal(value: Fraction) -> str:
    """An exact decimal where there is one, else the fraction.

    >>> decimal(Fraction(-1, 8)), decimal(Fraction(1, 3)), decimal(Fraction(20))
    ('-0.125', '1/3', '20')
    """
    for places in range(12):
        scaled, rest = divmod(abs(value.numerator) * 10**places, value.denominator)
        if not rest:
            digits = f"{scaled:0{places + 1}d}"
            whole = len(digits) - places
            return "-" * (value.numerator < 0) + digits[:whole] + "." * (places > 0) + digits[whole:]
    return str(value)


def write_to(stream: TextIO, rows: Iterable[Number]) -> None:
    """The ledger as CSV, one row a number."""
    writer = csv.DictWriter(stream, [f.name for f in fields(Number)], lineterminator="\n")
    writer.writeheader()
    for number in rows:
        told = {name: harmless(part) if isinstance(part, str) else part for name, part in vars(number).items()}
        writer.writerow(told)


def write(rows: Iterable[Number], path: Path) -> None:
    """The ledger in a file."""
    stream = io.StringIO(newline="")
    write_to(stream, rows)
    write_whole(path, stream.getvalue())


def read(path: Path) -> list[Number]:
    """The ledger as it was written."""
    with path.open(encoding="utf-8", newline="") as stream:
        return [
            Number(**{k: int(text) if k in WHOLE else as_it_was(text) for k, text in row.items()})  # type: ignore[arg-type]
            for row in csv.DictReader(stream)
        ]
