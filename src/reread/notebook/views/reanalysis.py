"""What do fitting tests say about every before–after table?"""

from __future__ import annotations

from reread.notebook.views import TableView
from reread.numbers.show import number
from reread.reanalysis.reanalysed import Reanalysis
from reread.words import Words

KEY = "notebooks.reconstruction"


def view(again: list[Reanalysis], other_program: list[float], say: Words) -> TableView:
    """One row a table; `other_program` is another program's Wilcoxon p (normal approximation) of each."""
    rows = [
        [one.rose, one.fell, number(one.t), number(one.p["t"], 6), number(one.d_z),
         f"{number(one.ci[0])} … {number(one.ci[1])}", number(one.p_exact, 4), number(one.p["permutation"], 4),
         number(one.p["signed_rank"], 4), number(p, 4), number(one.effects["rank_biserial"])]
        for one, p in zip(again, other_program, strict=True)
    ]  # fmt: skip
    return TableView(
        "reanalysis", say.several(f"{KEY}.reanalysis.head"), rows, f"{KEY}.reanalysis", {"count": len(rows)}
    )


def direction(again: list[Reanalysis]) -> str:
    """Do more participants rise than fall in all tables (rise), the other way in all (fall), or neither (mixed)?"""
    signs = {(one.rose > one.fell) - (one.rose < one.fell) for one in again}
    return {1: "rise", -1: "fall"}.get(signs.pop(), "mixed") if len(signs) == 1 else "mixed"


def conclusion(again: list[Reanalysis], say: Words) -> str:
    """The sentence that holds for every table."""
    least, worst = (number(pick(one.p_exact for one in again), 4) for pick in (min, max))
    way = direction(again)
    if way != "mixed" and max(one.p_exact for one in again) < 0.05:
        return say(f"{KEY}.survives.{way}", p=worst)
    return say(f"{KEY}.mixed", low=least, high=worst)
