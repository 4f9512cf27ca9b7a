"""A folder of papers gives one table, what matters first; one bad file is a row, and nothing is read twice."""

from __future__ import annotations

import csv
import json
import os
from pathlib import Path

import made_documents as made
import pytest
from hostile_documents import DOCUMENTS, KINDS, varied
from parsed import Page
from plain_paper import PAPER

from reread.__main__ import main
from reread.screening import row as row_module
from reread.screening.corpus import batch_of

CROSSES = "It rose, t(28) = 2.20, p = .063."
CANNOT = "It rose, t(28) = 2.20, p = .046."
AGREES = "It rose, t(28) = 2.20, p = .036."


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Papers of several formats and kinds, and what is none."""
    folder = tmp_path / "papers"
    (folder / "more").mkdir(parents=True)
    for name, text in {"b": CROSSES, "c": CANNOT, "a": AGREES, "more/d": "Nothing is counted here."}.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    (folder / "more" / "word.docx").write_bytes(made.FORMATS[".docx"](PAPER))
    DOCUMENTS["colspan.html"][0](folder / "bomb.html")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.4 no end")
    os.mkfifo(folder / "pipe.txt")
    (folder / "out.txt").symlink_to("/etc/hostname")
    (folder / "=cmd()\u202e.txt").write_text(AGREES, encoding="utf-8")
    (folder / "notes.xyz").write_text(CROSSES, encoding="utf-8")
    (folder / "a.reread.html").write_text(CROSSES, encoding="utf-8")
    return folder


def screened(corpus: Path, *more: str) -> list[dict[str, str]]:
    out = corpus.parent / "out"
    assert main(["screen", str(corpus), "--out", str(out), "--cores", "2", *more]) == 0
    with (out / "screening.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_each_hostile_document_is_a_row_that_harms_no_screen(tmp_path: Path) -> None:
    small = [
        kind for kind in KINDS if kind.startswith(("noise", "cut", "nothing", "pipe", "link", "zeros", "entities"))
    ]
    folder = tmp_path / "papers"
    folder.mkdir()
    names = varied(folder, 2 * len(small), small)
    rows = screened(folder, "--pages", "0")
    assert len(rows) == len(names) == 16
    assert {row["class"] for row in rows} == {"nothing", "unread"}
    assert not [row["problem"] for row in rows if "fault of this program" in row["problem"]]
    said = (tmp_path / "out" / "screening.csv").read_text(encoding="utf-8").replace("\n", "")
    assert said.isprintable()


def test_what_matters_comes_first_and_a_bad_file_is_a_row(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = screened(corpus)
    kinds = {row["document"]: row["class"] for row in rows}
    assert kinds == {
        "b.txt": "crosses", "c.txt": "inconsistent", "a.txt": "consistent", "more/d.txt": "nothing",
        "more/word.docx": kinds["more/word.docx"], "bomb.html": "unread", "broken.pdf": "unread", "pipe.txt": "unread",
        "out.txt": "unread", "'=cmd()\\u202e.txt": "consistent",
    }  # fmt: skip
    assert kinds["more/word.docx"] in ("crosses", "inconsistent")
    order = [row_module.CLASSES.index(row["class"]) for row in rows]
    assert order == sorted(order)
    assert [row["rank"] for row in rows] == [str(k) for k in range(1, len(rows) + 1)]
    why = {row["document"]: row["problem"] for row in rows}
    assert "cells" in why["bomb.html"]
    assert "a pipe" in why["pipe.txt"]
    assert "a link that leads out" in why["out.txt"]
    shown = capsys.readouterr().out
    assert "no person has confirmed it" in shown
    assert "\u202e" not in shown


def test_json_parquet_and_page_hold_the_same(corpus: Path) -> None:
    pd = pytest.importorskip("pandas")
    pytest.importorskip("pyarrow")
    rows, out = screened(corpus, "--pages", "1"), corpus.parent / "out"
    told = json.loads((out / "screening.json").read_text(encoding="utf-8"))
    assert [str(row["rank"]) for row in told] == [row["rank"] for row in rows]
    frame = pd.read_parquet(out / "screening.parquet")
    assert list(frame["class"]) == [row["class"] for row in rows]
    html = (out / "index.html").read_text(encoding="utf-8")
    page = Page(html)
    assert "10 documents; 6 could be read, and of 5 something could be checked" in html
    assert "=cmd()\\u202e.txt" not in page.text("#look")
    links = [attrs["href"] for tag, attrs in page.elements if tag == "a" and attrs["href"].startswith("pages/")]
    assert len(links) == 1
    assert "to confirm" in (out / links[0]).read_text(encoding="utf-8")
    assert "reread read " in page.text("#look")


def test_a_second_time_only_what_is_new_is_read(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, out = screened(corpus), corpus.parent / "out"
    written = {path: path.read_bytes() for path in out.iterdir() if path.is_file()}
    read: list[str] = []
    real = row_module.reader

    def noted(path: Path, language: str) -> object:
        read.append(path.name)
        return real(path, language)

    monkeypatch.setattr("reread.verbs.screen.reader", noted)
    assert screened(corpus) == first
    assert not read
    assert {path: path.read_bytes() for path in out.iterdir() if path.is_file()} == written
    (corpus / "b.txt").rename(corpus / "moved.txt")
    (corpus / "new.txt").write_text(CANNOT + " Again.", encoding="utf-8")
    with (out / ".rows" / "rows.jsonl").open("a", encoding="utf-8") as stream:
        stream.write('{"program": "cut off by a k')
    again = screened(corpus)
    assert read == ["new.txt"]
    assert again[0]["document"] == "moved.txt"


def test_batches_together_are_the_whole(corpus: Path) -> None:
    whole = screened(corpus)
    out = corpus.parent / "parts"
    for part in (1, 2, 3):
        assert main(["screen", str(corpus), "--out", str(out), "--batch", f"{part}/3"]) == 0
        assert not (out / "screening.csv").exists()
    assert main(["screen", str(corpus), "--out", str(out)]) == 0
    assert not (out / ".rows" / "rows.jsonl").exists()
    with (out / "screening.csv").open(encoding="utf-8", newline="") as stream:
        assert list(csv.DictReader(stream)) == whole
    assert {batch_of(f"{k}.pdf", 3) for k in range(30)} == {1, 2, 3}


@pytest.mark.parametrize(("options", "said"), [(["--batch", "4/3"], "K/N"), (["--batch", "x"], "K/N")])
def test_what_is_asked_wrongly_is_told(
    corpus: Path, options: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["screen", str(corpus), "--out", str(corpus.parent / "out"), *options]) == 1
    assert said in capsys.readouterr().err
    assert main(["screen", str(corpus / "none")]) == 1


def test_an_unexpected_error_of_one_document_is_its_row(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(path: Path, language: str) -> object:
        raise IndexError("list index out of range")

    monkeypatch.setattr("reread.screening.row.row", broken)
    rows = screened(corpus)
    assert {row["class"] for row in rows} == {"unread"}
    assert "a fault of this program (IndexError" in rows[0]["problem"] + rows[1]["problem"] + rows[-1]["problem"]
