"""Honest papers: results that follow from their own numbers, printed as prose and tables in two languages and every
format.

Rounding half-up or half-even, p rounded, cut or against a threshold, one-sided now and then without a word about it,
adjusted where the text says so, corrected degrees of freedom, Yates's χ², means of items, and sentences beside results
that tempt to link what does not belong together.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from math import atanh, exp, sqrt, tanh
from pathlib import Path
from random import Random
from types import SimpleNamespace
from typing import Any

from honest import show
from honest_group_tables import GroupTable
from honest_occasion_rows import Twice
from honest_print import p_text
from made_documents import FORMATS, Part
from scipy import stats

from reread.__main__ import main

Page = Callable[[str], str]  # a number with a decimal point, as the language prints it


class Paper:
    """One paper's habits and language."""

    def __init__(self, seed: str, language: str) -> None:
        self.random, self.language = Random(seed), language
        self.rounding = self.random.choice(["half-up", "half-even"])
        self.adjusted = self.random.choice([1, 1, 1, 1, 3])
        self.press: Any = SimpleNamespace(random=self.random, rounding=self.rounding)

    def number(self, x: float | Fraction, places: int | None = None) -> str:
        """A number with some decimals."""
        chosen = self.random.choice([1, 2, 2, 2, 3]) if places is None else places
        return self.written(show(Fraction(x), chosen, self.rounding, "–"))

    def written(self, text: str) -> str:
        """Printed with the language's decimal mark."""
        return text.replace(".", ",") if self.language == "id" else text

    def p(self, exact: float, sided: bool = True) -> str:
        """`p = .03`; adjusted where the paper adjusts, one-sided now and then."""
        p = (
            exact / 2
            if sided and self.adjusted == 1 and self.random.random() < 0.05
            else min(1.0, exact * self.adjusted)
        )
        text = p_text(self.press, Fraction(p)).replace("≤", "<")  # a sign that the PDF's font lacks
        text = "0" + text if self.language == "id" and text.startswith(".") else text
        return f"p {self.written(text)}" if text[0] in "<>≤" else f"p = {self.written(text)}"

    def one(self, en: str, other: str) -> str:
        """A sentence in the paper's language."""
        return other if self.language == "id" else en


def t_test(paper: Paper) -> Part:
    """t with whole or Welch's degrees of freedom, and another p in the same sentence."""
    draw = paper.random
    df = draw.choice([draw.randint(5, 200), draw.uniform(4, 90)])
    t = draw.gauss(draw.choice([0, 2, 4]), 1)
    shown = str(df) if isinstance(df, int) else paper.number(df, draw.choice([0, 1, 2]))
    said = f"t({shown}) = {paper.number(t, draw.choice([2, 2, 3]))}"
    p = paper.p(float(2 * stats.t.sf(abs(t), df)))
    tempting = draw.choice(
        ["", "", paper.one(f", while in the second group it did not, {paper.p(draw.random())}",
                           f", sedangkan pada kelompok kedua tidak, {paper.p(draw.random())}")]
    )  # fmt: skip
    lone = draw.random() < 0.15
    return paper.one(f"The change differed, {said}{'' if lone else ', ' + p}{tempting}.",
                     f"Perubahan berbeda, {said}{'' if lone else '; ' + p}{tempting}.")  # fmt: skip


def f_test(paper: Paper) -> Part:
    """F, sometimes with a p from degrees of freedom corrected for sphericity."""
    draw = paper.random
    df1, df2 = draw.randint(1, 5), draw.randint(10, 150)
    f = stats.f.isf(draw.random() ** 3, df1, df2)
    epsilon = draw.choice([1, 1, draw.uniform(1 / df1, 1)])
    p = paper.p(float(stats.f.sf(f, df1 * epsilon, df2 * epsilon)), sided=False)
    comma = "; " if paper.language == "id" else ", "
    said = f"F({df1}{comma}{df2}) = {paper.number(f, 2)}{comma}{p}"
    return paper.one(f"There was an effect of time, {said}.", f"Terdapat pengaruh waktu, {said}.")


def chi_test(paper: Paper) -> Part:
    """χ² of a 2 × 2 table, with Yates's correction or without, and either's p."""
    draw = paper.random
    a, b, c, d = (draw.randint(3, 60) for _ in range(4))
    plain = stats.chi2_contingency([[a, b], [c, d]], correction=False)
    yates = stats.chi2_contingency([[a, b], [c, d]], correction=True)
    value, p = plain.statistic, draw.choice([plain, plain, yates]).pvalue
    size = f", N = {a + b + c + d}" if paper.language == "en" and draw.random() < 0.5 else ""
    said = f"χ²(1{size}) = {paper.number(value, 2)}, {paper.p(float(p), sided=False)}"
    return paper.one(f"Answers differed by site, {said}.", f"Jawaban berbeda menurut tempat, {said}.")


