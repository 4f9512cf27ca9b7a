"""How do findings and explanations read, in a reader's language? Their values, in the words of `words/<language>`."""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Mapping
from functools import reduce
from string import Formatter
from typing import Any

from reread.explain import Explanation
from reread.explain.readings import Used
from reread.study.finding import Benign, Ends, Finding, Listed, Misprint, Param, Several, Short, Term
from reread.study.values import Study
from reread.words import Words

SOURCE = "Source: "
BY_HAND = 2  # lines
ADJUSTED = "adjusted_p"


def rendered(finding: Finding, study: Study, say: Words) -> dict[str, Any]:
    """The finding as it stands in findings.json, with its words."""
    key, params = f"checks.{finding.check}", in_words(finding.params, say)
    return {
        "id": finding.id, "check": finding.check, "title": say(f"{key}.title"), "roles": list(finding.roles),
        "about": finding.number_ids(study), "status": finding.status, "kind": finding.kind,
        "decision_error": finding.decision_error,
        "load_bearing": any(role in study.file.rests_on for role in finding.roles),
        "printed": say(f"{key}.printed", **params),
        "short": short(finding.short, say) if finding.short else None,
        "words": {
            "must_hold": say(f"{key}.must_hold", **params),
            "allows": allows(finding, say),
            "arithmetic": say(f"{key}.arithmetic", **params).split("\n"),
            "by_hand": by_hand(finding, say),
            "benign": readings(finding, say),
            "tried": tried(finding, say),
        },
        "benign_readings": [{"departure": b.departure, "params": b.params} for b in finding.benign],
        "tried": list(finding.tried), "blunt": list(finding.blunt),
        "misprints": {
            "fit": finding.misprints_that_fit,
            "some": [{"role": m.role, "printed": m.printed, "meant": m.meant} for m in finding.misprints],
        },
        "source": source(finding.check),
        "unless": {"said": finding.unless.kind, "method": finding.unless.name} if finding.unless else None,
    }  # fmt: skip


def by_hand(finding: Finding, say: Words) -> list[str]:
    """At most two lines for a calculator: the words that the check has for it, where it hands over what they need."""
    key, params = f"checks.{finding.check}", in_words(finding.params, say)
    own = say.get(f"{key}.by_hand", "")
    needed = {name for _, name, _, _ in Formatter().parse(own) if name}
    return say(f"{key}.{'by_hand' if own and needed <= set(params) else 'arithmetic'}", **params).split("\n")[:BY_HAND]


def allows(finding: Finding, say: Words) -> str:
    """What the other numbers allow; where it is left open although they do not fit, why."""
    told = say(
        f"checks.{finding.check}.{finding.say or finding.status.replace(' ', '_')}", **in_words(finding.params, say)
    )
    if finding.unless is None:
        return told
    method = say.get(f"terms.method.{finding.unless.name}", finding.unless.name)
    return say(f"findings.unless.{finding.unless.kind}", told=told, method=method)


def short(row: Short, say: Words) -> dict[str, str]:
    """The finding in one row of a small table."""
    label = say.named(row.label)
    label = say("page.answers.of", label=label, of=row.of) if row.of else label
    return {"label": label, "printed": in_word(row.printed, say), "allowed": in_word(row.allowed, say)}


def in_words(params: Mapping[str, Param], say: Words) -> dict[str, str]:
    """What a check hands over, in the reader's language."""
    return {name: in_word(value, say) for name, value in params.items()}


def in_word(value: Param, say: Words) -> str:
    """Figures as they are; ends, parts, terms and lists as the language joins and names them."""
    match value:
        case Ends(low, high):
            return f"{low} {say('terms.between.to')} {high}"
        case Term(kind, name):
            return say.get(f"terms.{kind}.{name}", name)
        case Several(parts, word):
            return f" {say.get(f'terms.between.{word}', word)} ".join(in_word(part, say) for part in parts)
        case Listed(entries, between):
            return between.join(_entry(name, each, say) for name, each in entries) or "–"
    return say.named(value)


