"""Which errors do papers make, and what is printed then? Each takes an honest paper; None where it has no place."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from random import Random

import honest
from honest import show
from power_papers import DECIMALS, Paper, Prints, p_text

Error = Callable[[Paper, Random], Prints | None]


def one_digit(paper: Paper, random: Random) -> Prints | None:
    """One digit of one printed number is another one."""
    role = random.choice(_load_bearing(paper))
    text = paper.prints[role]
    k = random.choice([k for k, character in enumerate(text) if character.isdigit()])
    return {role: text[:k] + str((int(text[k]) + random.randint(1, 9)) % 10) + text[k + 1 :]}


def digits_exchanged(paper: Paper, random: Random) -> Prints | None:
    """Two neighbouring digits of one printed number are exchanged."""
    places = [
        (role, k)
        for role in _load_bearing(paper)
        for k, (a, b) in enumerate(zip(paper.prints[role], paper.prints[role][1:], strict=False))
        if a.isdigit() and b.isdigit() and a != b
    ]
    if not places:
        return None
    role, k = random.choice(places)
    text = paper.prints[role]
    return {role: text[:k] + text[k + 1] + text[k] + text[k + 2 :]}


def wrong_n(paper: Paper, random: Random) -> Prints | None:
    """The printed n is off by one to three; the statistics follow from the true one."""
    role = random.choice([role for role in paper.prints if role.split(".")[-1] == "n"])
    return {role: str(int(paper.prints[role]) + random.choice([-3, -2, -1, 1, 2, 3]))}


def se_as_sd(paper: Paper, random: Random) -> Prints | None:
    """Standard errors stand where SDs are named."""
    found = {}
    for role, scores in paper.samples.items():
        found[f"{role}.sd"] = show(honest.sd(scores) / honest.root(Fraction(len(scores))), DECIMALS)
    return found


def one_sided_p(paper: Paper, random: Random) -> Prints | None:
    """A one-sided p that is not declared."""
    return {f"{paper.test}.p": p_text(honest.p_of_t(paper.t, paper.df) / 2)}


def z_for_t(paper: Paper, random: Random) -> Prints | None:
    """The interval uses 1.96 in place of the quantile of t."""
    half = Fraction("1.959964") * paper.difference / paper.t
    ends = {"low": paper.difference - half, "high": paper.difference + half}
    return {f"{paper.test}.ci.{name}": show(end, DECIMALS) for name, end in ends.items()}


def wrong_d(paper: Paper, random: Random) -> Prints | None:
    """d is that of another comparison: 20 to 60 % off."""
    role, factor = f"{paper.test}.d", Fraction(random.randint(120, 160), 100)
    d = Fraction(paper.prints[role])
    return {role: show(d * factor if random.random() < 0.5 else d / factor, DECIMALS)}


def counts_recoded(paper: Paper, random: Random) -> Prints | None:
    """The counts of one sample stand at each other's category; percentages do not."""
    role = random.choice(list(paper.samples))
    low, high = (f"{role}.count.{name}" for name in ("low", "high"))
    return {low: paper.prints[high], high: paper.prints[low]}


def samples_exchanged(paper: Paper, random: Random) -> Prints | None:
    """The SDs of the two samples stand at each other's mean."""
    first, second = (f"{role}.sd" for role in paper.samples)
    return {first: paper.prints[second], second: paper.prints[first]}


def percents_of_another_n(paper: Paper, random: Random) -> Prints | None:
    """Percentages of one sample are of more people than it has."""
    role, scores = random.choice(list(paper.samples.items()))
    base = len(scores) + random.randint(2, 6)
    return {
        f"{role}.percent.{name}": show(Fraction(100 * int(paper.prints[f"{role}.count.{name}"]), base), 1) + "%"
        for name in ("low", "high")
    }


def df_off(paper: Paper, random: Random) -> Prints | None:
    """Degrees of freedom are off by one or two."""
    return {f"{paper.test}.df": str(paper.df + random.choice([-2, -1, 1, 2]))}


def rounded_twice(paper: Paper, random: Random) -> Prints | None:
    """A mean or an SD is rounded to three decimals, then to two; only where this gives another print."""
    found = {}
    for role, scores in paper.samples.items():
        for name, exact in (("mean", honest.mean(scores)), ("sd", honest.sd(scores))):
            twice = show(Fraction(show(exact, DECIMALS + 1)), DECIMALS)
            if twice != paper.prints[f"{role}.{name}"]:
                found[f"{role}.{name}"] = twice
    return found or None


def impossible_value(paper: Paper, random: Random) -> Prints | None:
    """One number is none that its kind can be: a negative SD, a p above 1, no degrees of freedom, more than 100 %."""
    sample = random.choice(list(paper.samples))
    found = [
        {f"{sample}.sd": f"-{paper.prints[f'{sample}.sd']}"},
        {f"{paper.test}.p": show(Fraction(random.randint(101, 999), 100), DECIMALS)},
        {f"{paper.test}.df": str(-random.randint(0, 3))},
        {f"{sample}.percent.low": show(Fraction(random.randint(1010, 9999), 10), 1) + "%"},
        {f"{sample}.count.low": str(int(paper.prints[f"{sample}.n"]) + random.randint(1, 9))}
        if f"{sample}.n" in paper.prints
        else {f"{sample}.count.low": str(int(paper.prints["n"]) + random.randint(1, 9))},
        {f"{paper.test}.ci.level": f"{random.randint(100, 999)}%"},
    ]
    chosen = random.choice(found)
    return None if "-0.00" in chosen.values() else chosen  # that is a 0


def interval_misprinted(paper: Paper, random: Random) -> Prints | None:
    """An end of the interval lost its decimal point or its first digit, or the ends are one standard error away."""
    ends = {name: f"{paper.test}.ci.{name}" for name in ("low", "high")}
    kind, role = random.choice(("point", "digit", "one")), random.choice(list(ends.values()))
    text = paper.prints[role]
    if kind == "point":
        return {role: text.replace(".", "").lstrip("0") or "0"}
    if kind == "digit":
        sign, digits = text[: text.startswith("-")], text.lstrip("-")
        other = str((int(digits[0]) + random.randint(1, 8)) % 10)
        return {role: f"{sign}{other}{digits[1:]}"}
    half = abs(paper.difference / paper.t)
    shown = {"low": paper.difference - half, "high": paper.difference + half}
    return {ends[name]: show(end, DECIMALS) for name, end in shown.items()}


KINDS: dict[str, Error] = {
    "one digit changed": one_digit,
    "two digits exchanged": digits_exchanged,
    "n off by one to three": wrong_n,
    "SE printed as SD": se_as_sd,
    "one-sided p, not declared": one_sided_p,
    "1.96 for the quantile of t": z_for_t,
    "d of another comparison": wrong_d,
    "counts at each other's category": counts_recoded,
    "SDs of the samples exchanged": samples_exchanged,
    "percentages of another n": percents_of_another_n,
    "df off by one or two": df_off,
    "rounded twice": rounded_twice,
    "a value that cannot be": impossible_value,
    "an interval misprinted": interval_misprinted,
}


def _load_bearing(paper: Paper) -> list[str]:
    return [role for role in paper.prints if role.rpartition(".")[2] not in ("level", "df", "n")]
