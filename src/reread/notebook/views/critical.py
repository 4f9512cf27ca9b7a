"""Which critical value did the printed interval use?"""

from __future__ import annotations

from reread.notebook.views import TableView
from reread.numbers.show import number
from reread.statistics.formulas import critical_t, critical_z
from reread.study.comparison import comparison_at
from reread.study.intervals import interval_of
from reread.study.values import Study
from reread.words import Words

KEY = "notebooks.consistency.critical"


def view(study: Study, name: str, say: Words, level: float = 0.95) -> TableView | None:
    """The interval that mean change and t give with t and with the normal quantile, beside the printed one."""
    change = comparison_at(study, f"{name}.change")
    printed, t, n, mean = interval_of(change), change.get("t"), change.pairs, change.apart()
    if printed is None or t is None or mean is None or n is None or n.integer < 2 or not t.reported.value:
        return None
    middle = sum(mean.floats()) / 2
    se = middle / abs(float(t.reported.value))
    sizes = {
        say(f"{KEY}.t_row", df=n.integer - 1): critical_t(level, n.integer - 1),
        say(f"{KEY}.z_row"): critical_z(level),
    }
    rows = [
        [label, f"{size:.3f}", number(middle - size * se, 3), number(middle + size * se, 3)]
        for label, size in sizes.items()
    ]
    rows.append([say(f"{KEY}.printed"), "", *(number(end, printed.decimals) for end in printed.turned())])
    return TableView("critical", say.several(f"{KEY}.head"), rows, KEY, {"mean": number(middle), "t": t.shown})
