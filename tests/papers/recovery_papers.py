"""Which papers does the benchmark of recovery draw? Honest ones of three designs, but for one departure or two.

Whole-number scales of 3, 5, 7 and 11 answers, 8 to 120 people. `KINDS` tells, for each departure of the library that
a paper of these designs can be made to need, how it comes to be printed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction
from random import Random

import honest
import power_errors
import power_papers
from honest import show
from power_errors import Error
from power_papers import DECIMALS, Paper, Prints, p_text

SIZES = (8, 120)
CODED = "before and after, coded"


def before_after(random: Random) -> Paper:
    """One group twice, counts of the lower and the upper half of the scale."""
    return power_papers.paired(random, SIZES)


def two_groups(random: Random) -> Paper:
    """Two groups, counts of the lower and the upper half of the scale."""
    return power_papers.two_groups(random, SIZES)


def coded(random: Random) -> Paper:
    """One group twice; every answer of up to seven has a stated code, a count and a percentage."""
    while True:
        paper = power_papers.paired(random, SIZES)
        scores = [score for each in paper.samples.values() for score in each]
        low, high = int(min(scores)), int(max(scores))
        if 1 < high - low < 7:
            break
    prints = {role: text for role, text in paper.prints.items() if ".count." not in role and ".percent." not in role}
    prints |= {f"score.codes.c{code}": str(code) for code in range(low, high + 1)}
    for role, scores in paper.samples.items():
        for code in range(low, high + 1):
            count = scores.count(Fraction(code))
            prints[f"{role}.count.c{code}"] = str(count)
            prints[f"{role}.percent.c{code}"] = show(Fraction(100 * count, len(scores)), 1) + "%"
    return replace(paper, prints=prints)


DESIGNS: dict[str, Callable[[Random], Paper]] = {
    "before and after": before_after,
    CODED: coded,
    "two groups": two_groups,
}


def variances(paper: Paper, random: Random) -> Prints:
    """Variances stand where SDs are named."""
    return {f"{role}.sd": show(honest.sd(scores) ** 2, DECIMALS) for role, scores in paper.samples.items()}


def half_widths(paper: Paper, random: Random) -> Prints:
    """Half the widths of confidence intervals stand where SDs are named."""
    found = {}
    for role, scores in paper.samples.items():
        n = len(scores)
        half = honest.quantile(0.95, n - 1) * honest.sd(scores) / honest.root(Fraction(n))
        found[f"{role}.sd"] = show(half, DECIMALS)
    return found


def level_90(paper: Paper, random: Random) -> Prints:
    """The interval called 95 % is one at 90 %."""
    half = honest.quantile(0.9, paper.df) * paper.difference / paper.t
    return _ends(paper, half)


def one_error(paper: Paper, random: Random) -> Prints:
    """The interval reaches one standard error to either side."""
    return _ends(paper, paper.difference / paper.t)


def moments_exchanged(paper: Paper, random: Random) -> Prints | None:
    """Means stand under SD, and SDs under mean."""
    if any(honest.mean(scores) < 0 for scores in paper.samples.values()):
        return None
    return _exchanged(paper, [(f"{role}.mean", f"{role}.sd") for role in paper.samples])


def samples_exchanged(paper: Paper, random: Random) -> Prints:
    """Means and SDs of the two samples stand in each other's row."""
    first, second = paper.samples
    return _exchanged(paper, [(f"{first}.{part}", f"{second}.{part}") for part in ("mean", "sd")])


def sizes_exchanged(paper: Paper, random: Random) -> Prints | None:
    """Each group's n stands at the other one."""
    first, second = (f"{role}.n" for role in paper.samples)
    return _exchanged(paper, [(first, second)]) if first in paper.prints else None


def categories_exchanged(paper: Paper, random: Random) -> Prints:
    """Two rows of one sample's table of counts stand in each other's place."""
    role = random.choice(list(paper.samples))
    names = [each.rpartition(".")[2] for each in paper.prints if each.startswith(f"{role}.count.")]
    first, second = random.sample(names, 2)
    return _exchanged(paper, [(f"{role}.{part}.{first}", f"{role}.{part}.{second}") for part in ("count", "percent")])


def codes_reversed(paper: Paper, random: Random) -> Prints | None:
    """The stated codes run the other way."""
    codes = {role: text for role, text in paper.prints.items() if ".codes." in role}
    return dict(zip(codes, reversed(codes.values()), strict=True)) or None


def percents_of_another_sample(paper: Paper, random: Random) -> Prints | None:
    """Percentages of each sample are of both samples together."""
    total = sum(len(scores) for scores in paper.samples.values())
    return {
        role.replace(".count.", ".percent."): show(Fraction(100 * int(text), total), 1) + "%"
        for role, text in paper.prints.items()
        if ".count." in role
    }


