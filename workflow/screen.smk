# IN: nothing. OUT: what stands on the screen. MAY NOT: hide an error, or change a dry run.
#
# One line for each job, errors in full, and last what the rule `outcome` says. The rest of what Snakemake says is in its log
# file. `quiet: all` in the profile would do for the last words, but it swallows a misspelt rule and a locked folder as well.
import logging
import sys

from snakemake.common import NOTHING_TO_BE_DONE_MSG
from snakemake.logging import logger as snakemake_log

# what Snakemake adds to a failure that has already been told
AFTERWORDS = ("Exiting because a job execution failed", "At least one job did not complete", "reread outcome")


def for_the_screen(record):
    said = record.getMessage()
    if record.levelno >= logging.WARNING:
        return getattr(record, "rule_name", "") != "outcome" and not any(words in said for words in AFTERWORDS)
    line = getattr(record, "rule_msg", None)
    if said == NOTHING_TO_BE_DONE_MSG:
        page = "screening/index.html" if "screen" in workflow.dag_settings.targets else "results/index.html"
        line = f"Nothing has changed. Open {page}"
    if line:
        print(line, file=sys.stderr, flush=True)
    return False


if not workflow.output_settings.dryrun:
    for handler in snakemake_log.handlers:
        if handler.name == "DefaultStreamHandler":
            handler.addFilter(for_the_screen)