def other_tests(paper: Paper) -> Part:
    """z of ranks with an exact or an asymptotic p; r; both correlations with their degrees of freedom."""
    draw = paper.random
    n = draw.randint(8, 80)
    if draw.random() < 0.5:
        ranks = stats.wilcoxon([draw.gauss(0.4, 1) for _ in range(n)], method="exact" if n < 50 else "asymptotic")
        mean, sd = n * (n + 1) / 4, sqrt(n * (n + 1) * (2 * n + 1) / 24)
        said = f"z = {paper.number((ranks.statistic - mean) / sd, 2)}, {paper.p(float(ranks.pvalue))}"
    else:
        xs = [draw.gauss(0, 1) for _ in range(n)]
        ys = [x * draw.random() + draw.gauss(0, 1) for x in xs]
        found = draw.choice([stats.pearsonr, stats.spearmanr])(xs, ys)
        said = f"r({n - 2}) = {paper.number(float(found.statistic), 2)}, {paper.p(float(found.pvalue))}"
        if draw.random() < 0.5:
            middle, half = atanh(max(-0.999, min(0.999, float(found.statistic)))), 1.96 / sqrt(n - 3)
            low, high = (paper.number(tanh(middle + side * half), 2) for side in (-1, 1))
            said += paper.one(f", 95% CI [{low}, {high}]", f", IK 95% {low} sampai {high}")
    return paper.one(f"The test gave {said} (see Table 3 and Smith 2019).", f"Uji memberikan {said} (lihat Tabel 3).")


def ratio(paper: Paper) -> Part:
    """A ratio with its interval, symmetrical on the logarithmic scale or a little off (profile likelihood)."""
    draw = paper.random
    middle, se = draw.gauss(0, 1), draw.uniform(0.05, 1.2)
    low, high = exp(middle - 1.96 * se), exp(middle + 1.96 * se * draw.choice([1, 1, draw.uniform(0.9, 1.2)]))
    numbers = [paper.number(x, 2) for x in (exp(middle), low, high)]
    p = draw.choice(["", f", {paper.p(float(2 * stats.norm.sf(abs(middle / se))))}"])
    en = f"{draw.choice(['OR', 'RR', 'HR'])} = {{}} (95% CI {{}}{draw.choice([' to ', '–', ', '])}{{}}){p}"
    other = f"OR = {{}} (IK 95% {{}} sampai {{}}){p}"
    said = paper.one(en, other).format(*numbers)
    return paper.one(f"The risk changed: {said}.", f"Risiko berubah: {said}.")


def difference(paper: Paper) -> Part:
    """A mean difference with its interval."""
    draw = paper.random
    middle, half = draw.gauss(0, 5), draw.uniform(0.3, 6)
    ends = [paper.number(x, 2) for x in (middle, middle - half, middle + half)]
    return paper.one("The mean difference was {} points (95% CI {} to {}).",
                     "Selisih rerata sebesar {} poin (IK 95% {} sampai {}).").format(*ends)  # fmt: skip


def moved(paper: Paper) -> Part:
    """From one mean to another, with the percent change of the means, unrounded or as printed, or of each person."""
    draw, n = paper.random, paper.random.randint(4, 60)
    first = [draw.uniform(10, 40) for _ in range(n)]
    second = [x * draw.uniform(0.6, 1.9) for x in first]
    means = [sum(values) / n for values in (first, second)]
    shown = [paper.number(mean, 2) for mean in means]
    each = sum(100 * (b - a) / a for a, b in zip(first, second, strict=True)) / n
    percent = draw.choice([100 * (means[1] - means[0]) / means[0], each])
    size = paper.number(abs(percent), draw.choice([0, 1]))
    en = f"Milk went {{}} from {shown[0]} to {shown[1]} mL, a change of {size}%."
    other = f"Volume ASI {{}} dari {shown[0]} menjadi {shown[1]} mL, perubahan {size}%."
    return paper.one(en.format("up" if means[1] > means[0] else "down"),
                     other.format("naik" if means[1] > means[0] else "turun"))  # fmt: skip


