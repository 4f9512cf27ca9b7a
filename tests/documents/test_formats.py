"""Every format says the same, keeps its places, and a file that cannot be read says why, and nothing else happens."""

from __future__ import annotations

import random
import zlib
from pathlib import Path

import made_documents as made
import printed_documents
import pytest

from reread.__main__ import main
from reread.documents import Document, from_text, read
from reread.files.problem import Problem
from reread.reading.whole_document import numbers

TABLE = [
    ["Group", "n", "Mean ± SD", "t", "p-value"],
    ["Massage", "30", "5.10 ± 1.20", "–4.87", "0.000"],
    ["Usual care", "31", "4.02 ± 1.31", "2.10", "< 0.05"],
]
PARTS: list[made.Part] = [
    "In this study of 61 mothers the score rose, t(59) = 3.36, p = 0.001, d = 0.86 (95% CI 0.33 to 1.38).",
    TABLE,
    "Eighteen of them (29.5%) answered in 2024.",
]


def document(folder: Path, content: bytes, suffix: str) -> Document:
    path = folder / f"paper{suffix}"
    path.write_bytes(content)
    return read(path)


def ledger(found: Document) -> list[tuple[str, str, int, str]]:
    return [(n.stat, n.value, n.decimals, n.comparator) for n in numbers(found) if n.stat]


@pytest.mark.parametrize("suffix", made.FORMATS)
def test_every_format_prints_the_same_ledger(suffix: str, tmp_path: Path) -> None:
    found = document(tmp_path, made.FORMATS[suffix](PARTS), suffix)
    assert ledger(found) == ledger(document(tmp_path, made.as_markdown(PARTS), ".md"))
    assert len(ledger(found)) == 19
    for number in numbers(found):
        assert found.raw[number.start : number.end] == number.text


@pytest.mark.parametrize("ruled", [True, False])
def test_tables_of_a_pdf_are_rows_with_cells(ruled: bool, tmp_path: Path) -> None:
    found = document(tmp_path, made.as_pdf(PARTS, ruled), ".pdf")
    rows = [line.text for line in found.lines if " | " in line.text]
    assert rows == [" | ".join(row).replace("–", "-") for row in TABLE]
    assert {line.place.partition(",")[0] for line in found.lines} == {"page 1"}


def test_two_columns_of_a_pdf_are_read_one_after_the_other(tmp_path: Path) -> None:
    left, right = (
        [f"left column {k} with words" for k in range(12)],
        [f"right side {k} goes on here" for k in range(12)],
    )
    page = "\n".join(
        f"BT /F 8 Tf {x} {760 - 14 * k - shift} Td ({text}) Tj ET"
        for x, column, shift in ((40, left, 0), (320, right, 5))
        for k, text in enumerate(column)
    )
    found = document(tmp_path, made.pdf([page.encode()]), ".pdf")
    text = found.raw.replace("\n", " ")
    assert text.index("left column 0") < text.index("left column 11") < text.index("right side 0")


def test_merged_cells_fill_the_columns_that_they_span(tmp_path: Path) -> None:
    html = (
        "<table><thead><tr><th rowspan=2>Group</th><th colspan=2>Before</th></tr><tr><th>n</th><th>%</th></tr></thead>"
        "<tr><td>Low</td><td>18</td><td>90</td></tr><tr><td>All</td><td colspan=2>20</td></tr></table>"
    )
    found = document(tmp_path, html.encode(), ".html")
    assert [line.text for line in found.lines] == ["Group | Before n | Before %", "Low | 18 | 90", "All | 20 |"]


def test_raised_text_is_no_number_of_the_text(tmp_path: Path) -> None:
    html = "<p>as others found<sup>12</sup>, p = 3 × 10<sup>-4</sup>, χ<sup>2</sup>(1) = 4.2, p = .04</p>"
    assert [stat for stat, *_ in ledger(document(tmp_path, html.encode(), ".html"))] == ["p", "df", "chi2", "p"]


def test_letters_that_a_library_hands_out_in_halves_are_whole(tmp_path: Path) -> None:
    letters = {"T": "𝑡", "P": "𝑝", "C": "𝜒", "H": "\ud835"}
    pairs = "".join(f"<{ord(k):02X}> <{v.encode('utf-16-be', 'surrogatepass').hex()}>\n" for k, v in letters.items())
    told = f"1 begincodespacerange <00> <FF> endcodespacerange {len(letters)} beginbfchar\n{pairs}endbfchar"
    cmap = f"/CIDInit /ProcSet findresource begin begincmap {told} endcmap end".encode()
    file = made.as_pdf(["T(38) = 2.20, P = .034 and C2(1) = 3.84, P = .05; half a letter: H."])
    file = file.replace(b"/Encoding /Win", b"/ToUnicode 99 0 R /Encoding /Win")
    stream = b"99 0 obj\n<< /Length %d >>\nstream\n%s\nendstream\nendobj\nxref\n" % (len(cmap), cmap)
    found = document(tmp_path, file.replace(b"xref\n", stream, 1), ".pdf")
    assert found.raw == "𝑡(38) = 2.20, 𝑝 = .034 and 𝜒2(1) = 3.84, 𝑝 = .05; half a letter: \ufffd."
    assert [stat for stat, *_ in ledger(found)] == ["df", "t", "p", "df", "chi2", "p"]
    assert from_text("\ud835\udc61(38) = 2.20 \udc61").raw == "𝑡(38) = 2.20 \ufffd"


