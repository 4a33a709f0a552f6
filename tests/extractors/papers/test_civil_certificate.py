"""Certificates of marriage, birth and divorce, from several registries."""

import pytest

from consistency.extractors.papers import civil_certificate
from consistency.model import Document
from consistency.readers.files import Options, read_file
from tests.extractors.papers.made import corpus, docx, facts, pdf, rows
from tests.shared import CASES, uses_shared

MARRIAGES = {
    "columns with the parts of the names": pdf("""
        GOVERNMENT OF PUNJAB
        CERTIFICATE OF MARRIAGE
        Registration No.: 2018/4455         Date of Registration: 20/06/2018

        Particulars          Bridegroom                  Bride
        Surname              SIDHU                       GREWAL
        Given name           HARJIT                      MANJIT
        Date of birth        11/07/1994                  02/03/1995

        Date of marriage: 02/06/2018
        Place of marriage: Ludhiana
        Issued on 30/06/2026 at Ludhiana.
    """),
    "a French act in one sentence": docx("""
        COMMUNE D'AGADIR
        EXTRAIT D'ACTE DE MARIAGE
        Le samedi, soit le 2 juin 2018, devant nous, officier de l'état civil, ont comparu : Harjit Sidhu,
            né le 11 juillet 1994 à Agadir, et Manjit Grewal, née le 2 mars 1995 à Fès, qui ont déclaré
            contracter mariage.
        Pour extrait conforme, délivré à Agadir, le 30 juin 2026
    """),
    "an English sentence": docx("""
        Republic of Kenya
        MARRIAGE CERTIFICATE
        This is to certify that Harjit Sidhu, bachelor, and Manjit Grewal, spinster, were lawfully married
            at the Registrar's Office, Nairobi on the 2nd day of June 2018.
        Certified copy issued on 30 June 2026.
    """),
    "headings": docx("""
        Civil Registration Office
        Marriage Registration Extract
        GROOM
        Full name: Harjit Sidhu
        Date of birth: 11.07.1994
        BRIDE
        Full name: Manjit Grewal
        Date of birth: 02.03.1995
        Date of marriage: 02.06.2018
        Date of issue: 30.06.2026
    """),
}


@pytest.mark.parametrize("layout", MARRIAGES)
def test_marriages(layout: str) -> None:
    document = MARRIAGES[layout]
    reading = civil_certificate.read(document)
    assert civil_certificate.recognise(document) > 0.8
    assert facts(reading) == {"marriage_date": "2018-06-02", "document_date": "2026-06-30"}
    (marriage,) = reading.records
    (row,) = rows(reading, "relationship")
    assert sorted(str(row.pop("name")).upper().split()) == ["GREWAL", "MANJIT"]
    assert row == {"relation": "spouse", "from": "2018-06-02"}
    assert sorted((marriage.cells["other"].quote or "").upper().split()) == ["HARJIT", "SIDHU"]


BIRTHS = {
    "labels in Spanish": pdf("""
        ESTADOS UNIDOS MEXICANOS
        ACTA DE NACIMIENTO
        Nombre(s): Ariana            Apellidos: Olvera Castañeda
        Sexo: Femenino
        Fecha de nacimiento: 23/11/2025
        Lugar de nacimiento: León, Guanajuato, México
        Padre: Joaquín Olvera Peña
        Madre: Araceli Castañeda Ruiz
        Fecha de expedición: 11/07/2026
    """),
    "a sentence": docx("""
        UNITED MEXICAN STATES
        CERTIFIED COPY OF BIRTH CERTIFICATE
        This is to certify that Ariana Olvera Castañeda was born on 23 November 2025 at León, Mexico to
            Joaquín Olvera Peña and Araceli Castañeda Ruiz.
        Given under my hand this 11th day of July 2026.
    """),
    "labels in French": pdf("""
        Commune de León
        ACTE DE NAISSANCE N° 455
        Nom :                 OLVERA CASTAÑEDA
        Prénoms :             Ariana
        Née le :              23/11/2025
        Lieu de naissance :   León (Mexique)
        Père :                Joaquín Olvera Peña
        Mère :                Araceli Castañeda Ruiz
        Délivré à León, le 11/07/2026
    """),
}


