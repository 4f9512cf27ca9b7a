"""Does the decimal mark of a printed number stand one place too far to the left or to the right?

It would mean a misprint, as when 12.0 stands for 1.20. It excuses no single finding. Ask for the program's own output.
"""

from collections.abc import Iterator

from reread.study.misprints import Printed, misprints, printed_results
from reread.study.values import Study

SLIP = True


def variants(study: Study) -> Iterator[tuple[dict[str, str], Study]]:
    """Every printed result with its decimal mark one place further on either side; the digits stay."""
    for number in printed_results(study):
        yield from misprints(study, number, _texts(number))


def _texts(number: Printed) -> Iterator[str]:
    digits = number.digits
    if number.decimals:
        yield number.text(digits.lstrip("0") or "0", number.decimals - 1)
    yield number.text(digits, number.decimals + 1)
