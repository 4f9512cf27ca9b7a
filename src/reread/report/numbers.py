"""What does every printed number stand for, which checks used it, and where does it stand?

One row a number that has a role or that a check used; a number printed in several places is one row with all of them.
The other numbers of the documents are listed without rows: reading them is shown, not hidden.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from fractions import Fraction
from math import inf
from typing import Any

from reread.report.places import Places
from reread.report.results import Results
from reread.report.rows import benign, check_name, notes, nothing, tried
from reread.report.status import shown, worst
from reread.report.to_confirm import status_to_confirm, unconfirmed
from reread.study.roles import role_name
from reread.words import Words

SHOWN_CHECKS = 3
DOI = re.compile(r"^(?:doi:)?(?=10\.\d{4,}/\S+$)")


def every_number(results: Results, words: Words) -> dict[str, Any]:
    """Groups of rows by outcome, and the other numbers by document and line."""
    places = Places(results, words)
    unread = unconfirmed(results)
    used = _used(results["findings"].get("to_confirm") or [] if unread else results.findings)
    beside: dict[str, list[str]] = defaultdict(list)
    for each in results["findings"].get("used_by") or []:
        beside[str(each["role"])].append(str(each["by"]))
    merged: dict[str, list[dict[str, str]]] = defaultdict(list)
    others = []
    for number in results.numbers:
        if number["role"] or number["id"] in used:
            merged[number["role"] or number["id"]].append(number)
        else:
            others.append(number)
    labels = {str(o["name"]): str(o.get("label") or o["name"]) for o in results["study"].get("outcomes") or []}
    groups: dict[str, list[dict[str, Any]]] = defaultdict(list)
    order = {role: k for k, role in enumerate(results["study"].get("roles") or [])}
    for same in sorted(merged.values(), key=lambda rows: order.get(rows[0]["role"].partition(";")[0], len(order))):
        group = words("page.to_confirm.linked") if unread else _group(same[0]["role"], labels, words)
        row = _row(same, used, beside, labels, places, words)
        groups[group].append(_to_confirm(row, same[0], words) if unread else row)
    listed = sorted(groups.items(), key=lambda g: _place(g[0], labels, words))
    count = words.plural("page.numbers.count", len(results.numbers), n=len(results.numbers))
    return {"groups": listed, "count": count, **_rest(others, places, words)}


def as_figure(number: Mapping[str, str]) -> str:
    """A number as printed; one that is printed as a word in figures, which every language reads.

    >>> as_figure({"text": "tujuh", "value": "7"}), as_figure({"text": "1,20", "value": "1.20"})
    ('7', '1,20')
    """
    return number["text"] if any(character.isdigit() for character in number["text"]) else number["value"]


def stands_for(number: Mapping[str, str], words: Words) -> str:
    """The values that a printed number stands for, in words."""
    low, high = (number[end].replace("-", "−") for end in ("low", "high"))
    if not (low or high):
        return words("page.numbers.anything")
    if not low:
        return words("page.numbers.at_most", high=high)
    if not high:
        return words("page.numbers.at_least", low=low)
    return words("page.numbers.exactly", low=low) if low == high else words("page.numbers.range", low=low, high=high)


def _row(
    same: list[dict[str, str]],
    used: Mapping[str, list[Any]],
    beside: Mapping[str, list[str]],
    labels: Mapping[str, str],
    places: Places,
    words: Words,
) -> dict[str, Any]:
    number = min(same, key=_width)  # the most precise of several prints
    findings = {f["id"]: f for one in same for f in used.get(one["id"], [])}
    for role in number["role"].split(";"):
        findings |= {f["id"]: f for f in used.get(f"role {role}", [])}
    names = list(dict.fromkeys(check_name(f["check"], words) for f in findings.values()))
    names += list(dict.fromkeys(by for role in number["role"].split(";") for by in beside.get(role, ())))
    name = role_name(number["role"], labels, words) if number["role"] else number["stat"].replace("_", " ")
    return {
        "name": name,
        "text": as_figure(number),
        "stands": stands_for(number, words),
        "checks": _listed(names, words),
        "key": (key := worst(f["status"] for f in findings.values())),
        "status": shown(key, words),
        "places": [places.of(one) for one in same],
        "findings": [_finding(f, words) for f in findings.values()],
    }


def _to_confirm(row: dict[str, Any], number: Mapping[str, str], words: Words) -> dict[str, Any]:
    """A row that rests on the program's reading alone says so beside every status."""
    findings = [{**f, "status": status_to_confirm(f["key"], words), "nothing": False} for f in row["findings"]]
    stat, parts = number["stat"], number["role"].partition(";")[0].split(".")[:-1]
    result = parts[1:2] if parts[:1] == ["tests"] else [" ".join(parts[:2])] if parts else []
    name = " ".join([words.get(f"page.roles.{stat.lower()}", stat), *(f"({one})" for one in result)])
    short = {**status_to_confirm(row["key"], words), "word": words("page.to_confirm.short")}
    return {**row, "name": name, "findings": findings, "status": short}