@pytest.mark.parametrize("layout", BIRTHS)
def test_births(layout: str) -> None:
    document = BIRTHS[layout]
    reading = civil_certificate.read(document)
    assert civil_certificate.recognise(document) > 0.8
    assert facts(reading) == {"document_date": "2026-07-11"}
    (child,) = rows(reading, "family_member")
    assert str(child["name"]).title() == "Ariana Olvera Castañeda"
    assert (child["relation"], str(child["birth_date"]), child["country"]) == ("child", "2025-11-23", "MX")
    cells = reading.records[0].cells
    assert cells["father"].quote == "Joaquín Olvera Peña"
    assert cells["mother"].quote == "Araceli Castañeda Ruiz"


def test_a_french_extract_that_names_the_officer_first() -> None:
    paper = pdf("""
        État civil de Zahlé
        EXTRAIT D'ACTE DE MARIAGE

        Le 12 septembre 2015, devant l'officier de l'état civil de Zahlé, ont été unis par les liens
        du mariage Rami Sample et Carine Specimen.
        Copie délivrée le 19 juin 2026
    """)
    reading = civil_certificate.read(paper)
    assert civil_certificate.recognise(paper) >= 0.5
    assert facts(reading) == {"marriage_date": "2015-09-12", "document_date": "2026-06-19"}
    assert [row["name"] for row in rows(reading, "relationship")] == ["Carine Specimen"]


def test_a_divorce_ends_a_marriage() -> None:
    document = docx("""
        Family Court of Lagos
        DECREE ABSOLUTE OF DIVORCE
        Husband: Chidi Adebanjo
        Wife: Bisi Okafor
        Date of marriage: 3 May 2010
        The marriage was dissolved on 9 August 2014.
        Dated 10 August 2014
    """)
    reading = civil_certificate.read(document)
    assert civil_certificate.recognise(document) > 0.8
    assert facts(reading) == {"document_date": "2014-08-10"}
    assert rows(reading, "relationship") == [
        {"relation": "previous-spouse", "name": "Bisi Okafor", "from": "2010-05-03", "to": "2014-08-09"}
    ]


def test_a_certificate_without_a_day_of_issue_is_not_dated_by_its_event() -> None:
    reading = civil_certificate.read(
        docx(
            "MARRIAGE CERTIFICATE\nGroom: Ali Rahimi\nBride: Sara Karimi\nDate of marriage: 12 February 2020"
        )
    )
    assert facts(reading) == {"marriage_date": "2020-02-12"}
    assert reading.as_of.date is None


def test_papers_that_mention_a_marriage_are_none() -> None:
    papers: tuple[Document, ...] = (
        docx(
            "Dear Visa Officer,\nI am applying again. My marriage certificate is enclosed.\nI married Sara in 2020."
        ),
        docx(
            "IMM 1295 (09-2023) E\nDate of marriage: 2020-02-12\nSpouse 1: Ali Rahimi\nMarriage certificate"
        ),
        docx("Birth certificate of the company\nCurriculum vitae\nWork experience"),
    )
    for document in papers:
        assert civil_certificate.recognise(document) < 0.3, document.text


@uses_shared
def test_the_papers_of_the_shared_cases() -> None:
    for path, expected in corpus("civil-certificate"):
        document = read_file(CASES, path, Options())
        reading = civil_certificate.read(document)
        assert civil_certificate.recognise(document) >= 0.5, path
        assert facts(reading).items() >= expected["facts"].items(), path
        (record,) = expected["records"]
        (found,) = rows(reading, record["type"])
        other = reading.records[0].cells.get("other")
        assert record["name"] in (found["name"], other.quote if other else None), path
        assert str(found.get("birth_date")) == str(record.get("birth_date")), path
        assert (found.get("from"), found.get("country")) == (record.get("from"), record.get("country")), path
