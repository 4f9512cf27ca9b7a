"""How long does counting data sets take, and how much memory, against the number of people and the width of the scale?

Two published questions in fresh processes (for the memory), then two series, each counted in three ways: data sets;
samples (the orders of named people); data sets that also print a median and quartiles. A dash is "too large": told
instead of waited for. The plot shows the same numbers.

    make bench ARGS="--plot docs/datasets.svg"
"""

import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from measured import launched

from reread import datasets

WAYS: dict[str, dict[str, Any]] = {
    "data sets": {},
    "samples": {"measure": "samples"},
    "with median and quartiles": {"order": True},
}
PEOPLE = (25, 35, 50, 70, 100, 140, 200, 280, 400, 560)
CODES = (5, 7, 9, 11, 13, 16, 19, 22, 26)
KNOWN = {
    "4.00, 1.50, n = 100, 1 to 7": ("4.00", "1.50", 100, (1, 7)),
    "5.10, 2.30, n = 100, 0 to 10": ("5.10", "2.30", 100, (0, 10)),
}
ALONE = """
import resource, sys, time
from reread import datasets
start = time.perf_counter()
found = datasets.count(mean={0!r}, sd={1!r}, n={2!r}, scale={3!r})
took, peak = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(found, took, peak / (2**20 if sys.platform == "darwin" else 2**10))
"""


@dataclass(frozen=True)
class Timed:
    """One question, its answer (None: too large) and the fewest seconds it took."""

    people: int
    codes: int
    found: int | None
    seconds: float


def by_people(way: str, n: int) -> dict[str, Any]:
    """Mean 4.00 and SD 1.50 on 1 to 7."""
    order = {"median": "4", "quartiles": ("3", "5")} if "order" in WAYS[way] else WAYS[way]
    return {"n": n, "mean": "4.00", "sd": "1.50", "scale": (1, 7), **order}


def by_codes(way: str, codes: int) -> dict[str, Any]:
    """50 people, the mean in the middle of the scale, the SD a quarter of the codes."""
    top, middle = codes - 1, (codes - 1) / 2
    order = {"median": f"{middle:.0f}", "quartiles": (f"{codes * 0.3:.0f}", f"{codes * 0.7:.0f}")}
    more = order if "order" in WAYS[way] else WAYS[way]
    return {"n": 50, "mean": f"{middle:.2f}", "sd": f"{codes / 4:.2f}", "scale": (0, top), **more}


def timed(asked: dict[str, Any], repeat: int) -> Timed:
    seconds: list[float] = []
    found: int | None = None
    while len(seconds) < repeat and sum(seconds) < 2:
        start = time.perf_counter()
        try:
            found = datasets.count(**asked)
        except datasets.TooLarge:
            found = None
        seconds.append(time.perf_counter() - start)
    low, high = asked["scale"]
    return Timed(asked["n"], high - low + 1, found, min(seconds))


def measured(repeat: int) -> dict[str, dict[str, list[Timed]]]:
    """Both series, by way."""
    return {
        "people": {way: [timed(by_people(way, n), repeat) for n in PEOPLE] for way in WAYS},
        "codes": {way: [timed(by_codes(way, codes), repeat) for codes in CODES] for way in WAYS},
    }


def known(repeat: int) -> dict[str, tuple[int, tuple[float, ...], float]]:
    """The two published questions, each in processes of its own: data sets, seconds, greatest memory in MB."""
    found = {}
    for name, asked in KNOWN.items():
        runs = []
        for _ in range(repeat):
            command = [sys.executable, "-c", ALONE.format(*asked)]
            runs.append(launched(command)[0].split())
        found[name] = int(runs[0][0]), tuple(float(run[1]) for run in runs), max(float(run[2]) for run in runs)
    return found


def known_table(repeat: int) -> str:
    """The same as text: fewest seconds and greatest memory."""
    lines = [f"{'mean, SD, n, scale':<32}{'data sets':>13}{'fastest s':>11}{'MB':>6}"]
    for name, (sets, seconds, peak) in known(repeat).items():
        lines.append(f"{name:<32}{sets:>13,}{min(seconds):>11.3f}{peak:>6.0f}")
    return "\n".join(lines)


def series_table(series: dict[str, dict[str, list[Timed]]]) -> str:
    """Seconds by way; beside them the number of data sets."""
    lines = []
    for side, ways in series.items():
        head = "mean 4.00, SD 1.50, 1 to 7" if side == "people" else "50 people, mean in the middle"
        lines += ["", f"{head:<32}{side:>7}" + "".join(f"{way + ', s':>30}" for way in ways) + f"{'data sets':>24}"]
        for row in zip(*ways.values(), strict=True):
            cells = "".join(f"{f'{one.seconds:.3f}' if one.found is not None else '-':>30}" for one in row)
            found = f"{row[0].found:,}" if row[0].found is not None else "-"
            lines.append(f"{'':<32}{getattr(row[0], side):>7}{cells}{found:>24}")
    return "\n".join(lines[1:])


def plot(series: dict[str, dict[str, list[Timed]]], path: Path) -> None:
    """Two panels: seconds against people, and against codes on the scale."""
    import matplotlib as mpl

    mpl.use("svg")
    import matplotlib.pyplot as plt

    fixed = {"svg.hashsalt": "reread", "svg.fonttype": "none", "font.size": 11, "font.family": "sans-serif"}
    looks = dict(zip(WAYS, (("#1f5f99", "o"), ("#b3541e", "s"), ("#3f7d3a", "^")), strict=True))
    labels = {"people": "people (mean 4.00, SD 1.50, scale 1 to 7)", "codes": "codes on the scale (50 people)"}
    with mpl.rc_context(fixed):
        figure, panels = plt.subplots(1, 2, figsize=(10.5, 4.4), sharey=True, layout="constrained")
        for panel, (side, ways) in zip(panels, series.items(), strict=True):
            for way, rows in ways.items():
                color, marker = looks[way]
                done = [(getattr(one, side), one.seconds) for one in rows if one.found is not None]
                panel.plot(*zip(*done, strict=True), color=color, marker=marker, label=way, linewidth=1.6, markersize=5)
            panel.set(xscale="log", yscale="log", xlabel=labels[side])
            ticks = PEOPLE[::2] if side == "people" else CODES[::2]
            panel.set_xticks(ticks, [str(tick) for tick in ticks])
            panel.minorticks_off()
            panel.grid(color="#dddddd", linewidth=0.7)
            panel.spines[["top", "right"]].set_visible(False)
        panels[0].set_ylabel("seconds to count (log scale)")
        panels[0].legend(frameon=False, loc="upper left")
        figure.savefig(path, format="svg", metadata={"Date": None}, facecolor="white")


def report(repeat: int, path: Path | None) -> str:
    """Everything as text; the plot on request."""
    known = known_table(repeat)  # first: a process may count the memory of the one that started it
    series = measured(repeat)
    if path is not None:
        plot(series, path)
    return known + "\n\n" + series_table(series)
