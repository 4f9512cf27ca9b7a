"""Which joint data sets print what is printed of the same people at two, three or more occasions?

comes IN    what is printed of each occasion, or its counts; what is printed of changes between any two of them
goes OUT    `count`, `list_all`, `sample`, `marginals`, `extremes`
MAY NOT     compare floats where fractions will do, judge a study, call a search finished that stopped at its cap

>>> from reappraise.datasets import occasions
>>> occasions.count(6, [{1: 3, 2: 3}, {1: 2, 2: 4}, {1: 1, 2: 5}])
10
"""

from reappraise.datasets.occasions.asking import (
    ChangesSaid,
    Joint,
    JointListing,
    count,
    each,
    list_all,
    listed,
    marginals,
    sample,
)
from reappraise.datasets.occasions.extremes import extremes

__all__ = [
    "ChangesSaid",
    "Joint",
    "JointListing",
    "count",
    "each",
    "extremes",
    "list_all",
    "listed",
    "marginals",
    "sample",
]
