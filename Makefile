# Two commands do all the set-up: `make demo` runs the bundled case, `make check` passes every check and test.
PYTHON ?= python3
BIN := .venv/bin

LOCKED := install --quiet --require-hashes --only-binary :all:
EDITABLE := install --quiet --no-deps --no-build-isolation --editable .
# Bytecode, expressions and tables: what Python would make of the sources each time that a command begins.
PREPARE := $(BIN)/python -m compileall -q src && $(BIN)/python -m docs.prepared
LOCK := $(BIN)/uv --no-config pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-annotate --no-header $(UPGRADE)

.PHONY: demo check test lint bench docs clean system lock licences sbom audit wheel

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
	$(PREPARE)
	$(BIN)/python -m benchmarks

docs: .venv/installed-dev
	$(BIN)/python -m docs.build

# UPGRADE=--upgrade takes the newest of everything; without it what is locked stays, as far as pyproject.toml lets it.
lock: .venv/installed-dev
	$(LOCK) pyproject.toml --extra ocr --extra cluster --output-file .ci/program.lock
	$(LOCK) --group build --constraint .ci/program.lock --output-file .ci/build.lock
	$(LOCK) pyproject.toml --all-extras --group build --group release --group fuzz --constraint .ci/program.lock \
		--output-file .ci/development.lock

licences: .venv/installed-dev
	$(BIN)/python -m docs.licences

# The parts list of what a user gets, from an environment that holds nothing else.
sbom: .venv/installed-dev
	rm -rf build/sbom && mkdir -p dist
	$(PYTHON) -m venv --without-pip build/sbom
	$(BIN)/python -m pip --python build/sbom/bin/python $(LOCKED) -r .ci/program.lock
	$(BIN)/cyclonedx-py environment --pyproject pyproject.toml --output-reproducible --validate \
		--output-file dist/consistency.cdx.json build/sbom/bin/python

# Asks a database on the net; strict, or a package about which it gets no answer would pass.
audit: .venv/installed-dev
	$(BIN)/pip-audit --strict --disable-pip --require-hashes --requirement .ci/program.lock
	$(BIN)/pip-audit --strict --disable-pip --require-hashes --requirement .ci/development.lock

wheel: .venv/installed-dev
	rm -rf dist/consistency-*
	$(PREPARE)
	$(BIN)/python -m hatchling build
	cd dist && sha256sum consistency-*

clean:
	rm -rf .venv build dist

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/installed: pyproject.toml .ci/program.lock .ci/build.lock | .venv/bin/python
	$(BIN)/python -m pip $(LOCKED) -r .ci/build.lock -r .ci/program.lock
	$(BIN)/python -m pip $(EDITABLE)
	$(PREPARE)
	@touch $@

.venv/installed-dev: pyproject.toml .ci/development.lock | .venv/bin/python
	$(BIN)/python -m pip $(LOCKED) -r .ci/development.lock
	$(BIN)/python -m pip $(EDITABLE)
	$(PREPARE)
	@touch $@ .venv/installed
