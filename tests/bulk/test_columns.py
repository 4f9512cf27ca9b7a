"""Which columns are taken, and does an error name the row and what stands there?"""

from __future__ import annotations

import re
from decimal import Decimal

import numpy as np
import pandas as pd
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from numpy.testing import assert_array_equal

from reread import bulk
from reread.numbers.reported import Reported

CHARACTERS = st.text(alphabet="0123456789..--+−–<>~=% x\x00٣½,e", max_size=26)


@given(st.lists(CHARACTERS | st.floats(-1e4, 1e4).map(str) | st.integers(-(10**30), 10**30).map(str), max_size=8))
@example(["1.0\x00"])
@example(["5.", ".5", "-.5", "−0.00", "+1", "00012", "999999999999999999", "9999999999999999999", "0." + "0" * 30])
def test_text_means_what_a_reported_value_means(texts: list[str]) -> None:
    for text in texts:
        try:
            one = Reported.read(text)
        except ValueError:
            with pytest.raises(ValueError, match="row 0: "):
                bulk.parse([text])
            continue
        parsed = bulk.parse([text])
        again = parsed.reported(0)
        assert (again.value, again.decimals, again.comparator) == (one.value, one.decimals, one.comparator)
        assert parsed.odd or int(parsed.units[0]) == one.value * 10**one.decimals


COLUMNS = [
    ["5.19", "5.18"], ("5.19", "5.18"), np.array(["5.19", "5.18"]), np.array(["5.19", "5.18"], dtype=object),
    pd.Series(["5.19", "5.18"], index=[7, 7]), pd.Series(["5.19", "5.18"], dtype="string"), pd.Index(["5.19", "5.18"]),
    bulk.Parsed(np.array([519, 518]), np.array([2, 2])), bulk.parse(["5.19", "5.18"]), iter(["5.19", "5.18"]),
]  # fmt: skip


@pytest.mark.parametrize("means", COLUMNS, ids=lambda column: type(column).__name__)
def test_every_kind_of_column(means: object) -> None:
    assert_array_equal(bulk.grim(means, 28), [False, True])


NS = [[28, 28], np.array([28, 28]), np.array([28, 28], dtype=np.uint8), [28.0, 28.0], ["28", "28"], 28, "28", [28],
      pd.Series([28, 28]), pd.Series([28, 28], dtype="Int64"), [28, "28"], np.int64(28)]  # fmt: skip


@pytest.mark.parametrize("ns", NS, ids=repr)
def test_every_kind_of_n(ns: object) -> None:
    assert_array_equal(bulk.grim(["5.19", "5.18"], ns), [False, True])


def test_one_row_stands_for_all() -> None:
    assert_array_equal(bulk.grim("5.19", [28, 100]), [False, True])
    assert_array_equal(bulk.grim("< 3", [28, 100]), [True, True])
    assert_array_equal(bulk.grimmer("5.21", ["1.6", "1.60", "0.00"], 28), [True, True, False])
    assert bulk.grim([], []).shape == bulk.grim([], 5).shape == bulk.grimmer([], [], 5).shape == (0,)


NAMED = [
    (lambda: bulk.grim(["5.19", "abc", ""], 28), ValueError, "row 1: “abc” is not one printed number; row 2: empty"),
    (lambda: bulk.grim(["5.19", 5.2], 28), TypeError, "means, row 1: 5.2 must be printed text"),
    (lambda: bulk.grim(["5.19", None], 28), TypeError, "means, row 1: None must"),
    (lambda: bulk.grim(pd.Series(["5.19", float("nan")]), 28), TypeError, "means, row 1: nan must"),
    (lambda: bulk.grim(pd.Series(["5.19", pd.NA], dtype="string"), 28), TypeError, "means, row 1: <NA> must"),
    (lambda: bulk.grim([Decimal("5.19")], 28), TypeError, "means, row 0: Decimal"),
    (lambda: bulk.grim(["5.19"] * 9, [28, 0, 3, 0, -1, 0, 0, 0, 0]), ValueError, "ns, row 1: 0; it must be at least 1"),
    (lambda: bulk.grim(["x"] * 9, 28), ValueError, "and 4 more rows"),
    (lambda: bulk.grim(["5.19"], [28.5]), ValueError, "ns, row 0: 28.5 is not a whole number"),
    (lambda: bulk.grim(["5.19"], [np.nan]), ValueError, "ns, row 0: nan is not a whole number"),
    (lambda: bulk.grim(["5.19"], ["28.0"]), ValueError, "ns, row 0: 28.0 is not a whole number"),
    (lambda: bulk.grim(["5.19"], ["< 28"]), ValueError, "ns, row 0: “< 28” is not one whole number"),
    (lambda: bulk.grim(["5.19"], [10**30]), ValueError, "ns, row 0: "),
    (lambda: bulk.grim(["5.19"], [True]), TypeError, "ns, row 0: True is not a whole number"),
    (lambda: bulk.grim(["5.19"], [None]), TypeError, "ns, row 0: None is not a whole number"),
    (lambda: bulk.grim(["5.19"], [[28]]), TypeError, "ns must be one column"),
    (lambda: bulk.grim(["5.19", "5.18"], [28] * 3), ValueError, "these have [2, 3, 1]"),
    (lambda: bulk.grimmer(["5.19"], ["1.6"], 1), ValueError, "ns, row 0: 1; it must be at least 2"),
    (lambda: bulk.grimmer(["5.1", "< 3"], ["1.6", "1"], 9), ValueError, "means and sds, row 1: the mean"),
    (lambda: bulk.grimmer(["5.1", "3"], ["-1.6", "1"], 9), ValueError, "sds, row 0: the SD -1.6 is negative"),
    (lambda: bulk.grimmer(["5.1", "3"], ["1.6", "> 1"], 9), ValueError, "means and sds, row 1: the SD"),
    (lambda: bulk.debit(["0.5", "0.4"], ["0.5", "> 0.1"], 9), ValueError, "means and sds, row 1: the SD"),
    (lambda: bulk.p_from_t(["2.2", "2.2"], [28, "0.5"]), ValueError, "dfs, row 1: outside 1 to ∞"),
    (lambda: bulk.p_from_r(["1.20"], 28), ValueError, "rs, row 0: outside -1 to 1"),
    (lambda: bulk.p_from_f(["-4.1"], 1, 28), ValueError, "fs, row 0: outside 0 to ∞"),
    (lambda: bulk.p_from_t(["2.2"], 28, 3), ValueError, "sides is 3"),
    (lambda: bulk.ci_from_t(["2.2"], ["2.2"], 28, level=95), ValueError, "level is 95"),
    (lambda: bulk.Parsed(np.array([5.19]), np.array([2])), TypeError, "units must be one column of whole numbers"),
    (lambda: bulk.Parsed(np.array([519]), np.array([2, 2])), ValueError, "1 units, but 2 decimals"),
    (lambda: bulk.Parsed(np.array([519]), np.array([-2])), ValueError, "decimals, row 0: -2 decimals"),
    (lambda: bulk.Parsed(np.array([2**63 + 5], dtype=np.uint64), np.array([2])), TypeError, "beyond 64-bit"),
]  # fmt: skip


@pytest.mark.parametrize(("call", "error", "message"), NAMED, ids=[message for _, _, message in NAMED])
def test_an_error_names_the_row(call, error: type[Exception], message: str) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(error, match=re.escape(message)):
        call()
