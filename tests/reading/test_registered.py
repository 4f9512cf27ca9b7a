"""Are registration numbers and words about ethical approval read with their line, and nothing else for them?"""

from __future__ import annotations

from pathlib import Path

import pytest

from reread.documents import read
from reread.reading.registered import numbers, registered

PAPER = """# A trial

The trial was registered (NCT00066131) in 2003, and as ISRCTN10175490.
Komite etik fakultas itu memberi izin; later NCT00066131 again.

## References

1. Another trial. NCT01234567.
"""


def found(folder: Path, text: str) -> list[tuple[str, int, str]]:
    path = folder / "transcript.md"
    path.write_text(text, encoding="utf-8")
    return [(each.kind, each.line + 1, each.quote) for _, each in registered([read(path, "")])]


def test_each_number_once_with_its_line_and_none_of_the_references(tmp_path: Path) -> None:
    registration = [each for each in found(tmp_path, PAPER) if each[0] == "registration"]
    assert registration == [("registration", 3, "NCT00066131"), ("registration", 3, "ISRCTN10175490")]


def test_the_first_words_about_ethical_approval_are_quoted(tmp_path: Path) -> None:
    ((_, line, quote),) = [each for each in found(tmp_path, PAPER) if each[0] == "ethics"]
    assert line == 4
    assert "Komite etik" in quote
    assert found(tmp_path, "# A trial\n\nWomen were asked; 12 of 30 came.\n") == []


@pytest.mark.parametrize(
    "printed",
    ["NCT01234567", "ISRCTN 12345678", "ACTRN12605000001606", "ChiCTR2000029308", "ChiCTR-TRC-08000221", "DRKS00000002",
     "CTRI/2010/091/000007", "IRCT20080901001165N12", "PACTR201105000285876", "UMIN000000001", "KCT0000001",
     "EudraCT number 2004-000446-20", "EudraCT: 2004-000446-20"],
)  # fmt: skip
def test_forms_of_numbers(printed: str) -> None:
    assert list(numbers(f"The trial ({printed}), of 30.")) == [printed]


@pytest.mark.parametrize("other", ["NCT1", "NCT012345678", "CONSORT 2010", "2004-000446-20", "doi:10.1186/1745-6215"])
def test_other_numbers_are_none(other: str) -> None:
    assert list(numbers(f"See {other}.")) == []
