"""Where are the numbers in a line, and which value does each print?

A number is digits with thousands and decimals, its comparator, sign and percent mark; the decimal mark is decided for
each number, with the document's own mark (`decimal_mark`) where the number alone leaves it open. A dash is a minus only
directly before a digit and not between two numbers ("20-35" is a range). Web addresses and versions hold no numbers.

>>> [token.text for token in tokens("p < 0.001; t = -4.87, 20-35 years (80%), N = 1,182")]
['< 0.001', '-4.87', '20', '35', '80%', '1,182']
>>> [str(token.value) for token in tokens("1,182 and 25,775", ",")], str(tokens("3.0 x 10^-2")[0].value)
(['591/500', '1031/40'], '3/100')
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from reread.numbers.decimal_mark import ADDRESS, DIGIT, MAY_HIDE
from reread.numbers.reported import COMPARATORS, Reported
from reread.numbers.separators import part_of

ALSO = {"=<": "<=", "=>": ">=", "≦": "<=", "≧": ">=", "⩽": "<=", "⩾": ">="}
RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
POWER = (
    r"(?:\s?[xX×·*∙]\s?10(?:\s?(?:\^|\*\*)\s?[({]?(?P<power>[-+]?\s?\d{1,3})[)}]?|(?P<raised>[⁻⁺]?[⁰¹²³⁴-⁹]{1,3})|"
    r"(?P<minus>-\d{1,3}))|\s?[eE](?P<e>\s?[-+]\s?\d{1,3}|\d{1,3}))(?!\w)"
)
NUMBER = re.compile(
    r"(?P<cmp>(?:<=|>=|=<|=>|[<>≤≥≦≧⩽⩾])\s*)?"
    r"(?P<sign>(?<![\w)\].%+])-|(?:(?<=[=<>])|(?<=[=<>] ))[-+] {0,3}|(?<=[=(\[ ])\+)?"
    r"(?<![\w.,^])"
    r"(?:(?P<gap>(?<=[=<>±] )\. \d{1,5}|(?<=[=<>±])\. \d{1,5})(?![\w.,]*\d)"
    r"|(?P<spaced>(?:(?<=[=±:] )|(?<=[=±:]))[1-9]\d{0,2}(?: \d{3}| ?, \d{3}(?=,? ?\D|$))+(?:[.,]\d+)?(?![\d]))"
    rf"|(?P<run>[.,]?\d+(?:[.,]\d+)*))(?P<power_of_ten>{POWER})?"
)
SPACED = re.compile(r"(\d+(?: ?,? ?\d{3})*?)(?:\.(\d+)|,(\d{1,2}|\d{4,}))?")  # what NUMBER calls spaced
LEAD = 16  # characters: more than comparator, sign, point and their spaces
AROUND = 80  # characters before and behind a number that may tell what its separators are
DIGITS = 40  # more are no number
GLUED = re.compile(r"[A-Z][a-z]+")


@dataclass(frozen=True)
class Token:
    """One number: its place in the line, its printed text, and what it prints. `unsure` names what had to be chosen."""

    start: int
    end: int
    text: str
    value: Fraction
    decimals: int
    comparator: str = "="
    unsure: str = ""

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


def tokens(text: str, mark: str = "") -> list[Token]:
    """Every number of a normalised line, in a document with this decimal mark."""
    if not DIGIT.search(text):
        return []
    hidden = ADDRESS.sub(lambda match: "x" * len(match.group()), text) if MAY_HIDE.search(text) else text
    return [token for match in _matches(hidden) for token in _read(match, hidden, mark)]


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


def read(text: str, mark: str = "") -> Reported:
    """One printed number. Raises ValueError where the text is not one number."""
    found = tokens(text, mark)
    if len(found) != 1 or found[0].text != text.strip():
        raise ValueError(f"“{text}” is not one printed number")
    return found[0].reported


def _read(match: re.Match[str], line: str, mark: str) -> Iterator[Token]:
    """The numbers of one match: one, several joined by commas, or none where letters touch it."""
    lexeme = "run" if match["run"] else "gap" if match["gap"] else "spaced"
    start, end = match.start(lexeme), match.end(lexeme)
    if end - start > DIGITS or (match["power_of_ten"] is None and not _ends(line, end, match[lexeme])):
        return
    if lexeme == "run":
        around = line[max(0, start - AROUND) : start], line[end : end + AROUND]
        parts = part_of(match["run"], *around, mark)
    else:
        parts = [(0, end - start, _joined(match[lexeme]), "spacing")]
    for k, (at, to, digits, unsure) in enumerate(parts):
        first, last = k == 0, k == len(parts) - 1
        low = match.start() if first else start + at
        high = match.end() if last else start + to
        high += last and line[high : high + 1] == "%"
        exponent = _exponent(match) if last and match["power_of_ten"] else 0
        value = Fraction(digits) if exponent == 0 else Fraction(digits) * Fraction(10) ** exponent
        value = -value if first and "-" in (match["sign"] or "") else value
        comparator = (match["cmp"] or "").strip() if first else ""
        yield Token(
            low, high, line[low:high], value,
            len(digits.partition(".")[2]) - exponent, COMPARATORS[ALSO.get(comparator, comparator)], unsure,
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


def _exponent(match: re.Match[str]) -> int:
    printed = next((match[name] for name in ("power", "raised", "minus", "e") if match[name]), "0")
    return int(printed.translate(RAISED).replace(" ", ""))
