"""Student 1908, doi:10.1093/biomet/6.1.1, p. 20: hours of sleep gained by ten men with two drugs (Cushny & Peebles).

Printed there: means .75, 2.33 and 1.58; SDs 1.70, 1.90 and 1.17, with n below. The ratio that he takes, 1.35 = 1.58 /
1.17, is t / √(n − 1) of today: t(9) = 4.06. The other numbers are those that R's help page of `sleep` has with t.test:
paired t = −4.0621, p = 0.002833, −2.46 to −0.70; Welch's as if in two groups t = −1.8608, df = 17.776, p = 0.07939,
−3.365 to 0.205.
"""

from __future__ import annotations

from statistics import mean, stdev

from published_cases import altered, groups_of, reported, right, twice_measured
from scipy import stats

from reread.study.values import Study

FIRST = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0]
SECOND = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]
WITH_N = {"first": ("0.75", "1.70"), "second": ("2.33", "1.90")}
TODAY = {"first": ("0.75", "1.79"), "second": ("2.33", "2.00")}
PAIRED = {
    "n": "10", "estimate": "-1.58", "t": "-4.0621", "df": "9", "p": "0.002833", "ci.low": "-2.4598858",
    "ci.high": "-0.7001142", "ci.level": "95",
}  # fmt: skip
WELCH = {
    "t": "-1.8608", "df": "17.776", "p": "0.07939", "estimate": "-1.58", "ci.low": "-3.3654832", "ci.high": "0.2054832",
    "ci.level": "95",
}  # fmt: skip
CHANGE = {
    "n": "10", "before.mean": "0.75", "before.sd": "1.79", "after.mean": "2.33", "after.sd": "2.00",
    "change.mean": "1.58", "change.sd": "1.23", "change.t": "4.0621", "change.df": "9", "change.p": "0.002833",
    "change.ci.low": "0.70", "change.ci.high": "2.46", "change.ci.level": "95%", "change.d": "1.28",
}  # fmt: skip
# against no more sleep: R 4.3, t.test(sleep$extra[1:10])
ALONE = {"t": "1.3257", "df": "9", "p": "0.2176", "against": "0", "ci.low": "-0.53", "ci.high": "2.03", "d": "0.42"}
GROUP_CHECKS = ("t_from_groups", "p_from_groups", "ci_from_groups", "difference_of_groups")


def two(prints: dict[str, tuple[str, str]], statistics: dict[str, str], test: str, **about: str) -> Study:
    groups = {name: {"n": "10", "mean": mean, "sd": sd} for name, (mean, sd) in prints.items()}
    return groups_of(groups, statistics, test=test, **about)


def alone(test: str = "one-sample t", **changed: str) -> Study:
    """The first drug alone."""
    printed = {**ALONE, **{part.replace("_", "."): text for part, text in changed.items()}}
    return groups_of({"first": {"n": "10", "mean": "0.75", "sd": "1.79"}}, printed, test=test)


def change(**changed: str | list[str]) -> Study:
    return twice_measured({**CHANGE, **{f"change.{part.replace('_', '.')}": text for part, text in changed.items()}})


