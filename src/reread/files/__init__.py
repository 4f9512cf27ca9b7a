"""What do persons and stages write, and what is said of what cannot be read?

IN: YAML, CSV and JSON files. OUT: models that are valid, rows, records; or a `Problem` that names file, place, what was
found and what to write. MAY NOT: know what the numbers in them mean.
"""

LANGUAGE = "REREAD_LANGUAGE"  # the language in which a notebook tells what it shows
RUN = "REREAD_RUN"  # set where the pipeline runs a notebook, and not where a person does
WARM = "REREAD_WARM"  # the environment variable with the socket of `reread warm`, in the jobs of a pipeline run
