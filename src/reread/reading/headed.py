"""Under which heading or caption of the document does each line stand?

Where somebody who has the document finds a number: "Table 2" for a row of a table or a line below its caption, else the
heading above, as the document prints it. Headings are Markdown's, or short lines before long ones.

>>> from reread.documents import from_text
>>> text = "RESULTS\\n" + "All of them came back for the second measurement, a week after the first one. " * 2
>>> headed(from_text(text + "\\nTable 2. Means\\nGroup | Mean\\nA | 1.20"))
{2: 'RESULTS', 3: 'RESULTS', 4: 'Table 2', 5: 'Table 2'}
"""

from __future__ import annotations

import re

from reread.documents import Document

ROW = re.compile(r" \| |^\| | \|$")
MARKED = re.compile(r"#{1,6} +(.+?)[ #]*")
CAPTION = re.compile(r"(?:table|tabel|tab\.|figure|gambar|fig\.) ?[A-Z]?\d{1,3}(?![\d-])", re.IGNORECASE)
SHORT, LONG = 60, 100  # characters of a heading at most, of what stands below it at least
NEAR = 4  # lines between a caption and its table


def headed(document: Document) -> dict[int, str]:
    """Line number → heading or caption; lines above the first heading are left out."""
    texts = [line.text for line in document.lines]
    marked = any(MARKED.fullmatch(text) for text in texts)
    found: dict[int, str] = {}
    heading, caption, since = "", "", NEAR
    for k, line in enumerate(document.lines):
        above = MARKED.fullmatch(line.text) if marked else None
        caption_here = CAPTION.match(line.text)
        if above or (not marked and not caption_here and _heads(texts, k)):
            heading, caption = above[1] if above else line.text, ""
        elif caption_here and not ROW.search(line.text):
            caption, since = caption_here[0], 0
        elif ROW.search(line.text):
            since = 0
            if caption or heading:
                found[line.number] = caption or heading
            continue
        else:
            since += bool(line.text)
            caption = caption if since <= NEAR else ""
        if heading and line.text and not above and line.text != heading:
            found[line.number] = heading
    return found


def _heads(texts: list[str], k: int) -> bool:
    text = texts[k]
    if not text or len(text) > SHORT or not text[0].isupper() or text[-1] in ".,;:!?" or ROW.search(text):
        return False
    below = next((line for line in texts[k + 1 :] if line), "")
    return len(below) >= LONG and not ROW.search(below)
