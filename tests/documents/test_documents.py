"""Documents become lines whose every character knows its place; an unusable file says what is wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reread.documents import read, readers
from reread.documents.normalise import normalise
from reread.files.problem import Problem
from reread.numbers.lexer import spans

printed = st.text(alphabet=st.sampled_from("ab 1.9%\t|–−-±\\pm$+/<≤=()“’\u00a0\u202f"), max_size=40)


def document(folder: Path, text: str | bytes, name: str = "transcript.md") -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


@given(printed)
def test_every_character_has_a_place_in_order(line: str) -> None:
    text, offsets = normalise(line)
    assert len(text) == len(offsets)
    assert list(offsets) == sorted(offsets)
    assert all(0 <= offset < len(line) for offset in offsets)
    for character, offset in zip(text, offsets, strict=True):
        if character.isalnum():
            assert line[offset] == character


@given(printed)
def test_normalising_twice_is_normalising_once(line: str) -> None:
    once = normalise(line)[0]
    assert normalise(once)[0] == once


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("| Mean ± SD | 1.20 ± 0.41 | – |", "Mean ± SD | 1.20 ± 0.41 | -"),
        ("Mean $\\pm$ SD\t1.20 \\pm 0.41\t–", "Mean ± SD | 1.20 ± 0.41 | -"),
        ("M +/- SD", "M ± SD"),
        ("p\u00a0=\u20090.000", "p = 0.000"),
        ("“good”  ’s", '"good" \'s'),
        ("\\pmb{x}", "\\pmb{x}"),
    ],
)
def test_one_writing_for_all_formats(line: str, expected: str) -> None:
    assert normalise(line)[0] == expected


def test_lines_and_offsets_count_the_raw_text(tmp_path: Path) -> None:
    found = read(document(tmp_path, "\ufefffirst\r\n\n| t | –4.87 |\r\n"), tag="en", kind="original")
    assert (found.tag, found.kind, found.raw) == ("en", "original", "first\n\n| t | –4.87 |\n")
    third = found.lines[2]
    assert (third.number, third.text) == (3, "t | -4.87")
    ((start, end),) = spans(third.text)
    low, high = third.raw_span(start, end)
    assert found.raw[low:high] == "–4.87"


@pytest.mark.parametrize(
    ("line", "numbers"),
    [
        ("t(19) = -4.87, p < .001, d = 1.32", ["19", "-4.87", "< .001", "1.32"]),
        ("aged 20-35 years (80%)", ["20", "35", "80%"]),
        ("95% CI [-0.98, -0.42]", ["95%", "-0.98", "-0.42"]),
        ("from -0.98 to -0.42", ["-0.98", "-0.42"]),
        ("1.20 ± 0.41 | - | p≤0.05", ["1.20", "0.41", "≤0.05"]),
        ("in 2024, Table 1. Next", ["2024", "1"]),
        ("see https://doi.org/10.1177/1948550616673876 and 10.3389/fpsyg.2013.00863", []),
        ("H2O, B12, x1", []),
    ],
)
def test_where_the_numbers_are(line: str, numbers: list[str]) -> None:
    assert [line[start:end] for start, end in spans(line)] == numbers


@pytest.mark.parametrize(
    ("name", "content", "place", "found", "write"),
    [
        ("transcript.md", " \n\t\n", "", "an empty document", "figures and tables"),
        ("transcript.md", "± 1.20".encode() + b"\n\xff 0.41", "line 2", "cannot be read as UTF-8", "saved as UTF-8"),
        ("original.xyz", "1.20", "", "a file ending in “.xyz”", ".md"),
    ],
)
def test_an_unusable_file_says_why(tmp_path: Path, name: str, content: str, place: str, found: str, write: str) -> None:
    path = document(tmp_path, content, name)
    with pytest.raises(Problem) as caught:
        read(path, kind=path.stem)
    problem = caught.value
    assert (problem.file, problem.place) == (str(path), place)
    assert found in problem.found
    assert write in problem.write


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    folder = tmp_path / "original.txt"
    folder.mkdir()
    with pytest.raises(Problem, match="cannot be read"):
        read(folder)


def test_readers_are_found_by_place() -> None:
    assert {".md", ".txt"} <= set(readers())
