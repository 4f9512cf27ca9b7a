"""Which statistic follows from which? Scalar formulas, named output_from_input, in floating point.

Sources: Student 1908 (t); Cohen 1988, p. 20 and 48 (d, d_z); Hedges 1981, doi:10.3102/10769986006002107 (correction);
Cumming 2012, p. 291 (d_av); Morris & DeShon 2002, doi:10.1037/1082-989X.7.1.105 (d_rm); Lakens 2013,
doi:10.3389/fpsyg.2013.00863.

The movie ratings of Lakens 2013 (n = 10, means 8.7 and 7.7, SDs 0.82 and 0.95, t(9) = 4.74, d_z = 1.50, d_s = 1.13,
which of groups of one size and SDs this close is also d_av):

>>> round(d_z_from_t(4.74, 10), 2), round(d_av(8.7 - 7.7, 0.82, 0.95), 2)
(1.5, 1.13)
"""

from math import exp, lgamma, log, sqrt

from reread.statistics import distributions as stats


def p_from_t(t: float, df: float, tails: int = 2) -> float:
    """The p-value of a t statistic, two-sided or in the direction of t.

    >>> round(p_from_t(4.87, 19), 6)
    0.000106
    """
    return min(1.0, tails * float(stats.t.sf(abs(t), df)))


def critical_t(level: float, df: float) -> float:
    """The two-sided t quantile behind a confidence interval of `level` (0 to 1).

    >>> round(critical_t(0.95, 19), 3)
    2.093
    """
    return float(stats.t.isf((1 - level) / 2, df))


def critical_z(level: float) -> float:
    """The two-sided normal quantile behind a confidence interval of `level` (0 to 1).

    >>> round(critical_z(0.95), 2)
    1.96
    """
    return float(stats.norm.isf((1 - level) / 2))


def t_from_change(mean: float, sd: float, n: int) -> float:
    """The paired t of a mean change with its SD."""
    return mean / (sd / sqrt(n))


def sd_of_change(sd_before: float, sd_after: float, r: float) -> float:
    """The SD of the change, from both SDs and their correlation.

    >>> round(sd_of_change(0.41, 0.31, 0.0), 3)
    0.514
    """
    return sqrt(max(0.0, sd_before**2 + sd_after**2 - 2 * r * sd_before * sd_after))


def r_from_sd_of_change(sd_before: float, sd_after: float, sd_change: float) -> float:
    """The correlation between occasions that gives this SD of the change (may lie outside [-1, 1])."""
    return (sd_before**2 + sd_after**2 - sd_change**2) / (2 * sd_before * sd_after)


def d_z_from_t(t: float, n: int) -> float:
    """Cohen's d_z, the change over its own SD, from the paired t."""
    return t / sqrt(n)


def d_av(mean_change: float, sd_before: float, sd_after: float) -> float:
    """d_av: the change over the average of both SDs."""
    return mean_change / ((sd_before + sd_after) / 2)


def d_pooled(mean_change: float, sd_before: float, sd_after: float) -> float:
    """d_s: the change over the root mean square of both SDs (equal n)."""
    return mean_change / sqrt((sd_before**2 + sd_after**2) / 2)


def d_rm(mean_change: float, sd_change: float, r: float) -> float:
    """d_rm: the change over its SD, corrected for the correlation between occasions."""
    return mean_change / sd_change * sqrt(2 * (1 - r))


def hedges_factor(df: float) -> float:
    """The small-sample correction of a standardised difference (Hedges 1981, approximation).

    >>> round(hedges_factor(19), 4)
    0.96
    """
    return 1 - 3 / (4 * df - 1)


def hedges_factor_exact(df: float) -> float:
    """The same correction by gamma functions (Hedges 1981, equation 6e), for df > 1.

    >>> round(hedges_factor_exact(19), 4)
    0.9599
    """
    return exp(lgamma(df / 2) - lgamma((df - 1) / 2) - log(df / 2) / 2)
