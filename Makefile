# Every target sets up what it needs by itself the first time. Works with GNU make 3.81 (macOS) and newer.
#
# Settings, on the command line:  ARGS="-k interval"  passed on to snakemake, pytest, jupyter or the benchmark
#   CORES=4   NO_UV=1 (python -m venv and pip, even where uv is)   PY=python3.12   VENV=.venv-other

VENV  ?= .venv
LAB   ?= .venv-lab
SLURM ?= .venv-slurm
CORES ?= 4
ARGS  ?=
UV    := $(if $(NO_UV),,$(shell command -v uv >/dev/null 2>&1 && echo uv))
BIN   := $(VENV)/bin
HERE  := $(CURDIR)

# An inherited Python path would win over .venv; without bytecode on disk each start would compile the package anew;
# threads inside jobs that already run side by side only queue.
unexport PYTHONHOME PYTHONPATH PYTHONDONTWRITEBYTECODE
export OMP_NUM_THREADS := 1

# which shared original is which document of which study: file:study/original[.tag]
SHARED    := ../shared/originals
LAY       := 003_a5858f936ecfc3da.txt
ORIGINALS := 002_664772a7c6dde274.txt:khaeriyah-sari-2025/original.txt \
    $(LAY):pratama-nining-2023/original.txt $(LAY):neck-massage-2025/original.txt \
    $(LAY):infant-weight-case/original.txt $(LAY):marmet-massage/original.txt \
    000_991dcd85a0e7ab08.txt:back-massage-oxytocin-blood/original.id.txt \
    001_930f884410873324.txt:back-massage-oxytocin-blood/original.en.txt \
    004_ea3c087aff16770f.txt:expressing-advice/original.txt

.PHONY: help report test example lint notebooks bench honesty power spellings recovery coincidence extraction misreading reality screening faults mutated browser pdf provenance originals \
    answers stock lock slurm-test clean distclean

help:  ## this list (the default; times are of two cores, after set-up)
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' Makefile
	@echo "The first one sets up $(VENV) by itself: 15 to 25 s with uv, 50 to 90 s with pip."

report: $(VENV)/.ready  ## read every study, write results/index.html (30 s; 2.5 s if nothing changed)
	@PATH="$(HERE)/$(BIN):$$PATH" $(BIN)/snakemake --cores $(CORES) $(ARGS)

test: $(VENV)/.ready  ## all tests (10 to 13 min)
	@PATH="$(HERE)/$(BIN):$$PATH" $(BIN)/pytest -n 4 --dist loadfile --no-loadscope-reorder $(ARGS)

example: report  ## docs/example/, a finished page to open without installing, made anew (5 s after a report)
	@$(BIN)/python bench/example.py docs/example

lint: $(VENV)/.ready  ## ruff, mypy, snakefmt, snakemake --lint (20 s; 3 s if little changed)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/snakefmt --check $(wildcard Snakefile workflow)
	@PATH="$(HERE)/$(BIN):$$PATH" $(BIN)/pytest tests/pipeline/test_snakemake_lint.py

notebooks: $(LAB)/.ready  ## JupyterLab on the notebooks (5 s; the first time 20 s more, for an environment of its own)
	@cd notebooks && "$(HERE)/$(LAB)/bin/jupyter" lab --KernelSpecManager.allowed_kernelspecs=reread \
	    --MultiKernelManager.default_kernel_name=reread $(ARGS)

bench: $(VENV)/.ready  ## how long everything takes beside something else, one table (10 min; ARGS="--only start pipeline")
	@PYTHONPATH=tests/papers $(BIN)/python bench/bench.py $(ARGS)

honesty: $(VENV)/.ready  ## are honest studies ever accused? 100,000 of them (25 min; ARGS="--studies 2000" for fewer)
	@PYTHONPATH=tests/papers $(BIN)/python bench/honesty.py $(ARGS)

power: $(VENV)/.ready  ## which errors are noticed, beside other programs (6 min; ARGS="--peers PYTHON" names who has them)
	@PYTHONPATH=tests/papers $(BIN)/python bench/power.py $(ARGS)

spellings: $(VENV)/.ready  ## the same numbers as an outcome and as a paired test: the same verdicts? (2 min)
	@PYTHONPATH=tests/papers $(BIN)/python bench/spellings.py $(ARGS)

recovery: $(VENV)/.ready  ## is a departure that happened found again? (an hour; ARGS="--papers 1" for less)
	@PYTHONPATH=tests/papers $(BIN)/python bench/recovery.py $(ARGS)

coincidence: $(VENV)/.ready  ## how often is a story told of a number replaced at random? (10 min; ARGS="--studies N")
	@PYTHONPATH=tests/papers $(BIN)/python bench/coincidence_benchmark.py $(ARGS)

extraction: $(VENV)/.ready  ## how many printed numbers are read, and rightly, and how fast? (3 min; needs ../shared/extraction)
	@PYTHONPATH=tests/papers $(BIN)/python bench/extraction.py $(ARGS)

