"""How large must each bias be before two groups that do not differ print the result that a study rests on?

The rivals of two groups need no word in the study file: they are asked of the comparison that it rests on (`compared`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log

from reread.figures import smallest_bias
from reread.notebook.views import FigureView, RivalView, TableView
from reread.notebook.views.compared import CROSSED, Asked, asked, every
from reread.notebook.views.groups import hundred
from reread.numbers.show import number
from reread.rivals import between, rival
from reread.rivals.settings import Changeable
from reread.rivals.two_groups import FEW, HALF, Bias, Means, Pairs
from reread.study.values import Study
from reread.words import Words

KEY = "two_groups"
PERCENT = ("misjudged", "recorded", "recalled", "lost_events", "unreliable")  # sizes that are parts of 1
COUNTED = ("outcomes", "looks")
RATIOS = ("strength", "uneven", "bears", "bears_absent", *COUNTED)  # their scales are logarithmic
IN_ANSWER = 2
ONE = ("one-group", "single", "text")  # designs in which nobody is compared with others
JOINT = "two_at_once"
WHOLE = ("size", "outcomes", "low_lost", "high_lost", "low_some", "high_some", "bottom", "top",
         "k", "n", "j", "m", "rows")  # fmt: skip
P_VALUES = ("least_p", "most_p")
DECIMALS = {
    **dict.fromkeys(WHOLE, 0), **dict.fromkeys(("low", "high", "chance"), 1), **dict.fromkeys((*P_VALUES, "level"), 3)
}  # fmt: skip
FAR = 2.0  # beyond every scale


@dataclass(frozen=True)
class Found:
    """What one rival says: its name, and how large each of its biases must be."""

    rival: str
    bias: Bias


def names(study: Study) -> tuple[str, ...]:
    """The rivals that are asked of this study's comparison; none of a study that compares no two groups."""
    found = asked(study) if not study.file.design.kind.startswith(ONE) else None
    if found is None or (study.file.design.kind == CROSSED and not isinstance(found.groups.result, Pairs)):
        return ()
    return tuple(name for name in between() if _fits(found, name))


def biases(found: Asked, settings: Mapping[str, Changeable]) -> list[Found]:
    """Every bias that can be asked of a comparison; first what needs least of its scale, last what never is."""
    made = [
        Found(name, each)
        for name, its in settings.items()
        if _fits(found, name)
        for each in rival(name).simulate(found.groups, 0, its, {})
    ]
    return sorted(made, key=lambda each: FAR if (place := _place(each.bias, each.bias.few)) is None else place)


def _fits(found: Asked, name: str) -> bool:
    """Is the rival one of people who had both treatments, as the comparison is, or of two groups?"""
    asked = rival(name)
    return getattr(asked, "EITHER", False) or isinstance(found.groups.result, Pairs) == getattr(asked, "WITHIN", False)


def views(found: Asked, made: Sequence[Found], say: Words) -> Iterator[FigureView | TableView]:
    """One picture of all biases, and the same as a table."""
    params = told(found, made, say)
    rows = tuple(_row(each, say) for each in made)
    data = smallest_bias.SmallestBias(rows, say(f"{KEY}.head"), say(f"{KEY}.sizes"))
    yield FigureView(smallest_bias, data, f"{KEY}.{_key(found, made)}", params, f"smallest-bias-{found.test.name}")
    listed = [
        [_label(each, say), *(_size(each.bias, size, say) for size in (each.bias.few, each.bias.half)),
         hundred(each.bias.of[1], say)]
        for each in made
    ]  # fmt: skip
    yield TableView(f"biases-{found.test.name}", say.several(f"{KEY}.columns"), listed, f"{KEY}.table", params)


def notes(found: Asked, made: Sequence[Found], say: Words) -> list[str]:
    """What each rival rests on and cannot say, and last what none of them can."""
    told = [[say(key, **_told(each, found, say)) for key in _facts(each) if say.get(key, "")] for each in made]
    facts = [" ".join(sentences) for sentences in told if sentences]  # one of them may take up the other with "it"
    limits = [say(f"{name}.cannot") for name in dict.fromkeys(each.rival for each in made)]
    return [*facts, *limits, say(f"{KEY}.cannot_say", cause=_cause(found, say))]


def decides(found: Asked, made: Sequence[Found], say: Words) -> str:
    """The sentence of the second answer."""
    key = _key(found, made)
    return say(f"{KEY}.decides.{key}", **told(found, made, say)) if key != "nothing" else ""


def rival_view(study: Study, name: str, settings: Changeable, say: Words) -> RivalView:
    """What one rival alone shows, of the first comparison that it can be asked of."""
    tried = ((found, biases(found, {name: settings})) for found in every(study))
    found, made = next(((found, made) for found, made in tried if made), (None, []))
    if found is None:
        return RivalView([], {}, [say(f"{KEY}.not_asked")])
    bars = [
        {"label": _size(each.bias, size, say), "share": share, "low": share, "high": share, "reach": share}
        for each in made[:IN_ANSWER] for size, share in _reached(each.bias)
    ]  # fmt: skip
    return RivalView(
        list(views(found, made, say)), {"bars": bars, "bars_say": say(f"{KEY}.head")}, notes(found, made, say)
    )


def _reached(bias: Bias) -> list[tuple[float, float]]:
    """Sizes with what they reach: those of 5 and 50 of 100, else the largest."""
    found = [(size, share) for size, share in ((bias.few, FEW), (bias.half, HALF)) if size is not None]
    return found or [(bias.most, bias.of[1])]


