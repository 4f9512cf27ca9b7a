"""Which share of a distribution lies beyond a value, and beyond which value lies a share?

The names of `scipy.stats`, whose import costs half a second of every start, for what is asked of every paper; the
values are the same to the last bit, because `scipy.stats` asks the same functions of `scipy.special`. Whatever else
is asked for is `scipy.stats` itself, which is then imported.

>>> from scipy import stats
>>> bool(t.sf(2.2, 28) == stats.t.sf(2.2, 28)), float(f.sf(-1.0, 2, 30)), float(norm.isf(0))
(True, 1.0, inf)
"""

from __future__ import annotations

import importlib
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import special

Given = float | NDArray[Any]


class t:  # noqa: N801 - scipy's names
    """Student's t."""

    @staticmethod
    def sf(x: Given, df: Given) -> Any:
        """The upper tail."""
        return special.stdtr(df, np.negative(x))

    @staticmethod
    def isf(q: Given, df: Given) -> Any:
        """The value with this upper tail."""
        return np.where(np.equal(q, 0) & np.greater(df, 0), np.inf, np.negative(special.stdtrit(df, q)))[()]


class norm:  # noqa: N801
    """The standard normal."""

    @staticmethod
    def sf(x: Given) -> Any:
        """The upper tail."""
        return special.ndtr(np.negative(x))

    @staticmethod
    def isf(q: Given) -> Any:
        """The value with this upper tail."""
        return np.negative(special.ndtri(q))


class chi2:  # noqa: N801
    """χ²."""

    @staticmethod
    def sf(x: Given, df: Given) -> Any:
        """The upper tail; all of it at and below 0."""
        return np.where(np.greater(df, 0), special.chdtrc(df, np.maximum(x, 0.0)), np.nan)[()]


class f:  # noqa: N801
    """Fisher's F."""

    @staticmethod
    def sf(x: Given, dfn: Given, dfd: Given) -> Any:
        """The upper tail; all of it at and below 0."""
        usual = np.greater(dfn, 0) & np.greater(dfd, 0)
        return np.where(usual & np.less_equal(x, 0), 1.0, special.fdtrc(dfn, dfd, np.maximum(x, 0.0)))[()]


class beta:  # noqa: N801
    """Beta."""

    @staticmethod
    def ppf(q: Given, a: Given, b: Given) -> Any:
        """The value with this lower tail."""
        return special.betaincinv(a, b, q)

    @staticmethod
    def isf(q: Given, a: Given, b: Given) -> Any:
        """The value with this upper tail."""
        return special.betainccinv(a, b, q)


def __getattr__(name: str) -> Any:
    """Everything else that scipy.stats has."""
    if name.startswith("__"):
        raise AttributeError(name)
    return getattr(importlib.import_module("scipy.stats"), name)
