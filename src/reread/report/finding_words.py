"""How does a finding read, in a reader's language? Words come from `words/<language>`, values from the finding."""

from __future__ import annotations

import importlib
import re
from collections.abc import Mapping
from dataclasses import asdict
from functools import reduce
from typing import Any

from reread.study.finding import Benign, Finding
from reread.study.values import Study
from reread.words import Words

SOURCE = "Source: "
BETWEEN = re.compile(r"(?<=\d) (to|or|and|with) (?=[−<]?\d)")  # a word between two numbers, as in “−0.98 to −0.42”
LISTS = ("defined", "rule", "each")  # parameters that list values after the names of definitions or of tests


def rendered(finding: Finding, study: Study, say: Words) -> dict[str, Any]:
    """The finding as it stands in findings.json, with its words."""
    key, params = f"checks.{finding.check}", in_words(finding.params, say)
    return {
        "id": finding.id, "check": finding.check, "title": say(f"{key}.title"), "roles": list(finding.roles),
        "about": finding.number_ids(study), "status": finding.status, "kind": finding.kind,
        "decision_error": finding.decision_error,
        "load_bearing": any(role in study.file.rests_on for role in finding.roles),
        "printed": say(f"{key}.printed", **params),
        "short": in_words(asdict(finding.short), say) if finding.short else None,
        "words": {
            "must_hold": say(f"{key}.must_hold", **params),
            "allows": say(f"{key}.{finding.say or finding.status.replace(' ', '_')}", **params),
            "arithmetic": say(f"{key}.arithmetic", **params).split("\n"),
            "benign": [reading(benign, say) for benign in finding.benign],
            "tried": tried(finding, say),
        },
        "benign_readings": [{"departure": b.departure, "params": b.params} for b in finding.benign],
        "tried": list(finding.tried), "source": source(finding.check),
    }  # fmt: skip


def in_words(params: Mapping[str, str], say: Words) -> dict[str, str]:
    """What a check hands over, with its few words (the test, the measure, definitions) in the reader's language."""
    return {name: _in_words(name, value, say) for name, value in params.items()}


def _in_words(name: str, value: str, say: Words) -> str:
    value = say.get(f"terms.{name}.{value}", value)
    if name in LISTS:
        value = re.sub(r"[^\n;]+", lambda found: _listed(found[0], say), value)
    return BETWEEN.sub(lambda found: f" {say(f'terms.between.{found[1]}')} ", value)


def _listed(entry: str, say: Words) -> str:
    """One entry of a list, such as `Δ, SD before: 1.32`."""
    name, colon, rest = entry.partition(": ")
    return ", ".join(_named(part, say) for part in name.split(", ")) + colon + _named(rest, say)


def _named(part: str, say: Words) -> str:
    bare = part.strip()
    return part.replace(bare, say.get(f"terms.definition.{bare}", bare)) if bare else part


def reading(benign: Benign, say: Words) -> str:
    """A benign reading as the end of "Agrees if …"."""
    parts = [_if(departure, benign.params, say) for departure in benign.departure.split("+")]
    return reduce(lambda first, second: say("findings.together", first=first, second=second), parts)


def _if(departure: str, params: dict[str, str], say: Words) -> str:
    named = {name: say.get(f"departures.{departure}.{name}.{value}", value) for name, value in params.items()}
    return say(f"departures.{departure}.if", **named)


def tried(finding: Finding, say: Words) -> str:
    """What was tried in vain, for an inconsistent finding without a benign reading."""
    if finding.status != "inconsistent" or finding.benign:
        return ""
    if not finding.tried:
        return say("findings.nothing_to_try")
    names = "; ".join(say(f"departures.{name}.name") for name in finding.tried)
    return say("findings.tried_none", tried=names)


def source(check: str) -> str:
    """Where a check comes from: the Source line of its file."""
    lines = (importlib.import_module(f"reread.checks.{check}").__doc__ or "").split("\n\n")
    found = next((part for part in lines if part.strip().startswith(SOURCE)), "")
    return " ".join(found.split()).removeprefix(SOURCE)
