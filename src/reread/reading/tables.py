"""Which statistic does a table's cell print, by the head of its column and the label of its row?

Rows are lines with cells between ` | `, of which the first and the last may be blank; neighbouring rows are one table,
its first row the heads, or a later row that names statistics and prints no numbers (another head, or another table). A
column that is blank in every row is none. A head or label names one statistic ("p-value") or several that stand in one
cell ("Mean ± SD", "n (%)", "95% CI"). A column of a test keeps its type; elsewhere the row's label speaks first, but
for one letter, or a word for everybody, beside counts and percentages: there M is male and "Jumlah" a total.

>>> page = Skeleton.of(["Group | n | % | t", "Low | 18 | 90 | -4.87", "Mean (SD) | 1.20 (0.41) | - | -"], ".")
>>> type_tables(page); page.stats
['count', 'percent', 't', 'mean', 'sd']
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from reread.reading.skeleton import NUMBER as N
from reread.reading.skeleton import Skeleton
from reread.words.reading import either, labels, words

ROW = re.compile(r" \| |^\| | \|$")
RULE = re.compile(r"^[-=+:\s]*[-=|][-=+:\s|]*$")  # of dashes, or all blank
STRONG = {"p", "t", "F", "chi2", "z", "r", "df", "U", "W", "H", "ci_low", "d", "g", "eta2", "OR", "RR", "HR", "md"}
OF_TESTS = {"t", "F", "chi2", "z", "df", "U", "W", "H", "p"}
LETTERS = {"t": ("t", "T"), "F": ("F",), "z": ("z", "Z"), "r": ("r",), "U": ("U",), "W": ("W",), "H": ("H",)}
T_DF = re.compile(
    rf"\W*(?:[tT]|{either(labels()['t'])})(?:[\s-]*(?:value|test))?\s*[(\[,]\s*{either(labels()['df'])}\W*"
)
CHI = r"(?:[χΧxX]\s?\^?[2²])"
OWN_SIZE = re.compile(rf"[(\[,:]?\s*(?<!\w)[nN]\s*=\s*{N}\s*[)\]]?")  # of a column, whose cells print something else
FIRST = re.compile(rf"[^{N}()\[\]]*{N}[^{N}()\[\]]*(?:[(\[][^()\[\]]*[)\]])?\s*")
NOT_THE_MEAN = re.compile(r"(?i)mean\s+rank|mean\s+square|rank\s+mean|peringkat")
BRACKETED = re.compile(rf"\s*{N}\s*[(\[]\s*{N}\s*%?\s*[)\]]\s*")
ENDS = ["ci_low", "ci_high"]
COUNTED = (["count"], ["percent"], ["count", "percent"])
CATEGORY = re.compile(rf"[^\w{N}]*(?:[^\W\d_]|{either(words('everyone'))})[^\w{N}]*")
COUNT_PERCENT = re.compile(r"(?:[nNfF]|[nN]os?\.?)\s*[,(/\[]\s*%")
CellSpans = list[tuple[int, int]]  # start and end of each cell in the text


@dataclass(frozen=True)
class Table:
    """The rows of one table, heads first."""

    rows: list[CellSpans]


def tables(page: Skeleton) -> Iterator[Table]:
    """Runs of neighbouring lines with cells."""
    yield from _tables(page.text)


@lru_cache(maxsize=4)
def _tables(text: str) -> tuple[Table, ...]:
    """Every finder asks for them: they are found once."""
    found: list[Table] = []
    rows: list[CellSpans] = []
    at = 0
    for line in text.split("\n"):
        if ("|" in line and ROW.search(line)) or (rows and RULE.match(line)):
            if not RULE.match(line):
                rows.append(list(_cells(line, at)))
        elif rows:
            found.append(Table(_filled(text, rows)))
            rows = []
        at += len(line) + 1
    return (*found, Table(_filled(text, rows))) if rows else tuple(found)


def _cells(line: str, at: int) -> Iterator[tuple[int, int]]:
    """Where the cells of a row stand; a blank one at an end has no text at all."""
    for cell in line.split("|"):
        yield at, at + len(cell)
        at += len(cell) + 1


def _filled(text: str, rows: list[CellSpans]) -> list[CellSpans]:
    """The rows without columns that are blank in all of them; a blank one at the left is left out before labels only.

    Rows of different lengths are left as they are.
    """
    if len({len(row) for row in rows}) > 1:
        return rows
    blank = [not any(text[a:b].strip() for a, b in column) for column in zip(*rows, strict=True)]
    labels = next((k for k, empty in enumerate(blank) if not empty), 0)
    named = [any(map(str.isalpha, text[slice(*row[labels])])) for row in rows[1:]]
    kept = [k for k, empty in enumerate(blank) if not empty or (k == labels - 1 and not any(named))]
    return [[row[k] for k in kept] for row in rows]


def type_tables(page: Skeleton) -> None:
    """Type the cells of every table."""
    for table in tables(page):
        heads = _heads(page, table.rows[0])
        for number, row in enumerate(table.rows[1:], 1):
            again = _heads(page, row) if page.at(row[-1][1]) - page.at(row[0][0]) < len(row) else []
            if sum(map(bool, again)) > 1 and not _values(page, row, again):
                above = heads if number == 1 and len(row) == len(heads) else again
                heads = [here or there for here, there in zip(again, above, strict=True)]
                continue
            first = _label(page, row, heads)
            label = [] if _of_category(page, row[first], heads) else stats_named(page.text[slice(*row[first])])
            named = [_named(heads, label, k) if len(row) == len(heads) else label for k in range(len(row))]
            unread = {stat for k, stats in enumerate(named) if not _readable(page, row[k]) for stat in stats}
            for (start, end), stats in zip(row[first + 1 :], named[first + 1 :], strict=True):
                if unread.isdisjoint(stats):
                    _cell(page, range(page.at(start), page.at(end)), stats, page.text[start:end])


def _label(page: Skeleton, row: CellSpans, heads: list[list[str]]) -> int:
    """Which cell is the row's label: the first; behind blank ones the first with words, below no statistic's head."""
    texts = [page.text[a:b].strip() for a, b in row]
    first = next((k for k, text in enumerate(texts) if text), 0)
    words = sum(map(str.isalpha, texts[first])) > 0
    return first if words and not any(heads[first : first + 1]) else 0


def _of_category(page: Skeleton, label: tuple[int, int], heads: list[list[str]]) -> bool:
    """Is a label that of a category in a table of counts and percentages?"""
    return bool(CATEGORY.fullmatch(page.text[slice(*label)])) and any(head in COUNTED for head in heads)


def _named(heads: list[list[str]], label: list[str], k: int) -> list[str]:
    """What a row's k-th cell prints by its column's head and the row's label."""
    return heads[k] if heads[k] and heads[k][0] in STRONG else (label or heads[k])


