"""Every format tells the same findings, keeps its own standard, and lets no word of a document do anything."""

import csv
import io
import json
import re
import zipfile
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from click import unstyle
from docx import Document as read_docx
from lxml import etree
from markdown_it import MarkdownIt
from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as Sarif

from consistency.model import Report
from consistency.readers.folder import list_documents
from consistency.reports import UnknownOption, formats, is_text, render
from tests.bundled import sample
from tests.reports.making import HOSTILE, hostile, lives, since_earlier

ID = re.compile(r"\b[a-z]+-[a-z-]+-[0-9a-f]{10}\b")


def text_of(form: str, report: Report) -> str:
    """Give the words of a report in a format."""
    written = render(form, report)
    if isinstance(written, str):
        return written
    with zipfile.ZipFile(io.BytesIO(written)) as packed:
        return packed.read("word/document.xml").decode()


def sarif(report: Report) -> Any:
    written = json.loads(render("sarif", report))
    Sarif.model_validate(written)
    (run,) = written["runs"]
    return run


def junit(report: Report) -> etree._Element:
    written = render("junit", report)
    assert isinstance(written, str)
    root = etree.fromstring(written.encode())
    JUNIT.assertValid(root)
    return root


def rows(report: Report) -> list[dict[str, str]]:
    written = render("csv", report)
    assert isinstance(written, str) and written.startswith("\ufeff") and written.endswith("\r\n")
    return list(csv.DictReader(io.StringIO(written[1:], newline="")))


@pytest.mark.parametrize("form", formats())
def test_formats_agree_on_the_findings(form: str) -> None:
    for report in (sample(), *lives()):
        assert set(ID.findall(text_of(form, report))) == {f.id for f in report.findings}


@pytest.mark.parametrize("form", formats())
def test_the_same_report_is_the_same_bytes(form: str) -> None:
    assert render(form, sample()) == render(form, sample())


@pytest.mark.parametrize("form", formats())
def test_any_words_can_be_written(form: str) -> None:
    written = render(form, hostile())
    assert is_text(form) is isinstance(written, str)
    assert isinstance(written, bytes) or written.encode()


@pytest.mark.parametrize("form", ["csv", "docx", "json", "junit", "markdown", "sarif", "terminal"])
def test_a_report_saved_in_the_case_folder_is_no_document(form: str, tmp_path: Path) -> None:
    written = render(form, sample())
    data = unstyle(written).encode() if isinstance(written, str) else written
    (tmp_path / f"monday.{'docx' if form == 'docx' else 'txt'}").write_bytes(data)
    assert list_documents(tmp_path) == ()


def test_an_option_of_another_format_is_refused() -> None:
    with pytest.raises(UnknownOption, match="it is for: docx"):
        render("json", sample(), privileged=True)


# SARIF


def test_sarif_keeps_the_schema() -> None:
    for report in (sample(), hostile(), since_earlier(), *lives()[:3]):
        sarif(report)


def test_sarif_finding_has_level_places_fingerprint_and_rule() -> None:
    run = sarif(sample())
    rules = run["tool"]["driver"]["rules"]
    files = {artifact["location"]["uri"] for artifact in run["artifacts"]}
    findings = {finding.id: finding for finding in sample().findings}
    for result in run["results"]:
        finding = findings[result["partialFingerprints"]["consistencyFinding/v1"]]
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == finding.rule
        assert (
            result["level"]
            == {"critical": "error", "major": "error", "minor": "warning"}[str(finding.severity)]
        )
        assert result["suppressions"] == []
        assert len(result["relatedLocations"]) == len(finding.evidence)
        quotes = {c.evidence.quote for c in finding.evidence if c.evidence.quote}
        physical = [place["physicalLocation"] for place in result["relatedLocations"]]
        assert {
            p["region"]["snippet"]["text"] for p in physical if "snippet" in p.get("region", {})
        } == quotes
        assert {p["artifactLocation"]["uri"] for p in physical} <= files
    assert "2026%20draft/IMM1295E.pdf" in files
    assert all("Why:" in rule["help"]["text"] and rule["shortDescription"]["text"] for rule in rules)


