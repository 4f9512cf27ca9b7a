"""How strong must an unmeasured confounder be before an association of this size is none?

The E-value is the least risk ratio that it must have both with the exposure and with the outcome, beyond what was
measured, to bring the printed ratio to 1; of an interval, the end nearer to 1 counts. The bounding factor is the most
that two given strengths can move a risk ratio.

Source: VanderWeele & Ding 2017, doi:10.7326/M16-2607; Ding & VanderWeele 2016, doi:10.1097/EDE.0000000000000457; of a
cause whose prevalences are known: Schneeweiss 2006, doi:10.1002/pds.1200.

Smoking and cancer of the lung, 10.73 (8.02 to 14.36), as the R package EValue's README prints; formula milk and deaths,
3.9, as episensr's author does; and a joint bound of 2.386364 from three biases, of the first README:

>>> round(e_value(10.73), 5), round(e_value_of_interval(8.02, 14.36), 5)
(20.94777, 15.52336)
>>> round(e_value(3.9), 6), round(e_value_of_interval(1.8, 8.7), 2)
(7.263034, 3.0)
>>> round(bounding_factor(2, 1.5) * bounding_factor(1.25, 2.5) * 1.75, 6)
2.386364
"""

from __future__ import annotations

from math import exp, sqrt

LOG_RISK_RATIO_OF_D = 0.91  # π / √3 (Chinn 2000), halved for a common outcome


def e_value(ratio: float) -> float:
    """The E-value of a risk ratio, in either direction. Raises ValueError for a ratio that is not above 0.

    >>> round(e_value(0.8), 4) == round(e_value(1.25), 4), e_value(1)
    (True, 1.0)
    """
    if not ratio > 0:
        raise ValueError(f"a ratio of {ratio}")
    away = max(ratio, 1 / ratio)
    return away + sqrt(away * (away - 1))


def e_value_of_interval(low: float, high: float) -> float:
    """The E-value of the end nearer to 1; 1 where the interval holds 1."""
    if low <= 1 <= high:
        return 1.0
    return e_value(low if low > 1 else high)


def bounding_factor(with_exposure: float, with_outcome: float) -> float:
    """The most that a confounder with these risk ratios (both at least 1) can move a risk ratio by.

    A confounder of the E-value's strength on both sides moves it by all of it:

    >>> round(bounding_factor(e_value(3.9), e_value(3.9)), 12)
    3.9
    """
    if with_exposure < 1 or with_outcome < 1:
        raise ValueError(f"strengths of {with_exposure} and {with_outcome}, below 1")
    return with_exposure * with_outcome / (with_exposure + with_outcome - 1)


def bias_factor(ratio: float, exposed: float, unexposed: float) -> float:
    """By how much a risk ratio is moved by a binary cause of this prevalence in either group, and of this strength.

    (p₁ (RR − 1) + 1) / (p₀ (RR − 1) + 1), the same cause in both groups and no interaction: Schneeweiss 2006,
    doi:10.1002/pds.1200 (the array approach). His 1.5 comes to 0.6692, as episensr's tests have it:

    >>> round(1.5 / bias_factor(5.5, 0.5, 0.1), 4)
    0.6692
    """
    if ratio < 0 or not (0 <= exposed <= 1 and 0 <= unexposed <= 1):
        raise ValueError(f"a ratio of {ratio}, prevalences of {exposed} and {unexposed}")
    return (exposed * (ratio - 1) + 1) / (unexposed * (ratio - 1) + 1)


def strength_that_moves(moved: float, exposed: float, unexposed: float) -> float | None:
    """The risk ratio of a cause of these prevalences that moves a risk ratio by so much; None where none does.

    A cause in 25 % of the exposed and in 10 % of the others tips 1.2 at 2.54, as the README of the R package tipr
    prints (doi:10.21105/joss.04495); none of these prevalences moves a ratio by 2.5 or more:

    >>> round(strength_that_moves(1.2, 0.25, 0.10), 2), strength_that_moves(2.5, 0.25, 0.10)
    (2.54, None)
    """
    left = exposed - moved * unexposed
    return 1 + (moved - 1) / left if moved > 1 and left > 0 else None


def risk_ratio_of_common_odds(odds_ratio: float) -> float:
    """The square root of an odds ratio stands for the risk ratio where the outcome is common."""
    return sqrt(odds_ratio)


def risk_ratio_of_common_hazards(hazard_ratio: float) -> float:
    """(1 − .5^√HR) / (1 − .5^√(1/HR)), where the outcome is common.

    >>> round(risk_ratio_of_common_hazards(1), 12)
    1.0
    """
    return float((1 - 0.5 ** sqrt(hazard_ratio)) / (1 - 0.5 ** sqrt(1 / hazard_ratio)))


def risk_ratio_of_d(d: float) -> float:
    """exp(0.91 d): a standardised difference of means as the risk ratio of being high rather than low.

    VanderWeele & Ding 2017, doi:10.7326/M16-2607, table 2; the R package EValue takes the same.

    >>> round(risk_ratio_of_d(0.5), 3)
    1.576
    """
    return exp(LOG_RISK_RATIO_OF_D * d)