def _readable(page: Skeleton, cell: tuple[int, int]) -> bool:
    """Can every number of a cell be read? Where one cannot, another of its kind in the row may be taken for it."""
    return all(page.tokens[token].readable for token in range(page.at(cell[0]), page.at(cell[1])))


def _heads(page: Skeleton, row: CellSpans) -> list[list[str]]:
    """What each cell of a row would name, were it a head."""
    printed = [page.text[start:end] for start, end in row]
    texts = [OWN_SIZE.sub(" ", text) for text in printed]
    # the head of a test prints no size of a group: it is those of several columns in one, as a PDF may leave them
    found = [[] if bare != text and OF_TESTS & set(named) else named
             for bare, text in zip(texts, printed, strict=True) for named in [stats_named(bare)]]  # fmt: skip
    percents = any(head == ["percent"] or head == ["count", "percent"] for head in found)
    return [_sized(head, percents, text) for head, text in zip(found, texts, strict=True)]


def _values(page: Skeleton, row: CellSpans, heads: list[list[str]]) -> bool:
    """Does a row print other numbers than levels of intervals? Else it may be the head of a table below another."""
    levels = sum(head[-2:] == ENDS for head in heads)
    return page.at(row[-1][1]) - page.at(row[0][0]) > levels


def _sized(head: list[str], percents: bool, text: str) -> list[str]:
    """A column "n" counts beside percentages, and is a size elsewhere; a column "f" beside them is a frequency."""
    if percents and (head in (["n"], ["F"]) or text.strip() == "f"):
        return ["count"]
    return head


