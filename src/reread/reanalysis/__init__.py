"""What do tests that fit the design say about every data set that prints these numbers, under each reading of them?

IN: a `Study`, and its explanations as they stand in explanations.json. OUT: for each reading the data sets that print
what it reconciles (`tables`, `pairs`), the tests of each (`reanalysed`), and what holds of all, some or none of them
(`survey`).
MAY NOT: call a frequency among data sets a probability, say "all" of a list that stopped, look at words, say which
reading is right.
"""
