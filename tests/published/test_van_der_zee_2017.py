"""van der Zee, Anaya & Brown 2017, doi:10.1186/s40795-017-0167-x: four articles on pizza, their tables recomputed.

Numbers as the three typed them from the tables (github.com/OmnesRes/pizzapizza, commit 06dc8c0), group sizes taken at
face value as they took them; what they found possible stands in that repository's output.txt. The article of 2015 was
retracted, that of 2014 corrected.
"""

from __future__ import annotations

from published_cases import Case, groups_of, right, wrong

from reread.study.values import Study

Row = tuple[str, str]  # mean, SD


def of(ns: tuple[int, ...], rows: tuple[Row, ...], test: str, **statistics: str) -> Study:
    groups = {
        f"group {k}": {"n": str(n), "mean": mean, "sd": sd}
        for k, (n, (mean, sd)) in enumerate(zip(ns, rows, strict=True), 1)
    }
    return groups_of(groups, statistics, test=test)


REGRET = "Siğirci & Wansink 2015, doi:10.1186/s40795-015-0030-x, table"
LOWER = "Just, Siğirci & Wansink 2014, doi:10.1111/joss.12117, table"
HEAVILY = "Kniffin, Siğirci & Wansink 2016, doi:10.1007/s40806-015-0035-3, table"
THREE = (20, 21, 19)


def eaten(rows: tuple[Row, ...], F: str, df2: str = "57") -> Study:
    return of(THREE, rows, "one-way ANOVA", F=F, df1="2", df2=df2)


MEANS = [  # mean, n: on scales of whole numbers, impossible
    ("2.63", 18, f"{REGRET} 2"), ("1.97", 17, f"{REGRET} 2"), ("3.92", 10, f"{REGRET} 2"),
    ("6.62", 62, f"{LOWER} 1"), ("7.97", 26, f"{LOWER} 2"),
]  # fmt: skip


def alone(mean: str, n: int, where: str) -> Case:
    group = {"a": {"n": str(n), "mean": mean}}
    return wrong(groups_of(group, {}, measure="integer score", scale=(1, 9)), "grim", where=where)


PLACES = {  # the same group and question in tables 2 and 3: eight dollars, two pieces, line 3
    "n": ["19", "21"], "mean": ["1.45", "1.28"], "sd": [".94", ".46"],
}  # fmt: skip
PIECES = {f"group {k}": {"n": n} for k, n in enumerate(("18", "18", "7", "17", "19", "10"), 1)}

PUBLISHED = [
    right(
        eaten((("2.69", "2.57"), ("5.55", "2.66"), ("4.33", "3.31")), "5.16"), "f_from_groups",
        where=f"{HEAVILY} 3, line 1",
    ),
    right(
        eaten((("2.76", "2.19"), ("2.92", "2.30"), ("2.53", "1.81")), ".18"), "f_from_groups",
        where=f"{HEAVILY} 3, line 3",
    ),
    wrong(
        eaten((("397.50", "191.38"), ("409.52", "246.87"), ("555.26", "321.84")), ".15"), "f_from_groups",
        where=f"{HEAVILY} 3, line 5: .15, possible 2.26",
    ),
    wrong(
        of((40, 20), (("86.35", "17.92"), ("100.80", "21.33")), "independent t", t="2.87"), "t_from_groups",
        where=f"{HEAVILY} 1, men's weight: 2.87, possible 2.76",
    ),
    wrong(
        of((35, 10), (("64.63", "10.95"), ("75.54", "12.42")), "independent t", t="2.38"), "t_from_groups",
        where=f"{HEAVILY} 1, women's weight: 2.38, possible 2.70",
    ),
    wrong(
        of((18, 21), (("3.89", "2.59"), ("1.53", "1.02")), "one-way ANOVA", F="1.63", df1="1", df2="37"),
        "f_from_groups", where=f"{REGRET} 3, two pieces, line 4: 1.63, possible 14.62 to 15.01",
    ),
    wrong(
        of((62, 60), (("68.52", "3.95"), ("67.91", "3.93")), "independent t", p="0.37"), "p_from_groups",
        where=f"{LOWER} 1, height: 0.37, possible 0.39 to 0.40",
    ),
    wrong(
        of((62, 60), (("3.00", "1.55"), ("3.28", "1.29")), "independent t", p="0.25"), "p_from_groups",
        where=f"{LOWER} 1, size of the party: 0.25, possible 0.26 to 0.30",
    ),
    *(alone(*each) for each in MEANS),
    wrong(groups_of({"a": PLACES}, {}, measure="integer score"), "repeats", where=f"{REGRET}s 2 and 3"),
    wrong(
        groups_of(PIECES, {"n": "95"}, test="one-way ANOVA"), "groups_total", where=f"{REGRET} 2: 89 of 95 diners",
        says="undecided",
    ),
    wrong(
        groups_of({"a": {"n": "26", "mean": "7.81", "sd": "1.22"}}, {}, measure="integer score", scale=(1, 9)),
        "grimmer", where=f"{LOWER} 2, line 7: of 26 answers with a mean of 7.81",
    ),
]  # fmt: skip
