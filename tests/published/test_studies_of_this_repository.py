"""Khaeriyah & Sari 2025, tables 1 and 2, and Pratama Nining clinic 2023, as the transcripts in `studies/` print them.

What agrees and what cannot, one check at a time; tests/checks/test_khaeriyah_sari_2025.py says why.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from published_cases import right, wrong

from reread.reading.study_folder import extract
from reread.study.values import Study, study_of

STUDIES = Path(__file__).parents[2] / "studies"


@cache
def read(name: str) -> Study:
    found = extract(STUDIES / name)
    return study_of(name, found.file, found.numbers)


MASSAGE = read("khaeriyah-sari-2025")
PUBLISHED = [
    wrong(
        MASSAGE, "ci_from_tables", "ci_t", "counts_in_datasets", "counts_mean_sd", "d_from_tables",
        "effect_from_statistic", "normality_p", "t_from_tables", where="tables 1 and 2",
    ),
    wrong(MASSAGE, "paired_t_from_groups", "test_fits", where="table 2: t of an ordinal score", says="implausible"),
    wrong(MASSAGE, "p_zero", where="table 2: p = 0.000", says="cosmetic"),
    right(
        MASSAGE, "grim", "grimmer", "percent_of_count", "percents_total", "counts_total", "p_statistic",
        "possible_value", "difference_of_groups", "repeats", where="tables 1 and 2",
    ),
    right(read("pratama-nining-2023"), "percent_change", where="about 63 %, from 24.78 to 40.36; at second hand"),
]  # fmt: skip
