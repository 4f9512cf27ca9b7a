"""Which columns of a table print an estimate, its interval, its standard error, its statistic and its p?

A head is read by what stands at its end: `aOR (95% CI)`, `Model 1 p`, `B`, `S.E.`, `Wald`, `Exp(B)`, `Lower`. Columns
follow each other as groups: each begins with an estimate and holds what follows of it, every kind once. A coefficient
and the ratio that it is the logarithm of are one group. Where two estimates stand side by side and an interval behind
them, it is not told whose it is.

>>> [(each.kind, each.stat) for each in (head_of("aOR (CI)"), head_of("Std. Error"), head_of("p-value#"))]
[('estimate ci', 'OR'), ('se', ''), ('p', '')]
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from reread.reading.skeleton import NUMBER as N
from reread.reading.tables import LETTERS
from reread.words.reading import either, labels, words

LEVEL = rf"(?:{N}\s*%?\s*-?\s*)?"
CI = rf"(?:{LEVEL}{either(words('intervals'))}s?(?:\s*{N}\s*%?)?)"
MARKS = re.compile(r"[\s*†‡§¶#^:.,]+$|(?<=[\w)])\^[a-z\d]{1,2}$")
SIDES = re.compile(r"[(\[][^()\[\]]*(?:tailed|sided|arah|sisi)[)\]]")
NOTE = re.compile(r"(?<=[a-z)%])\^?[a-c]$")  # `P-valuea`
LONG = 2  # letters from which a name may stand behind other words
ESTIMATES = ("OR", "RR", "HR", "b", "beta", "md", "r", "d", "g")
OF_ITS_OWN = {"b": "estimate", "beta": "estimate", "md": "estimate"}


@dataclass(frozen=True)
class Head:
    """What a column prints (`estimate`, `estimate ci`, `estimate se`, `ci`, `low`, `se`, `t`, `p` …), and of which
    statistic an estimate is; `words`: the text before it."""

    kind: str
    stat: str = ""
    before: str = ""


@dataclass(frozen=True)
class Group:
    """An estimate's columns: kind → column, and the statistic of each column that prints an estimate."""

    columns: dict[str, int] = field(default_factory=dict)
    stats: dict[int, str] = field(default_factory=dict)


@cache
def _kinds() -> list[tuple[str, str, re.Pattern[str]]]:
    """Kind, statistic, and what stands at the end of a head; longer forms first."""

    def named(stat: str, *more: str) -> str:
        return either(sorted([*labels().get(stat, ()), *LETTERS.get(stat, ()), *more], key=lambda name: -len(name)))

    names = {
        "OR": named("OR", *words("more_odds_ratios")), "RR": named("RR", *words("more_risk_ratios")),
        "HR": named("HR", *words("more_hazard_ratios")), "b": either(words("coefficients")),
        "beta": either(words("standardised_coefficients")), "md": named("md", *words("differences")),
        "r": named("r"), "d": named("d"), "g": named("g"),
    }  # fmt: skip
    se = rf"(?:{named('se', *words('errors'))}(?:\s*[(\[]?\s*(?:{names['b']}|{names['beta']})\s*[)\]]?)?)"
    of_what = r"(?:\s*(?:for|of|untuk)\s+[^|\s]{1,12})?"
    open_, close = r"\s*[(,\[;±]\s*", r"\s*[)\]]?"
    found = [
        (kind, stat, rf"{names[stat]}s?{open_}{behind}{close}")
        for kind, behind in (("estimate ci", CI), ("estimate se", se)) for stat in ESTIMATES
    ]  # fmt: skip
    found += [("estimate", stat, rf"{names[stat]}s?") for stat in ESTIMATES]
    found += [
        ("low", "", rf"(?:{CI}{of_what}\W*)?{either(words('lower_ends'))}(?:\W*{CI})?\W*"),
        ("high", "", rf"(?:{CI}{of_what}\W*)?{either(words('upper_ends'))}(?:\W*{CI})?\W*"),
        ("ci", "", rf"[(\[]?{CI}{of_what}{close}"), ("se", "", se), ("t of df", "", rf"{named('t')}\s*\(\s*{N}\s*\)"),
        ("wald", "", r"Wald(?:['’]s)?(?:\s*(?:statistic|test|value|(?:[χΧxX]|chi)\W?\s?2?))?"),
        ("t df", "", rf"{named('t')}{open_}{named('df')}{close}"),
        ("t", "", rf"{named('t')}(?:[\s-]*(?:value|ratio|hitung))?"),
        ("z", "", rf"{named('z')}"), ("df", "", named("df")),
        ("p", "", rf"(?:Pr\s*\(>\s*\|?[tz]\|?\)|{named('p')})(?:[\s-]*values?)?"),
        ("n", "", rf"(?:{named('n')}|{named('count')}|%|r2|R²|VIF|Tolerance)"),
    ]  # fmt: skip
    return [(kind, stat, re.compile(pattern)) for kind, stat, pattern in found]


@lru_cache(maxsize=2048)
def head_of(text: str) -> Head:
    """What a head's text says that its column prints; kind `other` where it says none of these."""
    bare = " ".join(SIDES.sub(" ", text).split())
    for again in (MARKS, MARKS, NOTE):
        found = _found(bare)
        if found.kind != "other":
            return found
        bare = again.sub("", bare)
    return _found(bare)


def _found(bare: str) -> Head:
    if not bare:
        return Head("")
    for kind, stat, pattern in _kinds():
        match = next((m for start in _starts(bare) if (m := pattern.fullmatch(bare, start))), None)
        if match:
            before = bare[: match.start()].strip()
            if not before or sum(map(str.isalpha, match.group())) >= LONG:
                return Head(kind, stat, before)
    return Head("other", before=bare)


def _starts(text: str) -> list[int]:
    """Where words begin, the first one first: the longest fitting end of a head is taken."""
    return [0, *(match.end() for match in re.finditer(r"[\s\-:,(]+", text))]


def groups(heads: Sequence[Head]) -> list[Group]:
    """The groups of columns (counted from the first head)."""
    found: list[Group] = []
    now: Group | None = None
    for column, head in enumerate(heads):
        if head.kind in ("", "n"):
            continue
        if head.kind == "other":
            now = None
        elif head.stat:
            if now is not None and _goes_on(now, head):
                now.columns[f"second {head.kind}"] = column
            else:
                now = Group({head.kind: column})
                found.append(now)
            now.stats[column] = head.stat
        elif now is not None and head.kind in now.columns:
            now = None  # a second p or interval: of whom is not told
        elif now is not None:
            now.columns[head.kind] = column
    return [group for group in found if not _side_by_side(group, found)]


def _goes_on(group: Group, head: Head) -> bool:
    """Is it the ratio of the coefficient before it, or the standardised coefficient beside it?"""
    stats = set(group.stats.values())
    ratio = head.stat in ("OR", "RR", "HR") and stats == {"b"}
    return ratio or (head.stat == "beta" and stats == {"b"} and head.kind == "estimate")


def _side_by_side(group: Group, found: Sequence[Group]) -> bool:
    """Is it an estimate with nothing, or right behind one with nothing: whose is what follows?"""
    k = next(k for k, each in enumerate(found) if each is group)
    alone = [len(each.columns) == 1 and "estimate" in each.columns for each in found]
    return alone[k] or (k > 0 and alone[k - 1] and found[k - 1].columns["estimate"] == min(group.columns.values()) - 1)
