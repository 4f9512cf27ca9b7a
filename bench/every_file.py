"""Is every file that lies beside the project read and checked, or refused in one line? `python bench/every_file.py`

Papers, cases and documents in ../shared (or SHARED), in every format. Exit code 1 where one ends otherwise.
"""

from __future__ import annotations

import os
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterable, Iterator
from multiprocessing import Pool
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests/papers"))

from as_read import checked

from reread.documents import read, readers
from reread.files.problem import Problem

SHARED = Path(os.environ.get("SHARED", Path(__file__).resolve().parents[2] / "shared"))


def files() -> list[Path]:
    """Every file whose name says that it is a document."""
    return [path for path in sorted(SHARED.rglob("*")) if path.suffix.lower() in readers() and path.is_file()]


def outcome(path: Path) -> tuple[str, str, float]:
    """How reading and checking a file ended ("read", "refused", "broke"), what is said of it, and seconds."""
    started = time.process_time()
    try:
        checked(read(path))
    except Problem as problem:
        return "refused", str(problem), time.process_time() - started
    except Exception:
        return "broke", traceback.format_exc(), time.process_time() - started
    return "read", "", time.process_time() - started


def told(paths: Iterable[Path]) -> Iterator[str]:
    """The table's rows."""
    listed = list(paths)
    with Pool(os.cpu_count()) as pool:
        found = pool.map(outcome, listed, chunksize=1)
    ended = Counter(name for name, _, _ in found)
    yield f"| files read and checked, of {len(listed)} | {ended['read']} |"
    yield f"| refused in one line | {ended['refused']} |"
    yield f"| ended otherwise | {ended['broke']} |"
    for path, (name, said, _) in zip(listed, found, strict=True):
        if name == "broke":
            print(path, said, file=sys.stderr)


if __name__ == "__main__":
    print("| what | figure |\n|---|---:|")
    rows = list(told(files()))
    print("\n".join(rows))
    sys.exit(0 if rows[-1].endswith("| 0 |") else 1)
