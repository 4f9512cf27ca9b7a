"""Small documents that would eat memory or time, or that are no files, each with words that its refusal has to say.

`python tests/papers/hostile_documents.py FOLDER` writes them all.
"""

from __future__ import annotations

import os
import random
import sys
import zipfile
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
SAID = "It rose, t(28) = 2.20, p = .036."
T = b"BT /F1 12 Tf 50 700 Td (It rose, t\\(28\\) = 2.20, p = .036.) Tj ET\n"
TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def docx(body: str) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
            package.writestr("[Content_Types].xml", TYPES)
            package.writestr("word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>")

    return write


def cell(text: str, span: int = 0) -> str:
    inside = f'<w:tcPr><w:gridSpan w:val="{span}"/></w:tcPr>' if span else ""
    return f"<w:tc>{inside}<w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"


def pdf(content: Callable[[], list[bytes]], filters: bytes) -> Callable[[Path], None]:
    """A PDF of one page, whose content is these streams one after another."""

    def write(path: Path) -> None:
        streams = content()
        names = b" ".join(b"%d 0 R" % (5 + k) for k in range(len(streams)))
        objects = [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents [" + names
            + b"] /Resources << /Font << /F1 4 0 R >> >> >>",
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            *(b"<< /Length %d /Filter %s >>\nstream\n" % (len(s), filters) + s + b"\nendstream" for s in streams),
        ]  # fmt: skip
        out, places = b"%PDF-1.4\n", []
        for number, made in enumerate(objects, 1):
            places.append(len(out))
            out += b"%d 0 obj\n" % number + made + b"\nendobj\n"
        start, size = len(out), len(objects) + 1
        out += b"xref\n0 %d\n0000000000 65535 f \n" % size + b"".join(b"%010d 00000 n \n" % at for at in places)
        out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, start)
        path.write_bytes(out)

    return write


def drawing(lines: int) -> bytes:
    return T + b"0 0 m 1 1 l S\n" * lines


def packed(lines: int) -> bytes:
    return zlib.compress(drawing(lines), 9)


def runs(count: int) -> bytes:
    """What RunLengthDecode unpacks: runs of 128 times one letter."""
    return b"\x81 " * count + b"\x80"


def text(said: Callable[[], str]) -> Callable[[Path], None]:
    return lambda path: path.write_text(said(), encoding="utf-8") and None


def rows(count: int) -> str:
    draw = random.Random(1)

    def sample() -> str:
        return f"{draw.uniform(1, 9):.2f} ± {draw.uniform(0.5, 2):.2f}"

    head = "| Outcome | Control (n = 20) Mean ± SD | Treated (n = 20) Mean ± SD | t | p |\n|---|---|---|---|---|\n"
    each = (f"| item {k} | {sample()} | {sample()} | {draw.uniform(0, 4):.2f} | {draw.uniform(0, 1):.3f} |\n"
            for k in range(count))  # fmt: skip
    return "Table 1. Scores of two groups, independent t-test\n\n" + head + "".join(each)


WIDE = "<td colspan=9999>a</td>" * 500
HTML = (
    f"<html><body><p>{SAID}</p><table><tr>" + "<td colspan=9999>a</td>" * 500 + "</tr>" + "<tr><td>1</td></tr>" * 20000
)
SPAN = f"<w:p><w:r><w:t>{SAID}</w:t></w:r></w:p><w:tbl><w:tr>{cell('a', 2_000_000_000)}{cell('1')}</w:tr></w:tbl>"

# name → how it is written, and words of the refusal; "" where it is read
DOCUMENTS: dict[str, tuple[Callable[[Path], None], str]] = {
    "gridspan.docx": (docx(SPAN), ""),
    "paragraphs.docx": (docx("<w:p/>" * 3_000_000), "marks of markup, more than the 400,000"),
    "colspan.html": (text(lambda: HTML), "a table of more than 200,000 cells"),
    "elements.html": (text(lambda: "<p>" + "<b>1</b>" * 300_000), "marks of markup, more than the 400,000"),
    "deep.html": (text(lambda: "<div>" * 100_000 + SAID), "nested too deeply"),
    "filter_in_list.pdf": (pdf(lambda: [packed(20_000_000)], b"[/Fl]"), "more than 30 MB when unpacked"),
    "name_in_hex.pdf": (pdf(lambda: [packed(20_000_000)], b"/Flate#44ecode"), "more than 30 MB when unpacked"),
    "twice.pdf": (
        pdf(lambda: [zlib.compress(packed(20_000_000), 9)], b"[/Fl /FlateDecode]"), "more than 30 MB when unpacked",
    ),
    "many_streams.pdf": (pdf(lambda: [packed(1_500_000)] * 12, b"/FlateDecode"), "pages of 200 MB together"),
    "runs.pdf": (pdf(lambda: [runs(1_500_000)], b"/RunLengthDecode"), "MB of memory|scan"),
}  # fmt: skip

