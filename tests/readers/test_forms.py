"""Forms inside PDFs: XFA data, classic fields, and both at once."""

from __future__ import annotations

import io
import time
from typing import Any

import pytest
from msgspec.structs import replace
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, StreamObject

from consistency.extractors.extract import extract
from consistency.model import Box, Document, FormField
from consistency.readers.pdf import hybrid
from consistency.readers.pdf.widgets import Field
from tests.readers.making import PLEASE_WAIT, codes, datasets, drawn, form, letter, read

SMITH = datasets(
    "<form1><Page1><Name><FamilyName\n>SMITH</FamilyName><GivenName/></Name>"
    "<Row><Employer>Acme</Employer></Row><Row><Employer/></Row><Row><Employer>Bolt\nLtd\n</Employer></Row>"
    "</Page1></form1>"
)
TEMPLATE = (
    b'<template><desc><text name="title"\n>IMM 1295 E: Application for work permit</text></desc>'
    b'<variables><text name="Version">04-2025</text><text name="Language">E</text></variables>'
    b"<draw><value><text\n>IMM 1295 (09-2023) E</text></value></draw>"
    b"<draw><text>(DISPONIBLE EN FRAN\xc3\x87AIS - IMM 1295 F)</text></draw></template>"
)
LOV = (
    '<LOVFile\n><LOV generated="2019"><CountryList\n><Country lic=""\n/><Country lic="223"\n>Iran</Country>'
    '<Country lic="461">St. Kitts &amp; Nevis</Country></CountryList><CityList><ON lic="06"><City lic="3512"\n'
    ">Toronto</City></ON></CityList></LOV></LOVFile\n>"
)


def values(document: Document) -> dict[str, str]:
    assert document.form is not None
    return {field.path: field.value for field in document.form.datasets or ()}


def test_datasets_by_path() -> None:
    document = read(form({"template": TEMPLATE, "datasets": SMITH}))
    assert (document.method, document.read, codes(document)) == ("xfa", "full", [])
    assert values(document) == {
        "form1/Page1/Name/FamilyName": "SMITH",
        "form1/Page1/Row[0]/Employer": "Acme",
        "form1/Page1/Row[2]/Employer": "Bolt\nLtd",
    }
    assert document.form is not None
    assert document.form.root == "form1"
    assert "form1/Page1/Name/GivenName" in document.form.nodes
    assert "form1/Page1/Row[1]/Employer" in document.form.nodes


def test_the_placeholder_is_no_content() -> None:
    document = read(form({"datasets": SMITH}))
    assert document.lines == ()
    assert document.pages[0].words == ()


def test_template_texts_name_the_form() -> None:
    document = read(form({"template": TEMPLATE, "datasets": SMITH}))
    assert document.form is not None
    assert document.form.template[:4] == (
        "IMM 1295 (09-2023) E", "Version 04-2025", "Language E", "IMM 1295 E: Application for work permit",
    )  # fmt: skip


def test_code_lists() -> None:
    document = read(form({"datasets": datasets("<form1><Country>223</Country></form1>", beside=LOV)}))
    assert document.form is not None
    assert document.form.codes["CountryList"] == {"223": "Iran", "461": "St. Kitts & Nevis"}
    assert document.form.codes["CityList"]["3512"] == "Toronto"
    assert values(document) == {"form1/Country": "223"}


def test_formatted_text_is_read_as_its_words() -> None:
    rich = '<body xmlns="http://www.w3.org/1999/xhtml"><p>Acme <b>Ltd</b></p><p>Toronto</p></body>'
    blank = '<body xmlns="http://www.w3.org/1999/xhtml"><p><span> </span></p></body>'
    document = read(form({"datasets": datasets(f"<f><Rich>{rich}</Rich><Blank>{blank}</Blank></f>")}))
    assert values(document) == {"f/Rich": "Acme Ltd\nToronto"}


def test_one_stream_with_the_whole_form() -> None:
    whole = b'<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/">' + TEMPLATE + SMITH + b"</xdp:xdp>"
    document = read(form(whole))
    assert values(document)["form1/Page1/Name/FamilyName"] == "SMITH"
    assert document.form is not None
    assert "IMM 1295 (09-2023) E" in document.form.template


def test_only_the_data_that_the_trailer_leads_to_counts() -> None:
    old = form({"datasets": SMITH}, password=None)
    writer = PdfWriter(PdfReader(io.BytesIO(old)).stream, incremental=True)
    fields = writer.root_object["/AcroForm"]
    assert isinstance(fields, DictionaryObject)
    xfa = fields["/XFA"]
    assert isinstance(xfa, ArrayObject)
    packet = xfa[1].get_object()
    assert isinstance(packet, StreamObject)
    packet.set_data(SMITH.replace(b"SMITH", b"JONES"))
    out = io.BytesIO()
    writer.write(out)
    assert values(read(out.getvalue()))["form1/Page1/Name/FamilyName"] == "JONES"


def test_damaged_data_is_mended_and_said() -> None:
    document = read(form({"datasets": datasets("<f><Name>Smith & Sons</Name><Given>A\x01nn</Given></f>")}))
    assert values(document) == {"f/Name": "Smith & Sons", "f/Given": "Ann"}
    assert codes(document) == ["repaired-xml"]


def test_entities_are_refused() -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + datasets("<f><Name>&b;</Name></f>")
    document = read(form({"datasets": bomb}))
    assert "over-limit" in codes(document)
    assert document.read == "failed"
    assert "aaaa" not in str(document.form)


