"""How an honest study is printed: which statistics, with how many decimals, signs and comparators. For tests only."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from random import Random

import honest
from honest import Data, show

Prints = dict[str, list[str]]


@dataclass
class Press:
    """One paper's habits, and what it has printed so far: role → the texts, one for each place."""

    random: Random
    data: Data
    outcome: str = "score"
    prints: Prints = field(default_factory=dict)

    def __post_init__(self) -> None:
        draw = self.random
        self.rounding = draw.choice(["half-up", "half-even"])
        self.minus = draw.choice(["-", "−", "–"])
        self.bare_zero = draw.random() < 0.5
        self.turned = draw.choice([1, -1])
        self.decimals = draw.choice([0, 1, 2, 2, 2, 3, 4])
        self.ddof = draw.choice([1, 1, 1, 0])
        self.fullness = draw.choice([0.5, 0.8, 1])

    def text(self, x: Fraction, decimals: int | None = None, rounding: str = "") -> str:
        """A number in this paper's habits."""
        places = self.places() if decimals is None else decimals
        return show(x, places, rounding or self.rounding, self.minus, self.bare_zero)

    def places(self) -> int:
        """Decimals: the paper's usual ones, now and then others."""
        return self.decimals if self.random.random() < 0.8 else self.random.randint(0, 4)

    def put(self, role: str, x: Fraction | None, signless: bool = False) -> None:
        """Print a number at one place or two; the second time with other decimals or without its sign."""
        if x is None or self.random.random() > self.fullness:
            return
        texts = [self.text(x)]
        if self.random.random() < 0.15:
            texts.append(self.text(abs(x) if signless else x))
        self.prints.setdefault(f"{self.outcome}.{role}", []).extend(texts)

    def printed(self, role: str) -> Fraction | None:
        """A number as somebody with a pocket calculator takes it from the page: the print with most decimals."""
        texts = self.prints.get(f"{self.outcome}.{role}", [])
        return Fraction(max(texts, key=len).replace("−", "-").replace("–", "-")) if texts else None


def prints(random: Random, data: Data, outcome: str = "score", **habits: object) -> Prints:
    """Everything that one paper prints of these data; some of its habits may be given."""
    press = Press(random, data, outcome)
    for name, habit in habits.items():
        setattr(press, name, habit)
    press.prints["n"] = [str(data.n)] * random.choice([1, 1, 3])
    for occasion in ("before", "after"):
        answers = data.at(occasion)
        if answers:
            moments(press, occasion, answers)
            if data.codes:
                shares(press, occasion, answers)
    if len(data.changes) > 1:
        change(press)
    return press.prints


def moments(press: Press, occasion: str, answers: list[Fraction]) -> None:
    """Mean, SD, their n and the normality of one occasion."""
    press.put(f"{occasion}.mean", honest.mean(answers))
    if len(answers) > 1:
        press.put(f"{occasion}.sd", honest.sd(answers, press.ddof))
    if press.random.random() < (0.5 if press.data.missing else 0.1):
        press.prints[f"{press.outcome}.{occasion}.n"] = [str(len(answers))]
    normal = honest.normality(answers)
    if normal is not None and press.random.random() < 0.5:
        press.prints[f"{press.outcome}.{occasion}.normality_p"] = [p_text(press, normal)]


def shares(press: Press, occasion: str, answers: list[Fraction]) -> None:
    """Counts and percentages of the categories: of those who answered or of all; sometimes made to add up to 100."""
    random, style = press.random, press.random.choice(["all", "used", "some", "none"])
    codes = [c for c in press.data.codes if style == "all" or (style == "used" and c in answers)]
    if style == "some":
        codes = random.sample(press.data.codes, random.randint(1, len(press.data.codes)))
    base, places = random.choice([len(answers), len(answers), press.data.n]), random.choice([0, 0, 1, 2])
    counts = {code: sum(x == code for x in answers) for code in codes}
    percents = {code: press.text(Fraction(100 * k, base), places) for code, k in counts.items()}
    if sum(counts.values()) == base and random.random() < 0.3:
        percents = to_hundred(counts, base, places)
    for code in codes:
        what = random.choice(["both", "both", "count", "percent"])
        if what != "percent":
            press.prints[f"{press.outcome}.{occasion}.count.{label(code)}"] = [str(counts[code])]
        if what != "count":
            mark = random.choice(["", "%"])
            press.prints[f"{press.outcome}.{occasion}.percent.{label(code)}"] = [percents[code] + mark]


