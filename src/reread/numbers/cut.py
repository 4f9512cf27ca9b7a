r"""Which numbers did print or a PDF cut by spaces, and which of them can be put together?

`p < 0. 001`, `= 4. 02`, `0 .003`, `p = 0. 0 0 1`: one number where one value is printed and has ended (`around`), or
where what stands behind the point begins with 0, as no number does. "In group 2. 30 women came" are two. What may be
one or two is unsure, and a value that can be read in more than one way (`= 0.0 3 1`, `= 1 0.25`, `= 12,34,5`) is not
read.

>>> [(each.written, each.unsure, each.readable) for each in cut("p < 0. 001; t(38) = 4. 02, p = 0. 0 0 1.")]
[('0.001', '', True), ('4.02', '', True), ('0.001', '', True)]
>>> [(each.written, each.unsure, each.readable) for each in cut("M = 4. 12 women; in group 2. 30 women; p = 0.0 3 1.")]
[(None, 'spacing', True), (None, 'spacing', False)]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reread.numbers.around import (
    NEAR,
    Stretch,
    begins_line,
    bracketed,
    count_before,
    ended,
    in_cell,
    name_before,
    p_before,
    value_before,
)
from reread.numbers.powers import IS_POWER
from reread.words.reading import either, words

MAY_BE_CUT = re.compile(
    r"\d[.·] \d|\d [\d.·]|[=<>≤≥±] ?[.·] \d|\d[.,·]\d+[.,·]\d|[=<>≤≥±|] ?-?\d{1,3} ?, \d|\b0 ?, 0\d"
)
FRACTION = r"(?:(?P<letters>\d(?: \d)+)(?! ?\d|[.,·]\d)|(?P<fraction>\d+))(?P<glued>(?=[^\W\d]))?"
CUT = re.compile(rf"(?<![\w.,·^])(?<!\d[.·] )(?P<whole>\d{{1,6}})(?P<point> \. ?|\. |· | ·)(?!{IS_POWER}){FRACTION}")
BARE = re.compile(rf"(?<=[=<>≤≥±]) ?(?P<point>[.·] ){FRACTION}")
COMMA = re.compile(r"(?<![\w.,·^])(?P<whole>\d{1,3})(?P<point> ?, )(?P<fraction>\d+)(?!\w|[.·]\d|,\d|\s?%)")
MORE = re.compile(r"\s?[.·]\s?\d|[,/:]\d")
LISTED = re.compile(r"\s?,\s?\d")
LABELLED = re.compile(rf"(?<!\w){either([*words('labels_of_places'), *words('before_lists')])}\.?\s*$")
AND = re.compile(rf"\s*(?:[,;±(\[]|-|{either(words('through'))})\s*-?")
THOUSANDS = re.compile(r"(?<![\w.,·^-])[1-9]\d{0,2}(?: \d{3})+(?![\w%]|[.,·]\d)")
DECIMALS = rf"(?:[.,]\d+|·(?!{IS_POWER})\d+)"
ONE = rf"(?:\d+{DECIMALS}*|\.\d+)"
OVER = re.compile(r"\s*(?:[,;)\]|]|\.(?:\s|,|$)|$)| [\d.]")
SEVERAL = re.compile(
    rf"(?<=[=<>≤≥±])\s{{0,2}}[-+]?\s?(?P<stretch>{ONE}(?: (?:{ONE}|[.·]\d+)){{1,5}})(?![\w%:/]|[.,·]\d)"
)
BROKEN_CELL = re.compile(r"(?<=\| )-?(?P<stretch>\d*[.,·]\d+(?: \d)+|\d+ [.·]\d+)(?= \||$)")
GROUPED = re.compile(r"[1-9]\d{0,2}(?: \d{3})+(?:[.,·]\d+)?")
ZERO = re.compile(r" 0\d")  # no number begins so
ONE_DIGIT = re.compile(r"[.,·]\d+ \d$")
COUNTS = re.compile(rf"\s*{either([*words('units'), *words('persons')])}(?!\w)")  # behind a digit: another number
DOTTED = re.compile(
    rf"(?:(?<=[=<>≤≥±])\s{{0,2}}[-+]?\s?|(?<=\| )-?(?=[\d.,·]+(?: \||$)))(?P<stretch>\d+{DECIMALS}{{2,}})(?!\w)"
)
READ = re.compile(  # runs of digits with several marks that are one number, several, or a date
    r"[1-9]\d{0,2}(?:(?:,\d{3})+(?:[.·]\d+)?|(?:\.\d{3})+(?:,\d+)?)|(?:\d+\.\d+,)+\d+\.\d+"
    r"|\d+\.\d+,\d\d(?=\s?%)|\d\d?\.\d\d?\.(?:19|20)\d\d"
)
RANGE = re.compile(r"\s*-\s*\d+(?!\d|\s?[.·])")
ANOTHER = re.compile(r" \d+\s*(?:[,;)\]|]|\.(?:\s|,|$)|$)")


def cut(line: str, alone: bool = False) -> Iterator[Stretch]:
    """Every number that is cut; `alone`: the line is one number and nothing else."""
    if not MAY_BE_CUT.search(line):
        return
    for match in DOTTED.finditer(line):
        read = READ.match(line, match.start("stretch"))
        if not read or read.end() != match.end():
            yield Stretch(match.start("stretch"), match.end(), unsure="separator", readable=False)
    last, whole = 0, set[tuple[int, int]]()
    for match in sorted([*CUT.finditer(line), *BARE.finditer(line)], key=lambda m: m.start()):
        found = _judged(line, match, bool(last and AND.fullmatch(line, last, match.start())), alone)
        last = found.end if found and found.written else 0
        if found:
            yield found
            whole |= {(found.start, found.end)} if found.written else set()
    yield from filter(None, (_with_comma(line, match) for match in COMMA.finditer(line)))
    for match in (*SEVERAL.finditer(line), *BROKEN_CELL.finditer(line)):
        start, end = match.span("stretch")
        if (start, end) not in whole and not GROUPED.fullmatch(match["stretch"]):
            digits = ZERO.search(match["stretch"]) or (
                ONE_DIGIT.search(match["stretch"]) and not COUNTS.match(line, end)
            )
            yield Stretch(start, end, unsure="spacing", readable=not (digits or OVER.match(line, end)))
    for match in THOUSANDS.finditer(line):
        if not value_before(line, match.start()):
            yield Stretch(match.start(), match.end(), unsure="spacing")


def _judged(line: str, match: re.Match[str], chained: bool, alone: bool) -> Stretch | None:
    """One number, perhaps one, none that can be read, or two."""
    groups = match.groupdict()
    whole, letters = groups.get("whole") or "", groups.get("letters") or ""
    start, end = match.start("whole" if whole else "point"), match.end()
    one = Stretch(start, end, match.group().replace(" ", ""))
    doubtful, unreadable = Stretch(start, end, unsure="spacing"), Stretch(start, end, unsure="spacing", readable=False)
    value, said, cell = value_before(line, start), p_before(line, start), in_cell(line, start, alone)
    place = value or said or cell or chained or bracketed(line, start, end) or name_before(line, start)
    fraction, zero = letters.replace(" ", "") or match["fraction"], not whole.strip("0")
    closed = ended(line, end) or (cell and not RANGE.match(line, end)) or (said and zero)
    if match["point"][0] != " " and begins_line(line, start) and not alone:
        return None  # the number of an item of a list
    if count_before(line, start):
        return doubtful if closed else None
    if MORE.match(line, end) or (place and ANOTHER.match(line, end)) or match["glued"] is not None:
        return unreadable if place else None
    if letters or match["point"][0] == " ":
        certain = place and closed and (len(whole) < 2 if letters else zero)
        return one if certain else unreadable if place else doubtful if zero or not letters else None
    if (fraction[0] == "0" and len(fraction) > 1) or (closed and (place or (zero and len(fraction) > 1))):
        return one
    return doubtful if place or not (LABELLED.search(line, max(0, start - NEAR), start) or len(whole) == 4) else None


def _with_comma(line: str, match: re.Match[str]) -> Stretch | None:
    """`p = 0, 003` is one number, `t = 2, 45` may be; a count, and what goes on as a list, are several."""
    start, end = match.span()
    value = value_before(line, start) or p_before(line, start)
    if not (value or in_cell(line, start)) or count_before(line, start) or LISTED.match(line, end):
        return None
    if len(match["fraction"]) == 3 and match["whole"].strip("0"):
        return None  # thousands
    if match["fraction"][0] == "0" and len(match["fraction"]) > 1:
        return Stretch(start, end, match.group().replace(" ", ""))
    return Stretch(start, end, unsure="spacing") if value else None
