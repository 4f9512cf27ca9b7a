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
LEVEL = re.compile(r"\s?%\s?(?:" + either(words("intervals")) + ")")


def part_of(run: str, left: str, right: str, mark: str) -> list[Part]:
    """The numbers in a run of digits, points and commas that stands between `left` and `right` in a document."""
    lead = run[0] if run[0] in ".," else ""
    if lead and (left[-1:].isalnum() or left[-1:] in ").]" or (lead == "," and not re.search(r"[=<>±]\s?-?$", left))):
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
