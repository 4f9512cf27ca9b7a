"""Screen a folder of papers: one table ranked by what matters first, and a summary page.

Every document is read by the program alone, in processes beside this one with limits of time and memory; nothing in the
result is more than *to confirm*. A document whose content has not changed is not read again. One that cannot be read is
a row, whatever is wrong with it.
"""

from __future__ import annotations

import os
import shlex
import sys
import time
from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from reread import words
from reread.files.forked import side_by_side
from reread.files.problem import Problem, screen
from reread.files.results import write_whole
from reread.screening import outputs
from reread.screening.corpus import Paper, Store, papers, program
from reread.screening.row import CLASSES, ranked, reader, ready, unread
from reread.words import Words

IN_TURN = 16  # documents in one process: to make it costs a third of what a short paper does
EVERY = 5.0  # seconds between two words of progress where the screen is no terminal
SAID = (
    "cannot agree as read, crossing .05",
    "cannot agree as read",
    "not decided",
    "agree",
    "nothing to ask",
    "not read",
)


def arguments(parser: ArgumentParser) -> None:
    """`reread screen FOLDER`"""
    parser.add_argument("folder", type=Path, help="the folder with the papers; folders in it are looked through, too")
    parser.add_argument("--out", type=Path, default=Path("screening"), help="where the results go (default: screening)")
    parser.add_argument("--cores", type=int, default=0, help="documents at a time (default: as many as processors)")
    parser.add_argument(
        "--pages", type=int, default=10, help="pages to make, of the first that cannot agree (default: 10)"
    )
    parser.add_argument("--batch", default="", help="K/N: read only the K-th of N parts, and write no table")
    parser.add_argument("--language", default="en", help="the language of the words: en or id (default: en)")


def run(args: Namespace) -> int:
    """Write the tables and the page. Exit code 0 also where single documents cannot be read: they are rows."""
    if not args.folder.is_dir():
        raise Problem(str(args.folder), "", "no folder", "the folder with the papers")
    part, parts = _batch(args.batch)
    say, cores = words.load(args.language), args.cores or os.cpu_count() or 1
    store = Store(args.out / ".rows", program(args.language), f"rows-{part}-of-{parts}" if args.batch else "rows")
    found = list(papers(args.folder, args.out, part, parts))
    if not found and not args.batch:
        raise Problem(
            str(args.folder), "", "no document", "a folder with papers (PDF, Word, HTML, JATS XML, text, Markdown)"
        )
    read(found, store, cores, args.language)
    if args.batch:
        return 0
    rows = ranked({**_row(each, store), "document": each.name, "sha256": each.sha256} for each in found)
    pages = made(rows, found, args.out, args.pages, cores, store.program, say)
    note = outputs.write(args.out, rows, pages, args.folder, say)
    print("\n".join(summary(rows, args.out)), *([note] if note else []), sep="\n")
    return 0


def _batch(text: str) -> tuple[int, int]:
    part, slash, parts = text.partition("/")
    if not text:
        return 1, 1
    if slash and part.isdecimal() and parts.isdecimal() and 1 <= int(part) <= int(parts):
        return int(part), int(parts)
    raise Problem("--batch", "", f"“{text}”", "K/N, the K-th of N parts, such as 3/16")


def _row(paper: Paper, store: Store) -> dict[str, Any]:
    return unread(paper.refused) if paper.refused else store.rows[key_of(paper)]


def key_of(paper: Paper) -> str:
    """What a row is kept under: the same content in another format may be read otherwise."""
    return f"{paper.sha256}{paper.path.suffix.lower()}"


def read(found: Sequence[Paper], store: Store, cores: int, language: str) -> None:
    """Read what is new, each document once, and keep its row."""
    new = {key_of(each): each for each in found if not each.refused and key_of(each) not in store.rows}
    if not new:
        return
    ready()
    work = ((key, reader(each.path, language)) for key, each in new.items())
    in_turn = min(IN_TURN, 1 + len(new) // (4 * cores))  # so that no processor waits for another at the end
    for key, row in told(side_by_side(work, cores, in_turn), len(new), "documents"):
        store.add(key, unread(row) if isinstance(row, Problem) else row)


def made(
    rows: Iterable[dict[str, Any]], found: Sequence[Paper], out: Path, most: int, cores: int, code: str, say: Words
) -> dict[str, str]:
    """The pages of the first documents that cannot agree as read, by the hash of the document: where they stand."""
    from reread.verbs.read import made_of

    paths = {each.sha256: each.path for each in found if not each.refused}
    first = list(dict.fromkeys(row["sha256"] for row in rows if row["class"] in CLASSES[:2]))[:most]
    there = {sha: f"pages/{sha[:12]}-{code[:4]}.html" for sha in first}

    def work(path: Path) -> Callable[[], str]:
        return lambda: made_of(path, say)[0]

    new = [(sha, work(paths[sha])) for sha in first if not (out / there[sha]).is_file()]
    for sha, page in told(side_by_side(new, cores), len(new), "pages"):
        if isinstance(page, Problem):
            del there[sha]
        else:
            (out / "pages").mkdir(parents=True, exist_ok=True)
            write_whole(out / there[sha], page)
    return there


def told(ended: Iterable[tuple[str, Any]], of: int, what: str) -> Iterator[tuple[str, Any]]:
    """The same, with a word on the screen of how far it is and how long the rest will take."""
    began = last = time.monotonic()
    alone = sys.stderr.isatty()
    for count, one in enumerate(ended, 1):
        yield one
        now = time.monotonic()
        if now - last > (0.2 if alone else EVERY) or count == of:
            last, rate = now, count / max(now - began, 1e-9)
            left = f", {_long((of - count) / rate)} left" if count < of else ""
            line = f"{count:,} of {of:,} {what}, {rate:.1f} a second{left}"
            print(
                f"\r{line:<70}" if alone else line,
                end="\n" if not alone or count == of else "",
                file=sys.stderr,
                flush=True,
            )


def _long(seconds: float) -> str:
    return (
        f"{seconds:.0f} s"
        if seconds < 90
        else f"{seconds / 60:.0f} min"
        if seconds < 5400
        else f"{seconds / 3600:.1f} h"
    )


def summary(rows: Sequence[dict[str, Any]], out: Path) -> list[str]:
    """What was found, for the screen."""
    count = Counter(row["class"] for row in rows)
    lines = [f"{len(rows):,} documents; this is the program's reading, and no person has confirmed it."]
    lines += [f"{count[name]:7,}  {said}" for name, said in zip(CLASSES, SAID, strict=True) if count[name]]
    for row in rows[:5]:
        if row["class"] in CLASSES[:2]:
            lines.append(f"  to confirm: {screen(row['document'])}: {screen(row['printed'])} ({row['place']})")
    return [*lines, f"Open {shlex.quote(str(out / 'index.html'))}"]
