"""What is timed, part by part. Each part gives rows; each row stands beside another of its part."""

from __future__ import annotations

import importlib
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import counting
import explaining as of_explaining
import screening as of_screening
from measured import Row, clocked, in_turn, ran

from reread import bulk
from reread.checks import grim, grimmer

ROOT = Path(__file__).resolve().parent.parent
PAPERS = ROOT.parent / "shared" / "papers"
DATA = ("config.yaml", "studies", "notebooks", "evidence")
BIN = Path(sys.executable).parent
EMPTY, NOTHING, FULL = "empty Snakemake run", "nothing to do", "full run of the seven studies"
PYTHON = "empty Python start"
RULE = 'rule all:\n    input:\n        "there.txt",\n'
MEANS, PAIRS = 100_000, 10_000  # rows for GRIM, and for GRIMMER
SIZES = (10, 50, 200, 1000)
READ = """
import sys, time
from pathlib import Path
from reread.public.paper import read
{ready}
start = time.process_time()
for path in sys.argv[1:]:
    {work}
print(time.process_time() - start)
"""


def start(repeat: int) -> list[Row]:
    """The command from nothing: seconds of the processor, and memory."""
    with _folder() as place:
        (place / "text.txt").write_text("It rose, t(28) = 2.20, p = .036, d = 0.40.\n", encoding="utf-8")
        reread = BIN / "reread"
        ways = {
            PYTHON: [sys.executable, "-c", ""], "reread --help": [reread, "--help"],
            "read a short text": [reread, "read", place / "text.txt", "--json"],
            "validate the seven studies": [reread, "validate", "--studies", ROOT / "studies"],
        }  # fmt: skip
        memory: dict[str, float] = {}

        def timed(name: str) -> float:
            seconds, memory[name] = ran(ways[name])
            return seconds

        found = in_turn({name: lambda name=name: timed(name) for name in ways}, repeat)  # type: ignore[misc]
    beside = dict.fromkeys(ways, PYTHON) | {PYTHON: ""}
    return [Row("start", name, found[name], beside[name], memory[name]) for name in ways]


def reading(repeat: int) -> list[Row]:
    """Fifteen articles of a journal's XML; beside them statcheck's port, where it is there and does not break."""
    papers = sorted(map(str, (PAPERS / "plos").rglob("*.xml")))[:15]
    if not papers:
        print("no articles beside the project: the part “reading” is left out", file=sys.stderr)
        return []
    text = (
        "from reread.documents import read as lines_of; raw = {path: lines_of(Path(path)).raw for path in sys.argv[1:]}"
    )
    ways = {
        "15 articles, read into lines": ("from reread.documents import read as lines_of", "lines_of(Path(path))"),
        "15 articles, read, linked and checked": ("", "read(Path(path)).results"),
        "15 articles, statcheck's port": (f"{text}\nfrom statcheck.st import statcheck", "statcheck([raw[path]])"),
    }
    try:
        importlib.import_module("statcheck")
    except ImportError:
        del ways["15 articles, statcheck's port"]

    def timed(ready: str, work: str) -> float:
        code = READ.format(ready=ready, work=work)
        answer = subprocess.run([sys.executable, "-c", code, *papers], check=True, capture_output=True, text=True)
        return float(answer.stdout.split()[-1])

    found = in_turn({name: lambda way=way: timed(*way) for name, way in ways.items()}, min(repeat, 3))  # type: ignore[misc]
    first = next(iter(ways))
    return [Row("reading", name, seconds, first if name != first else "") for name, seconds in found.items()]


def explaining(repeat: int) -> list[Row]:
    """Every check, and every explanation, of the study with most to explain, in a fresh interpreter."""
    found = of_explaining.times(repeat)
    beside = of_explaining.PYTHON
    return [Row("explaining", name, seconds, beside if name != beside else "") for name, seconds in found.items()]


def columns(rows: int) -> tuple[list[str], list[str], list[int]]:
    """Means and SDs with two decimals, as text, and n from 5 to 100."""
    draw = random.Random(rows)
    means, sds = ([f"{draw.uniform(*ends):.2f}" for _ in range(rows)] for ends in ((1, 7), (0.3, 2.5)))
    return means, sds, [draw.randint(5, 100) for _ in range(rows)]


def of_columns(repeat: int) -> list[Row]:
    """A column of GRIM and one of GRIMMER beside the single check row by row, and beside scrutipy."""
    rows = []
    for question, ways in _ways_of_columns().items():
        first = next(iter(ways))
        found = in_turn({name: lambda run=run: clocked(run) for name, run in ways.items()}, repeat)  # type: ignore[misc]
        for name, seconds in found.items():
            rows.append(Row("bulk", f"{question}: {name}", seconds, f"{question}: {first}" if name != first else ""))
    return rows


