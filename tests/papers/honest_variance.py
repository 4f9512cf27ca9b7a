"""Honest tables of analyses of variance, from data that exist, in two languages. For tests only.

One-way, two factors with blocks or without, nested (F held against the plots), one measure repeated (with p corrected
for sphericity, or degrees of freedom and mean squares, too), each with all columns or some of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

import numpy as np
from made_documents import Part
from scipy import stats

WORDS = {
    "en": {"source": "Source", "ss": "Sum of Squares", "df": "df", "ms": "Mean Square", "F": "F", "p": "p",
           "eta2": "Partial eta2", "error": "Error", "within": "Within groups", "between": "Between groups",
           "total": "Total", "first": "Diet", "second": "Sex", "both": "Diet × Sex", "block": "Block", "site": "Site",
           "plot": "Plot within site", "time": "Time", "caption": "Analysis of variance of the yield"},
    "id": {"source": "Sumber", "ss": "Jumlah Kuadrat", "df": "db", "ms": "Kuadrat Tengah", "F": "F hitung", "p": "p",
           "eta2": "eta2p", "error": "Galat", "within": "Dalam kelompok", "between": "Antar kelompok",
           "total": "Total", "first": "Diet", "second": "Jenis kelamin", "both": "Diet × jenis kelamin",
           "block": "Blok", "site": "Lokasi", "plot": "Petak dalam lokasi", "time": "Waktu",
           "caption": "Sidik ragam hasil"},
}  # fmt: skip
DESIGNS = ("one-way", "one-way", "factors", "factors", "nested", "repeated")


@dataclass
class Line:
    """One source: what it is, its sum of squares and degrees of freedom, and F with p where it is tested."""

    name: str
    ss: float
    df: float
    F: float | None = None
    p: float | None = None
    error: float = 0.0  # sum of squares that it is held against
    plain: bool = True  # are degrees of freedom printed as they are, and not those before a correction?

    @property
    def ms(self) -> float:
        return self.ss / self.df


def variance_table(random: Random, language: str, comma: bool) -> list[Part]:
    """One table, with its caption."""
    draw, names = np.random.default_rng(random.randrange(2**32)), WORDS[language]
    lines = _design(random, draw, random.choice(DESIGNS))
    columns = [part for part in ("ss", "df", "ms", "F", "p", "eta2")
               if part in ("df", "F", "p") or random.random() < (0.8 if part != "eta2" else 0.3)]  # fmt: skip
    decimals = random.choice((1, 2, 2, 3))
    rows = []
    for line in lines:
        cells = [names[line.name]]
        for part in columns:
            text = _text(line, part, decimals)
            cells.append(text.replace(".", ",") if comma else text)
        rows.append(cells)
    return [f"{names['caption']}.", [[names["source"], *(names[part] for part in columns)], *rows]]


def _text(line: Line, part: str, decimals: int) -> str:
    if part == "df":
        return f"{line.df:.0f}" if line.plain and float(line.df).is_integer() else f"{round(line.df, 2):g}"
    if part in ("ss", "ms"):
        return "" if line.name == "total" and part == "ms" else f"{getattr(line, part):.{decimals}f}"
    if line.F is None or line.p is None:
        return ""
    if part == "p":
        return "<0.001" if line.p < 0.001 else f"{line.p:.3f}"
    return f"{line.F:.2f}" if part == "F" else f"{line.ss / (line.ss + line.error):.2f}"


def _tested(name: str, ss: float, df: float, error: tuple[float, float]) -> Line:
    F = ss / df / (error[0] / error[1])
    return Line(name, ss, df, F, float(stats.f.sf(F, df, error[1])), error[0])


def _design(random: Random, draw: np.random.Generator, design: str) -> list[Line]:
    if design == "one-way":
        return _one_way(random, draw)
    if design == "factors":
        return _factors(random, draw)
    return _nested(random, draw) if design == "nested" else _repeated(random, draw)


def _one_way(random: Random, draw: np.random.Generator) -> list[Line]:
    groups = [draw.normal(random.uniform(0, 1), 1, random.randint(3, 40)) * 9 for _ in range(random.randint(2, 5))]
    everybody = np.concatenate(groups)
    within, all_ = sum(float(np.var(x) * len(x)) for x in groups), float(np.var(everybody) * len(everybody))
    df = len(everybody) - len(groups)
    lines = [_tested("between", all_ - within, len(groups) - 1, (within, df)), Line("within", within, df)]
    return [*lines, Line("total", all_, len(everybody) - 1)] if random.random() < 0.7 else lines


def _factors(random: Random, draw: np.random.Generator) -> list[Line]:
    """Two factors crossed, of one size in each cell; in blocks that are not tested, perhaps."""
    a, b, n = random.randint(2, 4), 2, random.randint(2, 9)
    data = draw.normal(0, 4, (a, b, n)) + draw.normal(0, 2, (a, 1, 1)) + draw.normal(0, 1, (1, b, 1)) + 20
    grand, cells = data.mean(), data.mean(2)
    first = b * n * float(((data.mean((1, 2)) - grand) ** 2).sum())
    second = a * n * float(((data.mean((0, 2)) - grand) ** 2).sum())
    both = n * float(((cells - grand) ** 2).sum()) - first - second
    error, df = float(((data - cells[:, :, None]) ** 2).sum()), a * b * (n - 1)
    blocks = n > 2 and random.random() < 0.3
    block = a * b * float(((data.mean((0, 1)) - grand) ** 2).sum())
    if blocks:
        error, df = error - block, df - (n - 1)
    effects = (("first", first, a - 1), ("second", second, b - 1), ("both", both, (a - 1) * (b - 1)))
    found = [_tested(name, ss, k, (error, df)) for name, ss, k in effects]
    found = [Line("block", block, n - 1), *found] if blocks else found
    found.append(Line("error", error, df))
    whole = float(((data - grand) ** 2).sum())
    return [*found, Line("total", whole, a * b * n - 1)] if random.random() < 0.6 else found


def _nested(random: Random, draw: np.random.Generator) -> list[Line]:
    """Sites are held against their plots, plots against what is left."""
    s, p, n = random.randint(2, 5), random.randint(2, 4), random.randint(2, 6)
    data = draw.normal(0, 2, (s, p, n)) + draw.normal(0, 2, (s, p, 1)) + draw.normal(0, 2, (s, 1, 1))
    of_plots, of_sites = data.mean(2), data.mean((1, 2))
    site = p * n * float(((of_sites - data.mean()) ** 2).sum())
    plot = n * float(((of_plots - of_sites[:, None]) ** 2).sum())
    error, df = float(((data - of_plots[:, :, None]) ** 2).sum()), s * p * (n - 1)
    return [_tested("site", site, s - 1, (plot, s * (p - 1))), _tested("plot", plot, s * (p - 1), (error, df)),
            Line("error", error, df)]  # fmt: skip


def _repeated(random: Random, draw: np.random.Generator) -> list[Line]:
    """One measure, several times; corrected after Greenhouse and Geisser in p, or in everything, or in nothing."""
    n, k = random.randint(6, 30), random.randint(3, 5)
    data = draw.normal(0, 3, (n, 1)) + draw.normal(0, 1, (n, k)) * np.linspace(1, 2.5, k) + np.linspace(0, 1, k)
    times, people, grand = data.mean(0), data.mean(1), data.mean()
    time = n * float(((times - grand) ** 2).sum())
    error = float(((data - people[:, None] - times + grand) ** 2).sum())
    epsilon = _epsilon(data)
    how = random.choice(("plain", "p", "all", "squares"))
    df1, df2 = float(k - 1), float((n - 1) * (k - 1))
    line = _tested("time", time, df1, (error, df2))
    if how != "plain":
        line.p = float(stats.f.sf(line.F, epsilon * df1, epsilon * df2))
    if how == "all":
        line.df, df2, line.plain = df1 * epsilon, df2 * epsilon, False
    return [line, Line("error", error, df2, plain=how != "all")]


def _epsilon(data: np.ndarray) -> float:
    k = data.shape[1]
    centred = np.eye(k) - 1 / k
    values = np.linalg.eigvalsh(centred @ np.cov(data.T) @ centred)
    return float(values.sum() ** 2 / ((k - 1) * (values**2).sum()))
