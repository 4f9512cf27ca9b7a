"""Is a p printed as exactly zero?

No test gives a p of 0: "p = 0.000" is how a program shows a p too small for its decimals; it stands for less than
one unit of the last place. It is better written p < .001. The numbers can all be true; only the print is odd.

Source: APA Publication Manual, 7th ed. 2020, section 6.36 (exact p to two or three decimals, below that p < .001).
"""

from collections.abc import Iterator

from reread.numbers.show import number
from reread.study.finding import Finding
from reread.study.roles import is_p
from reread.study.values import Study


def check(study: Study) -> Iterator[Finding]:
    """One finding for each p that is printed as zero in some place."""
    for role, value in study.values.items():
        zeros = [printed for printed in value.repeats if printed.value == 0 and printed.comparator == "="]
        if not zeros or not is_p(role):
            continue
        printed = max(zeros, key=lambda zero: zero.decimals)
        params = {"p": printed.shown, "limit": number(float(printed.unit), printed.decimals)}
        say = "zero" if printed.decimals > 1 else "bare"
        yield Finding("p_zero", (role,), "consistent", params, say=say, kind="cosmetic")
