"""How long does it take to explain one study, beside starting Python and beside a full set of checks?

Each run is a fresh interpreter, because what was found out once is kept. Seconds are of the processor and after import
(checks and departures are imported when they are first run, so they are run on another print before);
the start of Python is timed from outside. The study of 20 women is the one with most to explain.
"""

import statistics
import subprocess
import sys
import time
from pathlib import Path

STUDY = Path(__file__).resolve().parent.parent / "studies" / "khaeriyah-sari-2025"
SEED = 20250701
CODE = """
import gc, importlib, time
from pathlib import Path
import reread.departures
from reread.verbs import SELDOM
from reread.checks import findings
from reread.explain import explain
from reread.reading.study_folder import extract
from reread.study.values import study_of
gc.set_threshold(*SELDOM)  # as every verb does
folder = Path({folder!r})
found = extract(folder)
study = study_of(folder.name, found.file, found.numbers)
for name in reread.departures.found():
    importlib.import_module("reread.departures." + name)
findings(study.printing({{"score.after.mean": "1.85"}}))
times = [time.process_time()]
findings(study); times.append(time.process_time())
explain(study, {seed}); times.append(time.process_time())
print(*(after - before for before, after in zip(times, times[1:])))
"""


def report(repeat: int) -> str:
    """Medians, and how many times an empty Python start each takes."""
    rows: dict[str, list[float]] = {"empty Python start": [], "every check": [], "explain": []}
    code = CODE.format(folder=str(STUDY), seed=SEED)
    for _ in range(repeat):  # in turn, so that a busy minute falls on all
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", ""], check=True)
        rows["empty Python start"].append(time.perf_counter() - start)
        answer = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
        for name, seconds in zip(list(rows)[1:], map(float, answer.stdout.split()), strict=True):
            rows[name].append(seconds)
    base = statistics.median(rows["empty Python start"])
    lines = [f"{STUDY.name:<22}{'runs':>5}{'median s':>10}{'fastest':>9}{'slowest':>9}{'× empty':>9}"]
    for name, times in rows.items():
        middle = statistics.median(times)
        lines.append(
            f"{name:<22}{len(times):>5}{middle:>10.3f}{min(times):>9.3f}{max(times):>9.3f}{middle / base:>9.1f}"
        )
    return "\n".join(lines)
