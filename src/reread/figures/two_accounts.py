"""By which persons do two accounts of the same people differ, before and after?

A dot is a person, ordered by score; its filling is the group, hollow for the lowest. Where the second account puts the
person in that place into another group than the first does, the dot is framed, and the framed are counted.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

from matplotlib.figure import Figure

from reread.figures import canvas

ROW = 20  # persons in a row, with a gap after ten
PITCH, GAP = 15.2, 9.0


@dataclass(frozen=True)
class Account:
    """Who says it, the groups (lowest first), and how many persons each group has before and after."""

    name: str
    groups: tuple[str, ...]
    before: tuple[int, ...]
    after: tuple[int, ...]


@dataclass(frozen=True)
class TwoAccounts:
    """The printed counts, and the counts that other printed numbers leave, of the same number of persons."""

    printed: Account
    implied: Account


def draw(data: TwoAccounts, wide: bool, words: Mapping[str, str]) -> Figure:
    """Before and after beside each other (wide) or below each other (slim)."""
    page = canvas.Page(wide)
    y, bottom = 0.0, 0.0
    for k, occasion in enumerate(("before", "after")):
        x = 360.0 * k if wide else 0.0
        page.text(x, y + 9, words[occasion], size=canvas.BASE, bold=True)
        bottom = max(bottom, _pair(page, data, occasion, x, y + 32, words))
        y = y if wide else bottom + 22
    return page.finish(bottom)


def table(data: TwoAccounts, words: Mapping[str, str]) -> canvas.Rows:
    """One row for each group of each account."""
    head = [words["column_account"], words["column_group"], words["before"], words["after"]]
    rows = [
        [account.name, group, str(before), str(after)]
        for account in (data.printed, data.implied)
        for group, before, after in zip(account.groups, account.before, account.after, strict=True)
    ]
    return head, rows


def _pair(page: canvas.Page, data: TwoAccounts, occasion: str, x: float, y: float, words: Mapping[str, str]) -> float:
    """Both accounts of one occasion, the second framed where it differs; returns the height under them."""
    first, second = (_persons(_counts(account, occasion)) for account in (data.printed, data.implied))
    bottom = _account(page, data.printed, occasion, x, y, "ink")
    bottom = _account(page, data.implied, occasion, x, bottom + 16, "allow")
    other = [k for k, (a, b) in enumerate(zip(first, second, strict=True)) if a != b]
    rows = (len(second) - 1) // ROW + 1
    for run in _runs(other):
        left, _ = _place(run[0])
        right, row = _place(run[-1])
        top = bottom - PITCH * (rows - row)
        box = canvas.Box(x + left - PITCH / 2, top - 0.5, x + right + PITCH / 2, top + PITCH - 0.5)
        page.frame(box, "fell")
        if run[-1] == other[-1]:
            said = words["differ"].format(k=len(other))
            half = canvas.text_width(said, canvas.SMALL, True) / 2
            middle = min(max(box.middle[0], x + half), x + 318 - half)
            page.text(middle, bottom + 10, said, "fell", align="center", bold=True)
    return bottom + (20 if other else 0)


def _counts(account: Account, occasion: str) -> tuple[int, ...]:
    return account.before if occasion == "before" else account.after


def _account(page: canvas.Page, account: Account, occasion: str, x: float, y: float, role: canvas.Role) -> float:
    """Name, counts in words, and the dots; returns the height under them."""
    counts = _counts(account, occasion)
    said = ", ".join(f"{k} {group}" for k, group in zip(counts, account.groups, strict=True))
    y = page.paragraph(x, y, f"{account.name}: {said}", 318, role)
    persons = _persons(counts)
    for k, group in enumerate(persons):
        across, row = _place(k)
        _dot(page, x + across, y + PITCH * (row + 0.5) - 4, role, group / max(1, len(counts) - 1))
    return y - 4 + PITCH * ((len(persons) - 1) // ROW + 1)


def _dot(page: canvas.Page, x: float, y: float, role: canvas.Role, filled: float) -> None:
    """A person: hollow, full, or the middle filled in proportion."""
    page.shape(x, y, role, size=10.5, hollow=True)
    if filled > 0:
        page.shape(x, y, role, size=11.5 * filled, layer=6)


def _persons(counts: tuple[int, ...]) -> list[int]:
    return [group for group, count in enumerate(counts) for _ in range(count)]


def _place(k: int) -> tuple[float, int]:
    """Distance from the left and row of person k."""
    return PITCH * (k % ROW) + PITCH / 2 + (GAP if k % ROW >= ROW // 2 else 0), k // ROW


def _runs(places: list[int]) -> list[list[int]]:
    """Neighbouring places in one row and on one side of its gap, together."""
    keyed = groupby(enumerate(places), key=lambda pair: (pair[1] - pair[0], pair[1] // (ROW // 2)))
    return [[place for _, place in group] for _, group in keyed]
