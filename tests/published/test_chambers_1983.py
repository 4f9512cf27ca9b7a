"""Chambers, Cleveland, Kleiner & Tukey 1983, Graphical Methods for Data Analysis: air in New York, May to September.

Whole-number daily readings of 1973, of which some are missing (R's `airquality`). A month's mean and SD stand beside
its number of days, as a summary prints them that counts rows and leaves missing readings out: the stated n is not the
n of the mean, and the true one is known.
"""

from __future__ import annotations

from statistics import mean, stdev

import pytest
from published_cases import Case, groups_of, wrong

from reread.checks import grim
from reread.datasets import possible
from reread.explain.benign import findings_with_readings
from reread.numbers.reported import Reported
from reread.study.values import Study

OZONE = {  # parts per billion; a dot is a missing reading
    "May": "41 36 12 18 . 28 23 19 8 . 7 16 11 14 18 14 34 6 30 11 1 11 4 32 . . . 23 45 115 37",
    "June": ". . . . . . 29 . 71 39 . . 23 . . 21 37 20 12 13 . . . . . . . . . .",
    "July": "135 49 32 . 64 40 77 97 97 85 . 10 27 . 7 48 35 61 79 63 16 . . 80 108 20 52 82 50 64 59",
    "August": "39 9 16 78 35 66 122 89 110 . . 44 28 65 . 22 59 23 31 44 21 9 . 45 168 73 . 76 118 84 85",
    "September": "96 78 73 91 47 32 20 23 21 24 44 21 28 9 13 46 18 13 24 16 13 23 36 7 14 30 . 14 18 20",
}
SUN = {  # solar radiation, Langleys
    "May": (
        "190 118 149 313 . . 299 99 19 194 . 256 290 274 65 334 307 78 322 44 8 320 25 92 66 266 . 13 252 223 279"
    ),
    "August": (
        "83 24 77 . . . 255 229 207 222 137 192 273 157 64 71 51 115 244 190 259 36 255 212 238 215 153 203 225 237 188"
    ),
}  # fmt: skip
MONTHS = [
    (f"{what} in {month}", days.split())
    for what, all_ in (("ozone", OZONE), ("sun", SUN))
    for month, days in all_.items()
]
NAMES = [name for name, _ in MONTHS]
READ = {"ozone in May": 26, "ozone in June": 9, "ozone in July": 26, "ozone in August": 26, "ozone in September": 29,
        "sun in May": 27, "sun in August": 28}  # fmt: skip


def printed(days: list[str]) -> tuple[str, str, int]:
    """Mean and SD to two decimals, and how many readings are behind them."""
    values = [int(day) for day in days if day != "."]
    return f"{mean(values):.2f}", f"{stdev(values):.2f}", len(values)


def of(days: list[str], complete: bool) -> Study:
    at, sd, _ = printed(days)
    group = {"n": str(len(days)), "mean": at, "sd": sd}
    return groups_of({"month": group}, {}, measure="integer score", complete=complete)


@pytest.mark.parametrize(("name", "days"), MONTHS, ids=NAMES)
def test_the_true_n_is_among_those_that_fit(name: str, days: list[str]) -> None:
    at, sd, n = printed(days)
    fits = [k for k in range(2, len(days) + 1) if possible(k, mean=at, sd=sd)]
    assert n == READ[name]
    assert n in fits
    assert len(days) not in fits  # mean and SD alone show that somebody is missing


@pytest.mark.parametrize(("name", "days"), MONTHS, ids=NAMES)
def test_honest_months_are_not_accused(name: str, days: list[str]) -> None:
    """Where nothing says that every day was measured, a mean that this n cannot have is undecided at most."""
    found, broken = findings_with_readings(of(days, complete=False))
    assert not broken
    assert {finding.status for finding in found} <= {"consistent", "undecided", "not applicable"}


@pytest.mark.parametrize(("name", "days"), [each for each in MONTHS if len(each[1]) - READ[each[0]] <= grim.NEIGHBOURS])
def test_the_check_names_the_true_n(name: str, days: list[str]) -> None:
    """Among the sizes that it shows beside a mean which the stated one cannot have."""
    found = [finding for finding in grim.check(of(days, complete=True)) if finding.status == "inconsistent"]
    at, _, n = printed(days)
    assert n in grim.fitting(Reported.read(at).interval, len(days), 1)
    assert all(str(n) in finding.params["fits"].split(", ") for finding in found)


def case(name: str) -> Case:
    days = dict(MONTHS)[name]
    return wrong(
        of(days, complete=False), "grim", where=f"{name}, printed with the days of the month", says="undecided"
    )


PUBLISHED = [case(name) for name in NAMES if not grim.possible(len(dict(MONTHS)[name]), printed(dict(MONTHS)[name])[0])]