screening: $(VENV)/.ready  ## how fast is a folder screened, are known errors found and none invented? (1 min; ARGS="--documents 10000": 4)
	@PYTHONPATH=tests/papers:bench $(BIN)/python bench/screening.py $(ARGS)

faults: $(VENV)/.ready  ## kill a run at random moments, give the command again: the same bytes? (25 min; ARGS="--kills 4")
	@PATH="$(HERE)/$(BIN):$$PATH" $(BIN)/python bench/faults.py $(ARGS)

mutated: $(VENV)/.ready  ## do damaged documents and study files give a page or a refusal, never a fault? 2,000 of them (10 min)
	@PYTHONPATH=tests/papers:bench $(BIN)/python bench/mutated.py $(ARGS)

misreading: $(VENV)/.ready  ## is an honest document accused, read by the machine alone? 5,000 in all formats (4 min)
	@PYTHONPATH=tests/papers $(BIN)/python bench/misreading.py $(ARGS)

reality: $(VENV)/.ready  ## what does it say of the real papers in ../shared/papers, and is that right? (1 min)
	@PYTHONPATH=tests/papers $(BIN)/python bench/reality.py $(ARGS)

browser:  ## a headless Chromium for the tests that look at pages (Debian, Ubuntu: installs it)
	@for name in chromium chromium-browser google-chrome google-chrome-stable; do \
	    if command -v $$name >/dev/null 2>&1; then echo "browser: $$(command -v $$name)"; exit 0; fi; \
	done; \
	if [ -d "/Applications/Google Chrome.app" ] || [ -d "/Applications/Chromium.app" ]; then echo "browser: found"; exit 0; fi; \
	if ! command -v apt-get >/dev/null 2>&1; then \
	    echo "No Chromium or Chrome found. Install one by hand (macOS: brew install --cask chromium), then try again."; exit 1; \
	fi; \
	root=; [ "$$(id -u)" = 0 ] || root=sudo; \
	if [ -n "$$root" ] && ! command -v sudo >/dev/null 2>&1; then \
	    echo "No Chromium found, and no right to install it. Ask for: apt-get install chromium"; exit 1; \
	fi; \
	$$root apt-get update -qq && DEBIAN_FRONTEND=noninteractive $$root apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core fonts-liberation

