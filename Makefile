# The first two are all a newcomer needs: `make demo` makes a film, `make test` proves everything.
# Values such as IDEA reach Python through the environment, never through the shell's quoting.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export IDEA LENGTH FORMAT OUT SEED KIND TRACK

.PHONY: demo test check bench setup clean
.DEFAULT_GOAL := demo

demo: $(VENV)/.core
	@$(BIN)/sysrai demo

test: setup
	$(BIN)/python -m pytest -n 2 --dist loadgroup $(TESTS)

check: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest tests/house $(CHECKS)

bench: setup
	$(BIN)/python -m tests.benchmarks

setup: $(VENV)/.everything

clean:
	rm -rf $(VENV) build *.egg-info

$(VENV)/.python:
	@$(PYTHON) -c 'import sys; sys.exit("Sysrai needs Python 3.11 or newer; this is %d.%d. Set PYTHON=python3.11" % sys.version_info[:2] if sys.version_info < (3, 11) else 0)'
	@echo "Setting up Python packages in $(VENV) (once, about a minute) ..."
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.core: $(VENV)/.python pyproject.toml
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[voices]'
	@touch $@

$(VENV)/.everything: $(VENV)/.core pyproject.toml
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[voices,worker,test,check]'
	@touch $@
