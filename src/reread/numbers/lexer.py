"""Where are the numbers in a line, and which value does each print?

A number is digits with thousands and decimals, its comparator, sign and percent mark; the decimal mark is decided for
each number, with the document's own mark (`decimal_mark`) where the number alone leaves it open. A dash is a minus only
directly before a digit and not between two numbers ("20-35" is a range). Web addresses and versions hold no numbers.
What is cut, or has lost a raised exponent, is read in one piece where that is certain (`one_piece`).

>>> [token.text for token in tokens("p < 0.001; t = -4.87, 20-35 years (80%), N = 1,182")]
['< 0.001', '-4.87', '20', '35', '80%', '1,182']
>>> [str(token.value) for token in tokens("1,182 and 25,775", ",")], str(tokens("3.0 x 10^-2")[0].value)
(['591/500', '1031/40'], '3/100')
>>> [(token.text, float(token.value), token.readable) for token in tokens("t(9) = 4. 02, p = 0.0 3 1")][1:]
[('4. 02', 4.02, True), ('0.0 3 1', 0.0, False)]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from reread.numbers.around import Stretch
from reread.numbers.decimal_mark import ADDRESS, DIGIT, MAY_HIDE
from reread.numbers.one_piece import LONGEST, OnePiece, in_one_piece
from reread.numbers.powers import IS_POWER, POWER, TEN, exponent
from reread.numbers.reported import COMPARATORS, Reported
from reread.numbers.separators import part_of, plain_marks

ALSO = {"=<": "<=", "=>": ">=", "≦": "<=", "≧": ">=", "⩽": "<=", "⩾": ">="}
COMPARATOR = r"(?:<=|>=|=<|=>|[<>≤≥≦≧⩽⩾])\s*"
# degrees of freedom lowered beside their letter (t38 = 2.20, F1,58 = 4.52); no times or formants (t1, F1)
LOWERED = (
    r"(?:(?:(?<=[\s(\[;,]t)|(?<=^t))(?=(?:[5-9]|\d{2,4})\s?=\s?-?[\d.])"
    r"|(?:(?<=[\s(\[;,]F)|(?<=^F))(?=\d{1,2},\s?\d{1,4}\s?=\s?[\d.]))"
)
NUMBER = re.compile(
    rf"(?P<cmp>{COMPARATOR})?"
    r"(?P<sign>(?<![\w)\].%+])-|(?:(?<=[=<>])|(?<=[=<>] ))[-+] {0,3}|(?<=[=(\[ ])\+)?"
    rf"(?:(?<![\w.,^])(?<!\d·)|{LOWERED})"
    r"(?:(?P<gap>(?<=[=<>±] )\. \d{1,5}|(?<=[=<>±])\. \d{1,5})(?![\w.,]*\d)"
    r"|(?P<spaced>(?:(?<=[=±:] )|(?<=[=±:]))[1-9]\d{0,2}(?: \d{3}| ?, \d{3}(?=,? ?\D|$))+(?:[.,]\d+)?(?![\d]))"
    rf"|{TEN}|(?P<run>[.,]?\d+(?:[.,]\d+|·(?!{IS_POWER})\d+)*)(?P<power_of_ten>{POWER})?)"
)
SPACED = re.compile(r"(\d+(?: ?,? ?\d{3})*?)(?:\.(\d+)|,(\d{1,2}|\d{4,}))?")  # what NUMBER calls spaced
BEFORE = re.compile(rf"(?:{COMPARATOR})?(?:[-+]\s?)?$")
LEAD = 16  # characters: more than comparator, sign, point and their spaces
AROUND = 80  # characters before and behind a number that may tell what its separators are
GLUED = re.compile(r"[A-Z][a-z]+")


@dataclass(frozen=True)
class Token:
    """One number: its place in the line, its printed text, and what it prints. `unsure` names what had to be chosen.

    What is not `readable` prints one value that nobody can tell; the first digits of it are given.
    """

    start: int
    end: int
    text: str
    value: Fraction
    decimals: int
    comparator: str = "="
    unsure: str = ""
    readable: bool = True

    @property
    def reported(self) -> Reported:
        """The printed number."""
        return Reported(self.text, self.value, self.decimals, self.comparator)

    @property
    def whole(self) -> bool:
        """Is it printed as a count would be?"""
        return self.decimals == 0 and self.comparator == "=" and self.value >= 0 and not self.text.endswith("%")


def spans(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every number in a normalised line, comparator and percent mark included."""
    for token in tokens(text):
        yield token.start, token.end


