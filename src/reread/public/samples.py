"""Can the printed numbers of one sample all be true: its mean, SD, range, percentages?

Here `n` is the number of those who were measured, so that an answer can be decided; `complete=False` says that some of
them may be missing from the numbers.

>>> grim("5.19", n=28).status, grim("5.18", n=28).status, grim("5.19", n=28, complete=False).status
('inconsistent', 'consistent', 'undecided')
"""

from __future__ import annotations

from typing import Any

from reread.public.answer import Answer, ask

SCORES = "integer score"
SAMPLE = "groups.sample"


def grim(mean: str, n: int | str, items: int = 1, complete: bool = True) -> Answer:
    """Can n whole-number scores (each the mean of `items` whole answers) have this mean?"""
    return _ask("grim", {"mean": mean, "n": n}, "mean n", measure=SCORES, items=items, complete=complete)


def grimmer(mean: str, sd: str, n: int | str, items: int = 1, complete: bool = True) -> Answer:
    """Can n whole-number scores (each the mean of `items` whole answers) have this mean and this SD together?"""
    printed = {"mean": mean, "sd": sd, "n": n}
    return _ask("grimmer", printed, "mean sd n", measure=SCORES, items=items, complete=complete)


def debit(mean: str, sd: str, n: int | str, complete: bool = True) -> Answer:
    """Can n answers of yes or no have this mean and this SD together?"""
    printed = {"mean": mean, "sd": sd, "n": n}
    return _ask("debit", printed, "mean sd n", measure="binary", complete=complete)


def sd_limits(
    mean: str, sd: str, n: int | str, scale: tuple[int, int], items: int | None = None, complete: bool = True
) -> Answer:
    """Can n scores between the ends of this scale have this mean and this SD?

    `items`: each score is the mean of so many whole answers (1: is whole); without it any score on the scale will do.
    """
    about = {"measure": SCORES if items else "continuous", "items": items or 1, "scale": scale, "complete": complete}
    return _ask("sd_limits", {"mean": mean, "sd": sd, "n": n}, "mean sd n", **about)


def range_limits(
    minimum: str,
    maximum: str,
    *,
    mean: str | None = None,
    median: str | None = None,
    sd: str | None = None,
    n: int | str | None = None,
    complete: bool = True,
) -> Answer:
    """Can numbers from this least to this greatest one have this mean, median or SD?"""
    printed = {"minimum": minimum, "maximum": maximum, "mean": mean, "median": median, "sd": sd, "n": n}
    return _ask("range_limits", printed, "minimum maximum", complete=complete)


def percent_of_count(percent: str, n: int | str, count: int | str | None = None, complete: bool = True) -> Answer:
    """Is this the percentage of this count of n, or (without a count) of any count?"""
    printed = {
        "percent.it": percent,
        "count.it": count,
        "count.others": _others(n, count) if complete else None,
        "n": n,
    }
    return _ask("percent_of_count", printed, "percent.it n", complete=complete)


def _others(n: int | str, count: int | str | None) -> int | None:
    """How many of n are not in the count, where both are whole numbers (if not, the question says so)."""
    try:
        return int(n) - int(count or "") if int(n) >= int(count or "") else None
    except ValueError:
        return None


def _ask(question: str, printed: dict[str, Any], asked: str, **about: Any) -> Answer:
    """One sample as the only group of a test."""
    parts = [f"{SAMPLE}.{part}" for part in asked.split()]
    return ask(question, {f"{SAMPLE}.{part}": value for part, value in printed.items()}, parts, **about)
