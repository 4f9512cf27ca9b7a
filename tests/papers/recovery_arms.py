"""Papers of two arms, before and after, with exactly one departure put in: which departures, and what is printed then?

Whole scores of 8 to 60 people an arm, baseline and follow-up correlated; n, mean and SD of both at each occasion, in
half of the papers also of the change; t, df, p and interval of the follow-up, in one direction; how many of each arm
responded; which arm the text calls higher afterwards. One printed n stands at the head of a column, for all its rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from random import Random
from typing import Any

import honest
import honest_study
from honest import show
from power_papers import p_text

from reread.study.file import StudyFile
from reread.study.values import Study, study_of

NAMES = ("control", "treated")
SIZES = (8, 60)
DECIMALS = 2
Prints = dict[str, str]
Scores = dict[str, dict[str, list[Fraction]]]  # row of the table → arm → scores


@dataclass(frozen=True)
class TwoArms:
    """The scores of each row and arm, how many responded, and what is printed, role → text."""

    scores: Scores
    responded: dict[str, int]
    changes: bool
    prints: Prints
    higher: str


def drawn(random: Random) -> TwoArms:
    """An honest one, in which the arms differ afterwards by a printed amount."""
    r, effect, changes = random.uniform(0.2, 0.9), random.choice([1, 2, 4]), random.random() < 0.5
    scores: Scores = {"before": {}, "after": {}, "gain": {}}
    for k, name in enumerate(NAMES):
        before, after = [], []
        for _ in range(random.randint(*SIZES)):
            x = honest.normal(random, 0, 1)
            y = r * x + (1 - r * r) ** 0.5 * honest.normal(random, 0, 1)
            before.append(Fraction(round(20 + 4 * x)))
            after.append(Fraction(round(20 + 5 * y + k * effect)))
        scores["before"][name], scores["after"][name] = before, after
        scores["gain"][name] = [y - x for x, y in zip(before, after, strict=True)]
    low, high = (honest.mean(scores["after"][name]) for name in NAMES)
    if show(low, DECIMALS) == show(high, DECIMALS):
        return drawn(random)
    responded = {name: sum(y > x for x, y in zip(*_pair(scores, name), strict=True)) for name in NAMES}
    paper = TwoArms(scores, responded, changes, {}, NAMES[high > low])
    return TwoArms(scores, responded, changes, _printed(paper, random), paper.higher)


def study(paper: TwoArms) -> Study:
    """The paper as a study whose file states what it is: complete whole scores, the test, the side called higher."""
    about: dict[str, dict[str, Any]] = {
        "before": {"label": "Before", "occasion": "baseline"},
        "after": {"label": "After", "baseline": "before", "test": "independent t", "higher": paper.higher},
        "gain": {"label": "Gain", "baseline": "before", "occasion": "change"},
        "responders": {"label": "Responders"},
    }
    tree: dict[str, Any] = {"title": "Two arms", "design": {"kind": "two-group randomised"}, "tests": {}}
    for name, said in about.items():
        if any(role.startswith(f"tests.{name}.") for role in paper.prints):
            whole = {} if name == "responders" else {"measure": "integer score", "complete": True}
            tree["tests"][name] = {**said, **whole}
    rows = []
    for line, (role, text) in enumerate(paper.prints.items(), 1):
        played = _played(paper, role)
        for each in played:
            *path, last = each.split(".")
            place = tree
            for part in path:
                place = place.setdefault(part, {})
            place[last] = f"{role} {{{text}}}"
        rows.append(honest_study.row(line, ";".join(played), text))
    return study_of("two-arms", StudyFile.model_validate(tree, strict=False), rows)


def _played(paper: TwoArms, role: str) -> list[str]:
    """The roles of one print: the n of a column is that of each of its rows."""
    if not role.startswith("n."):
        return [role]
    tests = ("before", "after", *(["gain"] if paper.changes else []), "responders")
    return [f"tests.{test}.groups.{role.removeprefix('n.')}.n" for test in tests]


def _pair(scores: Scores, name: str) -> tuple[list[Fraction], list[Fraction]]:
    return scores["before"][name], scores["after"][name]


def _printed(paper: TwoArms, random: Random) -> Prints:
    prints = {f"n.{name}": str(len(each)) for name, each in paper.scores["before"].items()}
    for row in ("before", "after", *(["gain"] if paper.changes else [])):
        for name, each in paper.scores[row].items():
            prints |= _cell(row, name, honest.mean(each), honest.sd(each))
    first, second = (paper.scores["after"][name] for name in NAMES[:: random.choice([1, -1])])
    df, difference = len(first) + len(second) - 2, honest.mean(first) - honest.mean(second)
    pooled = sum(honest.sd(each) ** 2 * (len(each) - 1) for each in (first, second)) / df
    se = honest.root(pooled * (Fraction(1, len(first)) + Fraction(1, len(second))))
    half, t = honest.quantile(0.95, df) * se, difference / se
    test = {"estimate": difference, "t": t, "ci.low": difference - half, "ci.high": difference + half}
    prints |= {f"tests.after.{part}": show(x, DECIMALS) for part, x in test.items()}
    prints |= {"tests.after.df": str(df), "tests.after.p": p_text(honest.p_of_t(t, df)), "tests.after.ci.level": "95%"}
    for name, k in paper.responded.items():
        prints |= _share(name, k, len(paper.scores["after"][name]))
    return prints


def _cell(row: str, name: str, mean: Fraction, sd: Fraction) -> Prints:
    role = f"tests.{row}.groups.{name}"
    return {f"{role}.mean": show(mean, DECIMALS), f"{role}.sd": show(sd, DECIMALS)}


def _share(name: str, k: int, of: int) -> Prints:
    role = f"tests.responders.groups.{name}"
    return {f"{role}.count.yes": str(k), f"{role}.percent.yes": show(Fraction(100 * k, of), 1) + "%"}


def _rows(paper: TwoArms) -> tuple[str, ...]:
    return ("before", "after", *(["gain"] if paper.changes else []))


def row_exchanged(paper: TwoArms, random: Random) -> Prints:
    """Mean and SD of the follow-up stand in each other's column."""
    return _exchanged(paper, ("after",))