BOMB = "".join(f'<!ENTITY e{k} "{f"&e{k - 1};" * 10}">' for k in range(1, 10))
FILTERS = (b"/FlateDecode", b"[/Fl]", b"/Fl", b"/Flate#44ecode", b"[/F#6c]", b"[ /FlateDecode ]")
NAMES = ("\x1b[2Jwiped", "\u202egnp.exe", "=1+1", "‘quoted’ 'name'", "\udcff\udcfe", "a\nline", "{0}", "-rf")


def cut(path: Path, draw: random.Random) -> None:
    """The beginning of a PDF, some of its bytes spoilt."""
    pdf(lambda: [drawing(40)], b"/Identity")(path)
    made = bytearray(path.read_bytes()[: draw.randrange(20, 900)])
    for _ in range(draw.randrange(8)):
        made[draw.randrange(len(made))] = draw.randrange(256)
    path.write_bytes(made)


def bomb(path: Path, draw: random.Random) -> None:
    """A Word file whose few entities stand for as many as there are people."""
    kind = f"<!DOCTYPE d [<!ENTITY e0 'ha'>{BOMB}]>"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", TYPES)
        package.writestr("word/document.xml", f"{kind}<w:document {W}><w:body>&e{draw.randrange(7, 10)};</w:body>")


def outside(path: Path, draw: random.Random) -> None:
    """A link that leaves the folder: to a device, to a file, to nothing, to itself."""
    path.symlink_to(draw.choice(("/dev/zero", "/dev/stdin", "/etc/hostname", "/nowhere", path.name)))


# name → how one of the kind is written, by what was drawn
KINDS: dict[str, Callable[[Path, random.Random], object]] = {
    "gridspan.docx": lambda path, draw: docx(SPAN.replace("2000000000", str(draw.choice((-1, 10**5, 10**12)))))(path),
    "paragraphs.docx": lambda path, draw: docx("<w:p/>" * draw.randrange(300_000, 4_000_000))(path),
    "entities.docx": bomb,
    "colspan.html": lambda path, draw: text(lambda: HTML.replace("9999", str(draw.randrange(200, 10**9))))(path),
    "elements.html": lambda path, draw: text(lambda: "<p>" + "<b>1</b>" * draw.randrange(100_000, 900_000))(path),
    "deep.html": lambda path, draw: text(lambda: "<div>" * draw.randrange(500, 200_000) + SAID)(path),
    "line.txt": lambda path, draw: text(lambda: "1.2 (3.4), " * draw.randrange(10_000, 900_000))(path),
    "rows.md": lambda path, draw: text(lambda: rows(draw.randrange(2_000, 20_000)))(path),
    "filter.pdf": lambda path, draw: pdf(lambda: [packed(20_000_000)], draw.choice(FILTERS))(path),
    "many_streams.pdf": lambda path, draw: pdf(lambda: [packed(1_500_000)] * draw.randrange(2, 30), FILTERS[0])(path),
    "runs.pdf": lambda path, draw: pdf(lambda: [runs(draw.randrange(200_000, 2_000_000))], b"/RunLengthDecode")(path),
    "cut.pdf": cut,
    "noise.docx": lambda path, draw: path.write_bytes(draw.randbytes(draw.randrange(0, 5_000))),
    "noise.txt": lambda path, draw: path.write_bytes(draw.randbytes(draw.randrange(0, 300_000))),
    "nothing.pdf": lambda path, draw: path.touch(),
    "zeros.html": lambda path, draw: path.write_bytes(bytes(draw.randrange(1, 5_000_000))),
    "pipe.txt": lambda path, draw: os.mkfifo(path),
    "link.txt": outside,
}


def varied(folder: Path, count: int, kinds: Sequence[str] = tuple(KINDS)) -> list[str]:
    """So many hostile documents of these kinds, as they are drawn; their names, which are hostile, too."""
    made = []
    for seed in range(count):
        draw = random.Random(seed)
        kind = kinds[seed % len(kinds)]
        path = folder / f"hostile-{seed:03d}-{draw.choice(NAMES)}-{kind}"
        KINDS[kind](path, draw)
        made.append(path.name)
    return made


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name, (write, _) in DOCUMENTS.items():
        write(folder / name)
    (folder / "rows_10000.md").write_text(rows(10_000), encoding="utf-8")
