"""What can be said by arithmetic beside each item of an instrument of trials, and where do its numbers stand?

INSPECT-SR's checks and RoB 2's domains are answered by persons. What follows from the printed numbers stands beside
them with its places: rows about arms and their table of characteristics, and what the checks of the program found.
Facts judge nothing: "cannot agree" is about numbers, and reasons may be told elsewhere.

Source: INSPECT-SR guidance 1.1 (which check asks what); RoB 2, doi:10.1136/bmj.l4898.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from reread.appraisal import arms, results, table_one
from reread.study.values import Study
from reread.words import Words

CHECKS, ROB = "inspect-sr-checks", "rob-2"
# Which items a computed row belongs to: by instrument.
ITEMS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    CHECKS: {
        "2.4": ("recruited",),
        "2.5": ("sessions",),
        "4.2": ("allocation_", "blocks_", "sizes_by_chance"),
        "4.3": ("rows_",),
        "4.5": ("analysed",),
        "4.6": ("planned", "one_size", "several_sizes", "sizes_above"),
        "4.7": ("farthest",),
    },
    ROB: {
        "randomisation": ("allocation_", "blocks_", "sizes_by_chance", "rows_"),
        "deviations": ("several_sizes", "sizes_above", "one_size"),
        "missing": ("analysed",),
        "measurement": ("shift",),
        "reporting": ("chosen",),
    },
}
# Which of INSPECT-SR's checks a finding of the program belongs to; one about a result of a test where none is named.
OF_CHECK = {
    "repeated_sds": "3.1", "eligibility": "4.1", "repeats": "4.4",
    "flow_adds_up": "4.6", "groups_total": "4.6", "df_n": "4.6", "counts_total": "4.6", "unknown_sizes": "4.6",
    "grim": "4.8", "grimmer": "4.8", "debit": "4.8", "counts_mean_sd": "4.8",
    "change_of_means": "4.10", "percents_total": "4.10", "percent_of_count": "4.10", "percent_change": "4.10",
    "sd_limits": "4.10", "range_limits": "4.10", "sd_of_change": "4.10", "higher_side": "4.10", "subgroups": "4.10",
    "difference_of_groups": "4.10", "possible_value": "4.10",
}  # fmt: skip
RESULTS, ARTICLES = "4.9", "4.11"  # results of tests; one number in several documents
QUOTED = {"2.1": "ethics", "2.2": "registration"}  # what documents print in words
NO_RESULT = ("test_fits", "counts_in_datasets")
SHOWN = 4


def stated(study: Study) -> list[arms.Row]:
    """The computed rows about two groups, and, of arms that chance formed, about characteristics and results."""
    rows = list(arms.rows(study))
    by_chance = study.file.design.kind == "two-group randomised"
    return [*rows, *table_one.facts(study), *results.rows(study)] if by_chance else rows


def beside_items(
    study: Study,
    findings: Sequence[Mapping[str, Any]],
    say: Words,
    registered: Sequence[Mapping[str, Any]] | None = None,
) -> dict[str, dict[str, list[dict[str, str]]]]:
    """By instrument and item what is computed: each with its text and the lines of its numbers.

    `registered`: what the documents print of registration and ethical approval; None where nobody looked.
    """
    found: dict[str, dict[str, list[dict[str, str]]]] = {}
    for key, params, values in stated(study):
        at = lines(study, [each for value in values for each in value.ids], say)
        parts = (say(f"appraisal.computed.{key}.{part}", **params) for part in ("item", "judgement", "because"))
        text = say("appraisal.facts.row", **dict(zip(("item", "judgement", "because"), parts, strict=True)))
        for instrument, items in ITEMS.items():
            for item, keys in items.items():
                if key.startswith(keys):
                    found.setdefault(instrument, {}).setdefault(item, []).append({"text": text, "place": at})
    for item, kind in QUOTED.items() if registered is not None else ():
        found.setdefault(CHECKS, {})[item] = list(_quoted(kind, registered or (), say))
    for item, group in _by_item(findings).items():
        found.setdefault(CHECKS, {}).setdefault(item, []).extend(_told(study, group, say))
    return found


def _quoted(kind: str, registered: Sequence[Mapping[str, Any]], say: Words) -> Iterator[dict[str, str]]:
    """What documents print of registration or ethical approval, as they print it; or that what was read has none."""
    mine = [each for each in registered if each["kind"] == kind]
    for each in mine:
        tag = f"{each['document']}:" if each["document"] else ""
        place = each["place"] or say("appraisal.facts.line", lines=f"{tag}{each['line']}")
        yield {"text": say(f"appraisal.facts.quoted.{kind}", quote=each["quote"]), "place": place}
    if not mine:
        yield {"text": say(f"appraisal.facts.quoted.no_{kind}"), "place": ""}


def lines(study: Study, ids: Iterable[str], say: Words) -> str:
    """The lines of numbers, by their ids (`7.2`, `en:7.2`), each once."""
    places = dict.fromkeys(each.rpartition(".")[0] for each in ids)
    ordered = sorted(places, key=lambda place: (place.rpartition(":")[0], int(place.rpartition(":")[2] or 0)))
    key = "line" if len(ordered) == 1 else "lines"
    return say(f"appraisal.facts.{key}", lines=", ".join(ordered)) if ordered else ""


def _by_item(findings: Sequence[Mapping[str, Any]]) -> dict[str, list[Mapping[str, Any]]]:
    """The findings by the check of INSPECT-SR that asks for them."""
    groups: dict[str, list[Mapping[str, Any]]] = {}
    for finding in findings:
        if finding["check"] not in NO_RESULT and finding["status"] != "not applicable":
            several = finding["check"] == "repeats" and len({each.rpartition(":")[0] for each in finding["about"]}) > 1
            item = ARTICLES if several else OF_CHECK.get(finding["check"], RESULTS)
            groups.setdefault(item, []).append(finding)
    return dict(sorted(groups.items()))


def _told(study: Study, group: Sequence[Mapping[str, Any]], say: Words) -> Iterator[dict[str, str]]:
    """What cannot agree, what is odd, and what is left open, each with its places; else how many were looked at."""
    bad = [f for f in group if f["status"] == "inconsistent"]
    odd = [f for f in group if f.get("kind") == "implausible" and f not in bad]
    left = [f for f in group if f["status"] == "undecided" and f not in odd]
    for key, some in (("cannot", bad), ("odd", odd), ("open", left)):
        if some:
            printed = list(dict.fromkeys(f"{f['printed']} ({f['title']})" for f in some))
            told = "; ".join(printed[:SHOWN]) + ("; …" if len(printed) > SHOWN else "")
            ids = [each for f in some for each in f["about"]]
            yield {"text": say(f"appraisal.facts.{key}", what=told), "place": lines(study, ids, say)}
    if not bad and not odd and not left:
        yield {"text": say.plural("appraisal.facts.nothing", len(group), n=len(group)), "place": ""}
