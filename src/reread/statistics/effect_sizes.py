"""Which size of effect follows from t, F or r and their degrees of freedom? Scalar formulas, in floating point.

Sources: Cohen 1988, p. 66 (d from t), p. 281 (η²); Lakens 2013, doi:10.3389/fpsyg.2013.00863 (η², ω², d from t and F);
Olejnik & Algina 2003, doi:10.1037/1082-989X.8.4.434 (ω², ε²); Rosenthal 1994, in The Handbook of Research Synthesis
(r).
"""

from math import sqrt


def d_from_independent_t(t: float, n1: int, n2: int) -> float:
    """Cohen's d of two groups, with the pooled SD.

    The example of Lakens 2013 for two groups: t(18) = 2.52, n = 10 + 10.

    >>> round(d_from_independent_t(2.52, 10, 10), 2)
    1.13
    """
    return t * sqrt(1 / n1 + 1 / n2)


def d_from_t_and_df(t: float, df: float) -> float:
    """2t / √df: the difference over the SD taken with n, for equal groups.

    >>> round(d_from_t_and_df(2.20, 28), 2)
    0.83
    """
    return 2 * t / sqrt(df)


def eta2_from_f(f: float, df1: float, df2: float) -> float:
    """Partial η², in a one-way analysis also η² itself.

    >>> round(eta2_from_f(6.34, 1, 18), 2)
    0.26
    """
    return df1 * f / (df1 * f + df2) if f < float("inf") else 1.0


def omega2_from_f(f: float, df1: float, df2: float) -> float:
    """ω² of a one-way analysis of variance, negative for F below 1.

    >>> round(omega2_from_f(6.34, 1, 18), 2)
    0.21
    """
    return df1 * (f - 1) / (df1 * (f - 1) + df1 + df2 + 1) if f < float("inf") else 1.0


def epsilon2_from_f(f: float, df1: float, df2: float) -> float:
    """ε², the share of variance adjusted as an adjusted R² is; negative for F below 1.

    >>> round(epsilon2_from_f(6.34, 1, 18), 2)
    0.22
    """
    return df1 * (f - 1) / (df1 * f + df2) if f < float("inf") else 1.0


def r_from_t(t: float, df: float) -> float:
    """The point-biserial r of a t-test, the correlation behind its t.

    >>> round(r_from_t(3.055, 28), 3)
    0.5
    """
    return t / sqrt(t * t + df) if abs(t) < float("inf") else 1.0


def adjusted_r2(r2: float, n: float, predictors: int) -> float:
    """R² adjusted for the number of predictors (Wherry's formula as programs print it).

    >>> round(adjusted_r2(0.25, 30, 1), 3)
    0.223
    """
    return 1 - (1 - r2) * (n - 1) / (n - predictors - 1)
