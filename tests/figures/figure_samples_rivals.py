"""Which data are the figures of rival explanations drawn with in the tests?"""

from __future__ import annotations

from typing import Any

from reread.figures import canvas, intervals, smallest_bias
from reread.rivals.natural_course.drawings import day_map, pairs


def _intervals() -> list[intervals.Intervals]:
    bounds = (
        intervals.IntervalRow("nothing assumed", -0.2, 0.8, None, "−0.20 to 0.80", "allow"),
        intervals.IntervalRow(
            "nobody untreated falls back to the lower group", -0.2, 0.7, None, "−0.20 to 0.70", "allow"
        ),
        intervals.IntervalRow("nothing would change without the treatment", 0.7, 0.7, None, "0.70", "allow"),
    )
    rows = (
        intervals.IntervalRow("each alone", heading=True),
        intervals.IntervalRow("practice: 0.3 SD higher", 0.0, 0.45, 0.19, "0"),
        intervals.IntervalRow("the better of two measures", 0.0, 0.4, 0.15, "< 1"),
        intervals.IntervalRow("together", heading=True),
        intervals.IntervalRow("all of these, and a rise of 1 SD with time alone", 0.55, 0.9, 0.74, "35"),
    )
    trials = (
        intervals.IntervalRow("No comparison group", heading=True),
        intervals.IntervalRow("Grower 2021 (20)", middle=3.0, right="×3.0", role="ink"),
        intervals.IntervalRow("Groups formed by chance", heading=True),
        intervals.IntervalRow("Bark 2019 (220), with a fertiliser", 0.9, 1.9, 1.3, "×1.3", "ink", True),
        intervals.IntervalRow("Clay 2018 (12)", right="none printed", role="ink"),
    )
    tests = (
        intervals.IntervalRow("As printed, by means and SDs: 3 data sets, all listed", heading=True),
        intervals.IntervalRow(
            "sign (McNemar), Wilcoxon and permutation", 1.2e-4, 1.3e-3, None, "● all: 0.00012 – 0.0013", "allow"
        ),
        intervals.IntervalRow("t test", 2.3e-6, 0.2, None, "◐ some: 2.3 × 10⁻⁶ – 0.2000", "allow"),
        intervals.IntervalRow("Reading 1: stopped at the cap after 1000", heading=True),
        intervals.IntervalRow("t test", 0.3, 0.3, None, "○ none: 0.3000", "quiet"),
    )
    powers = ((1e-6, "10⁻⁶"), (1e-4, ".0001"), (1e-2, ".01"), (1.0, "1"))
    ticks = tuple((v, f"×{v:g}") for v in (0.5, 1.0, 2.0, 4.0))
    x = "share of pots in flower after, less the share without shade"
    return [
        intervals.Intervals(bounds, x, "effect on the share", 0.0, "no effect"),
        intervals.Intervals(rows, "share after", "of 100 studies, this many reach 16 of 20", 0.8, "printed: 80 %"),
        intervals.Intervals(trials, "after / before, or with / without", "", 1.0, "the same", ticks, True),
        intervals.Intervals(tests, "p, two-sided", "p below the line in …", 0.05, "p 0.05", powers, True),
    ]


def _smallest_bias() -> list[smallest_bias.SmallestBias]:
    head = "least size at which 5 of 100 (dot) and 50 of 100 (end of the bar) studies print as much"
    rows = (
        smallest_bias.BiasRow("readings of one group lie higher", 0.25, 0.48, "0 SD", "2 SD", "0.49 SD … 0.96 SD"),
        smallest_bias.BiasRow("clusters of 20 that the test ignored", 0.6, None, "ICC 0", "ICC 0.30", "ICC 0.18 …"),
        smallest_bias.BiasRow("the data were looked at several times", None, None, "1", "20", "not reached"),
        smallest_bias.BiasRow("chance alone", 0.0, 0.0, "0 %", "100 %", "0 % … 0 %"),
    )  # fmt: skip
    return [
        smallest_bias.SmallestBias(rows, head, "5 … 50 of 100"),
        smallest_bias.SmallestBias(rows[:1], head, "5 … 50"),
    ]


def _day_map() -> list[day_map.DayMap]:
    reach = ((1, 8, 5, 0), (57, 68, 32, 4), (98, 94, 58, 12), (98, 94, 61, 11))
    cells = tuple(tuple(day_map.Cell(str(v), v / 100, v < 3) for v in row) for row in reach)
    text = "day of first measurement", "days to the second measurement", "grey: conflicts with the printed 80 %"
    columns = ("1", "1.5", "2", "2.5", "3", "4", "5", "7")
    long = tuple(tuple(day_map.Cell("100", 1.0) for _ in columns) for _ in range(3))
    return [
        day_map.DayMap(("1", "1.5", "2", "2.5"), ("1", "2", "7", "14"), cells, 2, *text),
        day_map.DayMap(columns, ("3", "10", "14"), long, None, *text[:2]),
    ]


def _pairs() -> list[pairs.Pairs]:
    natural = (1.02, 1.1, 1.29, 1.94, 2.92, 5.19, 9.22, 11.2)
    middle = (4.28, 3.95, 3.44, 2.41, 1.66, 0.89, 0.46, 0.38)
    low, high = tuple(0.45 * m for m in middle), tuple(3 * m for m in middle)
    curve = canvas.Curve(natural, low, middle, high)
    days = ("day 7", "day 5", "day 4", "day 3", "day 2.5", "day 2", "day 1.5", "day 1")
    points = tuple(pairs.Point(x, y, name, y > 1.7) for x, y, name in zip(natural, middle, days, strict=True))
    text = (
        "yield a week later over yield at first, with time alone", "factor by which shade would change it on top",
        "shaded: prints 16 of 20 without conflict", "no effect of shade",
    )  # fmt: skip
    return [pairs.Pairs(curve, points, *text), pairs.Pairs(curve, points[::4], *text)]


RIVALS: dict[str, list[Any]] = {
    "intervals": list(_intervals()),
    "day_map": list(_day_map()),
    "pairs": list(_pairs()),
    "smallest_bias": _smallest_bias(),
}
