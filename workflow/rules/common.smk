# IN   config.yaml and the names of the folders in studies/ and notebooks/ of the working directory
# OUT  CONFIG, LANGUAGES, STUDIES, REFUSED, NOTEBOOKS, ACROSS; needs(), in_languages(), elsewhere(); the verb's command line
# The program's own files are found from the Snakefile, a user's data from the working directory (--directory).
import functools
import hashlib
import importlib.util
import os
import re
import shlex
import sys

try:
    from reread import words
    from reread.files import own
    from reread.files.config import read_config
    from reread.files.problem import Problem, screen
    from reread.files.results import write_whole
except ImportError:
    sys.exit(
        "The package reread is not installed in this environment: run `make report`, or `pip install 'reread[pipeline]'`"
    )

PROGRAM = Path(workflow.basedir)
os.environ[own.PROGRAM] = str(PROGRAM)  # for the verbs, which look for a user's checks, departures and rivals there too
PACKAGE = Path(importlib.util.find_spec("reread").origin).parent
PREFIX = f"export PATH={shlex.quote(str(Path(sys.executable).parent))}:$PATH OMP_NUM_THREADS=1 PYTHONHASHSEED=0"
shell.prefix(f"{PREFIX}; ".replace("{", "{{").replace("}", "}}"))  # it is formatted
IMPORT = re.compile(r"^[ \t]*(?:from (reread[\w.]*) import (?:\(([^)]*)|(.*))|import (reread[\w.]*))", re.MULTILINE)

try:
    CONFIG = read_config(Path("config.yaml"), dict(config))
    LANGUAGES = words.chosen(CONFIG.language)
except Problem as problem:
    sys.exit(str(problem))

GOOD_NAME = re.compile(r"[a-z0-9][a-z0-9-]*")
FOLDERS = sorted(path.name for path in Path("studies").glob("*") if path.is_dir() and not path.name.startswith("."))
STUDIES = [name for name in FOLDERS if GOOD_NAME.fullmatch(name)]
# as a person sees them: a name may be an option, or hold what no screen can show
REFUSED = [f"studies/{screen(name)}" for name in FOLDERS if not GOOD_NAME.fullmatch(name)]
if CONFIG.studies:
    missing = [name for name in CONFIG.studies if name not in STUDIES]
    if missing:
        sys.exit(f"config.yaml, studies: found “{missing[0]}”; write one of: {', '.join(STUDIES)}")
    STUDIES, REFUSED = list(CONFIG.studies), []
taken = next((name for name in STUDIES if name in LANGUAGES[1:]), "")
if taken:
    sys.exit(
        f"studies/{taken}: found the name of a language, and pages in it lie in results/{taken}/; write another name"
    )
NOTEBOOK_FOLDER = Path("notebooks") if Path("notebooks").is_dir() else PROGRAM / "notebooks"
NOTEBOOKS = sorted(path.stem for path in NOTEBOOK_FOLDER.glob("*.ipynb"))
ACROSS = sorted(path.stem for path in NOTEBOOK_FOLDER.glob("across/*.ipynb")) if STUDIES else []
TAKEN = [
    f"{name}.ipynb"
    for name in NOTEBOOKS
    if name in ("appraisal", "explain", "explanations", "extract", "findings", "study")
]
TAKEN += [f"across/{name}.ipynb" for name in ACROSS if name == "outcome"]
if TAKEN:
    sys.exit(f"notebooks/{TAKEN[0]}: found the name of another result file; write another name")
EVIDENCE = Path("evidence") if Path("evidence").is_dir() else PROGRAM / "evidence"
NO_TRIALS = ("parameters.csv", "natural_course_anchors.csv")
KNOWN = sorted(str(path) for pattern in ("*.csv", "texts.*.yaml") for path in EVIDENCE.glob(pattern))


wildcard_constraints:
    study=GOOD_NAME.pattern,
    notebook="|".join(map(re.escape, NOTEBOOKS)) or "none",
    across="|".join(map(re.escape, ACROSS)) or "none",


