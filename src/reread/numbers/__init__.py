"""Which values can a printed number stand for?

IN: the text of one number, and the document around it where the decimal mark is in doubt. OUT: a `Reported` (value,
decimals, comparator) and the `Interval` of all that would print so. MAY NOT: know what the number is of, or a study.
"""
