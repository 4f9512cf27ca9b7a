"""Lockwood et al. 2021, doi:10.1177/0956797620975781: effort for oneself and for others, in two groups of ages.

Its calculation of the sample size says 91 % power for d = 0.5 with at least 92 in each group; α is not printed there,
and .05 is taken here.
"""

from __future__ import annotations

from honest_tests import direct
from published_cases import altered, right

from reread.study.values import Study

WHERE = "Method, participants"


def planned(n: str) -> Study:
    printed = {"alpha": "0.05", "power": "91%", "d": "0.5", "n": n}
    return direct({f"planning.{part}": [text] for part, text in printed.items()}, {})


PUBLISHED = [
    right(planned("92"), "planned_size", where=WHERE),
    altered(planned("29"), "planned_size", where=f"{WHERE}; 29 for 92", says="undecided"),
]