def columns_exchanged(paper: TwoArms, random: Random) -> Prints:
    """Every mean and SD stands in the other arm's column; the sizes at the head are right."""
    return _exchanged(paper, _rows(paper))


def heads_exchanged(paper: TwoArms, random: Random) -> Prints:
    """The heads of both columns are exchanged: everything of one arm is called the other's."""
    found = _exchanged(paper, _rows(paper))
    for tail in ("n.{}", "tests.responders.groups.{}.count.yes", "tests.responders.groups.{}.percent.yes"):
        one, other = (tail.format(name) for name in NAMES)
        found |= {one: paper.prints[other], other: paper.prints[one]}
    return found


def standard_errors(paper: TwoArms, random: Random) -> Prints:
    """Every SD of the table is a standard error."""
    return {
        f"tests.{row}.groups.{name}.sd": show(honest.sd(each) / honest.root(Fraction(len(each))), DECIMALS)
        for row in _rows(paper) for name, each in paper.scores[row].items()
    }  # fmt: skip


def changes_after(paper: TwoArms, random: Random) -> Prints:
    """Beside the means of the follow-up stand the SDs of the changes."""
    return {f"tests.after.groups.{name}.sd": show(honest.sd(each), DECIMALS)
            for name, each in paper.scores["gain"].items()}  # fmt: skip


def follow_up_in_changes(paper: TwoArms, random: Random) -> Prints | None:
    """Beside the mean changes stand the SDs of the follow-up, and the other way round."""
    if not paper.changes:
        return None
    after, gain = (f"tests.{row}.groups" for row in ("after", "gain"))
    found = {}
    for name in NAMES:
        one, other = f"{after}.{name}.sd", f"{gain}.{name}.sd"
        found |= {one: paper.prints[other], other: paper.prints[one]}
    return found


def wrong_n(paper: TwoArms, random: Random) -> Prints:
    """The n of one arm is off by one to three; all else follows from the true one."""
    role = f"n.{random.choice(NAMES)}"
    return {role: str(int(paper.prints[role]) + random.choice([-3, -2, -1, 1, 2, 3]))}


def percents_of_the_other_arm(paper: TwoArms, random: Random) -> Prints | None:
    """Percentages are taken of the other arm's participants."""
    sizes = {name: len(each) for name, each in paper.scores["before"].items()}
    return _percents(paper, {name: sizes[NAMES[1 - NAMES.index(name)]] for name in NAMES})


def percents_of_one_arm(paper: TwoArms, random: Random) -> Prints | None:
    """All percentages are of one arm's participants."""
    base = len(paper.scores["before"][random.choice(NAMES)])
    return _percents(paper, dict.fromkeys(NAMES, base))


def _percents(paper: TwoArms, base: dict[str, int]) -> Prints | None:
    if any(k > base[name] for name, k in paper.responded.items()):
        return None
    return {role: text for name, k in paper.responded.items() for role, text in _share(name, k, base[name]).items()}


def _exchanged(paper: TwoArms, rows: tuple[str, ...]) -> Prints:
    found = {}
    for row in rows:
        for part in ("mean", "sd"):
            one, other = (f"tests.{row}.groups.{name}.{part}" for name in NAMES)
            found |= {one: paper.prints[other], other: paper.prints[one]}
    return found


# how it comes to be printed → the departure of the library, and what makes it
Kind = tuple[str, Callable[[TwoArms, Random], Prints | None]]
KINDS: dict[str, Kind] = {
    "arms exchanged in one row": ("exchanged_groups", row_exchanged),
    "arms exchanged in every row": ("exchanged_groups", columns_exchanged),
    "heads of the arms exchanged": ("exchanged_groups", heads_exchanged),
    "SE for SD": ("se_for_sd", standard_errors),
    "SD of the change after": ("change_for_follow_up", changes_after),
    "SDs of change and after exchanged": ("change_for_follow_up", follow_up_in_changes),
    "another n": ("another_n", wrong_n),
    "percent of the other arm": ("percent_of_another_base", percents_of_the_other_arm),
    "percent of one arm": ("percent_of_another_base", percents_of_one_arm),
}


def papers(kind: str, count: int) -> Iterator[Study]:
    """`count` papers of a kind, the same ones each time; of no kind, honest ones."""
    seed = made = 0
    while made < count and seed < 60 * count:
        random = Random(f"two arms {kind} {seed}")
        seed += 1
        paper = drawn(random)
        changed = KINDS[kind][1](paper, random) if kind else {}
        if changed is not None and (not kind or any(paper.prints[role] != text for role, text in changed.items())):
            made += 1
            printed = TwoArms(paper.scores, paper.responded, paper.changes, paper.prints | changed, paper.higher)
            yield study(printed)
