"""The house keeps its order: a room imports only from the rooms before it, and the path is the registration."""

import ast
from pathlib import Path

import pytest

import consistency

ROOT = Path(consistency.__path__[0])

ROOMS = (
    "normalizer", "model", "readers", "extractors", "case", "comparator", "views", "config", "reports", "workers",
    "pipeline", "sample", "cli", "__main__",
)  # fmt: skip

MODULES = sorted(ROOT.rglob("*.py"))


def room_of(dotted: str) -> str | None:
    parts = dotted.split(".")
    return parts[1] if parts[0] == "consistency" and len(parts) > 1 else None


def imports_of(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            base = node.module
            found |= {f"{base}.{alias.name}" for alias in node.names} if base == "consistency" else {base}
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_imports_only_rooms_before_it(path: Path) -> None:
    here = path.relative_to(ROOT).parts[0].removesuffix(".py")
    if here == "__init__":
        return
    allowed = ROOMS[: ROOMS.index(here) + 1]
    rooms = {room for name in imports_of(path) if (room := room_of(name))}
    assert rooms <= set(allowed), f"{here} reaches into {rooms - set(allowed)}"


def test_every_module_has_a_room() -> None:
    assert {p.relative_to(ROOT).parts[0].removesuffix(".py") for p in MODULES} - {"__init__"} <= set(ROOMS)


def test_nothing_reaches_the_network() -> None:
    forbidden = {"socket", "http", "urllib", "requests", "httpx", "ftplib", "smtplib"}
    for path in MODULES:
        assert not {name.split(".")[0] for name in imports_of(path)} & forbidden, path
