"""Which numbers does the document print, and which part does each play?

Every number that the lexer finds is a row; a locator gives a row its role (and its span, if a person marked it
otherwise than the lexer). Columns as in docs/output-files.md; offsets count characters of the raw document.
"""

from __future__ import annotations

from collections.abc import Iterable

from reread.documents import Document, Line
from reread.files.problem import Problem
from reread.numbers.decimal_mark import mark_of
from reread.numbers.lexer import Token
from reread.numbers.reported import Reported
from reread.reading.locators import locate
from reread.reading.skeleton import Skeleton
from reread.reading.typed import read_lines
from reread.study.file import StudyFile
from reread.study.ledger import ONCE, Number, allowed, decimal, read_as, share, stat_of


def ledger(document: Document, study: StudyFile, file: str, tags: frozenset[str] = frozenset()) -> list[Number]:
    """Every number of one document with its roles. Problem where a locator of the study file does not match."""
    roles: dict[int, dict[tuple[int, int], list[str]]] = {}
    places, problems = bound(document, study, file, tags)
    if problems:
        raise Problem.of(problems)
    for (number, *span), role in places:
        roles.setdefault(number, {}).setdefault((span[0], span[1]), []).append(role)
    typed, mark = typed_numbers(document), mark_of("\n".join(line.text for line in document.lines))
    rows = []
    for line in document.lines:
        marked = {span: ";".join(dict.fromkeys(parts)) for span, parts in roles.get(line.number, {}).items()}
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
) -> tuple[list[tuple[tuple[int, int, int], str]], list[Problem]]:
    """Line and span of every number that a locator points at, with its role; and what points at none."""
    found: list[tuple[tuple[int, int, int], str]] = []
    problems: list[Problem] = []
    for role, locators in study.locators():
        for tag, words in (tagged(text, tags) for text in locators.root):
            try:
                places = locate(words, document, file, role) if tag == document.tag else []
            except Problem as problem:
                problems.append(problem)
                continue
            found += [((place.line.number, place.start, place.end), role) for place in places]
    return found, problems


def tagged(text: str, tags: frozenset[str]) -> tuple[str, str]:
    """A locator may begin with the tag of one of several documents: `en: {20} mothers`."""
    head, colon, rest = text.partition(": ")
    return (head, rest) if colon and head in tags else ("", text)


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
    """One row of the ledger. Every number of a table's row that one reader alone read so is unsure for it."""
    start, end = line.raw_span(*span)
    unsure = f"{unsure} {ONCE}".strip() if line.once else unsure
    interval = allowed(reported, stat)
    low, high = ("" if limit is None else decimal(limit) for limit in (interval.low, interval.high))
    return Number(
        name, document.tag, line.number, start, end, document.raw[start:end], stat, decimal(reported.value),
        reported.decimals, reported.comparator, low, high, role, unsure, line.place,
    )  # fmt: skip
