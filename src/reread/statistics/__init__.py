"""Which statistics do printed summaries of groups allow? Means and SDs, counts, ranks: limits that hold for sure.

IN: intervals and counts. OUT: intervals that hold every value possible (they may be wider, never narrower).
MAY NOT: know what a finding is, or that a value was printed well or badly.
"""
