"""Honest tables with one column for each group, printed from data that exist, in two languages. For tests only.

Most rows are what the table says: an independent t-test of the printed means. The others are what tables of honest
papers hold besides: fewer answers than the head's n, Welch's test, ranks, covariates, changes, logarithms, the same
people in both columns, standard errors, medians, three groups, a p of two rows or of before and after. What a paper
says of its analysis it says here, too, in a sentence, the caption or a note.
"""

from __future__ import annotations

from fractions import Fraction
from math import sqrt
from random import Random
from statistics import median, stdev
from typing import Any

from honest_group_rows import PAIRED, Row, interval, row
from made_documents import Part
from scipy import stats

NAMES = {
    "en": (("Massage", "Control"), ("Intervention group", "Control group"), ("Yoga", "Usual care"),
           ("Group 1", "Group 2")),
    "id": (("Pijat", "Kontrol"), ("Kelompok intervensi", "Kelompok kontrol"), ("Kelompok 1", "Kelompok 2")),
}  # fmt: skip
THIRD = {"en": "Music", "id": "Musik"}
OUTCOMES = {
    "en": (
        "Pain score",
        "Weight (kg)",
        "Number of feeds",
        "Age, years",
        "Sleep",
        "Anxiety score",
        "Milk volume",
        "Pain, day 3",
        "SF-36 score",
        "Fatigue (0–10)",
        "6-week weight",
    ),
    "id": (
        "Skor nyeri",
        "Berat badan (kg)",
        "Jumlah menyusu",
        "Usia ibu",
        "Lama tidur",
        "Skor cemas",
        "Volume ASI",
        "Nyeri hari ke-3",
        "Skor SF-36",
        "Kelelahan (0–10)",
        "Berat minggu ke-6",
    ),
}
TEST = {
    "en": {
        "plain": "Groups were compared with the independent t-test.", "welch": "Welch's independent t-test was used.",
        "both": "Paired t-tests were used within groups, and the unpaired t-test between groups.",
        "ranks": "The independent t-test or, where not normal, the Mann–Whitney test was used.",
        "ancova": "Groups were compared with analysis of covariance (ANCOVA), baselines with the independent t-test.",
        "changes": "Changes from baseline were compared between the groups with the independent t-test.",
        "logs": "Values were log-transformed before the independent t-test.",
        "crossed": "In this crossover trial periods were compared with t-tests, sexes with the independent t-test.",
        "matched": "Pairs were matched by age; Student's t-test was used.",
        "within": "Pre and post scores were compared with the paired t-test, villages with the independent t-test.",
        "pairs": "Scores were compared with the paired t-test.",
        "three": "One-way ANOVA was used, and the independent t-test for two groups.",
        "contrast": "Three groups were compared by ANOVA with planned t-tests, sexes with the independent t-test.",
        "levene": "Homogeneity was tested with Levene's test, and outcomes with the independent t-test.",
        "occasions": "Groups were compared with the independent t-test.", "silent": "",
    },
    "id": {
        "plain": "Perbedaan kelompok dianalisis dengan uji t independen.",
        "welch": "Dipakai uji t tidak berpasangan (Welch).",
        "both": "Uji t berpasangan dipakai dalam kelompok dan uji t tidak berpasangan antar kelompok.",
        "ranks": "Dipakai uji t independen atau uji Mann-Whitney bila tidak normal.",
        "ancova": "Analisis kovarian dipakai untuk hasil akhir, uji t independen untuk data dasar.",
        "changes": "Perubahan skor kedua kelompok dibandingkan dengan uji t independen.",
        "logs": "Data ditransformasi sebelum uji t independen.",
        "crossed": "Desain menyilang; uji t dipakai, dan uji t independen untuk jenis kelamin.",
        "matched": "Responden dipasangkan menurut usia; uji t independen tidak dipakai.",
        "within": "Uji t berpasangan untuk sebelum dan sesudah, uji t independen untuk desa.",
        "pairs": "Skor dibandingkan dengan uji t berpasangan.",
        "three": "Dipakai ANOVA satu arah, dan uji t independen untuk dua kelompok.",
        "contrast": "Tiga kelompok dibandingkan dengan ANOVA dan uji lanjut, jenis kelamin dengan uji t independen.",
        "levene": "Homogenitas diuji dengan uji Levene, luaran dengan uji t independen.",
        "occasions": "Perbedaan kelompok dianalisis dengan uji t independen.", "silent": "",
    },
}  # fmt: skip
ANALYSES = ("plain", "plain", "plain", "plain", "both", "both", "welch", *TEST["en"])
SAYS_SD = {"en": ("Values are mean ± SD.", "Mean (SD)"), "id": ("Nilai: rerata ± SD.", "Rerata (SD)")}
SAYS_SE = {"en": "Values are mean ± SE.", "id": "Nilai: rerata ± SE."}
EACH = {"en": "(n = {} in each group)", "id": "(n = {} tiap kelompok)"}
HEADS = {
    "en": {"": "Outcome", "t": "t", "df": "df", "t df": "t (df)", "p": "p-value", "md": "Mean difference (95% CI)",
           "d": "Cohen's d", "all": "All"},
    "id": {"": "Variabel", "t": "t hitung", "df": "df", "t df": "t (df)", "p": "Nilai p",
           "md": "Selisih rerata (IK 95%)", "d": "Cohen's d", "all": "Total"},
}  # fmt: skip


