"""What does each verb of the pipeline do? One file, one verb: `arguments(parser)` and `run(args) -> int`.

IN: files written by the stages before. OUT: the files of this stage; an expected failure is written as data (`ok:
false`) and the verb still exits 0, so that other studies finish; `outcome` reads all of it and exits 1.
MAY NOT: compute statistics.
"""
