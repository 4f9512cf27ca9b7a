"""Print what the simulation is held to: speed, the earlier table, the size of the two-arm test, what one group shows.

python bench/rivals.py
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from reread.files.config import Config
from reread.rivals import OneGroup, evidence
from reread.rivals.natural_course import Settings, simulate
from reread.rivals.natural_course.trial import powers

STUDY = OneGroup("khaeriyah-sari-2025", 20, 2, 16)
DAYS = (1, 1.5, 2, 2.5, 3, 3.5, 4, 5, 6, 7, 10, 14)


def main() -> int:
    """Two tables on the screen."""
    known, seed = evidence.parameters(Path(__file__).parents[1] / "evidence"), Config().seed
    draws = {}
    for baseline in ("printed", "posterior"):
        begun = time.perf_counter()
        draws[baseline] = simulate(STUDY, seed, Settings(first_days=DAYS, baseline=baseline), known)
        spent = time.perf_counter() - begun
        print(f"4,000 studies × {len(DAYS)} first days × n = 20, cut by {baseline}: {spent:.1f} s on one core")
    print("\nfirst day | cut set to the printed share: after %, reach | to its posterior: after %, reach, conflicts")
    for day in DAYS:
        one, two = (draws[baseline].at(day) for baseline in ("printed", "posterior"))
        said = f"{100 * two.share_after:4.0f} {two.reach:.3f} {two.conflicts}"
        print(f"{day:9g} | {100 * one.share_after:4.0f} {one.reach:.3f} | {said}")
    print("\nfirst day | two arms, no effect: mL, counts | effect ×2: mL | one group: no effect, ×2   (n = 20 an arm)")
    for day in DAYS:
        none, two = powers(STUDY, seed, known, (day,), 7, (20,), (1, 2), 4000)
        groups = f"{none.one_group:.3f}, {two.one_group:.3f}"
        print(f"{day:9g} | {none.two_arm:.3f}, {none.counts:.3f} | {two.two_arm:.3f} | {groups}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
