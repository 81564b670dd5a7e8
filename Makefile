# Two commands for a machine with Python 3.11 to 3.13 and pip, each makes what it needs in .venv:
#   make demo    train on real digits with the probe on, print the phases, draw the picture
#   make test    the tests, in some minutes
# Further ones:
#   make test-all       the tests with all their cases, on TensorFlow, JAX and PyTorch
#   make test-python    the tests without those of the tab's page; make test-frontend: those alone (needs npm)
#   make coverage       which lines `make test` does not run
#   make lint           ruff and pyright
#   make docs           the site, in docs/_build; a warning is an error
#   make bench          the benchmarks, some hours; DATA_DIR=... names a folder of prepared TFDS sets
#   make wild           docs/wild.md: what is found in programs as people write them
#   make house          docs/house.svg: the rooms and their imports
#   make columns        docs/columns.md: columns and flags, from the record's own words
#   make bundle         the tab's page, built anew (needs npm)
#   make install        .venv alone; make clean: what the others have made, gone; make help: this
# PYTHON=python3.12 chooses the interpreter. uv installs, pip where uv cannot be had; the system's Python stays as it is.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

VENV := .venv
BIN := $(VENV)/bin
FRONTEND := tb_plugin/frontend

# uv trusts the certificates that the machine trusts, as pip does.
export UV_SYSTEM_CERTS := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# Containers forbid bytecode to keep images small; each of the hundred processes of the tests would compile Keras again.
unexport PYTHONDONTWRITEBYTECODE

SUPPORTED := import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))
PYTHON ?= $(shell for python in python3 python3.13 python3.12 python3.11 python; do \
	$$python -c "$(SUPPORTED)" 2>/dev/null && { echo $$python; break; }; done)
VERSION := $(shell $(PYTHON) -c "$(SUPPORTED)" 2>/dev/null && \
	$(PYTHON) -c 'import sys; print("%d.%d" % sys.version_info[:2])')
# One for each version of Python: another PYTHON makes the environment anew.
INSTALLED := $(VENV)/installed-$(or $(VERSION),no-python)
MODULES := $(FRONTEND)/node_modules/.installed

.PHONY: help install demo bench test test-all test-python test-frontend coverage wild lint docs house columns bundle clean

help:
	@sed -n 's/^# \{0,1\}//p; /^$$/q' Makefile

install: $(INSTALLED)

# pip goes into the environment and brings uv there, so that the system's packages are never touched; the second way of
# making it is for Debian without python3-venv, where Python cannot give a new environment its pip.
$(INSTALLED): pyproject.toml
	@[ -n "$(VERSION)" ] || { echo "PYTHON='$(PYTHON)' is no Python 3.11, 3.12 or 3.13." \
		"Install one, or name it: make PYTHON=python3.12" >&2; exit 1; }
	$(BIN)/python$(VERSION) -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear $(VENV) >/dev/null || { \
		$(PYTHON) -m venv --clear --without-pip $(VENV) && \
		$(PYTHON) -m pip --python $(BIN)/python install --quiet pip; }
	$(BIN)/python -m pip install --quiet uv || echo "uv cannot be had"
	$(BIN)/uv pip install --quiet --python $(BIN)/python --editable '.[dev]' || { \
		echo "uv did not install it: pip does, in a minute or two"; $(BIN)/python -m pip install --quiet --editable '.[dev]'; }
	touch $@

demo: $(INSTALLED)
	$(BIN)/python examples/digits.py --log_dir=logs/digits

