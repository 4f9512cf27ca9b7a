"""Which printed results may hold a misprint, and what is the study with another text in their place?

A number is one print with all roles that it plays. Codes, levels and what only describes the study are left out, so are
words ("once"). Texts are those that the number's own kind can have: no p above 1, no count of 07.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reread.numbers.number_words import is_word
from reread.numbers.reported import Reported
from reread.study.ledger import LIMITS, stat_of
from reread.study.values import Study, Value

WHOLE = ("n", "count")  # never printed with decimals
DIGITS = "0123456789"
POSSIBLE = {**LIMITS, "n": (1, None), "df": (1, None)}


@dataclass(frozen=True)
class Printed:
    """One printed number: the roles that it plays, what stands before its digits, its digits, and its decimals."""

    roles: tuple[str, ...]
    before: str
    digits: str
    decimals: int

    def text(self, digits: str, decimals: int) -> str:
        """The number with other digits or another decimal mark."""
        filled = digits.rjust(decimals + 1, "0")
        whole, part = filled[: len(filled) - decimals], filled[len(filled) - decimals :]
        return f"{self.before}{whole}.{part}" if part else self.before + whole

    @property
    def as_printed(self) -> str:
        """The number as it is."""
        return self.text(self.digits, self.decimals)

    def can_be(self, text: str) -> bool:
        """Is this another number that one of its kind can be, without a needless 0 before it?"""
        stat, other = stat_of(self.roles[0]), Reported.read(text)
        low, high = POSSIBLE.get(stat, (None, None))
        whole = text.removeprefix(self.before).partition(".")[0]
        return (
            other.value != Reported.read(self.as_printed).value
            and (low is None or other.value >= low)
            and (high is None or other.value <= high)
            and not (stat in WHOLE and other.decimals)
            and (len(whole) == 1 or whole[0] != "0")
        )


def printed_results(study: Study) -> Iterator[Printed]:
    """Every printed result, by its first role in alphabetical order."""
    places: dict[tuple[str, ...], list[str]] = {}
    for role, value in sorted(study.values.items()):
        if _is_result(study, role) and not is_word(value.reported.text):
            places.setdefault(value.ids or (role,), []).append(role)
    for roles in places.values():
        yield _printed(study.values[roles[0]], tuple(roles))


def neighbours(value: Value) -> Iterator[str]:
    """The other texts that differ from a printed number in its second digit (or its only one)."""
    number = _printed(value, (value.role,))
    place = min(1, len(number.digits) - 1)
    for digit in DIGITS if value.reported.comparator == "=" else "":
        text = number.text(number.digits[:place] + digit + number.digits[place + 1 :], number.decimals)
        if number.can_be(text):
            yield text


def _printed(value: Value, roles: tuple[str, ...]) -> Printed:
    shown = value.reported.shown
    digits = shown.lstrip("<>≤≥~ −")
    decimals = len(digits.partition(".")[2])
    return Printed(roles, shown.removesuffix(digits), digits.replace(".", ""), decimals)


def misprints(study: Study, number: Printed, texts: Iterable[str]) -> Iterator[tuple[dict[str, str], Study]]:
    """The study with each of these texts in the number's place, none twice and none as printed."""
    for text in dict.fromkeys(texts):
        if number.can_be(text):
            params = {"role": number.roles[0], "printed": number.as_printed, "meant": text}
            yield params, study.printing(dict.fromkeys(number.roles, text))


def _is_result(study: Study, role: str) -> bool:
    head, parts = role.partition(".")[0], role.split(".")
    described = head != "n" and head != "tests" and head not in study.file.outcomes
    return not described and parts[1:2] != ["codes"] and not role.endswith(".ci.level")
