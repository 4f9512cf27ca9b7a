r"""Does this document print decimals with a point, with a comma, or with a raised dot?

Only numbers that can be read in one way are witnesses: `0.05`, `2.41`, `= .03`, `1,234.5` for the point; `0,05`,
`= 3,21`, `1.234,5` for the comma; `0·71` for the raised dot, `3·10^5` not. `25,775` and `(2,42)` bear no witness. The
answer is ".", ",", "·", "" where nothing witnesses, or "?" where both point and comma do and neither clearly prevails;
"?", too, where a few points stand in a language that writes commas.

>>> mark_of("t(58) = 2.41, p = .035"), mark_of("rerata 24,78; p = 0,012"), mark_of("25,775"), mark_of("2.41 and = 3,21")
('.', ',', '', '?')
>>> mark_of("HR 0·71 (0·55–0·92), 1.2 mg"), mark_of("t = 2·10^5, p = 0.04")
('·', '.')
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reread.numbers.powers import IS_POWER
from reread.numbers.separators import plain_marks
from reread.words.reading import either, trees, words

PREVAILS = 4  # so many times as many witnesses; a few of the other kind are then slips
ALONE = r"(?<![\w.,/]){}(?![.,]?\d|\w)"
POINT = re.compile(
    "|".join([ALONE.format(r"(?:0\.\d+|\d+\.\d{1,2}|[1-9]\d{0,2}(?:,\d{3})+\.\d+|\d{4,}\.\d+)"), r"[=<>]\s?\.\d"])
)
COMMA = re.compile(
    "|".join([ALONE.format(r"(?:0,\d{2,}|[1-9]\d{0,2}(?:\.\d{3})+,\d+)"), r"[=<>±]\s?-?\d*,\d{1,2}(?![\d.]|,\d)"])
    + r"|(?<=\| )-?\d+,\d{1,2}(?= \||\n|$)|(?<![\w.,/])\d+,\d{1,2}(?=\s?%)"
)
RAISED = re.compile(rf"(?<![\w.,/·])\d+·(?!{IS_POWER})\d+(?![·\w])")
LABEL_NUMBER = re.compile(r"\s+\d+(?:[.,]\d+)*")
LAST_WORD = re.compile(rf"{either(words('before_lists'))}\Z")
ENDINGS = tuple({re.split(r"\s", word)[-1].lower() for word in words("before_lists")})
TAIL = 40  # characters: longer than any such word
DIGIT = re.compile(r"\d")
MAY_HIDE = re.compile(r"://|www\.|@|\b10\.\d{4}|\d\.\d+\.\d|\bv\d")  # what any address has
ADDRESS = re.compile(
    r"https?://\S+|www\.\S+|\b10\.\d{4,}/\S+|[\w.+-]{1,64}@\S+"
    r"|\bv\d+(?:\.\d+)+\S*|\b(?![1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?(?![\w.]))\d+\.\d+\.\d+\S*"
)


def mark_of(text: str) -> str:
    """The decimal mark of a normalised text."""
    plain = _cleared(_with_digits(text))
    point, comma = len(POINT.findall(plain)), len(COMMA.findall(plain))
    marked = plain_marks(plain)
    if "·" in marked and len(RAISED.findall(marked)) > max(point, comma):
        return "·"
    if not point and not comma:
        return ""
    if not comma and point < PREVAILS and _writes_commas(_cleared(text.split("\n"))):
        return "?"
    if point >= PREVAILS * comma:
        return "."
    return "," if comma >= PREVAILS * point else "?"


def _cleared(lines: Iterable[str]) -> str:
    """The lines without numbers that label something, and without addresses."""
    return _without_lists("\n".join(map(_without_addresses, lines)))


def _with_digits(text: str) -> Iterator[str]:
    """The lines with digits, of the others the last words (which may say that the next line begins with a label)."""
    for line in text.split("\n"):
        yield line if DIGIT.search(line) else line[-TAIL:]


def _without_addresses(line: str) -> str:
    return ADDRESS.sub("", line) if MAY_HIDE.search(line) else line


def _without_lists(text: str) -> str:
    """The text without such words as “Table 3” and “Kelas 7”; the numbers are looked at first, which is faster."""
    pieces, at = [], 0
    for match in LABEL_NUMBER.finditer(text):
        start = max(at, match.start() - TAIL)
        maybe = text[start : match.start()].lower().endswith(ENDINGS)
        label = LAST_WORD.search(text, start, match.start()) if maybe else None
        if label is not None:
            pieces.append(text[at : label.start()])
            at = match.end()
    return "".join([*pieces, text[at:]])


def _writes_commas(text: str) -> bool:
    """Is the document written in a language whose decimal mark is a comma? A translated line may print points."""
    common = {name: tree["common"] for name, tree in trees().items() if "common" in tree}
    found = {name: len(re.findall(rf"\b{either(listed)}\b", text)) for name, listed in common.items()}
    return bool(trees()[max(found, key=lambda name: found[name])]["decimal_mark"] == ",")
