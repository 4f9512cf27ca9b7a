"""Do the printed counts, with the stated codes, give the printed means and SDs?

Where counts add up to n, mean and SD (n − 1 or n) of the coded scores follow exactly. Both occasions are one finding,
because one reading (another coding, exchanged rows) must hold for both.

Source: arithmetic. Example: 18 scores of 0 and 2 of 2 have mean 0.20 and SD 0.62.

>>> mean, squares = moments({0: 18, 2: 2})
>>> float(mean), round(sd(squares, 20), 2)
(0.2, 0.62)
"""

from collections.abc import Iterator

from reread.numbers.show import number
from reread.statistics.scores import moments, sd, sd_fits
from reread.study.comparison import comparisons
from reread.study.finding import Finding, about, meets
from reread.study.samples import Sample
from reread.study.values import Study


def check(study: Study) -> Iterator[Finding]:
    """One finding for each outcome whose categories have codes and counts that add up to n."""
    for each in comparisons(study):
        parts = [part for sample in each.samples if (part := _occasion(sample))]
        if not parts:
            continue
        params = {
            "counts": "; ".join(part["counts"] for part in parts),
            "codes": ", ".join(f"{label} = {code}" for label, code in (study.codes(each.owner) or {}).items()),
            "printed": " → ".join(part["printed"] for part in parts),
            "allowed": " → ".join(part["allowed"] for part in parts),
            "sums": "\n".join(part["sums"] for part in parts),
        }
        roles = tuple(value.role for part in parts for value in part["values"])
        counted = {label for sample in each.samples for label in sample.counts()}
        roles += about(*(code for label, code in study.group(f"{each.owner}.codes").items() if label in counted))
        yield Finding("counts_mean_sd", roles, params=params, **meets(all(part["agrees"] for part in parts)))


def _occasion(sample: Sample) -> dict | None:  # type: ignore[type-arg]
    counts, codes, n = sample.counts(), sample.codes(), sample.n
    mean, sd_value = sample.get("mean"), sample.get("sd")
    if not counts or codes is None or n is None or mean is None or not set(counts) <= set(codes):
        return None
    scores: dict[int, int] = {}
    for label, count in counts.items():
        scores[codes[label]] = scores.get(codes[label], 0) + count.integer
    if sum(scores.values()) != n.integer or n.integer < 2:
        return None
    exact, squares = moments(scores)
    agrees = mean.interval.contains(exact) and (sd_value is None or sd_fits(sd_value.interval, squares, n.integer))
    shown = f"{number(exact)} ± {number(sd(squares, n.integer))}"
    terms = " + ".join(f"{k} × {code}" for code, k in scores.items())
    return {
        "agrees": agrees, "values": [v for v in (*counts.values(), mean, sd_value) if v], "allowed": shown,
        "counts": ", ".join(f"{count.shown} {label}" for label, count in counts.items()),
        "printed": mean.shown + (f" ± {sd_value.shown}" if sd_value else ""),
        "sums": f"({terms}) / {n.shown} = {number(exact)}; SD {number(sd(squares, n.integer), 3)}",
    }  # fmt: skip
