"""From the tables beside the forms to their definitions, every name checked against the model."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, NoReturn

from msgspec import Struct

from consistency.extractors import forms
from consistency.extractors.form_reading.definition import (
    QUESTIONS,
    CodeTable,
    Contents,
    FormDefinition,
    Gate,
    Layout,
    Question,
    RecordSource,
    Root,
    Source,
    Validation,
)
from consistency.extractors.form_reading.paths import Pattern, patterns
from consistency.extractors.form_reading.printed.captions import gate_name, is_key
from consistency.extractors.form_reading.tables import DefinitionError, listed, merged, own
from consistency.extractors.form_reading.values import ENCODINGS
from consistency.model import FACT_ATTRIBUTES, RECORD_TYPES, Asked
from consistency.normalizer.expressions import expression

Table = Mapping[str, Any]

_TOP = ("number", "title", "titles", "extends", "roots", "printed", "facts", "records", "questions", "asked",
        "signed", "validated", "codes", "captions", "layouts")  # fmt: skip
_LAYOUT = ("has", "facts", "records", "questions", "asked", "signed", "validated")
_SOURCE = ("path", "parts", "year", "month", "day", "yes", "no", "code", "or")
_RECORD = ("rows", "numbered", "needs", "open_end", "distinct", "set")
_CERTIFIED = ("no-spouse", "no-children", "no-siblings", "family-complete")
"""What the applicant certifies by a signature or a tick: that there is nobody to list, that all are listed."""
_GATES = {"any": "no", "none": "yes"}
"""The answers by which a form lists no records of a type, to the question after any and in the box for none."""
_NATURAL = {
    "birth_country": "country", "citizenship": "country", "passport_country": "country", "country": "country",
    "deadline": "date", "from": "date", "to": "end", "email": "email", "phone": "phone",
    "sex": "sex", "marital_status": "marital_status", "native_language": "language", "purpose": "purpose",
    "status": "status", "accompanying": "answer",
}  # fmt: skip
"""How a value of that name is written unless the form says otherwise."""


def load(*folders: Traversable) -> tuple[FormDefinition, ...]:
    """Read every form of the folders: a file's name is the kind, a leading ``_`` marks what forms share.

    Raises :class:`DefinitionError` for one that does not say how it is recognised; of what else is wrong with one it
    is raised where its contents are first asked for.
    """
    names = {file.name for folder in folders for file in folder.iterdir()}
    kinds = sorted(name for name in names if name.endswith(".toml") and not name.startswith("_"))
    return tuple(_Loader(folders, name).definition() for name in kinds)


@lru_cache(maxsize=1)
def definitions() -> tuple[FormDefinition, ...]:
    """Give all forms, those that come with the program and those of folders put on the package's path."""
    return load(resources.files(forms), *map(Path, list(forms.__path__)[1:]))


