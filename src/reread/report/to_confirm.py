"""What did the program read by itself, and what do the checks say of it, before a person has confirmed anything?

Nothing here is an answer. The headline counts results, "as read, to confirm"; each result has one row that quotes the
document with its numbers marked, what cannot agree first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from reread.report.blocked import blocked
from reread.report.places import Places
from reread.report.results import Results
from reread.report.rows import benign, check_name
from reread.report.status import STATUS, shown
from reread.study.roles import owner
from reread.words import Words

AROUND, NEAR = 70, 25  # characters of the line before the first number and behind the last one; where all agrees
OF_ALL = "possible_value"  # asked of every number; where others were asked, too, it need not be named
ONLY_IF = "only_if"
TONES = {
    ONLY_IF: "undecided",
    "inconsistent": "undecided",
    "undecided": "undecided",
}  # never the colour of what a person has confirmed
TESTS = frozenset(("t", "F", "chi2", "z", "r", "Q", "U", "W", "H"))
NOT_STATISTICS = frozenset(("", "n", "alpha", "ci_level", "code", "df", "df1", "df2"))
Found = Mapping[str, Any]


def unconfirmed(results: Results) -> bool:
    """Does everything in these results rest on the program's reading alone?"""
    return results.ok("study") and results["study"].get("confirmed") is False


def answers_to_confirm(results: Results, words: Words) -> dict[str, tuple[str, list[str]]]:
    """What stands in place of each answer, by its key: the headline and the lines below it."""
    found = results["findings"].get("to_confirm") or []
    owners = _by_owner(found)
    bad, left = (sum(_worst(each) == status for each in owners.values()) for status in ("inconsistent", "undecided"))
    key = "cannot" if bad else "open" if left else "agree" if owners else "nothing"
    numbers = {"n": words.spelled(len(owners)), "bad": words.spelled(bad), "left": words.spelled(left)}
    key = f"page.to_confirm.say.{key}"
    if len(owners) == 1:
        say = words(f"{key}_alone")
    else:
        say = words.plural(key, left, **numbers) if left and not bad else words(key, **numbers)
    more = words.plural("page.to_confirm.also_open", left, n=words.spelled(left)) if bad and left else ""
    return {
        "numbers": (say, [more, _confirmed(results, words), covered(results, words)]),
        "design": (words("page.to_confirm.design_say"), [words("page.to_confirm.design")]),
    }


def _confirmed(results: Results, words: Words) -> str:
    """What is said of results that a person has confirmed by themselves."""
    owners = _by_owner(results.findings)
    bad = sum(_worst(each) == "inconsistent" for each in owners.values())
    if not owners:
        return ""
    key = "cannot" if bad else "agree"
    return words.plural(
        f"page.to_confirm.confirmed.{key}", len(owners), n=words.spelled(len(owners)), bad=words.spelled(bad)
    )


def covered(results: Results, words: Words) -> str:
    """How many of the tests in sentences, and of the statistics in tables, some check looked at."""
    looked = [*results.findings, *(results["findings"].get("to_confirm") or [])]
    used = {number for finding in looked for number in finding.get("about") or []}
    rows = set(results["study"].get("in_tables") or [])
    printed = [(row, f"{row['document']}:{row['line']}" in rows) for row in results.numbers]
    tests = [row["id"] in used for row, cell in printed if not cell and row["stat"] in TESTS]
    cells = [row["id"] in used for row, cell in printed if cell and row["stat"] not in NOT_STATISTICS]
    parts = [
        words(f"page.to_confirm.covered.{key}", used=str(sum(each)), n=str(len(each)))
        for key, each in (("tests", tests), ("cells", cells)) if each
    ]  # fmt: skip
    joined = words("page.list").join(parts)
    return words("page.to_confirm.covered.say", parts=joined) if parts else words("page.to_confirm.covered.none")


def to_confirm(results: Results, words: Words) -> dict[str, Any] | None:
    """The section, or None where a person has confirmed the study."""
    if not unconfirmed(results):
        return None
    found = results["findings"].get("to_confirm") or []
    owners = _by_owner(found)
    confirmed = _by_owner(results.findings)
    places = Places(results, words)
    rows = [
        *(_row(each, places, results, words, confirmed=True) for each in confirmed.values()),
        *(_row(each, places, results, words) for each in owners.values()),
    ]
    agree = [row for row in rows if not row["open"]]
    return {
        "notice": words(f"page.to_confirm.{'notice_in_part' if confirmed else 'notice'}"),
        "rows": [row for row in rows if row["open"]],
        "agree": agree,
        "agree_say": words.plural("page.to_confirm.agree", len(agree), n=words.spelled(len(agree))) if agree else "",
        "none": words("page.to_confirm.all_agree" if rows else "page.to_confirm.none"),
        "blocked": [_blocked(each, places, words) for each in blocked(results["study"].get("words") or [], found)],
        "suggested": [_suggestion(row, places, words) for row in results["study"].get("suggested") or []],
    }


def status_to_confirm(status: str, words: Words) -> dict[str, str]:
    """Mark, word and tone of a status that rests on the program's reading alone."""
    tone, mark = STATUS[TONES.get(status, status)]
    return {"tone": tone, "mark": mark, "word": words(f"page.to_confirm.status.{status}")}


