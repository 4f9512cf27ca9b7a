"""The page as a reader of HTML sees it: elements that nest, their attributes, and text by place."""

from __future__ import annotations

from html.parser import HTMLParser

VOID = {"meta", "link", "br", "img", "input", "hr"}


class Page(HTMLParser):
    """Checks that elements nest, and keeps what the tests ask for: elements with attributes, text by id, headings."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[tuple[str, str]] = []
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.pieces: list[tuple[tuple[str, ...], str]] = []
        self.feed(html)
        self.close()
        assert not self.open, f"left open: {self.open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self.elements.append((tag, found))
        if tag not in VOID:
            self.open.append((tag, found.get("id", "")))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"{tag} ends where nothing is open"
        opened, name = self.open.pop()
        assert opened == tag, f"{tag} ends where {opened} #{name} is open"

    def handle_data(self, data: str) -> None:
        names = tuple(tag for tag, _ in self.open) + tuple(f"#{name}" for _, name in self.open if name)
        if "style" not in names and data.strip():
            self.pieces.append((names, data))

    def text(self, where: str = "body") -> str:
        """All text inside an element (`#id` or tag), runs of spaces as one."""
        return " ".join(" ".join(data for names, data in self.pieces if where in names).split())