def to_hundred(counts: dict[int, int], base: int, places: int) -> dict[int, str]:
    """Percentages that add up to exactly 100: cut, and the largest remainders given one unit more."""
    unit = Fraction(1, 10**places)
    exact = {code: Fraction(100 * k, base) for code, k in counts.items()}
    given = {code: x // unit * unit for code, x in exact.items()}
    short = int((100 - sum(given.values())) / unit)
    for code in sorted(exact, key=lambda code: given[code] - exact[code])[:short]:
        given[code] += unit
    return {code: show(x, places) for code, x in given.items()}


def label(code: int) -> str:
    """A category's name."""
    return f"below {-code}" if code < 0 else f"level {code}"


def change(press: Press) -> None:
    """Mean change, t, df, p, interval and d."""
    data, random, sign = press.data, press.random, press.turned
    press.put("change.mean", sign * honest.mean(data.changes), signless=True)
    value, chance = honest.t(data), honest.p(data)
    if value is not None and chance is not None:
        press.put("change.t", sign * value, signless=True)
        if random.random() < 0.4:
            press.prints[f"{press.outcome}.change.df"] = [str(len(data.changes) - 1)]
        press.prints[f"{press.outcome}.change.p"] = [p_text(press, chance) for _ in range(random.choice([1, 1, 2]))]
    confidence(press)
    relative(press)
    found = list((honest.ds(data) | by_hand(press)).values())
    if found:
        press.put("change.d", sign * random.choice(found), signless=True)
    if random.random() < 0.4:
        press.put("change.sd", honest.sd(data.changes, press.ddof))


def relative(press: Press) -> None:
    """The change in percent: of the means, or the mean of everybody's own."""
    starts, ends = (list(xs) for xs in zip(*press.data.pairs, strict=True))
    if min(starts) > 0 and press.random.random() < 0.2:
        own = honest.mean([(y - x) / x for x, y in zip(starts, ends, strict=True)])
        of_means = honest.mean(ends) / honest.mean(starts) - 1
        press.put("change.percent", 100 * press.random.choice([own, of_means]), signless=True)


def by_hand(press: Press) -> dict[str, Fraction]:
    """The standardised change that a pocket calculator gives from what is printed."""
    size, value = press.printed("change.mean"), press.printed("change.t")
    first, second = press.printed("before.sd"), press.printed("after.sd")
    found = {}
    if size is not None and first and second:
        pooled = honest.root((first**2 + second**2) / 2)
        found = {"av": 2 * size / (first + second), "s": size / pooled, "Δ": size / first}
    if value is not None:
        found["z"] = value / honest.root(Fraction(len(press.data.changes)))
    return found


def confidence(press: Press) -> None:
    """The interval of the mean change, once or twice (the second time perhaps the other way round)."""
    random, level = press.random, press.random.choice([95, 95, 95, 90, 99])
    if random.random() > press.fullness:
        return
    places, normal = press.places(), len(press.data.changes) > 250 and random.random() < 0.5
    for turned in (press.turned, -press.turned)[: random.choice([1, 1, 2])]:
        ends = sorted(turned * end for end in honest.interval(press.data, level, normal))
        for name, end in zip(("low", "high"), ends, strict=True):
            press.prints.setdefault(f"{press.outcome}.change.ci.{name}", []).append(press.text(end, places))
    if random.random() < 0.7:
        press.prints[f"{press.outcome}.change.ci.level"] = [f"{level}%"]


def p_text(press: Press, p: Fraction) -> str:
    """A p as papers print it: rounded, cut, or against a usual threshold."""
    random = press.random
    below = [limit for limit in ("0.001", "0.01", "0.05", "0.10") if p < Fraction(limit)]
    style = random.choice(["rounded", "rounded", "cut", "threshold"])
    if style == "threshold":
        text = f"{random.choice(['<', '< ', '≤ '])}{random.choice(below)}" if below else "> 0.05"
    else:
        rounding = press.rounding if style == "rounded" else "cut"
        text = show(p, random.choice([2, 3, 3, 4]), rounding)
    return text.replace("0.", ".", 1) if random.random() < 0.2 and text[:2] != "1." else text
