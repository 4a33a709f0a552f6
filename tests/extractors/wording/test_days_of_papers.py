"""The day of a paper beside its number, behind a label that is not known, and other small ways of writing."""

import pytest

from consistency.extractors.pages.headings import section_of
from consistency.extractors.papers import civil_certificate, permit, police_certificate
from consistency.extractors.wording.official import titled
from consistency.model import Document, Line, Segment
from consistency.normalizer.dates import find_periods
from consistency.normalizer.expressions import expression
from tests.extractors.papers.made import docx, facts, rows


def test_a_day_behind_the_number_of_the_paper() -> None:
    text = "Information Centre\nCertificate No. 5550/26   01.06.2026\nCERTIFICATE ON CRIMINAL RECORD\nName: Ida Sample"
    assert facts(police_certificate.read(docx(text)))["document_date"] == "2026-06-01"


def test_a_label_behind_one_that_is_not_known() -> None:
    text = """
    BIRTH REGISTRATION CERTIFICATE
    Child name | Ida Sample
    Date of birth | 14-Aug-2018
    Entry stamp: 01-Sep-2018 Issue date: 22-Jan-2026
    """
    assert facts(civil_certificate.read(docx(text)))["document_date"] == "2026-01-22"


@pytest.mark.parametrize(
    "line",
    [
        "Document date: 02.11.2026. To be handed to: an embassy",
        "Register 4, folio 12. Ankara, November 2, 2026",
    ],
)
def test_a_day_behind_its_label_or_behind_a_sentence_and_a_town(line: str) -> None:
    text = f"CRIMINAL RECORD CERTIFICATE\nName: Ida Sample\nThere is no record.\n{line}"
    assert facts(police_certificate.read(docx(text)))["document_date"] == "2026-11-02"


def test_the_short_label_of_a_number() -> None:
    text = """
    WORK PERMIT
    Application | W304455014
    Doc. No. / N° doc. | U55501428
    Date issued | 2021-06-14
    Expiry date | 2023-06-13
    """
    assert [row["number"] for row in rows(permit.read(docx(text)), "permit")] == ["U55501428"]


@pytest.mark.parametrize("text", ["2021-08 / today", "03/2019 / present"])
def test_now_behind_a_slash(text: str) -> None:
    ((start, end, period),) = find_periods(text)
    assert (text[start:end], period.open) == (text, True)


@pytest.mark.parametrize(
    ("heading", "section"),
    [("Jobs I have held", "experience"), ("Schools attended", "education"), ("School", "education")],
)
def test_headings_in_plain_words(heading: str, section: str) -> None:
    assert section_of(heading) == section


@pytest.mark.parametrize(("size", "held"), [(16.0, True), (11.0, False)])
def test_a_title_in_large_letters_goes_on_in_the_next_line(size: float, held: bool) -> None:
    texts = ("Sample office", "Registration and service", "statement of a worker", "Name: Ida Sample")
    sizes = (11.0, size, size, 11.0)
    lines = tuple(Line((Segment(text, None),), size=own) for text, own in zip(texts, sizes, strict=True))
    document = Document("paper.pdf", "0" * 64, "pdf", "text", "full", lines=lines, page_count=1)
    assert titled(document, expression(r"\bservice statement\b")) is held
