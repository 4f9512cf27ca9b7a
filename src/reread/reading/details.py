"""What else does a document say of the outcomes that were linked, and of the study, where one place alone tells it?

The codes of an outcome's categories ("0 = low, 1 = high"), and that its scores are then whole numbers; the test of
normality; the mean difference that a sentence prints with the outcome's own interval; the level of significance;
Cronbach's alpha; what the table's caption calls the outcome, and whether it is of groups before anything was done.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from reread.reading.phrases import of_kind
from reread.reading.skeleton import Skeleton
from reread.words.reading import either, labels

NAME = re.compile(r"\s*[=:]\s*([^\W\d_][^,;.()=:|]*)")
CAPTION = re.compile(r"(?i)^\W*(?:table|tabel)\s*[\dIVX]+\s*[.:)]*\s*")
STAT = rf"(?:%|(?<!\w)(?:{either([*labels()['mean'], *labels()['sd'], 'n', 'no'])})(?!\w))"
OF_NUMBERS = re.compile(rf"(?i)[\s,;:(\[–-]*{STAT}(?:\W|{STAT})*$")
IN_BRACKETS = re.compile(r"\s*\([^()]*\)?\W*$")
LABEL = 60  # characters
ABOVE = 3  # lines between a table and its caption
CRONBACH = "Cronbach's alpha"
NORMALITY = {"Shapiro-Wilk": re.compile(r"(?i)shapiro"), "Kolmogorov-Smirnov": re.compile(r"(?i)kolmogorov|lilliefors")}
Token = int
Found = Iterator[tuple[str, Token]]  # a role and the number that plays it


def label_of(quote: str, line: int, lines: Sequence[str]) -> str:
    """What a result is called: its table's caption, else the words that are quoted, no longer than a name is.

    >>> label_of("Low | 18", 2, ["Table 2. Milk before and after massage", "Group | n", "Low | 18"])
    'Milk before and after massage'
    """
    quote = next((text for text in reversed(captions(line, lines)) if text.strip()), quote)
    quote = IN_BRACKETS.sub("", " ".join(quote.split())).strip(" .")
    return quote if len(quote) <= LABEL else quote[:LABEL].rsplit(" ", 1)[0] + " …"


def captions(line: int, lines: Sequence[str]) -> list[str]:
    """What stands above the table of a row, without its number; nothing for a line that is no row."""
    if " | " not in lines[line]:
        return []
    first = next((k for k in range(line, -1, -1) if " | " not in lines[k]), -1)
    return [CAPTION.sub("", text) for text in lines[max(0, first - ABOVE + 1) : first + 1] if CAPTION.match(text)]


def of_arms(entry: dict[str, Any], line: int, lines: Sequence[str]) -> None:
    """Name a comparison of groups by its row, and say where its table is of groups before anything was done.

    >>> test = {"groups": {}}
    >>> of_arms(test, 2, ["Table 1. Baseline characteristics", "", "Age, mean ± SD | 30.1 ± 4.2 | 31.0 ± 3.9"])
    >>> test
    {'groups': {}, 'label': 'Age', 'occasion': 'baseline'}
    """
    if "groups" not in entry or " | " not in lines[line]:
        return
    name = OF_NUMBERS.sub("", " ".join(lines[line].strip(" |").partition(" | ")[0].split())).strip(" .,;:")[:LABEL]
    entry |= {"label": name} if any(map(str.isalpha, name)) else {}
    said = "\n".join(captions(line, lines))
    early, late = (of_kind(kind) for kind in ("baseline_tables", "later_tables"))
    entry |= {"occasion": "baseline"} if early.stand_in(said) and not late.stand_in(said) else {}


def of_outcome(name: str, entry: dict[str, Any], page: Skeleton, lines: Sequence[str]) -> Found:
    """Codes and test of normality of an outcome; what is stated goes into `entry`, numbers are handed out."""
    counted = [*entry.get("before", {}).get("count", {})]
    codes = _codes(page, lines)
    named = {code: _meant(code, counted) for code in codes}
    if counted and set(counted) <= set(named.values()) and len(set(named.values())) == len(named):
        entry["measure"] = "ordinal score"
        for code, token in codes.items():
            yield f"{name}.codes.{named[code]}", token
    if "normality_p" in entry.get("before", {}):
        said = [test for test, pattern in NORMALITY.items() if any(pattern.search(line) for line in lines)]
        entry |= {"normality_test": said[0]} if len(said) == 1 else {}


def _codes(page: Skeleton, lines: Sequence[str]) -> dict[str, Token]:
    """What each code stands for, where one line alone lists codes."""
    tokens = [k for k, stat in enumerate(page.stats) if stat == "code"]
    if len({page.lines[k] for k in tokens}) != 1:
        return {}
    found = {k: NAME.match(lines[page.lines[k]], page.tokens[k].end) for k in tokens}
    names = {match[1].strip(): k for k, match in found.items() if match}
    return names if len(names) == len(tokens) and all(page.tokens[k].whole for k in tokens) else {}


def _meant(code: str, counted: Sequence[str]) -> str:
    """The counted category that a code stands for, else the code's own first word, written alike."""
    same = [name for name in counted if code.lower() == name.lower() or code.lower().startswith(f"{name.lower()} ")]
    word = code.split()[0]
    return same[0] if len(same) == 1 else word.capitalize() if any(name[:1].isupper() for name in counted) else word


def of_change(name: str, entry: Mapping[str, Any], tests: Mapping[str, dict[str, Any]]) -> str | None:
    """The test that prints an outcome's own interval again in a sentence, with its estimate: the mean difference."""
    ends = entry.get("change", {}).get("ci", {})
    if "mean" in entry.get("change", {}) or not {"low", "high"} <= set(ends):
        return None
    plain = {key: test["ci"] for key, test in tests.items() if set(test) - {"label", "measure"} == {"estimate", "ci"}}
    same = [key for key, ci in plain.items() if all(ci.get(end) == ends[end] for end in ("low", "high"))]
    return same[0] if len(same) == 1 else None


def of_study(page: Skeleton) -> Found:
    """Level of significance and Cronbach's alpha, each where all its prints have one value."""
    for stat, role in (("alpha", "alpha"), ("cronbach", f"other.{CRONBACH}")):
        tokens = [k for k, each in enumerate(page.stats) if each == stat and not page.tokens[k].unsure]
        if len({page.tokens[k].value for k in tokens}) == 1:
            yield role, tokens[0]
