"""Which data is every figure drawn with in the tests? The first of each is like a report's, the others are edges."""

from __future__ import annotations

import math
from typing import Any

from figure_samples_rivals import RIVALS

from reread.figures import (
    ancova,
    attainable,
    before_after,
    canvas,
    causes,
    codings,
    course,
    implied_correlation,
    landscape,
    normality,
    power,
    two_accounts,
)
from reread.rivals.infant_weight import gain_by_first_day
from reread.rivals.natural_course.drawings import by_first_day


def printed(text: str) -> canvas.PrintedNumber:
    return canvas.PrintedNumber(float(text.replace("−", "-")), len(text.partition(".")[2]), text)


def _attainable() -> list[attainable.Attainable]:
    names = ("14 rose, none fell", "15 rose, 1 fell", "16 rose, 2 fell")
    values = ((6.6583, 1.4888, 0.480, 0.920), (5.4802, 1.2254, 0.433, 0.967), (4.7657, 1.0656, 0.393, 1.007))
    rows = tuple(attainable.AttainableRow(name, *v) for name, v in zip(names, values, strict=True))
    thin = attainable.Thin(0.4183, 0.9817, "0.70 and t 4.87 with 1.96 in place of 2.093")
    wide = attainable.PrintedRow(printed("5.1"), ci=(printed("−3.2"), printed("10.4")))
    beside = attainable.PrintedRow(printed("4.87"), printed("1.32"), (printed("0.42"), printed("0.98")))
    many = tuple(
        attainable.AttainableRow(f"{k + 3} rose, {k} fell", 9 - 0.3 * k, 2 - 0.1 * k, 4 - k, 9 + k) for k in range(17)
    )
    steady = attainable.AttainableRow("all 36 rose by the same amount", math.inf, math.inf, -12.5, -3.25)
    return [
        attainable.Attainable(rows, beside, thin, unit="points"),
        attainable.Attainable(rows[:1], attainable.PrintedRow(t=printed("6.66"))),
        attainable.Attainable(many, wide, thin, "90 %"),
        attainable.Attainable((steady, *many[:11]), beside),
    ]


def _ancova() -> list[ancova.Ancova]:
    def curve(low: float, step: float, wide: float) -> canvas.Curve:
        x = tuple(k / 20 for k in range(21))
        middle = tuple(low + step * value for value in x)
        return canvas.Curve(x, tuple(m - wide for m in middle), middle, tuple(m + wide for m in middle))

    fell = curve(0.06, -0.059, 0.0005)
    p = curve(0.016, 0.01, 0.004)
    one = ancova.Ancova(
        curve(4.6, -1.3, 4), curve(3.5, 0, 0.2), p, fell, 4.6, 0.017, 0.05, ("control", "treated"), "lb", (0.22, 0.28)
    )
    names = ("kelompok dengan perawatan biasa", "kelompok pijat oksitosin")
    far = curve(-120, -40, 30)
    return [one, ancova.Ancova(far, curve(-160, 0, 1), p, fell, -120, 1e-7, 0.01, names, "", None),
            ancova.Ancova(far, curve(-160, 0, 1), p, fell, -120, 1.0, 0.05, names, "mL", (0.98, 1.0))]  # fmt: skip


def _before_after() -> list[before_after.BeforeAfter]:
    def two(low: int, rose: int, fell: int, high: int, *notes: str) -> before_after.JointTable:
        return before_after.JointTable(((low, rose), (fell, high)), notes)

    three = (
        two(2, 14, 0, 4, "t 6.66 · d 1.49", "exact p .0001"),
        two(1, 15, 1, 3, "t 5.48 · d 1.23", "exact p .0005"),
        two(0, 16, 2, 2, "t 4.77 · d 1.07", "exact p .0013"),
    )
    grid = before_after.JointTable(((3, 9, 4), (1, 12, 14), (0, 2, 15)))
    other = before_after.JointTable(((3, 9, 4), (0, 13, 14), (1, 1, 15)))
    crowd = before_after.JointTable(((30, 41, 22), (3, 60, 51), (1, 7, 85)), ("n 300",))
    return [
        before_after.BeforeAfter(("1", "2"), three),
        before_after.BeforeAfter(("low", "moderate", "adequate"), (grid, other)),
        before_after.BeforeAfter(("0", "1", "2"), (crowd,)),
        before_after.BeforeAfter(("low", "high"), (*three, *three)),
        before_after.BeforeAfter(
            ("low", "high"), (two(2, 14, 0, 4), two(2, 13, 1, 4), two(8, 4, 4, 4), two(9, 9, 1, 1))
        ),
    ]


