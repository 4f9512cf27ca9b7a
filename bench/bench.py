"""How long does the pipeline take beside an empty Snakemake run, a column beside a loop over its rows, counting?

Seconds depend on the machine, so each number stands beside an empty Snakemake run (one rule, nothing to do) timed in
the same minutes; the ratio is what may be compared between machines and versions. Medians. Only transcripts are read.
Columns (`reread.bulk`) stand beside the single check row by row, and beside scrutipy where that is installed.

    make bench                          make bench ARGS="--repeat 9 --full 5 --cores 4"
    make bench ARGS="--only pipeline --full 1 --repeat 3 --most 25"    (fails above 25 empty runs)
    make bench ARGS="--only bulk"       make bench ARGS="--only counting --plot docs/datasets.svg" (see counting.py)
    make bench ARGS="--only explain"    (see explaining.py)
"""

import argparse
import importlib
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import counting
import explaining

from reread import bulk
from reread.checks import grim, grimmer

ROOT = Path(__file__).resolve().parent.parent
DATA = ("config.yaml", "studies", "notebooks", "evidence")
EMPTY = 'rule all:\n    input:\n        "there.txt",\n'
MEANS, PAIRS = 100_000, 10_000  # rows for GRIM, and for GRIMMER
SNAKEMAKE = Path(sys.executable).with_name("snakemake")


def snakemake(snakefile: Path, folder: Path, cores: int) -> None:
    """Run to the end; a run that fails is not a time."""
    command: list[str | Path] = [SNAKEMAKE, "--snakefile", snakefile, "--directory", folder, "--cores", str(cores)]
    command += ["--profile", ROOT / "profiles" / "default"]
    answer = subprocess.run(command, env=surroundings(), stdin=subprocess.DEVNULL, capture_output=True, text=True)
    if answer.returncode:
        sys.exit(f"this run failed, so there is nothing to time:\n{answer.stdout}{answer.stderr}")


def surroundings() -> dict[str, str]:
    path = f"{SNAKEMAKE.parent}{os.pathsep}{os.environ['PATH']}"
    return {**os.environ, "PATH": path, "OMP_NUM_THREADS": "1"}


def timed(run: Callable[[], object]) -> float:
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def fresh(folder: Path) -> Path:
    """The data of the project, as they come with it, in a folder of their own."""
    for name in DATA:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("original*", ".ipynb_checkpoints"))
        elif source.exists():
            folder.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, folder / name)
    return folder


def measure(scratch: Path, repeat: int, full: int, cores: int) -> dict[str, list[float]]:
    empty = scratch / "empty"
    empty.mkdir()
    (empty / "Snakefile").write_text(EMPTY, encoding="utf-8")
    (empty / "there.txt").touch()
    project = ROOT / "Snakefile"
    folders = [fresh(scratch / f"full-{i}") for i in range(full)]
    times: dict[str, list[float]] = {"empty Snakemake run": [], "nothing to do": [], "full run": []}
    for folder in folders:  # in turn, so that a busy minute falls on both
        times["full run"].append(timed(lambda folder=folder: snakemake(project, folder, cores)))  # type: ignore[misc]
        times["empty Snakemake run"].append(timed(lambda: snakemake(empty / "Snakefile", empty, cores)))
    for _ in range(repeat):
        times["empty Snakemake run"].append(timed(lambda: snakemake(empty / "Snakefile", empty, cores)))
        times["nothing to do"].append(timed(lambda: snakemake(project, folders[0], cores)))
    return times


def columns(rows: int) -> tuple[list[str], list[str], list[int]]:
    """Means and SDs with two decimals, as text, and n from 5 to 100."""
    draw = random.Random(rows)
    means, sds = ([f"{draw.uniform(*ends):.2f}" for _ in range(rows)] for ends in ((1, 7), (0.3, 2.5)))
    return means, sds, [draw.randint(5, 100) for _ in range(rows)]


