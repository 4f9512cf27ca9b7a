"""How long does it take to explain one study, beside starting Python and beside a full set of checks?

Each run is a fresh interpreter, because what was found out once is kept. Seconds are of the processor and after import
(checks and departures are imported when they are first run, so they are run on another print before);
the start of Python is timed from outside. The study of 20 women is the one with most to explain.
"""

import subprocess
import sys
from pathlib import Path

from measured import ran

STUDY = Path(__file__).resolve().parent.parent / "studies" / "khaeriyah-sari-2025"
SEED = 20250701
PYTHON = "empty Python start"
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


def times(repeat: int) -> dict[str, tuple[float, ...]]:
    """Seconds of an empty Python start, of every check and of all that explains."""
    found: dict[str, list[float]] = {PYTHON: [], "every check": [], "explain": []}
    code = CODE.format(folder=str(STUDY), seed=SEED)
    for _ in range(repeat):  # in turn, so that a busy minute falls on all
        found[PYTHON].append(ran([sys.executable, "-c", ""])[0])
        answer = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
        for name, seconds in zip(list(found)[1:], map(float, answer.stdout.split()), strict=True):
            found[name].append(seconds)
    return {name: tuple(seconds) for name, seconds in found.items()}
