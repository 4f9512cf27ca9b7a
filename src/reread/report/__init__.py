"""What does a reader open?

IN: the result files of one study (`results/{study}/*.json`, `numbers.csv`, figures) and the words of one language.
OUT: `study_page` and `index_page`, each one self-contained HTML text that needs no script and loads nothing.
MAY NOT: compute a statistic, judge, open a study file or a document, hold a sentence of its own.
"""
