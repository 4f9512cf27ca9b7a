"""How are claims shown: those of one document, and those of all documents side by side?

Those that something bears on come first. A relation of two claims is told at both, with the place of the other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from reread.report.results import Results
from reread.words import Words

RESTS_ON = ("own results", "own methods", "cited source", "unnamed source", "argument", "nothing told")
RELATIONS = ("against", "supported")


def claims(rows: Sequence[Mapping[str, Any]], words: Words) -> dict[str, Any]:
    """Claims that something bears on, the others, what they rest on, and whether a reader has still to sign."""
    shown = [_shown(row, words) for row in rows]
    weighed = [row for row in shown if row["bears"] or row["against"] or row["supported"]]
    counts = {relation: sum(bool(row[relation]) for row in weighed) for relation in RELATIONS}
    return {
        "weighed": weighed,
        "count": words.plural("page.claims.count", len(weighed), n=len(weighed), **counts),
        "others": [row for row in shown if row not in weighed],
        "rests": rests(rows, words),
        "unsigned": any(row["by"] == "proposed" for row in rows),
        "by": signed(str(rows[0]["by"]), words) if rows else "",
    }


def rests(rows: Iterable[Mapping[str, Any]], words: Words) -> str:
    """How many claims rest on what, as a sentence; empty where that is said of none."""
    counts = Counter(row.get("rests_on") or "" for row in rows)
    told = [f"{words(f'page.claims.rests_on.{what}')} ({counts[what]})" for what in RESTS_ON if counts[what]]
    return words("page.claims.rests", told=words("page.list").join(told)) if told else ""


def matrix(found: Iterable[Results], words: Words) -> dict[str, Any]:
    """The claims of every document: kind, what each rests on, and which others stand with it and against it."""
    groups, stated = [], list[Mapping[str, Any]]()
    for one in found:
        stage, page = one["appraisal"] if one.ok("appraisal") else {}, f"{one.study}/report.html"
        listed = list(stage.get("claims") or [])
        if listed:
            rows = [{**_shown(row, words, "", page), "href": f"{page}#claim-{row['name']}"} for row in listed]
            groups.append({"title": one["study"].get("title") or one.study, "rows": rows})
            stated += listed
    across = {key: sum(any(other["study"] for other in row.get(key) or []) for row in stated) for key in RELATIONS}
    count = words.plural("index.claims.count", len(stated), n=len(stated), texts=words.spelled(len(groups)), **across)
    return {"groups": groups, "count": count, "rests": rests(stated, words)}


def signed(by: str, words: Words) -> str:
    """By whom a row stands: the program, nobody yet, or a reader who signed."""
    return words(f"page.appraisal.by_{by}") if by in ("computed", "proposed") else words("page.appraisal.signed", by=by)


def _shown(row: Mapping[str, Any], words: Words, up: str = "../", here: str = "") -> dict[str, Any]:
    """A claim in words; `up` leads to the other studies' folders, `here` to the claims of its own study."""
    kind, rests_on = row.get("kind") or "", row.get("rests_on") or ""
    return {
        **row,
        "kind": words(f"page.claims.kinds.{kind}") if kind else "",
        "rests_on": words(f"page.claims.rests_on.{rests_on}") if rests_on else "",
        "places": _places(row["places"], words),
        "absent": words("page.claims.absent", tags=words("page.list").join(row["absent"])) if row["absent"] else "",
        **{relation: [_other(each, words, up, here) for each in row.get(relation) or []] for relation in RELATIONS},
    }


def _other(other: Mapping[str, Any], words: Words, up: str, here: str) -> dict[str, Any]:
    """A claim that this one stands with or against, with its place and a link to it."""
    page = f"{up}{other['study']}/report.html" if other["study"] else here
    return {
        "study": other["study"],
        "claim": other["claim"],
        "document": other["document"],
        "places": _places(other["places"], words),
        # without its words it is not in this run, and has no page to lead to
        "href": f"{page}#claim-{other['name']}" if other["claim"] else "",
    }


def _places(places: Iterable[Mapping[str, str]], words: Words) -> list[str]:
    """Each place, with its document's tag where there are several documents."""
    return [
        words("page.claims.in_document", tag=row["document"], place=row["place"]) if row["document"] else row["place"]
        for row in places
    ]