def _two_accounts() -> list[two_accounts.TwoAccounts]:
    printed = two_accounts.Account("Printed counts", ("low", "adequate"), (18, 2), (4, 16))
    implied = two_accounts.Account("Printed means and SDs", ("lower", "higher"), (16, 4), (2, 18))
    three = ("low", "moderate", "adequate")
    first = two_accounts.Account("Printed counts", three, (21, 20, 6), (5, 14, 28))
    second = two_accounts.Account("Printed percentages", three, (18, 20, 9), (5, 14, 28))
    return [two_accounts.TwoAccounts(printed, implied), two_accounts.TwoAccounts(first, second)]


def _causes() -> list[causes.Causes]:
    rivals = ("time: milk comes in by itself (lactogenesis II)", "being measured twice, chosen when low")
    outcome = "Milk production score", "2 → 16 of 20 “adequate”"
    missing = "No control group: it would have had all of these but massage."
    long = "a very long label of an outcome that nobody would have printed in a table of this width"
    return [
        causes.Causes("massage (claimed)", rivals, outcome, missing),
        causes.Causes("oxytocin massage of the back, twice a day (claimed)", rivals[:1], (long, outcome[1]), missing),
        causes.Causes("massage (claimed)", tuple(f"{k}. {rivals[k % 2]}" for k in range(6)), outcome, missing),
    ]


def _codings() -> list[codings.Codings]:
    rows = (
        codings.CodingRow("low 0, adequate 2", "as stated", (0.2, 0.616), (1.6, 0.821), False),
        codings.CodingRow("low 0, adequate 1", "", (0.1, 0.308), (0.8, 0.410), False),
        codings.CodingRow("low 1, adequate 2", "", (1.1, 0.308), (1.8, 0.410), False),
        codings.CodingRow("adequate 1, low 2", "mean rows exchanged", (1.9, 0.308), (1.2, 0.410), True),
    )
    long = codings.CodingRow(
        "not at all 1, several days 2, nearly every day 4", "with the rows exchanged", (2, 1), (1, 1), False
    )
    axis = "mean score ± SD of 20 people"
    return [
        codings.Codings((printed("1.20"), printed("0.41")), (printed("1.90"), printed("0.31")), rows, axis),
        codings.Codings((printed("1.2"), printed("0.4")), (printed("1.2"), printed("0.3")), (rows[0], long), axis),
    ]


def _curve() -> canvas.Curve:
    days = tuple(0.7 + 0.15 * k for k in range(91))
    middle = tuple(26 + 600 / (1 + math.exp(-2.4 * (d - 3.1))) for d in days)
    return canvas.Curve(days, tuple(0.66 * m for m in middle), middle, tuple(1.38 * m + 15 for m in middle))


def _course() -> list[course.Course]:
    read: list[tuple[str, float, float]] = [
        ("Saint 1984", 1, 37),
        ("Saint 1984", 3, 408),
        ("Saint 1984", 5, 705),
        ("Casey 1986", 1, 44),
    ]
    read += [("Casey 1986", 3, 333), ("Casey 1986", 5, 527), ("Arthur 1989", 1.5, 82), ("Arthur 1989", 6.5, 556)]
    read += [("Boss 2018", 8, 650), ("Rios-Leyvraz 2023", 14, 501)]
    anchors = tuple(course.Anchor(*row) for row in read)
    anchors += tuple(course.Anchor("Neville 1988", d, v, True) for d, v in ((1, 21.5), (2, 100.3), (2, 85)))
    crowd = tuple(course.Anchor(f"Author {k} 20{k:02d}", 1 + 0.1 * k, 40 + 3 * k, k % 3 == 0) for k in range(9))
    text = "day after birth", "milk, mL in 24 hours", "middle 80 % of people, untreated"
    return [course.Course(_curve(), anchors, *text), course.Course(_curve(), crowd, *text)]


