"""Is a file that a person wrote YAML, every key once, with nothing in it that a later step could not carry?

The keys keep their places, so that whatever is wrong further on can be told with its line. Refused is what no person
writes and what would cost the other studies their run: aliases (nine lines of them are a billion words), deep nests,
numbers of thousands of digits, halves of characters, control characters, pipes, links that leave the folder.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from reread.files.limits import refuse_special
from reread.files.problem import Problem, screen

SIZE, DEEP, DIGITS = 2_000_000, 30, 60  # bytes, levels of keys, digits of a number: far above what anybody writes
UNREADABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def load(path: Path) -> Any:
    """The YAML with the place of every key; Problem where it is not YAML or a key stands twice."""
    from ruamel.yaml import YAML  # only where a person's file is read: a paper alone needs none
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    refuse_special(path, path.parent)
    try:
        if path.stat().st_size > SIZE:
            found = f"{path.stat().st_size:,} bytes, more than the {SIZE:,} that are read"
            raise Problem(str(path), "", found, "a file that a person wrote")
        data = YAML(typ="rt", pure=True).load(path.read_text(encoding="utf-8-sig"))
    except RecursionError as error:
        raise Problem(str(path), "", "keys or lists nested too deeply", f"{DEEP} levels at most") from error
    except (OSError, UnicodeDecodeError) as error:
        raise Problem(str(path), "", f"a file that cannot be read ({error})", "a readable UTF-8 text file") from error
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        found = " ".join(str(error.problem or error.context or "text that is not YAML").split())
        if "duplicate key" in found:
            found = "the key “" + found.split('"')[1] + "” twice" if '"' in found else found
        place = f"line {mark.line + 1}" if mark else ""
        raise Problem(str(path), place, found, _instead(path, mark.line if mark else None)) from error
    except YAMLError as error:
        raise Problem(str(path), "", "text that is not YAML", "`key: value` lines, indented with spaces") from error
    except ValueError as error:  # a number with more digits than Python reads, a date that is none
        long = next((k for k, line in enumerate(_lines(path), 1) if re.search(r"[\d_]{400}", line)), None)
        place, found = (f"line {long}", "a number of more digits than is read") if long else ("", f"a value ({error})")
        raise Problem(str(path), place, found, "text in quotes") from error
    for keys, found, write in _unsound(data):
        line = line_at(data, keys)
        raise Problem(str(path), f"line {line}" if line else "", found, write)
    return data


def _unsound(data: Any) -> Iterator[tuple[tuple[Any, ...], str, str]]:
    """What a later step could not carry, whatever the key: where it stands, what it is, what to write."""
    seen, waiting = set[int](), [(data, tuple[Any, ...]())]
    while waiting:
        node, place = waiting.pop()
        if isinstance(node, dict | list):
            if id(node) in seen:
                yield place, "an alias, `*name`, of what stands elsewhere", "the keys themselves, written out"
            if len(place) > DEEP:
                yield place, "keys or lists nested too deeply", f"{DEEP} levels at most"
            seen.add(id(node))
            below = node.items() if isinstance(node, dict) else enumerate(node)
            waiting += [(part, (*place, key)) for key, part in below]
            waiting += [(key, (*place, key)) for key in node if isinstance(node, dict)]
        elif isinstance(node, str) and (sign := UNREADABLE.search(node)):
            yield place, f"the character {screen(sign[0])}, which no file can show", "the text without it"
        elif isinstance(node, int) and abs(node) >= 10**DIGITS:
            yield place, f"a number of more than {DIGITS} digits", "text in quotes"


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8-sig").splitlines()


def _instead(path: Path, line: int | None) -> str:
    """What to write in a line that is not YAML: words with braces stand in quotes."""
    lines = _lines(path)
    key, colon, value = (lines[line] if line is not None and line < len(lines) else "").partition(": ")
    if colon and "{" in value and value.strip()[:1] not in ("'", '"', "["):
        while value.count("}") > value.count("{"):  # those of a mapping on the same line
            value = value.rstrip().removesuffix("}")
        quote = "'" if '"' in value else '"'
        return f"the words in quotes, because of their braces: {key.strip()}: {quote}{value.strip()}{quote}"
    return "every key once, as `key: value`, indented with spaces"


def line_at(data: Any, place: tuple[Any, ...]) -> int | None:
    """The line of the key that stands at a place, or of the nearest one above it."""
    line: int | None = None
    for part in place:
        try:
            marks = data.lc
            line = (marks.item(part) if isinstance(part, int) else marks.key(part))[0] + 1
            data = data[part]
        except (AttributeError, KeyError, TypeError, IndexError):
            break
    return line
