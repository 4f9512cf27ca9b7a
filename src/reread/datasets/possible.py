"""Can any n whole numbers have this mean and this SD?

With integers of any size the answer is arithmetic (`moments`: every admissible pair is attained). On a scale, or where
some counts are known, it is the existence of one data set.

>>> possible(20, "1.20", "0.41"), possible(18, "3.44", "2.47")
(True, False)
>>> possible(3, "5.33", "3.51"), possible(3, "5.33", "3.51", scale=(1, 7))  # 2, 5, 9
(True, False)

Source: Brown & Heathers 2017, doi:10.1177/1948550616673876; Anaya 2016, doi:10.7287/peerj.preprints.2400v1; their
rules tightened to necessary and sufficient ones.
"""

from __future__ import annotations

from typing import Unpack

from reread.datasets.asked import Also, Scale
from reread.datasets.listing import each_data_set
from reread.datasets.printed import Printed
from reread.datasets.question import Question


def possible(
    n: int, mean: Printed | None = None, sd: Printed | None = None, scale: Scale = None, **also: Unpack[Also]
) -> bool:
    """Does at least one data set print this? Arguments as in `list_all`; decided exactly for every n.

    `TooLarge` (seen only for irregular codes and hundreds of people) where the search takes too many steps.
    """
    question = Question.posed(n, mean, sd, scale, also)
    arithmetic = question.plain and scale is None and not also.get("counts")
    answers = question.targets() if arithmetic else each_data_set(question)
    return next(iter(answers), None) is not None
