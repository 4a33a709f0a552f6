"""The house keeps its order: a room imports only from the rooms before it, and the path is the registration."""

import ast
from pathlib import Path

import pytest

import consistency

ROOT = Path(consistency.__path__[0])

ROOMS = (
    "ending", "saving", "workers", "prepared", "normalizer", "model", "readers", "extractors", "case", "comparator",
    "clocks", "comparator.rules", "config", "views", "redaction", "sheets", "reports", "letter", "cache", "pipeline",
    "batch", "review", "sample", "support", "cli",
    "__main__",
)  # fmt: skip
"""The comparator's rules are a room of their own: they read clocks, which read what the rest of it puts together.

The review stands after the pipeline, which it has check a folder again.
"""

EXTRACTORS = (
    "reading", "notions", "local_money", "pages", "wording", "quoted_tables", "foreign", "civil", "schooling",
    "journeys", "careers", "refusals", "own_words", "employment", "accounts", "forms", "form_reading", "papers",
    "extract", "bundles",
)  # fmt: skip
"""The rooms of the extractors: first how pages are set out and what papers share, then what they tell of, each in a
room of its own, then the kinds of papers, of which each is a file."""

MODULES = sorted(ROOT.rglob("*.py"))


def room_of(dotted: str) -> str | None:
    parts = dotted.split(".")
    if parts[0] != "consistency" or len(parts) == 1:
        return None
    return ".".join(parts[1:3]) if ".".join(parts[1:3]) in ROOMS else parts[1]


def dotted_name(path: Path) -> str:
    parts = ("consistency", *path.relative_to(ROOT).with_suffix("").parts)
    return ".".join(parts).removesuffix(".__init__")


def imports_of(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            base = node.module
            is_room = base in {"consistency", "consistency.extractors"}
            found |= {f"{base}.{alias.name}" for alias in node.names} if is_room else {base}
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_imports_only_rooms_before_it(path: Path) -> None:
    here = room_of(dotted_name(path))
    if here is None:
        return
    allowed = ROOMS[: ROOMS.index(here) + 1]
    rooms = {room for name in imports_of(path) if (room := room_of(name))}
    assert rooms <= set(allowed), f"{here} reaches into {rooms - set(allowed)}"


@pytest.mark.parametrize(
    "path", sorted(Path(ROOT, "extractors").rglob("*.py")), ids=lambda p: str(p.relative_to(ROOT))
)
def test_extractors_import_only_what_stands_before_them(path: Path) -> None:
    here = dotted_name(path).split(".")[2:3]
    rooms = {name.split(".")[2] for name in imports_of(path) if name.startswith("consistency.extractors.")}
    assert not here or rooms <= set(EXTRACTORS[: EXTRACTORS.index(here[0]) + 1])


def test_every_module_has_a_room() -> None:
    assert {room for p in MODULES if (room := room_of(dotted_name(p)))} <= set(ROOMS)


def test_nothing_reaches_the_network_and_only_the_review_serves_anything() -> None:
    forbidden = {"socket", "http", "urllib", "requests", "httpx", "ftplib", "smtplib"}
    serving = {"flask", "werkzeug", "waitress"}
    for path in MODULES:
        names = {name.split(".")[0] for name in imports_of(path)}
        assert not names & forbidden, path
        assert not names & serving or path.relative_to(ROOT).parts[0] == "review", path
