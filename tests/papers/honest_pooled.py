"""Honest meta-analyses: trials, their pooled estimate, Q and I², as studies and as documents. For tests only.

Differences and ratios with a fixed effect or by DerSimonian and Laird; odds ratios of counts, some cells empty, by
Mantel and Haenszel. I² is that of Q or, told as not as usual, that of another estimate of τ². Not every document
prints every trial.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import exp, log, sqrt
from random import Random

from honest import show
from honest_print import p_text
from honest_tests import TestPress, study_of_tests
from made_documents import Part
from scipy import stats

from reread.study.values import Study

PARTS = {"md": "estimate", "OR": "OR", "RR": "RR", "HR": "HR"}
Z = 1.959964
ARM = (20, 30, 50, 100, 400)


@dataclass
class Pool:
    """Estimates with their standard errors (of ratios on the logarithmic scale), and what pools them."""

    kind: str
    trials: list[tuple[float, float]]
    pooled: tuple[float, float]
    Q: float
    i2: float
    usual: bool  # is I² that of Q?

    @property
    def df(self) -> int:
        return len(self.trials) - 1

    @property
    def p(self) -> float:
        return float(stats.chi2.sf(self.Q, self.df))

    def ends(self, estimate: tuple[float, float]) -> list[float]:
        """Estimate, low and high end, as printed."""
        value, error = estimate
        found = [value, value - Z * error, value + Z * error]
        return found if self.kind == "md" else [exp(x) for x in found]


def pool(random: Random) -> Pool:
    """One meta-analysis."""
    if random.random() < 0.3:
        return counted(random)
    k, kind = random.choice([2, 2, 3, 4, 6, 9]), random.choice(["md", "md", "OR", "RR", "HR"])
    tau, mean = random.choice([0, 0, 0.1, 0.5, 2]), random.choice([0, 0.1, -0.4, 1])
    errors = [10 ** random.uniform(-1.2, 0) for _ in range(k)]
    trials = [(mean + random.gauss(0, tau) + random.gauss(0, error), error) for error in errors]
    fixed, error, Q = weighed(trials, 0)
    spread = max(0.0, (Q - (k - 1)) / _c(trials))
    used, usual = spread, random.random() < 0.7
    if not usual:
        used = spread * random.choice([0, 0.5, 1.3, 2])
    pooled = (fixed, error) if usual and random.random() < 0.4 else weighed(trials, used)[:2]
    i2 = max(0.0, 1 - (k - 1) / Q) if usual else used / (used + (k - 1) / _c(trials))
    return Pool(kind, trials, pooled, Q, i2, usual)


def _c(trials: list[tuple[float, float]]) -> float:
    weights = [1 / error**2 for _, error in trials]
    return sum(weights) - sum(w * w for w in weights) / sum(weights)


def weighed(trials: list[tuple[float, float]], spread: float) -> tuple[float, float, float]:
    """Weighted mean, its standard error, and the weighted squares about it."""
    weights = [1 / (error**2 + spread) for _, error in trials]
    mean = sum(w * y for w, (y, _) in zip(weights, trials, strict=True)) / sum(weights)
    squares = sum(w * (y - mean) ** 2 for w, (y, _) in zip(weights, trials, strict=True))
    return mean, 1 / sqrt(sum(weights)), squares


def counted(random: Random) -> Pool:
    """Odds ratios of tables, half an event added to each cell where one is empty; pooled as counted."""
    while True:
        share, effect = random.choice([0.02, 0.05, 0.3]), random.choice([0.2, 0.5, 1, 2])
        tables = [_table(random, share, effect) for _ in range(random.choice([2, 2, 3, 5]))]
        tops = [a * d / (a + b + c + d) for a, b, c, d in tables]
        bottoms = [b * c / (a + b + c + d) for a, b, c, d in tables]
        some = all(a + c and b + d for a, b, c, d in tables)
        if some and sum(tops) and sum(bottoms):
            break
    trials = []
    for table in tables:
        a, b, c, d = (cell + (0.0 if all(table) else 0.5) for cell in table)
        trials.append((log(a * d / (b * c)), sqrt(1 / a + 1 / b + 1 / c + 1 / d)))
    middle, error = log(sum(tops) / sum(bottoms)), weighed(trials, 0)[1]
    Q = sum(((y - middle) / se) ** 2 for y, se in trials)
    return Pool("OR", trials, (middle, error), Q, max(0.0, 1 - (len(tables) - 1) / Q) if Q else 0.0, True)


def _table(random: Random, share: float, effect: float) -> tuple[int, int, int, int]:
    m, n = random.choice(ARM), random.choice(ARM)
    odds = effect * share / (1 - share)
    a = sum(random.random() < odds / (1 + odds) for _ in range(m))
    c = sum(random.random() < share for _ in range(n))
    return a, m - a, c, n - c


def random_pooled_study(seed: int) -> Study:
    """A study file of one meta-analysis: its trials, the pooled estimate, and Q with p and I²."""
    random = Random(f"pooled {seed}")
    drawn = pool(random)
    names = [f"trial {k + 1}" for k in range(len(drawn.trials))]
    presses = [TestPress(random, name) for name in [*names, "pooled", "heterogeneity"]]
    places = random.choice([1, 2, 2, 3])
    for press, estimate in zip(presses, [*drawn.trials, drawn.pooled], strict=False):
        for part, x in zip((PARTS[drawn.kind], "ci.low", "ci.high"), drawn.ends(estimate), strict=True):
            press.prints[f"tests.{press.name}.{part}"] = [show(Fraction(x), places, press.rounding, press.minus)]
    *_, pooled, q = presses
    pooled.about |= {"pools": names, "complete": random.random() < 0.7}
    with_q, q.about["test"] = random.random() < 0.7, "Q"
    if with_q:
        q.about["pools"] = names
    for part, text in heterogeneity(random, drawn, q).items():
        q.prints[f"tests.heterogeneity.{part}"] = [text]
    if drawn.usual and random.random() < 0.5:
        q.about["obtained"] = random.choice(["as usual", {"statistic": "as usual"}])
    return study_of_tests(presses if with_q or random.random() < 0.5 else presses[:-1])


def heterogeneity(random: Random, drawn: Pool, press: TestPress) -> dict[str, str]:
    """Q, df, p and I² as printed: I² in percent, with its sign or not."""
    percent = show(Fraction(100 * drawn.i2), random.choice([0, 0, 1, 2]), press.rounding)
    return {
        "Q": show(Fraction(drawn.Q), random.choice([1, 2, 2, 3]), press.rounding), "df": str(drawn.df),
        "p": p_text(press, Fraction(drawn.p)),  # type: ignore[arg-type]
        "I2": percent + random.choice(["%", "%", ""]),
    }  # fmt: skip


NAMES = {
    "en": {"md": "mean difference", "OR": "odds ratio", "RR": "risk ratio", "HR": "hazard ratio"},
    "id": {"md": "selisih rerata", "OR": "rasio odds", "RR": "risiko relatif", "HR": "rasio hazard"},
}
TRIALS = {
    "en": ("Trial {letter}", "Study {k}", "{author} {year}", "{author} et al. ({year})"),
    "id": ("Uji {letter}", "Studi {k}", "{author} {year}", "{author} dkk. {year}"),
}
INTERVALS = {
    "en": (
        "({low} to {high})",
        "(95% CI {low} to {high})",
        "[95% CI: {low}, {high}]",
        ", 95% CI {low} to {high}",
        ", 95% CI [{low}, {high}]",
    ),
    "id": ("({low} sampai {high})", "(IK 95% {low} sampai {high})", "[IK 95%: {low}; {high}]"),
}
POOLED = {
    "en": ("Pooled {name} {value} {ci}", "The pooled {name} was {value} {ci}", "Overall, the {name} was {value} {ci}"),
    "id": ("{name} gabungan {value} {ci}", "Secara keseluruhan {name} adalah {value} {ci}"),
}
WITHIN = {
    "en": (", I² = {I2}, Q = {Q}, df = {df}, p {p}.", " (Q({df}) = {Q}, p {p}; I² = {I2}).",
           ". Heterogeneity: Chi² = {Q}, df = {df} (P {p}); I² = {I2}."),
    "id": (", I² = {I2}, Q = {Q}, df = {df}, p {p}.", " (Q({df}) = {Q}; p {p}; I² = {I2}).",
           ". Heterogenitas: Q = {Q}, db = {df}, p {p}, I² = {I2}."),
}  # fmt: skip
METHODS = {
    "en": ("", "We used the DerSimonian-Laird random-effects model.", "Trials were pooled with a fixed-effect model.",
           "Heterogeneity was estimated by restricted maximum likelihood."),
    "id": ("", "Digunakan model efek acak DerSimonian-Laird.", "Uji digabungkan dengan model efek tetap.",
           "Heterogenitas diperkirakan dengan REML."),
}  # fmt: skip
HEADS = {
    "en": ("Study", "{name} (95% CI)", "Total", "Overall"),
    "id": ("Studi", "{name} (IK 95%)", "Gabungan", "Total"),
}
AUTHORS = ("Adams", "Brown", "Chen", "Dewi", "Evans", "Fitri", "Green", "Hasan", "Ito")


def pooled_document(seed: int, language: str) -> tuple[list[Part], bool]:
    """The paragraphs, or the table, of one meta-analysis; whether it prints every trial."""
    random = Random(f"pooled document {seed} {language}")
    drawn, press = pool(random), TestPress(random, "it")
    press.bare_zero, comma = True, language == "id"
    printed = random.sample(drawn.trials, len(drawn.trials) - (len(drawn.trials) > 2 and random.random() < 0.2))
    places = random.choice([1, 2, 2, 3])

    def text(x: float) -> str:
        shown = show(Fraction(x), places, press.rounding, "−" if random.random() < 0.7 else "-")
        return shown.replace(".", ",") if comma else shown

    form = random.choice(INTERVALS[language])

    def interval(estimate: tuple[float, float]) -> tuple[str, str]:
        value, low, high = map(text, drawn.ends(estimate))
        return value, form.format(low=low, high=high)

    name, style = NAMES[language][drawn.kind], random.choice(TRIALS[language])
    names = [style.format(letter="ABCDEFGHI"[k], k=k + 1, author=AUTHORS[k], year=2001 + k) for k in range(9)]
    told = heterogeneity(random, drawn, press)
    told["p"] = told["p"] if told["p"][0] in "<>≤" else f"= {told['p']}"
    if comma:
        told = {part: each.replace(".", ",") if part != "p" else _comma(each) for part, each in told.items()}
    method = random.choice(METHODS[language][:3] if drawn.usual else (METHODS[language][0], METHODS[language][3]))
    whole = len(printed) == len(drawn.trials)
    if random.random() < 0.4:
        head = HEADS[language]
        rows = [[head[0], head[1].format(name=name[0].upper() + name[1:])]]
        form = INTERVALS[language][0]
        rows += [[each, " ".join(interval(t))] for each, t in zip(names, printed, strict=False)]
        rows.append([random.choice(head[2:]), " ".join(interval(drawn.pooled))])
        return [method or "Results.", rows, WITHIN[language][2].format(**told).lstrip(". ")], whole
    between, link = random.choice([". ", "; "]), random.choice([": ", " "])
    listed = between.join(f"{each}{link}{' '.join(interval(t))}" for each, t in zip(names, printed, strict=False))
    value, ci = interval(drawn.pooled)
    sentence = random.choice(POOLED[language]).format(name=name, value=value, ci=ci)
    sentence = sentence[0].upper() + sentence[1:] + random.choice(WITHIN[language]).format(**told)
    return [f"{method} {listed}. {sentence}".strip().replace(" ,", ",")], whole


def _comma(text: str) -> str:
    """A p with a comma, and its zero before it."""
    return text.replace("0.", "0,").replace(" .", " 0,").replace("<.", "<0,").replace("≤.", "≤0,")
