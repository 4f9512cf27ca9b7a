# IN   a folder with papers (config: corpus)
# OUT  screening/: one table of all of them, ranked, and a summary page. Target: snakemake screen --config corpus=DIR
from reread.screening.corpus import batch_of, batches_for, files

CORPUS = Path(CONFIG.corpus)
if not CORPUS.is_dir():
    sys.exit(f"config.yaml, corpus: found no folder “{CONFIG.corpus}”; write the folder with the papers")
LISTED = list(files(CORPUS, Path("screening")))
PARTS = batches_for(len(LISTED))


def listing():
    """One file for each batch with its documents, their size and time, rewritten only where that is another; so that a
    batch with a new document runs again, and Snakemake need not look at ten thousand inputs.
    """
    lines = {part: [] for part in range(1, PARTS + 1)}
    for path in LISTED:
        state = path.lstat()
        name = path.relative_to(CORPUS).as_posix()
        lines[batch_of(name, PARTS)].append(f"{name!a} {state.st_size} {state.st_mtime_ns}\n")
    for part, listed in lines.items():
        noted = Path(".snakemake", "reread", f"screen-{part}-of-{PARTS}.txt")
        text = f"{CORPUS.absolute().as_posix()!a}\n{''.join(listed)}"
        if not noted.is_file() or noted.read_text(encoding="utf-8") != text:
            noted.parent.mkdir(parents=True, exist_ok=True)
            write_whole(noted, text)


listing()


rule screen_batch:
    input:
        listed=".snakemake/reread/screen-{part}-of-{parts}.txt",
        code=needs("screen", "reread.verbs.screen"),
    output:
        touch("logs/screening/{part}-of-{parts}"),
    log:
        "logs/screening/{part}-of-{parts}.log",
    message:
        "screen    batch {wildcards.part} of {wildcards.parts}"
    shell:
        f"reread screen {told(CORPUS)} --out screening --cores 1 --language {told(LANGUAGES[0])}"
        " --batch {wildcards.part}/{wildcards.parts} 2> {log:q}"


rule screen:
    input:
        expand("logs/screening/{part}-of-{parts}", part=range(1, PARTS + 1), parts=PARTS),
        code=needs("screen", "reread.verbs.screen"),
    output:
        page=update("screening/index.html"),
        table=update("screening/screening.csv"),
        json=update("screening/screening.json"),
    log:
        "logs/screening/table.log",
    threads: workflow.cores
    message:
        "screen    table and page"
    shell:
        f"reread screen {told(CORPUS)} --out screening --cores {{threads}} --language {told(LANGUAGES[0])}"
        " 2> {log:q}"
