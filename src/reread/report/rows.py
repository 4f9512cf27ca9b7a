"""Which findings does a reader see first, and what would make each of them agree?

At most seven rows: what cannot agree, then what the conclusion rests on, in the order in which the study file says it
rests on them. Beside every number that cannot agree stands what would make it agree, or that nothing tried does.
"""

from __future__ import annotations

from typing import Any

from reread.report.replies import Replies
from reread.report.results import Results
from reread.report.status import shown
from reread.words import Words

AT_MOST = 7
IN_A_ROW = 2  # benign readings shown in the row; the table under "what would make the numbers agree" has all
RANK = {"inconsistent": 0, "undecided": 1, "consistent": 1, "not applicable": 2}


def matters(results: Results, words: Words) -> dict[str, Any]:
    """The rows that carry the conclusion, and what is said of those that are left."""
    rests_on = list(results["study"].get("rests_on") or [])
    chosen = [f for f in results.findings if f["status"] == "inconsistent" or f.get("load_bearing")]
    chosen.sort(key=lambda finding: (RANK[finding["status"]], _first(finding, rests_on)))
    told = {finding["printed"] for finding in chosen if finding["status"] == "inconsistent"}
    chosen = [f for f in chosen if f["status"] == "inconsistent" or f["printed"] not in told]
    groups = _grouped(chosen)
    left = groups[AT_MOST:]
    bad = any(finding["status"] == "inconsistent" for group in left for finding in group)
    more = words.plural(f"page.matters.{'more_bad' if bad else 'more'}", len(left), n=words.spelled(len(left)))
    replies = Replies(results, words)
    return {"rows": [_row(group, replies, words) for group in groups[:AT_MOST]], "more": more if left else ""}


def reconciling(results: Results, words: Words) -> list[dict[str, Any]]:
    """Every number that cannot agree, with its benign readings or what was tried in vain."""
    groups = _grouped([f for f in results.findings if f["status"] == "inconsistent"])
    return [
        {"printed": group[0]["printed"], "href": _href(group[0]), "parts": [_reconciled(f, words) for f in group]}
        for group in groups
    ]


def _reconciled(finding: dict[str, Any], words: Words) -> dict[str, Any]:
    readings = benign(finding)
    return {
        "check": check_name(finding["check"], words),
        "readings": readings,
        "nothing": nothing(finding, words),
        "tried": "" if readings else tried(finding, words),
    }


def _grouped(findings: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """Findings about the same print stand in one row, in the order of the first."""
    groups: dict[str, list[dict[str, Any]]] = {}
    for finding in findings:
        groups.setdefault(finding["printed"], []).append(finding)
    return list(groups.values())


def benign(finding: dict[str, Any]) -> list[str]:
    """The rendered readings under which the finding would agree."""
    return [str(text) for text in (finding.get("words") or {}).get("benign") or []]


def tried(finding: dict[str, Any], words: Words) -> str:
    """The readings that were tried, as a sentence; empty where the finding names none."""
    rendered = str((finding.get("words") or {}).get("tried") or "")
    names = [name for key in finding.get("tried") or [] if (name := words.get(f"departures.{key}.name", ""))]
    return rendered or (words("page.agree.tried", tried=words("page.list").join(names)) if names else "")


def check_name(check: str, words: Words) -> str:
    """A check as the page calls it; one whose words have no title is called by its file's."""
    return words.get(f"checks.{check}.title", check.replace("_", " "))


def notes(finding: dict[str, Any], words: Words) -> list[str]:
    """What stands under the status: whether it crosses .05, whether it is only a slip."""
    crosses = [words("page.notes.decision_error")] if finding.get("decision_error") else []
    kind = finding.get("kind") or ""
    return crosses + ([words(f"page.notes.{kind}")] if kind in ("implausible", "cosmetic") else [])


def _row(group: list[dict[str, Any]], replies: Replies, words: Words) -> dict[str, Any]:
    worst = min(group, key=lambda finding: RANK[finding["status"]])
    return {
        "printed": group[0]["printed"],
        "href": _href(group[0]),
        "parts": [_part(finding, words) for finding in group],
        "status": shown(worst["status"], words),
        "notes": list(dict.fromkeys(note for finding in group for note in notes(finding, words))),
        "answered": replies.to_any(finding.get("id", "") for finding in group),
    }


def nothing(finding: dict[str, Any], words: Words) -> str:
    """What is said of a finding that cannot hold and has no benign reading: that nothing does, or what might."""
    if finding["status"] != "inconsistent" or benign(finding):
        return ""
    misprints, blunt = (finding.get("misprints") or {}).get("fit"), finding.get("blunt")
    return words(f"page.agree.{'misprint' if misprints else 'blunt' if blunt else 'nothing'}")


def _part(finding: dict[str, Any], words: Words) -> dict[str, Any]:
    allows = (finding.get("words") or {}).get("allows", "")
    return {"allows": allows, "readings": _named(finding, words)[:IN_A_ROW], "nothing": nothing(finding, words)}


def _named(finding: dict[str, Any], words: Words) -> list[str]:
    """The readings under which a finding that cannot hold would, by their names: they are told further down."""
    if finding["status"] != "inconsistent":
        return []
    made = [each["departure"].split("+") for each in finding.get("benign_readings") or []]
    named = ([words(f"departures.{name}.name") for name in names] for names in made)
    return list(dict.fromkeys(map(words("page.list").join, named)))


def _first(finding: dict[str, Any], rests_on: list[str]) -> float:
    ranks = [rests_on.index(role) if role in rests_on else len(rests_on) for role in finding.get("roles") or [""]]
    return ranks[0] if ranks[0] < len(rests_on) else min(ranks) + 0.5


def _href(finding: dict[str, Any]) -> str:
    """The opened row of the first number that the finding is about."""
    return f"#n-{finding['about'][0]}" if finding.get("about") else ""
