"""Honest tables with a row before and a row after, printed from people who were measured twice. For tests only.

Most are what they say: a paired t-test of the printed means. The others are what honest papers hold besides: an
interval of d behind d, ranks or a model named beside the t-test, a test of fewer people with the degrees of freedom
that say so, standard errors, adjusted or one-sided p, d by any usual definition. A table of categories, before and
after, may stand before it with the same means and SDs.
"""

from __future__ import annotations

from fractions import Fraction
from math import sqrt
from random import Random
from statistics import stdev
from typing import Any

from made_documents import Part
from scipy import stats

from reread.statistics.effects import d_of_data

KINDS = ("plain",) * 5 + ("of_d", "ranks", "fewer", "errors", "model", "words")
WORDS = {
    "en": {
        "before": "Before", "after": "After", "test": "paired t-test", "mean": "Mean ± SD", "p": "p-value",
        "ci": "95% CI", "categories": ("Low", "Middle", "High"), "table": "Table", "answers": "Answers",
        "results": "Results of the",
        "ranks": "Wilcoxon test or the", "model": "ANCOVA after the", "normality": "Normality (p)", "se": "Mean ± SE",
    },
    "id": {
        "before": "Sebelum", "after": "Sesudah", "test": "uji t berpasangan", "mean": "Mean ± SD", "p": "Nilai p",
        "ci": "IK 95%", "categories": ("Rendah", "Sedang", "Tinggi"), "table": "Tabel", "answers": "Jawaban",
        "results": "Hasil", "ranks": "uji Wilcoxon atau", "model": "ANCOVA dan", "normality": "Normalitas (p)",
        "se": "Mean ± SE",
    },
}  # fmt: skip


class Twice:
    """One outcome of one group, measured twice, and how it is printed."""

    def __init__(self, paper: Any, seed: str) -> None:
        self.paper, self.draw = paper, Random(f"twice {seed}")
        self.say: dict[str, Any] = WORDS[paper.language]
        self.kind = self.draw.choice(KINDS)
        self.places = self.draw.choice([1, 2, 2, 3])
        self.coded = self.draw.random() < 0.6
        while True:
            self.before, self.after = self._measured()
            tested = len(self.before) if self.kind != "fewer" else self.draw.randint(4, len(self.before))
            self.change = [y - x for x, y in zip(self.before, self.after, strict=True)][:tested]
            if min(stdev(self.before), stdev(self.after), stdev(self.change)) > 0.05 and sum(self.change):
                break

    def parts(self) -> list[Part]:
        """The tables with their captions."""
        found: list[Part] = []
        size = f" (n = {len(self.before)})"
        if self.coded:
            found += [f"{self.say['table']} 3. {self.say['answers']}{size}.", self._categories()]
        named = self.say["test"]
        if self.kind in ("ranks", "model"):
            named = f"{self.say[self.kind]} {named}"
        told = "" if self.kind == "words" else f" {self.say['results']} {named}"
        return [*found, f"{self.say['table']} 4.{told}{size if self.draw.random() < 0.5 else ''}.", self._rows()]

    def _measured(self) -> tuple[list[float], list[float]]:
        draw, n = self.draw, self.draw.randint(6, 60)
        if self.coded:
            before = [float(draw.choice([0, 0, 1, 2])) for _ in range(n)]
            return before, [float(min(2, x + draw.choice([0, 0, 1, 2]))) for x in before]
        mean, sd = draw.uniform(5, 80), draw.uniform(1, 12)
        before = [draw.gauss(mean, sd) for _ in range(n)]
        return before, [x + draw.gauss(draw.choice([0, 0.5, 1]) * sd, 0.7 * sd) for x in before]

    def _number(self, x: float, places: int | None = None) -> str:
        return str(self.paper.number(Fraction(x), self.places if places is None else places))

    def _mean(self, scores: list[float]) -> str:
        spread = stdev(scores) / (sqrt(len(scores)) if self.kind == "errors" else 1)
        return f"{self._number(sum(scores) / len(scores))} ± {self._number(spread)}"

    def _categories(self) -> Part:
        rows = [[self.say["answers"], f"{self.say['before']} (n)", "%", f"{self.say['after']} (n)", "%"]]
        for code, name in enumerate(self.say["categories"]):
            counts = [scores.count(float(code)) for scores in (self.before, self.after)]
            shares = [self._number(100 * count / len(self.before), 1) for count in counts]
            rows.append([name, str(counts[0]), shares[0], str(counts[1]), shares[1]])
        return [*rows, ["Mean ± SD", self._mean(self.before), "-", self._mean(self.after), "-"]]

    def _rows(self) -> Part:
        cells = self._tested()
        heads = [self.paper.one("Time", "Waktu"), self.say["se" if self._tells_errors() else "mean"]]
        normal = self.draw.random() < 0.5
        rows = [
            [heads[0], heads[1], *([self.say["normality"]] if normal else []), *cells],
            [self.say["before"], self._mean(self.before)], [self.say["after"], self._mean(self.after)],
        ]  # fmt: skip
        for row, scores in zip(rows[1:], (self.before, self.after), strict=True):
            p = float(stats.shapiro(scores).pvalue)
            row += [self._number(p, 3)] if normal else []
            row += [cells[head] if row is rows[2] else "-" for head in cells]
        return rows

    def _tells_errors(self) -> bool:
        return self.kind == "errors" and self.draw.random() < 0.5

    def _tested(self) -> dict[str, str]:
        """Head → cell, of t, df, p, the interval and d, in the order of printing."""
        draw, change, n = self.draw, self.change, len(self.change)
        mean, sd = sum(change) / n, stdev(change)
        t, sign = mean / (sd / sqrt(n)), draw.choice([1, 1, -1])
        p = float(2 * stats.t.sf(abs(t), n - 1)) / (2 if draw.random() < 0.05 else 1)
        half = float(stats.t.isf(0.025, n - 1)) * sd / sqrt(n)
        ends = sorted([sign * (mean - half), sign * (mean + half)])
        sizes = [stdev(scores) for scores in (self.before, self.after)]
        d = draw.choice([d for _, d in d_of_data(n, abs(mean), *sizes, sd)])
        apart = self.paper.one(" to ", " sampai ")
        cells = {"t": self._number(sign * t, 2)}
        cells |= {"df": str(n - 1)} if self.kind == "fewer" or draw.random() < 0.4 else {}
        cells |= {self.say["p"]: self._number(min(1.0, p * self.paper.adjusted), 3)}
        shown = f"{self._number(ends[0])}{apart}{self._number(ends[1])}"
        if self.kind == "of_d":
            width = 2 * sqrt(1 / n + d * d / (2 * n))
            shown = f"{self._number(d - width)}{apart}{self._number(d + width)}"
            return cells | {"Cohen's d": self._number(d, 2), self.say["ci"]: shown}
        cells |= {self.say["ci"]: shown} if draw.random() < 0.7 else {}
        return cells | ({"Cohen's d": self._number(d, 2)} if draw.random() < 0.6 else {})
