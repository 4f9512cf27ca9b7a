"""Which standardised change (d) can the before–after tables behind these means and SDs have?

Each joint table has one value per usual definition (d_z, d_rm, d_av, d_s, Glass's Δ), with and without the small-sample
factor, SDs with n − 1 or n; where the paper states no definition, any of them will do, and else the stated one only.
A d that a pocket calculator gives from the printed means, SDs and t (a t that a table has) will do too.

Source: exact enumeration (`reread.datasets`); Lakens 2013, doi:10.3389/fpsyg.2013.00863.
"""

from collections.abc import Iterator
from functools import lru_cache

from reread.datasets.of_study import Joint, joint
from reread.numbers.interval import Interval
from reread.numbers.show import many
from reread.statistics.effects import PairedMoments, admits_d, d_of_data, d_of_pairs
from reread.study.comparison import TWO_GROUPS, Comparison, comparisons
from reread.study.finding import Finding, Listed, Param, Short, Term, about, meets
from reread.study.values import Study, Value


def check(study: Study) -> Iterator[Finding]:
    """One finding for each d of the change of whole-number scores measured twice."""
    for each in comparisons(study):
        d, tables = each.get("d"), joint(each)
        if d is None or tables is None or not tables.changes or each.test in TWO_GROUPS:
            continue
        stated = each.about.d_is
        possible = {kind: sizes for kind, sizes in _possible(tables).items() if admits_d(stated, kind)}
        agrees = d.interval.absolute().contains_any(v for listed in possible.values() for v in listed)
        agrees = agrees or d.interval.absolute().meets_any(v for _, v in d_of_pairs(_by_hand(each, tables), stated))
        verdict = meets(agrees, tables.all_listed and each.complete)
        decimals = d.reported.decimals
        first = "d_z" if stated == "not stated" else next(iter(possible), "")
        allowed = many(possible.get(first, []), decimals) or "–"
        rules = tuple((kind, many(values, decimals)) for kind, values in possible.items())
        params: dict[str, Param] = {
            "d": d.shown, "tables": str(len(tables.tables)), "allowed": allowed, "rule": Listed(rules, "\n"),
            "which": Term("which", stated), **(tables.by_hand() if first == "d_z" else {}),
        }  # fmt: skip
        if stated != "not stated":
            verdict |= {"say": "stated"}
        roles = about(d, *(each.of_samples("mean", "sd") or ()))
        short = Short("d", d.reported.size, allowed)
        yield Finding("d_from_tables", roles, params=params, short=short, **verdict)


@lru_cache(maxsize=64)
def _possible(tables: Joint) -> dict[str, list[float]]:
    """The sizes of d that the tables give, by definition."""
    found: dict[str, list[float]] = {}
    for change in tables.changes:
        for kind, value in d_of_data(tables.n, change.mean, change.sd_before, change.sd_after, change.sd):
            found.setdefault(kind, []).append(abs(value))
    return found


def _by_hand(comparison: Comparison, tables: Joint) -> PairedMoments:
    """The printed numbers taken as exact."""
    t, change = comparison.get("t"), comparison.get("difference")
    first, before, second, after = (_exactly(value) for value in comparison.of_samples("mean", "sd") or ())
    size = _exactly(change) if change else second - first
    possible = (each.t(tables.n) for each in tables.changes)
    attained = t and t.interval.absolute().contains_any(map(abs, possible))
    return PairedMoments(tables.n, _exactly(t).absolute() if t and attained else None, size.absolute(), before, after)


def _exactly(value: Value) -> Interval:
    return Interval.point(value.reported.value)
