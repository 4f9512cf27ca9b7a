"""Which shape has each result file? The public contract, as data, and what a file has that differs from it.

A type stands for its values, a set for one of its members, a pattern for text that it fits, a list for any number of
its first item, a tuple for one of several shapes, a dictionary for exactly its keys; {str: …} for any keys.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

NUMBERS = "id,document,line,start,end,text,stat,value,decimals,comparator,low,high,role,unsure,place"

FILLED = re.compile(r"(?s).*\S.*")
HASH = re.compile(r"[0-9a-f]{64}")
FIGURE = {
    "id": FILLED, "folded": bool, "say": FILLED, "caption": FILLED, "alt": FILLED,
    "wide": re.compile(r"figures/.+(?<!-slim)\.svg"), "slim": re.compile(r"figures/.+-slim\.svg"),
    "data": re.compile(r"figures/.+\.csv"), "head": [FILLED], "rows": [[str]],
}  # fmt: skip
TABLE = {
    "id": FILLED, "folded": bool, "title": str, "caption": FILLED, "head": [FILLED], "rows": [[str]],
    "data": re.compile(r"figures/.+\.csv"),
}  # fmt: skip
ENDINGS = {"all listed", "none exists", "stopped at cap"}
RANGE = {"least": (float, None), "greatest": (float, None), "of_all": bool}
REANALYSIS = {
    "of": FILLED, "rank": int, "reading": {"printed", "means", "counts", "reading"}, "departures": [FILLED],
    "datasets": {"count": (int, None), "ending": (ENDINGS, None)}, "narrowed": bool,
    "direction": {"up", "down", "even", "mixed", "open"},
    "tests": [
        {"test": FILLED, **RANGE, "below": {"all", "some", "none", "open"}, "of_data_sets": (float, None),
         "of_samples": (float, None)}
    ],
    "effects": [{"effect": FILLED, **RANGE}], "intervals": [{"interval": FILLED, **RANGE}],
}  # fmt: skip
BAR = {"label": FILLED, "share": float, "low": float, "high": float, "reach": float}
VALUES: dict[str, Any] = {
    "consistency": {"inconsistent": int},
    "reconstruction": {
        "tables": int, "ending": ENDINGS, "prints_none": bool,
        "exact_p_max": re.compile(r"\d*\.?\d+"), "direction": {"rise", "fall", "mixed"},
        "never": str, "reanalysis": [REANALYSIS],
    },
    "rivals": {"bars": [BAR], "bars_say": FILLED, "line": float, "line_say": FILLED},
}  # fmt: skip
FINDING = {
    "id": re.compile(r"[^/]+/[a-z0-9_]+"), "check": FILLED, "title": FILLED, "roles": [FILLED],
    "about": [re.compile(r"(?:[a-z0-9-]+:)?\d+\.\d+")],
    "status": {"consistent", "inconsistent", "undecided", "not applicable"},
    "kind": {"impossible", "implausible", "cosmetic", ""}, "decision_error": bool, "load_bearing": bool,
    "printed": FILLED, "short": ({"label": FILLED, "printed": FILLED, "allowed": FILLED}, None),
    "words": {
        "must_hold": FILLED, "allows": FILLED, "arithmetic": [str], "by_hand": [FILLED], "benign": [FILLED],
        "tried": str,
    },
    "benign_readings": [{"departure": FILLED, "params": {str: str}}], "tried": [FILLED], "blunt": [FILLED],
    "misprints": {"fit": int, "some": [{"role": FILLED, "printed": FILLED, "meant": FILLED}]},
    "source": str, "unless": ({"said": FILLED, "method": FILLED}, None),
}  # fmt: skip
JUDGED = {"item": FILLED, "judgement": str, "because": str, "place": str}
AT = {"document": str, "place": FILLED}
CITED_AT = {"text": FILLED, "sentence": FILLED, "line": int, "place": str}
ENTRY = {"text": FILLED, "line": int}
CITED = {
    "document": str, "style": {"author and year", "numbers", "raised numbers", ""},
    "listed": int, "cited": int, "in_text": int, "numbers": [int],
    "missing": [{**CITED_AT, "nearest": str}], "unused": [ENTRY], "twice": [[ENTRY]],
    "et_al": [{**CITED_AT, "entry": ENTRY}], "unclear": [{**CITED_AT, "entries": [ENTRY]}],
    "titles": [{**CITED_AT, "title": FILLED, "why": {"denies", "review"}}],
}  # fmt: skip
CLAIM = {"study": str, "document": str, "name": FILLED, "claim": str, "places": [AT]}
PLACED = {"text": FILLED, "place": str}
REPLY = {
    "by": FILLED, "received": str, "recorded": FILLED, "remark": str,
    "answers": [{
        "about": [FILLED], "answer": FILLED, "settles": {"yes", "partly", "no", "not judged"}, "where": str,
        "findings": [FILLED], "questions": [int],
    }],
}  # fmt: skip

# What takes the place of a result: the stage's own failure, or that it waits for another one.
PROBLEM = {"stage": FILLED, "file": FILLED, "place": str, "found": FILLED, "write": FILLED, "log": str} | {
    "others": [{"file": FILLED, "place": str, "found": FILLED, "write": FILLED}]
}
FAILED = {"ok": {False}, "study": FILLED, "problem": PROBLEM}
WAITS = {"ok": {False}, "study": FILLED, "waits_for": FILLED}

FILES: dict[str, Any] = {
    "study": {
        "ok": {True}, "study": FILLED, "confirmed": {True}, "title": FILLED, "language": FILLED, "written_in": FILLED,
        "untranslated": [FILLED], "n": str,
        "cite": {"authors": str, "year": (int, None), "where": str, "doi": str}, "reported_by": str, "cause": FILLED,
        "design": {"kind": FILLED, "control": FILLED, "paired": bool},
        "outcomes": [{"name": FILLED, "label": FILLED, "unit": str}], "parts": [FILLED], "rests_on": [FILLED],
        "roles": [FILLED],
        "mentions": [{"method": FILLED, "document": str, "line": int, "place": str, "quote": FILLED}],
        "registered": [{
            "kind": {"registration", "ethics"}, "document": str, "line": int, "place": str, "quote": FILLED,
        }],
    },
    "extract": {
        "ok": {True}, "study": FILLED,
        "read": [{"document": str, "file": FILLED, "sha256": HASH, "kind": {"original", "transcript"},
                  "encoding": str, "lost": [int]}],
        "differences": [{"role": FILLED, "original": str, "transcript": str}],
        "lines": {str: FILLED}, "texts": {str: [str]}, "quotes": {str: {"heading": str, "words": str}},
        "citations": [CITED],
    },
    "findings": {
        "ok": {True}, "study": FILLED, "findings": [FINDING], "to_confirm": [FINDING],
        "not_checked": [{"role": str, "text": FILLED, "why": FILLED}],
        "used_by": [{"role": FILLED, "by": FILLED}],
    },
    "explain": {"ok": {True}, "study": FILLED, "in_conflict": [FILLED], "never": [FILLED]},
    **{
        name: {
            "ok": {True}, "study": FILLED, "notebook": {name}, "values": values,
            "figures": [FIGURE], "tables": [TABLE], "notes": [FILLED], "asides": [FILLED],
        }
        for name, values in VALUES.items()
    },
    "appraisal": {
        "ok": {True}, "study": FILLED,
        "design": {
            "kind": FILLED, "tells": {"no", "partly", "yes"}, "say": FILLED, "because": FILLED, "open": [FILLED],
        },
        "computed": [{**JUDGED, "by": {"computed"}}], "balance": [FILLED],
        "instruments": [{
            "key": FILLED, "name": FILLED, "version": FILLED, "licence": FILLED, "source": FILLED, "shown": bool,
            "by": FILLED,
            "second": str, "overall": str, "rule": {"ours", "its own"},
            "items": [{
                "item": FILLED, "question": FILLED, "answer": str, "word": str, "status": FILLED, "because": str,
                "place": str, "facts": [{"text": FILLED, "place": str}],
                "second": ({"answer": FILLED, "word": FILLED, "status": FILLED}, None),
            }],
        }],
        "overall": [{"instrument": FILLED, "judgement": FILLED, "because": FILLED, "by": FILLED}],
        "concessions": [PLACED], "ask": [{"text": FILLED}], "not_printed": [PLACED],
        "untranslated": [FILLED],
        "claims": [{
            "name": FILLED, "claim": FILLED, "places": [AT], "absent": [str], "kind": str, "rests_on": str,
            "bears": str, "by": FILLED, "against": [CLAIM], "supported": [CLAIM],
        }],
        "trials": [{
            "design": FILLED, "alone": bool, "trials": int, "people": int, "more": int, "no difference": int,
            "less": int, "not printed": int,
        }],
        "reply": (REPLY, None),
    },
}  # fmt: skip


def keys(shape: Any) -> Iterator[str]:
    """Every name that a shape has a key for."""
    if isinstance(shape, dict):
        yield from (key for key in shape if isinstance(key, str))
        shape = tuple(shape.values())
    for part in shape if isinstance(shape, (list, tuple)) else ():
        yield from keys(part)


def mismatches(value: Any, shape: Any, place: str = "") -> Iterator[str]:
    """Every place where a value has not its shape."""
    if isinstance(shape, tuple):
        if all(any(mismatches(value, one)) for one in shape):
            yield f"{place}: {value!r} is none of {len(shape)} shapes"
    elif isinstance(shape, list):
        items = value if isinstance(value, list) else [value]
        yield from () if isinstance(value, list) else (f"{place}: no list",)
        for k, item in enumerate(items):
            yield from mismatches(item, shape[0], f"{place}[{k}]")
    elif isinstance(shape, dict):
        yield from _of_object(value, shape, place)
    elif not _fits(value, shape):
        yield f"{place}: {value!r} is not {getattr(shape, 'pattern', shape)}"


def _of_object(value: Any, shape: dict[Any, Any], place: str) -> Iterator[str]:
    if not isinstance(value, dict):
        yield f"{place}: no object"
        return
    expected = dict.fromkeys(value, shape[str]) if str in shape else shape
    for key in sorted(value.keys() ^ expected.keys()):
        yield f"{place}.{key}: {'not expected' if key in value else 'missing'}"
    for key in value.keys() & expected.keys():
        yield from mismatches(value[key], expected[key], f"{place}.{key}")


def _fits(value: Any, shape: Any) -> bool:
    if isinstance(shape, re.Pattern):
        return isinstance(value, str) and shape.fullmatch(value) is not None
    if isinstance(shape, set):
        return value in shape and not (isinstance(value, int) and not isinstance(value, bool))
    return value is None if shape is None else type(value) is shape
