"""Which findings does a reader see first, and what would make each of them agree?

At most seven rows: what cannot agree, then what the conclusion rests on, in the order in which the study file says it
rests on them. Beside every number that cannot agree stands what would make it agree, or that nothing tried does.
"""

from __future__ import annotations

from typing import Any

from reappraise.report.results import Results
from reappraise.report.status import shown
from reappraise.words import Words

AT_MOST = 7
IN_A_ROW = 2  # benign readings shown in the row; the table under "what would make the numbers agree" has all
RANK = {"inconsistent": 0, "undecided": 1, "consistent": 1, "not applicable": 2}


def matters(results: Results, words: Words) -> dict[str, Any]:
    """The rows that carry the conclusion, and how many more there are."""
    rests_on = list(results["study"].get("rests_on") or [])
    chosen = [f for f in results.findings if f["status"] == "inconsistent" or f.get("load_bearing")]
    chosen.sort(key=lambda finding: (RANK[finding["status"]], _first(finding, rests_on)))
    return {"rows": [_row(f, words) for f in chosen[:AT_MOST]], "more": max(0, len(chosen) - AT_MOST)}


def reconciling(results: Results, words: Words) -> list[dict[str, Any]]:
    """Every number that cannot agree, with its benign readings or what was tried in vain."""
    found = [f for f in results.findings if f["status"] == "inconsistent"]
    return [{"printed": f["printed"], "href": _href(f), "readings": benign(f), "tried": tried(f, words)} for f in found]


def benign(finding: dict[str, Any]) -> list[str]:
    """The rendered readings under which the finding would agree."""
    return [str(text) for text in (finding.get("words") or {}).get("benign") or []]


def tried(finding: dict[str, Any], words: Words) -> str:
    """The readings that were tried, as a sentence; empty where the finding names none."""
    rendered = str((finding.get("words") or {}).get("tried") or "")
    names = [words.get(f"departures.{name}.title", name.replace("_", " ")) for name in finding.get("tried") or []]
    return rendered or (words("page.agree.tried", tried=words("page.list").join(names)) if names else "")


def check_name(check: str, words: Words) -> str:
    """A check as the page calls it; one whose words have no title is called by its file's."""
    return words.get(f"checks.{check}.title", check.replace("_", " "))


def notes(finding: dict[str, Any], words: Words) -> list[str]:
    """What stands under the status: whether it crosses .05, whether it is only a slip."""
    crosses = [words("page.notes.decision_error")] if finding.get("decision_error") else []
    kind = finding.get("kind") or ""
    return crosses + ([words(f"page.notes.{kind}")] if kind in ("implausible", "cosmetic") else [])


def _row(finding: dict[str, Any], words: Words) -> dict[str, Any]:
    said = finding.get("words") or {}
    cannot = finding["status"] == "inconsistent"
    readings = benign(finding)[:IN_A_ROW] if cannot else []
    return {
        "printed": finding["printed"],
        "href": _href(finding),
        "must_hold": said.get("must_hold", ""),
        "allows": said.get("allows", ""),
        "readings": readings,
        "nothing": cannot and not readings,
        "status": shown(finding["status"], words),
        "notes": notes(finding, words),
    }


def _first(finding: dict[str, Any], rests_on: list[str]) -> int:
    return min((rests_on.index(role) for role in finding.get("roles") or [] if role in rests_on), default=len(rests_on))


def _href(finding: dict[str, Any]) -> str:
    """The opened row of the first number that the finding is about."""
    return f"#n-{finding['about'][0]}" if finding.get("about") else ""