def share(paper: Paper) -> Part:
    """k of n with its percentage, and numbers of other kinds that stand in brackets."""
    draw = paper.random
    n = draw.randint(5, 300)
    k = draw.randint(0, n)
    percent = paper.number(Fraction(100 * k, n), draw.choice([0, 1, 1, 2]))
    en = draw.choice([f"In all {k}/{n} ({percent}%) answered", f"{k} of {n} women ({percent}%) answered"])
    other = draw.choice([f"Sebanyak {k}/{n} ({percent}%) menjawab", f"{k} dari {n} responden ({percent}%) menjawab"])
    return paper.one(f"{en}; blood pressure was 120/80 (5% above 140/90).", f"{other}; tekanan darah 120/80 mmHg.")


def whole_mean(paper: Paper) -> Part:
    """The mean of whole scores, of averaged items, or of a measurement, with its n."""
    draw = paper.random
    n, items = draw.randint(3, 60), draw.choice([1, 1, 5])
    mean = Fraction(sum(draw.randint(0, 10) for _ in range(n * items)), n * items)
    shown, sd, kg = (paper.number(x, 2) for x in (mean, draw.uniform(0.5, 3), 3.1))
    return paper.one(f"The pain score was {shown} ± {sd} (n = {n}); weight was {kg} ± {sd} (n = {n}).",
                     f"Skor nyeri {shown} ± {sd} (n = {n}).")  # fmt: skip


def categories(paper: Paper) -> Part:
    """A table of counts and percentages, of columns or (sometimes) of rows, with a caption that prints n."""
    draw = paper.random
    counts = [draw.randint(1, 40) for _ in range(draw.choice([2, 3, 4]))]
    n, second = sum(counts), draw.choice([[draw.randint(1, 40) for _ in counts], draw.sample(counts, len(counts))])
    of_rows, totals = draw.random() < 0.4, draw.random() < 0.3
    heads = draw.choice([("", ""), (paper.one("Before ", "Sebelum "), paper.one("After ", "Sesudah "))])
    rows = [[paper.one("Answer", "Jawaban"), f"{heads[0]}n", "%", f"{heads[1]}n", "%"]]
    for k, (a, b) in enumerate(zip(counts, second, strict=True)):
        bases = (a + b, a + b) if of_rows else (n, sum(second))
        shares = [paper.number(Fraction(100 * x, base), 1) for x, base in zip((a, b), bases, strict=True)]
        last = [str(a + b), paper.number(100, 1)] if totals else []
        rows.append([("Low", "Middle", "High", "Other")[k], str(a), shares[0], str(b), shares[1], *last])
    rows[0] += ["n", "%"] if totals else []
    return rows


def tests_in_a_table(paper: Paper) -> Part:
    """A table of tests with heads."""
    draw = paper.random
    rows = [[paper.one("Outcome", "Luaran"), "t", "df", paper.one("p-value", "Nilai p")]]
    for name in ("A", "B"):
        df, t = draw.randint(8, 90), draw.gauss(2, 1)
        p = paper.written(show(Fraction(float(2 * stats.t.sf(abs(t), df))), 3, paper.rounding))
        rows.append([name, paper.number(t, 2), str(df), p])
    return rows


RESULTS = (
    moved, t_test, t_test, f_test, chi_test, other_tests, ratio, difference, share, whole_mean, categories,
    tests_in_a_table,
)  # fmt: skip


def document(seed: int, language: str) -> list[Part]:
    """One paper: some prose, some results."""
    paper = Paper(f"{seed} {language}", language)
    parts: list[Part] = [paper.one("A study of the women of one town in 2021 and the children in it.",
                                   "Penelitian pada ibu dan bayi di sebuah kota pada tahun 2021.")]  # fmt: skip
    if paper.adjusted > 1:
        parts.append(
            paper.one("All p were adjusted with the Bonferroni correction.", "Semua p dengan koreksi Bonferroni.")
        )
    for make in paper.random.sample(RESULTS, 5):
        part = make(paper)
        if make is categories:
            total = sum(int(row[1]) for row in part[1:])
            parts.append(paper.one(f"Table 2. Answers (n = {total})", f"Tabel 2. Jawaban (n = {total})"))
        parts.append(part)
    if seed % 3 == 0:
        return parts + Twice(paper, f"{seed} {language}").parts()
    return parts + GroupTable(paper, f"{seed} {language}").parts()


def written(seed: int, folder: Path) -> Path:
    """One paper as a file; its number decides format and language."""
    suffix, language = list(FORMATS)[seed % len(FORMATS)], ("en", "id")[seed // len(FORMATS) % 2]
    path = folder / f"paper-{seed}{suffix}"
    path.write_bytes(FORMATS[suffix](document(seed, language)))
    return path


def on_the_screen(path: Path) -> int:
    """`reread read` on a paper."""
    return main(["read", str(path)])
