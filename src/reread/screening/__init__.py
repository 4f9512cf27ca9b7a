"""Which of many documents deserve a person's reading first?

IN: a folder with papers of any readable format. OUT: one row for each, ranked by what matters, as tables and as a
summary page; a document whose content has not changed is not read again. MAY NOT: accuse (all of it is the program's
own reading, to confirm), run notebooks, or end a batch because of one file.
"""
