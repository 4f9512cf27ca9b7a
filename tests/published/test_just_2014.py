"""Just, Sığırcı & Wansink 2014, J. Sens. Stud. 29, 362–370, doi:10.1111/joss.12117, table 2: how diners liked pizza.

Whole answers from 1 to 9 of 62 diners who paid $4 and 60 who paid $8, as the table's head says. Not everybody answered
each question: the data that were released later tell how many did. Anaya, van der Zee & Brown 2017, PeerJ Preprints
5:e3025v1, doi:10.7287/peerj.preprints.3025v1, recomputed the table from them and print each n
(github.com/OmnesRes/infarction, article_1_output.txt); the table as printed was typed by van der Zee, Anaya & Brown
2017, doi:10.1186/s40795-017-0167-x. One row prints means and SDs of the next one; its own are 6.72 (1.50), 8.00 (1.10).
"""

from __future__ import annotations

import pytest
from published_cases import groups_of, right, wrong

from reread.checks import grim
from reread.datasets import possible
from reread.explain.benign import findings_with_readings
from reread.study.values import Study

SCALE, STATED = (1, 9), {"four": "62", "eight": "60"}
Row = tuple[tuple[str, str, int], tuple[str, str, int], str]  # mean, SD and true n for $4 and $8, F
TABLE: dict[str, Row] = {
    "in general": (("6.89", "1.39", 63), ("7.44", "1.60", 61), "4.24"),
    "first tasted": (("7.08", "1.30", 62), ("7.45", "1.60", 60), "1.97"),
    "first satisfied": (("7.08", "1.37", 60), ("7.34", "1.70", 59), "0.82"),
    "first enjoyed": (("7.05", "1.40", 60), ("7.47", "1.55", 60), "2.40"),
    "middle satisfied": (("6.68", "1.49", 40), ("7.97", "1.21", 29), "14.69"),
    "middle enjoyed": (("6.64", "1.48", 39), ("7.81", "1.22", 31), "12.48"),
    "last tasted": (("6.15", "1.89", 47), ("7.58", "1.39", 38), "15.16"),
    "last satisfied": (("6.16", "1.87", 45), ("7.41", "1.55", 39), "10.99"),
    "last enjoyed": (("5.98", "1.86", 44), ("7.45", "1.52", 40), "15.60"),
}
MISPRINTED: Row = (("6.68", "1.49", 43), ("7.97", "1.21", 29), "15.42")
CELLS = [(name, group, *cell) for name, (*pair, _) in TABLE.items() for group, cell in zip(STATED, pair, strict=True)]


def of(row: Row, stated: bool = False, complete: bool = True) -> Study:
    groups = {
        group: {"n": STATED[group] if stated else str(n), "mean": mean, "sd": sd}
        for group, (mean, sd, n) in zip(STATED, row[:2], strict=True)
    }
    return groups_of(groups, {"F": row[2]}, test="one-way ANOVA", measure="integer score", complete=complete)


@pytest.mark.parametrize(("name", "group", "mean", "sd", "n"), CELLS)
def test_the_true_n_is_among_those_that_fit(name: str, group: str, mean: str, sd: str, n: int) -> None:
    fits = [k for k in range(2, 70) if possible(k, mean=mean, sd=sd, scale=SCALE)]
    assert n in fits
    assert len(fits) < 40  # mean and SD leave out many


def test_a_mean_that_the_stated_n_cannot_have_names_the_true_one() -> None:
    """Where it is near enough to be shown."""
    named = []
    for name, group, mean, _, n in CELLS:
        stated = int(STATED[group])
        if not grim.possible(stated, mean) and abs(n - stated) <= grim.NEIGHBOURS:
            found = next(f for f in grim.check(of(TABLE[name], stated=True)) if f.roles[0].endswith(f"{group}.mean"))
            assert found.status == "inconsistent"
            assert str(n) in found.params["fits"].split(", ")
            named.append(n)
    assert named == [61, 59]


def test_nobody_is_accused_where_answers_may_be_missing() -> None:
    for row in TABLE.values():
        found, broken = findings_with_readings(of(row, stated=True, complete=False))
        assert not broken
        assert not [each for each in found if each.status == "inconsistent" and each.check in ("grim", "grimmer")]


PUBLISHED = [
    *(
        right(of(row), "grim", "grimmer", "f_from_groups", where=f"table 2, {name}, with the n of the released data")
        for name, row in TABLE.items()
    ),
    wrong(of(TABLE["in general"], stated=True), "grim", where="table 2, in general, with the n of the table"),
    wrong(of(MISPRINTED), "grim", where="table 2, middle tasted, with the n of the released data"),
]