# Some hours on two cores. DATA_DIR=... names a folder of prepared TFDS sets; without it CIFAR-10 is downloaded.
bench: DATA := $(if $(DATA_DIR),--data_dir=$(DATA_DIR))
bench: $(INSTALLED)
	$(BIN)/python -m pip install --quiet --editable '.[bench]'
	for case in vgg8 transfer paper_loops naive_keras peers resnet50; do \
		$(BIN)/python benchmarks/probe_cost.py --case=$$case $(DATA); done
	$(BIN)/python benchmarks/overhead.py --extrapolate_epochs=100 $(DATA)
	for backend in tensorflow jax torch; do KERAS_BACKEND=$$backend $(BIN)/python benchmarks/idle.py; \
		KERAS_BACKEND=$$backend $(BIN)/python benchmarks/transfers.py $(DATA); done
	for model in vgg8 resnet50; do $(BIN)/python benchmarks/memory.py --model=$$model $(DATA); done
	$(BIN)/python benchmarks/finite_sample.py $(DATA)
	$(BIN)/python benchmarks/probe_l2.py $(DATA)
	$(BIN)/python benchmarks/stopping.py
	$(BIN)/python benchmarks/tab.py
	for mode in "" --simulate; do $(BIN)/python benchmarks/sweep.py $$mode; done
	$(BIN)/python benchmarks/table.py --readme=benchmarks/README.md

# Processes that tests run in; each loads a backend and takes some 1.5 GB.
WORKERS := 2

# The page's packages first, with which a test builds the page again.
test: test-frontend test-python

test-python: $(INSTALLED)
	$(BIN)/python -m pytest -n $(WORKERS)

# What holds on every backend, again on the two others: Keras has one backend in each process.
NEUTRAL := $(addprefix tests/,$(addsuffix _test.py,$(addprefix fits/,matrix backends loops target protocol traces) \
	$(addprefix network/,features calls classifier) decoders/gradient callbacks/idle))
test-all: $(INSTALLED) test-frontend
	$(BIN)/python -m pytest -n $(WORKERS) -m "slow or not slow"
	for backend in jax torch; do KERAS_PHASES_NUM_CASES=8 KERAS_BACKEND=$$backend \
		$(BIN)/python -m pytest -n $(WORKERS) -m "slow or not slow" $(NEUTRAL) || exit 1; done

# Of what a fit runs in processes of its own nothing is counted, nor of JAX and PyTorch, which `make test-all` runs.
coverage: $(INSTALLED)
	$(BIN)/python -m pip install --quiet pytest-cov
	$(BIN)/python -m pytest -n $(WORKERS) --cov=keras_phases --cov=tensorboard_plugin_phases --cov-report=term:skip-covered

ifeq ($(and $(wildcard $(FRONTEND)/package.json),$(shell command -v npm)),)
test-frontend bundle:
	@echo "$@: nothing done; it needs npm and $(FRONTEND)/package.json"
else
test-frontend: $(MODULES)
	cd $(FRONTEND) && npm run --silent typecheck && npm test --silent

bundle: $(MODULES)
	cd $(FRONTEND) && npm run --silent build
endif

$(MODULES): $(FRONTEND)/package.json $(FRONTEND)/package-lock.json
	cd $(FRONTEND) && npm ci --no-audit --no-fund
	touch $@

# docs/wild.md: programs as people write them, what is found in each, and how that is rated.
wild: $(INSTALLED)
	PYTHONPATH=tests $(BIN)/python -m wild docs/wild.md

lint: $(INSTALLED)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/pyright --pythonpath $(BIN)/python

# The pages lie in docs/ and where a reader of the repository finds them.
docs: $(INSTALLED)
	$(BIN)/python -m pip install --quiet --editable '.[docs]'
	$(BIN)/python -m sphinx -W --keep-going -q -c docs . docs/_build
	@echo "The site: docs/_build/index.html"

# The picture in docs/design.md, from the imports as they are.
house:
	$(PYTHON) docs/draw_house.py

# The tables in docs/columns.md and docs/command_line.md, from keras_phases/record/descriptions.json and the parser.
columns: $(INSTALLED)
	$(BIN)/python docs/write_columns.py

clean:
	rm -rf docs/_build $(VENV) .venv-lowest $(FRONTEND)/node_modules .pytest_cache .ruff_cache logs
