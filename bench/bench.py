"""How long does everything take, each thing beside something else of the same run? One table.

make bench                                            every part (20 min); `make bench ARGS="--list"` names them
make bench ARGS="--only start pipeline --repeat 3"
make bench ARGS="--only start pipeline --landed"      fails where a row became a quarter slower than it landed
make bench ARGS="--only start pipeline --note"        notes the ratios as landed
make bench ARGS="--only pipeline --most 25"           fails above 25 empty Snakemake runs
make bench ARGS="--plot docs/datasets.svg"            draws the cost of counting (see counting.py)
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
from collections.abc import Callable, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import measured
import parts
from measured import Row

PARTS: dict[str, Callable[[int], list[Row]]] = {
    "start": parts.start, "reading": parts.reading, "explaining": parts.explaining, "bulk": parts.of_columns,
    "counting": parts.of_counting, "pipeline": parts.pipeline, "many studies": parts.many, "screening": parts.screening,
}  # fmt: skip
TOLD = ("reread", "snakemake", "numpy", "pandas", "scipy", "scrutipy", "statcheck")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", nargs="+", help="these parts alone (a word of the name will do)")
    parser.add_argument("--repeat", type=int, default=5, help="runs of each (5; full runs fewer)")
    parser.add_argument("--most", type=float, help="fail if a full run takes more than so many empty ones")
    parser.add_argument("--landed", action="store_true", help="fail if a row became a quarter slower than it landed")
    parser.add_argument("--note", action="store_true", help="note the ratios as landed")
    parser.add_argument("--plot", type=Path, help="where to draw the cost of counting (SVG)")
    parser.add_argument("--list", action="store_true", help="name the parts")
    arguments = parser.parse_args()
    if arguments.list:
        print("\n".join(PARTS))
        return
    if arguments.plot:
        print(parts.plotted(arguments.repeat, arguments.plot))
        return
    print(
        f"{platform.python_implementation()} {platform.python_version()}, {os.cpu_count()} processors; {_versions()}\n"
    )
    asked = [name for name in PARTS if not arguments.only or any(word in name for word in arguments.only)]
    rows = [row for name in asked for row in PARTS[name](arguments.repeat)]
    print(measured.table(rows), flush=True)
    why = too_slow(rows, arguments.most) if arguments.most else []
    why += measured.slower(rows, measured.landed()) if arguments.landed else []
    if arguments.note:
        measured.note(rows)
    if why:
        sys.exit("\n".join(why))


def too_slow(rows: Sequence[Row], most: float) -> list[str]:
    """What to say of a full run that takes more than `most` empty ones; nothing of one that does not."""
    times = measured.ratios(rows)["pipeline", parts.FULL]
    told = f"too slow: a full run takes {times:.1f} × an empty Snakemake run; at most {most:g} × are allowed"
    return [told] if times > most else []


def _versions() -> str:
    found = []
    for name in TOLD:
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            found.append(f"{name} not installed")
    return ", ".join(found)


if __name__ == "__main__":
    main()
