"""Do neighbouring categories share one code?

It would mean that an answer was recoded before the analysis, as when “moderate” and “high” were taken together. Ask for
the code book and for the recoding.
"""

from collections.abc import Iterator
from itertools import pairwise

from reread.study.comparison import comparisons
from reread.study.values import Study


def variants(study: Study) -> Iterator[tuple[dict[str, str], Study]]:
    """Each two neighbouring categories with people in them, under the code of either, or with the gap closed."""
    for each in comparisons(study):
        stated = study.codes(each.owner)
        if not stated:
            continue
        stated = dict(sorted(stated.items(), key=lambda each: (each[1], each[0])))
        counted = {label for sample in each.samples for label in sample.counts()}
        seen = [stated]
        for codes in _merged(stated, counted):
            if codes not in seen and len({codes[label] for label in counted}) > 1:
                seen.append(codes)
                kept = {outcome: given for outcome, given in dict(study.reading.codes).items() if outcome != each.owner}
                shown = ", ".join(f"{label} = {code}" for label, code in codes.items())
                reading = tuple({**kept, each.owner: tuple(codes.items())}.items())
                yield {"outcome": each.name, "merged": shown}, study.read_as(codes=reading)


def _merged(stated: dict[str, int], counted: set[str]) -> Iterator[dict[str, int]]:
    ordered = sorted((label for label in stated if label in counted), key=lambda label: stated[label])
    for lower, upper in pairwise(ordered):
        for code in (stated[lower], stated[upper]):
            yield {**stated, lower: code, upper: code}
        drop = stated[upper] - stated[lower]
        yield {label: code - drop if code >= stated[upper] else code for label, code in stated.items()}
