"""What is said of one document among many, and which comes first?

First what cannot agree as read: where it crosses .05, then the rest; then what is not decided; then what agrees; then
what nothing could be asked of; last what could not be read. Within each, the document with more such findings.
"""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from reread.files.problem import Problem
from reread.public.paper import read, read_text

CLASSES = ("crosses", "inconsistent", "undecided", "consistent", "nothing", "unread")
COLUMNS = (
    "rank", "document", "class", "crosses", "inconsistent", "undecided", "consistent", "numbers", "typed",
    "printed", "must_hold", "allowed", "place", "quote", "problem", "sha256",
)  # fmt: skip
SAMPLE = """
Of 40 women, 12 (30%) stayed. It rose, t(28) = 2.20, p = .063, d = 0.40, 95% CI [0.1, 0.9]; F(1, 38) = 4.1.
Responden dibagi dua; rerata 24,78 (SD 4,10), nilai p = 0,012. OR 2.10 (95% CI 1.20 to 3.70), p = .01 (Bonferroni).

Table 1. Characteristics

Characteristic | First (n = 40), n (%) | Second (n = 40), n (%) | p
Women | 22 (55.0%) | 20 (50.0%) | .65
Age, mean ± SD | 30.2 ± 4.1 | 31.0 ± 3.9 | .37

Table 2. Mean ± SD

Outcome | First (n = 40) | Second (n = 40) | t | df | p | 95% CI
Pain | 4.20 ± 1.10 | 5.00 ± 1.20 | -3.11 | 78 | .003 | -1.31 to -0.29

Variable | B | SE | OR (95% CI) | p
Age | 0.40 | 0.10 | 1.49 (1.23 to 1.81) | < .001

Source | SS | df | MS | F | p
Between | 20.0 | 1 | 20.0 | 5.00 | .03
"""


def ready() -> None:
    """Load all that reading takes, once, before work is shared out: what each document would make for itself.

    Half of the time of a document went into patterns that every one needs, of words and of heads of tables.
    """
    from reread.documents import docx, html, jats, markdown, pdf, plain  # noqa: F401

    _ = read_text(SAMPLE).results
    gc.collect()
    gc.freeze()


def reader(path: Path, language: str) -> Callable[[], dict[str, Any]]:
    """The work on one document."""
    return lambda: row(path, language)


def row(path: Path, language: str) -> dict[str, Any]:
    """One document as a row, without its name: that may change. Raises Problem."""
    paper = read(path, language)
    counts = Counter(found["status"] for found in paper.results)
    crosses = sum(found["decision_error"] and found["status"] == "inconsistent" for found in paper.results)
    first = min(paper.results, key=_weight, default=None)
    told = first if first and first["status"] in ("inconsistent", "undecided") else None
    asked = counts["inconsistent"], counts["undecided"], counts["consistent"]
    kind = next((name for name, n in zip(CLASSES, (crosses, *asked), strict=False) if n), "nothing")
    return {
        "class": kind, "crosses": crosses, **dict(zip(CLASSES[1:4], asked, strict=True)),
        "numbers": paper.read, "typed": paper.typed, "problem": "",
        **{part: told[part] if told else "" for part in ("printed", "must_hold", "allowed", "quote")},
        "place": told["numbers"][0]["place"] if told and told["numbers"] else "",
    }  # fmt: skip


def unread(problem: Problem) -> dict[str, Any]:
    """The row of a document that could not be read."""
    empty = dict.fromkeys(("crosses", "inconsistent", "undecided", "consistent", "numbers", "typed"), 0)
    texts = dict.fromkeys(("printed", "must_hold", "allowed", "place", "quote"), "")
    found = f"{problem.place}: found {problem.found}" if problem.place else f"found {problem.found}"
    return {"class": "unread", **empty, **texts, "problem": f"{found}; write {problem.write}"}


def _weight(found: Mapping[str, Any]) -> tuple[bool, bool, bool]:
    cannot = found["status"] == "inconsistent"
    return not (cannot and found["decision_error"]), not cannot, found["status"] != "undecided"


def ranked(rows: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The rows of all documents, what matters first, each with its place in that order."""

    def order(row: Mapping[str, Any]) -> tuple[Any, ...]:
        return CLASSES.index(row["class"]), -row["crosses"], -row["inconsistent"], -row["undecided"], row["document"]

    return [{**row, "rank": place} for place, row in enumerate(sorted(rows, key=order), 1)]
