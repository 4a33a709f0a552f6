"""What must come back from a form that was filled with the values of ``forms_values``."""

from __future__ import annotations

from collections.abc import Iterator

from tests.extractors.form_reading.values import FACTS, RECORDS, VALUES, Expected, Told, Values, Written

ROWS = {
    "child[n]": "Child", "sibling[n]": "Child|Sibling", "military[n]": "MilitaryServiceDetail",
    "government[n]": "GovernmentPositionsDetail", "membership[n]": "MembershipAssociationDetail",
    "travel[n]": "PreviousTravelDetail", "applicant_trip[r]": "s1",
}  # fmt: skip
"""The element that stands once a row; all other tables number their rows in the name itself (Row1, Row2)."""


def places(key: str, path: str, value: Written) -> Iterator[tuple[str, str]]:
    """Give the path and the text of every row of a value."""
    if not isinstance(value, list):
        yield _numbered_box(key, path), value if isinstance(value, str) else value[0]
        return
    repeated = ROWS.get(key.partition("]")[0] + "]")
    for n, one in enumerate(value):
        row = path.replace("/Row1/", f"/Row{n + 1}/") if repeated is None else path
        for name in repeated.split("|") if repeated else ():
            row = row.replace(f"/{name}/", f"/{name}[{n}]/")
        yield row, one if isinstance(one, str) else one[0]


def _numbered_box(key: str, path: str) -> str:
    """1a and 1b of the outside forms are two boxes of one name."""
    number = {"bg1a_tb_contact": 0, "bg1b_disorder": 1}.get(key)
    return f"{path}[{number}]" if number is not None and path.endswith("/Choice") else path


def meaning(values: Values, key: str, row: int | None) -> str:
    """Give what a value means."""
    value = values[key]
    one = value[row or 0] if isinstance(value, list) else value
    return one if isinstance(one, str) else str(one[1])


def expected_reading(form: str, known: set[str]) -> tuple[dict[str, str], Told]:
    """Give the facts and records that must come back, from the keys that the form has."""
    values = VALUES[form]
    facts = {
        name: text for name, key in FACTS[form].items() if (text := joined(values, name, key, known, None))
    }
    records = [record for spec in RECORDS[form] for record in _records(spec, values, known)]
    return facts, records


def _records(spec: Expected, values: Values, known: set[str]) -> Iterator[dict[str, object]]:
    for row in range(spec.rows) if spec.rows else (None,):
        said = (_answered if spec.type == "answer" else _filled_in)(spec, values, known, row)
        if said:
            yield {"type": spec.type, **said, **spec.constants}


def _answered(spec: Expected, values: Values, known: set[str], row: int | None) -> dict[str, object]:
    boxes = [meaning(values, key, row) for key in spec.fields["any"] if key in known]
    details = joined(values, "details", spec.fields.get("details", ()), known, row)
    if not boxes:
        return {}
    return {"answer": "yes" if "yes" in boxes else "no", **({"details": details} if details else {})}


def _filled_in(spec: Expected, values: Values, known: set[str], row: int | None) -> dict[str, object]:
    told = {
        name: text for name, key in spec.fields.items() if (text := joined(values, name, key, known, row))
    }
    return {**_with_place(told), **_open(spec, told)} if told else {}


def _with_place(told: dict[str, str]) -> dict[str, object]:
    codes = {
        "Morocco": "MA",
        "France": "FR",
        "Malaysia": "MY",
        "Turkey": "TR",
        "United Arab Emirates": "AE",
        "Kenya": "KE",
    }
    place = told.pop("place", "")
    city, _, country = place.partition(", ")
    return {**told, **({"city": city, "country": codes[country]} if place else {})}


def _open(spec: Expected, told: dict[str, str]) -> dict[str, str]:
    """A work row without an end had not ended."""
    return {"to": "present"} if spec.type == "job" and "to" not in told else {}


def joined(values: Values, name: str, key: str | tuple[str, ...], known: set[str], row: int | None) -> str:
    """Join the keys of one value: dates with hyphens, names and streets with spaces."""
    keys = [key] if isinstance(key, str) else key
    parts = [meaning(values, part, row) for part in keys if part in known]
    return ("-" if name in ("from", "to", "birth_date") else " ").join(part for part in parts if part)