def tokens(text: str, mark: str = "", alone: bool = False) -> list[Token]:
    """Every number of a normalised line, in a document with this decimal mark; `alone`: the line is one number."""
    if not DIGIT.search(text):
        return []
    line = plain_marks(text)
    whole = in_one_piece(line, [m.span() for m in ADDRESS.finditer(line)] if MAY_HIDE.search(line) else [], alone)
    found = [token for match in _matches(whole.text) for token in _read(match, whole.text, mark)]
    if whole.text == text and not whole.unsure:
        return found
    moved = [*(_moved(token, whole, text) for token in found), *(_unreadable(line, text, s) for s in whole.unreadable)]
    return sorted(moved, key=lambda token: token.start)


def read(text: str, mark: str = "") -> Reported:
    """One printed number. Raises ValueError where the text is not one number."""
    found = tokens(text, mark, alone=True)
    if len(found) != 1 or found[0].text != text.strip() or not found[0].readable:
        raise ValueError(f"“{text}” is not one printed number")
    return found[0].reported


def _moved(token: Token, whole: OnePiece, text: str) -> Token:
    """A token of the line in one piece, as and where the line prints it."""
    start, end = whole.place(token.start, token.end)
    unsure = " ".join(dict.fromkeys(filter(None, [token.unsure, *whole.doubts(start, end)])))
    return replace(token, start=start, end=end, text=text[start:end], unsure=unsure)


def _unreadable(line: str, text: str, stretch: Stretch) -> Token:
    """What prints one value that nobody can tell, with the comparator before it."""
    before = BEFORE.search(line, max(0, stretch.start - LEAD), stretch.start)
    start = before.start() if before else stretch.start
    digits = re.findall(r"\.?\d+(?:\.\d+)?", text[stretch.start : stretch.end].replace("·", "."))[0]
    sign = re.match(COMPARATOR, line[start : stretch.start])
    comparator = sign.group().strip() if sign else ""
    return Token(
        start, stretch.end, text[start : stretch.end], Fraction(digits), len(digits.partition(".")[2]),
        COMPARATORS[ALSO.get(comparator, comparator)], stretch.unsure, readable=False,
    )  # fmt: skip


def _matches(line: str) -> Iterator[re.Match[str]]:
    """Every match of NUMBER; text without digits is passed over at once."""
    digit, at = DIGIT.search(line), 0
    while digit is not None:
        match = NUMBER.search(line, max(at, digit.start() - LEAD))
        if match is None:
            return
        yield match
        at = match.end()
        digit = DIGIT.search(line, at)


def _read(match: re.Match[str], line: str, mark: str) -> Iterator[Token]:
    """The numbers of one match: one, several joined by commas, or none where letters touch it."""
    lexeme = next(name for name in ("run", "gap", "spaced", "ten") if match[name])
    start, end = match.start(lexeme), match.end(lexeme)
    powered = match["power_of_ten"] or match["ten"]
    if end - start > LONGEST or (powered is None and not _ends(line, end, match[lexeme])):
        return
    if lexeme == "run":
        around = line[max(0, start - AROUND) : start], line[end : end + AROUND]
        parts = part_of(match["run"], *around, mark)
    elif lexeme == "ten":
        parts = [(0, end - start, "1", "")]
    else:
        parts = [(0, end - start, _joined(match[lexeme]), "spacing")]
    for k, (at, to, digits, unsure) in enumerate(parts):
        first, last = k == 0, k == len(parts) - 1
        low = match.start() if first else start + at
        high = match.end() if last else start + to
        high += last and line[high : high + 1] == "%"
        power = exponent(match) if last and powered else 0
        value = Fraction(digits) if power == 0 else Fraction(digits) * Fraction(10) ** power
        value = -value if first and "-" in (match["sign"] or "") else value
        comparator = (match["cmp"] or "").strip() if first else ""
        yield Token(
            low, high, line[low:high], value,
            len(digits.partition(".")[2]) - power, COMPARATORS[ALSO.get(comparator, comparator)], unsure,
        )  # fmt: skip


def _ends(line: str, end: int, printed: str) -> bool:
    """Not before a letter (12th, 5x, 7a), unless a word is glued to a decimal by a lost space ("p = .010October")."""
    after = line[end : end + 1]
    if re.match(r"\.\.?\d", line[end : end + 3]):
        return False
    return not (after.isalnum() or after == "_") or bool("." in printed and GLUED.match(line, end))


def _joined(printed: str) -> str:
    """Thousands joined: "1 234,56", "1, 182"; a fraction after a gap: ". 001"."""
    if printed[0] == ".":
        return "0." + printed[1:].strip()
    groups, *fractions = SPACED.fullmatch(printed).groups()  # type: ignore[union-attr]
    fraction = next(filter(None, fractions), "")
    return re.sub(r"\D", "", groups) + (f".{fraction}" if fraction else "")