class _Loader(Struct, frozen=True):
    folders: tuple[Traversable, ...]
    file: str

    def definition(self) -> FormDefinition:
        """Read how the form is recognised, which its own file says."""
        table = own(self.folders, self.file)
        for name in ("number", "title", "roots"):
            if name not in table:
                self.fail("", f"{name!r} is missing")
        number = str(table["number"])
        return FormDefinition(
            kind=self.file.removesuffix(".toml"),
            number=number,
            title=table["title"],
            titles=(table["title"], *table.get("titles", ())),
            roots=tuple(self.root(entry) for entry in table["roots"]),
            printed=expression(table.get("printed", _printed(number)), re.IGNORECASE),
            read=self.contents,
        )

    def contents(self) -> Contents:
        """Read what the form holds, which other files may say for several."""
        table = merged(self.folders, self.file)
        self.check("", table, _TOP)
        codes = {name: self.codes(name, entry) for name, entry in table.get("codes", {}).items()}
        reader = _LayoutReader(self, frozenset(codes) | frozenset(ENCODINGS))
        variations = [table | self.checked("layouts", entry, _LAYOUT) for entry in table.get("layouts", [])]
        return Contents(
            layouts=(*map(reader.layout, variations), reader.layout(table)),
            codes=codes,
            captions=self.captions(table.get("captions", {})),
        )

    def captions(self, table: Table) -> dict[str, tuple[str, ...]]:
        """Read the printed words beside the values, by what the values are."""
        for key in table:
            if not is_key(key):
                self.fail("captions", f"{key!r} is not known")
        return {key: tuple(listed(words)) for key, words in table.items()}

    def codes(self, name: str, table: Table) -> CodeTable:
        """Read a code list: all other keys are codes, and so is the first word of each of the ``rows``."""
        values = {code: meaning for code, meaning in table.items() if code not in ("lists", "labels", "rows")}
        if not all(isinstance(meaning, str) for meaning in values.values()):
            self.fail(f"codes.{name}", "a code means one word")
        lists, labels = tuple(table.get("lists", ())), bool(table.get("labels", False))
        return _code_table(tuple(values.items()), table.get("rows", ""), lists, labels)

    def root(self, table: Table) -> Root:
        """Read how the data of the form begins."""
        self.check("roots", table, ("root", "has", "lacks"))
        has, lacks = table.get("has"), table.get("lacks")
        return Root(table.get("root", ""), has and Pattern.of(has), lacks and Pattern.of(lacks))

    def checked(self, key: str, table: Table, known: Iterable[str]) -> dict[str, Any]:
        """Give the table after a check of its keys."""
        self.check(key, table, known)
        return dict(table)

    def check(self, key: str, names: Iterable[str], known: Iterable[str]) -> None:
        """Refuse names that are not known, with the nearest that is."""
        allowed = tuple(known)
        for name in names:
            if name not in allowed:
                near = difflib.get_close_matches(name, allowed, 1, 0.5)
                self.fail(key, f"{name!r} is not known" + (f"; did you mean {near[0]!r}?" if near else ""))

    def fail(self, key: str, why: str) -> NoReturn:
        """Say which file and which key is wrong, and why."""
        raise DefinitionError(f"{self.file}{': ' if key else ''}{key}: {why}.")


