"""What does a plain-text file say? Text is read as UTF-8, with or without a byte-order mark."""

from pathlib import Path

SUFFIXES = (".txt",)


def text(path: Path) -> str:
    """The raw text; every offset of the ledger counts its characters. Line ends are read as one character."""
    return path.read_text(encoding="utf-8-sig")