def _width(number: Mapping[str, str]) -> Fraction | float:
    ends = number["low"], number["high"]
    return Fraction(ends[1]) - Fraction(ends[0]) if all(ends) else inf


def _finding(finding: dict[str, Any], words: Words) -> dict[str, Any]:
    said = finding.get("words") or {}
    cannot = finding["status"] == "inconsistent"
    return {
        "id": finding.get("id", ""),
        "check": check_name(finding["check"], words),
        "key": finding["status"],
        "status": shown(finding["status"], words),
        "notes": notes(finding, words),
        "must_hold": said.get("must_hold", ""),
        "allows": said.get("allows", ""),
        "arithmetic": list(said.get("arithmetic") or []),
        "benign": benign(finding),
        "nothing": nothing(finding, words),
        "tried": tried(finding, words) if cannot else "",
        **_source(finding.get("source") or "", words),
    }


def _source(source: str, words: Words) -> dict[str, str]:
    """Where a check comes from: what is no reference, in words, and its references, without the example behind them."""
    cited = source.partition(" Example")[0].rstrip(".")
    first, _, others = cited.partition("; ")
    named = words.get(f"page.numbers.sources.{first.partition(' (`')[0]}", "")
    cited = others if named else cited
    return {"named": named, "source": cited, "doi": DOI.sub("", cited) if DOI.match(cited) else ""}


def _used(findings: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """The findings about each number id, and about each role (keyed apart, as a role may read like an id)."""
    used: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for finding in findings:
        for key in [*(finding.get("about") or []), *(f"role {role}" for role in finding.get("roles") or [])]:
            used[key].append(finding)
    return used


def _listed(names: list[str], words: Words) -> str:
    if not names:
        return words("page.numbers.no_check")
    more = f" +{len(names) - SHOWN_CHECKS}" if len(names) > SHOWN_CHECKS else ""
    return words("page.list").join(names[:SHOWN_CHECKS]) + more


def _group(role: str, labels: Mapping[str, str], words: Words) -> str:
    if not role:
        return words("page.numbers.unclaimed")
    return labels.get(role.split(".")[0], words("page.numbers.study"))


def _place(group: str, labels: Mapping[str, str], words: Words) -> int:
    order = [
        words("page.to_confirm.linked"),
        words("page.numbers.study"),
        *labels.values(),
        words("page.numbers.unclaimed"),
    ]
    return order.index(group)


def _rest(others: list[dict[str, str]], places: Places, words: Words) -> dict[str, Any]:
    """The numbers without a role, as printed, by document and line."""
    files: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for number in others:
        file = places.files.get(number["document"], number["document"])
        files[file][words("page.numbers.line", line=number["line"])].append(as_figure(number))
    listed = [(file, [(line, texts) for line, texts in lines.items()]) for file, lines in files.items()]
    count = words.plural("page.numbers.other_count", len(others), n=words.spelled(len(others)))
    return {"others": listed, "others_count": count}