PUBLISHED = [
    right(reported(PAIRED, test="paired t"), "p_statistic", "df_n", "ci_estimate", "ci_p", where="`sleep`, paired"),
    *(
        right(
            two(prints, {"t": "4.06", "estimate": "1.58"}, "paired t"), "paired_t_from_groups", "difference_of_groups",
            where="p. 20",
        )
        for prints in (WITH_N, TODAY)
    ),
    *(right(two(prints, WELCH, "Welch t"), *GROUP_CHECKS, where="`sleep`, two groups") for prints in (WITH_N, TODAY)),
    right(two(TODAY, WELCH, "Welch t"), "p_statistic", "df_n", "ci_estimate", "ci_p", where="`sleep`, two groups"),
    right(
        change(), "difference_of_groups", "ci_estimate", "ci_from_sd_of_change", "ci_t", "df_n", "p_statistic",
        "effect_from_statistic",
        "sd_of_change", "t_from_sd_of_change", "paired_t_from_groups", "test_fits", "possible_value",
        where="`sleep`, paired",
    ),
    right(change(t=["4.0621", "4.06"]), "repeats", where="`sleep`, and p. 20 in terms of today"),
    altered(change(t=["4.0621", "4.60"]), "repeats", where="`sleep`, and p. 20; 4.60 for 4.06"),
    altered(
        reported({**PAIRED, "p": "0.07939"}, test="paired t"), "p_statistic", "ci_p",
        where="`sleep`, paired; the p of the other test",
    ),
    altered(reported({**PAIRED, "df": "18"}, test="paired t"), "df_n", where="`sleep`, paired; the df of two groups"),
    altered(
        two(TODAY, {"t": "4.06", "p": "0.003"}, "independent t"), "t_from_groups", "p_from_groups",
        where="p. 20; the paired t under the name of Student's for two groups",
    ),
    altered(two(TODAY, {**WELCH, "estimate": "-1.85"}, "Welch t"), "difference_of_groups", where="1.85 for 1.58"),
    altered(two(TODAY, {**WELCH, "ci.low": "-3.9654"}, "Welch t"), "ci_from_groups", where="−3.97 for −3.37"),
    altered(change(df="10"), "df_n", where="`sleep`, paired; 10 for 9"),
    altered(change(sd="4.23"), "sd_of_change", where="`sleep`, paired; 4.23 for 1.23"),
    altered(change(t="3.0621"), "t_from_sd_of_change", where="`sleep`, paired; 3.06 for 4.06"),
    altered(change(t="40.621"), "paired_t_from_groups", where="`sleep`, paired; 40.6 for 4.06"),
    altered(change(ci_high="2.96"), "ci_from_sd_of_change", "ci_estimate", where="`sleep`, paired; 2.96 for 2.46"),
    altered(change(d="2.28"), "effect_from_statistic", where="`sleep`, paired; 2.28 for 1.28"),
    altered(change(mean="1.85"), "difference_of_groups", where="`sleep`, paired; 1.85 for 1.58"),
    altered(change(p="0.02833"), "p_statistic", where="`sleep`, paired; .028 for .0028"),
    right(two(TODAY, {}, "paired t", higher="second"), "higher_side", where="p. 20"),
    altered(two(TODAY, {}, "paired t", higher="first"), "higher_side", where="p. 20; the drugs exchanged"),
    right(
        alone(), "t_from_one_sample", "ci_from_one_sample", "effect_from_statistic", "df_n", where="first drug alone",
    ),
    altered(alone(t="3.1257"), "t_from_one_sample", where="first drug alone; 3.13 for 1.33"),
    altered(alone(ci_high="2.30"), "ci_from_one_sample", where="first drug alone; 2.30 for 2.03"),
    altered(alone(d="0.84"), "effect_from_statistic", where="first drug alone; 2t / √n for t / √n"),
    altered(
        alone(against="1", ci_low="-1.53", ci_high="1.03"), "ci_from_one_sample", says="undecided",
        where="first drug alone against 1; the interval of the distance under the name of the mean's",
    ),
]  # fmt: skip


def test_the_data_give_what_is_printed() -> None:
    gained = [b - a for a, b in zip(FIRST, SECOND, strict=True)]
    t = stats.ttest_rel(SECOND, FIRST)
    assert (round(t.statistic, 4), round(t.pvalue, 6), round(mean(gained), 2), round(stdev(gained), 2)) == (
        4.0621, 0.002833, 1.58, 1.23,
    )  # fmt: skip
    assert [round(x, 2) for x in (mean(FIRST), stdev(FIRST), mean(SECOND), stdev(SECOND))] == [0.75, 1.79, 2.33, 2.0]
