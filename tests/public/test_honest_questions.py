"""Law 2 at the prompt: no question calls numbers inconsistent that were computed from data and printed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from random import Random
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import stats

import reread

SEEDED = 12
Floats = NDArray[np.float64]


def scores(random: Random, n: int) -> Floats:
    """Whole answers on a scale, as numbers."""
    return np.array([random.randint(1, 7) for _ in range(n)], dtype=float)


def of_samples(random: Random, show: Any) -> Iterator[reread.Answer]:
    """What is asked of one sample."""
    data = scores(random, random.randint(5, 60))
    n, mean, sd = len(data), show(data.mean()), show(data.std(ddof=random.choice([0, 1])))
    yield reread.grim(mean, n)
    yield reread.grimmer(mean, sd, n)
    yield reread.sd_limits(mean, sd, n, scale=(1, 7), items=1)
    yield reread.range_limits(
        f"{data.min():.0f}", f"{data.max():.0f}", mean=mean, sd=sd, median=f"{np.median(data):.1f}", n=n
    )
    yes = (data > 3).astype(float)
    yield reread.debit(show(yes.mean()), show(yes.std(ddof=1)), n)
    yield reread.percent_of_count(f"{100 * yes.mean():.1f}%", n, int(yes.sum()))
    yield reread.percent_of_count(f"{100 * yes.mean():.0f}%", n)


def of_groups(random: Random, show: Any) -> Iterator[reread.Answer]:
    """What is asked of two groups, and of three."""
    groups = [scores(random, random.randint(4, 40)) + random.choice([0, 1]) for _ in range(3)]
    a, b = groups[:2]
    columns = {
        "means": [show(g.mean()) for g in groups],
        "sds": [show(g.std(ddof=1)) for g in groups],
        "ns": [len(g) for g in groups],
    }
    two = {name: column[:2] for name, column in columns.items()}
    welch = random.random() < 0.5
    found, test = stats.ttest_ind(a, b, equal_var=not welch), "Welch t" if welch else "independent t"
    t, p, df, ends = show(found.statistic), f"{found.pvalue:.3f}", found.df, found.confidence_interval()
    yield reread.t_from_groups(t, **two, test=test)
    yield reread.p_from_groups(p, **two, test=test)
    yield reread.p_from_t(t, f"{df:.2f}" if welch else int(df), p)
    yield reread.df_from_n(f"{df:.1f}" if welch else int(df), test, ns=two["ns"])
    interval, difference = (show(ends.low), show(ends.high)), show(a.mean() - b.mean())
    yield reread.ci_from_groups(interval, **two, estimate=difference, test=test)
    yield reread.p_from_ci(p, interval, difference, df=f"{df:.2f}", test=test)
    se = (a.mean() - b.mean()) / found.statistic if found.statistic else 1.0
    yield reread.t_from_se(t, difference, show(se), test=test)
    yield reread.ci_from_se(interval, difference, show(se), df=f"{df:.2f}", level="95%", test=test)
    yield reread.ci_from_t(interval, difference, t, f"{df:.2f}", test, level="95%")
    pooled = (((len(a) - 1) * a.var(ddof=1) + (len(b) - 1) * b.var(ddof=1)) / (len(a) + len(b) - 2)) ** 0.5
    d = show((a.mean() - b.mean()) / pooled)
    yield reread.d_from_groups(d, **two)
    yield reread.d_from_t(d, show(stats.ttest_ind(a, b).statistic), ns=two["ns"])
    f, df2 = stats.f_oneway(*groups), sum(columns["ns"]) - 3
    yield reread.f_from_groups(show(f.statistic), 2, df2, **columns)
    yield reread.p_from_f(show(f.statistic), 2, df2, f"{f.pvalue:.4f}")
    eta2 = 2 * f.statistic / (2 * f.statistic + df2)
    yield reread.eta2_from_f(show(eta2), show(f.statistic), 2, df2, sum(columns["ns"]))


def of_pairs(random: Random, show: Any) -> Iterator[reread.Answer]:
    """What is asked of pairs, and of a correlation."""
    a = scores(random, random.randint(5, 40))
    b = a + scores(random, len(a)) - 3
    found, r = stats.ttest_rel(b, a), stats.pearsonr(a, b)
    columns = {"means": (show(a.mean()), show(b.mean())), "sds": (show(a.std(ddof=1)), show(b.std(ddof=1)))}
    yield reread.t_from_pairs(show(found.statistic), **columns, n=len(a))
    yield reread.d_from_t(show(found.statistic / len(a) ** 0.5), show(found.statistic), n=len(a), **columns)
    yield reread.df_from_n(len(a) - 1, "paired t", n=len(a))
    yield reread.p_from_r(show(r.statistic), f"{r.pvalue:.3f}", n=len(a), test="Pearson")
    ends = r.confidence_interval(0.95)
    yield reread.ci_from_r((show(ends.low), show(ends.high)), show(r.statistic), len(a), level="95%")
    z = random.gauss(0, 2)
    yield reread.p_from_z(show(z), f"{2 * stats.norm.sf(abs(z)):.3f}", test="z")


def of_counts(random: Random, show: Any) -> Iterator[reread.Answer]:
    """What is asked of a table."""
    counts = [[random.randint(2, 40) for _ in range(2)] for _ in range(2)]
    found = stats.chi2_contingency(counts, correction=random.random() < 0.5)
    yield reread.chi2_from_counts(show(found.statistic), counts)
    yield reread.p_from_chi2(show(found.statistic), 1, f"{found.pvalue:.3f}")
    yield reread.p_from_counts(f"{stats.fisher_exact(counts).pvalue:.3f}", counts, test="Fisher")
    (a, b), (c, d) = counts
    half = 1.96 * (1 / a + 1 / b + 1 / c + 1 / d) ** 0.5
    ratio = np.log(a * d / (b * c))
    ends = (show(np.exp(ratio - half)), show(np.exp(ratio + half)))
    yield reread.ratio_from_counts(counts, OR=show(a * d / (b * c)), ci=ends, level="95%", test="chi-squared")
    yield reread.ratio_from_counts(counts, RR=show(a / (a + b) * (c + d) / c), test="chi-squared")


def test_no_question_accuses_honest_data() -> None:
    met: Counter[str] = Counter()
    for seed in range(SEEDED):
        random = Random(seed)
        places = random.choice([2, 2, 3])
        for asked in (of_samples, of_groups, of_pairs, of_counts):
            for k, answer in enumerate(asked(random, lambda x, places=places: f"{x:.{places}f}")):
                assert answer.status != "inconsistent", f"seed {seed}, {asked.__name__} {k}:\n{answer!r}"
                met[answer.status] += 1
    assert met["consistent"] > 0.95 * met.total()
