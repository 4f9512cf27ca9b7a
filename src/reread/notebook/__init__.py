"""What does a notebook show, how is it run, and what does it leave?

IN: a notebook, a study's result files, the evidence. OUT: the notebook as run, its figures and tables, one result file.
MAY NOT: judge; what a view draws was computed by the rooms below.
"""