BAD: dict[str, tuple[bytes, str]] = {
    "empty.pdf": (b"", "an empty document"),
    "empty.docx": (b"", "an empty document"),
    "blank.txt": (b" \n\t", "an empty document"),
    "scan.pdf": (made.pdf([b"10 10 100 100 re f"]), "a scan"),
    "truncated.pdf": (made.as_pdf(PARTS)[:900], "ends too early"),
    "noise.pdf": (b"%PDF-1.7\nnothing here\n%%EOF", "a broken PDF"),
    "long.pdf": (made.pdf([b"BT /F 9 Tf 50 700 Td (page) Tj ET"] * 5000), "5,000 pages"),
    "locked.pdf": (made.locked(made.as_pdf(PARTS)), "a PDF with a password"),
    "bomb.pdf": (made.pdf([zlib.compress(b"0 g " * 8_000_000)], "/Filter /FlateDecode"), "MB when unpacked"),
    "twice.pdf": (
        made.pdf([zlib.compress(zlib.compress(b"0 g " * 8_000_000))], "/Filter [/FlateDecode /FlateDecode]"),
        "MB when unpacked",
    ),
    "deep.html": (b"<div>" * 100_000 + b"p = .04", "nested too deeply"),
    "deep.xml": (b"<a>" * 100_000 + b"p = .04" + b"</a>" * 100_000, "XML that is broken"),
    "spans.html": (
        b"<table>" + (b"<tr>" + b"<td colspan=200 rowspan=200>word</td>" * 50 + b"</tr>") * 40 + b"</table>",
        "a table of more than",
    ),
    "words.xml": (b"<article><p>" + b"word " * 900_000 + b"</p></article>", "MB of text, the most"),
    "truncated.docx": (made.as_docx(PARTS)[:300], "a broken Word file"),
    "old.docx": (b"\xd0\xcf\x11\xe0" + bytes(600), "a password, or an old .doc"),
    "bomb.docx": (made.package(b"<a>" + b" " * 30_000_000 + b"</a>"), "MB of text when unpacked"),
    "other.docx": (made.as_docx(PARTS).replace(b"word/document.xml", b"word/document.xmm"), "without a Word document"),
    "truncated.xml": (made.as_jats(PARTS)[:200], "XML that is broken"),
    "entities.xml": (b'<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><a>&c;</a>', "entities of its own"),
    "binary.txt": (bytes(range(256)) * 20 + bytes(900), "bytes that are no text"),
    "long.txt": (b"p = .04\n" * 2_600_000, "MB of text, more than"),
    "paper.xyz": (b"p = .04", "a file ending in"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_says_why_and_the_others_finish(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content, says = BAD[name]
    (tmp_path / name).write_bytes(content)
    (tmp_path / "good.md").write_bytes(made.as_markdown(PARTS))
    assert main(["extract", str(tmp_path / name), str(tmp_path / "good.md")]) == 1
    out, err = capsys.readouterr()
    assert says in err
    assert name in err
    assert "Traceback" not in err
    assert len(err.strip().split("\n")) == 1
    assert sum(line.startswith("good.md") for line in out.splitlines()) > 19


@pytest.mark.parametrize("suffix", [*made.FORMATS, ".nxml"])
def test_two_hundred_megabytes_are_refused_unread(
    suffix: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / f"paper{suffix}"
    with path.open("wb") as file:
        file.write(b"p = .04 ")
        file.truncate(200_000_000)
    assert main(["extract", str(path)]) == 1
    assert "200 MB, more than the" in capsys.readouterr().err


def test_a_script_is_not_read(tmp_path: Path) -> None:
    html = "<p>p = .02</p><script>p = .04</script><style>t = 3</style><noscript>p = .05</noscript><!-- p = .06 -->"
    assert [value for _, value, *_ in ledger(document(tmp_path, html.encode(), ".html"))] == ["0.02"]


def test_an_entity_from_outside_is_not_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("p = .01", encoding="utf-8")
    xml = f'<!DOCTYPE a SYSTEM "{secret.as_uri()}"><article><p>p = .02 &nbsp; &secret;</p></article>'
    assert [value for _, value, *_ in ledger(document(tmp_path, xml.encode(), ".xml"))] == ["0.02"]


@pytest.mark.parametrize("suffix", made.FORMATS)
def test_changed_bytes_raise_nothing_but_a_problem(suffix: str, tmp_path: Path) -> None:
    good = made.FORMATS[suffix](PARTS)
    for seed in range(60):
        draw = random.Random(f"{suffix} {seed}")
        bad = bytearray(good)
        for _ in range(draw.randint(1, 12)):
            at = draw.randrange(len(bad))
            match draw.randrange(4):
                case 0:
                    bad[at] = draw.randrange(256)
                case 1:
                    del bad[at : at + draw.randint(1, 40)]
                case 2:
                    bad[at:at] = bad[at : at + draw.randint(1, 60)]
                case _:
                    bad[at:at] = draw.choice([b"<", b"&", b"\0", b"((((", b"9" * 40, b"1e999999", "−".encode()])
        try:
            found = document(tmp_path, bytes(bad), suffix)
        except Problem:
            continue
        assert all(found.raw[number.start : number.end] == number.text for number in numbers(found))


def test_documents_drawn_at_random_are_read_back() -> None:
    assert printed_documents.tally(360) == (360, 360, 0)
