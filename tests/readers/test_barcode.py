"""Barcodes of printed forms: found on print-outs and scans, joined in order, and never guessed."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from fixtures.barcodes import barcode_texts, print_out, scanned, turned

from consistency.model import Document
from consistency.readers.barcode.joining import order_of
from consistency.readers.barcode.orders import Order, orders
from consistency.readers.files import Options, read_bytes
from tests.readers.making import codes

STRUCTURE = Path(__file__).parents[3] / "shared" / "forms" / "structure"
WORDS = ("", "Montréal", "N", "1990", "5", "Ünal & Söhne / 12-B", "Nguyễn Thị Hạnh")

every_order = pytest.mark.parametrize(
    "order", orders(), ids=lambda order: f"{next(iter(order.barcodes))}-{order.language}"
)


def values_of(order: Order) -> dict[str, str]:
    """Fill every field that the barcodes hold, each with words of its own."""
    held = dict.fromkeys(path for paths in order.barcodes.values() for path in paths)
    words = (WORDS[number % len(WORDS)] for number in range(len(held)))
    return {
        path: word and f"{word} {number}" for number, (path, word) in enumerate(zip(held, words, strict=True))
    }


def footer(order: Order) -> str:
    return f"{order.form} (01-2020) {'F' if order.language == 'fr' else 'E'}"


@cache
def printed(order_number: int) -> bytes:
    order = orders()[order_number]
    return print_out(barcode_texts(order, values_of(order)), footer(order), [("A page of the form",)])


def read(pdf: bytes) -> Document:
    return read_bytes(pdf, "draft/print.pdf", Options())


def held(document: Document, order: Order) -> dict[str, str]:
    """Give what was read of a document, without the dates that are put together."""
    assert document.form is not None
    whole = {date.path for date in order.dates}
    return {field.path: field.value for field in document.form.datasets or () if field.path not in whole}


PRINTS: dict[str, Callable[[bytes], bytes]] = {
    "as it is": lambda pdf: pdf,
    "turned by 90": lambda pdf: turned(pdf, 90),
    "turned by 180": lambda pdf: turned(pdf, 180),
    "turned by 270": lambda pdf: turned(pdf, 270),
    "scanned": scanned,
    "scanned upside down": lambda pdf: scanned(pdf, turn=180),
}


@every_order
@pytest.mark.parametrize("way", PRINTS)
def test_every_value_of_every_revision_is_read_back_exactly(order: Order, way: str) -> None:
    document = read(PRINTS[way](printed(orders().index(order))))
    assert document.method == "barcode"
    assert set(codes(document)) <= {"no-text"}
    # Without words nothing says which language a form is in: its fields are named in English then.
    named = order_of(order.barcodes, None if way.startswith("scanned") else order.language)
    assert named is not None
    assert held(document, named) == {path: value for path, value in renamed(order, named).items() if value}


def renamed(order: Order, named: Order) -> dict[str, str]:
    """Give the values of an order at the paths that another language has at the same places."""
    values = values_of(order)
    places = (
        (a, b)
        for name in order.barcodes
        for a, b in zip(order.barcodes[name], named.barcodes[name], strict=True)
    )
    return {to: values[path] for path, to in places}


@every_order
@pytest.mark.skipif(not STRUCTURE.is_dir(), reason="shared is not there")
def test_the_orders_are_those_of_the_forms(order: Order) -> None:
    """The forms' own lists name subforms that hold no data: they are left out of a path, never a field's name."""
    found = [
        tuple(lists)
        for file in sorted(STRUCTURE.glob("*/barcodes.json"))
        if (lists := manifest(json.loads(file.read_text(encoding="utf-8")), order))
    ]
    assert found
    assert any(
        all(same(order, ours, theirs) for ours, theirs in zip(order.barcodes.values(), one, strict=True))
        for one in found
    )


def manifest(table: dict[str, dict[str, list[str]]], order: Order) -> list[list[str]]:
    """Give the lists of a form whose barcodes have the names of the order, in the order of the names."""
    if [*table["captions"].values()] != [*order.barcodes]:
        return []
    lists = {int(key.strip("bcodearBC")): paths for key, paths in table["manifests"].items() if key != "null"}
    return [lists[number] for number in sorted(lists)]


def same(order: Order, ours: tuple[str, ...], theirs: list[str]) -> bool:
    return len(ours) == len(theirs) and all(
        not our or within(our, path) for our, path in zip(ours, theirs, strict=True)
    )


def within(our: str, their: str) -> bool:
    steps = iter(
        re.sub(r"\[0\]", "", their.removeprefix("xfa[0].form[0].").removesuffix(".dataNode")).split(".")
    )
    return all(step in steps for step in our.replace("[0]", "").split("/"))
