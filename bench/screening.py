"""How fast is a folder screened, how much memory does it take, and are the known errors found and no others?

Papers are drawn: honest ones in six formats and two languages, between prose that makes each about 30 kB; in every
twelfth one test result is printed with a p that its statistic cannot have, across .05; a hundred hostile documents of
eighteen kinds are put among them. Figures are of this machine's processor time, so that other work counts little.

    make screening ARGS="--documents 10000"
"""

from __future__ import annotations

import argparse
import csv
import random
import sys
import tempfile
import time
from pathlib import Path

import hostile_documents
import misreading
from measured import ran

WRONG = "In a separate test the groups differed, t({df}) = {t:.2f}, p = {p}."
PROSE = (
    "The women were visited at home and the midwives wrote down what they saw, in their own words and without haste. "
)
SIZE = 30_000
HOSTILE = 100


def main() -> int:
    """Draw the papers, screen them, screen them again with ten new ones. Exit code 1 if an error is invented."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, nargs="+", default=[100, 1000], help="how many (default: 100 1000)")
    parser.add_argument("--cores", type=int, default=2)
    args = parser.parse_args()
    heads = (
        "documents", "documents a second and core", "seconds by the clock", "MB of one process (with hostile ones)",
        "10 new ones, processor s", "errors found (left open)", "invented", "hostile ones as rows",
    )  # fmt: skip
    print(f"| {' | '.join(heads)} |\n|{'---:|' * len(heads)}")
    failed = False
    for count in args.documents:
        with tempfile.TemporaryDirectory(prefix="reread-screening-") as made:
            place = Path(made)
            wrong = drawn(place / "papers", range(count))
            seconds, work, peak = screened(place, args.cores)
            kinds = classes(place)
            drawn(place / "papers", range(count, count + 10))
            again = screened(place, args.cores)[1]
            hostile_documents.varied(place / "papers", HOSTILE)
            worst = max(peak, screened(place, args.cores)[2])
            rows = sum(name.startswith("hostile-") for name in classes(place))
        crossing = {name for name, kind in kinds.items() if kind in ("crosses", "inconsistent")}
        opened = sum(kinds[name] == "undecided" for name in wrong)
        invented = len(crossing - wrong)
        failed |= bool(invented)
        speed = (f"{count:,}", f"{count / work:.1f}", f"{seconds:.0f}", f"{peak} ({worst})", f"{again:.1f}")
        hostile = f"{rows} of {HOSTILE}"
        errors = (f"{len(wrong & crossing)} of {len(wrong)} ({opened})", str(invented), hostile)
        print(f"| {' | '.join((*speed, *errors))} |", flush=True)
    return 1 if failed else 0


def drawn(folder: Path, seeds: range) -> set[str]:
    """Write the papers; the names of those with an error."""
    folder.mkdir(parents=True, exist_ok=True)
    wrong = set()
    for seed in seeds:
        path, _ = misreading.paper(seed, folder)
        path = path.rename(folder / f"{seed:05d}{path.suffix}")
        if path.suffix in (".txt", ".md"):  # where prose can be put around it without another program
            draw = random.Random(seed)
            said = path.read_text(encoding="utf-8")
            if seed % 12 == 0:  # plain text, English
                t, df = draw.uniform(2.3, 3.5), draw.randrange(24, 60)
                said += "\n\n" + WRONG.format(t=t, df=df, p=f".{draw.randrange(120, 700)}") + "\n"
                wrong.add(path.name)
            path.write_text(said + "\n\n" + PROSE * max(0, (SIZE - len(said)) // len(PROSE)), encoding="utf-8")
    return wrong


def classes(place: Path) -> dict[str, str]:
    """What each document came to."""
    with (place / "out" / "screening.csv").open(encoding="utf-8", newline="") as stream:
        return {row["document"]: row["class"] for row in csv.DictReader(stream)}


def screened(place: Path, cores: int) -> tuple[float, float, int]:
    """Screen the folder: seconds by the clock, seconds of the processor, the most memory of one process in MB."""
    began = time.monotonic()
    command = [sys.executable, "-m", "reread", "screen", str(place / "papers"), "--out", str(place / "out")]
    work, memory = ran([*command, "--cores", str(cores), "--pages", "0"])
    return time.monotonic() - began, work, round(memory)


if __name__ == "__main__":
    sys.exit(main())
