"""Under which reading of the paper do which printed numbers agree, and how much else would fit as well?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from reread.explain.blocks import Block, blocks
from reread.notebook.views import TableView
from reread.study.roles import pack_of, role_name
from reread.study.values import Study
from reread.words import Words

KEY = "notebooks.reconstruction.explanations"
ENOUGH = 0.05


def view(study: Study, found: Sequence[Mapping[str, Any]], say: Words) -> TableView | None:
    """Every number in question by every reading, as printed first; None where nothing is in question."""
    if len(found) < 2:
        return None
    printed = [each for each in found if not each["departures"]]
    columns = [*printed, *(each for each in found if each["departures"])]
    asked = {name for each in found for name in each["unreconciled"]}
    rows = [
        [_number(block, study, say), *(_mark(block.name, each, say) for each in columns)]
        for block in blocks(study)
        if block.name in asked
    ]
    head = [say(f"{KEY}.number"), *(_column(each, k, say) for k, each in enumerate(columns))]
    return TableView("explanations", head, rows, KEY, {"best": _if(found[0], say)})


def notes(
    study: Study, found: Sequence[Mapping[str, Any]], findings: Sequence[Mapping[str, Any]], say: Words
) -> Iterator[str]:
    """What the best reading reconciles, how much else would fit, what is like it, and what nothing reconciles."""
    if len(found) < 2:
        return
    best = found[0]
    if not best["departures"]:
        yield say(f"{KEY}.as_printed")
        return
    printed = next(each for each in found if not each["departures"])
    newly = [name for name in best["reconciled"] if name not in printed["reconciled"]]
    yield say(f"{KEY}.best", reading=_if(best, say), numbers=_listed(newly, study, say))
    for others in best["alike"]:
        yield say(f"{KEY}.alike", reading=say(f"{KEY}.and").join(each["if"] for each in others))
    yield from _luck(best, say)
    rest = [name for name in best["unreconciled"] if name not in _never(found)]
    if rest:
        yield say(f"{KEY}.rest", numbers=_listed(rest, study, say))
    turned = [name for name in best["unreconciled"] if name in printed["reconciled"]]
    if turned:
        yield say(f"{KEY}.turned", numbers=_listed(turned, study, say))
    if _never(found):
        yield say(f"{KEY}.never", numbers=never(study, found, say))
    yield from _among_themselves(study, best, findings, say)
    yield say(f"{KEY}.ask", asked="; ".join(dict.fromkeys(each["ask"] for each in best["departures"])))


def never(study: Study, found: Sequence[Mapping[str, Any]], say: Words) -> str:
    """What stays unreconciled under every reading, in words."""
    return _listed(_never(found), study, say)


def _never(found: Sequence[Mapping[str, Any]]) -> list[str]:
    return [name for name in found[0]["unreconciled"] if all(name in each["unreconciled"] for each in found)]


def _among_themselves(
    study: Study, best: Mapping[str, Any], findings: Sequence[Mapping[str, Any]], say: Words
) -> Iterator[str]:
    """Numbers that the best reading does not reconcile, and that a check finds in order among themselves."""
    names, told_apart = best["unreconciled"], {*best["unreconciled"], *best["reconciled"]}
    block = {role: each.name for each in blocks(study) for role in each.roles}
    told: set[frozenset[str]] = set()
    for finding in findings:
        about = {block[role] for role in finding["roles"] if role in block}
        benign = finding["words"]["benign"]
        own, holds = frozenset(about & set(names)), finding["status"] == "consistent" or bool(benign)
        if len({pack_of(name) for name in own}) > 1 and about <= told_apart and holds and own not in told:
            told.add(own)
            how = say(f"{KEY}.if", reading=benign[0]) if benign else ""
            numbers = _listed([name for name in names if name in own], study, say)
            yield say(f"{KEY}.among", numbers=numbers, how=how)


def _luck(best: Mapping[str, Any], say: Words) -> Iterator[str]:
    luck = best["coincidence"]
    if luck:
        key = "little_else" if luck["at_most"] <= ENOUGH else "much_else"
        limit = f"{100 * luck['at_most']:.0f}"
        yield say(f"{KEY}.{key}", limit=limit, draws=luck["draws"], hits=say.spelled(luck["hits"]))
    else:
        yield say(f"{KEY}.not_counted")


def _column(each: Mapping[str, Any], k: int, say: Words) -> str:
    return say(f"{KEY}.printed") if not each["departures"] else say(f"{KEY}.reading", k=k)


def _if(each: Mapping[str, Any], say: Words) -> str:
    return say(f"{KEY}.and").join(departure["if"] for departure in each["departures"]) or say(f"{KEY}.printed")


def _mark(name: str, each: Mapping[str, Any], say: Words) -> str:
    state = "agrees" if name in each["reconciled"] else "not" if name in each["unreconciled"] else "untested"
    return say(f"{KEY}.{state}")


def _number(block: Block, study: Study, say: Words) -> str:
    return f"{_named(block.name, study, say)}: {say.named(', '.join(_prints(block, study)))}"


def _prints(block: Block, study: Study) -> Iterator[str]:
    """The printed numbers of a block; of counts with their percentages the counts, each with its category."""
    counted = [role for role in block.roles if ".count." in role] or list(block.roles)
    for role in counted:
        label = f" {role.rpartition('.')[2]}" if len(counted) > 1 else ""
        yield study.values[role].shown + label


def _named(name: str, study: Study, say: Words) -> str:
    labels = {outcome: about.label for outcome, about in study.file.outcomes.items()}
    inside = role_name(name, labels, say)
    return inside if len(labels) < 2 else f"{say.own(labels.get(name.partition('.')[0], ''))}, {inside}"


def _listed(names: Sequence[str], study: Study, say: Words) -> str:
    return ", ".join(_named(name, study, say) for name in names)
