"""A second reading of a published study: can its printed numbers all be true, and what else would have printed them?

Public is what `__all__` names (docs/python.md); everything else may change from one version to the next. Nothing is
loaded before it is asked for.

>>> import reread
>>> reread.grim("5.19", n=28).status
'inconsistent'
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reread import bulk, datasets
    from reread.files.problem import Problem
    from reread.public.answer import Answer
    from reread.public.comparisons import (
        check,
        chi2_from_counts,
        ci_from_groups,
        ci_from_r,
        ci_from_se,
        ci_from_t,
        d_from_groups,
        d_from_t,
        df_from_n,
        eta2_from_f,
        f_from_groups,
        p_from_chi2,
        p_from_ci,
        p_from_counts,
        p_from_f,
        p_from_groups,
        p_from_r,
        p_from_t,
        p_from_z,
        ratio_from_counts,
        t_from_groups,
        t_from_pairs,
        t_from_se,
    )
    from reread.public.paper import Paper, explanations, load_study, read, read_text
    from reread.public.samples import debit, grim, grimmer, percent_of_count, range_limits, sd_limits
    from reread.public.told import Told

__all__ = [
    "Answer",
    "Paper",
    "Problem",
    "Told",
    "bulk",
    "check",
    "chi2_from_counts",
    "ci_from_groups",
    "ci_from_r",
    "ci_from_se",
    "ci_from_t",
    "d_from_groups",
    "d_from_t",
    "datasets",
    "debit",
    "df_from_n",
    "eta2_from_f",
    "explanations",
    "f_from_groups",
    "grim",
    "grimmer",
    "load_study",
    "p_from_chi2",
    "p_from_ci",
    "p_from_counts",
    "p_from_f",
    "p_from_groups",
    "p_from_r",
    "p_from_t",
    "p_from_z",
    "percent_of_count",
    "range_limits",
    "ratio_from_counts",
    "read",
    "read_text",
    "sd_limits",
    "t_from_groups",
    "t_from_pairs",
    "t_from_se",
]

_ROOMS = ("bulk", "datasets")
_ELSEWHERE = {
    "Problem": "files.problem",
    "Answer": "public.answer",
    "Told": "public.told",
    **dict.fromkeys(("Paper", "explanations", "load_study", "read", "read_text"), "public.paper"),
    **dict.fromkeys(
        ("debit", "grim", "grimmer", "percent_of_count", "range_limits", "sd_limits"), "public.samples"
    ),
}  # fmt: skip


def __getattr__(name: str) -> Any:
    """A public name, loaded when it is first asked for."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    if name in _ROOMS:
        return import_module(f"{__name__}.{name}")
    found = getattr(import_module(f"{__name__}.{_ELSEWHERE.get(name, 'public.comparisons')}"), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
