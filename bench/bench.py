"""How long does the pipeline take beside an empty Snakemake run?

Seconds depend on the machine, so each number stands beside an empty Snakemake run (one rule, nothing to do) timed in
the same minutes; the ratio is what may be compared between machines and versions. Medians. Only transcripts are read.

    make bench                          make bench ARGS="--repeat 9 --full 5 --cores 4"
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA = ("config.yaml", "studies", "notebooks", "evidence")
EMPTY = 'rule all:\n    input:\n        "there.txt",\n'
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


def timed(run: Callable[[], None]) -> float:
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
    whole = [timed(lambda folder=folder: snakemake(project, folder, cores)) for folder in folders]  # type: ignore[misc]
    times: dict[str, list[float]] = {"empty Snakemake run": [], "nothing to do": [], "full run": whole}
    for _ in range(repeat):  # in turn, so that a busy minute falls on both
        times["empty Snakemake run"].append(timed(lambda: snakemake(empty / "Snakefile", empty, cores)))
        times["nothing to do"].append(timed(lambda: snakemake(project, folders[0], cores)))
    return times


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
    parser.add_argument("--cores", type=int, default=2)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="reappraise-bench-") as scratch:
        times = measure(Path(scratch), arguments.repeat, arguments.full, arguments.cores)
    print(f"Python {sys.version.split()[0]}, {os.cpu_count()} processors, --cores {arguments.cores}")
    print(table(times))


if __name__ == "__main__":
    main()
