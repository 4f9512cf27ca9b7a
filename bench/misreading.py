"""Is any honest document accused, read by the machine alone? `make misreading` reads 5,000; exit code 1 if one is.

Honest studies (`honest_documents`), honest results between sentences that tempt to link what does not belong together
(`honest_papers`), and results whose own words tell by which convention they were obtained
(`honest_convention_documents`), are printed in six formats and two languages, read, linked as `reread read` links them
and put through the checks. The bound is one-sided, 95 %, exact, as in `honesty`.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterable
from multiprocessing import Pool
from pathlib import Path

import honest_documents
import honest_papers
import honest_study
from as_read import checked
from honest_convention_documents import told as told_by_words
from honest_conventions import CONVENTIONS
from honesty import bound
from made_documents import FORMATS

from reread.documents import read

BLOCK = 50
KINDS = ("studies", "single results", "under conventions")
Said = Counter[tuple[str, str]]


def paper(seed: int, folder: Path) -> tuple[Path, list[str]]:
    """One honest document; formats and languages in turn, then kinds, then conventions. And its kind and convention."""
    formats, turn = list(FORMATS), seed // (2 * len(FORMATS))
    suffix, language = formats[seed % len(formats)], ("en", "id")[seed // len(formats) % 2]
    names = [KINDS[turn % len(KINDS)]]
    if names[0] == KINDS[2]:
        names.append(list(CONVENTIONS)[turn // len(KINDS) % len(CONVENTIONS)])
        parts = told_by_words(seed, language, names[1]).parts
    else:
        parts = (honest_documents, honest_papers)[KINDS.index(names[0])].document(seed, language)
    if suffix == ".pdf":  # the made PDFs have no such sign
        parts = [part.replace("≤", "<=") if isinstance(part, str) else
                 [[cell.replace("≤", "<=") for cell in row] for row in part] for part in parts]  # fmt: skip
    path = folder / f"{seed}{suffix}"
    path.write_bytes(FORMATS[suffix](parts))
    return path, names


def told(seeds: Iterable[int]) -> tuple[Said, list[str], Said]:
    """What the checks say of the documents with these seeds, by check and status; and each accusation.

    And how many documents there were of each kind and convention, the numbers linked in them, and how many accused.
    """
    said, counted = Said(), Said()
    wrong: list[str] = []
    with tempfile.TemporaryDirectory() as folder, honest_study.short_lists():
        for seed in seeds:
            path, names = paper(seed, Path(folder))
            study, findings = checked(read(path))
            linked = sum(len(value.ids) for value in study.values.values())
            accused = any(finding.status == "inconsistent" for finding in findings)
            for name in names:
                counted.update({(name, "documents"): 1, (name, "linked"): linked, (name, "accused"): accused})
            for finding in findings:
                said[finding.check, finding.status] += 1
                if finding.status == "inconsistent":
                    wrong.append(f"{path.name}: {finding.id} {finding.params}")
            path.unlink()
    return said, wrong, counted


def main() -> int:
    """Draw, read, count and print."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=5000)
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    args = parser.parse_args()
    begun, said, counted, wrong = time.monotonic(), Said(), Said(), list[str]()
    last = args.first + args.documents
    blocks = [range(start, min(start + BLOCK, last)) for start in range(args.first, last, BLOCK)]
    with Pool(os.cpu_count()) as pool:
        for found, accused, each in pool.imap_unordered(told, blocks):
            said.update(found)
            counted.update(each)
            wrong += accused
            print("\n".join(accused), end="\n" if accused else "", file=sys.stderr)
    checks = sorted({name for name, _ in said})
    print("| check | consistent | undecided | inconsistent |\n|---|---:|---:|---:|")
    for name in checks:
        shown = [said[name, status] for status in ("consistent", "undecided", "inconsistent")]
        print(f"| {name} | " + " | ".join(f"{count:,}" for count in shown) + " |")
    linked = sum(counted[kind, "linked"] for kind in KINDS)
    print(f"\n{args.documents:,} honest documents, {linked:,} numbers linked, "
          f"{time.monotonic() - begun:.0f} s: {len(wrong)} wrong.")  # fmt: skip
    if not wrong:
        print(f"The rate of documents accused is below {100 * bound(args.documents):.2f} % (95 %, one-sided).")
    print("\n| kind or convention | documents | numbers linked | accused |\n|---|---:|---:|---:|")
    for name in (*KINDS, *CONVENTIONS):
        shown = [counted[name, what] for what in ("documents", "linked", "accused")]
        print(f"| {name} | " + " | ".join(f"{count:,}" for count in shown) + " |")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
