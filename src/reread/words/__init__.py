"""Which words does a reader see, in the reader's language?

IN: `words/<language>/*.yaml` (all but `reading.yaml`), trees of strings with `{parameters}`. OUT: `load("en")`, which
answers one key with one sentence. MAY NOT: compute, know a study, or fall back silently on another
language. Another language is another folder. The words of a user's own checks, departures and rivals lie beside them
(`reread.files.own`); those of a rival are loaded where it is used.

>>> words = load("en")
>>> words("page.status.consistent"), words("page.lost.failed", stage="rivals")
('agrees', 'not computed: rivals failed')
>>> words.plural("page.answers.undecided", 2, n="two")
'Two checks are not decided.'
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import yaml

from reread.files import own
from reread.files.problem import Problem

FOLDER = Path(__file__).parent
READING = "reading.yaml"
BOTH = "both"  # of config.yaml: every language that there is
FAST: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Own(FAST):  # type: ignore[misc]
    """Reads the program's own YAML, fifteen times as fast as what reads a person's. As there, only true and false are
    truth values, and `no` is a word."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - the loader's own way to say it
        first: [(tag, pattern) for tag, pattern in ways if tag != "tag:yaml.org,2002:bool" or first in "tTfF"]
        for first, ways in FAST.yaml_implicit_resolvers.items()
    }


def own_yaml(path: Path) -> Any:
    """What stands in a YAML file of the package."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=Own)


# "p = {p}" of a p that is printed as "< .001" reads "p < .001".
RELATION = re.compile(r"= (?=[<>≤≥])")


@dataclass(frozen=True)
class Words:
    """The strings of one language. Callable: a dotted key and its parameters give the sentence."""

    language: str
    tree: dict[str, Any]
    files: dict[str, str]  # key, or the beginning of one → where it stands
    texts: Mapping[str, str] = field(default_factory=dict)  # what a person wrote → how it reads in this language

    def with_texts(self, texts: Mapping[str, str]) -> Words:
        """The same words, which know how some texts of a person read (`reread.files.texts`)."""
        return replace(self, texts={**self.texts, **texts})

    def own(self, text: str) -> str:
        """A text or name that a person wrote, in this language where that stands beside it."""
        return self.texts.get(text, text)

    def named(self, text: str) -> str:
        """Names that a person chose, among figures (`18 low, 2 adequate`), each in this language."""
        return self._names.sub(lambda name: self.texts[name[0]], text) if self.texts else text

    @cached_property
    def _names(self) -> re.Pattern[str]:
        longest_first = sorted(self.texts, key=len, reverse=True)
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")

    def __call__(self, key: str, **params: object) -> str:
        """The sentence under `key`; KeyError names key and file where it or a parameter is missing.

        A parameter that is a person's text is told in this language.
        """
        found = self._find(key)
        if found is None:
            raise KeyError(f"{key} is not a sentence in {self._file(key)}")
        try:
            return RELATION.sub("", found.format(**self._told(params)))
        except KeyError as missing:
            raise KeyError(f"{key} in {self._file(key)} needs the parameter {missing}") from None

    def joined(self, last: str, parts: Iterable[object]) -> str:
        """A list in a sentence: commas, and the words under `last` (" and ", " or ") before the last part."""
        *first, end = [self.own(str(part)) for part in parts] or [""]
        return self(last).join([", ".join(first), end]) if first else end

    def several(self, key: str, **params: object) -> list[str]:
        """The list of strings under `key`, as of the heads of a table."""
        node: Any = self.tree
        for part in key.split("."):
            node = node.get(part) if isinstance(node, dict) else None
        if not isinstance(node, list):
            raise KeyError(f"{key} is not a list in {self._file(key)}")
        return [str(item).format(**self._told(params)) for item in node]

    def get(self, key: str, default: str) -> str:
        """The string under `key` as it stands, or `default`, in this language, where there is none."""
        found = self._find(key)
        return self.own(default) if found is None else found

    def branch(self, key: str) -> dict[str, str]:
        """The strings below a key, by name; empty where there are none."""
        node: Any = self.tree
        for part in key.split("."):
            node = node.get(part, {}) if isinstance(node, dict) else {}
        return {name: text for name, text in node.items() if isinstance(text, str)} if isinstance(node, dict) else {}

    def plural(self, key: str, count: int, **params: object) -> str:
        """The sentence `key.one` for a count of one, `key.other` for every other count, with a capital."""
        text = self(f"{key}.{'one' if count == 1 else 'other'}", **params)
        return text[:1].upper() + text[1:]

    def spelled(self, count: int) -> str:
        """A small count as a word ("three"), a large one as digits."""
        return self.get(f"page.spelled.{count}", str(count))

    def _told(self, params: Mapping[str, object]) -> dict[str, object]:
        return {name: self.own(value) if isinstance(value, str) else value for name, value in params.items()}

    def _find(self, key: str) -> str | None:
        node: Any = self.tree
        for part in key.split("."):
            node = node.get(part) if isinstance(node, dict) else None
        return None if node is None or isinstance(node, (dict, list)) else str(node)

    def _file(self, key: str) -> str:
        parts = key.split(".")
        near = (self.files.get(begin) for begin in (".".join(parts[:2]), parts[0]))
        return next(filter(None, near), f"words/{self.language}/*.yaml")


def languages() -> list[str]:
    """The languages that exist: every folder here that holds a string file."""
    return sorted({path.parent.name for path in FOLDER.glob("*/*.yaml") if path.name != READING})


def chosen(language: str) -> tuple[str, ...]:
    """The languages of a run, its first one first. Raises Problem for one that has no folder."""
    if language == BOTH:
        return tuple(languages())
    if language not in languages():
        raise Problem("config.yaml", "language", f"“{language}”", f"one of {', '.join([*languages(), BOTH])}")
    return (language,)


def load(language: str, *rivals: str) -> Words:
    """All string files of one language, merged, with those of a user's checks and departures, and of some rivals.

    Raises Problem for a language that has no folder, and for a user's rival without words in it.
    """
    if language not in languages():
        raise Problem("config.yaml", "language", f"“{language}”", f"one of {', '.join(languages())}")
    paths = {path: f"words/{language}/{path.name}" for path in sorted((FOLDER / language).glob("*.yaml"))}
    more = {(kind, name): own.words_of(kind, name, language) for kind, name in _own(rivals)}
    added = {path: own.place(kind, path) for (kind, _), path in more.items() if path}
    for path, place in added.items():
        if place.startswith("rivals/") and not path.is_file():
            raise Problem(place, "", "no such file", f"this rival’s words in the language “{language}”")
    places = {f"{kind}.{name}": added[path] for (kind, name), path in more.items() if path}
    there = [(path, place) for path, place in {**paths, **added}.items() if path.is_file() and path.name != READING]
    return _merged_files(language, tuple((*each, each[0].stat().st_mtime_ns) for each in there), tuple(places.items()))


def of_study(folder: Path, language: str, *rivals: str) -> Words:
    """The words of one language, which know how the texts in a study's folder read in it. Raises Problem."""
    from reread.files.texts import read_texts  # a paper alone has none

    return load(language, *rivals).with_texts(read_texts(folder, language))