def _entry(name: str, value: Param, say: Words) -> str:
    """One entry of a list, such as `Δ, SD before: 1.32`."""
    terms = ", ".join(say.get(f"terms.definition.{part}", part) for part in name.split(", "))
    return f"{terms}: {in_word(value, say)}"


def readings(finding: Finding, say: Words) -> list[str]:
    """Each benign reading as the end of "Agrees if …"; that p was adjusted for so many tests is one, of the fewest."""
    several = [each for each in finding.benign if each.departure == ADJUSTED]
    kept = [each for each in finding.benign if each not in several[1:]]
    more = f"departures.{ADJUSTED}.or_more"
    return [
        say(more, **each.params) if len(several) > 1 and each is several[0] else reading(each, say) for each in kept
    ]


def reading(benign: Benign, say: Words) -> str:
    """A benign reading as the end of "Agrees if …"."""
    parts = [_if(departure, benign.params, say) for departure in benign.departure.split("+")]
    return reduce(lambda first, second: say("findings.together", first=first, second=second), parts)


def _if(departure: str, params: dict[str, str], say: Words) -> str:
    key = f"departures.{departure}"
    named = {name: say.get(f"{key}.{name}.{value}", say.named(value)) for name, value in params.items()}
    return say(f"{key}.if", **named)


def tried(finding: Finding, say: Words) -> str:
    """What was tried in vain, for an inconsistent finding without a benign reading, and what would do with anything."""
    if finding.status != "inconsistent" or finding.benign:
        return ""
    sentences = []
    for kind, names in (("tried_none", finding.tried), ("tried_blunt", finding.blunt)):
        if names:
            sentences.append(say(f"findings.{kind}", tried="; ".join(say(f"departures.{n}.name") for n in names)))
    return " ".join([*(sentences or [say("findings.nothing_to_try")]), *_misprints(finding, say)])


def _misprints(finding: Finding, say: Words) -> Iterator[str]:
    """Whether a misprint of one of its numbers would do, as a question; and what speaks against it."""
    if not finding.misprints:
        yield say("findings.misprints.none")
        return
    for each in finding.misprints[:1]:
        yield say.plural("findings.misprints.asks", finding.misprints_that_fit, **_numbers(each, finding))
        for other in each.against[:1]:
            printed = say(f"checks.{other.check}.printed", **in_words(other.params, say))
            how = f" ({reading(other.benign[0], say)})" if other.benign else ""
            yield say("findings.misprints.against", printed=printed, number=each.printed, how=how)


def _numbers(each: Misprint, finding: Finding) -> dict[str, str]:
    return {"meant": each.meant, "number": each.printed, "n": str(finding.misprints_that_fit)}


def source(check: str) -> str:
    """Where a check comes from: the Source line of its file."""
    lines = (importlib.import_module(f"reread.checks.{check}").__doc__ or "").split("\n\n")
    found = next((part for part in lines if part.strip().startswith(SOURCE)), "")
    return " ".join(found.split()).removeprefix(SOURCE)


def told(each: Explanation, rank: int, say: Words) -> dict[str, Any]:
    """One explanation as it stands in explanations.json."""
    luck = each.coincidence
    return {
        "rank": rank, "departures": [_departure(used, say) for used in each.departures],
        "cost": _bits(sum(used.cost for used in each.departures)), "bits": _bits(each.bits),
        "reconciled": list(each.reconciled), "unreconciled": list(each.unreconciled),
        "datasets": {"count": each.data_sets, "ending": each.ending},
        "coincidence": None if luck is None else {
            "at_most": round(luck.limit, 4), "law": luck.law, "draws": luck.draws, "hits": luck.hits,
        },
        "alike": [[_departure(used, say) for used in other] for other in each.alike],
    }  # fmt: skip


def _departure(used: Used, say: Words) -> dict[str, Any]:
    params = dict(used.params)
    return {
        "id": used.id, "about": params, "cost": _bits(used.cost), "if": reading(Benign(used.id, params), say),
        "ask": say(f"departures.{used.id}.ask"),
    }  # fmt: skip


def _bits(value: float) -> float:
    return round(value, 2)
