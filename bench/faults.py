"""Does a run that is killed at any moment go on by itself, and give the same bytes?

A folder with the studies is run once from nothing, then again and again: the run is killed (SIGKILL, by turns Snakemake
alone and everything it started) at a moment drawn from the length of a whole run, and the same command is given
again, with no step in between. The bytes of `results/` must be those of the undisturbed run, and nothing that a job had
completed before the kill may be made again. Ends by itself; exit code 1 if anything differs.

    make faults ARGS="--kills 50"
"""

from __future__ import annotations

import argparse
import base64
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LEFT_OUT = shutil.ignore_patterns("__pycache__", ".ipynb_checkpoints")


def main() -> int:
    """Kill and rerun; one line for each kill, and what they come to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=50, help="how many runs are killed (default: 50)")
    parser.add_argument("--studies", nargs="*", help="folders of studies/ (default: all)")
    parser.add_argument("--seed", type=int, default=1, help="of the moments (default: 1)")
    args = parser.parse_args()
    names = args.studies or sorted(path.name for path in (ROOT / "studies").iterdir() if path.is_dir())
    draw, failed = random.Random(args.seed), 0
    with tempfile.TemporaryDirectory(prefix="reread-faults-") as made:
        place = Path(made)
        for name in names:
            shutil.copytree(ROOT / "studies" / name, place / "undisturbed" / "studies" / name, ignore=LEFT_OUT)
        shutil.copytree(place / "undisturbed", place / "killed")
        began = time.monotonic()
        code, screen = finished(started(place / "undisturbed"))
        if code:
            sys.exit(f"The undisturbed run failed:\n{screen[-2000:]}")
        whole, right = time.monotonic() - began, contents(place / "undisturbed")
        print(f"{len(names)} studies, {len(right)} files, {whole:.0f} s undisturbed", flush=True)
        for number in range(1, args.kills + 1):
            at, alone = draw.uniform(0.02, 1.0) * whole, bool(number % 2)
            shutil.rmtree(place / "killed" / "results", ignore_errors=True)
            shutil.rmtree(place / "killed" / ".snakemake", ignore_errors=True)
            told = one_kill(place / "killed", at, alone, right)
            failed += bool(told)
            who = "Snakemake" if alone else "all of it"
            print(f"{number:3d}  killed after {at:5.1f} s, {who}: {told or 'same bytes'}", flush=True)
    print(f"{args.kills - failed} of {args.kills} killed runs went on by the same command to the same bytes")
    return 1 if failed else 0


def one_kill(place: Path, at: float, alone: bool, right: dict[str, bytes]) -> str:
    """Kill one run and give the command again; what is wrong with what it leaves, empty where nothing is."""
    run = started(place)
    try:
        run.wait(at)
    except subprocess.TimeoutExpired:
        (os.kill if alone else os.killpg)(run.pid, signal.SIGKILL)
        run.wait()
    before = completed(place)
    code, screen = finished(started(place))
    if code:
        return f"exit code {code}: {screen[-300:]}"
    now = contents(place)
    other = sorted(name for name in right.keys() | now.keys() if right.get(name) != now.get(name))
    again = [name for name, when in before.items() if (place / name).stat().st_mtime_ns != when]
    return "; ".join([*(f"differs: {name}" for name in other[:3]), *(f"made again: {name}" for name in again[:3])])


def started(place: Path) -> subprocess.Popen[bytes]:
    """The command of `make report`, in a folder."""
    command = [sys.executable, "-m", "snakemake", "--snakefile", str(ROOT / "Snakefile"), "--directory", str(place)]
    kept = {name: value for name, value in os.environ.items() if not name.startswith("SNAKEMAKE")}
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    with (place / "screen.txt").open("wb") as screen:
        return subprocess.Popen(
            [*command, "--cores", "2"], cwd=place, stdin=subprocess.DEVNULL, stdout=screen, stderr=screen,
            env={**kept, "PATH": path}, start_new_session=True,
        )  # fmt: skip


def finished(run: subprocess.Popen[bytes]) -> tuple[int, str]:
    """Wait for the end of a run: its exit code, and what it said."""
    code = run.wait(3600)
    place = Path(str(run.args[run.args.index("--directory") + 1]))  # type: ignore[union-attr, index]
    return code, (place / "screen.txt").read_text(encoding="utf-8", errors="replace")


def contents(place: Path) -> dict[str, bytes]:
    """Every file under results/, without Snakemake's own time stamps."""
    found = (path for path in sorted((place / "results").rglob("*")) if path.is_file())
    return {str(path.relative_to(place)): path.read_bytes() for path in found if path.name != ".snakemake_timestamp"}


def completed(place: Path) -> dict[str, int]:
    """What jobs had completed, as Snakemake noted it: file → when it was written."""
    noted, found = place / ".snakemake" / "metadata", dict[str, int]()
    for record in noted.rglob("*") if noted.is_dir() else ():
        try:
            name = base64.urlsafe_b64decode(record.name.removeprefix("@").encode()).decode()
        except ValueError:
            continue
        if record.is_file() and (place / name).is_file() and name.startswith("results/"):
            found[name] = (place / name).stat().st_mtime_ns
    return found


if __name__ == "__main__":
    sys.exit(main())
