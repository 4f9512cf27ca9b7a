# IN: the working directory. OUT: LOCK, one run at a time in it; no lock of a run that died is in the way of the next.
# MAY NOT: break the lock of a run that lives.
#
# The system's lock on a file ends with the process that holds it, however that ends; the process that works for it
# (warm.smk) holds it, too. Whoever gets it knows that nobody is at work here, and that Snakemake's own locks, which a
# killed run leaves behind, are stale.
import fcntl
import time

LEFT_BEHIND = 20  # seconds that what a killed run started may need to notice


def locked(seconds):
    place = Path(".snakemake", "reread", "run.lock")
    place.parent.mkdir(parents=True, exist_ok=True)
    held, until = open(place, "a+"), time.monotonic() + seconds
    while True:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
            break
        except BlockingIOError:
            held.seek(0)
            other = held.read().strip()
            if time.monotonic() > until or alive(other):
                sys.exit(
                    f"Another run (process {other or 'unknown'}) is at work in this folder: wait for its end, or end it"
                )
            time.sleep(0.1)
    held.truncate(0)
    held.write(str(os.getpid()))
    held.flush()
    stale = list(Path(".snakemake", "locks").glob("*.lock"))
    half = Path("results").rglob(".*.part") if stale else ()  # what it was writing when it died
    for left in (*stale, *half):
        left.unlink(missing_ok=True)
    return held


def alive(process):
    try:
        os.kill(int(process), 0)
    except (ValueError, ProcessLookupError):
        return False
    except PermissionError:
        return True
    return True


if workflow.is_main_process and not workflow.output_settings.dryrun:
    LOCK = locked(LEFT_BEHIND)
