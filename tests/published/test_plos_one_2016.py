"""Temporal Regularity of the Environment Drives Time Perception, 2016, doi:10.1371/journal.pone.0159842.

Printed: t(18) = −2.3, p = .060, which statcheck recomputes as .034 (at second hand, as a program quotes it that has the
article for an example).
"""

from published_cases import reported, wrong

PUBLISHED = [
    wrong(reported({"t": "-2.3", "df": "18", "p": ".060"}, test="paired t"), "p_statistic", where="results"),
]