def _by_first_day() -> list[by_first_day.ByFirstDay]:
    days = (1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 7.0)
    shares = (
        (80, 96, 100),
        (75, 93, 100),
        (50, 78, 100),
        (25, 50, 75),
        (10, 31, 55),
        (0, 17, 35),
        (0, 12, 30),
        (0, 11, 25),
    )
    low, middle, high = (tuple(share[k] / 100 for share in shares) for k in range(3))
    curve = canvas.Curve(days, low, middle, high)
    lines = by_first_day.Line(0.8, "printed: 80 % (16 of 20)"), by_first_day.Line(0.1, "printed before: 10 %")
    text = (
        "day of first measurement (not reported)",
        "adequate one week later, % of people, untreated",
        "shaded: 95 of 100 such studies",
    )
    mirrored = canvas.Curve(days, low[::-1], middle[::-1], high[::-1])
    return [
        by_first_day.ByFirstDay(curve, (1.0, 2.0, 3.0, 5.0), *lines, *text, (3.0, 5.0)),
        by_first_day.ByFirstDay(mirrored, days, by_first_day.Line(0.93, "printed: 93 %"), None, *text),
    ]


def _gain_by_first_day() -> list[gain_by_first_day.GainByFirstDay]:
    days = (1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 7.0)
    gains = (-3, 74, 133, 170, 188, 203, 205, 203)
    low, middle, high = (tuple(float(gain + by) for gain in gains) for by in (-180, 0, 188))
    curve = canvas.Curve(days, low, middle, high)
    reaches = tuple(gain_by_first_day.Reach(d, r) for d, r in ((1.0, "< 1"), (2.0, "4"), (3.0, "11"), (5.0, "15")))
    text = (
        "day of the first measurement (not reported)",
        "gain in 6 days, untreated, g",
        "printed: 300 g",
        "shaded: 95 of 100 seedlings",
        "of 100 seedlings, this many gain 300 g or more:",
        "of 100, gain 300 g",
    )
    two = canvas.Curve((1.0, 9.0), (2.0, -40.0), (30.0, 0.0), (55.0, 40.0))
    return [
        gain_by_first_day.GainByFirstDay(curve, 299.5, reaches, *text),
        gain_by_first_day.GainByFirstDay(two, 1200.0, (), *text),
        gain_by_first_day.GainByFirstDay(curve, 20.0, reaches, *text),
    ]


def _normality() -> list[normality.Normality]:
    counts, means = "printed counts", "printed means and SDs"
    rows = (
        normality.NormalityRow("before: 18 and 2", printed("0.351"), 0.3512, 1.84e-8, counts),
        normality.NormalityRow("after: 4 and 16", printed("0.495"), 0.4954, 2.89e-7, counts),
        normality.NormalityRow("before: 16 and 4", printed("0.351"), 0.4954, 2.89e-7, means),
        normality.NormalityRow("after: 2 and 18", printed("0.495"), 0.3512, 1.84e-8, means),
    )
    near = normality.NormalityRow("change", printed("0.97"), 0.9731, 0.8123)
    return [
        normality.Normality(rows),
        normality.Normality((near, normality.NormalityRow("other", printed("0.001"), 0.02, 3e-14, counts))),
    ]


