"""Write what Python makes of the program's expressions and tables, for the Python that runs this.

:mod:`consistency.prepared` takes them from there.
"""

from __future__ import annotations

import gc
import pkgutil
from array import array
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from re import _compiler, _parser  # type: ignore[attr-defined]

import msgspec
import tomli

import consistency
from consistency.extractors.wording.labels import vocabularies
from consistency.normalizer.expressions import Expression
from consistency.pipeline import Check, check
from consistency.prepared import FILE, Built, name_of, name_of_expression
from consistency.readers.files import Options
from consistency.sample import folder as sample
from consistency.saving import save
from docs.cues import cues

READABLE = 0o644
"""It is a part of the program, for whoever may run that."""


def known() -> Iterator[tuple[str, int]]:
    """Give the expressions of all modules, and those made of tables: of the labels', and for the bundled case."""
    for module in pkgutil.walk_packages(consistency.__path__, "consistency."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    with sample() as case:
        check(case, Check(reading=Options(ocr=False)))
    labels = [kind.pattern for kind in vocabularies()]
    yield from ((one.pattern, int(one.flags)) for one in labels)
    for one in gc.get_objects():
        if isinstance(one, Expression):
            yield one.pattern, int(one.flags)


def built(pattern: str, flags: int) -> Built:
    """Build an expression as ``re.compile`` does."""
    parsed = _parser.parse(pattern, flags)
    state = parsed.state
    code = array("I", _compiler._code(parsed, flags)).tobytes()
    held = cues(pattern, flags)
    return Built(int(flags | state.flags), state.groups - 1, dict(state.groupdict), code, held)


def texts() -> Iterator[str]:
    """Give the tables of the program as they are written."""
    for folder in map(Path, consistency.__path__):
        yield from (file.read_text(encoding="utf-8") for file in sorted(folder.rglob("*.toml")))


def written() -> bytes:
    """Give the file as it is kept."""
    expressions = {name_of_expression(*one): built(*one) for one in sorted(set(known()))}
    tables = {name_of(text): tomli.loads(text) for text in texts()}
    return msgspec.msgpack.encode(expressions | tables)


if __name__ == "__main__":
    save(FILE, written(), READABLE)
