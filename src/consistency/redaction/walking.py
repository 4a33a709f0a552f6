"""Through every part of a report: all its text is redacted, but for what is known to be nobody's."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from functools import cache
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict, replace

from consistency.comparator.engine import all_rules
from consistency.model import Document, Paper
from consistency.normalizer.dates import PartialDate
from consistency.redaction.masking import Mask

KEPT = frozenset({
    "id", "rule", "severity", "verdict", "references", "new", "changed", "kind", "sha256", "media", "method",
    "read", "basis", "code", "field", "relation", "question", "attribute", "country", "currency", "per",
    "record", "scope", "relations", "language", "form_version", "role", "outcome", "on", "expires",
    "person", "application", "provisions",
})  # fmt: skip
"""Fields whose text is an id, or a word of the house's own lists."""

PATHS = frozenset({"document", "documents", "path"})
BARE = frozenset({"value", "subject", "name", "employer", "institution", "number", "street", "address"})
REVIEWER = "REVIEWER"


class Walk(Struct, frozen=True):
    """Redacts a value and all that it holds."""

    mask: Mask
    paths: Mapping[str, str]
    births: frozenset[str] = frozenset()
    """Birth dates, known to the day: of a day of a history that is one too, the month is left."""

    def value(self, value: Any, name: str = "") -> Any:
        """Redact a value that stands in a field of that name."""
        match value:
            case str():
                return self._text(value, name)
            case PartialDate() if value.iso in self.births:
                return PartialDate(value.year, value.month)
            case bool() | int() | float() | None | PartialDate() | datetime.date():
                return value
            case Document():
                value = _without_words(value)
            case Paper():
                value = replace(value, sayings=None)
        if isinstance(value, Struct):
            return self._rebuilt(value)
        return self._all(value, name)

    def _text(self, text: str, name: str) -> str:
        if name in KEPT or text in _constant():
            return text
        if name in PATHS:
            return self.paths.get(text) or self.mask.text(text)
        if name == "by":
            return REVIEWER
        return self.mask.text(text, bare=name in BARE)

    def _rebuilt(self, value: Any) -> Any:
        told = asdict(value)
        if "birth_date" in told:
            told["birth_date"] = None
        return replace(value, **{name: self.value(inner, name) for name, inner in told.items()})

    def _all(self, value: Any, name: str) -> Any:
        """Redact what stands in a row, a set, a table or a tuple with names."""
        names = getattr(value, "_fields", None)
        match value:
            case Mapping():
                return {key: self.value(inner, name) for key, inner in value.items()}
            case tuple() if names is not None:
                return type(value)(*map(self.value, value, names))
            case tuple() | list() | frozenset():
                return type(value)(self.value(inner, name) for inner in value)
        return value


def _without_words(document: Document) -> Document:
    """Leave out what a document holds beyond its own description: all that stands in it."""
    return replace(document, pages=(), lines=(), form=None, metadata={}, pictures=(), outline=(), labels=())


@cache
def _constant() -> frozenset[str]:
    """Give the texts of the rules' own pages."""
    return frozenset(text for one in all_rules().values() for text in (one.title, one.why, one.advice))
