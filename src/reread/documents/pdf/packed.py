"""How much does a PDF unpack to, before anything unpacks it?

A page of a few kilobytes can hold gigabytes of drawing. Every packed stream that is no picture is unpacked up to LIMIT
and thrown away; what unpacks to more is refused. A stream packed twice is unpacked twice; other ways of packing gain
too little to matter.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

LIMIT = 30_000_000  # bytes of one stream; pdfium needs fifteen times as many
STREAM = re.compile(rb"stream\r?\n")
DICTIONARY = 2000  # bytes before a stream in which its dictionary stands
PIECE = 1 << 16


def bursts(data: bytes) -> bool:
    """Does any stream of a file unpack to more than LIMIT?

    >>> head = b"1 0 obj << /Filter /FlateDecode >> stream\\n"
    >>> bursts(head + zlib.compress(bytes(LIMIT + 1))), bursts(head + zlib.compress(bytes(1000))), bursts(b"stream\\n")
    (True, False, False)
    """
    for match in STREAM.finditer(data):
        head = data[max(0, match.start() - DICTIONARY) : match.start()].rpartition(b" obj")[2]
        times = head.count(b"/FlateDecode") + head.count(b"/Fl ")
        if times and not re.search(rb"/Subtype\s*/Image", head) and _size(_unpacked(data, match.end()), times) > LIMIT:
            return True
    return False


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