class GroupTable:
    """One table of one paper: its groups, its analysis and its form."""

    def __init__(self, paper: Any, seed: str, analysis: str = "") -> None:
        self.paper, self.draw, self.language = paper, Random(f"groups {seed}"), paper.language
        draw = self.draw
        self.analysis = analysis or draw.choice(ANALYSES)
        self.names = list(draw.choice(NAMES[self.language]))
        if self.analysis == "three":
            self.names.append(THIRD[self.language])
        same = self.analysis in PAIRED or draw.random() < 0.4
        n = draw.randint(6, 45)
        self.sizes = [n if same else max(4, n + draw.randint(-4, 4)) for _ in self.names]
        if self.analysis == "pairs":
            self.names = ["Before", "After"] if self.language == "en" else ["Sebelum", "Sesudah"]
        if self.analysis == "within":
            self.names = draw.choice([["Before", "After"], ["Day 1", "Day 7"]] if self.language == "en" else
                                     [["Sebelum", "Sesudah"], ["Hari 1", "Hari 7"]])  # fmt: skip
        self.se = draw.random() < 0.1
        self.missing = draw.random() < 0.35
        self.form = draw.choice(["±", "±", "()", "apart"])
        self.tests = draw.choice([("t", "p"), ("p",), ("t", "df", "p"), ("t df", "p"), ("md", "p"), ("t", "p", "d")])
        if self.analysis == "occasions":
            self.tests = draw.choice([("t", "p"), ("p",)])
        if self.analysis in ("three", "ranks", "levene"):
            self.tests = ("p",)

    def parts(self) -> list[Part]:
        """Sentences, caption, table and note."""
        draw, says = self.draw, TEST[self.language][self.analysis]
        size = ""
        self.n_in = draw.choice(["heads", "heads", "row"])
        if len(set(self.sizes)) == 1 and draw.random() < 0.3:
            self.n_in, size = "caption", EACH[self.language].format(self.sizes[0])
        sd = SAYS_SE[self.language] if self.se else SAYS_SD[self.language][self.form == "()"]
        caption = self.paper.one(
            f"Table 4. Outcomes by group {size}. {sd}", f"Tabel 4. Luaran menurut kelompok {size}. {sd}"
        )
        rows = [
            row(draw, self.analysis, self.sizes, label, self.missing)
            for label in draw.sample(OUTCOMES[self.language], draw.randint(1, 4))
        ]
        if self.analysis == "occasions":
            rows = self.occasions(rows[0])
        table = self.table(rows)
        note = (
            ""
            if draw.random() < 0.8
            else self.paper.one("Note. SD, standard deviation.", "Keterangan: SD, simpangan baku.")
        )
        return [part for part in (says, caption, table, note) if part]

    def occasions(self, after: Row) -> list[Row]:
        """Two rows with one test, which is of the changes."""
        before = [[x + self.draw.gauss(0, stdev(column)) for x in column] for column in after.measured]
        a, b = ([y - x for x, y in zip(*pair, strict=True)] for pair in zip(before, after.measured, strict=True))
        found = stats.ttest_ind(a, b)
        names = (
            (("Before", "After"), ("Week 0", "Week 4")) if self.language == "en" else (("Awal", "Akhir"), ("1", "2"))
        )
        tested = (float(found.statistic), float(len(a) + len(b) - 2), float(found.pvalue))
        return [Row(f"{after.label}, {name}", measured, *tested)
                for name, measured in zip(self.draw.choice(names), (before, after.measured), strict=True)]  # fmt: skip

    def table(self, rows: list[Row]) -> list[list[str]]:
        """The heads and the rows."""
        heads, names = HEADS[self.language], []
        for name, n in zip(self.names, self.sizes, strict=True):
            head = f"{name} (n = {n})" if self.n_in == "heads" else name
            names += [f"{head} mean", f"{name} SD"] if self.form == "apart" and not self.se else [head]
        everybody = (
            [f"{heads['all']} (n = {sum(self.sizes)})"] if self.draw.random() < 0.1 and self.form != "apart" else []
        )
        tests = [heads[test] for test in self.tests]
        made = [[heads[""], *names, *everybody, *tests]]
        if self.n_in == "row":
            wide = [[str(n), "-"] if self.form == "apart" and not self.se else [str(n)] for n in self.sizes]
            sizes = [cell for cells in wide for cell in cells]
            made.append(["n", *sizes, *(["-"] * (len(everybody) + len(tests)))])
        made += [self.cells(row, bool(everybody)) for row in rows]
        if self.draw.random() < 0.2 and self.form != "apart" and self.analysis != "occasions":
            made.insert(2, self.other(len(everybody) + len(tests)))
        if self.analysis == "occasions" and self.draw.random() < 0.5:
            made[-1][-len(tests) :] = ["" for _ in tests]  # as merged cells leave it
        elif self.analysis == "occasions":
            made[-1][-len(tests) :] = made[-2][-len(tests) :]
        return made

    def cells(self, row: Row, everybody: bool) -> list[str]:
        """One outcome as printed."""
        paper, places = self.paper, self.draw.choice([1, 1, 2])
        columns = [*row.measured, [x for column in row.measured for x in column]] if everybody else row.measured
        shown = []
        for column in columns:
            spread = stdev(column) / (sqrt(len(column)) if self.se else 1)
            mean, sd = (paper.number(Fraction(x), places) for x in (sum(column) / len(column), spread))
            form = self.form if not self.se else "±"
            shown += [mean, sd] if form == "apart" else [f"{mean} ± {sd}" if form == "±" else f"{mean} ({sd})"]
        return [row.label, *shown, *(self.test(row, test) for test in self.tests)]

    def test(self, row: Row, test: str) -> str:
        """One part of a test as printed."""
        paper = self.paper
        t, df = paper.number(row.t, 2), str(int(row.df)) if row.df == int(row.df) else paper.number(row.df, 1)
        if test in ("t", "df", "t df"):
            return {"t": t, "df": df, "t df": f"{t} ({df})"}[test]
        if test == "p":
            return str(paper.p(row.p)).removeprefix("p ").removeprefix("= ")
        a, b = row.measured[:2]
        pooled = sqrt((stdev(a) ** 2 * (len(a) - 1) + stdev(b) ** 2 * (len(b) - 1)) / (len(a) + len(b) - 2))
        if test == "d":
            return str(paper.number((sum(a) / len(a) - sum(b) / len(b)) / pooled, 2))
        middle = sum(a) / len(a) - sum(b) / len(b)
        middle, half = interval(row, middle, pooled * sqrt(1 / len(a) + 1 / len(b)))
        ends = [paper.number(x, 2) for x in (middle, middle - half, middle + half)]
        return paper.one("{} ({} to {})", "{} ({} sampai {})").format(*ends)  # type: ignore[no-any-return]

    def other(self, tests: int) -> list[str]:
        """A row of counts or of medians."""
        if self.draw.random() < 0.5:
            counts = [self.draw.randint(0, n) for n in self.sizes]
            shown = [
                f"{k} ({self.paper.number(Fraction(100 * k, n), 1)}%)" for k, n in zip(counts, self.sizes, strict=True)
            ]
            return [self.paper.one("Women, n (%)", "Perempuan, n (%)"), *shown, *["-"] * (tests - 1), "0.40"]
        values = [[self.draw.gauss(9, 3) for _ in range(n)] for n in self.sizes]
        shown = [f"{self.paper.number(median(v), 1)} ({self.paper.number(stats.iqr(v), 1)})" for v in values]
        return [self.paper.one("Hours, median (IQR)", "Jam, median (RIK)"), *shown, *["-"] * (tests - 1), "0.04"]
