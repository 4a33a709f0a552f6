# Two commands do all the set-up: `make demo` runs the bundled case, `make check` passes every check and test.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo check test lint bench docs clean chromium

demo: .venv/installed
	@$(BIN)/consistency check fixtures/sample; code=$$?; \
	echo; echo "exit code $$code (1: open findings, as this invented case has)"; test $$code -eq 1

check: lint test

lint: .venv/installed-dev
	$(BIN)/ruff format --check src tests fixtures benchmarks docs
	$(BIN)/ruff check src tests fixtures benchmarks docs
	$(BIN)/mypy

test: .venv/installed-dev chromium
	$(BIN)/pytest

# The HTML report is tested in the system's Chromium.
chromium:
	@test -x /usr/bin/chromium || { test "$$(id -u)" -eq 0 && command -v apt-get >/dev/null \
		&& apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null; } \
		|| echo "Chromium is not at /usr/bin/chromium and cannot be installed from here: the tests of the HTML report will fail. As root: apt-get install chromium"

bench: .venv/installed-dev
	$(BIN)/python -m benchmarks

docs: .venv/installed-dev
	$(BIN)/python -m docs.build

clean:
	rm -rf .venv

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/installed: pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --editable ".[ocr]"
	@touch $@

.venv/installed-dev: pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --editable ".[dev,ocr]"
	@touch $@ .venv/installed
