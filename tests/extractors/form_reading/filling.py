"""Fills forms as a program would: values written into the data of a blank, or of a form built here."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from lxml import etree
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    NameObject,
    StreamObject,
    TextStringObject,
)

from consistency.extractors.form_reading.form import FormDefinition, read, recognise
from consistency.extractors.reading import Reading
from consistency.model import Document, Form, FormField, Record
from consistency.readers.files import Options, read_bytes

XFA_DATA = "http://www.xfa.org/schema/xfa-data/1.0/"

Element = etree._Element


# --- the data of a form -----------------------------------------------------------------------------------


def filled(packet: bytes, values: Mapping[str, str]) -> bytes:
    """Write values into a ``datasets`` packet or ``data`` element, at their paths from the form's root."""
    root = etree.fromstring(packet, etree.XMLParser(huge_tree=True))
    data = root if root.tag == f"{{{XFA_DATA}}}data" else root.find(f"{{{XFA_DATA}}}data")
    assert data is not None
    for path, value in values.items():
        leaf = _leaf(data, path.split("/"))
        for child in list(leaf):
            leaf.remove(child)
        leaf.text = value
    return etree.tostring(_wrapped(root, data))


def _wrapped(root: Element, data: Element) -> Element:
    if root is not data:
        return root
    datasets = etree.Element(f"{{{XFA_DATA}}}datasets", nsmap={"xfa": XFA_DATA})
    datasets.append(data)
    return datasets


def _leaf(parent: Element, steps: list[str]) -> Element:
    found = next(_reached(parent, steps), None)
    return _made(parent, steps) if found is None else found


def _reached(parent: Element, steps: list[str]) -> Iterator[Element]:
    """Give the elements of a path that are there; a name without a number means any of its siblings."""
    if not steps:
        yield parent
        return
    name, _, number = steps[0].rstrip("]").partition("[")
    siblings = [child for child in parent if isinstance(child.tag, str) and _name(child) == name]
    for child in siblings[int(number) : int(number) + 1] if number else siblings:
        yield from _reached(child, steps[1:])


def _made(parent: Element, steps: list[str]) -> Element:
    if not steps:
        return parent
    name, _, number = steps[0].rstrip("]").partition("[")
    siblings = [child for child in parent if isinstance(child.tag, str) and _name(child) == name]
    while len(siblings) <= int(number or 0):
        siblings.append(etree.SubElement(parent, name))
    return _made(siblings[int(number or 0)], steps[1:])


def _name(element: Element) -> str:
    return str(etree.QName(element).localname)


# --- the PDF around it ------------------------------------------------------------------------------------


def into_blank(
    blank: Path, values: Mapping[str, str], empty: bytes | None = None, password: str | None = None
) -> bytes:
    """Fill a real blank: its ``datasets`` are replaced, or added where the blank has none (``empty``)."""
    writer = PdfWriter(clone_from=PdfReader(blank))
    form = writer.root_object["/AcroForm"]
    assert isinstance(form, DictionaryObject)
    packets = form["/XFA"]
    assert isinstance(packets, ArrayObject)
    names = [str(name) for name in packets[::2]]
    if empty is None:
        stream = packets[names.index("datasets") * 2 + 1].get_object()
        empty = stream.get_data()
        stream.set_data(filled(empty, values))
    else:
        stream = StreamObject()
        stream.set_data(filled(empty, values))
        at = 2 * (names.index("template") + 1)
        packets.insert(at, TextStringObject("datasets"))
        packets.insert(at + 1, writer._add_object(stream))
    if password is not None:
        writer.encrypt(password, algorithm="AES-128")
    return _written(writer)


def of_data(packet: bytes, title: str = "", names: Iterable[str] = ()) -> bytes:
    """Build a small PDF that holds an XFA form with these data; ``names`` are texts of its template."""
    writer = PdfWriter()
    writer.add_blank_page(612, 792)
    texts = "".join(f"<draw><value><text>{text}</text></value></draw>" for text in names)
    template = f'<template xmlns="http://www.xfa.org/schema/xfa-template/3.0/">{texts}</template>'
    packets = ArrayObject()
    for name, content in (("template", template.encode()), ("datasets", packet)):
        stream = StreamObject()
        stream.set_data(content)
        packets += [TextStringObject(name), writer._add_object(stream)]
    writer.root_object[NameObject("/AcroForm")] = DictionaryObject(
        {NameObject("/XFA"): packets, NameObject("/Fields"): ArrayObject()}
    )
    if title:
        writer.add_metadata({"/Title": title})
    return _written(writer)


def _written(writer: PdfWriter) -> bytes:
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def document_of(values: Mapping[str, str], path: str = "form.pdf", **form: Any) -> Document:
    """Give a document with these XFA data, as a reader gives it, without a file."""
    nodes = dict.fromkeys(
        "/".join(steps[:n]) for p in values for steps in [p.split("/")] for n in range(1, len(steps) + 1)
    )
    data = tuple(FormField(at, value) for at, value in values.items() if value.strip())
    root = next(iter(values)).split("/")[0]
    return Document(
        path, "", "pdf", "xfa", "full", form=Form(datasets=data, root=root, nodes=tuple(nodes), **form)
    )


# --- and back ---------------------------------------------------------------------------------------------


def opened(pdf: bytes, path: str = "form.pdf") -> tuple[Document, FormDefinition, Reading]:
    """Read a PDF as the program does."""
    document = read_bytes(pdf, path, Options())
    definition = recognise(document)
    assert definition is not None, f"not recognised: {document.problems}"
    return document, definition, read(document, definition)


def facts_of(reading: Reading) -> dict[str, str]:
    """Give the facts by attribute; no attribute stands twice."""
    facts = {fact.attribute: fact.value for fact in reading.facts}
    assert len(facts) == len(reading.facts)
    return facts


def told(record: Record) -> dict[str, object]:
    """Give a record as the facts contract writes it, without what is empty."""
    said: dict[str, object] = {"type": record.type}
    for name in record.field_names():
        value = getattr(record, name)
        if name == "period" and value is not None:
            said["from"] = value.start and value.start.iso
            said["to"] = "present" if value.open else value.end and value.end.iso
        elif value not in (None, ()):
            said[name] = getattr(value, "iso", value)
    return {name: value for name, value in said.items() if value is not None}


def records_of(reading: Reading) -> list[Mapping[str, object]]:
    """Give all records in an order of their own, to compare with what is expected."""
    return in_order(map(told, reading.records))


def in_order(records: Iterable[Mapping[str, object]]) -> list[Mapping[str, object]]:
    """Sort records that are equal as a collection."""
    return sorted(records, key=lambda record: str(sorted(record.items(), key=str)))