def _own(rivals: Iterable[str]) -> list[tuple[str, str]]:
    mine = [(kind, name) for kind in ("checks", "departures") for name in own.modules(kind)]
    return mine + [("rivals", name) for name in rivals]


@cache
def _merged_files(
    language: str, files: tuple[tuple[Path, str, int], ...], places: tuple[tuple[str, str], ...]
) -> Words:
    tree: dict[str, Any] = {}
    found = dict(places)
    for path, place, _ in files:
        for top, branch in _mapping(path, place).items():
            tree[str(top)] = _merged(tree.get(str(top)), _texted(branch), place, str(top))
            found.setdefault(str(top), place)
    return Words(language, tree, found, tree.get("texts", {}))


def _mapping(path: Path, place: str) -> dict[Any, Any]:
    """A string file, of which a user may have written one. Raises Problem for one that cannot be read."""
    try:
        loaded = own_yaml(path) or {}
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f"line {mark.line + 1}" if mark else ""
        raise Problem(
            place, line, str(getattr(error, "problem", error)), "sentences with their keys, as YAML"
        ) from error
    if not isinstance(loaded, dict):
        raise Problem(place, "", "no keys", "sentences with their keys")
    return loaded


def _texted(node: Any) -> Any:
    """Keys as text, so that a key such as 3 is found by `page.spelled.3`."""
    return {str(key): _texted(value) for key, value in node.items()} if isinstance(node, dict) else node


def _merged(old: Any, new: Any, file: str, key: str) -> Any:
    if old is None:
        return new
    if not (isinstance(old, dict) and isinstance(new, dict)):
        raise Problem(file, key, "a sentence that another file already has", "each key in one file only")
    shared = {part: _merged(old.get(part), value, file, f"{key}.{part}") for part, value in new.items()}
    return {**old, **shared}
