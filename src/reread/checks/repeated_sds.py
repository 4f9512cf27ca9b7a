"""Do several samples print the very same SD, or the same mean and SD?

A copied cell looks like that, and so does chance: nothing is decided. Said is only what is rare among independent
measurements: three samples with one SD of at least three digits, or two with the same mean, SD and n, both with at
least three digits. Samples of one printed place, and the same group named in two tests with the same numbers, count
once.

By chance, in 2,000 simulated studies each (tests/checks/test_repeated_sds.py), two groups of 30 an outcome, SDs
printed with three digits or so: 0.35 % of studies of three outcomes on one scale (SD near 2.50), 2.0 % of six; of
whole-number scores from 1 to 20, 0.2 % and 1.2 %; of outcomes each on a scale of its own, 0 and 0.05 %.

Source: arithmetic and simulation. Example: 10.21 ± 2.53 of 30 people, printed for two different outcomes.
"""

from collections.abc import Iterator
from itertools import groupby

from reread.study.finding import Finding
from reread.study.samples import samples
from reread.study.values import Study, Value

DIGITS = 3
MANY = 3
Row = tuple[str, Value | None, Value, int | None]  # role, mean, SD, n


def check(study: Study) -> Iterator[Finding]:
    """One finding where two samples or more print an SD of three digits or more."""
    rows = list(_rows(study))
    if len(rows) < 2:
        return
    found = [*_repeated_rows(rows), *_repeated_sds(rows)]
    params = {"count": str(len(rows)), "repeats": "; ".join(text for text, _ in found) or "–"}
    if found:
        roles = tuple(dict.fromkeys(role for _, members in found for role in members))
        yield Finding("repeated_sds", roles, "consistent", params, say="repeated", kind="implausible")
    else:
        yield Finding("repeated_sds", tuple(sd.role for _, _, sd, _ in rows), "consistent", params)


def digits(value: Value) -> int:
    """How many digits of a printed number tell something: without leading zeros."""
    return len("".join(c for c in value.reported.text if c.isdigit()).lstrip("0"))


def _rows(study: Study) -> Iterator[Row]:
    """Each sample with such an SD, once for each place and once for each name with the same numbers."""
    seen: set[object] = set()
    for sample in samples(study):
        mean, sd = study.get(f"{sample.role}.mean"), study.get(f"{sample.role}.sd")
        if sd is None or sd.reported.comparator != "=" or digits(sd) < DIGITS:
            continue
        n = sample.n.integer if sample.n else None
        same = (sample.role.rpartition(".")[2], mean.shown if mean else "", sd.shown, n)
        if same in seen or (sd.ids and sd.ids in seen):
            continue
        seen |= {same, sd.ids}
        yield sample.role, mean, sd, n


def _repeated_rows(rows: list[Row]) -> Iterator[tuple[str, list[str]]]:
    """Samples with the same mean, SD and n."""
    told = [(f"{mean.shown} ± {sd.shown}", n, sd) for _, mean, sd, n in rows if mean and digits(mean) >= DIGITS and n]
    for (text, n), members in groupby(sorted(told, key=lambda row: row[:2]), key=lambda row: row[:2]):
        roles = [sd.role for _, _, sd in members]
        if len(roles) > 1:
            yield f"{text} (n = {n}) × {len(roles)}", roles


def _repeated_sds(rows: list[Row]) -> Iterator[tuple[str, list[str]]]:
    """SDs that three samples or more print."""
    for text, members in groupby(
        sorted((sd for _, _, sd, _ in rows), key=lambda sd: sd.shown), key=lambda sd: sd.shown
    ):
        roles = [sd.role for sd in members]
        if len(roles) >= MANY:
            yield f"SD {text} × {len(roles)}", roles
