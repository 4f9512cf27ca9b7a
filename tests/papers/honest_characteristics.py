"""Honest tables of characteristics by group, drawn from people who have them, in two languages. For tests only.

Most columns are counts with percentages of everybody in their head. The others are what honest papers print besides:
percentages of those who answered (with a row of missing answers or without), of a part of the group, of the row, made
to add up to 100, cut off, weighted, estimated by Kaplan and Meier; several answers; means with SDs, medians with
ranges and rates in cells of the same shape; n in the head, in a row, in the caption, or nowhere in the table.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import floor
from random import Random

from made_documents import Part

TRAITS = {
    "en": ("Married", "Smoker", "First birth", "Diabetes", "Employed", "Urban", "Insured", "Allergy", "Asthma"),
    "id": ("Menikah", "Merokok", "Primipara", "Diabetes", "Bekerja", "Tinggal di kota", "BPJS", "Alergi", "Asma"),
}
SETS = {
    "en": (("Education", ("Primary", "Secondary", "Higher")), ("Sex", ("Women", "Men")),
           ("Age group", ("Under 20", "Young", "Middle", "Old")), ("Parity", ("One", "Two", "More"))),
    "id": (("Pendidikan", ("Dasar", "Menengah", "Tinggi")), ("Jenis kelamin", ("Perempuan", "Laki-laki")),
           ("Umur", ("Muda", "Sedang", "Tua")), ("Paritas", ("Satu", "Dua", "Lebih"))),
}  # fmt: skip
MISSING = {"en": ("Missing", "Unknown", "Not reported"), "id": ("Tidak diketahui", "Tidak menjawab", "Data hilang")}
GROUPS = {"en": ("Massage", "Control", "Music"), "id": ("Pijat", "Kontrol", "Musik")}
OTHER = {
    "en": ("Age, years", "Weight, kg", "Visits", "Events per 100 person-years", "Length of stay"),
    "id": ("Usia, tahun", "Berat, kg", "Kunjungan", "Kejadian per 100 orang-tahun", "Lama rawat"),
}
HEADS = {"en": ("Characteristic", "N", "n (%)", "Total"), "id": ("Karakteristik", "N", "n (%)", "Jumlah")}
CAPTION = {"en": "Characteristics of the participants", "id": "Karakteristik responden"}
# how percentages are made: of everybody, of those who answered, of the row, cut off, weighted, by Kaplan and Meier
ODD = ("answered", "row", "cut", "weighted", "estimated")


@dataclass(frozen=True)
class Style:
    """How a table prints its cells."""

    decimals: int
    sign: bool
    tight: bool
    comma: bool

    def number(self, value: Fraction, cut: bool = False) -> str:
        """A percentage, rounded half up or cut off."""
        scaled = value * 10**self.decimals
        whole = floor(scaled) if cut else floor(scaled + Fraction(1, 2))
        text = f"{whole // 10**self.decimals}"
        if self.decimals:
            text += f".{whole % 10**self.decimals:0{self.decimals}d}"
        return text.replace(".", ",") if self.comma else text

    def cell(self, count: int, percent: str) -> str:
        """`12 (30%)`"""
        return f"{count}{'' if self.tight else ' '}({percent}{'%' if self.sign else ''})"


def characteristics(random: Random, language: str, comma: bool | None = None) -> list[Part]:
    """One table, with the lines around it; `comma`: the decimal mark of its document, where it stands in one."""
    style = Style(random.choice((0, 1, 1, 1, 2)), random.random() < 0.6, random.random() < 0.2,
                  language == "id" and random.random() < 0.6 if comma is None else comma)  # fmt: skip
    names = GROUPS[language][: random.choice((1, 2, 2, 3))]
    sizes = [random.randint(12, 400) for _ in names]
    rows: list[list[str]] = []
    for _ in range(random.randint(3, 7)):
        rows += _row_or_block(random, language, style, sizes)
    head, *_ = HEADS[language]
    place = random.choice(("head", "head", "row", "brackets", "caption", "nowhere"))
    top = [head, *names]
    caption = CAPTION[language]
    if place == "head":
        top = [head, *(f"{name} (n = {size})" for name, size in zip(names, sizes, strict=True))]
    elif place == "brackets":
        top = [head, *(f"{name} ({size})" for name, size in zip(names, sizes, strict=True))]
    elif place == "row":
        rows = [["n", *map(str, sizes)], *rows]
    elif place == "caption":
        caption += f" (n = {sum(sizes)})"
    if not style.sign:
        top = [f"{cell}, n (%)" if k else cell for k, cell in enumerate(top)]
    return [f"{caption}.", [top, *rows]]


def _row_or_block(random: Random, language: str, style: Style, sizes: Sequence[int]) -> list[list[str]]:
    kind = random.choice(("trait", "trait", "trait", "block", "block", "several", "other"))
    if kind == "other":
        name = random.choice(OTHER[language])
        cells = [f"{random.randint(2, 60)} ({random.randint(1, 20)})" for _ in sizes]
        return [[name, *cells]]
    if kind == "several":
        names = random.sample(TRAITS[language], 3)
        return [_traits(random, language, style, sizes, name, "everybody") for name in names]
    odd = random.choice(ODD) if random.random() < 0.25 else "everybody"
    if kind == "trait":
        return [_traits(random, language, style, sizes, random.choice(TRAITS[language]), odd)]
    return _block(random, language, style, sizes, odd)


def _traits(
    random: Random, language: str, style: Style, sizes: Sequence[int], name: str, odd: str
) -> list[str]:  # fmt: skip
    counts = [random.randint(0, size) for size in sizes]
    return [name, *_cells(random, style, counts, sizes, odd)]


def _cells(random: Random, style: Style, counts: Sequence[int], sizes: Sequence[int], odd: str) -> list[str]:
    cells = []
    for count, size in zip(counts, sizes, strict=True):
        base = Fraction(size)
        if odd == "answered":
            base = Fraction(max(count, size - random.randint(0, size // 4)) or 1)
        elif odd == "row":
            base = Fraction(sum(counts) or 1)
        share = 100 * count / base
        if odd in ("weighted", "estimated"):  # estimates that allow for who left are no less than the plain share
            share = min(Fraction(100), share * (1 + Fraction(random.randint(0, 30), 100)))
        cells.append(style.cell(count, style.number(share, cut=odd == "cut")))
    return cells


def _block(random: Random, language: str, style: Style, sizes: Sequence[int], odd: str) -> list[list[str]]:
    name, categories = random.choice(SETS[language])
    missing = [random.randint(0, size // 5) if odd == "answered" else 0 for size in sizes]
    columns = []
    for size, lost in zip(sizes, missing, strict=True):
        cuts = sorted(random.randint(0, size - lost) for _ in categories[1:])
        columns.append([b - a for a, b in zip([0, *cuts], [*cuts, size - lost], strict=True)])
    bases = [size - lost or 1 for size, lost in zip(sizes, missing, strict=True)]
    rows = []
    to_100 = odd == "everybody" and random.random() < 0.3
    shown = [_to_100(column, base, style) if to_100 else None for column, base in zip(columns, bases, strict=True)]
    weighted = [_weighted(random, column) for column in columns]
    for k, category in enumerate(categories):
        counts = [column[k] for column in columns]
        if to_100:
            cells = [style.cell(count, made[k]) for count, made in zip(counts, shown, strict=True) if made]
        elif odd in ("weighted", "estimated"):
            cells = [style.cell(count, style.number(made[k])) for count, made in zip(counts, weighted, strict=True)]
        else:
            cells = _cells(random, style, counts, bases, "everybody" if odd == "answered" else odd)
        rows.append([category, *cells])
    if odd == "answered" and random.random() < 0.6:
        told = [
            style.cell(lost, style.number(Fraction(100 * lost, size)))
            for lost, size in zip(missing, sizes, strict=True)
        ]
        rows.append([random.choice(MISSING[language]), *told])
    return [[name, *("" for _ in sizes)], *rows]


def _weighted(random: Random, counts: Sequence[int]) -> list[Fraction]:
    """Percentages of people who stand for different numbers of others."""
    weights = [count * Fraction(random.randint(60, 140), 100) for count in counts]
    return [100 * weight / (sum(weights) or 1) for weight in weights]


def _to_100(counts: Sequence[int], base: int, style: Style) -> list[str]:
    """Percentages of which the largest is moved by what is wanting to 100."""
    unit = Fraction(1, 10**style.decimals)
    shares = [floor(Fraction(100 * count, base) / unit + Fraction(1, 2)) * unit for count in counts]
    if abs(100 - sum(shares)) <= unit:
        k = max(range(len(shares)), key=lambda place: shares[place])
        shares[k] += 100 - sum(shares)
    return [style.number(share) for share in shares]