def documents(wildcards):
    """What a person put into a study's folder. A name that Snakemake would read as a pattern, or that is no text, stands
    for the whole folder: what is wrong with it is told by the job, and no other study waits.
    """
    folder = Path("studies", wildcards.study)
    found = {str(path) for path in folder.glob("*") if path.is_file()}
    plain = {name for name in found if name.isprintable() and not set("{}") & set(name)}
    return sorted(plain | ({str(folder)} if plain != found else set()))


def told(*values):
    """Values as words of a shell command. Snakemake reruns what was made by another command; `params` would do as well,
    at the price of importing pandas in every run.
    """
    return " ".join(shlex.quote(str(value)) for value in values).replace("{", "{{").replace("}", "}}")


def elsewhere(*names):
    """Results by their names in results/: what is said of the same in every other language of the run."""
    return [f"results/{language}/{name}" for language in LANGUAGES[1:] for name in names]


def in_languages(*names):
    """Results by their names in results/, in every language of the run."""
    return [f"results/{name}" for name in names] + elsewhere(*names)


def needs(stage, *modules):
    """A file with the digest of every file of the package that some modules need, directly or not, so that editing one
    reruns what depends on it. One file for each stage: Snakemake looks at every input of every job.

    A package folder is taken whole, because its files are found by place, and with it the folder of a user's own checks,
    departures or rivals; so are the words, templates and styles that lie beside a module which asks where it lies.
    """
    files, seen, waiting = package_files(), set(), list(modules)
    while waiting:
        path = waiting.pop().partition(".")[2].replace(".", "/")
        for file in inside(path) if path else ():
            if file not in seen:
                seen.add(file)
                if file.endswith(".py"):
                    waiting += imports(file)
                    seen.update(data_beside(os.path.dirname(file)) if b"__file__" in files[file] else ())
    mine = [file for kind in own.KINDS if f"{kind}/__init__.py" in seen for file in own.files(kind)]
    lines = "".join(f"{hashlib.sha256(files[file]).hexdigest()}  {file}\n" for file in sorted(seen))
    lines += "".join(f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.as_posix()}\n" for file in mine)
    return noted(stage, lines)


def claims():
    """A file with the digests of what the documents of this run claim, and of how that reads in other languages: a claim may
    stand against one of another study. One file, because every study would have as many inputs as there are studies.
    """
    listed = [
        path
        for study in STUDIES
        for name in ("claims.yaml", "texts.*.yaml")
        for path in Path("studies", study).glob(name)
    ]
    digests = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.as_posix()}\n" for path in sorted(listed)]
    return noted("claims", "".join(digests))


def noted(name, lines):
    """A file that is written only when what it says changes, so that what depends on it is made again only then."""
    place = Path(".snakemake", "reread", f"{name}.sha256")
    if not place.is_file() or place.read_text(encoding="utf-8") != lines:
        place.parent.mkdir(parents=True, exist_ok=True)
        write_whole(place, lines)
    return str(place)


@functools.cache
def package_files():
    """Every file of the package, by its path below it."""
    found = {}
    for folder, folders, names in os.walk(PACKAGE):
        folders[:] = [name for name in folders if name != "__pycache__"]
        for name in names:
            with open(os.path.join(folder, name), "rb") as stream:
                found[os.path.relpath(os.path.join(folder, name), PACKAGE).replace(os.sep, "/")] = stream.read()
    return found


def inside(path):
    """The files of a package folder, or the file of a module."""
    return below().get(path) or [f"{path}.py"] * (f"{path}.py" in package_files())


@functools.cache
def below():
    """Every folder of the package with all files below it."""
    found = {}
    for file in package_files():
        folder = os.path.dirname(file)
        while folder:
            found.setdefault(folder, []).append(file)
            folder = os.path.dirname(folder)
    return found


@functools.cache
def imports(file):
    """The modules of this package that a file imports."""
    found = []
    for one, several, on_a_line, plain in IMPORT.findall(package_files()[file].decode(errors="replace")):
        names = re.findall(r"\w+", re.sub(r"#.*| as \w+", "", several or on_a_line))
        found += [plain] if plain else [one, *(f"{one}.{name}" for name in names)]
    return found


@functools.cache
def data_beside(folder):
    """What a module reads from its own folder."""
    found = inside(folder) if folder else [file for file in package_files() if "/" not in file]
    return [file for file in found if file.endswith((".yaml", ".css", ".jinja"))]
