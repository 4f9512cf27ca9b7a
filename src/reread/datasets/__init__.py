"""Which data sets print these numbers: is there one, how many, which are they, what can a statistic of them be?

comes IN    what is printed of a sample (mean, SD or SE, order statistics, mode, counts, percentages), of the same
            people at two or more occasions (`paired`, `occasions`), or of two groups (`groups`); n; the scale
goes OUT    exact answers in integers and fractions: `possible`, `count`, `list_all`, `marginals`, `sample`,
            `extremes`; for measured outcomes `region`
MAY NOT     compare floats where fractions will do, judge a study, read a file; call a search finished that stopped at
            its cap, or a sample all

The first subject's two printed pairs and every before × after table that they leave:

>>> before = list_all(20, "1.20", "0.41").data_sets
>>> after = list_all(20, "1.90", "0.31").data_sets
>>> before, after
((Counts({1: 16, 2: 4}),), (Counts({1: 2, 2: 18}),))
>>> [(table.rose, table.fell) for table in tables(before[0], after[0]).tables]
[(14, 0), (15, 1), (16, 2)]
"""

from reread.datasets import groups, occasions, paired
from reread.datasets.asked import Scale
from reread.datasets.changes import change_pairs, change_range
from reread.datasets.counting import count
from reread.datasets.extremes import Extremes, MeanScore, extremes, share_from, share_of
from reread.datasets.histogram import Counts, Ending, Moments, TooLarge
from reread.datasets.listing import Listing, list_all
from reread.datasets.moments import attainable, least_squares, moments, sums
from reread.datasets.pairing import Table, Tables, tables
from reread.datasets.possible import possible
from reread.datasets.printed import Printed
from reread.datasets.region import Region, region
from reread.datasets.sampling import Marginal, Marginals, marginals, sample
from reread.datasets.walk import Measure

__all__ = [
    "Counts",
    "Ending",
    "Extremes",
    "Listing",
    "Marginal",
    "Marginals",
    "MeanScore",
    "Measure",
    "Moments",
    "Printed",
    "Region",
    "Scale",
    "Table",
    "Tables",
    "TooLarge",
    "attainable",
    "change_pairs",
    "change_range",
    "count",
    "extremes",
    "groups",
    "least_squares",
    "list_all",
    "marginals",
    "moments",
    "occasions",
    "paired",
    "possible",
    "region",
    "sample",
    "share_from",
    "share_of",
    "sums",
    "tables",
]