def _implied() -> list[implied_correlation.ImpliedCorrelation]:
    def sample(change: float, n: int, t_printed: str, half: float) -> implied_correlation.ImpliedCorrelation:
        rs = tuple(-1 + k / 200 for k in range(400))

        def curve(by: float) -> tuple[float, ...]:
            return tuple((change + by) * math.sqrt(n) / math.sqrt(2 * 4.2**2 * (1 - r)) for r in rs)

        def r_from_t(t: float, by: float) -> float:
            return 1 - n * (change + by) ** 2 / (2 * 4.2**2 * t**2)

        low, middle, high = (curve(by) for by in (-0.05, 0.0, 0.05))
        t = float(t_printed)
        ends = r_from_t(t - half, 0.05), r_from_t(t + half, -0.05)
        implied = ends if ends[0] >= -1 else None
        return implied_correlation.ImpliedCorrelation(
            canvas.Curve(rs, low, middle, high), printed(t_printed), t - half, t + half, implied
        )

    return [sample(1.1, 20, "1.90", 0.005), sample(3.1, 20, "1.10", 0.005), sample(3.1, 20, "14.3", 0.05)]


def _landscape() -> list[landscape.Landscape]:
    columns = (("cannot tell", "no comparison group"), ("in part", "groups not formed by chance"), ("can tell", ""))
    numbers = (landscape.LandscapeRow("✕ cannot all hold"), landscape.LandscapeRow("✓ nothing checked is impossible"))
    ways = tuple(landscape.LandscapeRow(*row) for row in (("▲ more", "^"), ("■ no difference", "s"), ("▼ less", "v")))
    read = (
        landscape.Entry(0, 0, "Shade cloth and the height of 24 tomato plants in one summer"),
        landscape.Entry(1, 0, "Mulch and yield in 36 beds", "at second hand"),
        landscape.Entry(1, 1, "Two kinds of soil", "at second hand"),
    )
    trials = (
        *(landscape.Entry(k % 3, k % 2, f"Grower & Planter 20{k:02d} ({7 * k + 3})") for k in range(9)),
        landscape.Entry(0, 2, "Bark 2019 (220)", "with a fertiliser that has a rather long name", True),
        landscape.Entry(2, 2, "Clay 2018 (12)"),
    )
    first = landscape.Block("Studies read here, by what their numbers allow", numbers, read)
    second = landscape.Block("Trials of shade elsewhere (plants)", ways, trials, "hollow: something else, as named")
    third = landscape.Block("Trials of mulch elsewhere (beds)", ways, trials[:1])
    return [landscape.Landscape(columns, blocks) for blocks in ((first, second), (first, second, third))]


def _power() -> list[power.Power]:
    sizes = (9, 15, 21, 30, 42, 60, 90, 120, 180, 240)
    lines = (
        power.Line("no effect", (0.05, 0.05, 0.04, 0.04, 0.05, 0.06, 0.05, 0.06, 0.04, 0.05), "nothing"),
        power.Line("one group, no effect", (0.3, 0.78, 0.92, 0.98, 1, 1, 1, 1, 1, 1), "nothing"),
        power.Line("×1.25", (0.09, 0.14, 0.18, 0.22, 0.3, 0.4, 0.55, 0.7, 0.87, 0.95), "found"),
        power.Line("×2", (0.49, 0.72, 0.88, 0.96, 0.99, 1, 1, 1, 1, 1), "found"),
        power.Line("raw litres, ×2", (0.38, 0.58, 0.77, 0.88, 0.94, 0.99, 1, 1, 1, 1), "compared"),
    )
    words = "plots in each group", "trials of 100 that find something", "4 of 5 trials"
    never = power.Line("×1.1", (0.05, 0.07), "found")
    return [power.Power(sizes, lines, 0.8, *words), power.Power((10, 2000), (never,), 0.8, *words)]


SAMPLES: dict[str, list[Any]] = {
    "ancova": _ancova(),
    "power": _power(),
    "causes": _causes(),
    "attainable": list(_attainable()),
    "before_after": list(_before_after()),
    "two_accounts": list(_two_accounts()),
    "codings": list(_codings()),
    "course": list(_course()),
    "by_first_day": list(_by_first_day()),
    "gain_by_first_day": list(_gain_by_first_day()),
    "normality": list(_normality()),
    "implied_correlation": list(_implied()),
    "landscape": list(_landscape()),
    **RIVALS,
}
