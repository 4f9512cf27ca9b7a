"""Does every question pass a right case and catch a wrong one, and refuse what is no print?"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

import pytest

import reread
from reread.numbers.reported import Reported
from reread.public import comparisons, samples

SLEEP = {"means": ("0.75", "2.33"), "sds": ("1.79", "2.00")}  # Student 1908
DRUGS = {**SLEEP, "ns": (10, 10)}
PLANTS = {
    "means": ("5.032", "4.661", "5.526"),
    "sds": ("0.583", "0.794", "0.443"),
    "ns": (10, 10, 10),
    "df1": 2,
    "df2": 27,
}
DEATHS = {"counts": [[4, 51], [14, 38]]}  # Medical Research Council 1948
ASPIRIN = {"counts": [["189", "10845"], ["104", "10933"]]}
OF_NINE = {"estimate": "1.58", "df": 9, "level": 95, "test": "paired t"}
# question → what is always said, what is right, what is wrong
CASES: dict[str, list[tuple[dict[str, Any], dict[str, Any], dict[str, Any]]]] = {
    "grim": [
        ({"n": 28}, {"mean": "5.18"}, {"mean": "5.19"}),
        ({"n": "14", "items": 2}, {"mean": "5.18"}, {"mean": "5.19"}),
    ],
    "grimmer": [({}, {"mean": "5.21", "sd": "1.6", "n": 28}, {"mean": "3.44", "sd": "2.47", "n": 18})],
    "debit": [({"n": 1683}, {"mean": "0.53", "sd": "0.50"}, {"mean": "0.19", "sd": "0.35"})],
    "sd_limits": [
        ({"mean": "1.5", "n": 20, "scale": (1, 7)}, {"sd": "1.57"}, {"sd": "2.57"}),
        ({"mean": "3.0", "n": 9, "scale": [1, 5], "items": 4}, {"sd": "1.9"}, {"sd": "2.3"}),
    ],
    "range_limits": [
        ({"minimum": "0", "maximum": "6", "n": 10}, {"sd": "3.1"}, {"sd": "4.0"}),
        ({"minimum": "0", "maximum": "6", "mean": "3"}, {"median": "4"}, {"median": "8"}),
    ],
    "percent_of_count": [({"n": 20, "count": 12}, {"percent": "60%"}, {"percent": "65%"})],
    "p_from_t": [
        ({"t": "2.20", "df": 28}, {"p": ".036"}, {"p": "0.003"}),
        ({"t": "2.20", "df": 28, "sides": "one"}, {"p": ".018"}, {"p": "0.036"}),
    ],
    "p_from_f": [({"F": "4.85", "df1": 2, "df2": "27"}, {"p": "0.016"}, {"p": "< .001"})],
    "p_from_chi2": [({"chi2": "3.84", "df": 1}, {"p": ".050"}, {"p": "0.0005"})],
    "p_from_z": [({"z": "−1.96", "test": "z"}, {"p": ".050"}, {"p": ".50"})],
    "p_from_r": [({"r": "0.50", "test": "Pearson"}, {"p": ".005", "df": 28}, {"p": "0.05", "n": 30})],
    "p_from_ci": [({"ci": ("0.70", "2.46"), **OF_NINE}, {"p": ".003"}, {"p": ".30"})],
    "p_from_groups": [({**DRUGS, "test": "independent t"}, {"p": ".079"}, {"p": ".79"})],
    "p_from_counts": [({**DEATHS, "test": "Fisher"}, {"p": ".009"}, {"p": ".09"})],
    "t_from_groups": [(DRUGS, {"t": "1.86"}, {"t": "2.86"})],
    "t_from_pairs": [({**SLEEP, "n": 10}, {"t": "4.06"}, {"t": "1.06"})],
    "t_from_se": [({"estimate": "1.58", "se": "0.389", "test": "paired t"}, {"t": "4.06"}, {"t": "4.60"})],
    "f_from_groups": [(PLANTS, {"F": "4.85"}, {"F": "5.85"})],
    "d_from_t": [
        ({**SLEEP, "n": 10, "t": "4.06"}, {"d": "1.28"}, {"d": "2.90"}),
        ({**DRUGS, "t": "1.86"}, {"d": "0.83"}, {"d": "1.90"}),
    ],
    "d_from_groups": [(DRUGS, {"d": "0.83"}, {"d": "1.83"})],
    "eta2_from_f": [({"F": "4.846", "df1": 2, "df2": 27, "n": 30}, {"eta2": ".264"}, {"eta2": ".364"})],
    "df_from_n": [
        ({"test": "independent t", "ns": (10, 10)}, {"df": 18}, {"df": 19}),
        ({"test": "paired t", "n": 10}, {"df": "9"}, {"df": "8"}),
    ],
    "ci_from_se": [({"se": "0.389", **OF_NINE}, {"ci": ("0.70", "2.46")}, {"ci": ("0.17", "2.46")})],
    "ci_from_t": [({"t": "4.06", **OF_NINE}, {"ci": ("0.70", "2.46")}, {"ci": ("0.17", "2.99")})],
    "ci_from_groups": [({**DRUGS, "estimate": "1.58"}, {"ci": ("-0.20", "3.36")}, {"ci": ("0.20", "3.36")})],
    "ci_from_r": [({"r": "0.50", "n": 30}, {"ci": ("0.17", "0.73")}, {"ci": ("0.57", "0.73")})],
    "chi2_from_counts": [(DEATHS, {"chi2": "7.38"}, {"chi2": "17.38"})],
    "ratio_from_counts": [
        ({**ASPIRIN, "ci": ("1.44", "2.33"), "test": "chi-squared"}, {"OR": "1.83"}, {"OR": "1.38"}),
        ({**DEATHS, "test": "Fisher"}, {"RR": "0.27"}, {"RR": "0.57"}),
    ],
    "check": [({"t": "4.06", "test": "paired t", "df": 9}, {"p": ".003"}, {"p": ".03"})],
}
NUMBERS = {
    "mean",
    "sd",
    "minimum",
    "maximum",
    "median",
    "percent",
    "p",
    "t",
    "F",
    "z",
    "r",
    "d",
    "eta2",
    "chi2",
    "se",
    "estimate",
    "OR",
    "RR",
}
LISTS = {"means", "sds", "ci"}
QUESTIONS = {
    name: getattr(module, name)
    for module in (samples, comparisons)
    for name in vars(module)
    if name in reread.__all__
    and inspect.isfunction(getattr(module, name))
    and getattr(module, name).__module__ == module.__name__
}
EACH = [(name, *case) for name, cases in CASES.items() for case in cases]
each = pytest.mark.parametrize(("name", "always", "right", "wrong"), EACH, ids=[case[0] for case in EACH])


def question(name: str) -> Callable[..., reread.Answer]:
    found: Callable[..., reread.Answer] = getattr(reread, name)
    return found


def test_every_question_has_a_case() -> None:
    assert set(CASES) == set(QUESTIONS)
    public = {name for name in reread.__all__ if inspect.isfunction(getattr(reread, name))}
    assert public - {"read", "read_text", "load_study", "explanations"} == set(QUESTIONS)


@each
def test_a_right_case_agrees_and_a_wrong_one_is_caught(
    name: str, always: dict[str, Any], right: dict[str, Any], wrong: dict[str, Any]
) -> None:
    good, bad = question(name)(**always, **right), question(name)(**always, **wrong)
    assert (good.status, bad.status) == ("consistent", "inconsistent")
    assert not good.agrees_if
    for answer in (good, bad):
        first = answer.findings[0]
        assert first.status == answer.status
        assert (answer.printed, answer.why, answer.allowed) == (first.printed, first.must_hold, first.allowed)
        assert all((first.printed, first.must_hold, first.allowed, first.arithmetic, first.source, first.title))
        assert repr(answer).startswith(f"{answer.status}: {first.printed}\n")
    assert bad.findings[0].agrees_if or bad.findings[0].tried


@each
def test_a_number_is_refused_where_its_digits_matter(
    name: str, always: dict[str, Any], right: dict[str, Any], wrong: dict[str, Any]
) -> None:
    said = {**always, **right}
    for part in NUMBERS & said.keys():
        with pytest.raises(reread.Problem, match=r"found the number .*; write it as printed, in quotes") as raised:
            question(name)(**{**said, part: float(Reported.read(said[part]).value)})
        assert raised.value.file == f"reread.{name}"
        assert raised.value.place.startswith(part)
    for part in LISTS & said.keys():
        with pytest.raises(reread.Problem, match=r"found the number .*; write it as printed, in quotes"):
            question(name)(**{**said, part: tuple(float(text) for text in said[part])})
        with pytest.raises(reread.Problem, match=f"{part}: found one str; write a list"):
            question(name)(**{**said, part: "1.2"})


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        ({"mean": "5.19a"}, "mean: found “5.19a”; write one printed number"),
        ({"mean": ""}, "mean: found “”; write one printed number"),
        ({"mean": None}, None),
        ({"mean": 5}, 'mean: found the number 5; write it as printed, in quotes ("5"? "5.0"?)'),
        ({"mean": True}, "mean: found a bool; write the number as printed"),
        ({"mean": "1,234"}, "mean: found “1,234”, which is two numbers; write “1234” or “1.234”"),
        ({"n": 28.0}, "n: found the number 28.0; write a whole number: 28"),
        ({"n": 28.5}, "n: found the number 28.5; write it as printed"),
        ({"n": "28.5"}, "n: found “28.5”; write a whole number, such as 28"),
        ({"n": "> 28"}, "n: found “> 28”; write a whole number"),
        ({"n": float("nan")}, "n: found the number nan; write it as printed"),
        ({"items": 1.5}, "items: found the number 1.5; write a whole number"),
        ({"items": 0}, "items: found the number 0; write input should be greater"),
    ],
)
def test_what_to_write_instead(said: dict[str, Any], problem: str | None) -> None:
    if problem is None:
        assert reread.grim(**{"mean": "5.19", "n": 28, **said}).status == "not applicable"
        return
    with pytest.raises(reread.Problem) as raised:
        reread.grim(**{"mean": "5.19", "n": 28, **said})
    assert str(raised.value).startswith(f"reread.grim, {problem}")


def test_names_are_checked() -> None:
    with pytest.raises(reread.Problem, match=r"test: found “independant t”; write “independent t”\? one of: paired t,"):
        reread.check(test="independant t", t="2.20")
    with pytest.raises(reread.Problem, match=r"check, dff: found the unknown key “dff”; write “df”\?"):
        reread.check(t="2.20", dff=28)
    with pytest.raises(reread.Problem, match=r"groups\.a\.averge: found the unknown key “averge”"):
        reread.check(groups={"a": {"averge": "5.1"}})
    with pytest.raises(reread.Problem, match="ci: found 3 numbers; write both ends"):
        reread.check(estimate="1.58", ci=("1", "2", "3"))
    with pytest.raises(reread.Problem, match="groups: found a str; write what is printed of each group"):
        reread.check(groups=["5.1"])
    with pytest.raises(reread.Problem, match=r"groups: found the name “under 2\.5”; write a name without"):
        reread.check(groups={"a": {"count": {"under 2.5": 12}}})
    with pytest.raises(reread.Problem, match="counts: found rows of several lengths"):
        reread.chi2_from_counts("7.38", [[4, 51], [14]])


def test_whole_numbers_of_other_libraries_and_decimal_commas_are_read() -> None:
    numpy = pytest.importorskip("numpy")
    assert reread.grim("5,19", n=numpy.int64(28)).status == "inconsistent"
    columns = {"means": numpy.array(["0.75", "2.33"]), "sds": ["1.79", "2.00"], "ns": numpy.array([10, 10])}
    assert reread.t_from_groups("2.86", **columns).status == "inconsistent"
    assert reread.sd_limits("1.5", "2.57", numpy.int32(20), scale=numpy.array([1, 7]).tolist()).status == "inconsistent"


def test_missing_answers_decide_nothing_where_they_are_admitted() -> None:
    assert reread.grim("5.19", n=28, complete=False).status == "undecided"
    assert reread.grimmer("3.44", "2.47", 18, complete=False).status == "undecided"
    assert reread.check(test="independent t", t="2.86", groups=_groups()).status == "undecided"
    assert reread.check(test="independent t", t="2.86", groups=_groups(), complete=True).status == "inconsistent"


UNNAMED = {
    "p_from_z": {"z": "−1.96", "p": ".50"},
    "p_from_r": {"r": "0.50", "p": "0.05", "df": 28},
    "p_from_ci": {"ci": ("0.70", "2.46"), "estimate": "1.58", "df": 9, "p": ".30"},
    "t_from_se": {"estimate": "1.58", "se": "0.389", "t": "4.60"},
    "ci_from_se": {"estimate": "1.58", "se": "0.389", "df": 9, "ci": ("0.17", "2.46")},
    "ratio_from_counts": {**DEATHS, "RR": "0.57"},
    "p_from_counts": {"counts": [[4, 51, 9], [14, 38, 2]], "p": ".9"},
}


@pytest.mark.parametrize("name", UNNAMED)
def test_nothing_is_decided_that_depends_on_a_test_without_a_name(name: str) -> None:
    """A z may be that of ranks, an odds ratio that of a regression."""
    assert question(name)(**UNNAMED[name]).status == "undecided"


def test_no_answer_where_nothing_could_be_asked() -> None:
    answer = reread.p_from_t("2.20", df="> 30", p=".036")
    assert (answer.status, answer.allowed, answer.printed, answer.agrees_if) == ("not applicable", "", "", ())
    assert answer.why in repr(answer)
    assert reread.p_from_t("2.20", df="> 30", p="1.20").status == "inconsistent"  # no test has such a p


def test_categories_may_be_called_by_their_codes() -> None:
    table = [{"n": 20, "count": {0: 12, 1: 8}, "percent": {1: "48%"}}]
    assert reread.check(groups=table).printed == "48 %"
    assert reread.check(groups=table, complete=True).found[0].roles[1].endswith("count.1")


def test_an_answer_is_neither_true_nor_false() -> None:
    with pytest.raises(TypeError, match=r"answer\.status"):
        bool(reread.grim("5.18", n=28))


def test_an_answer_in_the_words_of_the_page() -> None:
    answer = reread.grim("5.19", n=28)
    assert answer.told("en").startswith("cannot agree: mean 5.19\n")
    assert answer.told("id").startswith("tidak bisa sesuai: rerata 5.19\n")


def test_a_number_in_several_places() -> None:
    assert reread.check(p=["0.000", "< .001"]).status == "consistent"
    assert reread.check(p=["0.036", ".063"]).status == "inconsistent"


def _groups() -> list[dict[str, Any]]:
    return [{"mean": mean, "sd": sd, "n": 10} for mean, sd in zip(*SLEEP.values(), strict=True)]
