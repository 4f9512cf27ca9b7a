"""What does it say of real papers? `make reality` reads ../shared/papers; exit code 1 for what nobody has judged.

How much of what the papers print is checked (`printed`), what is found, and whether that is right: every result that
cannot agree or is not decided was looked up in its paper once, and stands in `bench/adjudicated.csv` with a verdict. A
later run shows what is new, and what is no longer told. The tests that statcheck's port finds stand beside the papers.
"""

from __future__ import annotations

import csv
import os
import resource
import sys
import time
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing import Pool
from pathlib import Path

from as_read import read_and_checked
from printed import KINDS, OF_ANY, printed

from reread.documents import read
from reread.study.finding import Finding
from reread.study.values import Study

SHARED = Path(os.environ.get("SHARED", Path(__file__).resolve().parents[2] / "shared"))
PAPERS, JUDGED = SHARED / "papers", Path(__file__).with_name("adjudicated.csv")
COLLECTIONS = {"psychology": "*.htm", "plos": "*.xml"}
FOUND_BY_STATCHECK = "tests_found_by_statcheck_0.0.7.csv"
STATS = {"t": "t", "F": "F", "r": "r", "Z": "z", "Chi2": "chi2"}
TOLD = ("inconsistent", "undecided")
WRONG, FALSE = "does not follow", ("wrong",)
Key = tuple[str, str, str]  # paper, check, numbers as printed
Tests = Counter[tuple[str, float, tuple[float, ...], float]]  # statistic, value, degrees of freedom, p


@dataclass
class Paper:
    """One paper as it was read."""

    collection: str
    name: str
    printed: Counter[str] = field(default_factory=Counter)
    checked: Counter[str] = field(default_factory=Counter)
    found: Counter[tuple[str, str]] = field(default_factory=Counter)
    told: list[tuple[Key, str, str]] = field(default_factory=list)  # key, status, place
    tests: Tests = field(default_factory=Counter)
    blocked: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0
    memory: int = 0  # most kilobytes of the process so far


def read_one(place: tuple[str, Path]) -> Paper:
    """Read a paper, check what is linked, and count what it prints."""
    collection, path = place
    begun = time.process_time()
    document = read(path)
    extracted, study, findings = read_and_checked(document)
    paper = Paper(collection, path.stem, seconds=time.process_time() - begun)
    paper.memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    looked = {number for finding in findings for number in finding.number_ids(study)}
    spans = [(number.start, number.end) for number in extracted.numbers if number.id in looked]
    starts = {start for start, _ in spans}
    for each in {(each.kind, each.start, each.end) for each in printed(document)}:
        kind, start, end = each
        paper.printed[kind] += 1
        paper.checked[kind] += any(start - 2 <= at < end for at in starts)
    lines = {number.id: f"{number.place} line {number.line}".strip() for number in extracted.numbers}
    for finding in findings:
        paper.found[finding.check, finding.status] += 1
        if finding.status in TOLD:
            where = next((lines[number] for number in finding.number_ids(study)), "")
            paper.told.append(((path.stem, finding.check, numbers_of(finding, study)), finding.status, where))
    paper.tests = tests_of(study)
    return paper


def numbers_of(finding: Finding, study: Study) -> str:
    """The numbers of a finding as printed, each with its part: `p 0.023; t 2.34; df 26`."""
    parts = [(role.rpartition(".")[2], study.values[role].reported.text) for role in finding.roles]
    return "; ".join(f"{name} {' '.join(text.split())}" for name, text in parts)


def tests_of(study: Study) -> Tests:
    """The linked tests, as statcheck's list writes them."""
    found = Tests()
    for name in study.file.tests:
        values = {part: study.get(f"tests.{name}.{part}") for part in (*STATS.values(), "df", "df1", "df2", "p")}
        there = {part: float(value.reported.value) for part, value in values.items() if value}
        for stat in STATS.values():
            if stat in there and "p" in there:
                df = tuple(there[part] for part in ("df", "df1", "df2") if part in there)
                found[stat, there[stat], df, there["p"]] += 1
    return found


def statcheck() -> dict[str, list[dict[str, str]]]:
    """Paper → the tests that statcheck's port finds in it."""
    with (PAPERS / FOUND_BY_STATCHECK).open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    return {name: [row for row in rows if row["paper"] == name] for name in {row["paper"] for row in rows}}


def key_of(row: dict[str, str]) -> tuple[str, float, tuple[float, ...], float]:
    """A row of that list as `tests_of` writes it."""
    df = tuple(float(row[name]) for name in ("df1", "df2") if row[name])
    return STATS[row["statistic"]], float(row["value"]), df, float(row["p"])


def judged() -> dict[Key, dict[str, str]]:
    """What was looked up in the papers: verdict and why."""
    with JUDGED.open(encoding="utf-8", newline="") as stream:
        return {(row["paper"], row["check"], row["numbers"]): row for row in csv.DictReader(stream)}


