"""Is the true table of an honest study among those that are tested, and is nothing said of it that is not so?"""

from __future__ import annotations

from collections import Counter
from random import Random

import honest
import honest_study
from honest_print import prints

from reread import words
from reread.datasets import Table
from reread.notebook.views import by_reading
from reread.reanalysis.by_reading import reanalyses
from reread.reanalysis.reanalysed import reanalysed
from reread.reanalysis.tables import tables_under
from reread.study.values import Study

STUDIES = 45


def true_table(data: honest.Data) -> Table:
    cells = Counter((int(before), int(after)) for before, after in data.pairs)
    return Table(tuple(sorted((before, after, people) for (before, after), people in cells.items())))


def drawn(seed: int) -> tuple[honest.Data, Study]:
    random = Random(seed)
    data = honest.drawn(random)
    return data, honest_study.direct(prints(random, data), honest_study.described(random, data))


def test_the_true_table_is_among_them_and_nobody_is_accused() -> None:
    say, met = words.load("en"), 0
    with honest_study.short_lists():
        for seed in range(STUDIES):
            data, study = drawn(seed)
            for each in reanalyses(study, [], 0.05):
                if data.missing or each.survey is None:
                    continue
                assert each.survey.ending != "none exists", seed
                if each.survey.ending != "all listed":
                    continue
                met += 1
                truth, found = true_table(data), tables_under(each.read, "score.change")
                assert found is not None
                assert truth in found.tables, seed
                assert each.narrowed, seed
                for test in each.survey.tests:
                    p = reanalysed(truth).p[test.p.name]
                    assert test.p.least <= p <= test.p.greatest
                    assert not (test.below == "all" and p >= 0.05), seed
                    assert not (test.below == "none" and p < 0.05), seed
                told = " ".join(by_reading.notes(study, [each], 0.05, say))
                assert "no data set of that many" not in told
    assert met > 10