def _cell(page: Skeleton, cell: range, named: list[str], text: str) -> None:
    """Give the stats of a cell to its numbers, in order."""
    free = [token for token in cell if not page.stats[token]]
    if not free or len(free) != len(cell) or not named or len(text) > 60:
        return
    if named in (["count"], ["n"]) and any(page.tokens[token].decimals for token in free):
        return  # a count has no decimals
    if named[-2:] == ENDS:  # with the estimate before them, named or not
        if len(free) not in (2, 3):
            return
        named = (["", *named] if len(named) < len(free) else named)[-len(free) :]
    elif len(named) == 1 and named[0] in ("sd", "se") and len(free) > 1:
        return  # "β (SE)": what stands first is not named
    elif named == ["percent"] and len(free) == 2 and BRACKETED.fullmatch(text) and "%" not in text.partition("(")[0]:
        named = ["count", "percent"] if page.tokens[free[0]].whole else ["", "percent"]
    elif len(free) > len(named) and STRONG & set(named) and not FIRST.fullmatch(text):
        return  # several cells in one, as a PDF may leave them
    for token, stat in zip(free, named, strict=False):
        page.give(token, stat)


def stats_named(text: str) -> list[str]:
    """The statistics that a head or label names, in their order.

    >>> stats_named("Mean ± SD"), stats_named("Before (n)"), stats_named("95% CI"), stats_named("Sig. (2-tailed)")
    (['mean', 'sd'], ['n'], ['ci_low', 'ci_high'], ['p'])
    >>> stats_named("t (df)")
    ['t', 'df']
    """
    plain = text.replace(N, " ")
    if NOT_THE_MEAN.search(plain):
        return []
    if T_DF.fullmatch(plain):
        return ["t", "df"]
    if COUNT_PERCENT.search(plain):
        return ["count", "percent"]
    found: list[tuple[int, int, str]] = []
    for stat, pattern in _patterns():
        for match in pattern.finditer(plain):
            if not any(a < match.end() and match.start() < b for a, b, _ in found):
                found.append((match.start(), match.end(), stat))
    stats = [stat for _, _, stat in sorted(found)]
    if "ci_low" in stats:
        before = [stat for stat in stats[: stats.index("ci_low")] if stat != "percent"]  # the level's own sign
        return [*before[-1:], *ENDS]
    counts = next((stat for stat in ("count", "n") if stat in stats and "percent" in stats), "")
    if counts:  # "% (N)" prints the percentage first, and behind it what may be a count or everybody
        return ["count", "percent"] if stats.index(counts) < stats.index("percent") else ["percent"]
    if stats[:1] == ["p"] and len(stats) > 1:
        return stats[:1]
    return stats if len(stats) <= 2 else stats[:1]


@cache
def _patterns() -> list[tuple[str, re.Pattern[str]]]:
    def of(names: tuple[str, ...]) -> re.Pattern[str]:
        return re.compile(rf"(?<![\w²]){either(names)}(?![\w²^]|(?<![\w-]\w)-[^\W\d])")  # no "M-class"

    whole = [
        (stat, re.compile(rf"^\W*{either(names)}\W*(?:value|hitung|test|count)?\W*$"))
        for stat, names in LETTERS.items()
    ]
    chi = ("chi2", re.compile(rf"(?<!\w){CHI}(?!\w)|{either(labels()['chi2'])}"))
    named = [(stat, of(names)) for stat, names in labels().items() if stat not in ("percent", "chi2")]
    order = sorted(named, key=lambda pair: (-max(map(len, labels()[pair[0]])), pair[0]))
    first = [pair for pair in order if pair[0] in ("md", "cronbach")]
    rest = [pair for pair in order if pair[0] not in ("md", "cronbach", "beta")]
    percent = ("percent", re.compile(rf"%|{either([w for w in labels()['percent'] if w != '%'])}"))
    interval = ("ci_low", of(words("intervals")))
    return [interval, *first, chi, *whole, *rest, percent]
