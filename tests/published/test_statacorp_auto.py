"""StataCorp, the 1978 automobile data of its manuals (`sysuse auto`): 74 cars, repair records of 69 from 1 to 5.

Printed by `summarize`: rep78 69, 3.405797, .9899323, 1, 5; mpg 74, 21.2973, 5.785503, 12, 41; foreign 74, .2972973,
.4601885. By `tabulate rep78`: 2, 8, 30, 18, 11 cars; 2.90, 11.59, 43.48, 26.09, 15.94 %. By `summarize` within foreign:
mpg 52, 19.82692, 4.743297, 12, 34 and 22, 24.77273, 6.611187, 14, 41. `ttest mpg, by(foreign)` prints their standard
errors, .657777 and 1.40951.
"""

from __future__ import annotations

from published_cases import altered, groups_of, right

from reread.study.values import Study

REPAIRS = {"n": "69", "mean": "3.405797", "sd": ".9899323", "minimum": "1", "maximum": "5"}
COUNTS = {
    "1": ("2", "2.90%"),
    "2": ("8", "11.59%"),
    "3": ("30", "43.48%"),
    "4": ("18", "26.09%"),
    "5": ("11", "15.94%"),
}
FOREIGN = {"n": "74", "mean": ".2972973", "sd": ".4601885"}
MILES = {
    "domestic": {"n": "52", "mean": "19.82692", "sd": "4.743297", "minimum": "12", "maximum": "34"},
    "foreign": {"n": "22", "mean": "24.77273", "sd": "6.611187", "minimum": "14", "maximum": "41"},
}


def repairs(**changed: str) -> Study:
    return groups_of({"cars": {**REPAIRS, **changed}}, {}, measure="integer score", scale=(1, 5))


def miles(foreign_mean: str) -> Study:
    groups = {**MILES, "foreign": {**MILES["foreign"], "mean": foreign_mean}}
    return groups_of(groups, {"n": "74"}, test="independent t")


def with_errors(domestic: str = ".657777") -> Study:
    errors = {"domestic": domestic, "foreign": "1.40951"}
    groups = {name: {**prints, "se": errors[name]} for name, prints in MILES.items()}
    return groups_of(groups, {"n": "74"}, test="independent t")


def foreign(**changed: str) -> Study:
    return groups_of({"cars": {**FOREIGN, **changed}}, {}, measure="binary")


def tabulated(**changed: str) -> Study:
    parts = {f"count.{code}": count for code, (count, _) in COUNTS.items()}
    parts |= {f"percent.{code}": percent for code, (_, percent) in COUNTS.items()}
    parts |= {part.replace("_", "."): text for part, text in changed.items()}
    return groups_of({"cars": {"n": "69", **parts}}, {}, measure="ordinal score")


PUBLISHED = [
    right(with_errors(), "se_of_sd", where="ttest mpg, by(foreign): std. err. beside std. dev."),
    altered(with_errors(".567777"), "se_of_sd", where="ttest mpg, by(foreign); .567777 for .657777"),
    right(repairs(), "grim", "grimmer", "sd_limits", "range_limits", where="summarize rep78"),
    right(miles("24.77273"), "range_limits", "groups_total", where="by foreign: mpg"),
    right(foreign(), "debit", "grim", where="summarize foreign"),
    right(tabulated(), "counts_total", "percent_of_count", "percents_total", where="tabulate rep78"),
    altered(repairs(mean="3.450797"), "grim", where="summarize rep78; 3.45 for 3.41"),
    altered(repairs(sd="2.9899323"), "sd_limits", where="summarize rep78; 2.99 for .99"),
    altered(miles("42.77273"), "range_limits", where="by foreign: mpg; 42.77 for 24.77"),
    altered(foreign(sd=".6401885"), "debit", where="summarize foreign; .64 for .46"),
    altered(tabulated(count_3="33"), "counts_total", where="tabulate rep78; 33 for 30 cars"),
    altered(tabulated(percent_3="34.48%"), "percent_of_count", where="tabulate rep78; 34.48 for 43.48 %"),
]  # fmt: skip