def test_sarif_encodes_addresses_and_tells_what_was_not_read() -> None:
    run = sarif(hostile())
    assert "a%20b%23%3F%25/%C3%BC%20%5Bx%5D%28y%29%7C%60%3D1.pdf" in {
        artifact["location"]["uri"] for artifact in run["artifacts"]
    }
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    assert [told["level"] for told in invocation["toolExecutionNotifications"]] == ["error"]
    suppressed = [r for r in run["results"] if r["suppressions"]]
    assert len(suppressed) == len(HOSTILE) // 2
    assert all(r["suppressions"][0]["justification"].startswith("Acknowledged") for r in suppressed)


def test_sarif_messages_hold_no_link_and_no_placeholder() -> None:
    for result in sarif(hostile())["results"]:
        text = result["message"]["text"]
        assert not re.search(r"(?<!\\)[\[\]]|(?<!\{)\{(?!\{)", text)


def test_sarif_tells_what_is_new() -> None:
    run = sarif(since_earlier())
    assert [r["baselineState"] for r in run["results"]] == ["new", "updated"]
    assert [one["id"] for one in run["properties"]["resolved"]] == ["work-dates-00000000aa"]


# JUnit: the rules of Jenkins' junit-10.xsd that concern what is written here

JUNIT = etree.XMLSchema(
    etree.fromstring("""
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:complexType name="told" mixed="true">
    <xs:attribute name="type" type="xs:string"/><xs:attribute name="message" type="xs:string"/>
  </xs:complexType>
  <xs:attributeGroup name="counts">
    <xs:attribute name="name" type="xs:string" use="required"/>
    <xs:attribute name="tests" type="xs:nonNegativeInteger" use="required"/>
    <xs:attribute name="failures" type="xs:nonNegativeInteger" use="required"/>
    <xs:attribute name="errors" type="xs:nonNegativeInteger" use="required"/>
    <xs:attribute name="skipped" type="xs:nonNegativeInteger"/>
    <xs:attribute name="time" type="xs:decimal" use="required"/>
  </xs:attributeGroup>
  <xs:element name="testsuites"><xs:complexType>
    <xs:sequence><xs:element ref="testsuite" minOccurs="0" maxOccurs="unbounded"/></xs:sequence>
    <xs:attributeGroup ref="counts"/>
  </xs:complexType></xs:element>
  <xs:element name="testsuite"><xs:complexType>
    <xs:sequence>
      <xs:element name="properties" minOccurs="0"><xs:complexType><xs:sequence>
        <xs:element name="property" maxOccurs="unbounded"><xs:complexType>
          <xs:attribute name="name" type="xs:string" use="required"/>
          <xs:attribute name="value" type="xs:string" use="required"/>
        </xs:complexType></xs:element>
      </xs:sequence></xs:complexType></xs:element>
      <xs:element ref="testcase" minOccurs="0" maxOccurs="unbounded"/>
    </xs:sequence>
    <xs:attributeGroup ref="counts"/>
    <xs:attribute name="timestamp" type="xs:dateTime" use="required"/>
    <xs:attribute name="hostname" type="xs:string" use="required"/>
  </xs:complexType></xs:element>
  <xs:element name="testcase"><xs:complexType>
    <xs:sequence>
      <xs:choice minOccurs="0">
        <xs:element name="skipped"><xs:complexType>
          <xs:attribute name="message" type="xs:string"/>
        </xs:complexType></xs:element>
        <xs:element name="error" type="told"/><xs:element name="failure" type="told"/>
      </xs:choice>
      <xs:element name="system-out" type="xs:string" minOccurs="0"/>
    </xs:sequence>
    <xs:attribute name="classname" type="xs:string" use="required"/>
    <xs:attribute name="name" type="xs:string" use="required"/>
    <xs:attribute name="time" type="xs:decimal"/>
  </xs:complexType></xs:element>
</xs:schema>
""")
)


def test_junit_fails_what_fails_the_check() -> None:
    for report in (sample(), hostile(), since_earlier(), *lives()):
        root = junit(report)
        weighty = [f for f in report.findings if f.status == "open" and f.severity >= report.fail_on]
        cases = root.findall(".//testcase")
        assert len(root.findall(".//failure")) == int(root.get("failures", "")) == len(weighty)
        assert len(root.findall(".//error")) == sum(p.document.read == "failed" for p in report.case.papers)
        assert len(root.findall(".//skipped")) == sum(f.status != "open" for f in report.findings)
        assert len(cases) == int(root.get("tests", "")) == len(report.findings) + len(report.case.papers)