def runs_of_bulk(peer: Any) -> dict[str, dict[str, Callable[[], object]]]:
    """For each question: the ways to ask it of all rows, the slowest first (`peer` is scrutipy, or None)."""
    xs, _, ns = columns(MEANS)
    means, sds, sizes = columns(PAIRS)
    read, read_means, read_sds = bulk.parse(xs), bulk.parse(means), bulk.parse(sds)
    of_ns, of_sizes, ones = bulk.rows.whole(ns, "ns"), bulk.rows.whole(sizes, "ns"), [1] * PAIRS
    asked: dict[str, dict[str, Callable[[], object]]] = {f"GRIM, {MEANS} rows": {}, f"GRIMMER, {PAIRS} rows": {}}
    one, two = asked.values()
    if peer:
        one["scrutipy, row by row"] = lambda: [peer.grim_scalar(x, n) for x, n in zip(xs, ns, strict=True)]
        rows = list(zip(means, sds, sizes, strict=True))
        two["scrutipy, row by row"] = lambda: [peer.grimmer([m], [s], [n], items=[1]) for m, s, n in rows]
        two["scrutipy, in lists"] = lambda: peer.grimmer(means, sds, sizes, items=ones)
    one["single check"] = lambda: [grim.possible(n, x) for x, n in zip(xs, ns, strict=True)]
    two["single check"] = lambda: [grimmer.possible(n, m, s) for m, s, n in zip(means, sds, sizes, strict=True)]
    one["bulk, from text"] = lambda: bulk.grim(xs, ns)
    two["bulk, from text"] = lambda: bulk.grimmer(means, sds, sizes)
    one["bulk, parsed"] = lambda: bulk.grim(read, of_ns)
    two["bulk, parsed"] = lambda: bulk.grimmer(read_means, read_sds, of_sizes)
    return asked


def bulk_table(repeat: int) -> str:
    """Median seconds, and how many times faster than the first way."""
    try:
        peer, told = importlib.import_module("scrutipy"), []
    except ImportError:
        peer, told = None, ["scrutipy is not installed; the columns stand beside the single check only"]
    lines = [f"{'':<46}{'median s':>10}{'× faster':>10}"]
    for question, ways in runs_of_bulk(peer).items():
        seconds = {way: statistics.median(timed(run) for _ in range(repeat)) for way, run in ways.items()}
        slowest = next(iter(seconds.values()))
        lines += [
            f"{question}: {way:<{44 - len(question)}}{s:>10.4f}{slowest / s:>10.0f}" for way, s in seconds.items()
        ]
    return "\n".join(lines + told)


def too_slow(times: dict[str, list[float]], most: float) -> str:
    """What to say of a full run that takes more than `most` empty ones; nothing of one that does not."""
    full, empty = (statistics.median(times[what]) for what in ("full run", "empty Snakemake run"))
    if full <= most * empty:
        return ""
    return f"too slow: a full run takes {full / empty:.1f} × an empty Snakemake run; at most {most:g} × are allowed"


def table(times: dict[str, list[float]]) -> str:
    base = statistics.median(times["empty Snakemake run"])
    lines = [f"{'':<22}{'runs':>5}{'median s':>10}{'fastest':>9}{'slowest':>9}{'× empty':>9}"]
    for what, seconds in times.items():
        middle = statistics.median(seconds)
        lines.append(
            f"{what:<22}{len(seconds):>5}{middle:>10.2f}{min(seconds):>9.2f}{max(seconds):>9.2f}{middle / base:>9.1f}"
        )
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeat", type=int, default=5, help="runs with nothing to do (5)")
    parser.add_argument("--full", type=int, default=3, help="full runs, each into a fresh folder (3)")
    parser.add_argument("--most", type=float, help="fail if a full run takes more than so many empty ones")
    parser.add_argument("--cores", type=int, default=2)
    parser.add_argument("--only", choices=("pipeline", "bulk", "counting", "explain"), help="one part of the benchmark")
    parser.add_argument("--plot", type=Path, help="where to draw the cost of counting (SVG)")
    arguments = parser.parse_args()
    print(f"Python {sys.version.split()[0]}, {os.cpu_count()} processors, --cores {arguments.cores}")
    if arguments.only in (None, "pipeline"):
        with tempfile.TemporaryDirectory(prefix="reread-bench-") as scratch:
            times = measure(Path(scratch), arguments.repeat, arguments.full, arguments.cores)
        print(table(times), flush=True)
        if arguments.most and (why := too_slow(times, arguments.most)):
            sys.exit(why)
    if arguments.only in (None, "bulk"):
        print(bulk_table(arguments.repeat))
    if arguments.only in (None, "counting"):
        print(counting.report(arguments.repeat, arguments.plot))
    if arguments.only in (None, "explain"):
        print(explaining.report(arguments.repeat))


if __name__ == "__main__":
    main()
