"""What would one ask the authors, point by point, so that they can answer?

For each printed number that cannot agree, and each that an answer would settle: its words and place, arithmetic for a
calculator, what would make it agree, and the question. Then what a reader listed under `ask`. A letter is a list of
blocks; `letter_files` writes them as Markdown and Word. None where there is nothing to ask.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reread.report.places import Places, marked
from reread.report.replies import Replies
from reread.report.results import Results
from reread.report.rows import benign, check_name, nothing
from reread.report.to_confirm import excerpt, unconfirmed
from reread.study.roles import stated
from reread.words import Words

QUOTES = 3  # lines of the document quoted for one point
READINGS = 3  # readings asked about
MISPRINTS = 3  # more that fit tell nothing
NUMBER = re.compile(r"\d+(?:\.\d+)?")
Piece = tuple[str, bool]  # words, and whether they are set apart
Finding = Mapping[str, Any]


@dataclass(frozen=True)
class Block:
    """One paragraph: title, heading, point (numbered), text, quote, sum, bullet or small."""

    kind: str
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(words for words, _ in self.pieces)


def letter(found: Results, words: Words, version: str) -> list[Block]:
    """The letter, empty where there is nothing to ask."""
    if unconfirmed(found) or not (found.ok("findings") and found.ok("extract")):
        return []
    replies = Replies(found, words)
    groups = points(found.findings)
    parts: list[tuple[str, list[list[Finding]]]] = [
        ("cannot", [each for each in groups if each[0].get("kind") != "cosmetic"]),
        ("slips", [each for each in groups if each[0].get("kind") == "cosmetic"]),
        ("open", [[each] for each in found.findings if _would_settle(each)]),
    ]
    count, body = 0, list[Block]()
    for heading, listed in parts:
        body += [_block("heading", words(f"letter.{heading}"))] if listed else []
        for group in listed:
            count += 1
            body += _point(count, group, found, replies, words)
    asks = [str(row["text"]) for row in found["appraisal"].get("ask") or []]
    body += [_block("heading", words("letter.asks"))] if asks else []
    for k, ask in enumerate(asks):
        count += 1
        body += [_block("text", (f"{count}.", True), f" {ask}"), *_replied(replies.to_question(k), words)]
    if not body:
        return []
    return [*_head(found, words, bool(count - len(asks))), *body, *_foot(words, version)]


def points(findings: Iterable[Finding]) -> list[list[Finding]]:
    """What cannot agree, grouped by what is printed; a group whose numbers are all among another's, with the same
    readings, is the same point."""
    groups: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding["status"] == "inconsistent" and finding.get("kind") != "implausible":
            groups.setdefault(finding["printed"], []).append(finding)
    listed = list(groups.values())
    kept = [each for each in listed if not any(_within(each, other) for other in listed if other is not each)]
    first = {
        id(each): min(k for k, other in enumerate(listed) if other is each or _within(other, each)) for each in kept
    }
    return sorted(kept, key=lambda each: (each[0].get("kind") == "cosmetic", first[id(each)]))


def plainest(group: Sequence[Finding]) -> Finding:
    """Of several checks that object to one print, the one that needs the fewest other numbers."""
    return min(group, key=lambda each: len(each["about"]))


def _within(group: Sequence[Finding], other: Sequence[Finding]) -> bool:
    numbers, others = ({number for each in one for number in each["about"]} for one in (group, other))
    same = [benign(dict(each)) for each in group] == [benign(dict(each)) for each in other]
    return numbers < others and same and any(benign(dict(each)) for each in group)


def _would_settle(finding: Finding) -> bool:
    return (
        finding["status"] == "undecided" and bool(finding.get("load_bearing")) and finding.get("kind") != "implausible"
    )


def _block(kind: str, *pieces: str | Piece) -> Block:
    return Block(kind, tuple((piece, False) if isinstance(piece, str) else piece for piece in pieces))


def _head(found: Results, words: Words, numbers: bool) -> Iterator[Block]:
    about = found["study"]
    cite, source = about.get("cite") or {}, str(about.get("reported_by") or "")
    title = str(about.get("title") or found.study)
    named = [cite.get(part) for part in ("authors", "year", "where")] + [cite.get("doi") and f"doi:{cite['doi']}"]
    cited = words("letter.cited", details=words("page.list").join(str(part) for part in named if part) or title)
    kind = "second_hand" if source else "numbers" if numbers else "asks"
    yield _block("title", words(f"letter.subject.{'study' if source else 'article'}", title=title))
    yield _block(
        "text", words("letter.to", authors=cite["authors"]) if cite.get("authors") else words("letter.to_authors")
    )
    yield _block("text", words("letter.dear"))
    yield _block("text", words(f"letter.opening.{kind}", cited=cited, source=source))
    if numbers:
        yield _block("text", words("letter.neutral"))


def _foot(words: Words, version: str) -> Iterator[Block]:
    yield _block("text", words("letter.closing"))
    yield _block("text", words("letter.thanks"))
    yield _block("text", words("letter.sign"))
    yield _block("small", words("letter.made", version=version))


def _point(count: int, group: Sequence[Finding], found: Results, replies: Replies, words: Words) -> Iterator[Block]:
    """One point; where several checks object to one print, the arithmetic is that of the one with fewest numbers."""
    chosen = plainest(group)
    said = chosen["words"]
    yield _block("point", f"{count}. {chosen['printed']}")
    for pieces, place in quotes(chosen, found, words):
        yield _block("quote", *pieces, f" {words('letter.place', place=place)}" if place else "")
    if said["must_hold"]:
        yield _block("text", words("letter.expects", text=said["must_hold"].rstrip(".")))
    by_hand = list(said.get("by_hand") or said["arithmetic"][:2])
    if by_hand:
        yield _block("text", words("letter.arithmetic"))
        yield from (_block("sum", line) for line in by_hand)
    if said["allows"] and not set(NUMBER.findall(said["allows"])) <= set(NUMBER.findall(" ".join(by_hand))):
        yield _block("text", words("letter.found", text=said["allows"].rstrip(".")))
    for other in group:
        if other is not chosen:
            title, allows = check_name(other["check"], words), other["words"]["allows"].rstrip(".")
            yield _block("text", words("letter.also", title=title, text=allows))
    for question in _questions(chosen, words):
        yield _block("bullet", question)
    yield from _replied(replies.to_any(str(each["id"]) for each in group), words)


def _questions(finding: Finding, words: Words) -> Iterator[str]:
    if finding["status"] == "undecided":
        unless = finding.get("unless") or {}
        key = {"lone_p": "lone_p", "stated_method": "method", "mentioned_method": "method"}.get(
            str(unless.get("said")), "settles"
        )
        method = words.get(f"terms.method.{unless.get('method')}", str(unless.get("method") or ""))
        yield words.get(f"checks.{finding['check']}.ask", "") or words(f"letter.ask.{key}", method=method)
        return
    readings = benign(dict(finding))[:READINGS]
    for reading in readings:
        yield words("letter.agrees", reading=reading)
    misprints = finding.get("misprints") or {}
    if not readings and 0 < int(misprints.get("fit") or 0) <= MISPRINTS:
        for each in misprints.get("some") or []:
            yield words("letter.misprint", printed=each["printed"], meant=each["meant"])
    elif not readings:
        yield words("letter.nothing", nothing=nothing(dict(finding), words))
    yield words("letter.ask.how")
    asks = [name for each in finding.get("benign_readings") or [] for name in each["departure"].split("+")]
    told = list(dict.fromkeys(ask for name in asks if (ask := words.get(f"departures.{name}.ask", ""))))
    if told:
        yield words("letter.tell", ask="; ".join(told))


def _replied(rows: Sequence[Mapping[str, Any]], words: Words) -> Iterator[Block]:
    for row in rows:
        yield _block("reply", (words("letter.reply", by=row["by"], answer=row["answer"]), True))


def quotes(finding: Finding, found: Results, words: Words) -> Iterator[tuple[list[Piece], str]]:
    """The lines where the numbers of a finding stand, each once, its numbers set apart, and where that is."""
    places, told = Places(found, words), found["extract"].get("quotes") or {}
    numbers = {row["id"]: row for row in found.numbers}
    chosen = [numbers[name] for name in _firsts(finding, found) if name in numbers]
    lines: dict[tuple[str, str], list[Mapping[str, str]]] = {}
    for row in chosen:
        lines.setdefault((row["document"], row["line"]), []).append(row)
    for rows in list(lines.values())[:QUOTES]:
        place = places.inside(rows[0])
        pieces = _words(rows, told) or excerpt(
            places.lines.get(rows[0]["id"], ""), [span for row in rows for span in places.span(row)]
        )
        yield [("“", False), *pieces, ("”", False)], place


def _firsts(finding: Finding, found: Results) -> list[str]:
    """A place of each number that a finding is about, in its order: the first one in a table, else the first."""
    about, lines = set(finding["about"]), found["extract"].get("lines") or {}
    by_role: dict[str, str] = {}
    for row in sorted(found.numbers, key=lambda row: " | " not in lines.get(row["id"], "")):
        if row["id"] in about:
            for role in row["role"].split(";"):
                by_role.setdefault(role, row["id"])
    roles = [role for role in finding.get("roles") or [] if role in by_role and not stated(role)]
    return list(dict.fromkeys(by_role[role] for role in roles))


def _words(rows: Sequence[Mapping[str, str]], told: Mapping[str, Mapping[str, str]]) -> list[Piece]:
    """Of prose that is known from a transcript, the words that are printed around each number."""
    pieces: list[Piece] = []
    for row in rows:
        words = (told.get(row["id"]) or {}).get("words", "")
        if words:
            words = words.strip(")" if words.count(")") > words.count("(") else "").strip()
            line = marked(words, row["text"], 0)
            pieces += [(" … ", False)] if pieces else []
            pieces += [(line["before"], False), (line["mark"], True), (line["after"], False)]
    return [piece for piece in pieces if piece[0]]