def test_junit_says_why_a_test_is_skipped() -> None:
    told = [skipped.get("message") for skipped in junit(hostile()).iter("skipped")]
    assert all(message and message.startswith("Acknowledged by") for message in told)


def test_junit_names_every_test_once() -> None:
    for report in (sample(), *lives()):
        named = Counter((c.get("classname"), c.get("name")) for c in junit(report).iter("testcase"))
        assert set(named.values()) == {1}


# CSV


def test_csv_has_a_row_for_each_finding_with_both_sides() -> None:
    told = {row["id"]: row for row in rows(sample())}
    for finding in sample().findings:
        row = told[finding.id]
        assert row["level"] == str(finding.severity) and row["detail"] == " ".join(finding.detail.split())
        values = {c.value or "" for c in finding.evidence}
        assert len({row["value 1"], row["value 2"]}) == min(2, len(values))


def test_csv_has_no_cell_that_is_a_formula() -> None:
    for row in rows(hostile()):
        for cell in row.values():
            assert not cell.startswith(("=", "+", "-", "@", "\t", "\r")), cell
            assert "\n" not in cell and "\t" not in cell
    assert {"'+1 555 0100 200", "'-2+3"} <= {row["quote 1"] for row in rows(hostile())}


# Markdown: read by a parser with tables, bare addresses and strikethrough, as on GitHub


def tokens(report: Report) -> list[Any]:
    parser = MarkdownIt("gfm-like", {"html": True, "linkify": True})
    written = render("markdown", report)
    found: list[Any] = []
    for token in parser.parse(str(written)):
        found += [token, *(token.children or ())]
    return found


def test_markdown_words_become_no_markup() -> None:
    found = tokens(hostile())
    kinds = Counter(token.type for token in found)
    assert not {"link_open", "image", "html_inline", "html_block", "fence", "code_block"} & set(kinds)
    assert not {"em_open", "s_open", "blockquote_open", "ordered_list_open"} & set(kinds)
    labels = {"Why:", "What can be done:", "References:"}
    strong = [found[i + 1].content for i, t in enumerate(found) if t.type == "strong_open"]
    assert set(strong) - labels == {"FINDINGS: open findings at level major or above"}
    report = hostile()
    assert kinds["heading_open"] == 1 + 1 + len(report.findings) + len({f.severity for f in report.findings})
    assert kinds["table_open"] == len(report.findings)


def test_markdown_mentions_nobody() -> None:
    prose = "\n".join(token.content for token in tokens(hostile()) if token.type == "text")
    assert not re.search(r"[@#!$~^&][\w/]|:\w+:|GH-\d|www\.\w|://", prose)


def test_markdown_quotes_stand_as_they_are() -> None:
    code = {token.content for token in tokens(sample()) if token.type == "code_inline"}
    for finding in sample().findings:
        for citation in finding.evidence:
            assert citation.evidence.quote is None or citation.evidence.quote in code


# DOCX


def docx(report: Report, **options: object) -> Any:
    written = render("docx", report, **options)
    assert isinstance(written, bytes)
    return read_docx(io.BytesIO(written))


def test_docx_has_verdict_findings_with_quotes_and_coverage() -> None:
    memo = docx(sample())
    words = [p.text for p in memo.paragraphs]
    assert any(text.startswith("FINDINGS: open findings at level major") for text in words)
    cells = {cell.text for table in memo.tables for row in table.rows for cell in row.cells}
    for finding in sample().findings:
        assert any(finding.detail in text for text in words)
        assert {f"“{c.evidence.quote}”" for c in finding.evidence if c.evidence.quote} <= cells
    assert {paper.path for paper in sample().case.papers} <= cells


def test_docx_says_nothing_of_its_maker() -> None:
    properties = docx(sample()).core_properties
    assert (properties.author, properties.last_modified_by, properties.comments) == ("", "", "")
    assert properties.created == datetime(2026, 10, 12, tzinfo=UTC)
    written = render("docx", sample())
    assert isinstance(written, bytes)
    with zipfile.ZipFile(io.BytesIO(written)) as packed:
        assert {part.date_time for part in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_docx_is_marked_privileged_only_where_asked() -> None:
    assert (
        docx(sample(), privileged=True).sections[0].header.paragraphs[0].text == "PRIVILEGED AND CONFIDENTIAL"
    )
    assert docx(sample()).sections[0].header.paragraphs[0].text == ""
