"""Which overall judgement do the answers to an instrument's items come to?

A rule is a function of the answers by item; None where too little is answered. Where an instrument has no rule of its
own, the one here is ours, and `OURS` says so.

>>> worst_domain({"confounding": "critical", "missing": "no information"}, ("low", "moderate", "serious", "critical"))
'critical'
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

OURS = ("nhlbi_before_after", "jbi_quasi_experimental")
LEVELS = ("very low", "low", "moderate", "high")
LOWERED = {"not serious": 0, "serious": 1, "very serious": 2}
WITHOUT_JUDGEMENT = ("no information", "not checked")


def nhlbi_before_after(answers: Mapping[str, str], order: Sequence[str] = ()) -> str | None:
    """Poor if two or more of sample size, outcome, blinding, repeated measurements fail and time is not controlled.

    Good only with repeated measurements and none of these failing; else fair.

    >>> nhlbi_before_after({"sample size": "no", "outcome": "no", "blinding": "no", "repeated": "no"})
    'poor'
    """
    asked = ("sample size", "outcome", "blinding", "repeated")
    if any(item not in answers for item in asked):
        return None
    failing = [item for item in asked if answers[item] not in ("yes", "not applicable")]
    if "repeated" in failing:
        return "poor" if len(failing) > 1 else "fair"
    return "fair" if failing else "good"


def jbi_quasi_experimental(answers: Mapping[str, str], order: Sequence[str] = ()) -> str | None:
    """High risk without a control group and without repeated measurements; low if nothing fails; else unclear.

    >>> jbi_quasi_experimental({"control": "no", "repeated": "no", "similar": "no"})
    'high risk of bias'
    """
    if "control" not in answers or "repeated" not in answers:
        return None
    if answers["control"] != "yes" and answers["repeated"] != "yes":
        return "high risk of bias"
    fails = any(answer in ("no", "unclear") for answer in answers.values())
    return "unclear risk of bias" if fails else "low risk of bias"


def worst_domain(answers: Mapping[str, str], order: Sequence[str]) -> str | None:
    """The most severe of the answers; what gives no judgement counts for nothing.

    `order`: the answers from the mildest to the most severe. None where no domain is judged.
    """
    judged = [answer for answer in answers.values() if answer not in WITHOUT_JUDGEMENT]
    return max(judged, key=list(order).index) if judged else None


def grade(answers: Mapping[str, str], order: Sequence[str] = (), start: str = "low") -> str | None:
    """The level at which such studies start, lowered by one for each serious reason and by two for each very serious.

    >>> grade({"risk of bias": "very serious", "imprecision": "serious"}, start="low")
    'very low'
    >>> grade({"imprecision": "serious"}, start="high")
    'moderate'
    """
    if not answers:
        return None
    lowered = sum(LOWERED.get(answer, 0) for answer in answers.values())
    return LEVELS[max(0, LEVELS.index(start) - lowered)]


RULES = {
    "nhlbi_before_after": nhlbi_before_after, "jbi_quasi_experimental": jbi_quasi_experimental,
    "worst_domain": worst_domain, "grade": grade,
}  # fmt: skip


def judged(rule: str, answers: Mapping[str, str], order: Sequence[str], randomised: bool) -> str | None:
    """The overall judgement by a rule's name; GRADE starts high for randomised studies."""
    if rule == "grade":
        return grade(answers, order, "high" if randomised else "low")
    return RULES[rule](answers, order)
