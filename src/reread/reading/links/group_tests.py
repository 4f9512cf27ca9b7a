"""Which test compares the groups of a table's row, as far as the document's own words tell?

An independent t-test, where the printed degrees of freedom are n₁ + n₂ − 2, or the document names it. None is told
where the document names a model that would give another t or p of the same means (covariates, repeated measures,
clusters, weights, resampling) or a crossed design; where the words around the table speak of changes, medians, ranks or
standard errors; where paired tests are named and nothing shows that the columns hold different people; where a contrast
of more groups may be meant; nor of a p alone where the document names tests of ranks or of variances. Of three groups
and more nothing is told. Words count where they speak of the row (`scope`). A paired t-test, of columns before and
after, where the df are n − 1 or the document names it.

>>> page = Skeleton.of(["The independent t-test was used. Values are mean ± SD."], ".")
>>> stated(page, "Values are mean ± SD.", {"p": 4}, Place([]), (30, 28), None)
({'test': 'independent t', 'complete': True}, None)
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace
from typing import Any

from reread.reading.links.result import says, speaks_of
from reread.reading.scope import Place, Said, telling
from reread.reading.skeleton import Skeleton
from reread.words.reading import either, labels, words

SENTENCE = 200  # characters on either side of a test's name that may say what was compared
NEVER = ("resampled", "weighted", "other_models", "not_once_each")  # where they speak of the row
NOT_NEAR = ("not_of_means", "quartiles", "other_tests")  # around the table


def stated(
    page: Skeleton,
    near: str,
    parts: Collection[str],
    place: Place,
    sizes: tuple[int, ...],
    df: int | None,
    occasions: bool = False,
) -> tuple[dict[str, Any] | None, Said | None]:
    """What a study file says of the test of a row, or nothing, and the words for which it says nothing.

    `occasions`: the columns are the same people twice.
    """
    if len(sizes) != 2 or not _of_plain_means(page, near, telling(near, "of_groups")):
        return None, None
    about = (_paired if occasions else _independent)(page, near, parts, sizes, df)
    if about is None:
        return None, None
    kinds = NEVER if occasions else (*NEVER, "contrasts")
    kept = next((said for kind in kinds if (said := speaks_of(page, kind, place, "of_groups"))), None)
    return (None, kept) if kept else (about | adjusted(page, place), None)


def adjusted(page: Skeleton, place: Place) -> dict[str, Any]:
    """What a study file says of a p that words which speak of it say was adjusted for several tests."""
    return (
        {"adjusted": True}
        if speaks_of(page, "adjusted_for_several", replace(place, stat="t", numbers={"p"}, alike=True))
        else {}
    )


def _independent(
    page: Skeleton, near: str, parts: Collection[str], sizes: tuple[int, ...], df: int | None
) -> dict[str, Any] | None:
    shown = df == sum(sizes) - 2 and "t" in parts
    named = says(page, "group_tests") and not _of_changes(page.text)
    alone = "t" not in parts and says(page, "other_tests")
    if not shown and (not named or alone or not _apart(page, near, sizes)):
        return None
    return {"test": "independent t"} | ({"complete": True} if shown or df is None else {})


def _paired(
    page: Skeleton, near: str, parts: Collection[str], sizes: tuple[int, ...], df: int | None
) -> dict[str, Any] | None:
    """Before and after of one n. A p alone is not linked, because nothing follows for it; nor is anybody known to be
    there on both occasions, where the df do not show it."""
    shown, named = df == sizes[0] - 1, says(page, "paired_t_tests") and not says(page, "group_tests")
    if "t" not in parts or sizes[0] != sizes[1] or not (shown or (named and df is None)):
        return None
    return {"test": "paired t"} | ({"complete": True} if shown else {})


def speaks(text: str, names: Collection[str]) -> bool:
    """Does one of these words stand in a stretch of text?"""
    return bool(re.search(rf"(?<!\w){either(names)}(?!\w)", text))


def _of_plain_means(page: Skeleton, near: str, about: str) -> bool:
    """Do the words say SD, and nothing around the table that p or t may be of anything but these means?

    `about`: of the words around it those that are about such results.
    """
    names = labels()
    if any(speaks(about, words(kind)) for kind in NOT_NEAR) or speaks(near, [*names["median"], *names["se"]]):
        return False
    return speaks(near, names["sd"]) or (speaks(page.text, names["sd"]) and not speaks(page.text, names["se"]))


def _of_changes(text: str) -> bool:
    """Does a sentence that names the test of groups say that changes were compared?"""
    test = re.compile(rf"(?<!\w){either(words('group_tests'))}")
    sentences = (
        text[text.rfind(". ", 0, m.start()) + 1 : m.end() + SENTENCE].split(". ")[0] for m in test.finditer(text)
    )
    return any(speaks(sentence[-2 * SENTENCE :], words("not_of_means")) for sentence in sentences)


def _apart(page: Skeleton, near: str, sizes: tuple[int, ...]) -> bool:
    """Do the columns hold different people? Different sizes show it; else the words, where paired tests are named."""
    if len(set(sizes)) > 1 or not says(page, "paired_tests"):
        return True
    return speaks(near, words("group_words"))
