"""Does a damaged document or study file give a page or a refusal, and never a fault of the program?

Documents in all formats (drawn ones, and those beside the project) and the delivered study files are damaged at random:
bytes turned, cut out, doubled, put in the wrong place, the file broken off. Each document is screened, each study file
read. A refusal names what was found; a *fault* is an exception that nobody foresaw. Exit code 1 if there is any.

    make mutated ARGS="--files 2000"
"""

from __future__ import annotations

import argparse
import csv
import io
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import misreading

from reread.__main__ import main as reread

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
FAULT = re.compile(r"fault of th(?:is|e) program|Traceback")
SUFFIXES = (".txt", ".md", ".html", ".xml", ".docx", ".pdf")
LARGEST = 400_000  # bytes of a document that is damaged: many small ones say more than a few large ones


def main() -> int:
    """Damage, read, count. One line for each kind, and each fault."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=2000, help="documents and study files (default: 2000)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--cores", type=int, default=2)
    args = parser.parse_args()
    draw, many = random.Random(args.seed), args.files * 3 // 4
    with tempfile.TemporaryDirectory(prefix="reread-mutated-") as made:
        place = Path(made)
        faults = documents(place, draw, many, args.cores) + study_files(place, draw, args.files - many)
    for fault in faults:
        print(fault)
    print(f"{args.files} damaged files, {len(faults)} faults")
    return 1 if faults else 0


def damaged(content: bytes, draw: random.Random) -> bytes:
    """The same with one to four things wrong."""
    data = bytearray(content)
    for _ in range(draw.randint(1, 4)):
        at, length = draw.randrange(len(data) + 1), draw.randint(1, max(1, min(400, len(data) // 4)))
        piece = bytes(data[at : at + length])
        kind = draw.randrange(6)
        if kind == 0:
            data[at : at + 1] = bytes([draw.randrange(256)])
        elif kind == 1:
            del data[at : at + length]
        elif kind == 2:
            data[at:at] = piece * draw.randint(1, 50)
        elif kind == 3:
            to = draw.randrange(len(data) + 1)
            data[to:to] = piece
        elif kind == 4:
            data[at:at] = draw.choice(
                (b"\x00", b"\xff\xfe", b"<", b"{{", b"| |", b"\n\n", b"&#x110000;", b"1e999", b"%%EOF")
            )
        else:
            del data[at:]
    return bytes(data)


def sources(place: Path, draw: random.Random) -> list[Path]:
    """Drawn documents in all formats, and those that lie beside the project."""
    place.mkdir()
    found = [misreading.paper(seed, place)[0] for seed in range(60)]
    beside = [path for path in sorted(SHARED.rglob("*")) if path.suffix.lower() in SUFFIXES and path.is_file()]
    fit = [path for path in beside if 0 < path.stat().st_size <= LARGEST]
    return found + draw.sample(fit, min(len(fit), 200))


def documents(place: Path, draw: random.Random, many: int, cores: int) -> list[str]:
    """The faults among damaged documents, screened as one folder."""
    listed, folder = sources(place / "sources", draw), place / "papers"
    folder.mkdir()
    for number in range(many):
        path = draw.choice(listed)
        (folder / f"{number:05d}{path.suffix.lower()}").write_bytes(damaged(path.read_bytes(), draw))
    command = [
        sys.executable,
        "-m",
        "reread",
        "screen",
        str(folder),
        "--out",
        str(place / "out"),
        "--cores",
        str(cores),
    ]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    with next((place / "out").glob("*.csv")).open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    kinds = Counter(row["class"] for row in rows)
    print(f"{len(rows)} of {many} documents are a row:", ", ".join(f"{n} {kind}" for kind, n in sorted(kinds.items())))
    lost = [f"no row: {many - len(rows)} documents"] if len(rows) != many else []
    loud = [f"screen: {ran.stderr[-500:]}"] if "Traceback" in ran.stderr else []
    return lost + loud + [f"{row['document']}: {row['problem']}" for row in rows if FAULT.search(row["problem"])]


def study_files(place: Path, draw: random.Random, many: int) -> list[str]:
    """The faults among damaged study files, each read as `reread extract` does."""
    faults, codes = [], Counter[str]()
    studies = sorted(path.parent for path in (ROOT / "studies").glob("*/study.yaml"))
    for number in range(many):
        study = draw.choice(studies)
        folder = place / "studies" / f"{study.name}-{number}"
        shutil.copytree(study, folder, ignore=shutil.ignore_patterns("original*"))
        name = draw.choice([path.name for path in sorted(folder.glob("*.yaml"))])
        (folder / name).write_bytes(damaged((folder / name).read_bytes(), draw))
        screen = io.StringIO()
        try:
            with redirect_stdout(screen), redirect_stderr(screen):
                code = reread(["validate", str(folder)])
            codes["accepted" if code == 0 else "refused"] += 1
        except (Exception, SystemExit) as error:
            screen.write(f"Traceback: {error!r}")
        if FAULT.search(screen.getvalue()):
            faults.append(f"{study.name}, {name}, number {number}: {screen.getvalue()[-400:]}")
        shutil.rmtree(folder)
    print(f"{many} study files:", ", ".join(f"{n} {kind}" for kind, n in sorted(codes.items())))
    return faults


if __name__ == "__main__":
    sys.exit(main())
