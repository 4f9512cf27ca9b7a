"""What is a paper called, who wrote it, and where did it appear?

Each format has its own place for this (JATS its front matter, HTML its head, Word the paragraph in the style Title, PDF
the largest letters of its first page); text and Markdown have their first line. Where nothing is certain nothing is
said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

LENGTH = (8, 300)  # characters of a title
HEADING = 3  # words in capitals: the name of a section, no title
NAMED = 2  # words of a name at least
SEVERAL = 3  # authors are all named, more by the first one
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
DOI = re.compile(r"10\.\d{4,9}/[^\s\"<>]+")
GENERIC = re.compile(
    r"(?i)^(?:untitled|document\d*|microsoft word.*|index|home|paper|article|full[ -]?text|.*\.(?:docx?|tex|indd|pdf)"
    r"|(?:table|tabel|figure|gambar|fig)\W*\d.*)$"
)
DEGREE = re.compile(r"(?:M\.?D|Ph\.?D|M\.?Sc|B\.?Sc|MPH|R\.?N|S\.?ST|M\.?Keb|S\.?Kep|Ns|M\.?Kes|Dr|Prof)\.?")
NO_NAMES = re.compile(
    r"(?i)\b(?:department|university|universitas|institut\w*|school|hospital|faculty|fakultas|jurusan|abstract|"
    r"journal|received|of|the|for|in|on)\b"
)
NAME = re.compile(r"[^\W\d_](?:[\w.'’\- ]*[\w.'’])?")


@dataclass(frozen=True)
class About:
    """What the paper says of itself; empty where it does not."""

    title: str = ""
    authors: tuple[str, ...] = ()
    year: int | None = None
    where: str = ""
    doi: str = ""

    @property
    def cite(self) -> dict[str, str | int]:
        """The same as a study file says it."""
        told = {"authors": told_authors(self.authors), "year": self.year, "where": self.where, "doi": self.doi}
        return {name: value for name, value in told.items() if value}


def told_authors(names: Sequence[str]) -> str:
    """The authors as they are cited.

    >>> told_authors(["A. Sari", "B. Putri"]), told_authors(["A. Sari", "B. Putri", "C. Dewi", "D. Ayu"])
    ('A. Sari, B. Putri', 'A. Sari et al.')
    """
    return ", ".join(names) if len(names) <= SEVERAL else f"{names[0]} et al."


def title_of(text: str) -> str:
    """A title on one line, empty where it can be none.

    >>> title_of("  Milk after  massage: a trial. "), title_of("Microsoft Word - paper.doc"), title_of("12")
    ('Milk after massage: a trial', '', '')
    """
    line = re.sub(r"\s+", " ", re.sub(r"\^\S+", "", text)).strip(" \t*#.")
    words = len(line.split())
    named = sum(map(str.isalpha, line)) > 0.5 * len(line) and words > (HEADING if line.isupper() else 1)
    return line if LENGTH[0] <= len(line) <= LENGTH[1] and named and not GENERIC.match(line) else ""


def names_in(text: str) -> tuple[str, ...]:
    """The names of a line of authors; none where a part of it cannot be a name.

    >>> names_in("Ani Sari^1, Budi Putra^2 and Citra Dewi^1,*"), names_in("Department of Nursing, Jakarta")
    (('Ani Sari', 'Budi Putra', 'Citra Dewi'), ())
    """
    plain = re.sub(r"\^[^\s,;]+|[*†‡§¶∗¹²³⁴-⁹]|\d+", " ", text)
    parts = [part.strip(" .") for part in re.split(r"\s*[,;]\s*|\s+(?:and|dan|&)\s+|\s*&\s*", plain)]
    named = [re.sub(r"\s+", " ", part) for part in parts if len(part) > 1 and not DEGREE.fullmatch(part)]
    return tuple(named) if named and all(map(_a_name, named)) else ()


def _a_name(part: str) -> bool:
    words = part.split()
    capital = sum(word[:1].isupper() for word in words)
    like = NAMED <= len(words) <= 6 and capital >= len(words) - 1 and NAME.fullmatch(part)
    return bool(like) and not NO_NAMES.search(part)


def year_in(texts: Iterable[str]) -> int | None:
    """The first year that some text names."""
    found = next((match for text in texts for match in [YEAR.search(text)] if match), None)
    return int(found.group()) if found else None


def doi_in(text: str) -> str:
    """The first DOI in a text."""
    found = DOI.search(text)
    return found.group().rstrip(".,;)]") if found else ""