def statistic_and_p(paper: Paper, random: Random) -> Prints | None:
    """t stands under p, and p under t."""
    if not Fraction(1, 100) < paper.t < 1:
        return None
    return _exchanged(paper, [(f"{paper.test}.t", f"{paper.test}.p")])


def turned(paper: Paper, random: Random) -> Prints | None:
    """The difference of the means stands the other way round, t and d do not."""
    role = f"{paper.test}.{'mean' if paper.test == 'score.change' else 'estimate'}"
    return {role: show(-paper.difference, DECIMALS)}


def as_independent(paper: Paper, random: Random) -> Prints | None:
    """The same people are taken for two groups: t, p and the interval of independent samples."""
    first, second = paper.samples.values()
    n = len(first)
    error = honest.root((honest.sd(first) ** 2 + honest.sd(second) ** 2) / n)
    if paper.test != "score.change" or not error:
        return None
    t, df = paper.difference / error, 2 * n - 2
    half = honest.quantile(0.95, df) * error
    stem = paper.test
    return {
        f"{stem}.t": show(t, DECIMALS), f"{stem}.df": str(df), f"{stem}.p": p_text(honest.p_of_t(t, df)),
        **_ends(paper, half),
    }  # fmt: skip


def r_for_d(paper: Paper, random: Random) -> Prints:
    """The correlation stands under d."""
    d = Fraction(paper.prints[f"{paper.test}.d"])
    return {f"{paper.test}.d": show(d / honest.root(d * d + 4), DECIMALS)}


def mark_moved(paper: Paper, random: Random) -> Prints:
    """The decimal mark of one printed number stands one place further to the right."""
    role = random.choice([r for r, text in paper.prints.items() if "." in text and not text.startswith("<")])
    text = paper.prints[role]
    tail = "%" if text.endswith("%") else ""
    number = text.removesuffix("%")
    decimals = len(number.partition(".")[2])
    return {role: show(Fraction(number) * 10, decimals - 1) + tail}


def cut(paper: Paper, random: Random) -> Prints:
    """Means and SDs are cut after two decimals."""
    found = {}
    for role, scores in paper.samples.items():
        for name, exact in (("mean", honest.mean(scores)), ("sd", honest.sd(scores))):
            found[f"{role}.{name}"] = show(exact, DECIMALS, "cut")
    return found


# departure of the library → how it comes to be printed
KINDS: dict[str, Error] = {
    "another_effect_size": r_for_d,
    "another_n": power_errors.wrong_n,
    "decimal_mark": mark_moved,
    "direction": turned,
    "exchanged_categories": categories_exchanged,
    "exchanged_columns": moments_exchanged,
    "exchanged_groups": sizes_exchanged,
    "exchanged_occasions": samples_exchanged,
    "half_width_for_sd": half_widths,
    "independent_for_paired": as_independent,
    "one_digit": power_errors.one_digit,
    "one_sided_p": power_errors.one_sided_p,
    "other_codes": codes_reversed,
    "other_level": level_90,
    "percent_of_another_base": percents_of_another_sample,
    "rounded_twice": power_errors.rounded_twice,
    "se_for_sd": power_errors.se_as_sd,
    "spread_for_ci": one_error,
    "statistic_for_p": statistic_and_p,
    "truncated": cut,
    "two_digits": power_errors.digits_exchanged,
    "variance_for_sd": variances,
    "z_for_t": power_errors.z_for_t,
}
OF_ONE_DESIGN = {"exchanged_occasions": "score.change", "exchanged_groups": "tests.score"}


def papers(truth: tuple[str, ...], draw: Callable[[Random], Paper], count: int) -> Iterator[Paper]:
    """`count` papers with these departures, the same ones each time; fewer where the design has no place for them."""
    seed = made = 0
    while made < count and seed < 60 * count:
        random = Random(f"{truth} {seed}")
        seed += 1
        paper = draw(random)
        if any(OF_ONE_DESIGN.get(name, paper.test) != paper.test for name in truth):
            return
        changed = [KINDS[name](paper, random) for name in truth]
        if all(each and any(paper.prints[role] != text for role, text in each.items()) for each in changed):
            made += 1
            merged = {role: text for each in changed if each for role, text in each.items()}
            yield replace(paper, prints=paper.prints | merged)


def _ends(paper: Paper, half: Fraction) -> Prints:
    ends = {"low": paper.difference - abs(half), "high": paper.difference + abs(half)}
    return {f"{paper.test}.ci.{name}": show(end, DECIMALS) for name, end in ends.items()}


def _exchanged(paper: Paper, pairs: list[tuple[str, str]]) -> Prints:
    found = {}
    for first, second in pairs:
        found |= {first: paper.prints[second], second: paper.prints[first]}
    return found
