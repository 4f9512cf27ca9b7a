"""In which encoding is a text written?

A byte-order mark tells; else it is UTF-8, as far as it can be; UTF-16, where every other byte is empty; else what
Windows and Western Europe wrote before (Windows-1252, of which Latin-1 is a part). Bytes that are none of its
characters are read as �, and told.

>>> decoded("± 0,41".encode()), decoded("± 0,41".encode("latin-1")), decoded("p = .04".encode("utf-16"))
(('± 0,41', ''), ('± 0,41', 'Windows-1252'), ('p = .04', 'UTF-16'))
>>> decoded("“quoted” – twice".encode() + bytes([0xFF]) + b" p = .04")
('“quoted” – twice� p = .04', '')
"""

from __future__ import annotations

import codecs
from pathlib import Path

from reread.files.problem import Problem

MARKS = {codecs.BOM_UTF8: "UTF-8-sig", codecs.BOM_UTF16_LE: "UTF-16", codecs.BOM_UTF16_BE: "UTF-16"}
EMPTY = 0.3  # of the bytes at even or odd places, in UTF-16 of a Western language
BINARY = 0.01  # of the bytes are empty: no text
LOST = "\ufffd"


def decoded(data: bytes) -> tuple[str, str]:
    """A text, and the name of its encoding where this is not UTF-8. Raises Problem where it is no text."""
    for mark, name in MARKS.items():
        if data.startswith(mark):
            return data.decode(name, "replace"), name.removesuffix("-sig").replace("UTF-8", "")
    sides = {name: data[first::2].count(0) for first, name in ((1, "utf-16-le"), (0, "utf-16-be"))}
    name = max(sides, key=lambda each: sides[each])
    if sides[name] > EMPTY * (len(data) // 2) > 0:
        return data.decode(name, "replace"), "UTF-16"
    if data.count(0) > BINARY * len(data):
        raise Problem("", "", "bytes that are no text", "the paper as text, saved as UTF-8")
    text = data.decode("utf-8", "replace")
    if LOST not in text:
        return text, ""
    whole = sum(ord(character) > 0x7F for character in text) - text.count(LOST)  # characters of several bytes
    if whole >= text.count(LOST) or LOST.encode() in data:
        return text, ""
    return data.decode("cp1252", "replace"), "Windows-1252"


def text_of(path: Path) -> str:
    """The text of a file. Line ends are read as one character."""
    return decoded(path.read_bytes())[0].replace("\r\n", "\n").replace("\r", "\n")


def encoding_of(path: Path) -> str:
    """The name of a text's encoding where this is not UTF-8."""
    return decoded(path.read_bytes())[1]