def excerpt(line: str, spans: Iterable[tuple[int, int]], around: int = AROUND) -> list[tuple[str, bool]]:
    """The words of a line around some of its numbers, in pieces; True where a piece is to be marked.

    >>> excerpt("It rose, t(28) = 2.20, p = .36 in one.", [(11, 13), (27, 30)])
    [('It rose, t(', False), ('28', True), (') = 2.20, p = ', False), ('.36', True), (' in one.', False)]
    """
    marked = sorted(set(spans))
    if not marked:
        return [(line, False)] if line else []
    low, high = max(0, marked[0][0] - around), min(len(line), marked[-1][1] + around)
    low = line.find(" ", low) + 1 if low and line.find(" ", low) < marked[0][0] else low
    high = line.rfind(" ", marked[-1][1], high) if high < len(line) and " " in line[marked[-1][1] : high] else high
    pieces, at = [("… " if low else "", False)], low
    for start, end in marked:
        pieces += [(line[at:start], False), (line[start:end], True)]
        at = end
    pieces += [(line[at:high], False), (" …" if high < len(line) else "", False)]
    return [(text, mark) for text, mark in pieces if text]


def _by_owner(found: Sequence[Found]) -> dict[str, list[Found]]:
    """The findings about each result."""
    owners: dict[str, list[Found]] = defaultdict(list)
    for finding in found:
        owners[owner(finding["roles"][0])].append(finding)
    return owners


def _worst(found: Sequence[Found]) -> str:
    """The status of a result: that of its worst finding."""
    statuses = {finding["status"] for finding in found}
    return next((each for each in ("inconsistent", "undecided") if each in statuses), "consistent")


def _only_if(told: Sequence[Found]) -> str:
    """What all that is said of a result rests on, if anything: `only_if`, an adjustment for several tests."""
    said = {str((finding.get("unless") or {}).get("said", "")) for finding in told}
    return ONLY_IF if said == {ONLY_IF} else ""


def _row(
    found: Sequence[Found], places: Places, results: Results, words: Words, confirmed: bool = False
) -> dict[str, Any]:
    """One result: its quote, and what its findings say; of one that agrees, the quote alone.

    A person may have confirmed a result by itself: then its status stands as it is.
    """
    status = _worst(found)
    told = [finding for finding in found if finding["status"] == status]
    told = [finding for finding in told if finding["check"] != OF_ALL] or told
    around = AROUND if status in TONES else NEAR
    about = {number for finding in told for number in finding["about"]}
    numbers = [row for row in results.numbers if row["id"] in about]
    first = next((row for row in numbers if row["id"] == told[0]["about"][0]), None)
    same = [row for row in numbers if first and (row["document"], row["line"]) == (first["document"], first["line"])]
    spans = [span for row in same for span in places.span(row)]
    return {
        "open": status in TONES,
        "printed": words("page.list").join(dict.fromkeys(finding["printed"] for finding in told)),
        "checks": words("page.list").join(dict.fromkeys(check_name(finding["check"], words) for finding in told)),
        "quote": excerpt(places.lines.get(first["id"], ""), spans, around) if first else [],
        "lang": places.language_of(first["document"]) if first else "",
        "place": _place(first, places, words) if first else "",
        "must_hold": "; ".join(dict.fromkeys(finding["words"]["must_hold"] for finding in told)),
        "allows": "; ".join(dict.fromkeys(finding["words"]["allows"] for finding in told)),
        "readings": [reading for finding in told for reading in benign(dict(finding))],
        "status": shown(status, words) if confirmed else status_to_confirm(_only_if(told) or status, words),
    }


def _blocked(row: Mapping[str, Any], places: Places, words: Words) -> dict[str, Any]:
    """What words keep back: how many results, and the document's words."""
    quote, at = row["quote"], row["quote"].find(row["word"])
    method = words.get(f"terms.method.{row['why']}", row["why"])
    return {
        "say": words.plural(
            f"page.to_confirm.blocked.{row['kind']}", row["results"], n=words.spelled(row["results"]), method=method
        ),
        "quote": excerpt(quote, [(at, at + len(row["word"]))]) if at >= 0 else [(quote, False)],
        "lang": places.language_of(row["document"]),
        "place": _place(row, places, words),
    }


def _suggestion(row: Mapping[str, Any], places: Places, words: Words) -> dict[str, str]:
    kinds = {"design": "page.designs", "control": "page.controls"}
    named = words.get(f"{kinds[row['part']]}.{row['suggests']}", row["suggests"]) if row["part"] in kinds else ""
    return {
        "part": words.get(f"page.to_confirm.parts.{row['part']}", row["part"]),
        "suggests": named or row["suggests"],
        "quote": row["quote"],
        "lang": places.language_of(row["document"]),
        "place": _place(row, places, words),
    }


def _place(row: Mapping[str, Any], places: Places, words: Words) -> str:
    """Page, table and line; the file, too, where several were read."""
    if len(places.files) > 1:
        return places.named(row)
    return words("page.list").join(filter(None, (row.get("place"), words("page.to_confirm.line", line=row["line"]))))
