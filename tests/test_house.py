"""The house keeps its order: a room imports only from the rooms before it, and the path is the registration."""

import ast
from pathlib import Path

import pytest

import consistency

ROOT = Path(consistency.__path__[0])

ROOMS = (
    "ending", "sweeping", "saving", "workers", "prepared", "normalizer", "model", "readers", "extractors", "case",
    "comparator", "clocks", "comparator.rules", "config", "views", "redaction", "sheets", "reports", "letter", "cache",
    "pipeline", "batch", "review", "sample", "support", "cli",
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

COMPARATOR = (
    "tables", "time", "day_spans", "mismatch", "telling", "passages", "openly", "renaming", "searching",
    "answers", "statements", "doubts",
    "told_days", "funds", "identity", "aligned", "differences", "education", "family", "work", "reapplication",
    "whereabouts", "status",
)  # fmt: skip
"""The rooms of the comparator: what every comparison is made of, then each subject by what it needs of others."""

ORDERS = {"extractors": EXTRACTORS, "comparator": COMPARATOR}

MODULES = sorted(ROOT.rglob("*.py"))


def room_of(dotted: str) -> str | None:
    parts = dotted.split(".")
    if parts[0] != "consistency" or len(parts) == 1:
        return None
    return ".".join(parts[1:3]) if ".".join(parts[1:3]) in ROOMS else parts[1]


def dotted_name(path: Path) -> str:
    parts = ("consistency", *path.relative_to(ROOT).with_suffix("").parts)
    return ".".join(parts).removesuffix(".__init__")


def imports_of(path: Path, *rooms: str) -> set[str]:
    """Give what a module imports; of rooms as of the whole, which of their modules."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            base = node.module
            is_room = base in {"consistency", *rooms}
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
    "path",
    [
        path
        for room in ORDERS
        for path in sorted(Path(ROOT, room).glob("*/**/*.py"))
        if room_of(dotted_name(path)) == room
    ],
    ids=lambda p: str(p.relative_to(ROOT)),
)
def test_rooms_within_a_room_stand_in_order(path: Path) -> None:
    room, here = path.relative_to(ROOT).parts[:2]
    order = ORDERS[room]
    package = f"consistency.{room}"
    inner = {name.split(".")[2] for name in imports_of(path, package) if name.startswith(f"{package}.")}
    assert inner <= set(order[: order.index(here) + 1])


def test_every_module_has_a_room() -> None:
    assert {room for p in MODULES if (room := room_of(dotted_name(p)))} <= set(ROOMS)


def test_nothing_reaches_the_network_and_only_the_review_serves_anything() -> None:
    forbidden = {"socket", "http", "urllib", "requests", "httpx", "ftplib", "smtplib"}
    serving = {"flask", "werkzeug", "waitress"}
    for path in MODULES:
        names = {name.split(".")[0] for name in imports_of(path)}
        assert not names & forbidden, path
        assert not names & serving or path.relative_to(ROOT).parts[0] == "review", path
