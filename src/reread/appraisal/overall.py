"""Which overall judgement do the answers to an instrument's items come to?

A rule is a function of the answers by item, of all answers that the instrument has, from the mildest to the most
severe, and of its items (none given: those answered). None where too little is answered: what nobody judged never
counts as good. Where an instrument has no rule of its own, the one here is ours, and `OURS` says so.

>>> robins_i = ("low", "moderate", "no information", "serious", "critical")
>>> worst_domain({"confounding": "critical", "missing": "no information"}, robins_i)
'critical'
>>> worst_domain({"classification": "low"}, robins_i, ("classification", "missing"))
'no information'
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

OURS = ("nhlbi_before_after", "jbi_quasi_experimental", "threats", "to_ask_about")
LEVELS = ("very low", "low", "moderate", "high")
LOWERED = {"not serious": 0, "serious": 1, "very serious": 2}
WITHOUT_JUDGEMENT = ("no information", "not checked")


def nhlbi_before_after(answers: Mapping[str, str], order: Sequence[str] = (), items: Iterable[str] = ()) -> str | None:
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


def jbi_quasi_experimental(
    answers: Mapping[str, str], order: Sequence[str] = (), items: Iterable[str] = ()
) -> str | None:
    """High risk without a control group and without repeated measurements; low if nothing fails; else unclear.

    >>> jbi_quasi_experimental({"control": "no", "repeated": "no", "similar": "no"})
    'high risk of bias'
    """
    if "control" not in answers or "repeated" not in answers:
        return None
    if answers["control"] != "yes" and answers["repeated"] != "yes":
        return "high risk of bias"
    if any(answer in ("no", "unclear") for answer in answers.values()):
        return "unclear risk of bias"
    return "low risk of bias" if set(items) <= answers.keys() else None


def threats(answers: Mapping[str, str], order: Sequence[str] = (), items: Iterable[str] = ()) -> str | None:
    """Open where a single threat is anything but unlikely, for one is enough to have made the change.

    >>> threats({"natural course": "certain", "drop-out": "unlikely"}), threats({"drop-out": "unlikely"})
    ('open', 'closed')
    """
    if set(answers.values()) - {"unlikely"}:
        return "open"
    return "closed" if answers and set(items) <= answers.keys() else None


def to_ask_about(answers: Mapping[str, str], order: Sequence[str] = (), items: Iterable[str] = ()) -> str | None:
    """Something to ask about where a single check is not answered no; nothing once every one of them is.

    >>> to_ask_about({"4.9": "unclear"}), to_ask_about({"4.9": "no"}, items=("4.8", "4.9"))
    ('something to ask about', None)
    """
    if {"yes", "unclear"} & set(answers.values()):
        return "something to ask about"
    answered = {item for item, answer in answers.items() if answer not in WITHOUT_JUDGEMENT}
    return "nothing to ask about" if answers and set(items) <= answered else None


def worst_domain(answers: Mapping[str, str], order: Sequence[str], items: Iterable[str] = ()) -> str | None:
    """The most severe of the answers; a domain that nobody judged stands where the order has “no information”.

    Where the instrument has no such answer, only the most severe one of all can be told before every domain is judged.

    >>> worst_domain({"missing": "low"}, ("low", "some concerns", "high"), ("missing", "randomisation")) is None
    True
    """
    if not answers:
        return None
    open_one = next((answer for answer in order if answer in WITHOUT_JUDGEMENT), None)
    told = [answers.get(item, open_one) for item in items or answers]
    if None in told and order[-1] not in told:
        return None
    return max((answer for answer in told if answer), key=list(order).index)


def grade(
    answers: Mapping[str, str], order: Sequence[str] = (), items: Iterable[str] = (), start: str = "low"
) -> str | None:
    """The level at which such studies start, lowered by one for each serious reason and by two for each very serious.

    >>> grade({"risk of bias": "very serious", "imprecision": "serious"}, start="low")
    'very low'
    >>> grade({"imprecision": "serious"}, start="high")
    'moderate'
    """
    if not answers or not set(items) <= answers.keys():
        return None
    lowered = sum(LOWERED.get(answer, 0) for answer in answers.values())
    return LEVELS[max(0, LEVELS.index(start) - lowered)]


RULES = {
    "nhlbi_before_after": nhlbi_before_after, "jbi_quasi_experimental": jbi_quasi_experimental,
    "worst_domain": worst_domain, "grade": grade, "threats": threats, "to_ask_about": to_ask_about,
}  # fmt: skip


def judged(
    rule: str, answers: Mapping[str, str], order: Sequence[str], items: Iterable[str], randomised: bool
) -> str | None:
    """The overall judgement by a rule's name; GRADE starts high for randomised studies."""
    if rule == "grade":
        return grade(answers, order, items, "high" if randomised else "low")
    return RULES[rule](answers, order, items)
