"""Does the printed standardised change follow from the printed t, under any usual definition?

d_z = t / √n needs nothing else; d_rm needs the correlation that t implies; d_av, d_s and Glass's Δ follow from the mean
change and SDs. Papers also print 2t / √df and t √(2 / n). All are admitted, with and without the small-sample factor;
where the mean change or the SDs are not printed, d_av, d_s and Δ could be anything. Where the paper states which d it
is, only that one is admitted.

Source: Lakens 2013, doi:10.3389/fpsyg.2013.00863; Dunlap et al. 1996, doi:10.1037/1082-989X.1.2.170.
"""

from collections.abc import Iterator
from math import sqrt

from reread.numbers.show import number, span
from reread.study.d_of_change import Printed, definitions, values
from reread.study.finding import Finding, about, meets
from reread.study.values import Study


def check(study: Study) -> Iterator[Finding]:
    """One finding for each standardised change printed with a paired t."""
    for name, outcome in study.file.outcomes.items():
        pair, n = study.all(f"{name}.change.d", f"{name}.change.t"), study.n(name)
        if pair is None or n is None or outcome.change.test != "paired t" or n.integer < 3:
            continue
        d, t = pair
        printed, stated = Printed.of(study, name, n.integer), outcome.change.d_is
        agrees = any(d.interval.absolute().meets(interval) for _, interval in values(printed, stated))
        defined = list(definitions(printed, stated))
        params = {
            "d": d.shown, "t": t.shown, "n": n.shown, "dz": number(abs(float(t.reported.value)) / sqrt(n.integer)),
            "defined": "\n".join(f"{kind}: {span(*interval.floats())}" for kind, interval in defined) or "–",
            "which": stated, "allowed": span(*defined[0][1].floats()) if defined else "–",
        }  # fmt: skip
        verdict = meets(agrees, study.complete(name) and printed.bounded(stated))
        if stated != "not stated" and defined:
            verdict |= {"say": "stated"}
        if not agrees and not printed.bounded(stated):
            verdict |= {"say": "unbounded"}
        yield Finding("d_t", about(d, t), params=params, **verdict)
