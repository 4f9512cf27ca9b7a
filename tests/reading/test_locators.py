"""A locator points at one printed number, or says what stands there instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from reread.documents import Document, read
from reread.files.problem import Problem
from reread.reading.ledger import ledger
from reread.reading.locators import Locator, locate, other_numbers
from reread.study.file import StudyFile

TEXT = """A total of 20 postpartum mothers took part, 120 in all.
| Low | 18 | 90% | 14 | 205 |
| Adequate | 2 | 10% | 4 | 20 |
t = –4.87 (p < 0.001) and later t = –4.87 again; “quoted” 20.5 mL, seven days, twenty-two women in the network.
Before 1.20 ± 0.41, after 1.90 ± 0.31; group A had 12 boys, group B had 13 boys.
"""


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Document:
    path = tmp_path_factory.mktemp("study") / "transcript.md"
    path.write_text(TEXT, encoding="utf-8")
    return read(path)


def found(text: str, document: Document) -> list[tuple[int, str]]:
    return [(place.line.number, place.text) for place in locate(text, document, "study.yaml", "n")]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("{20} postpartum mothers", [(1, "20")]),
        ("t = {–4.87}", [(4, "-4.87"), (4, "-4.87")]),  # every place counts
        ("t = {-4.87} (p", [(4, "-4.87")]),  # whichever dash a person types
        ("Adequate\t{2}\t10%", [(3, "2")]),  # a tab is a cell, as a pipe is
        ("| 4 | {20} |", [(3, "20")]),  # not in 14 | 205
        ('"quoted" {20.5} mL', [(4, "20.5")]),
        ("Before 1.20 $\\pm$ {0.41}", [(5, "0.41")]),
        ("(p {< 0.001})", [(4, "< 0.001")]),
        ("18 | {90%}", [(2, "90%")]),
        ("{90}% | 14", [(2, "90")]),  # a person may leave the percent mark out
        ("{seven} days", [(4, "seven")]),
    ],
)
def test_found(text: str, places: list[tuple[int, str]], document: Document) -> None:
    assert found(text, document) == places


@pytest.mark.parametrize(
    ("text", "says", "write"),
    [
        ("{20} mothers of twins", "nearest is “A total of 20 postpartum mothers", "as the document prints them"),
        ("{2} in all", "no “{2} in all”", "as the document prints them"),  # 120
        ("{20} mL", "no “{20} mL”", "as the document prints them"),  # 20.5
        ("{two} women", "no “{two} women”", "as the document prints them"),  # twenty-two
        ("t = –{4.87} (p", "a part of “-4.87” in line 4", "{-4.87}"),
        ("(p < {0.001})", "a part of “< 0.001” in line 4", "{< 0.001}"),
        ("{20}", "“{20}” in lines", "a few words around it"),
        (
            "{21} postpartum",
            "no “{21} postpartum” in transcript.md; line 1 has these words with 20",
            "{20}, if that is",
        ),
        ("20 postpartum", "not one pair of braces", "“{20} postpartum”"),
        ("{20} or {18}", "not one pair of braces", "like “{20} mothers”"),
        ("{many} mothers", "“many” is not one printed number", "like “{20} mothers”"),
        ("} {20}", "not one pair of braces", "“{20}” with a few words around it"),
        ("{a total of 20}", "not one printed number", "“a total of {20}”"),
    ],
)
def test_not_found(text: str, says: str, write: str, document: Document) -> None:
    with pytest.raises(Problem) as caught:
        found(text, document)
    assert (caught.value.file, caught.value.place) == ("study.yaml", "n")
    assert says in caught.value.found
    assert write in caught.value.write


def test_the_number_in_the_braces_chooses(document: Document) -> None:
    """The same words stand twice in one line, with different numbers."""
    (place,) = locate("had {12} boys", document, "study.yaml", "n")
    assert (place.text, [other.text for other in other_numbers("had {12} boys", document)]) == ("12", ["13"])


def test_braces_are_no_part_of_the_words() -> None:
    locator = Locator.parse("  p  =  {0.036}, \\pm ")
    assert locator.words == "p = 0.036, ±"
    assert locator.words[slice(*locator.span)] == "0.036"


def test_the_nearest_place_names_its_line(document: Document, tmp_path: Path) -> None:
    with pytest.raises(Problem, match="in line 5"):
        found("after {1.90} ± 0.32", document)


def test_a_number_with_a_decimal_comma_has_its_value(tmp_path: Path) -> None:
    path = tmp_path / "transcript.md"
    path.write_text("Rerata 25,775 ml pada 1.250 ibu; p = 0,012.\n", encoding="utf-8")
    file = StudyFile.model_validate(
        {
            "title": "x",
            "design": {"kind": "single case"},
            "n": "pada {1.250} ibu",
            "other": {"mean": "Rerata {25,775} ml", "p": "p = {0,012}"},
        }
    )
    rows = ledger(read(path), file, "study.yaml")
    assert [(row.role, row.value, row.decimals) for row in rows] == [
        ("other.mean", "25.775", 3), ("n", "1250", 0), ("other.p", "0.012", 3),
    ]  # fmt: skip
