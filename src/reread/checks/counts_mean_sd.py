"""Do the printed counts, with the stated codes, give the printed means and SDs?

Where counts add up to n, mean and SD (n − 1 or n) of the coded scores follow exactly. Both occasions are one finding,
because one reading (another coding, exchanged rows) must hold for both.

Source: arithmetic. Example: 18 scores of 0 and 2 of 2 have mean 0.20 and SD 0.62.

>>> mean, squares = moments({0: 18, 2: 2})
>>> float(mean), round(sd(squares, 20), 2)
(0.2, 0.62)
"""

from collections.abc import Iterator
from fractions import Fraction
from math import sqrt

from reread.numbers.show import number
from reread.statistics.conventions import DDOF
from reread.study.file import OCCASIONS
from reread.study.finding import Finding, about, meets
from reread.study.values import Study, Value


def check(study: Study) -> Iterator[Finding]:
    """One finding for each outcome whose categories have codes and counts that add up to n."""
    for name in study.file.outcomes:
        parts = [part for occasion in OCCASIONS if (part := _occasion(study, name, occasion))]
        if not parts:
            continue
        params = {
            "counts": "; ".join(part["counts"] for part in parts),
            "codes": ", ".join(f"{label} = {code}" for label, code in (study.codes(name) or {}).items()),
            "printed": " → ".join(part["printed"] for part in parts),
            "allowed": " → ".join(part["allowed"] for part in parts),
            "sums": "\n".join(part["sums"] for part in parts),
        }
        roles = tuple(value.role for part in parts for value in part["values"])
        counted = {label for occasion in OCCASIONS for label in study.counts(name, occasion)}
        roles += about(*(code for label, code in study.group(f"{name}.codes").items() if label in counted))
        yield Finding("counts_mean_sd", roles, params=params, **meets(all(part["agrees"] for part in parts)))


def _occasion(study: Study, name: str, occasion: str) -> dict | None:  # type: ignore[type-arg]
    counts, codes, n = study.counts(name, occasion), study.codes(name), study.n(name, occasion)
    mean, sd_value = study.get(f"{name}.{occasion}.mean"), study.get(f"{name}.{occasion}.sd")
    if not counts or codes is None or n is None or mean is None or not set(counts) <= set(codes):
        return None
    scores: dict[int, int] = {}
    for label, count in counts.items():
        scores[codes[label]] = scores.get(codes[label], 0) + count.integer
    if sum(scores.values()) != n.integer or n.integer < 2:
        return None
    exact, squares = moments(scores)
    agrees = mean.interval.contains(exact) and (sd_value is None or sd_fits(sd_value, squares, n.integer))
    shown = f"{number(exact)} ± {number(sd(squares, n.integer))}"
    terms = " + ".join(f"{k} × {code}" for code, k in scores.items())
    return {
        "agrees": agrees, "values": [v for v in (*counts.values(), mean, sd_value) if v], "allowed": shown,
        "counts": ", ".join(f"{count.shown} {label}" for label, count in counts.items()),
        "printed": mean.shown + (f" ± {sd_value.shown}" if sd_value else ""),
        "sums": f"({terms}) / {n.shown} = {number(exact)}; SD {number(sd(squares, n.integer), 3)}",
    }  # fmt: skip


def moments(scores: dict[int, int]) -> tuple[Fraction, Fraction]:
    """The mean of coded scores and their sum of squared deviations, exactly."""
    n = sum(scores.values())
    mean = Fraction(sum(code * k for code, k in scores.items()), n)
    return mean, sum((k * (code - mean) ** 2 for code, k in scores.items()), Fraction(0))


def sd(squares: Fraction, n: int, ddof: int = 1) -> float:
    """The SD of a sum of squared deviations."""
    return sqrt(squares / (n - ddof))


def sd_fits(printed: Value, squares: Fraction, n: int) -> bool:
    """Does the SD, with n − 1 or n, lie in the printed interval? Compared as squares, exactly."""
    low, high = max(printed.interval.low or Fraction(0), Fraction(0)), printed.interval.high
    return any(low**2 <= squares / (n - ddof) and (high is None or squares / (n - ddof) <= high**2) for ddof in DDOF)
