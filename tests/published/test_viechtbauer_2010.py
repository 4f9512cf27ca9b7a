"""Viechtbauer 2010, doi:10.18637/jss.v036.i03: 13 trials of a vaccine against tuberculosis, as metafor prints them.

Log risk ratios with REML are in the README of the package; log odds ratios by DerSimonian and Laird in a course that
shows its output (I² = 92.65 %). I² by REML is another than Q gives (92.12 %): that is left open.
"""

from honest_tests import direct
from published_cases import altered, right

from reread.checks import i_squared, pooled
from reread.study.values import Study

RISKS = (
    "-0.8893", "-1.5854", "-1.3481", "-1.4416", "-0.2175", "-0.7861", "-1.6209", "0.0120", "-0.4694", "-1.3713",
    "-0.3394", "0.4459", "-0.0173",
)  # fmt: skip
ODDS = (
    "-0.9387", "-1.6662", "-1.3863", "-1.4564", "-0.2191", "-0.9581", "-1.6338", "0.0120", "-0.4717", "-1.4012",
    "-0.3408", "0.4466", "-0.0173",
)  # fmt: skip
TRIALS = [f"trial {k}" for k in range(1, 14)]
REML = ("-0.7145", "152.2330", "92.22%")
USUAL = ("-0.7474", "163.1649", "92.65%")


def study(effects: tuple[str, ...], summary: tuple[str, str, str], **about: object) -> Study:
    """The trials, what pools them, and their Q with I²."""
    estimate, q, i2 = summary
    printed = {f"tests.{name}.estimate": [text] for name, text in zip(TRIALS, effects, strict=False)}
    printed |= {"tests.all.estimate": [estimate], "tests.q.Q": [q], "tests.q.df": ["12"], "tests.q.I2": [i2]}
    names = TRIALS[: len(effects)]
    pooling = {"all": {"label": "All", "pools": names}, "q": {"label": "Q", "test": "Q", "pools": names, **about}}
    return direct(printed, {name: {"label": name} for name in names} | pooling)


PUBLISHED = [
    right(study(RISKS, REML), "pooled", where="README of metafor, `rma(yi, vi)`"),
    right(study(ODDS, USUAL), "pooled", "i_squared", where="odds ratios of the same trials, `method = \"DL\"`"),
    altered(study(RISKS, ("-1.7145", *REML[1:])), "pooled", where="the same; −1.7145 for −0.7145"),
    altered(
        study(ODDS, (*USUAL[:2], "62.95%"), obtained="as usual"), "i_squared", where="the same; 62.95 for 92.65",
    ),
]  # fmt: skip


def test_another_estimate_of_the_spread_is_left_open() -> None:
    (found,) = i_squared.check(study(RISKS, REML))
    assert found.status == "undecided"
    (found,) = i_squared.check(study(RISKS, REML, obtained="as usual"))
    assert found.status == "inconsistent"


def test_trials_that_are_not_printed_may_lie_elsewhere() -> None:
    few = tuple(effect for effect in RISKS if float(effect) > -0.5)
    (found,) = pooled.check(study(few, REML))
    assert (found.status, found.say) == ("undecided", "freedom")
