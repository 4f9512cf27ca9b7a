"""Were the categories coded with other numbers than the paper states?

Reversed, starting at 1, or only the categories with people in them, numbered from 0 or from 1, upwards or downwards. It
would mean that the coding note does not describe the data. Ask for the code book.
"""

from collections.abc import Iterator

from reread.study.comparison import Comparison, comparisons
from reread.study.values import Study


def variants(study: Study) -> Iterator[tuple[dict[str, str], Study]]:
    """Every other coding of each outcome with stated codes."""
    for each in comparisons(study):
        stated = study.codes(each.owner)
        if not stated:
            continue
        for codes in _codings(each, stated):
            if codes != stated:
                kept = {outcome: given for outcome, given in dict(study.reading.codes).items() if outcome != each.owner}
                reading = tuple({**kept, each.owner: tuple(codes.items())}.items())
                shown = ", ".join(f"{label} = {code}" for label, code in codes.items())
                yield {"outcome": each.name, "codes": shown}, study.read_as(codes=reading)


def _codings(each: Comparison, stated: dict[str, int]) -> Iterator[dict[str, int]]:
    ordered = sorted(stated, key=lambda label: stated[label])
    counted = {label for sample in each.samples for label in sample.counts()}
    used = [label for label in ordered if label in counted]
    seen = []
    for labels in (ordered, used):
        for start in (0, 1):
            for direction in (labels, labels[::-1]):
                codes = {label: start + k for k, label in enumerate(direction)}
                if codes not in seen and len(codes) > 1:
                    seen.append(codes)
                    yield codes
