"""How much does a PDF unpack to, before anything unpacks it?

A page of a few kilobytes can hold gigabytes of drawing. Every stream that is no picture and begins as zlib's does is
unpacked up to LIMIT and thrown away, whatever its dictionary calls the filter (`/Fl`, `[/Fl]`, `/Flate#44ecode`, a
reference); what unpacks to more is refused, and so are streams that come to more than SUM together. A stream packed
twice is unpacked twice. What is packed otherwise meets the limits of the process (`reread.files.limits`).
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

LIMIT = 30_000_000  # bytes of one stream; pdfium needs fifteen times as many
SUM = 200_000_000  # bytes of all streams of a file; an article has less than a million
STREAM = re.compile(rb"stream\r?\n")
DICTIONARY = 2000  # bytes before a stream in which its dictionary stands
PIECE = 1 << 16
NAMED = re.compile(rb"#([0-9A-Fa-f]{2})")  # a letter of a name, written as its number
FLATE = re.compile(rb"/Fl(?:ateDecode)?(?![0-9A-Za-z])")


def bursts(data: bytes) -> bool:
    """Does any stream of a file unpack to more than LIMIT, or do all of them to more than SUM?

    >>> head = b"1 0 obj << /Filter /FlateDecode >> stream\\n"
    >>> bursts(head + zlib.compress(bytes(LIMIT + 1))), bursts(head + zlib.compress(bytes(1000))), bursts(b"stream\\n")
    (True, False, False)
    """
    total = 0
    for match in STREAM.finditer(data):
        head = data[max(0, match.start() - DICTIONARY) : match.start()].rpartition(b" obj")[2]
        if _zlib(data[match.end() : match.end() + 2]) and not re.search(rb"/Subtype\s*/Image", head):
            head = NAMED.sub(lambda number: bytes([int(number[1], 16)]), head)
            size = _size(_unpacked(data, match.end()), max(1, len(FLATE.findall(head))))
            total += size
            if size > LIMIT or total > SUM:
                return True
    return False


def _zlib(begin: bytes) -> bool:
    """Do these two bytes begin what zlib packed?"""
    return len(begin) == 2 and begin[0] & 15 == 8 and int.from_bytes(begin, "big") % 31 == 0


def _unpacked(data: bytes, start: int) -> Iterator[bytes]:
    """The pieces that a packed stream unpacks to, as far as it can be unpacked."""
    return _inflate(data[at : at + PIECE] for at in range(start, len(data), PIECE))


def _inflate(pieces: Iterator[bytes]) -> Iterator[bytes]:
    machine = zlib.decompressobj()
    try:
        for piece in pieces:
            while piece and not machine.eof:
                yield machine.decompress(piece, PIECE)
                piece = machine.unconsumed_tail
            if machine.eof:
                return
    except zlib.error:
        return


def _size(pieces: Iterator[bytes], times: int) -> int:
    """How many bytes come out, counted no further than just above LIMIT."""
    for _ in range(min(times, 3) - 1):
        pieces = _inflate(pieces)
    total = 0
    for piece in pieces:
        total += len(piece)
        if total > LIMIT:
            break
    return total
