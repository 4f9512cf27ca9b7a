"""What does a Markdown file say? Its table rows are lines with cells between pipes, as everywhere in the package."""

from reread.documents.plain import lines

__all__ = ["SUFFIXES", "lines"]

SUFFIXES = (".md",)
