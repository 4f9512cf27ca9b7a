"""Is a comma or point between digits a decimal mark, a thousands mark, or does it part two numbers?

Decided by the digits themselves where they allow one reading (`1,234.56`, `0,87`), else by what stands around them (a
list, an index, a count), else by the document's mark. What was chosen and not read is told as "separator".

>>> [part[2] for part in part_of("25,775", "rerata ", "", ",")], [part[2] for part in part_of("2,42", "F(", ")", ".")]
(['25.775'], ['2', '42'])
>>> [part[2] for part in part_of("0.008,95", "b=-", "%CI", ".")], [part[2] for part in part_of("1.234,5", "", "", "")]
(['0.008', '95'], ['1234.5'])
"""

from __future__ import annotations

import re

from reread.words.reading import either, words

Part = tuple[int, int, str, str]  # start and end within the run, digits with a point, what is unsure

POINT_FULL = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+\.\d+")
COMMA_FULL = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+,\d+")
GROUPED = re.compile(r"[1-9]\d{0,2}(?:(?:,\d{3})+|(?:\.\d{3})+)")
LISTED = re.compile(rf"(?<!\w){either(words('before_lists'))}\s+(?:\d+\s*(?:,|-|and|dan)\s*)*$")
WORD = re.compile(r"[^\W\d_]+")
LISTED_WORDS = frozenset(part for word in words("before_lists") for part in WORD.findall(word.lower()))
BRACKET = re.compile(r"[(\[]\s*$")
TWO_DF = re.compile(r"(?<![a-z])F\w{0,3}\s?[(\[]\s*$")
STATISTIC = re.compile(r"(?<!\w)(?:[tTHQrzZUW]|df|χ2|χ²|chi2|chi\^2)\s?[(\[]\s*(?:df\s?=\s?)?$")
COUNTED = re.compile(r"(?<!\w)(?:[nN]|nobs)\s?=\s?$")
VALUE = re.compile(r"(?:[=<>±:|]|^)\s?-?$")
PERSONS = re.compile(rf"\s+(?:[^\W\d]+\s+){{0,2}}{either(words('persons'))}(?!\w)")
RAISED_DOTS = "·∙⋅‧•˙\u0387"
RAISED = re.compile(rf"(?<=\d)[{RAISED_DOTS}](?=\d)")
RAISED_AFTER = re.compile(rf"(?:(?<=[=<>≤≥±(\[])|(?<=[=<>≤≥±] )|(?<=[=<>≤≥(\[]-))[{RAISED_DOTS}](?=\d)")
RAISED_WHOLE = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+")
UNUSUAL = re.compile(rf"[{RAISED_DOTS}٫٬]")
ARABIC = re.compile(r"(?<=\d)(?:٫(?=\d)|٬(?=\d{3}))")
LEVEL = re.compile(r"\s?%\s?(?:" + either(words("intervals")) + ")")


def part_of(run: str, left: str, right: str, mark: str) -> list[Part]:
    """The numbers in a run of digits, points, commas and raised dots between `left` and `right` in a document."""
    if "·" in run:
        return _raised(run, left, mark)
    mark = "." if mark == "·" else mark
    lead = run[0] if run[0] in ".," else ""
    plainly = r"[=<>±|]\s?-?$" if mark == "," else r"[=<>±]\s?-?$"  # a cell of its own, where decimals have commas
    if lead and (left[-1:].isalnum() or left[-1:] in ").]" or (lead == "," and not re.search(plainly, left))):
        return [] if lead == "." or left[-1:].isalnum() else _shift(part_of(run[1:], left + lead, right, mark), 1)
    if lead or not re.search("[.,]", run):
        return _one("0" + run.replace(",", ".") if lead else run, run) if run.count(".") + run.count(",") < 2 else []
    if POINT_FULL.fullmatch(run):
        return _one(run.replace(",", ""), run)
    if COMMA_FULL.fullmatch(run) and not LEVEL.match(right):
        return _one(run.replace(".", "").replace(",", "."), run)
    if run.count(",") + run.count(".") == 1:
        return _single(run, left, right, mark)
    if GROUPED.fullmatch(run):
        return _one(re.sub(r"\D", "", run), run)
    return _several(run, mark)


def plain_marks(text: str) -> str:
    """A line in which every raised dot within a number is one sign, and behind a sign of comparison a point.

    >>> plain_marks("p<∙05, 0•71, ٠٫٥"), plain_marks("• 12 women")
    ('p<.05, 0·71, ٠.٥', '• 12 women')
    """
    if not UNUSUAL.search(text):
        return text
    text = RAISED_AFTER.sub(".", RAISED.sub("·", text))
    return ARABIC.sub(lambda match: "." if match.group() == "٫" else ",", text)


def _raised(run: str, left: str, mark: str) -> list[Part]:
    """A number whose decimals stand behind a raised dot; in a document that prints points it may be a product."""
    whole, *fractions = run.split("·")
    if len(fractions) != 1 or not fractions[0].isdigit() or not (whole.isdigit() or RAISED_WHOLE.fullmatch(whole)):
        return []
    surely = mark in ("·", "") or whole == "0"
    return _one(f"{whole.replace(',', '')}.{fractions[0]}", run, "" if surely else "separator")


def _single(run: str, left: str, right: str, mark: str) -> list[Part]:
    """One separator."""
    whole, fraction = re.split("[.,]", run)
    groups = bool(GROUPED.fullmatch(run))
    counted = bool(COUNTED.search(left) or (PERSONS.match(right) and ("." in run or mark != ",")))
    if "." in run:
        thousands = groups and (mark == "," or (counted and mark != "."))
        return _one(whole + fraction if thousands else run, run, "separator" if thousands and not counted else "")
    if _listed(left, right, whole, fraction, mark):
        return _several(run, mark)
    if not groups:
        surely = whole == "0" or mark == "," or VALUE.search(left)
        return _one(f"{whole}.{fraction}", run, "" if surely else "separator")
    if counted or mark in (".", ""):
        return _one(whole + fraction, run, "" if counted or mark == "." else "separator")
    return _one(f"{whole}.{fraction}", run, "separator" if mark == "?" else "")


def _listed(left: str, right: str, whole: str, fraction: str, mark: str) -> bool:
    """Does the comma part two numbers? After "items", in an index, in two degrees of freedom, after a citation."""
    if not LISTED_WORDS.isdisjoint(WORD.findall(left.lower())) and LISTED.search(left):
        return True
    if TWO_DF.search(left) or (whole[0] == "0" and len(whole) > 1):
        return True
    if BRACKET.search(left) and right.lstrip()[:1] in tuple(")]"):
        if len(fraction) == 3 and len(whole) <= 3 and STATISTIC.search(left):
            return mark == "?"
        return mark != ","
    return mark == "." and len(fraction) != 3 and whole != "0" and not VALUE.search(left)


def _several(run: str, mark: str) -> list[Part]:
    """Numbers joined by commas, each perhaps with a decimal point; dotted runs are versions or sections."""
    parts, at = [], 0
    for piece in run.split(","):
        if piece.count(".") > 1:
            return []
        parts.append((at, at + len(piece), piece, ""))
        at += len(piece) + 1
    return parts


def _one(digits: str, run: str, unsure: str = "") -> list[Part]:
    return [(0, len(run), digits, unsure)]


def _shift(parts: list[Part], by: int) -> list[Part]:
    return [(start + by, end + by, digits, unsure) for start, end, digits, unsure in parts]
