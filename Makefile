# Every command a person needs. `make help` lists them.
.DEFAULT_GOAL := help
SHELL := /bin/bash
WORKERS ?= 2
CASES ?= 200000
PY := .venv/bin/python

.PHONY: help setup run test test-slow lint format types contracts screens screens-check demo bench lock menu wheels clean

help:  ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-14s %s\n", $$1, $$2}'

setup:  ## install what is missing: system libraries, .venv, locked dependencies
	@scripts/setup.sh

run: setup  ## open the window (without a display: the demonstration)
	@scripts/run.sh

test: setup  ## every test except the slow ones, on WORKERS=2 processes
	$(PY) -m pytest -n $(WORKERS) -m "not slow"

test-slow: setup  ## the slow tests
	$(PY) -m pytest -n $(WORKERS) -m slow || [ $$? -eq 5 ]  # 5: there are none

lint: setup  ## style and import contracts
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	.venv/bin/lint-imports --no-logo

format: setup  ## put imports and layout in order
	$(PY) -m ruff check --fix-only --select I .
	$(PY) -m ruff format .

types: setup  ## the type checker
	$(PY) -m mypy

screens: setup  ## compile forms/screens/*.ui into app/ui/generated
	$(PY) scripts/compile_screens.py

screens-check: setup  ## compare the compiled screens with their forms
	$(PY) scripts/compile_screens.py --check

demo: setup  ## papers, ledger, screenshots of a demonstration office in demo-out/
	$(PY) main.py demo --out demo-out

bench: setup  ## list, save and start against their floors, CASES=200000
	$(PY) -m tests.benchmarks list --cases $(CASES) --keep build/benchmarks
	$(PY) -m tests.benchmarks save --cases $(CASES) --keep build/benchmarks
	$(PY) -m tests.benchmarks start --cases $(CASES) --keep build/benchmarks
	$(PY) -m tests.benchmarks package
	$(PY) -m tests.benchmarks merge
	$(PY) -m tests.benchmarks exchange
	$(PY) -m tests.benchmarks papers
	$(PY) -m tests.benchmarks casefile

lock: setup  ## write the lock files anew from requirements*.in
	@scripts/lock.sh

menu: setup  ## put 一站通 into this user's application menu
	@installer/menu_entry.sh install

wheels: setup  ## does every locked package have a wheel for glibc 2.28?
	$(PY) scripts/check_wheels.py

clean:  ## remove what the tools leave behind; data and .venv stay
	rm -rf .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache build dist demo-out
	find app tests scripts -name __pycache__ -type d -prune -exec rm -rf {} +
