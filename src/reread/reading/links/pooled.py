"""Which trials does a pooled estimate pool?

Two or more trials, each by its name (`Trial A`, `Lee 2010`) with estimate and interval, one behind the other in
sentences, and right behind or before them a pooled estimate; they print one kind of estimate. Which Q is theirs: the
one of the pooled sentence, or of a sentence behind it that speaks of heterogeneity. Medians and spreads, and words that
speak of more than a mean of the trials (a network, a prior, moderators …), leave them alone. Nothing is linked because
it fits. For tables see `pooled_rows`.

>>> from reread.reading.typed import read_lines
>>> text = "Trial A: 0.5 (0.1 to 0.9). Trial B: 0.3 (0.0 to 0.6). Pooled mean difference 0.4 (95% CI 0.1 to 0.6)."
>>> page, tests = read_lines([text])
>>> [(result.name, list(result.parts.values()), result.pools) for result in found(page, tests)]
[('trial', [0, 1, 2], ()), ('trial', [3, 4, 5], ()), ('pooled', [6, 8, 9, 7], (0, 3))]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reread.reading.links.group_tables import name_of
from reread.reading.links.heterogeneity import of_tests
from reread.reading.links.intervals import PARTS
from reread.reading.links.result import Result, speaks_of, sure
from reread.reading.phrases import of_kind
from reread.reading.printed_tests import TokensOfTest
from reread.reading.scope import Place
from reread.reading.sentences import at, sentences
from reread.reading.skeleton import NUMBER as N
from reread.reading.skeleton import Skeleton
from reread.words.reading import either, labels, words

CAPITAL = r"[^\W\d_a-z][\w'’-]*"
AUTHOR = rf"{CAPITAL}(?:\s+(?:&|and|dan)\s+{CAPITAL}|\s+et\s+al\.?|\s+dkk\.?)?,?\s?[(\[]?(?P<year>{N})[a-z]?[)\]]?"
NAME = rf"(?<!\w)(?P<name>{either(words('trials'))}\s+(?:{N}|{CAPITAL})|{AUTHOR})"
ASIDE = r"(?:\s?[(\[](?=[^()\[\]]{0,40}[^\W\d_])[^()\[\]]{1,40}[)\]])?"  # `(n = 40)`, `(Lee et al., 2010)`
OF = ("md", "OR", "RR", "HR", "d", "g")
MORE = ("more_differences", "more_odds_ratios", "more_risk_ratios", "more_hazard_ratios")
KIND = either(
    [
        *(name for stat in OF for name in labels()[stat]),
        *(name for kind in (*MORE, "intervals") for name in words(kind)),
    ]
)
NAMED = {
    stat: re.compile(rf"(?<!\w){either([name for name in (*labels()[stat], *words(kind)) if len(name) > 1])}(?!\w)")
    for stat, kind in zip(OF, MORE, strict=False)
}
LINK = either([*words("links"), *words("gives"), *words("reports"), "=", ":"])
SAYS = rf"\s?(?:[:,=-]\s?)?(?:{LINK}\s?)?(?:(?:an?|the)\s+)?(?:{KIND}\s?)?(?:{LINK}\s?)?"
CI = rf"(?:(?:{N}\s?%?\s?-?\s?)?{either(words('intervals'))}(?:\s?{N}\s?%?(?=\W{{0,2}}{N}))?\s?[:=,]?\s?)"
ENDS = rf"(?P<low>{N})\s?(?:[,;:–-]|{either(words('through'))})\s?(?P<high>{N})"
ESTIMATE = rf"(?P<estimate>{N})(?P<open>\s?[,;]?\s?[(\[]?\s?{CI}?[(\[]?\s?){ENDS}\s?[)\]]{{0,2}}"
SHAPES = (
    re.compile(rf"{NAME}{ASIDE}{SAYS}{ESTIMATE}"),
    re.compile(rf"{ESTIMATE}\s+{either(words('of_a_trial'))}\s+(?:the\s+)?{NAME}"),
)
APART = re.compile(rf"[\s.,;•*-]*(?:{either(words('and_then'))}\s+)*")
POOLED = rf"(?<!\w){either(words('pooled'))}(?!\w)[^{N}.|]{{0,80}}?(?:[(\[]\s?{CI}[)\]]\s?[:=]?\s?)?{ESTIMATE}"
BEHIND = re.compile(rf"[\s.,;)]*[^{N}.|]{{0,80}}?{POOLED}")
BEFORE = re.compile(POOLED)
OTHERWISE = re.compile(
    rf"(?<!\w){either([*labels()['median'], *labels()['sd'], *labels()['se'], *words('quartiles')])}(?!\w)"
)
BEGINS = re.compile(r"\W*(?:Q|I|χ|Chi|Cochran)(?![a-z])")
YEARS, FEWEST = range(1900, 2101), 2


@dataclass(frozen=True)
class Printed:
    """An estimate with its interval, where its words begin and end, and what it is called."""

    estimate: int
    low: int
    high: int
    start: int
    end: int
    name: str = ""


def found(page: Skeleton, tests: Sequence[TokensOfTest]) -> Iterator[Result]:
    """The trials of each run, and what pools them."""
    for shape in SHAPES if of_kind("pooled").stand_in(page.text) else ():
        for trials in _runs(page, shape):
            pooled = _behind(page, trials[-1]) or _before(page, trials[0])
            results = _linked(page, trials, pooled) if pooled else []
            if pooled and results:
                yield from with_q(results, _q_of_sentence(page, tests, page.places[pooled.estimate]))


def _runs(page: Skeleton, shape: re.Pattern[str]) -> Iterator[list[Printed]]:
    """Trials one behind the other, with nothing else between them."""
    run: list[Printed] = []
    for match in page.find(shape):
        each = _printed(page, match)
        if each is None or (match["year"] and page.tokens[page.index(match, "year")].value not in YEARS):
            continue
        if run and not APART.fullmatch(page.text, run[-1].end, each.start):
            yield from [run] if len(run) >= FEWEST else []
            run = []
        run.append(each)
    yield from [run] if len(run) >= FEWEST else []


def _printed(page: Skeleton, match: re.Match[str]) -> Printed | None:
    """What a match prints; None where no bracket and no word says that it is an interval."""
    says = match["open"].strip(" ,;")
    estimate, low, high = (page.index(match, name) for name in ("estimate", "low", "high"))
    name = match["name"] if "name" in match.groupdict() else ""
    called = name_of(page, match.start("name"), name) if name else ""
    return Printed(estimate, low, high, match.start(), match.end(), called) if says else None


def _behind(page: Skeleton, last: Printed) -> Printed | None:
    match = BEHIND.match(page.text, last.end)
    return _printed(page, match) if match else None


def _before(page: Skeleton, first: Printed) -> Printed | None:
    """The last one in the sentence in which the trials begin, or in the one before."""
    spans = sentences(page.text)
    k = at(spans, first.start)
    starts = [spans[j].start for j in (k, k - 1) if j >= 0 and not spans[j].row]
    for start in starts:
        matches = list(BEFORE.finditer(page.text, start, first.start))
        if matches:
            return _printed(page, matches[-1])
    return None


def _linked(page: Skeleton, trials: list[Printed], pooled: Printed) -> list[Result]:
    """The results of a run and of what pools it; none where they are not of one kind, or something is unclear."""
    listed = [*trials, pooled]
    part = _part(page, listed)
    first = min(each.start for each in listed)
    spans = sentences(page.text)
    near = page.text[spans[max(0, at(spans, first) - 1)].start : max(each.end for each in listed)]
    if not part or OTHERWISE.search(near) or not all(_plain(page, each) for each in listed):
        return []
    results = [Result("trial", _parts(page, each, part), {"label": each.name}) for each in trials]
    return pooling(page, results, Result("pooled", _parts(page, pooled, part)), part)


def pooling(page: Skeleton, trials: list[Result], pooled: Result, part: str) -> list[Result]:
    """Trials and their pool; the words alone where some speak of more than a mean of the trials."""
    kept = speaks_of(page, "no_mean_of_trials", Place([*pooled.parts.values()], "ci_low", {"ci"}))
    if kept:
        return [Result("pooled", pooled.parts, kept=kept)]
    return [*trials, replace(pooled, pools=tuple(trial.parts[part] for trial in trials))]


def _part(page: Skeleton, listed: list[Printed]) -> str:
    """Which part of a test they all print. What nothing names may be a ratio, unless something lies below 0.

    The B of `Trial B: 0.30` is no coefficient.
    """
    stats = {page.stats[each.estimate] for each in listed} - {"", "beta"} or _said(page, listed[-1])
    typed = {page.stats[end] for each in listed for end in (each.low, each.high)} <= {"", "ci_low", "ci_high"}
    named = {PARTS.get(stat, "") for stat in stats}
    if not typed or len(named) > 1:
        return ""
    below = any(page.tokens[token].value < 0 for each in listed for token in (each.estimate, each.low, each.high))
    return named.pop() if named else "estimate" if below else ""


def _said(page: Skeleton, pooled: Printed) -> set[str]:
    """The one kind of estimate that the words before a pooled one name."""
    spans, place = sentences(page.text), page.places[pooled.estimate]
    before = page.text[spans[at(spans, place)].start : place]
    found = {stat for stat, pattern in NAMED.items() if pattern.search(before)}
    return found if len(found) == 1 else set()


def _plain(page: Skeleton, each: Printed) -> bool:
    """Are its numbers printed plainly, the estimate between the ends?"""
    tokens = [page.tokens[token] for token in (each.estimate, each.low, each.high)]
    plain = all(token.comparator == "=" and not token.text.endswith("%") for token in tokens)
    estimate, low, high = (token.value for token in tokens)
    return plain and sure(page, [each.estimate, each.low, each.high]) and low <= estimate <= high


def _parts(page: Skeleton, each: Printed, part: str) -> dict[str, int]:
    level = [token for token in range(each.estimate + 1, each.low) if page.stats[token] == "ci_level"]
    ends = {part: each.estimate, "ci.low": each.low, "ci.high": each.high}
    return {**ends, "ci.level": level[0]} if len(level) == 1 else ends


def with_q(results: list[Result], qs: list[Result]) -> Iterator[Result]:
    """The results, the pooled one with the Q of the same trials."""
    *trials, pooled = results
    yield from trials
    yield replace(pooled, heterogeneity=qs[0].parts["Q"]) if len(qs) == 1 else pooled


def _q_of_sentence(page: Skeleton, tests: Sequence[TokensOfTest], place: int) -> list[Result]:
    spans = sentences(page.text)
    k = at(spans, place)
    own = {k}
    if k + 1 < len(spans) and not spans[k + 1].row:
        text = page.text[spans[k + 1].start : spans[k + 1].end]
        own |= {k + 1} if of_kind("heterogeneity").stand_in(text) or BEGINS.match(text) else set()
    return [q for q in of_tests(page, tests) if at(spans, page.places[q.parts["Q"]]) in own]
