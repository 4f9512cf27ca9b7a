"""What is said of a document's citations: a sentence of what there is, and a row for each that a person may look at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from reread.report.club import cut
from reread.report.results import Results
from reread.words import Words

KINDS = ("missing", "unused", "twice", "et_al", "unclear", "titles")
LONG = 260  # characters of a sentence or an entry
Row = dict[str, Any]


def citations(found: Results, words: Words) -> list[dict[str, Any]]:
    """For each document with citations or a list: what there is, what stands out, and the rows behind it."""
    return [_of_document(each, found, words) for each in found["extract"].get("citations") or []]


def _of_document(cited: Mapping[str, Any], found: Results, words: Words) -> dict[str, Any]:
    rows = [row for kind in KINDS for row in _rows(kind, cited, found, words)]
    said = [
        words.plural(f"page.citations.counts.{kind}", len(cited[kind]), n=words.spelled(len(cited[kind])))
        for kind in KINDS
        if cited[kind]
    ]
    return {
        "document": cited["document"],
        "there": _there(cited, words),
        "count": "; ".join([said[0], *(each[:1].lower() + each[1:] for each in said[1:])]) + "." if said else "",
        "rows": rows,
        "whole": words("page.citations.whole") if _both(cited) and not rows else "",
    }


def _both(cited: Mapping[str, Any]) -> bool:
    return bool(cited["style"] and cited["listed"] and cited["in_text"])


def _there(cited: Mapping[str, Any], words: Words) -> str:
    """How many references there are, and how many of them the text cites; or what could not be put together."""
    counts = {key: cited[key] for key in ("listed", "cited", "in_text")}
    if _both(cited):
        return words("page.citations.both", **counts)
    if cited["listed"]:
        return words("page.citations.only_list", **counts)
    key = "only_numbers" if cited["numbers"] else "only_names"
    return words(f"page.citations.{key}", **counts, numbers=words("page.list").join(map(str, cited["numbers"])))


def _rows(kind: str, cited: Mapping[str, Any], found: Results, words: Words) -> Iterator[Row]:
    what = words(f"page.citations.kinds.{kind}")
    for each in cited[kind]:
        if kind == "unused":
            yield {"what": what, "text": "", "place": "", "list": [cut(each["text"], LONG)], "why": ""}
        elif kind == "twice":
            yield {"what": what, "text": "", "place": "", "list": [cut(one["text"], LONG) for one in each], "why": ""}
        else:
            yield {"what": what, **_cited(each, found, words), **_listed(kind, each, words)}


def _cited(mark: Mapping[str, Any], found: Results, words: Words) -> Row:
    """The sentence that cites, and where it stands."""
    place = mark["place"] or words("page.numbers.line", line=mark["line"])
    return {"text": cut(mark["sentence"], LONG), "place": place}


def _listed(kind: str, mark: Mapping[str, Any], words: Words) -> Row:
    """What the list has for it."""
    if kind == "missing":
        near = (
            words("page.citations.nearest", entry=mark["nearest"]) if mark["nearest"] else words("page.citations.none")
        )
        return {"list": [mark["text"], near], "why": ""}
    if kind == "titles":
        return {"list": [cut(mark["title"], LONG)], "why": words(f"page.citations.why.{mark['why']}")}
    entries = [mark["entry"]] if kind == "et_al" else mark["entries"]
    return {"list": [cut(entry["text"], LONG) for entry in entries], "why": ""}
