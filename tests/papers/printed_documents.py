"""Is what documents print read back as it was printed? Documents drawn at random, in two languages and every format.

Prose and tables with tests, means, intervals and counts; decimal points in English, commas in Indonesian; decimals and
signs at random. A document is read back when its ledger has these statistics, with these values, and no others.
"""

from __future__ import annotations

import tempfile
from collections import Counter
from pathlib import Path
from random import Random

from made_documents import FORMATS, Part

from reread.documents import read
from reread.reading.whole_document import numbers

Stats = list[tuple[str, str]]  # statistic and print, with a decimal point
SENTENCES = {
    "en": (
        "The score differed between the groups, t({df}) = {t}, p = {p}, d = {d}.",
        "There was an effect of time, F({df1}, {df2}) = {F}, p {less}.",
        "Answers differed by site, χ²({df}, N = {n}) = {chi2}, p = {p}.",
        "Both were related, r({df}) = {r}, p {less}, but not in 2021 (see Table 3).",
        "The mean was {mean} (SD = {sd}) in {n} women after 14 days.",
        "The mean difference was {md} points, 95% CI [{ci_low}, {ci_high}].",
        "In all {count} ({percent}%) answered; the instrument had a Cronbach's alpha of {cronbach}.",
        "The test of ranks gave z = {z}, p = {p}.",
    ),
    "id": (
        "Hasil uji t menunjukkan t({df}) = {t}; p = {p}.",
        "Uji ANOVA menunjukkan F({df1}; {df2}) = {F}; p {less}.",
        "Uji kai kuadrat: χ²({df}) = {chi2}; p = {p}.",
        "Terdapat hubungan dengan nilai r = {r} dan p value = {p} pada tahun 2021.",
        "Rerata skor adalah {mean} dengan simpangan baku {sd} pada {n} responden.",
        "Selisih rerata sebesar {md} (IK 95% {ci_low} sampai {ci_high}).",
        "Sebanyak {count} ({percent}%) ibu menjawab; nilai Cronbach's alpha sebesar {cronbach}.",
        "Uji Wilcoxon diperoleh nilai Z = {z} dan p = {p}.",
    ),
}
HEADS = {
    "en": ["Group", "n", "Mean ± SD", "t", "p-value"],
    "id": ["Kelompok", "n", "Rerata ± SD", "t hitung", "Nilai p"],
}
RANGES = {
    "t": (-6, 6), "F": (0, 30), "chi2": (0, 40), "r": (-0.99, 0.99), "z": (-5, 5), "mean": (0, 90), "sd": (0, 30),
    "md": (-9, 9), "ci_low": (-20, -9), "ci_high": (9, 20), "p": (0, 1), "d": (-2, 2), "cronbach": (0.5, 0.99),
    "percent": (0, 99),
}  # fmt: skip


def drawn(draw: Random, stat: str) -> str:
    """One number of a kind with a decimal point."""
    if stat in RANGES:
        places = 3 if stat == "p" else draw.choice([1, 2, 2, 3])
        return f"{draw.uniform(*RANGES[stat]):.{places}f}"
    return str(draw.randint(1, 9) if stat == "df1" else draw.randint(10, 199))


def document(draw: Random, language: str) -> tuple[list[Part], Stats]:
    """A document and the statistics that it prints."""
    parts: list[Part] = []
    stats: Stats = []

    def printed(stat: str) -> str:
        text = drawn(draw, stat)
        stats.append((stat, text))
        return _written(text, language)

    for sentence in draw.sample(SENTENCES[language], 4):
        names = [piece.partition("}")[0] for piece in sentence.split("{")[1:]]
        if "95%" in sentence:
            stats.append(("ci_level", "95"))
        filled = {name: _less(stats, language) if name == "less" else printed(name) for name in names}
        parts.append(sentence.format(**filled))
    rows = [HEADS[language]]
    for name in ("A", "B"):
        rows.append([name, printed("n"), f"{printed('mean')} ± {printed('sd')}", printed("t"), printed("p")])
    return [*parts, rows], stats


def _less(stats: Stats, language: str) -> str:
    stats.append(("p", "0.001"))
    return "< 0,001" if language == "id" else "< .001"


def _written(text: str, language: str) -> str:
    return (text.replace(".", ",") if language == "id" else text).replace("-", "–")


def read_back(seed: int, suffix: str, language: str, folder: Path) -> tuple[Counter[tuple[str, float]], Stats]:
    """What the ledger of one drawn document has beyond what was printed, or lacks (negative counts), and what was."""
    parts, stats = document(Random(f"{seed} {suffix} {language}"), language)
    path = folder / f"paper{suffix}"
    path.write_bytes(FORMATS[suffix](parts))
    found = Counter((number.stat, float(number.value)) for number in numbers(read(path)) if number.stat)
    found.subtract((stat, float(text)) for stat, text in stats)
    return Counter({key: count for key, count in found.items() if count}), stats


def tally(count: int) -> tuple[int, int, int]:
    """Documents of every format and language; those read back in full; statistics read that were not printed."""
    full = wrong = total = 0
    with tempfile.TemporaryDirectory() as folder:
        while total < count:
            suffix, language = list(FORMATS)[total % len(FORMATS)], ("en", "id")[total // len(FORMATS) % 2]
            differing, _ = read_back(total, suffix, language, Path(folder))
            total += 1
            full += not differing
            wrong += sum(many for many in differing.values() if many > 0)
    return total, full, wrong