def _ways_of_columns() -> dict[str, dict[str, Callable[[], object]]]:
    peer: Any
    try:
        peer = importlib.import_module("scrutipy")
    except ImportError:
        peer = None
    xs, _, ns = columns(MEANS)
    means, sds, sizes = columns(PAIRS)
    read, read_means, read_sds = bulk.parse(xs), bulk.parse(means), bulk.parse(sds)
    of_ns, of_sizes, ones = bulk.rows.whole(ns, "ns"), bulk.rows.whole(sizes, "ns"), [1] * PAIRS
    one: dict[str, Callable[[], object]] = {
        "single check": lambda: [grim.possible(n, x) for x, n in zip(xs, ns, strict=True)],
        "columns, from text": lambda: bulk.grim(xs, ns),
        "columns, parsed": lambda: bulk.grim(read, of_ns),
    }
    two: dict[str, Callable[[], object]] = {
        "single check": lambda: [grimmer.possible(n, m, s) for m, s, n in zip(means, sds, sizes, strict=True)],
        "columns, from text": lambda: bulk.grimmer(means, sds, sizes),
        "columns, parsed": lambda: bulk.grimmer(read_means, read_sds, of_sizes),
    }
    if peer:
        one["scrutipy, row by row"] = lambda: [peer.grim_scalar(x, n) for x, n in zip(xs, ns, strict=True)]
        two["scrutipy, in lists"] = lambda: peer.grimmer(means, sds, sizes, items=ones)
    return {f"GRIM, {MEANS:,} rows": one, f"GRIMMER, {PAIRS:,} rows": two}


def of_counting(repeat: int) -> list[Row]:
    """How many data sets print a mean and an SD: two published questions, each in processes of its own."""
    found = counting.known(repeat)
    first = next(iter(found))
    return [
        Row(
            "counting",
            f"{name}: {sets:,} data sets",
            seconds,
            "" if name == first else f"{first}: {found[first][0]:,} data sets",
            memory,
        )
        for name, (sets, seconds, memory) in found.items()
    ]


def pipeline(repeat: int) -> list[Row]:
    """A full run, and one with nothing to do, beside an empty Snakemake run of the same minutes; by the clock."""
    with _folder() as place:
        empty = _empty(place)
        folders = [fresh(place / f"full-{k}") for k in range(max(1, repeat // 2))]
        times: dict[str, list[float]] = {EMPTY: [], NOTHING: [], FULL: []}
        for folder in folders:  # in turn, so that a busy minute falls on both
            times[FULL].append(clocked(lambda folder=folder: snakemake(ROOT / "Snakefile", folder)))  # type: ignore[misc]
            times[EMPTY].append(clocked(lambda: snakemake(empty, empty.parent)))
        for _ in range(repeat):
            times[EMPTY].append(clocked(lambda: snakemake(empty, empty.parent)))
            times[NOTHING].append(clocked(lambda: snakemake(ROOT / "Snakefile", folders[0])))
    return [Row("pipeline", name, tuple(seconds), EMPTY if name != EMPTY else "") for name, seconds in times.items()]


def many(repeat: int) -> list[Row]:
    """What a dry run of many studies takes from nothing: seconds of the processor, and memory."""
    with _folder() as place:
        empty = _empty(place)
        rows, command = [], [BIN / "snakemake", "--dry-run", "--cores", "2", "--profile", ROOT / "profiles" / "default"]
        alone = [
            ran([*command, "--snakefile", empty, "--directory", empty.parent], env=surroundings())
            for _ in range(repeat)
        ]
        rows.append(Row("many studies", EMPTY, tuple(s for s, _ in alone), "", max(m for _, m in alone)))
        for size in SIZES:
            folder = place / str(size)
            (folder / "studies").mkdir(parents=True)
            for k in range(size):
                shutil.copytree(ROOT / "studies" / "marmet-massage", folder / "studies" / f"study-{k}", ignore=LEFT_OUT)
            asked = [*command, "--snakefile", ROOT / "Snakefile", "--directory", folder]
            runs = [ran(asked, env=surroundings()) for _ in range(repeat if size <= 200 else 1)]
            rows.append(
                Row("many studies", f"dry run, {size:,}", tuple(s for s, _ in runs), EMPTY, max(m for _, m in runs))
            )
    return rows


def screening(repeat: int) -> list[Row]:
    """Drawn papers in six formats and two languages: seconds of the processor a document."""
    rows = []
    for count in (10, 100, 1000):
        with _folder() as place:
            of_screening.drawn(place / "papers", range(count))
            _, seconds, memory = of_screening.screened(place, 2)
        rows.append(Row("screening", f"a document of {count:,}", (seconds / count,), "a document of 10", memory))
    return [Row(one.part, one.what, one.seconds, one.beside if k else "", one.memory) for k, one in enumerate(rows)]


def plotted(repeat: int, path: Path) -> str:
    """The cost of counting, as text and as a picture."""
    return counting.report(repeat, path)


LEFT_OUT = shutil.ignore_patterns("original*", ".ipynb_checkpoints")


def fresh(folder: Path) -> Path:
    """The data of the project, as they come with it, in a folder of their own."""
    for name in DATA:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=LEFT_OUT)
        elif source.exists():
            folder.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, folder / name)
    return folder


def snakemake(snakefile: Path, folder: Path) -> None:
    """Run to the end on two cores; a run that fails is not a time."""
    command: list[str | Path] = [BIN / "snakemake", "--snakefile", snakefile, "--directory", folder, "--cores", "2"]
    command += ["--profile", ROOT / "profiles" / "default"]
    answer = subprocess.run(command, env=surroundings(), stdin=subprocess.DEVNULL, capture_output=True, text=True)
    if answer.returncode:
        sys.exit(f"this run failed, so there is nothing to time:\n{answer.stdout}{answer.stderr}")


def surroundings() -> dict[str, str]:
    """The environment of a run: this interpreter's commands first."""
    return {**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}", "OMP_NUM_THREADS": "1"}


def _empty(place: Path) -> Path:
    folder = place / "empty"
    folder.mkdir()
    (folder / "Snakefile").write_text(RULE, encoding="utf-8")
    (folder / "there.txt").touch()
    return folder / "Snakefile"


@contextmanager
def _folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="reread-bench-") as made:
        yield Path(made)