def told(found: Asked, made: Sequence[Found], say: Words) -> dict[str, object]:
    """What the sentences need."""
    result = found.groups.result
    alone = [each for each in made if each.rival != JOINT]
    enough = [each for each in alone if each.bias.few is not None and each.bias.few > each.bias.none]
    clauses = [_clause(each, say) for each in _one_a_rival(enough)[:IN_ANSWER]]
    if isinstance(result, Means):
        of = "pairs" if isinstance(result, Pairs) else "means"
        chance, printed = result.reach(0.0), say(f"{KEY}.printed.{of}", d=number(result.d), t=number(result.t))
    else:
        chance = result.reach(result.pooled, result.pooled)
        parts = dict(zip(("k", "n", "j", "m"), (*result.high, *result.low), strict=True))
        printed = say(f"{KEY}.printed.shares", **parts)
    above = say(f"{KEY}.above.{'known' if found.known else 'unknown'}", lower=found.lower, higher=found.higher)
    return {
        "label": found.test.study.measured(found.test.owner).label, "above": above,
        "printed": printed, "chance": _of_hundred(chance), "cause": _cause(found, say),
        "clauses": say.joined(f"{KEY}.or", clauses),
    }  # fmt: skip


def _key(found: Asked, made: Sequence[Found]) -> str:
    """Is chance alone enough, a bias, or none of those that are tried?"""
    if any(each.bias.of[0] >= FEW for each in made):
        return "chance"
    return "enough" if any(each.bias.few is not None for each in made) else "nothing"


def _one_a_rival(made: Sequence[Found]) -> list[Found]:
    return list({each.rival: each for each in reversed(made)}.values())[::-1]


def _row(each: Found, say: Words) -> smallest_bias.BiasRow:
    bias = each.bias
    few, half = (_size(bias, size, say) for size in (bias.few, bias.half))
    right = f"{few} … {half}" if bias.few is not None and bias.half is not None else few
    if bias.few is not None and bias.half is None:
        right = say(f"{KEY}.from", few=few)
    begins, ends = (_size(bias, end, say) for end in (bias.none, bias.most))
    places = _place(bias, bias.few), _place(bias, bias.half)
    return smallest_bias.BiasRow(_label(each, say), *places, begins, ends, right)


def _place(bias: Bias, size: float | None) -> float | None:
    """Where on its scale a size stands, 0 to 1."""
    if size is None:
        return None
    if bias.name in RATIOS:
        return log(size / bias.none) / log(bias.most / bias.none)
    return (size - bias.none) / (bias.most - bias.none)


def _label(each: Found, say: Words) -> str:
    return say(f"{each.rival}.row.{each.bias.name}", **_numbers(each.bias))


def _clause(each: Found, say: Words) -> str:
    return say(f"{each.rival}.clause.{each.bias.name}", few=_size(each.bias, each.bias.few, say), **_numbers(each.bias))


def _size(bias: Bias, size: float | None, say: Words) -> str:
    """A size with its unit."""
    if size is None:
        return say(f"{KEY}.never")
    if bias.name in PERCENT:
        return say("page.percent", n=number(100 * size, 0 if size in (0, 1) or size >= 0.1 else 1))
    if bias.name in COUNTED or size in (bias.none, bias.most):
        return say(f"{KEY}.unit.{bias.name}", n=f"{size:.3g}")
    return say(f"{KEY}.unit.{bias.name}", n=number(size, 3 if bias.name == "icc" and size < 0.1 else 2))


def _facts(each: Found) -> list[str]:
    own = f"{each.bias.name}{_variant(each.bias)}"
    return [f"{each.rival}.fact.{name}" for name in (own, *each.bias.facts)]


def _variant(bias: Bias) -> str:
    """Which sentence its numbers need: of groups apart to the other side, of a p that no correlation brings to alpha.

    A p that is not below alpha to begin with has no sentence about what would bring it there.
    """
    apart, level = bias.told.get("apart", 0.0), bias.told.get("level")
    if not isinstance(apart, str) and apart < 0:
        return "_below"
    return "" if bias.name != "icc" or level else "_never" if level is None else "_already"


def _told(each: Found, found: Asked, say: Words) -> dict[str, str]:
    ends = found.groups.at_ends
    method = say(f"{KEY}.method.{'welch' if ends and ends.welch else 'student'}")
    groups = {"lower": found.lower, "higher": found.higher}
    return {**_numbers(each.bias), **groups, "alpha": number(found.groups.alpha), "method": method}


def _numbers(bias: Bias) -> dict[str, str]:
    """The other numbers of a bias, as sentences tell them; how far apart groups are is told as a size (`_variant`)."""
    told = {k: abs(v) if k == "apart" and not isinstance(v, str) else v for k, v in bias.told.items()}
    return {name: _written(name, value) for name, value in told.items()}


def _written(name: str, value: float | str) -> str:
    """A number as its name asks for: a count whole, a p with three decimals."""
    return value if isinstance(value, str) else number(value, DECIMALS.get(name, 2))


def _of_hundred(share: float) -> str:
    """So many of 100, with a decimal below 10."""
    return "< 0.1" if 0 < share < 0.001 else number(100 * share, 1 if share < 0.1 else 0)


def _cause(found: Asked, say: Words) -> str:
    return found.test.study.file.cause or say("page.answers.design.any_cause")