pdf:  ## each page and each sheet for a club as a PDF beside it, after make report (15 s; ALL=1 with everything open; needs make browser)
	@for name in chromium chromium-browser google-chrome google-chrome-stable; do \
	    if command -v $$name >/dev/null 2>&1; then browser=$$name; break; fi; \
	done; \
	if [ -z "$$browser" ]; then echo "No Chromium or Chrome found: make browser"; exit 1; fi; \
	for page in results/*/report.html results/*/club.html results/*/*/report.html results/*/*/club.html results/index.html results/*/index.html; do \
	    [ -f "$$page" ] || continue; \
	    "$$browser" --headless --no-sandbox --disable-gpu --no-pdf-header-footer --print-to-pdf="$${page%.html}.pdf" \
	        "file://$(HERE)/$$page$(if $(ALL),#everything)" >/dev/null 2>&1 || { echo "$$page could not be printed"; exit 1; }; \
	    echo "$${page%.html}.pdf"; \
	done

provenance: $(VENV)/.ready  ## results/provenance.html: every result with the rule and code that made it, after make report (5 s)
	@test -s results/index.html || { echo "There are no results to tell of yet: make report"; exit 1; }
	@rm -f results/provenance.html
	@PATH="$(HERE)/$(BIN):$$PATH" $(BIN)/snakemake --report results/provenance.html >logs/provenance.log 2>&1 \
	    || { echo "not made; why: logs/provenance.log"; exit 1; }
	@echo "results/provenance.html"

originals:  ## copy shared originals, where there are any, beside the transcripts (at once)
	@if [ ! -d $(SHARED) ]; then \
	    echo "originals: no $(SHARED) here; the transcripts are read (same results)"; exit 0; \
	fi; \
	for pair in $(ORIGINALS); do \
	    from="$(SHARED)/$${pair%%:*}"; to="studies/$${pair#*:}"; \
	    if [ ! -f "$$from" ]; then echo "originals: no $$from"; \
	    elif [ ! -d "$${to%/*}" ]; then echo "originals: no folder $${to%/*}"; \
	    else cp "$$from" "$$to" && echo "originals: $$to"; fi; \
	done

answers: $(VENV)/.ready  ## for a teacher: the answers to each notebook's questions, results/answers.md (1 min, after make report)
	@PATH="$(HERE)/$(BIN):$$PATH" $(BIN)/python -m reread answers notebooks/questions.yaml $(ARGS)

stock: $(VENV)/.ready  ## note the delivered files anew, so that a page can tell what a reader changed (1 s)
	@$(BIN)/python -m reread.report.changed --write

slurm-test: $(SLURM)/.ready  ## a Slurm of one node, started, used and stopped: the same bytes as a local run? (6 min; as root)
	@bash bench/slurm.sh "$(HERE)/$(SLURM)/bin"

lock:  ## compile the lock files anew (5 s; needs uv; ARGS=--upgrade for newer versions)
	@command -v uv >/dev/null 2>&1 || { echo "make lock needs uv on PATH (pip install uv)"; exit 1; }
	@$(COMPILE) pyproject.toml --all-extras -o requirements.lock
	@$(COMPILE) requirements-lab.in -o requirements-lab.lock
	@$(COMPILE) requirements-slurm.in -o requirements-slurm.lock

clean:  ## remove what was made, keep the environments (at once)
	@find results -mindepth 1 -maxdepth 1 ! -name README.md ! -name .gitignore -exec rm -rf {} +
	@rm -rf logs .snakemake .hypothesis .pytest_cache .mypy_cache .ruff_cache

distclean: clean  ## clean, and remove the environments
	@rm -rf $(VENV) $(LAB) $(SLURM)

# --- environments ---------------------------------------------------------------------------------------------------

COMPILE := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
    --no-emit-index-url --no-emit-find-links --no-header $(ARGS)

# uv makes an environment without ensurepip; python -m venv does not.
NEW_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))
USABLE     := $(if $(UV),,import ensurepip;) $(NEW_ENOUGH)
PY ?= $(shell for p in python3.11 python3.12 python3.13 python3.14 python3; do \
    if "$$p" -c '$(USABLE)' >/dev/null 2>&1; then command -v "$$p"; break; fi; done)

PIP = $(if $(UV),uv pip install --quiet --python $(1)/bin/python --compile-bytecode,$(1)/bin/python -m pip install -qq --disable-pip-version-check)

# The stamp holds the folder's own path: in a moved or copied folder the scripts in .venv still name the old place.
ifneq ($(shell cat $(VENV)/.ready 2>/dev/null),$(HERE))
.PHONY: $(VENV)/.ready
endif
ifneq ($(shell cat $(LAB)/.ready 2>/dev/null),$(HERE))
.PHONY: $(LAB)/.ready
endif

ifneq ($(shell cat $(SLURM)/.ready 2>/dev/null),$(HERE))
.PHONY: $(SLURM)/.ready
endif

$(VENV)/.ready: requirements.lock pyproject.toml
	@$(call environment,$(VENV),about $(if $(UV),20 s,90 s))
	@$(call PIP,$(VENV)) --require-hashes -r requirements.lock
	@$(call PIP,$(VENV)) --no-deps --no-build-isolation -e .
	@echo "$(HERE)" > $@

$(LAB)/.ready: requirements-lab.lock $(VENV)/.ready
	@$(call environment,$(LAB),about $(if $(UV),10 s,60 s))
	@$(call PIP,$(LAB)) --require-hashes -r requirements-lab.lock
	@JUPYTER_PATH="$(HERE)/$(LAB)/share/jupyter" $(BIN)/python -m ipykernel install --prefix $(LAB) --name reread --display-name Reread >/dev/null
	@echo "$(HERE)" > $@

$(SLURM)/.ready: requirements-slurm.lock requirements.lock pyproject.toml
	@$(call environment,$(SLURM),about $(if $(UV),20 s,90 s))
	@$(call PIP,$(SLURM)) --require-hashes -r requirements.lock
	@$(call PIP,$(SLURM)) --require-hashes -r requirements-slurm.lock
	@$(call PIP,$(SLURM)) --no-deps --no-build-isolation -e .
	@echo "$(HERE)" > $@

# $(call environment,folder,how long): an empty one, unless a usable one stands there already
define environment
if { [ -e $(1)/.ready ] && [ "$$(cat $(1)/.ready)" != "$(HERE)" ]; } \
    || ! $(1)/bin/python -c '$(NEW_ENOUGH)' 2>/dev/null; then \
    py="$(PY)"; \
    if [ -z "$$py" ] && [ -z "$(UV)" ]; then $(call say_what_is_missing); exit 1; fi; \
    if [ -n "$$py" ] && ! "$$py" -c '$(USABLE)' >/dev/null 2>&1; then \
        echo "PY=$$py will not do: needed is Python 3.11 or newer$(if $(UV),, with venv and ensurepip)."; exit 1; \
    fi; \
    rm -rf $(1); \
    $(if $(UV),uv venv --quiet --python "$${py:->=3.11}" $(1),"$$py" -m venv $(1)) || exit 1; \
fi; \
echo "Setting up $(1) with $(if $(UV),uv,pip), once: $(2) …"; \
$(if $(UV),:,$(1)/bin/python -c 'import pip' 2>/dev/null || $(1)/bin/python -m ensurepip >/dev/null)
endef

define say_what_is_missing
for p in python3.11 python3.12 python3.13 python3.14 python3; do \
    if "$$p" -c '$(NEW_ENOUGH)' >/dev/null 2>&1; then \
        echo "$$p cannot make a virtual environment: it lacks ensurepip."; \
        echo "Debian, Ubuntu: sudo apt-get install python3-venv    (or install uv, which does without)"; exit 1; \
    fi; \
done; \
echo "No Python 3.11 or newer found (looked for python3.11 … python3.14, python3; or give PY=/path/to/python)."; \
echo "Debian, Ubuntu: sudo apt-get install python3 python3-venv    macOS: brew install python@3.12    or install uv"
endef
