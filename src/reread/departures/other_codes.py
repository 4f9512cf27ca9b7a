"""Were the categories coded with other numbers than the paper states?

Reversed, starting at 1, or only the categories with people in them, numbered from 0 or from 1, upwards or downwards. It
would mean that the coding note does not describe the data. Ask for the code book.
"""

from collections.abc import Iterator

from reread.study.values import Study


def variants(study: Study) -> Iterator[tuple[dict[str, str], Study]]:
    """Every other coding of each outcome with stated codes."""
    for name in study.file.outcomes:
        stated = study.codes(name)
        if not stated:
            continue
        for codes in _codings(study, name, stated):
            if codes != stated:
                kept = {outcome: given for outcome, given in dict(study.reading.codes).items() if outcome != name}
                reading = tuple({**kept, name: tuple(codes.items())}.items())
                shown = ", ".join(f"{label} = {code}" for label, code in codes.items())
                yield {"outcome": name, "codes": shown}, study.read_as(codes=reading)


def _codings(study: Study, name: str, stated: dict[str, int]) -> Iterator[dict[str, int]]:
    ordered = sorted(stated, key=lambda label: stated[label])
    counted = {label for o in ("before", "after") for label in study.counts(name, o)}
    used = [label for label in ordered if label in counted]
    seen = []
    for labels in (ordered, used):
        for start in (0, 1):
            for direction in (labels, labels[::-1]):
                codes = {label: start + k for k, label in enumerate(direction)}
                if codes not in seen and len(codes) > 1:
                    seen.append(codes)
                    yield codes
