"""Do the printed counts and the printed means and SDs tell of the same participants?"""

from __future__ import annotations

from reread.datasets.of_study import compatible
from reread.figures import two_accounts
from reread.notebook.views import FigureView
from reread.study.file import OCCASIONS
from reread.study.samples import at_occasions
from reread.study.values import Study
from reread.words import Words

KEY = "notebooks.reconstruction"


def view(study: Study, name: str, say: Words) -> FigureView | None:
    """Participants in the highest category, as counted and as the only data set of each occasion leaves them."""
    found = [compatible(sample) for sample in at_occasions(study, name)]
    counts = [study.counts(name, occasion) for occasion in OCCASIONS]
    stated, n = study.codes(name), study.n(name)
    only = [listing.data_sets[0] for listing in found if listing is not None and len(listing.data_sets) == 1]
    if stated is None or n is None or len(only) < 2 or not all(counts):
        return None
    top = max(stated, key=lambda label: stated[label])
    counted = [group[top].integer if top in group else 0 for group in counts]
    left = [scores.get(stated[top], 0) for scores in only]
    groups = (say(f"{KEY}.others", top=top), say.own(top))

    def account(title: str, high: list[int]) -> two_accounts.Account:
        before, after = ((n.integer - k, k) for k in high)
        return two_accounts.Account(title, groups, before, after)

    data = two_accounts.TwoAccounts(account(say(f"{KEY}.by_counts"), counted), account(say(f"{KEY}.by_means"), left))
    what = say(f"{KEY}.accounts_what", top=top, a=counted[0], b=counted[1], c=left[0], d=left[1])
    key = "accounts_same" if counted == left else "accounts_differ"
    return FigureView(two_accounts, data, f"{KEY}.{key}", {"what": what})
