# Two commands do all the set-up: `make demo` runs the bundled case, `make check` passes every check and test.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo check test lint bench docs clean system

demo: .venv/installed
	@$(BIN)/consistency check fixtures/sample; code=$$?; \
	echo; echo "exit code $$code (1: open findings, as this invented case has)"; test $$code -eq 1

check: lint test

lint: .venv/installed-dev
	$(BIN)/ruff format --check src tests fixtures benchmarks docs
	$(BIN)/ruff check src tests fixtures benchmarks docs
	$(BIN)/mypy

test: .venv/installed-dev system
	$(BIN)/pytest

# Beside Python the tests need a browser, a recogniser of text in English and French, and git.
system:
	@missing=""; \
	test -x /usr/bin/chromium || missing="$$missing chromium"; \
	tesseract --list-langs 2>/dev/null | grep -qx fra || missing="$$missing tesseract-ocr tesseract-ocr-fra"; \
	command -v git >/dev/null || missing="$$missing git"; \
	test -z "$$missing" || { test "$$(id -u)" -eq 0 && command -v apt-get >/dev/null && apt-get update -qq \
		&& DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing >/dev/null; } \
		|| echo "Not installed, and not to be installed from here:$$missing. The tests that need them will fail. As root: apt-get install$$missing"

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
