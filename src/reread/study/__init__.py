"""What does a study state and print?

IN: a study file and the ledger of its documents. OUT: a `Study` of printed values by role, how they are read, and the
form in which checks answer (`Finding`). MAY NOT: judge, or read a document.
"""
