"""Was this page built with anything other than what was delivered?

The stock manifest (`stock.sha256`, one line a file as sha256sum writes it) holds the notebooks, the .py and .yaml files
of the program and of the rivals beside it, and the delivered studies. What a reader brings (`reread.files.own`) counts
as changed. Text is hashed with its line ends as \\n; of a notebook only the cells' sources and tags count, so
that opening and saving it in Lab is no change. `python -m reread.report.changed --write` rewrites the manifest from the
checkout.

>>> digest("a.yaml", b"n: 1\\r\\n") == digest("b.yaml", b"n: 1\\n")
True
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from reread.files import own

PACKAGE = Path(__file__).resolve().parents[1]
INSTALLED_AS = "src/reread"
ACROSS = "notebooks/across/"
MANIFEST = PACKAGE / "stock.sha256"
REPLY = "reply.yaml"
NEW = "folder"  # what `reread new` copies: a reader's own, once it is copied


def changed(root: Path, study: str, manifest: Path = MANIFEST, package: Path = PACKAGE) -> list[str]:
    """Names of changed, added and missing files that this study's page was built with.

    `root` holds notebooks/, studies/ and what the reader brings. A folder that is not there is not looked at; a study
    that was not delivered is the reader's own and cannot have changed. Of no study (""): the index page, which has
    notebooks of its own. Without a manifest only the reader's own checks and departures are named.
    """
    stock = _read(manifest)
    if not stock:
        return brought(root, ("checks", "departures"))
    parts = ["notebooks", f"studies/{study}"] if study else ["notebooks"]
    there = [part for part in parts if (root / part).is_dir() and any(name.startswith(f"{part}/") for name in stock)]
    now = {name: _hash(path) for name, path in _files(root, [*there, *own.KINDS], package)}
    looked = (f"{INSTALLED_AS}/", *(f"{part}/" for part in there), *(f"{rival}/" for rival in _rivals(root)))
    expected = {name: value for name, value in stock.items() if name.startswith(looked)}
    other = sorted(name for name in now.keys() | expected.keys() if now.get(name) != stock.get(name))
    return [name for name in other if not name.startswith("notebooks/") or name.startswith(ACROSS) == (not study)]


def brought(root: Path, kinds: Iterable[str] = own.KINDS) -> list[str]:
    """The reader's own checks, departures and rivals: every file of them."""
    return [name for kind in kinds for name in sorted(name for name, _ in _inside(root, kind))]


def _rivals(root: Path) -> list[str]:
    """The rivals that are there: a delivered one whose whole folder is not is not used, and not missed."""
    return [f"rivals/{folder.name}" for folder in _folders(root / "rivals")]


def manifest_text(root: Path, package: Path = PACKAGE) -> str:
    """The manifest of a checkout, one line a file, sorted by name."""
    parts = ["notebooks", "rivals", *(f"studies/{folder.name}" for folder in _folders(root / "studies"))]
    return "".join(f"{_hash(path)}  {name}\n" for name, path in sorted(_files(root, parts, package)))


def digest(name: str, content: bytes) -> str:
    """The SHA-256 of what counts in a file."""
    try:
        text = content.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError:
        return hashlib.sha256(content).hexdigest()
    if name.endswith(".ipynb"):
        text = _cells(text)
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _cells(text: str) -> str:
    """Sources and tags of a notebook's cells; a notebook that is no JSON counts as it stands."""
    try:
        cells = json.loads(text)["cells"]
        kept = [
            [cell["cell_type"], "".join(cell["source"]), sorted(cell.get("metadata", {}).get("tags", []))]
            for cell in cells
        ]
    except (ValueError, KeyError, TypeError):
        return text
    return json.dumps(kept, ensure_ascii=False)


def _files(root: Path, parts: list[str], package: Path) -> Iterator[tuple[str, Path]]:
    """Names relative to the checkout and the files behind them."""
    for path in package.rglob("*"):
        if path.suffix in (".py", ".yaml") and _counts(path, package) and package / NEW not in path.parents:
            yield f"{INSTALLED_AS}/{path.relative_to(package).as_posix()}", path
    for part in parts:
        yield from _inside(root, part)


def _inside(root: Path, part: str) -> Iterator[tuple[str, Path]]:
    kept = {"notebooks": (".ipynb",), **dict.fromkeys(own.KINDS, own.DATA)}.get(part)
    for path in (root / part).rglob("*"):
        if path.is_file() and _counts(path, root) and (kept is None or path.suffix in kept):
            yield path.relative_to(root).as_posix(), path


def _counts(path: Path, base: Path) -> bool:
    """Not caches, hidden files, originals or replies, which a reader adds without changing anything delivered."""
    names = path.relative_to(base).parts
    return not path.name.startswith(("original", REPLY)) and not any(n.startswith((".", "__pycache__")) for n in names)


def _folders(path: Path) -> list[Path]:
    return sorted(child for child in path.iterdir() if child.is_dir()) if path.is_dir() else []


def _hash(path: Path) -> str:
    return digest(path.name, path.read_bytes())


def _read(manifest: Path) -> dict[str, str]:
    if not manifest.is_file():
        return {}
    lines = manifest.read_text(encoding="utf-8").splitlines()
    return {name: value for value, _, name in (line.partition("  ") for line in lines)}


def main(arguments: list[str] | None = None) -> None:
    """Print what differs from the manifest, or with --write rewrite it."""
    parser = argparse.ArgumentParser(description="compare the checkout with the stock manifest")
    parser.add_argument("--write", action="store_true", help="rewrite the manifest from the checkout")
    parser.add_argument("--root", type=Path, default=PACKAGE.parents[1], help="the checkout")
    options = parser.parse_args(arguments)
    text = manifest_text(options.root)
    if options.write:
        MANIFEST.write_text(text, encoding="utf-8", newline="\n")
        return
    now = {name: value for value, _, name in (line.partition("  ") for line in text.splitlines())}
    stock = _read(MANIFEST)
    print("\n".join(sorted(name for name in now.keys() | stock.keys() if now.get(name) != stock.get(name))))


if __name__ == "__main__":
    main()
