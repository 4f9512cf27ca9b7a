"""Whatever a file holds: reading it gives a ledger or a `Problem`, and what is read can be checked. Nothing else."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path

import honest_documents
import made_documents as made
import pytest
from as_read import checked
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reread.documents import Document, from_text, read
from reread.documents.normalise import normalise
from reread.files.problem import Problem
from reread.reading.whole_document import numbers

PIECES = [
    "t(28) = 2.20, p = .036", "t(", "F(1, 23) = ", "χ²(1, N = 90) = 3.84", "p < ", "p = ", "95% CI [", "OR = ", "n = ",
    "mean ", " ± ", " of ", " women", "(80%)", "Median (IQR) ", " | ", "\n", "| t | df | p |\n", "| n | Mean ± SD |\n",
    "score ", "References\n", "Appendix\n", "e-", "e400", "^", "10", "0", "9" * 12, "1,234.5", "1.234,5", ".", ",", "-",
    "−", "\t", "$", "\\pm", "¼", "?", "�", "<", "%", "/", " to ", "dua puluh ", "hundred ", "r(3) = ", "1e999", "\x07",
    " ", "’", "0 = low, 1 = high", "z = ", "nilai p ", "\ue000", "²", "⁻³", "https://x.y/1.2", "v1.2.3", "(ns)",
    "·", ". 0", " 10 -5", "\u200b", "٣٫٥", "𝑡", "｜",
]  # fmt: skip
SETTINGS = settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow], deadline=None)
CHANGES = [
    b"<",
    b"&",
    b"\0",
    b"((((",
    b"9" * 40,
    b"1e999999",
    "−".encode(),
    b"</td>",
    b"colspan=99999",
    b"\xff",
    b"stream",
]


def nothing_else(document: Document) -> None:
    """The ledger keeps its places, and every finding names numbers of it."""
    rows = {number.id: number for number in numbers(document)}
    assert all(document.raw[number.start : number.end] == number.text for number in rows.values())
    study, findings = checked(document)
    for finding in findings:
        assert set(finding.number_ids(study)) <= set(rows)


def refused(path: Path) -> str:
    """What is said of a file that cannot be read; empty where it was read and checked."""
    try:
        nothing_else(read(path))
    except Problem as problem:
        return str(problem)
    return ""


@SETTINGS
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=40).map("".join))
def test_any_text_is_read_and_checked(text: str) -> None:
    try:
        nothing_else(from_text(text))
    except Problem:
        assert not text.strip()


@SETTINGS
@given(st.text(alphabet=" \t|$\\pm+-/−–’“a1\r\xa0\u2009\ufeff\n", max_size=30))
def test_every_character_of_a_line_keeps_its_place(line: str) -> None:
    text, offsets = normalise(line)
    assert len(text) == len(offsets)
    assert list(offsets) == sorted(offsets)
    assert all(a == line[b] for a, b in zip(text, offsets, strict=True) if a in "a1m/")
    assert "  " not in text
    assert not set(text) & set("$−–’“\ufeff\r\t")


@SETTINGS
@given(st.sampled_from(list(made.FORMATS)), st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(suffix: str, content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"paper{suffix}"
        path.write_bytes(content)
        said = refused(path)
        assert not said or str(path) in said


@pytest.mark.parametrize("suffix", made.FORMATS)
def test_a_changed_paper_is_read_or_refused(suffix: str, tmp_path: Path) -> None:
    for seed in range(40):
        draw = random.Random(f"{suffix} {seed}")
        parts = honest_documents.document(seed, draw.choice(["en", "id"]))
        plain = [part.replace("≤", "<") if isinstance(part, str) else part for part in parts]
        content = bytearray(made.FORMATS[suffix]([part for part in plain if isinstance(part, str)] or ["p = .03"]))
        for _ in range(draw.randint(1, 8)):
            at = draw.randrange(len(content))
            if draw.random() < 0.4:
                content[at] = draw.randrange(256)
            else:
                content[at : at + draw.choice([0, 0, 9])] = draw.choice(CHANGES)
        path = tmp_path / f"paper{suffix}"
        path.write_bytes(bytes(content))
        said = refused(path)
        assert not said or (path.name in said and "; write " in said)


@pytest.mark.parametrize(
    "piece",
    ["\n", "1\n", "dua puluh ", "hundred ", "9", "(1", "a|b\n", "p = .", "CI 1 to ", "=?", "(1. 2 to ", "= 1. 2 ",
     "| 1. 2 ", "1 234 ", "=1 2 ", "3 x 10-", "1·", "| |\n"],
)  # fmt: skip
def test_a_long_monotonous_text_is_read(piece: str) -> None:
    nothing_else(from_text(f"In 20 women {piece * 4000} 5 women"))
