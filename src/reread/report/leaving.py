"""What leaves the page of a study beside it: a letter to the authors, and a sheet for a journal club.

Files beside `report.html`, in the page's language; what there is no more reason for is removed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from reread.files.results import write_whole
from reread.report.club import club_sheet
from reread.report.letter import letter
from reread.report.letter_files import markdown, word_file
from reread.report.results import Results
from reread.words import Words

LETTER = ("letter.docx", "letter.md")
CLUB = "club.html"


def leave(
    folder: Path, found: Results, words: Words, version: str, languages: Sequence[Mapping[str, str]] = ()
) -> list[str]:
    """Write what leaves the page of a study; the names of the files, none where there is nothing to ask or discuss."""
    made: dict[str, bytes | None] = dict.fromkeys((*LETTER, CLUB))
    blocks = letter(found, words, version)
    if blocks:
        written = (word_file(blocks, words.language, f"Reread {version}"), markdown(blocks).encode())
        made.update(zip(LETTER, written, strict=True))
    made[CLUB] = club_sheet(found, words, version, languages).encode() or None
    for name, content in made.items():
        if content is None:
            (folder / name).unlink(missing_ok=True)
        else:
            write_whole(folder / name, content)
    return [name for name, content in made.items() if content is not None]
