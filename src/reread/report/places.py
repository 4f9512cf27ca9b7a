"""Where in the document does a number stand, and which characters of its line are it?

The line comes normalised (dashes, quotes and spaces in one writing); the number is found in it in that writing and
shown as printed. Where a line prints the same number twice, its order in the ledger decides.

>>> marked("-2 of 20, then -2 | -2025", "–2", 1)
{'before': '-2 of 20, then ', 'mark': '–2', 'after': ' | -2025'}
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from typing import Any

from reread.documents.normalise import normalise
from reread.report.results import Results
from reread.words import Words

MARKS = re.compile(r"^[\s|:-]+$|^\s*[-*] +|^\s*\| *| *\|\s*$")
AROUND = 2000  # characters on either side of a number, of a line that is longer than twice as many


def marked(line: str, printed: str, nth: int) -> dict[str, str]:
    """The line in three parts, the number in the middle; nothing is marked where the number is not found."""
    number = normalise(printed)[0]
    pattern = rf"(?<![\d.,]){re.escape(number)}(?!\d|[.,]\d)" if number else r"(?!)"
    found = list(re.finditer(pattern, line)) or list(re.finditer(re.escape(number) if number else r"(?!)", line))
    if not found:
        return {"before": line, "mark": "", "after": ""}
    start, end = found[min(nth, len(found) - 1)].span()
    return {"before": line[:start], "mark": printed, "after": line[end:]}


class Places:
    """The places of all numbers of one study."""

    def __init__(self, results: Results, words: Words) -> None:
        extract = results["extract"]
        self.words = words
        self.lines: Mapping[str, str] = extract.get("lines") or {}
        self.quotes: Mapping[str, Mapping[str, str]] = extract.get("quotes") or {}
        self.texts: Mapping[str, list[str]] = extract.get("texts") or {}
        self.files = {read["document"]: PurePosixPath(read["file"]).name for read in extract.get("read") or []}
        self.language = str(results["study"].get("language") or "")
        self.nth = _order(results.numbers)

    def of(self, number: Mapping[str, str]) -> dict[str, Any]:
        """File and line, and the line's words with the number marked."""
        line = marked(self.lines.get(number["id"], ""), number["text"], self.nth[number["id"]])
        if len(line["before"]) + len(line["after"]) > 2 * AROUND:
            line = {"before": _end(line["before"]), "mark": line["mark"], "after": _start(line["after"])}
        place = self.named(number)
        href = f"#t{number['document']}-{number['line']}" if number["document"] in self.texts else ""
        lang = self.language_of(number["document"])
        return {"id": f"n-{number['id']}", "lang": lang, "place": place, "href": href, **line}

    def named(self, number: Mapping[str, Any]) -> str:
        """The article's section or table and the transcript's line; of any other document, file, page and line."""
        tag, inside = number["document"], self.inside(number)
        if tag in self.texts:
            key = f"page.numbers.{'in_one_of_the_transcripts' if tag else 'in_the_transcript'}"
            return "; ".join(filter(None, (inside, self.words(key, line=number["line"], tag=tag))))
        file = self.files.get(number["document"], number["document"])
        inside = self.words("page.list").join(filter(None, (file, inside)))
        return self.words("page.numbers.place", file=inside, line=number["line"])

    def transcripts(self) -> list[dict[str, Any]]:
        """The transcripts that were read, each with its numbered lines; blank ones are left out."""
        found = []
        for tag, texts in self.texts.items():
            styled = [{"id": f"t{tag}-{k}", "n": k, **_styled(text)} for k, text in enumerate(texts, 1)]
            lines = [line for line in styled if line["text"]]
            name = self.words(f"page.transcript.{'tagged' if tag else 'one'}", tag=tag, n=len(texts))
            found.append({"name": name, "lang": self.language_of(tag), "lines": lines})
        return found

    def inside(self, number: Mapping[str, Any]) -> str:
        """Where in the article: the heading or table that it stands under, and the page or the row."""
        heading = (self.quotes.get(str(number.get("id"))) or {}).get("heading", "")
        place = str(number.get("place") or "")
        return place if place.startswith(heading) else self.words("page.list").join(filter(None, (heading, place)))

    def span(self, number: Mapping[str, str]) -> list[tuple[int, int]]:
        """Where on its line the number stands; nothing where it is not found."""
        line = marked(self.lines.get(number["id"], ""), number["text"], self.nth[number["id"]])
        start = len(line["before"])
        end = len(self.lines.get(number["id"], "")) - len(line["after"])
        return [(start, end)] if line["mark"] else []

    def language_of(self, document: str) -> str:
        """The language of a document: a tag of two letters names it, else the study does."""
        return document if re.fullmatch("[a-z]{2}", document) else self.language


def _styled(text: str) -> dict[str, Any]:
    """A line of Markdown as it is read: a heading and an entry without marks, a row without the pipes around it."""
    if text.startswith("#"):
        return {"text": text.lstrip("#").strip(), "heading": True}
    return {"text": MARKS.sub("", text), "heading": False}


def _end(text: str) -> str:
    return text if len(text) <= AROUND else "… " + text[-AROUND:]


def _start(text: str) -> str:
    return text if len(text) <= AROUND else text[:AROUND] + " …"


def _order(numbers: Iterable[Mapping[str, str]]) -> dict[str, int]:
    """How many equal numbers stand before each one on its line."""
    seen: dict[tuple[str, ...], int] = defaultdict(int)
    nth = {}
    for number in numbers:
        key = (number["document"], number["line"], normalise(number["text"])[0])
        nth[number["id"]] = seen[key]
        seen[key] += 1
    return nth
