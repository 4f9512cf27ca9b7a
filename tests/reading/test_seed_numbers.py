"""Every number that the gold list knows of a study stands in its ledger, or is one that is not read, and why."""

from __future__ import annotations

import csv
import re
import shutil
from pathlib import Path

import pytest

from reread.numbers.number_words import number_words
from reread.reading.study_folder import extract

DOCUMENTS = {
    "000": ("back-massage-oxytocin-blood", "original.id.txt"),
    "001": ("back-massage-oxytocin-blood", "original.en.txt"),
    "002": ("khaeriyah-sari-2025", "original.txt"),
    "003": ("pratama-nining-2023", "original.txt"),
    "004": ("expressing-advice", "original.txt"),
}
NOT_READ = {
    "affiliation_marker": "superscript letters and digits beside names are no numbers of the study",
    "bibliographic": "reference lists are no numbers of the study",
    "anatomy": "ordinal words name a place of the body",
    "inclusion": "an ordinal word names a day",
    "duration": "an ordinal word of the background",
    "age_or_duration": "a number word of the background",
    "design": "a number word inside the name of the design",
}
NOT_A_WORD = ("seven-day",)  # a number word joined to another word by a hyphen


@pytest.fixture(scope="module")
def gold(request: pytest.FixtureRequest) -> list[dict[str, str]]:
    path = request.config.rootpath / "../shared/extraction/seed_numbers.csv"
    if not path.is_file():
        pytest.skip("the gold list of numbers is not beside the project")
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


@pytest.mark.parametrize("code", sorted(DOCUMENTS))
def test_every_number_of_the_gold_list_is_in_the_ledger(
    code: str, gold: list[dict[str, str]], originals: Path, repo: Path, tmp_path: Path
) -> None:
    study, name = DOCUMENTS[code]
    folder = tmp_path / study
    shutil.copytree(repo / "studies" / study, folder, ignore=shutil.ignore_patterns("original*"))
    shutil.copy(next(originals.glob(f"{code}_*")), folder / name)
    tags = ("", name.split(".")[1])
    ledger = {(row.line, row.value.lstrip("-")) for row in extract(folder).numbers if row.document in tags}
    missing = [
        (row["line"], row["quote"], value)
        for row in gold
        if row["doc"] == code and row["role"] not in NOT_READ and row["quote"] not in NOT_A_WORD
        for value in wanted(row)
        if not any(line == int(row["line"]) and float(value) == float(number) for line, number in ledger)
    ]
    assert not missing


def wanted(row: dict[str, str]) -> list[str]:
    """The plain numbers of a gold row; a number word that no locator marks is told by its quote and not wanted here."""
    values = [v for v in re.findall(r"\d+(?:\.\d+)?", row["values"]) if row["unit"] != "date"]
    digits = re.findall(r"\d+(?:\.\d+)?", row["quote"])
    words = [word for word in re.findall(r"[a-z]+", row["quote"].lower()) if word in number_words()]
    marked = row["role"] in ("dose_days", "dose_frequency", "dose_minutes", "measurements") and "note" in row
    return [v for v in values if v in digits or (marked and any(number_words()[word] == float(v) for word in words))]
