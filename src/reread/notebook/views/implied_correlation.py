"""Which correlation between the occasions does the printed t need?"""

from __future__ import annotations

import numpy as np

from reread.figures import implied_correlation
from reread.figures.canvas import Curve
from reread.notebook.views import FigureView, size_of
from reread.numbers.show import span
from reread.statistics.bounds import correlation, sd_of_change_from_t
from reread.statistics.formulas import sd_of_change, t_from_change
from reread.study.comparison import comparison_at
from reread.study.values import Study
from reread.words import Words

KEY = "notebooks.consistency.correlation"
LEAST_SD = 1e-9  # where both SDs can be equal, t has no upper end at r = 1


def view(study: Study, name: str, say: Words, points: int = 201) -> FigureView | None:
    """t over the correlation for one outcome, with the printed t and the correlation where they meet."""
    values, n = study.all(f"{name}.change.t", f"{name}.before.sd", f"{name}.after.sd"), study.n(name)
    mean = comparison_at(study, f"{name}.change").apart()
    if values is None or mean is None or n is None or study.outcome(name).change.test != "paired t":
        return None
    t, before, after = values
    implied = correlation(before.interval, after.interval, sd_of_change_from_t(mean, t.interval, n.integer)).within(
        -1, 1
    )
    if implied is None or not t.interval.absolute().low:
        return None
    r = np.linspace(-1, 1, points)

    def line(m: float, b: float, a: float) -> list[float]:
        return [t_from_change(m, max(sd_of_change(b, a, float(x)), LEAST_SD), n.integer) for x in r]

    low_m, high_m = mean.floats()
    ends = [before.interval.floats(), after.interval.floats()]
    least = line(low_m, ends[0][1], ends[1][1])
    most = line(high_m, ends[0][0], ends[1][0])
    middle = line((low_m + high_m) / 2, float(before.reported.value), float(after.reported.value))
    curve = Curve(tuple(map(float, r)), tuple(map(min, least, most)), tuple(middle), tuple(map(max, least, most)))
    size = t.interval.absolute().floats()
    data = implied_correlation.ImpliedCorrelation(curve, size_of(t), *size, implied.floats())
    sign = say(f"{KEY}." + ("below" if implied.floats()[1] < 0 else "above"))
    return FigureView(implied_correlation, data, KEY, {"r": span(*implied.floats()), "sign": sign})
