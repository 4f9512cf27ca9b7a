"""Which counts does a rival that is about a category have to explain?

>>> span_of_percent(0.012, 0.317)
'1.2 … 31.7'
"""

from __future__ import annotations

from reread.datasets.of_study import compatible
from reread.files.problem import Problem
from reread.numbers.show import number, span
from reread.rivals import OneGroup
from reread.study.file import OCCASIONS
from reread.study.samples import at_occasions
from reread.study.values import Study
from reread.words import Words


def group_of(study: Study, rival: str) -> OneGroup:
    """What the study prints of the category that it names for a rival. Raises Problem where a count or n is missing."""
    told = study.file.rivals[rival]
    roles = [f"{told['outcome']}.{occasion}.count.{told['category']}" for occasion in ("before", "after")]
    counts, n = study.all(*roles), study.n(told["outcome"])
    if counts is None or n is None or not all(count.whole for count in counts):
        found = f"no whole numbers for n, {' and '.join(roles)}"
        write = "an outcome and category whose counts and n this file points at"
        raise Problem(f"studies/{study.id}/study.yaml", f"rivals.{rival}", found, write)
    return OneGroup(study.id, n.integer, *(count.integer for count in counts))


def by_means(study: Study, rival: str) -> OneGroup | None:
    """The counts of that category which the means and SDs leave, where they leave one data set on each occasion.

    None where they leave several or none, or the counts that are printed.
    """
    told, printed = study.file.rivals[rival], group_of(study, rival)
    name, stated = told["outcome"], study.codes(told["outcome"])
    found = [compatible(sample) for sample in at_occasions(study, name)]
    only = [listing.data_sets[0] for listing in found if listing is not None and len(listing.data_sets) == 1]
    if stated is None or told["category"] not in stated or len(only) < len(OCCASIONS):
        return None
    left = OneGroup(study.id, printed.n, *(scores.get(stated[told["category"]], 0) for scores in only))
    return None if left == printed else left


def hundred(share: float, say: Words) -> str:
    """A share as so many of 100."""
    return say("rivals.under_one") if 0 < share < 0.005 else number(round(100 * share), 0)


def span_of_percent(low: float, high: float) -> str:
    """Two shares as a range in per cent."""
    return span(100 * low, 100 * high, 1)
