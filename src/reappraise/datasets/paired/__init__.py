"""Which before × after tables print what is printed of the same people twice, and of their change?

comes IN    what is printed of each occasion, or its counts; what is printed of the change (mean, SD, t, p, r, interval)
goes OUT    `count`, `possible`, `list_all`, `sample`, `marginals`, `extremes`; for two known distributions, `tables`
MAY NOT     compare floats where fractions will do, judge a study, call a search finished that stopped at its cap

>>> from reappraise.datasets import paired
>>> paired.count(20, before={1: 16, 2: 4}, after={1: 2, 2: 18}, change={"mean": "0.70", "sd": "0.57"})
1
"""

from reappraise.datasets.paired.asking import count, list_all, marginals, possible, sample
from reappraise.datasets.paired.extremes import extremes
from reappraise.datasets.pairing import Table, Tables, margins, shares, tables

__all__ = [
    "Table",
    "Tables",
    "count",
    "extremes",
    "list_all",
    "marginals",
    "margins",
    "possible",
    "sample",
    "shares",
    "tables",
]
