"""Is one digit of a printed number another one?

It would mean a misprint. One of many digits can nearly always be changed to suit, so that it excuses no single finding.
Ask for the program's own output.
"""

from collections.abc import Iterator

from reread.study.misprints import DIGITS, Printed, misprints, printed_results
from reread.study.values import Study

SLIP = True


def variants(study: Study) -> Iterator[tuple[dict[str, str], Study]]:
    """Every printed result with any one digit replaced by any other."""
    for number in printed_results(study):
        yield from misprints(study, number, _texts(number))


def _texts(number: Printed) -> Iterator[str]:
    digits = number.digits
    for place in range(len(digits)):
        for digit in DIGITS:
            yield number.text(digits[:place] + digit + digits[place + 1 :], number.decimals)
