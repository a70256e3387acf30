# Needs Python 3.11 or newer and make; everything else goes into .venv.
#   make run    extract and score the articles under gold/ into outputs/
#   make test   linter, type checker and tests

PYTHON := $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
VENV := .venv
BIN := $(VENV)/bin

# What the user's own environment and pip settings say about other Pythons does not matter here;
# what they say about the network (index, proxy, certificates) does.
unexport PYTHONPATH PYTHONHOME PYTHONSTARTUP VIRTUAL_ENV MYPYPATH PYTEST_ADDOPTS PYTEST_PLUGINS
export PYTHONNOUSERSITE := 1
export PYTHONUTF8 := 1
export PIP_USER := 0
export PIP_REQUIRE_VIRTUALENV := 0
export PIP_NO_DEPS := 0
export PIP_TARGET :=
export PIP_PREFIX :=
export PIP_ROOT :=
export PIP_CONSTRAINT :=
export PIP_REQUIREMENT :=
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: run test lint pytest install clean

run: install
	@$(BIN)/yeonpyo run

test: lint pytest

pytest: install
	@$(BIN)/python -m pytest

lint: install
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

install: $(VENV)/installed

# The stamp: nothing is installed again until what is to be installed changes.
$(VENV)/installed: pyproject.toml constraints.txt
	@test -n "$(PYTHON)" || { echo "yeonpyo needs Python 3.11 or newer" >&2; exit 2; }
	@$(BIN)/python -c '' 2>/dev/null || $(PYTHON) -m venv --clear $(VENV)
	@echo "installing into $(VENV) …"
	@# A newer pip than Python's own, where one can be had, finds packages in half the time.
	@$(BIN)/python -m pip install --quiet --upgrade pip || true
	@# Most modules are never imported: Python compiles those that are.
	@$(BIN)/python -m pip install --quiet --no-compile --constraint constraints.txt --editable '.[dev]'
	@touch $@

clean:
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
