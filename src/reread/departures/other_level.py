"""Is the printed confidence interval one at another level than the one stated?

It would mean that the words "95 %" describe another interval. Ask for the level.
"""

from collections.abc import Iterator

from reread.study.values import Study

LEVELS = (90, 95, 99)


def variants(study: Study) -> Iterator[tuple[dict[str, str], Study]]:
    """Every interval with a stated level read at each other one; where none is stated all usual ones are admitted."""
    stems = [f"{name}.change" for name in study.file.outcomes] + [f"tests.{name}" for name in study.file.tests]
    for stem in stems:
        stated = study.get(f"{stem}.ci.level")
        if stated is None or study.all(f"{stem}.ci.low", f"{stem}.ci.high") is None:
            continue
        value = stated.reported.value
        for level in LEVELS:
            if level != (value if value > 1 else value * 100):
                about = stem.removeprefix("tests.").removesuffix(".change")
                yield {"outcome": about, "level": str(level)}, study.printing({stated.role: str(level)})
