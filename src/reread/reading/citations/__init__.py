"""What does a document cite, and does every citation in its text lead to its list of references, and back?

IN: one document. OUT: `read_citations`: a `Cited` with what is missing, unused, listed twice, ambiguous, called “et
al.” with two names, and titles that a person should hold against what they are cited for. MAY NOT: accuse; where a
style, a name or a list is not read for certain, nothing is said.

>>> from reread.documents import from_text
>>> text = '''It rose (Lee et al., 2020). It fell (Ito & Abe, 2019). It stayed (Wu & Fu, 2018; Roe, 2001).
... References
... - Roe, E. (2001). On staying. Journal of Stays, 3, 5-6.
... - Ito, K., & Abe, S. (2019). On falling. Journal of Falls, 1, 1-9.
... - Lee, A., & Kim, B. (2020). On rising. Journal of Rises, 2, 3-4.
... - Poe, E. (2001). On nothing. Journal of Nothing, 3, 5-6.'''
>>> found = read_citations(from_text(text))
>>> found.style, found.entries, [each.text for each in found.missing], [each.title for each in found.unused]
('author and year', 4, ['Wu & Fu, 2018'], ['On nothing'])
>>> [each.text for each, _ in found.et_al]
['Lee et al., 2020']
"""

from __future__ import annotations

from reread.documents import Document
from reread.reading.citations.compared import Cited, compared
from reread.reading.citations.in_text import in_text
from reread.reading.citations.listed import listed


def read_citations(document: Document) -> Cited | None:
    """The citations of a document beside its list of references; None where it has neither."""
    entries, body = listed(document)
    found = in_text(body, entries)
    return compared(entries, found, body) if entries or found.marks else None


__all__ = ["Cited", "read_citations"]
