"""Is the printed size of effect another one than its name says?

It would mean that r, f, η or a logarithm stands under the name of d, η² or a ratio, that an odds ratio is called a risk
ratio, or that η² is called ω². Where a paper says only “d”, every usual definition of it is admitted anyway; where the
study file states which d it is, another definition is tried here. Ask for the formula.

Source: Cohen 1988, Statistical Power Analysis for the Behavioral Sciences, 2nd edition (d, f, η² and r of one another).

>>> round(d_from_r(0.5), 3), round(eta2_from_cohen_f(0.25), 3)
(1.155, 0.059)
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import exp, inf, sqrt

from reread.departures import moved
from reread.study.comparison import Comparison, comparisons
from reread.study.ledger import RATIOS
from reread.study.values import Study, Value, shifted

ALONE = True

TWINS = {"OR": "RR", "RR": "OR", "eta2": "omega2", "omega2": "eta2"}


def d_from_r(r: float) -> float:
    """The d of two groups of one size with this correlation."""
    return 2 * r / sqrt(1 - r * r) if abs(r) < 1 else inf if r > 0 else -inf


def d_from_cohen_f(f: float) -> float:
    """Of two groups, f is half of d."""
    return 2 * f


def eta2_from_eta(eta: float) -> float:
    """η² of η; r² of r likewise."""
    return eta * eta


def eta2_from_cohen_f(f: float) -> float:
    """The share of variance with this f."""
    return f * f / (1 + f * f)


OF_TWO = {"r": d_from_r, "f": d_from_cohen_f}
OF_VARIANCE = {"η": eta2_from_eta, "f": eta2_from_cohen_f}
FORMULAS: dict[str, dict[str, Callable[[float], float]]] = {
    "d": OF_TWO,
    "g": OF_TWO,
    "eta2": OF_VARIANCE,
    "omega2": OF_VARIANCE,
    "r2": {"r": eta2_from_eta},
}


def variants(study: Study) -> Iterator[tuple[dict[str, str], Study]]:
    """Each printed size of effect under each other meaning that its value allows."""
    for each in comparisons(study):
        for part, other in TWINS.items():
            value = each.get(part)
            if value and each.get(other) is None:
                changed = {value.role: None, each.role_of(other): moved(value, each.role_of(other))}
                yield {"test": each.name, "effect": part, "meant": other}, study.with_values(changed)
        for part, formulas in FORMULAS.items():
            value = each.get(part)
            for meant, formula in formulas.items() if value and _plain(value) else ():
                if value and not (meant in ("r", "η") and abs(value.reported.value) >= 1):
                    yield (
                        {"test": each.name, "effect": part, "meant": meant},
                        study.with_values({value.role: _computed(value, formula, meant)}),
                    )
        yield from _logarithms(each)
        if each.about.d_is != "not stated" and each.get("d"):
            undefined = study.stating({each.role: {"d_is": "not stated"}})
            yield {"test": each.name, "effect": "d", "meant": "definition"}, undefined


def _plain(value: Value) -> bool:
    return value.interval.bounded and value.reported.value != 0


def _computed(value: Value, formula: Callable[[float], float], meant: str) -> Value:
    inside = value.interval.within(-1, 1) if meant == "r" else value.interval
    return shifted(value, (inside or value.interval).image(formula))


def _logarithms(comparison: Comparison) -> Iterator[tuple[dict[str, str], Study]]:
    """A ratio that is the logarithm of one, with its interval."""
    for part in RATIOS:
        value = comparison.get(part)
        if value and comparison.get("difference") is None and abs(value.reported.value) < 10:
            ends = [comparison.get(f"ci.{end}") for end in ("low", "high")]
            every = [value, *(end for end in ends if end and end.reported.value < 10)]
            changed = {each.role: shifted(each, each.reported.interval.image(_exp)) for each in every}
            yield {"test": comparison.name, "effect": part, "meant": "ln"}, comparison.study.with_values(dict(changed))


def _exp(x: float) -> float:
    return exp(x) if x < 700 else inf
