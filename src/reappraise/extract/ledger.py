"""Which numbers does the document print, and which part does each play?

Every number that the lexer finds is a row; a locator gives a row its role (and its span, if a person marked it
otherwise than the lexer). Columns as in docs/output-files.md; offsets count characters of the raw document.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from fractions import Fraction
from pathlib import Path
from typing import TextIO

from reappraise.documents import Document, Line
from reappraise.extract.decimal_mark import mark_of
from reappraise.extract.lexer import Token
from reappraise.extract.locators import locate
from reappraise.extract.number_words import is_word
from reappraise.extract.number_words import read as read_number
from reappraise.extract.skeleton import Skeleton
from reappraise.extract.typed import read_lines
from reappraise.interval import Interval
from reappraise.reported import Reported
from reappraise.study_file import StudyFile

STATS = {"estimate": "md", "ci.low": "ci_low", "ci.high": "ci_high", "ci.level": "ci_level", "normality_p": "p"}
EXACT = ("n", "count", "code", "df", "df1", "df2", "ci_level")
LIMITS: dict[str, tuple[int | None, int | None]] = {
    **dict.fromkeys(("p", "alpha", "eta2", "r2"), (0, 1)),
    **dict.fromkeys(("percent", "sd", "se", "F", "chi2", "Q", "U", "W", "H", "OR", "RR", "HR"), (0, None)),
    "r": (-1, 1),
}
CATEGORIES = {"count": "count", "percent": "percent", "codes": "code", "shares": "percent", "other": ""}
SHARES_OF_ONE = ("p", "alpha")
PLAIN = (
    "n", "mean", "sd", "se", "median", "minimum", "maximum", "alpha", "percent",
    "t", "df", "F", "df1", "df2", "chi2", "z", "r", "Q", "U", "W", "H", "p",
    "d", "g", "eta2", "omega2", "r2", "OR", "RR", "HR",
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
    unsure: str = ""  # what had to be chosen or was not printed plainly: separator, spacing, operator, sign, symbol
    place: str = ""  # where in a file whose lines have no number: page, table and row

    def reported(self) -> Reported:
        """The printed number that this row holds."""
        return Reported(self.text, Fraction(self.value), self.decimals, self.comparator)


def ledger(document: Document, study: StudyFile, file: str, tags: frozenset[str] = frozenset()) -> list[Number]:
    """Every number of one document with its roles. Problem where a locator of the study file does not match."""
    roles: dict[tuple[int, int, int], list[str]] = {}
    for span, role in bound(document, study, file, tags):
        roles.setdefault(span, []).append(role)
    claimed = {span: ";".join(dict.fromkeys(parts)) for span, parts in roles.items()}
    typed, mark = typed_numbers(document), mark_of("\n".join(line.text for line in document.lines))
    rows = []
    for line in document.lines:
        marked = {(start, end): role for (number, start, end), role in claimed.items() if number == line.number}
        free = {(t.start, t.end): (t, stat) for t, stat in typed.get(line.number, []) if not _within(t, marked)}
        for k, (start, end) in enumerate(sorted([*marked, *free]), 1):
            name = f"{document.tag}:{line.number}.{k}".lstrip(":")
            if (start, end) in marked:
                role = marked[start, end]
                stat = stat_of(role.partition(";")[0])
                reported = read_as(line.text[start:end], stat, mark)
                rows.append(row(name, document, line, (start, end), stat, reported, role))
            else:
                token, stat = free[start, end]
                reported = share(token.reported, stat)
                rows.append(row(name, document, line, (start, end), stat, reported, unsure=token.unsure))
    return rows


def typed_numbers(document: Document, page: Skeleton | None = None) -> dict[int, list[tuple[Token, str]]]:
    """Line number → its numbers, each with the statistic that the document makes of it (`page`: where read already)."""
    page = page or read_lines([line.text for line in document.lines])[0]
    found: dict[int, list[tuple[Token, str]]] = {}
    for token, stat, index in zip(page.tokens, page.stats, page.lines, strict=True):
        found.setdefault(document.lines[index].number, []).append((token, stat))
    return found


def _within(token: Token, marked: Iterable[tuple[int, int]]) -> bool:
    return any(token.start < end and start < token.end for start, end in marked)


def bound(
    document: Document, study: StudyFile, file: str, tags: frozenset[str]
) -> Iterable[tuple[tuple[int, int, int], str]]:
    """Line and span of every number that a locator points at, with its role."""
    for role, locators in study.locators():
        for text in locators.root:
            tag, words = tagged(text, tags)
            if tag != document.tag:
                continue
            for place in locate(words, document, file, role):
                yield (place.line.number, place.start, place.end), role


def tagged(text: str, tags: frozenset[str]) -> tuple[str, str]:
    """A locator may begin with the tag of one of several documents: `en: {20} mothers`."""
    head, colon, rest = text.partition(": ")
    return (head, rest) if colon and head in tags else ("", text)


def stat_of(role: str) -> str:
    """The kind of statistic that a role names, in the ledger's vocabulary; empty where it is none of them."""
    parts = role.split(".")
    named = parts[-3:-2] == ["groups"] or parts[:-2] == ["tests"]  # a group or a test, whatever it is called
    if parts[-2:-1] and parts[-2] in CATEGORIES and not named:  # whatever a category is called
        return CATEGORIES[parts[-2]]
    for tail, stat in STATS.items():
        if role.endswith(tail):
            return stat
    return parts[-1] if parts[-1] in PLAIN else ""


def row(
    name: str,
    document: Document,
    line: Line,
    span: tuple[int, int],
    stat: str,
    reported: Reported,
    role: str = "",
    unsure: str = "",
) -> Number:
    """One row of the ledger."""
    start, end = line.raw_span(*span)
    interval = allowed(reported, stat)
    low, high = ("" if limit is None else decimal(limit) for limit in (interval.low, interval.high))
    return Number(
        name, document.tag, line.number, start, end, document.raw[start:end], stat, decimal(reported.value),
        reported.decimals, reported.comparator, low, high, role, unsure, line.place,
    )  # fmt: skip


def read_as(text: str, stat: str, mark: str = "") -> Reported:
    """The printed number or number word, a p or alpha of "5%" read as 0.05."""
    return share(read_number(text, mark), stat)


def share(reported: Reported, stat: str) -> Reported:
    """A p or alpha printed in percent, as a share of one."""
    if stat in SHARES_OF_ONE and reported.text.endswith("%"):
        return replace(reported, value=reported.value / 100, decimals=reported.decimals + 2)
    return reported


def allowed(reported: Reported, stat: str) -> Interval:
    """What a printed number of this kind stands for: counts are exact, p lies in [0, 1], an SD is at least 0."""
    if is_word(reported.text):
        return Interval.point(reported.value)
    if stat in EXACT and reported.comparator == "=" and (reported.decimals == 0 or _whole(reported, stat)):
        return Interval.point(reported.value)
    limits = LIMITS.get(stat)
    inside = reported.interval.within(*limits) if limits else None
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
    writer.writerows(vars(number) for number in rows)


def write(rows: Iterable[Number], path: Path) -> None:
    """The ledger in a file."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        write_to(stream, rows)


def read(path: Path) -> list[Number]:
    """The ledger as it was written."""
    with path.open(encoding="utf-8", newline="") as stream:
        return [
            Number(**{**row, **{k: int(row[k]) for k in ("line", "start", "end", "decimals")}})  # type: ignore[arg-type]
            for row in csv.DictReader(stream)
        ]
