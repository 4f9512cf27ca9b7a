"""In which ways can the participants have moved from before to after?"""

from __future__ import annotations

from reread.figures import before_after
from reread.notebook.views import FigureView
from reread.numbers.show import number
from reread.reanalysis.reanalysed import Reanalysis
from reread.words import Words

KEY = "notebooks.reconstruction"


def view(again: list[Reanalysis], say: Words) -> FigureView | None:
    """Every joint table, one line for each participant."""
    if not again:
        return None
    codes = sorted({score for one in again for b, a, _ in one.table.cells for score in (b, a)})
    tables = tuple(before_after.JointTable(_grid(one, codes), _notes(one, say)) for one in again)
    fell = sorted({one.fell for one in again})
    params = {
        "count": say.spelled(len(again)), "noun": say(f"{KEY}.{'table' if len(again) == 1 else 'tables_noun'}"),
        "fell": say.joined("notebooks.or", fell) if len(fell) < 5 else f"{fell[0]}–{fell[-1]}",
        "p": number(max(one.p_exact for one in again), 4),
    }  # fmt: skip
    return FigureView(before_after, before_after.BeforeAfter(tuple(map(str, codes)), tables), f"{KEY}.tables", params)


def _grid(one: Reanalysis, codes: list[int]) -> tuple[tuple[int, ...], ...]:
    count = {(b, a): k for b, a, k in one.table.cells}
    return tuple(tuple(count.get((before, after), 0) for after in codes) for before in codes)


def _notes(one: Reanalysis, say: Words) -> tuple[str, str]:
    return f"t {number(one.t)} · d {number(one.d_z)}", say(f"{KEY}.exact_note", p=number(one.p_exact, 4))
