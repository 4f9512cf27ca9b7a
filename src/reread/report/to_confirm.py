"""What did the program read by itself, and what do the checks say of it, before a person has confirmed anything?

Nothing here enters the two answers. Each row quotes the document with its numbers marked, and says "as read, to
confirm" beside every status.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from reread.report.places import Places
from reread.report.results import Results
from reread.report.rows import benign, check_name
from reread.report.status import STATUS
from reread.study.roles import owner
from reread.words import Words

AROUND = 70  # characters of the line before the first number and behind the last one
TONES = {"inconsistent": "undecided", "undecided": "undecided"}  # never the colour of what a person has confirmed


def unconfirmed(results: Results) -> bool:
    """Does everything in these results rest on the program's reading alone?"""
    return results.ok("study") and results["study"].get("confirmed") is False


def answers_to_confirm(results: Results, words: Words) -> dict[str, str]:
    """What stands in place of each answer, by its key."""
    found = results["findings"].get("to_confirm") or []
    key = "numbers" if found else "numbers_none"
    checked = words.spelled(len(_by_owner(found)))
    numbers = words(f"page.to_confirm.{key}", numbers=str(len(results.numbers)), checks=checked)
    return {"numbers": numbers, "design": words("page.to_confirm.design")}


def to_confirm(results: Results, words: Words) -> dict[str, Any] | None:
    """The section, or None where a person has confirmed the study."""
    if not unconfirmed(results):
        return None
    found = results["findings"].get("to_confirm") or []
    owners = _by_owner(found)
    open_ones = [owner for owner, each in owners.items() if any(f["status"] in TONES for f in each)]
    places = Places(results, words)
    return {
        "rows": [_row(f, places, results, words) for f in found if f["status"] in TONES],
        "agree": words("page.to_confirm.agree") if open_ones and len(open_ones) < len(owners) else "",
        "none": words("page.to_confirm.all_agree" if owners else "page.to_confirm.none"),
        "suggested": [_suggestion(row, places, words) for row in results["study"].get("suggested") or []],
    }


def status_to_confirm(status: str, words: Words) -> dict[str, str]:
    """Mark, word and tone of a status that rests on the program's reading alone."""
    tone, mark = STATUS[TONES.get(status, status)]
    return {"tone": tone, "mark": mark, "word": words(f"page.to_confirm.status.{status}")}


def excerpt(line: str, spans: Iterable[tuple[int, int]]) -> list[tuple[str, bool]]:
    """The words of a line around some of its numbers, in pieces; True where a piece is to be marked.

    >>> excerpt("It rose, t(28) = 2.20, p = .36 in one.", [(11, 13), (27, 30)])
    [('It rose, t(', False), ('28', True), (') = 2.20, p = ', False), ('.36', True), (' in one.', False)]
    """
    marked = sorted(set(spans))
    if not marked:
        return [(line, False)] if line else []
    low, high = max(0, marked[0][0] - AROUND), min(len(line), marked[-1][1] + AROUND)
    low = line.find(" ", low) + 1 if low and line.find(" ", low) < marked[0][0] else low
    high = line.rfind(" ", marked[-1][1], high) if high < len(line) and " " in line[marked[-1][1] : high] else high
    pieces, at = [("… " if low else "", False)], low
    for start, end in marked:
        pieces += [(line[at:start], False), (line[start:end], True)]
        at = end
    pieces += [(line[at:high], False), (" …" if high < len(line) else "", False)]
    return [(text, mark) for text, mark in pieces if text]


def _by_owner(found: Sequence[Mapping[str, Any]]) -> dict[str, list[Mapping[str, Any]]]:
    """The findings about each result."""
    owners: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for finding in found:
        owners[owner(finding["roles"][0])].append(finding)
    return owners


def _row(finding: Mapping[str, Any], places: Places, results: Results, words: Words) -> dict[str, Any]:
    numbers = [row for row in results.numbers if row["id"] in finding["about"]]
    first = next((row for row in numbers if row["id"] == finding["about"][0]), None)
    same = [row for row in numbers if first and (row["document"], row["line"]) == (first["document"], first["line"])]
    spans = [span for row in same for span in places.span(row)]
    said = finding["words"]
    return {
        "printed": finding["printed"],
        "check": check_name(finding["check"], words),
        "quote": excerpt(places.lines.get(first["id"], ""), spans) if first else [],
        "lang": places.language_of(first["document"]) if first else "",
        "place": places.named(first) if first else "",
        "must_hold": said["must_hold"],
        "allows": said["allows"],
        "readings": benign(dict(finding)),
        "status": status_to_confirm(finding["status"], words),
    }


def _suggestion(row: Mapping[str, Any], places: Places, words: Words) -> dict[str, str]:
    kinds = {"design": "page.designs", "control": "page.controls"}
    named = words.get(f"{kinds[row['part']]}.{row['suggests']}", row["suggests"]) if row["part"] in kinds else ""
    return {
        "part": words.get(f"page.to_confirm.parts.{row['part']}", row["part"]),
        "suggests": named or row["suggests"],
        "quote": row["quote"],
        "lang": places.language_of(row["document"]),
        "place": places.named(row),
    }
