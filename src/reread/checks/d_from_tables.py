"""Which standardised change (d) can the before–after tables behind these means and SDs have?

Each joint table has one value per usual definition (d_z, d_rm, d_av, d_s, Glass's Δ), with and without the small-sample
factor, SDs with n − 1 or n; where the paper states no definition, any of them will do, and else the stated one only.
A d that a pocket calculator gives from the printed means, SDs and t (a t that a table has) will do too.

Source: exact enumeration (`reread.datasets`); Lakens 2013, doi:10.3389/fpsyg.2013.00863.
"""

from collections.abc import Iterator

from reread.checks.t_from_tables import t_of
from reread.datasets.of_study import Joint, joint
from reread.numbers.interval import Interval
from reread.numbers.show import many
from reread.statistics.conventions import admits_d, d_values
from reread.study.d_of_change import Printed, values
from reread.study.file import OCCASIONS
from reread.study.finding import Finding, Short, about, meets
from reread.study.values import Study, Value


def check(study: Study) -> Iterator[Finding]:
    """One finding for each d of the change of whole-number scores measured twice."""
    for name, outcome in study.file.outcomes.items():
        d, tables = study.get(f"{name}.change.d"), joint(study, name)
        if d is None or tables is None or not tables.changes or outcome.change.test == "independent t":
            continue
        possible: dict[str, list[float]] = {}
        stated = outcome.change.d_is
        for change in tables.changes:
            for kind, value in d_values(tables.n, change.mean, change.sd_before, change.sd_after, change.sd):
                if admits_d(stated, kind):
                    possible.setdefault(kind, []).append(abs(value))
        agrees = d.interval.absolute().contains_any(v for listed in possible.values() for v in listed)
        agrees = agrees or d.interval.absolute().meets_any(v for _, v in values(_by_hand(study, name, tables), stated))
        verdict = meets(agrees, tables.all_listed and study.complete(name))
        decimals = d.reported.decimals
        first = "d_z" if stated == "not stated" else next(iter(possible), "")
        allowed = many(possible.get(first, []), decimals) or "–"
        rules = [f"{kind}: {many(values, decimals)}" for kind, values in possible.items()]
        params = {"d": d.shown, "tables": str(len(tables.tables)), "allowed": allowed, "rule": "\n".join(rules),
                  "which": stated}  # fmt: skip
        if stated != "not stated":
            verdict |= {"say": "stated"}
        roles = about(d, *(study.get(f"{name}.{o}.{s}") for o in ("before", "after") for s in ("mean", "sd")))
        short = Short("d", d.shown.lstrip("−"), allowed)
        yield Finding("d_from_tables", roles, params=params, short=short, **verdict)


def _by_hand(study: Study, name: str, tables: Joint) -> Printed:
    """The printed numbers taken as exact."""
    t, change = study.get(f"{name}.change.t"), study.get(f"{name}.change.mean")
    first, second, *sds = (_exactly(study.values[f"{name}.{o}.{s}"]) for s in ("mean", "sd") for o in OCCASIONS)
    size = _exactly(change) if change else second - first
    possible = (t_of(each, tables.n) for each in tables.changes)
    attained = t and t.interval.absolute().contains_any(map(abs, possible))
    return Printed(tables.n, _exactly(t).absolute() if t and attained else None, size.absolute(), *sds)


def _exactly(value: Value) -> Interval:
    return Interval.point(value.reported.value)
