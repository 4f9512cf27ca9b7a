"""What does another program, or a person at a prompt, ask of Reread? The doors of `import reread`.

comes IN    printed numbers as text; the path of a document or of a study's folder; the text of a document
goes OUT    answers to one question, papers with their numbers and findings, results as JSON; all told in words
MAY NOT     check anything itself: every answer is what the pipeline's checks find in a `Study` of the given prints

`reread/__init__.py` lists which names of this room are public; docs/python.md tells what they do.
"""