def coverage(papers: list[Paper]) -> Iterator[str]:
    """How much of what is printed is checked."""
    yield "| of the papers of | papers | with a check | print one of these | of these with a check |"
    yield "|---|---:|---:|---:|---:|"
    for name in COLLECTIONS:
        ours = [paper for paper in papers if paper.collection == name]
        able = [paper for paper in ours if any(paper.printed[kind] for kind in KINDS)]
        with_check = [sum(bool(paper.found) for paper in some) for some in (ours, able)]
        share = with_check[1] / max(1, len(able))
        yield f"| {name} | {len(ours)} | {with_check[0]} | {len(able)} | {with_check[1]} ({share:.2f}) |"
    yield "\n| printed | in papers | of these checked | printed | checked |\n|---|---:|---:|---:|---:|"
    for name in COLLECTIONS:
        ours = [paper for paper in papers if paper.collection == name]
        for kind in (*KINDS, OF_ANY):
            there = [paper for paper in ours if paper.printed[kind]]
            some = sum(paper.checked[kind] > 0 for paper in there)
            total, checked = sum(p.printed[kind] for p in there), sum(p.checked[kind] for p in there)
            share = checked / max(1, total)
            yield f"| {name}: {kind} | {len(there)} | {some} | {total:,} | {checked:,} ({share:.2f}) |"


def beside_statcheck(papers: list[Paper]) -> Iterator[str]:
    """Of the tests that statcheck finds: how many are linked, and which that do not follow are told."""
    listed = statcheck()
    rows = [row for each in listed.values() for row in each]
    linked, told = 0, Counter[str]()
    for paper in papers:
        ours, said = paper.tests.copy(), [(status, numbers) for (_, _, numbers), status, _ in paper.told]
        for row in listed.get(paper.name, []):
            key = key_of(row)
            there = ours[key] > 0
            linked += there
            ours[key] -= there
            if row["what_it_is"] == WRONG:
                value = f"{float(row['value']):g}"
                here = {status for status, numbers in said if value in {_figure(part) for part in numbers.split("; ")}}
                told[next((status for status in TOLD if status in here), "")] += 1
    flagged = sum(row["flagged_by_statcheck"] == "True" for row in rows)
    wrong = sum(row["what_it_is"] == WRONG for row in rows)
    yield f"Of the {len(rows)} tests that statcheck 0.0.7 finds, {linked} are linked ({linked / len(rows):.3f})."
    yield (
        f"Of {wrong} that do not follow, {told['inconsistent']} are told as *cannot agree*, {told['undecided']} as"
        f" *not decided*; {told['']} agree where p may be cut off."
    )
    yield f"statcheck flags {flagged}, and these among them."


def _figure(part: str) -> str:
    text = part.rpartition(" ")[2].replace("−", "-").replace("–", "-")
    try:
        return f"{float(text):g}"
    except ValueError:
        return text


def findings_of(papers: list[Paper], known: dict[Key, dict[str, str]]) -> Iterator[str]:
    """Findings by check and status; of those told how many are right."""
    found = sum((paper.found for paper in papers), Counter())
    verdicts = Counter(
        (key[1], status, known[key]["verdict"] if key in known else "new")
        for paper in papers
        for key, status, _ in paper.told
    )
    yield "| check | agrees | not decided | cannot agree | of these right | wrong | new |"
    yield "|---|---:|---:|---:|---:|---:|---:|"
    for check in sorted({name for name, _ in found}):
        shown = [found[check, status] for status in ("consistent", "undecided", "inconsistent")]
        shown += [verdicts[check, "inconsistent", verdict] for verdict in ("right", "wrong", "new")]
        yield f"| {check} | " + " | ".join(f"{count:,}" for count in shown) + " |"
    total = Counter(status for paper in papers for _, status, _ in paper.told)
    right = sum(count for (_, status, verdict), count in verdicts.items() if (status, verdict) == (TOLD[0], "right"))
    yield f"\nCannot agree: {total[TOLD[0]]}, of which {right} are right."


def news(papers: list[Paper], known: dict[Key, dict[str, str]]) -> tuple[list[str], int]:
    """What nobody has judged, what is judged wrong, and what is no longer told; and how many must not be there."""
    told = {key: (paper.collection, status, where) for paper in papers for key, status, where in paper.told}
    lines, bad = [], 0
    for key, (collection, status, where) in sorted(told.items()):
        row = known.get(key)
        if row is None or row["status"] != status:
            lines.append(",".join(["new", collection, key[0], where, key[1], f'"{key[2]}"', status]))
            bad += status == TOLD[0]
        elif row["verdict"] == "wrong":
            lines.append(f"wrong: {key} {row['why']}")
            bad += 1
    gone = sorted(set(known) - set(told))
    lines += [f"no longer told: {', '.join(key)} ({known[key]['verdict']}: {known[key]['why']})" for key in gone]
    return lines, bad


def run(places: Iterable[tuple[str, Path]], jobs: int) -> list[Paper]:
    """All papers, in their order."""
    with Pool(jobs) as pool:
        return pool.map(read_one, list(places), chunksize=1)


def main() -> int:
    """Read, count, compare and print."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--only", default="", help="papers whose name holds this")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    args = parser.parse_args()
    if not PAPERS.is_dir():
        print(f"reality: skipped, because no real papers lie here ({PAPERS}).")
        return 0
    places = [
        (name, path)
        for name, files in COLLECTIONS.items()
        for path in sorted((PAPERS / name).glob(files))
        if args.only in path.name
    ]
    papers, known = run(places, args.jobs), judged()
    for part in (coverage(papers), beside_statcheck(papers), findings_of(papers, known)):
        print("\n".join(part), end="\n\n")
    seconds = sorted(paper.seconds for paper in papers)
    print(f"{len(papers)} papers, {sum(seconds):.0f} s of one processor; median {seconds[len(seconds) // 2]:.2f} s,"
          f" longest {seconds[-1]:.1f} s, most memory {max(p.memory for p in papers) / 1024:.0f} MB.")  # fmt: skip
    lines, bad = news(papers, known if not args.only else {k: v for k, v in known.items() if args.only in k[0]})
    print("\n".join(lines))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