class _LayoutReader(Struct, frozen=True):
    loader: _Loader
    encodings: frozenset[str]

    def layout(self, table: Table) -> Layout:
        """Read where the values stand in one layout of the form."""
        facts, questions = table.get("facts", {}), table.get("questions", {})
        self.loader.check("facts", facts, FACT_ATTRIBUTES)
        self.loader.check("questions", questions, (*QUESTIONS, *_CERTIFIED))
        self.loader.check("records", table.get("records", {}), RECORD_TYPES)
        has, signed, validated = table.get("has"), table.get("signed"), table.get("validated")
        return Layout(
            has=Pattern.of(has) if has else None,
            facts={name: self.source(f"facts.{name}", name, spec) for name, spec in facts.items()},
            records=tuple(self.records(table.get("records", {}))),
            questions=tuple(self.question(name, spec) for name, spec in questions.items()),
            asked=tuple(self.asked(entry) for entry in table.get("asked", ())),
            gates=tuple(gate for entry in table.get("asked", ()) for gate in self.gates(entry)),
            signed=self.source("signed", "from", signed) if signed else None,
            validated=self.validation(validated) if validated else None,
        )

    def records(self, table: Table) -> Iterator[RecordSource]:
        """Read all places of records; ``numbered`` stands for as many places, ``{n}`` for their number from 0."""
        for name, entries in table.items():
            for entry in entries:
                for number in range(entry.get("numbered", 1)):
                    yield self.record(name, _with_number(entry, number))

    def record(self, name: str, table: Table) -> RecordSource:
        """Read where records of one type stand."""
        key, record = f"records.{name}", RECORD_TYPES[name]
        known = tuple(n for n in record.field_names() if n != "period")
        specs = {n: spec for n, spec in table.items() if n not in _RECORD}
        self.loader.check(key, table, (*_RECORD, *known, "from", "to", "place"))
        self.loader.check(f"{key}.set", table.get("set", {}), known)
        sources = dict(self.record_sources(key, specs))
        self.loader.check(f"{key}.needs", table.get("needs", ()), sources)
        return RecordSource(
            record=record,
            fields=sources,
            rows=patterns(table["rows"]) if "rows" in table else (),
            constants=table.get("set", {}),
            needs=tuple(table.get("needs", (n for n in sources if n != "country"))),
            open_end=bool(table.get("open_end", False)),
            distinct=bool(table.get("distinct", False)),
        )

    def record_sources(self, key: str, specs: Table) -> Iterator[tuple[str, Source]]:
        """Read the fields of a record; ``place`` is a city with its country in one field."""
        for name, spec in specs.items():
            if name == "place":
                yield "city", self.source(f"{key}.place", "text", {"path": spec, "code": "city-of-place"})
                yield (
                    "country",
                    self.source(f"{key}.place", "text", {"path": spec, "code": "country-of-place"}),
                )
            else:
                yield name, self.source(f"{key}.{name}", name, spec)

    def question(self, name: str, spec: Any) -> Question:
        """Read a question: one box, or several that ask the same (``any``), and the details below."""
        key = f"questions.{name}"
        if not isinstance(spec, dict) or not {"any", "details"} & spec.keys():
            return Question(name, (self.source(key, "accompanying", spec),))
        self.loader.check(key, spec, ("any", "details"))
        boxes = tuple(self.source(key, "accompanying", box) for box in listed(spec["any"]))
        details = spec.get("details")
        return Question(name, boxes, self.source(key, "text", details) if details else None)

    def validation(self, table: Table) -> Validation:
        """Read the flag of the Validate button and the three fields of its day."""
        self.loader.check("validated", table, ("flag", "year", "month", "day", "path"))
        day = {name: path for name, path in table.items() if name != "flag"}
        return Validation(
            self.source("validated.flag", "text", table["flag"]), self.source("validated", "from", day)
        )

    def asked(self, table: Table) -> Asked:
        """Read which records the form asks for, over which window and with how many rows."""
        self.loader.check("asked", table, (*Asked.__struct_fields__, "any"))
        self.loader.check("asked.record", [table.get("record", "")], RECORD_TYPES)
        told: dict[str, Any] = {name: value for name, value in table.items() if name not in _GATES}
        told |= {name: tuple(value) for name, value in told.items() if isinstance(value, list)}
        return Asked(**told)

    def gates(self, table: Table) -> Iterator[Gate]:
        """Read the box of the form that says whether there are ``any`` such records, or that there are ``none``."""
        for name in (key for key in _GATES if key in table):
            box = self.source(f"asked.{name}", "accompanying", table[name])
            yield Gate(table["record"], Question(gate_name(name, table["record"]), (box,)), _GATES[name])

    def source(self, key: str, name: str, spec: Any) -> Source:
        """Read where a value stands: a path, several that belong together, or a table that says more."""
        table = spec if isinstance(spec, dict) else {"parts" if isinstance(spec, list) else "path": spec}
        self.loader.check(key, table, _SOURCE)
        natural = "date" if name.endswith("_date") or "year" in table else _NATURAL.get(name, "text")
        encoding = table.get("code", "boxes" if "yes" in table else natural)
        self.loader.check(key, [encoding], self.encodings)
        other = table.get("or")
        parts = table.get("parts") or [
            table[n] for n in ("path", "year", "month", "day", "yes", "no") if n in table
        ]
        if not parts or not all(isinstance(part, str) for part in parts):
            self.loader.fail(key, "a value needs a path, or paths that belong together")
        return Source(tuple(map(patterns, parts)), encoding, self.source(key, name, other) if other else None)


@lru_cache(maxsize=256)
def _code_table(
    codes: tuple[tuple[str, str], ...], rows: str, lists: tuple[str, ...], labels: bool
) -> CodeTable:
    """Build a code list once for all forms that share it."""
    listed: dict[str, str] = dict(row.split(maxsplit=1) for row in rows.splitlines() if row)
    return CodeTable.of({**dict(codes), **listed}, lists, labels)


def _printed(number: str) -> str:
    return r"\b" + re.escape(number).replace(r"\ ", r"[\s-]*") + r"(?!\d)"


def _with_number(value: Any, number: int) -> Any:
    if isinstance(value, str):
        return value.replace("{n}", str(number))
    if isinstance(value, dict):
        return {key: _with_number(part, number) for key, part in value.items()}
    return [_with_number(part, number) for part in value] if isinstance(value, list) else value
