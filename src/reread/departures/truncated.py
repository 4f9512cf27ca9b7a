"""Were digits cut off instead of rounded?

A spreadsheet or a person may cut 1.958 to 1.95. Ask for one more decimal.
"""

from collections.abc import Iterator

from reread.study.values import Study, Value, shifted


def variants(study: Study) -> Iterator[tuple[dict[str, str], Study]]:
    """Every printed decimal number read as cut off."""
    changed = {role: _cut(value) for role, value in study.values.items() if value.reported.decimals > 0}
    if changed:
        yield {}, study.with_values(dict(changed))


def _cut(value: Value) -> Value:
    return shifted(value, value.reported.truncated)
