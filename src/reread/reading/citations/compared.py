"""Does every citation lead to an entry of the list, and is every entry cited?

Nothing is said where a reading may be at fault: an entry counts as cited when its first name stands anywhere near its
year; a citation counts as missing only when no entry begins with its name and year, and is told with the nearest one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches

from reread.documents import Line
from reread.reading.citations.in_text import ENOUGH, Found, Mark
from reread.reading.citations.listed import DOI, Entry, plain
from reread.words.reading import either, words

DENIALS = re.compile(rf"(?<!\w){either(words('denials'))}(?!\w)", re.IGNORECASE)
REVIEWS = re.compile(rf"(?<!\w){either(words('reviews'))}(?!\w)", re.IGNORECASE)
TESTED = re.compile(r"(?<!\w)[pP](?:[ -]{0,2}values?)? ?-?[<=>≤]")
NO = re.compile(rf"(?<!\w){either(words('no_words'))}(?!\w)", re.IGNORECASE)
ALIKE, SHORT = 0.93, 15  # of two titles that are one; characters of a title that says too little
PLACED = 3  # numbers (volume, issue, pages) that place an article
DIGITS = re.compile(r"\d+")
BEYOND = 9  # numbers around the last entry that may still be a citation; intervals stand in brackets, too
IN_BRACKETS = r"[(\[][^()\[\]]{{0,60}}(?<!\d){}(?!\d)[^()\[\]]{{0,60}}[)\]]"
LED = 0.7  # of all works that are cited by name, those that an entry is found for; below, the style is not understood
CLOSE = 80  # characters between a name and its year that may be a citation of any form


@dataclass(frozen=True)
class Title:
    """A title that a person should hold against the sentence that cites it, and why: denies, or review."""

    entry: Entry
    mark: Mark
    why: str


@dataclass(frozen=True)
class Cited:
    """What citations and list come to. `cited`: entries that are cited; `numbers`: those used without a list."""

    style: str
    entries: int
    cited: int
    marks: int
    missing: tuple[Mark, ...] = ()
    nearest: tuple[str, ...] = ()
    unused: tuple[Entry, ...] = ()
    twice: tuple[tuple[Entry, Entry], ...] = ()
    et_al: tuple[tuple[Mark, Entry], ...] = ()
    unclear: tuple[tuple[Mark, tuple[Entry, ...]], ...] = ()
    titles: tuple[Title, ...] = ()
    numbers: tuple[int, ...] = ()


def compared(entries: Sequence[Entry], found: Found, body: Sequence[Line]) -> Cited:
    """What is missing, unused, listed twice, called “et al.” with two names, unclear, or to be looked at."""
    twice = _twice(entries)
    if not entries or not found.marks:
        numbers = tuple(sorted({mark.number for mark in found.marks if mark.number}))
        return Cited(found.style, len(entries), 0, len(found.marks), twice=twice, numbers=numbers)
    if found.style == "author and year":
        return _by_name(entries, found, body, twice)
    return _by_number(entries, found, body, twice)


def _by_number(
    entries: Sequence[Entry], found: Found, body: Sequence[Line], twice: tuple[tuple[Entry, Entry], ...]
) -> Cited:
    by_label = {entry.label: entry for entry in entries}
    used, last = {mark.number for mark in found.marks}, len(entries)
    sure = found.style == "numbers" and [entry.label for entry in entries] == list(range(1, last + 1))
    around = range(last - BEYOND, last + BEYOND + 1)
    beyond = {
        m.number: m for m in found.marks if m.number > last and set(map(int, DIGITS.findall(m.text))) <= set(around)
    }
    missing = tuple(beyond.values()) if sure else ()
    left = [entry for entry in entries if entry.label not in used] if sure else []
    text = "\n".join(line.text for line in body) if left else ""
    unused = tuple(entry for entry in left if not re.search(IN_BRACKETS.format(entry.label), text))
    titles = _titles((mark, by_label[mark.number]) for mark in found.marks if mark.number in by_label)
    cited, nearest = last - len(left) if sure else len(used & set(by_label)), ("",) * len(missing)
    return Cited(found.style, last, cited, len(found.marks), missing, nearest, unused, twice, titles=titles)


def _by_name(
    entries: Sequence[Entry], found: Found, body: Sequence[Line], twice: tuple[tuple[Entry, Entry], ...]
) -> Cited:
    same = {id(second) for _, second in twice}
    led: list[tuple[Mark, Entry]] = []
    missing, unclear, cited = list[Mark](), list[tuple[Mark, tuple[Entry, ...]]](), set[int]()
    for mark in found.marks:
        fitting = _fitting(mark, entries)
        cited.update(map(id, fitting))
        apart = [entry for entry in fitting if id(entry) not in same]
        if len(apart) == 1:
            led.append((mark, apart[0]))
        elif len(apart) > 1 and len({e.year for e in apart}) == 1 and all(e.certain for e in apart):
            unclear.append((mark, tuple(apart)))
        elif not fitting:
            missing.append(mark)
    works, astray = {_key(mark) for mark in found.marks}, {_key(mark) for mark in missing}
    if len(works) < ENOUGH or len(works - astray) < LED * len(works):
        return Cited("", len(entries), 0, len(found.marks), twice=twice)
    near = _near(body)
    left = [entry for entry in entries if id(entry) not in cited]
    unused = tuple(entry for entry in left if entry.names and entry.year and not _somewhere(entry, near))
    nearest = {_key(mark): _nearest(mark, entries) for mark in missing}
    absent = list({_key(mark): mark for mark in missing if _is_sure(mark) or nearest[_key(mark)]}.values())
    et_al = {(mark.who, mark.year): (mark, entry) for mark, entry in led if mark.al and _two_at_most(entry)}
    listed = {_key(mark): (mark, several) for mark, several in unclear}
    return Cited(
        found.style, len(entries), len(cited), len(found.marks), tuple(absent),
        tuple(nearest[_key(mark)] for mark in absent), tuple(e for e in unused if id(e) not in same), twice,
        tuple(et_al.values()), tuple(listed.values()), _titles(led),
    )  # fmt: skip


def _key(mark: Mark) -> tuple[str, str]:
    return plain(mark.who[0]), mark.year


def _fitting(mark: Mark, entries: Sequence[Entry]) -> list[Entry]:
    """The entries that a citation may lead to: its own first name, else the next where the first may be a place
    ("In Norway, Lee and Ito (1999)")."""
    names = (mark.who[k:] for k in range(len(mark.who)))
    return next((found for who in names if (found := _of(who, mark, entries))), [])


def _of(who: Sequence[str], mark: Mark, entries: Sequence[Entry]) -> list[Entry]:
    """The entries that begin with a name and have the year; of several, those with the other names."""
    found = [entry for entry in entries if _same_year(mark.year, entry) and _begins(who[0], entry)]
    if len(found) > 1:
        found = [entry for entry in found if entry.year == mark.year] or found
    if len(found) > 1 and (len(who) > 1 or mark.al):
        agree = [e for e in found if all(plain(other) in plain(e.text[:300]) for other in who[1:])]
        agree = [e for e in agree if not mark.al or len(e.names) > 1 or e.more] or agree
        sized = [e for e in agree if not mark.al and len(e.names) == len(who)]
        found = sized or [e for e in agree if mark.al or e.more or not e.certain] or agree or found
    elif len(found) > 1:
        found = [e for e in found if len(e.names) == 1 and not e.more] or found
    return found


def _same_year(cited: str, entry: Entry) -> bool:
    """2020 fits 2020, 2020a fits 2020a; a letter on one side only fits, because the other may have lost it."""
    if cited[:4] != entry.year[:4]:
        return cited[:4] in entry.years
    return len(cited) == 4 or len(entry.year) == 4 or cited == entry.year


def _begins(who: str, entry: Entry) -> bool:
    """Does an entry begin with a name as cited? Words that only stand before it in the sentence may be left out."""
    if not entry.names:
        return False
    first, text = plain(entry.names[0]), plain(entry.text[:160])
    first, text = first.removeprefix("the "), text.removeprefix("the ")
    parts = plain(who).removeprefix("the ").split()
    for k in range(len(parts)):
        name = " ".join(parts[k:])
        if name == first or first.split()[-1:] == [name] or f"{text} ".startswith(f"{name} "):
            return True
    acronym = "".join(word[0] for word in re.findall(r"[A-Z]\w+", entry.text[:120]))
    return who.isupper() and len(who) > 1 and (acronym.startswith(who) or f"({who})" in entry.text)


def _is_sure(mark: Mark) -> bool:
    """Is it surely a citation: et al., or two people? "Excel (Microsoft, 2007)" is none."""
    return mark.al or (len(mark.who) > 1 and not any(" " in name for name in mark.who))


def _two_at_most(entry: Entry) -> bool:
    return entry.certain and not entry.more and 0 < len(entry.names) <= 2


def _near(body: Sequence[Line]) -> str:
    return " ".join(plain(line.text) for line in body)


def _somewhere(entry: Entry, text: str) -> bool:
    """Does its first name stand in the text with its year close behind?"""
    first, year = (plain(entry.names[0]).split() or [""])[-1], entry.year[:4]
    return not first or any(year in text[at.start() : at.end() + CLOSE] for at in re.finditer(re.escape(first), text))


def _nearest(mark: Mark, entries: Sequence[Entry]) -> str:
    """The entry of the same name with another year, or of the same year with nearly the same name."""
    same = [entry for entry in entries if _begins(mark.who[0], entry)]
    if not same:
        names = {plain(entry.names[0]): entry for entry in entries if entry.names and entry.year[:4] == mark.year[:4]}
        close = get_close_matches(plain(mark.who[0]), names, 1, 0.8)
        same = [names[each] for each in close]
    return "; ".join(f"{entry.names[0]} {entry.year}" for entry in same[:2])


def _twice(entries: Sequence[Entry]) -> tuple[tuple[Entry, Entry], ...]:
    """Entries that are one work: the same DOI, or first name, year and either title or volume with pages."""
    found = []
    groups: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in entries:
        first = plain(entry.names[0]) if entry.names else ""
        for other in groups[first, entry.year[:4]]:
            if _one_work(entry, other):
                found.append((other, entry))
                break
        groups[first, entry.year[:4]].append(entry)
    return tuple(found)


def _one_work(one: Entry, other: Entry) -> bool:
    if one.doi and other.doi:
        return one.doi == other.doi
    first, second = (set(re.findall(r"\d+", DOI.sub("", each.text))) - {each.year[:4]} for each in (one, other))
    if not (first <= second or second <= first):  # another volume, other pages, another part
        return False
    titles = plain(one.title), plain(other.title)
    if min(map(len, titles)) > SHORT and SequenceMatcher(None, *titles, autojunk=False).ratio() >= ALIKE:
        return True
    return first == second and len(first) >= PLACED and one.names == other.names


def _titles(led: Iterable[tuple[Mark, Entry]]) -> tuple[Title, ...]:
    """Titles that deny where the citing sentence does not, and reviews that are cited for a p of their own."""
    found: dict[tuple[int, str], Title] = {}
    for mark, entry in led:
        if DENIALS.search(entry.title) and not NO.search(mark.sentence):
            found.setdefault((id(entry), "denies"), Title(entry, mark, "denies"))
        if REVIEWS.search(entry.title) and TESTED.search(mark.sentence):
            found.setdefault((id(entry), "review"), Title(entry, mark, "review"))
    return tuple(found.values())
