"""Which numbers does a document print, each at which place, and which part does each play in the study?

IN: documents and the locators of a study file. OUT: the ledger, one row a number, with the role that a locator gives
it. MAY NOT: compute with numbers, judge them, or read a value from anywhere but the document.
"""
