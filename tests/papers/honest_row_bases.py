"""Honest tables whose rows print how many people they are of, drawn from people, in two languages. For tests only.

`Examined | Positive, n (%)`, `12/40 (30)`, counts and percentages in columns of their own, with a row of everybody or
none. Some rows print percentages of those who answered, or cut off; some tables are weighted throughout, more or less,
or print percentages of all their people.
"""

from __future__ import annotations

from fractions import Fraction
from random import Random

from honest_characteristics import Style
from made_documents import Part

PLACES = {
    "en": ("North", "South", "Lake", "Hill", "Harbour", "Under 5", "5 to 14", "Boys", "Girls", "Rural", "Urban"),
    "id": ("Utara", "Selatan", "Danau", "Bukit", "Pelabuhan", "Balita", "Sekolah", "Putra", "Putri", "Desa", "Kota"),
}
HEADS = {
    "en": ("Group", "Examined", "Positive", "n (%)", "No. positive", "% positive", "n/N", "%", "Total"),
    "id": ("Kelompok", "Diperiksa", "Positif", "n (%)", "Jumlah positif", "% positif", "n/N", "%", "Jumlah"),
}
CAPTION = {"en": "Infection by group", "id": "Infeksi menurut kelompok"}
OF_SOME, OF_ALL = ("answered", "cut"), ("of all", "weighted")


def row_bases(random: Random, language: str, comma: bool) -> list[Part]:
    """One table, with its caption."""
    style = Style(random.choice((0, 1, 1, 2)), random.random() < 0.4, False, comma)
    group, examined, positive, both, number, share, part, percent, total = HEADS[language]
    names = random.sample(PLACES[language], random.randint(3, 9))
    sizes = [random.randint(8, 300) for _ in names]
    counts = [random.randint(0, size) for size in sizes]
    odd = random.choice((*OF_SOME, *OF_ALL)) if random.random() < 0.5 else ""
    often, spread = 1.0 if odd in OF_ALL else 0.3, random.choice((1, 5, 25))
    if random.random() < 0.4:
        names, sizes, counts = [*names, total], [*sizes, sum(sizes)], [*counts, sum(counts)]
    shown = [
        _share(random, style, count, (size, sum(sizes)), odd if random.random() < often else "", spread)
        for count, size in zip(counts, sizes, strict=True)
    ]
    rows = list(zip(names, sizes, counts, shown, strict=True))
    form = random.choice(("cells", "columns", "parts", "parts and percent", "percent first"))
    if form == "columns":
        table = [[group, examined, number, share], *([name, f"{n}", f"{k}", p] for name, n, k, p in rows)]
    elif form == "parts and percent":
        table = [[group, f"{positive}, {part}", percent], *([name, f"{k}/{n}", p] for name, n, k, p in rows)]
    elif form == "parts":
        table = [[group, f"{positive}, {part} (%)"], *([name, f"{k}/{n} ({p})"] for name, n, k, p in rows)]
    elif form == "cells":
        table = [[group, examined, f"{positive}, {both}"], *([a, f"{n}", style.cell(k, p)] for a, n, k, p in rows)]
    else:
        table = [[group, examined, f"{positive}, % (n)"], *([a, f"{n}", f"{p} ({k})"] for a, n, k, p in rows)]
    return [f"{CAPTION[language]}.", table]


def _share(random: Random, style: Style, count: int, sizes: tuple[int, int], odd: str, spread: int) -> str:
    size, everybody = sizes
    base = Fraction(size)
    if odd == "answered":
        base = Fraction(random.randint(max(count, size // 2), size) or 1)
    elif odd == "of all":
        base = Fraction(everybody)
    share = 100 * count / base
    if odd == "weighted":
        share = min(Fraction(100), share * Fraction(100 + random.randint(-spread, spread), 100))
    return style.number(share, cut=odd == "cut")
