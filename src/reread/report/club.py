"""What does a journal club need on two sides of A4: the two answers, three numbers, five questions, and their answers?

Everything comes from the result files as they stand; long texts are cut, because the sheet has two sides and no more.
None where a stage failed or nobody has confirmed the study.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from reread.report.answers import answers
from reread.report.foreign import as_written
from reread.report.forms import forms
from reread.report.letter import plainest, points
from reread.report.render import render
from reread.report.results import Results
from reread.report.rows import benign, nothing
from reread.report.status import shown, worst
from reread.report.to_confirm import unconfirmed
from reread.study.verdict import verdict
from reread.words import Words

NUMBERS, QUESTIONS, POINTS, ROWS = 3, 5, 5, 4
TEXT, SAID, COLUMN, LONG = 190, 150, 240, 520  # characters of a text among others; in a row; in a column; of an answer
WAYS = ("more", "no difference", "less", "not printed")
OPEN_OR_FINE = ("consistent", "undecided")


def club_sheet(found: Results, words: Words, version: str, languages: Sequence[Mapping[str, str]] = ()) -> str:
    """The sheet as HTML text, with links to it in other languages; empty where there is none."""
    if unconfirmed(found) or not (found.ok("findings") and found.ok("appraisal")):
        return ""
    study = found["study"]
    cite = study.get("cite") or {}
    published = words("page.list").join(str(part) for part in (cite.get("authors"), cite.get("year")) if part)
    sheet = render(
        "club",
        words,
        languages=languages,
        title=cut(str(study.get("title") or found.study), SAID),
        published=published,
        second_hand=study.get("reported_by") or "",
        answers=[_short(each, found) for each in answers(found, words)],
        numbers=list(_numbers(found, words))[:NUMBERS],
        asked=[(about, ask, _fitting(tell)) for about, ask, tell in islice(_asked(found, words), QUESTIONS)],
        concessions=[cut(str(row["text"]), SAID) for row in found["appraisal"].get("concessions") or []][:ROWS],
        form=next((form for form in forms(found, words) if form["shown"] and form["answered"]), None),
        trials=_trials(found, words),
        unsigned=_unsigned(found),
        version=version,
    )
    return as_written(sheet, [found])


def _short(answer: dict[str, Any], found: Results) -> dict[str, Any]:
    """An answer without what stands among the numbers that matter."""
    because = [str((found["appraisal"].get("design") or {}).get("because", ""))]
    return {**answer, "lines": because if answer["key"] == "design" else answer["lines"][:2]}


def _fitting(lines: Sequence[str]) -> list[str]:
    """As many lines of an answer as there is room for, the last one cut."""
    kept, room = list[str](), LONG
    for line in lines:
        if line and room > SAID:
            kept.append(cut(line, room))
            room -= len(line)
    return kept


def cut(text: str, most: int) -> str:
    """A text of at most so many characters, ending with a whole sentence or word.

    >>> cut("One. Two of them.", 8), cut("a long word", 8)
    ('One. …', 'a long …')
    """
    text = " ".join(text.split())
    if len(text) <= most:
        return text
    ends = [match.end() for match in re.finditer(r"[.!?](?= )", text[:most])]
    kept = text[: ends[-1]] if ends and ends[-1] > most / 2 else text[:most].rpartition(" ")[0]
    return f"{kept} …"


def _numbers(found: Results, words: Words) -> Iterator[dict[str, Any]]:
    """What is printed and what the numbers allow; what else would print it; what the conclusion rests on; how many."""
    empty: dict[str, Any] = {
        **dict.fromkeys(("label", "lead", "printed", "allowed", "say"), ""),
        "bars": [],
        "line": None,
    }
    design = next((each for each in answers(found, words) if each["bars"]), None)
    short = [f["short"] for f in found.findings if f["status"] == "inconsistent" and f.get("short")]
    for row in short[: NUMBERS - bool(design)]:
        yield {**empty, "label": row["label"], "printed": row["printed"], "allowed": row["allowed"]}
    if design:
        lead = cut(str(found.values("rivals").get("bars_say") or ""), TEXT)
        yield {**empty, "lead": lead, "bars": design["bars"], "line": design["line"], "say": design["after"]}
    rests: dict[str, list[Mapping[str, Any]]] = {}
    for finding in found.findings:
        if finding.get("load_bearing") and finding["status"] in OPEN_OR_FINE and not short:
            rests.setdefault(finding["printed"], []).append(finding)
    for printed, listed in rests.items():
        status = shown(worst(each["status"] for each in listed), words)["word"]
        said = next((each for each in listed if each["status"] == "undecided"), listed[0])["words"]["allows"]
        yield {**empty, "label": printed, "say": words("club.of_status", status=status, said=cut(said, COLUMN))}
    if found["study"].get("n"):
        yield {**empty, "label": f"n = {found['study']['n']}", "say": words("club.people")}


def _asked(found: Results, words: Words) -> Iterator[tuple[str, str, list[str]]]:
    """What each question is about, the question, and its answer; those that this study is best for first.

    What stands in front is not told again overleaf.
    """
    appraisal, cause = found["appraisal"], _cause(found, words)
    key = verdict(found.findings)
    yield words("club.about.numbers"), words(f"club.ask.numbers.{key}"), _of_numbers(key, found, words)
    bars = next((each["bars"] for each in answers(found, words) if each["bars"]), None)
    shares = [bar["shown"] for bar in sorted(bars or [], key=lambda bar: int(bar["width"]))]
    ends = {"low": shares[0], "high": shares[-1]} if shares else {}
    of = "cause" if bars else "design"
    told = words(f"club.tell.{of}", **ends)
    yield words(f"club.about.{of}", cause=cause), words(f"club.ask.{of}", cause=cause), [told]
    claims = list(appraisal.get("claims") or [])
    opposed = next((claim for claim in claims if any(other["claim"] for other in claim["against"])), None)
    others = [claim for claim in claims if claim is not opposed]
    others.sort(key=lambda claim: not claim["bears"])  # what nothing bears on comes last
    yield from (_of_claim(claim, words) for claim in others[:1])
    if opposed:
        against = [other for other in opposed["against"] if other["claim"]][:2]
        stands = [words("club.tell.against", other=other["claim"], place=_place(other)) for other in against]
        asked = words("club.ask.against", claim=cut(opposed["claim"], TEXT))
        yield words("club.about.against"), asked, [*stands, _sentence(opposed["bears"])]
    ask = [_sentence(str(row["text"])) for row in appraisal.get("ask") or []]
    if ask:
        yield words("club.about.authors"), words("club.ask.authors"), ask[:ROWS]
    for of in ("practice", "sources"):
        yield words(f"club.about.{of}"), words(f"club.ask.{of}"), [words(f"club.tell.{of}")]
    yield from (_of_claim(claim, words) for claim in others[1:])


def _of_claim(claim: Mapping[str, Any], words: Words) -> tuple[str, str, list[str]]:
    key = "placed" if claim["bears"] else "placed_only"
    told = words(f"club.tell.{key}", bears=_sentence(claim["bears"]), place=_place(claim))
    return words("club.about.claim"), words("club.ask.claim", claim=cut(claim["claim"], TEXT)), [told]


def _of_numbers(key: str, found: Results, words: Words) -> list[str]:
    appraisal = found["appraisal"]
    if key == "no":
        return list(_readings([plainest(group) for group in points(found.findings)[:POINTS]], words))
    if key in ("yes", "slips"):
        return [words("club.tell.agree" if key == "yes" else "club.tell.slips")]
    absent = [str(row["text"]) for row in appraisal.get("not_printed") or []]
    if absent:
        return [words("club.tell.need", rows="; ".join(absent[:ROWS]))]
    ask = [str(row["text"]) for row in appraisal.get("ask") or []]
    return [words("club.tell.need_ask", rows=" ".join(ask[:ROWS]))] if ask else [words("club.tell.need_all")]


def _readings(findings: Sequence[Mapping[str, Any]], words: Words) -> Iterator[str]:
    """What would make each print agree; prints of which the same is to be said stand together."""
    said: dict[tuple[str, str], list[str]] = {}
    for each in findings:
        finding = dict(each)
        readings = benign(finding)
        key = ("agrees", readings[0]) if readings else ("nothing", nothing(finding, words))
        said.setdefault(key, []).append(finding["printed"])
    for (of, reading), prints in said.items():
        yield words(f"club.tell.{of}", printed="; ".join(prints), reading=reading)


def _trials(found: Results, words: Words) -> dict[str, Any]:
    """A row for each kind of controlled trial of the claimed cause, those that test it best first."""
    cause, rows = _cause(found, words), []
    for row in found["appraisal"].get("trials") or []:
        what = words("club.trials.alone", cause=cause) if row["alone"] else words("club.trials.beside")
        kind = words("club.trials.kind", groups=words(f"club.trials.{row['design']}"), what=what)
        rows.append({"kind": kind, "cells": [row[column] or "–" for column in ("trials", "people", *WAYS)]})
    return {
        "rows": rows,
        "none": words("club.trials.none", cause=cause),
        "head": [words(f"club.trials.{of}") for of in ("trials", "people", *WAYS)],
    }


def _unsigned(found: Results) -> bool:
    """Does anything on the sheet rest on judgements or claims that nobody has signed?"""
    appraisal = found["appraisal"]
    listed = [*(appraisal.get("claims") or []), *(appraisal.get("instruments") or [])]
    return any(row["by"] == "proposed" for row in listed)


def _cause(found: Results, words: Words) -> str:
    return str(found["study"].get("cause") or words("page.answers.design.any_cause"))


def _place(claim: Mapping[str, Any]) -> str:
    """Where a claim stands: the document where it is another one, and its first place there."""
    places = claim["places"][:1]
    return "; ".join(filter(None, [str(claim.get("document") or ""), *(str(each["place"]) for each in places)]))


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?")) or not text else ".")
