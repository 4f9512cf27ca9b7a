"""How fast are documents read, beside the PyPI port of statcheck, and how much memory does reading take?

Texts: honest documents in English, printed as APA asks, because there the port finds most, and the five first
documents. Every figure is of one processor and of the same run; the ratio is what may be compared between machines.
With `--peers PYTHON` that interpreter runs this file as a child and times the port (0.0.7; it needs pandas below 3).
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

FOUND = tuple[float | None, int]  # seconds (None where the program broke) and tests found
MEMORY = """
import resource, sys
from pathlib import Path
from reread.__main__ import main
sys.stdout = open(sys.argv[1], "w", encoding="utf-8")
main(["extract", *sys.argv[2:]])
used = resource.getrusage(resource.RUSAGE_SELF)
peak = used.ru_maxrss // (1_000_000 if sys.platform == "darwin" else 1000)
print(round(used.ru_utime + used.ru_stime), peak, file=sys.stderr)
"""


def timed(program: Callable[[str], int], text: str) -> FOUND:
    """Seconds of this processor, and what was found; None where the program broke."""
    started = time.process_time()
    try:
        found = program(text)
    except Exception:
        return None, 0
    return time.process_time() - started, found


def statcheck(text: str) -> int:
    """The port, in the way that suits it best: one text, nothing printed."""
    from statcheck.st import statcheck as program

    with redirect_stdout(StringIO()):
        found, _ = program([text])
    return len(found)


def reading(text: str) -> int:
    """Every number of a text, typed; counted are the tests among them."""
    from reread.documents.normalise import normalise
    from reread.reading.typed import read_lines

    return len(read_lines([normalise(line)[0] for line in text.split("\n")])[1])


def checking(text: str) -> int:
    """The same, linked and put through the checks, as the port does."""
    from as_read import checked

    from reread.documents import from_text

    return len(checked(from_text(text))[0].file.tests)


def texts() -> list[str]:
    """Honest documents and the five first ones, those that are short ten to a text as a paper would hold them."""
    import honest_documents
    from extraction import documents
    from made_documents import as_text

    short = [as_text(honest_documents.document(seed, "en")).decode() for seed in range(400)]
    papers = ["\n\n".join(short[k : k + 10]) for k in range(0, len(short), 10)]
    return [*(paper.replace("= 0.", "= .").replace("−", "-") for paper in papers),
            *(document.raw for document in documents().values())]  # fmt: skip


def rows(peers: str = "") -> Iterator[str]:
    """The table's rows."""
    listed = texts()
    reading(listed[0]), checking(listed[0])  # patterns compiled
    ours = {"numbers read": [timed(reading, text) for text in listed],
            "numbers read, linked and checked": [timed(checking, text) for text in listed]}  # fmt: skip
    for what, told in ours.items():
        yield f"| {what}: MB a second on one processor (it depends on the machine) | {_speed(listed, told):.2f} |"
    if peers:
        child = subprocess.run([peers, __file__], input=json.dumps(listed), capture_output=True, text=True, check=True)
        theirs = [(seconds, found) for seconds, found in json.loads(child.stdout)]
        good = [k for k, (seconds, _) in enumerate(theirs) if seconds is not None]
        common = [listed[k] for k in good]
        speed = _speed(common, [theirs[k] for k in good])
        yield f"| statcheck 0.0.7 on the same texts: breaks on | {len(listed) - len(good)} of {len(listed)} |"
        yield f"| statcheck 0.0.7 where it does not break: MB a second | {speed:.2f} |"
        for what, told in ours.items():
            ratio = _speed(common, [told[k] for k in good]) / speed
            yield f"| {what}: times as fast as statcheck 0.0.7 there | {ratio:.1f} |"
        for name, told in (("here", ours["numbers read"]), ("by statcheck 0.0.7", theirs)):
            yield f"| tests found there {name} | {sum(told[k][1] for k in good)} |"
    yield from memory(listed)
    yield from refused()


def _speed(listed: list[str], told: list[FOUND]) -> float:
    size = sum(len(text.encode()) for text in listed)
    return size / 1e6 / sum(seconds for seconds, _ in told if seconds is not None)


def memory(listed: list[str]) -> Iterator[str]:
    """The most memory of one process that reads one, thirty, and three hundred documents of a size, and a long one."""
    text = max(listed, key=len)
    with tempfile.TemporaryDirectory() as name:
        paths = [Path(name) / f"{k}.txt" for k in range(300)]
        for path in paths:
            path.write_text(text, encoding="utf-8")
        for count in (1, 30, 300):
            size = count * len(text.encode()) / 1e6
            yield f"| most memory while {count} documents ({size:.1f} MB) are read, MB | {_peak(paths[:count])} |"
        paths[0].write_text((text + "\n") * (3_900_000 // len(text)), encoding="utf-8")
        yield f"| most memory while a document of 4 MB, the longest, is read, MB | {_peak(paths[:1])} |"


def refused() -> Iterator[str]:
    """Files that cannot be read, one after the other in one process: what it takes, and whether each is told."""
    from test_formats import BAD

    with tempfile.TemporaryDirectory() as name:
        paths = [Path(name) / file for file in BAD]
        for path in paths:
            path.write_bytes(BAD[path.name][0])
        huge = Path(name) / "huge.txt"
        with huge.open("wb") as file:
            file.truncate(200_000_000)
        *said, figures = _child([*paths, huge]).splitlines()
    told = sum(any(path.name in line for line in said) for path in [*paths, huge])
    seconds, peak = figures.split()
    yield f"| files that cannot be read, of {len(paths) + 1} kinds: a line for each | {told} of {len(said)} |"
    yield f"| seconds of one processor for all of them (with the start), most memory in MB | {seconds}, {peak} |"


def _peak(paths: list[Path]) -> int:
    return int(_child(paths).split()[-1])


def _child(paths: list[Path]) -> str:
    """What a process that reads these files says, and in its last line the seconds and megabytes that it took."""
    ledger = str(paths[0].parent / "ledger.csv")
    child = subprocess.run(
        [sys.executable, "-c", MEMORY, ledger, *map(str, paths)], capture_output=True, text=True, check=True
    )
    return child.stderr


if __name__ == "__main__":  # as a child of `rows`: texts in, what the port makes of each out
    json.dump([timed(statcheck, text) for text in json.load(sys.stdin)], sys.stdout)
