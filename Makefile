# make chat | make test | make bench | make fuzz | make check | make screenshots | make lock
# All of them set up .venv on their first run; only git, make and python3 are needed.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: chat test bench fuzz check screenshots lock clean

chat: $(VENV)/.installed
	@$(BIN)/advisor

test: $(VENV)/.ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/advisor check
	$(BIN)/pytest -n auto --dist worksteal

bench: $(VENV)/.installed
	@$(BIN)/python tools/bench.py
	@$(BIN)/python tools/scale.py

# SECONDS=60 SEED=7 make fuzz; with atheris installed, FUZZ=--atheris steers it.
fuzz: $(VENV)/.installed
	@$(BIN)/python tools/fuzz.py --seconds $(or $(SECONDS),600) --seed $(or $(SEED),1) $(FUZZ)

check: $(VENV)/.installed
	@$(BIN)/advisor check

# docs/*.svg, from conversations held anew.
screenshots: $(VENV)/.ready
	@$(BIN)/python tools/screenshots.py

# The lock for development and CI: exact versions with hashes, no index addresses.
lock: $(VENV)/.ready
	$(BIN)/python -m pip install --quiet pip-tools
	$(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras \
	  --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-header \
	  --extra dev --output-file requirements-dev.lock pyproject.toml

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(VENV)/.ready: requirements-dev.lock pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check \
	  --require-hashes -r requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps \
	  --no-build-isolation -e .
	@touch $@ $(VENV)/.installed

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
