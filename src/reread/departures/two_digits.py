"""Are two neighbouring digits of a printed number exchanged?

It would mean a misprint, as when 1.20 stands for 1.02. It excuses no single finding. Ask for the program's own output.
"""

from collections.abc import Iterator

from reread.study.misprints import Printed, misprints, printed_results
from reread.study.values import Study

SLIP = True


def variants(study: Study) -> Iterator[tuple[dict[str, str], Study]]:
    """Every printed result with any two neighbouring digits exchanged, also across the decimal mark."""
    for number in printed_results(study):
        yield from misprints(study, number, _texts(number))


def _texts(number: Printed) -> Iterator[str]:
    digits = number.digits
    for k in range(len(digits) - 1):
        yield number.text(digits[:k] + digits[k + 1] + digits[k] + digits[k + 2 :], number.decimals)
