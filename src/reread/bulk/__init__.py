"""Which rows of a table hold numbers that cannot all be true? The checks over whole columns, for screening.

comes IN    columns (lists, arrays, Series) of printed text, or `Parsed` ones; n and items as whole numbers
goes OUT    one truth value a row, the verdict of the single check; or the least and greatest p or limit a row
MAY NOT     differ from the single check in any row; overflow; drop a row; read a file

A row that cannot be read, or that the single check would not decide, is an error that names the row. Rows are counted
from 0, as numpy and pandas do. Whatever does not fit 64-bit integers is decided by the single check itself.

>>> grim(["5.19", "5.18", "5.21"], 28)
array([False,  True,  True])
>>> grimmer(["3.44", "5.21"], ["2.47", "1.6"], [18, 28])
array([False,  True])
>>> debit(["0.35", "0.19"], ["0.48", "0.35"], [100, 1683])
array([ True, False])
>>> p_from_t(["2.20", "1.02"], [28, 38], ps=["0.036", "0.003"]).agrees
array([ True, False])
"""

from reread.bulk.ci import Ends, ci_from_se, ci_from_t
from reread.bulk.debit import debit
from reread.bulk.grim import grim
from reread.bulk.grimmer import grimmer
from reread.bulk.p_values import PValues, p_from_chi2, p_from_f, p_from_r, p_from_t, p_from_z
from reread.bulk.parsed import Parsed, parse

__all__ = [
    "Ends",
    "PValues",
    "Parsed",
    "ci_from_se",
    "ci_from_t",
    "debit",
    "grim",
    "grimmer",
    "p_from_chi2",
    "p_from_f",
    "p_from_r",
    "p_from_t",
    "p_from_z",
    "parse",
]