def test_a_blank_form_is_read_in_full() -> None:
    document = read(form({"datasets": datasets("<form1><FamilyName/></form1>")}))
    assert (document.method, document.read) == ("xfa", "full")
    assert document.form is not None
    assert document.form.datasets == ()


def test_no_data_packet_falls_back_to_classic_fields() -> None:
    document = read(form({"template": TEMPLATE}, {"Name[0]": "Smith"}))
    assert document.form is not None
    assert document.form.datasets is None
    assert document.method == "acroform"
    assert [(f.path, f.value, f.page) for f in document.form.acroform] == [("Name[0]", "Smith", 1)]


def test_a_form_printed_to_pdf_has_lost_its_data() -> None:
    document = read(letter(*PLEASE_WAIT))
    assert (document.read, document.method, codes(document)) == ("failed", "none", ["printed-blank"])
    assert "Save as" in document.problems[0].message


@pytest.mark.parametrize(
    "text",
    [
        "The document you are trying to load requires Adobe Reader 8 or higher.",
        "Veuillez patienter... Si ce message n'est pas remplacé par le contenu du document, votre lecteur",
    ],
)
def test_other_placeholders(text: str) -> None:
    assert codes(read(letter(text))) == ["printed-blank"]


def test_a_placeholder_among_other_pages() -> None:
    def draw(canvas: Any) -> None:
        for lines in (PLEASE_WAIT, ("Dear officer, I ask you to look at the enclosed form.",)):
            for number, line in enumerate(lines):
                canvas.drawString(50, 700 - 20 * number, line)
            canvas.showPage()

    document = read(drawn(draw))
    assert (document.read, codes(document)) == ("partial", ["placeholder"])
    assert document.problems[0].page == 1
    assert document.text.startswith("Dear officer")


def test_fields_of_a_hybrid_get_their_place() -> None:
    data = datasets("<f><Sub><Name>Smith</Name><City/></Sub></f>")
    document = read(form({"datasets": data}, {"f[0].#subform[3].Sub[0].Name[0]": "Smith"}, letter("Name")))
    assert codes(document) == []
    assert document.form is not None and document.form.datasets is not None
    [field] = document.form.datasets
    assert (field.path, field.page) == ("f/Sub/Name", 1)
    assert field.box is not None
    assert [round(n) for n in field.box] == [100, 100, 300, 120]
    assert document.text == "Name"


def test_two_values_for_a_field_are_told() -> None:
    data = datasets("<f><Name>Smith</Name><City>Paris</City><Job/></f>")
    fields = {"f[0].Name[0]": "Jones", "f[0].City[0]": "", "f[0].Job[0]": "Cook"}
    document = read(form({"datasets": data}, fields, letter("Name")))
    [problem] = document.problems
    assert problem.code == "data-disagree"
    assert all(word in problem.message for word in ("f/Name", "Smith", "Jones"))
    assert problem.page == 1


def test_repeated_rows_are_compared_with_their_own() -> None:
    data = datasets("<f><Row><E>Acme</E></Row><Row><E>Bolt</E></Row></f>")
    fields = {"f[0].Row[0].E[0]": "Acme", "f[0].Row[1].E[0]": "Bolt"}
    assert codes(read(form({"datasets": data}, fields, letter("Rows")))) == []


def test_thousands_of_fields_of_one_name_take_each_its_own_row() -> None:
    begun = time.process_time()
    same = [Field(f"f[0].#area[{n}].Row[0]", str(n), 1, Box(0, n, 1, n + 1)) for n in range(20_000)]
    data = [FormField(f"f/Row[{n}]", str(n)) for n in range(20_000)]
    assert [item.box for item in hybrid.placed(data, same)] == [field.box for field in same]
    assert not list(hybrid.disagreements("a.pdf", data, same))
    assert time.process_time() - begun < 3


def test_a_field_of_which_only_the_groups_have_names_is_read_and_answers_nothing() -> None:
    fields = {
        "f[0].#subform[0].Name[0]": "Smith",
        "#subform[0]": "nameless",
        "#page[0].#area[0]": "nameless too",
    }
    data = datasets("<f><Name>Smith</Name></f>")
    document = read(form({"datasets": data}, fields, letter("IMM 5409 (08-2005) E")))
    assert codes(document) == [] and document.form is not None
    assert {field.path for field in document.form.acroform} == set(fields)
    assert (
        extract(document).kind == extract(replace(document, form=replace(document.form, datasets=None))).kind
    )


def test_classic_forms_show_their_values_in_the_lines() -> None:
    page = drawn(lambda canvas: canvas.drawString(40, 678, "Name"))
    document = read(form({}, {"person.name": "Ann Smith", "ok": "/1", "no": "/Off"}, page, password=None))
    assert document.method == "acroform"
    assert document.form is not None
    assert {f.path: f.value for f in document.form.acroform} == {"person.name": "Ann Smith", "ok": "1"}
    assert "Name  Ann Smith" in document.text


def test_passwords() -> None:
    data = form({"datasets": SMITH}, password="secret")
    locked = read(data)
    assert (locked.read, codes(locked)) == ("failed", ["password"])
    assert codes(read(data, passwords=("wrong",))) == ["password"]
    opened = read(data, passwords=("wrong", "secret"))
    assert values(opened)["form1/Page1/Name/FamilyName"] == "SMITH"


def test_a_form_with_a_broken_table_of_contents_is_mended() -> None:
    data = form({"datasets": SMITH}, password=None)
    broken = data[: data.rindex(b"startxref")]
    assert values(read(broken))["form1/Page1/Name/FamilyName"] == "SMITH"
