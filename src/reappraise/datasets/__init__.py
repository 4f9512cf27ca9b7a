"""Which data sets print these numbers: is there one, how many are there, which are they, how may they be paired?

comes IN    a printed mean and SD (`Reported`, text or `Interval`), n, and what is known of the scale or of some counts
goes OUT    exact answers in integers and fractions: `possible`, `count`, `list_all`, `marginals`, `sample`; for two
            printed margins, `tables`
MAY NOT     compare floats, judge a study, read a file; call a search finished that stopped at its cap, or a sample all

The first subject's two printed pairs and every before × after table that they leave:

>>> before = list_all(20, "1.20", "0.41").data_sets
>>> after = list_all(20, "1.90", "0.31").data_sets
>>> before, after
((Counts({1: 16, 2: 4}),), (Counts({1: 2, 2: 18}),))
>>> [(table.rose, table.fell) for table in tables(before[0], after[0]).tables]
[(14, 0), (15, 1), (16, 2)]
"""

from reappraise.datasets.asked import Scale
from reappraise.datasets.changes import change_pairs, change_range
from reappraise.datasets.counting import count
from reappraise.datasets.histogram import Counts, Ending, Moments, TooLarge
from reappraise.datasets.listing import Listing, list_all
from reappraise.datasets.moments import attainable, least_squares, moments, sums
from reappraise.datasets.paired import Table, Tables, tables
from reappraise.datasets.possible import possible
from reappraise.datasets.printed import Printed
from reappraise.datasets.sampling import Marginal, Marginals, marginals, sample

__all__ = [
    "Counts",
    "Ending",
    "Listing",
    "Marginal",
    "Marginals",
    "Moments",
    "Printed",
    "Scale",
    "Table",
    "Tables",
    "TooLarge",
    "attainable",
    "change_pairs",
    "change_range",
    "count",
    "least_squares",
    "list_all",
    "marginals",
    "moments",
    "possible",
    "sample",
    "sums",
    "tables",
]
