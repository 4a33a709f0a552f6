"""Diplomas, transcripts and certificates of studies, in the layouts and languages of several countries."""

from consistency.extractors.papers import education_certificate
from consistency.model import Document
from tests.extractors.papers.made import docx, facts, pdf, rows


def read(document: Document) -> tuple[dict[str, str], dict[str, object]]:
    assert education_certificate.recognise(document) > 0.6
    reading = education_certificate.read(document)
    (study,) = rows(reading, "education")
    return facts(reading), study


def test_a_diploma_on_centred_lines() -> None:
    said, study = read(
        pdf("""
                       UNIVERSITY OF CAPE COAST
                       Cape Coast, Ghana

              The Council of the University of Cape Coast

                        has conferred upon

                         KOFI MENSAH ASANTE

                          the degree of

               Bachelor of Education (Mathematics)

            with Second Class Honours (Upper Division)

          Given under the seal of the University this 14th day of November 2014

          Vice-Chancellor                                   Registrar
    """)
    )
    assert said == {"full_name": "KOFI MENSAH ASANTE", "document_date": "2014-11-14"}
    assert study == {
        "institution": "UNIVERSITY OF CAPE COAST", "level": "Bachelor of Education (Mathematics)", "city": "Cape Coast",
        "country": "GH",
    }  # fmt: skip


def test_an_award_behind_an_article_and_a_lyceum() -> None:
    said, study = read(
        pdf("""
                       LYCEUM OF SAN JOSE
                       Batangas City, Philippines

                       hereby confers upon

                       Maria Cristina Santos

                 the Diploma in Hotel Services

          after a course of studies pursued from June 2007 to April 2011.

                     Given on 16 April 2011.
    """)
    )
    assert said == {"full_name": "Maria Cristina Santos", "document_date": "2011-04-16"}
    assert (study["institution"], study["level"]) == ("LYCEUM OF SAN JOSE", "Diploma in Hotel Services")


def test_a_school_over_two_lines_beside_its_label() -> None:
    said, study = read(
        pdf("""
        DIPLOMA
        Holder               Kwabena Sample
        Institution          Ashanti Regional Nursing Assistants
                             College
        Programme            Certificate in Health Care Assistance
        Period of study      09/2012 to 07/2014
        Date of issue        11.10.2014
    """)
    )
    assert said["full_name"] == "Kwabena Sample"
    assert study["institution"] == "Ashanti Regional Nursing Assistants College"


def test_a_junior_college_diploma_is_an_award() -> None:
    _, study = read(
        pdf("""
              LIAONING VOCATIONAL COLLEGE OF CUISINE
                       hereby confers upon
                          Wang Xiuying
            the Junior College Diploma in Culinary Arts
          after a course of studies pursued from September 2002 to July 2005.
                     Given on 10 July 2005.
    """)
    )
    assert study["level"] == "Junior College Diploma in Culinary Arts"


def test_a_french_diploma_below_a_ministry() -> None:
    said, study = read(
        docx("""
        RÉPUBLIQUE DU BÉNIN
        MINISTÈRE DE L'ENSEIGNEMENT SUPÉRIEUR
        Université d'Abomey-Calavi
        Cotonou, Bénin
        DIPLÔME
        Le recteur de l'Université d'Abomey-Calavi confère à
        Madame Aïssatou Diallo
        née le 14 mars 1993 à Porto-Novo
        le grade de Licence en gestion des entreprises
        Période d'études : octobre 2011 à juin 2014
        Fait à Cotonou, le 20 septembre 2014
        Le Recteur
    """)
    )
    assert said == {"full_name": "Aïssatou Diallo", "document_date": "2014-09-20"}
    assert study == {
        "institution": "Université d'Abomey-Calavi", "level": "Licence en gestion des entreprises",
        "from": "2011-10", "to": "2014-06", "city": "Cotonou", "country": "BJ",
    }  # fmt: skip


def test_an_attestation_with_an_address_in_its_head() -> None:
    said, study = read(
        docx("""
        Collège Technique du Littoral
        12 rue du Port, Agadir, Maroc
        Attestation de réussite
        Nous soussignés attestons que M. Hamza Benkirane, né le 8 février 1991, a suivi ses études dans
            notre établissement de septembre 2010 à juin 2013 et a obtenu le diplôme de Technicien
            spécialisé en électricité.
        Fait à Agadir le 30 juillet 2013
    """)
    )
    assert said == {"full_name": "Hamza Benkirane", "document_date": "2013-07-30"}
    assert study == {
        "institution": "Collège Technique du Littoral", "level": "Technicien spécialisé en électricité",
        "from": "2010-09", "to": "2013-06", "city": "Agadir", "country": "MA",
    }  # fmt: skip


def test_a_statement_of_marks_with_its_subjects() -> None:
    said, study = read(
        pdf("""
        PUNJAB STATE BOARD OF TECHNICAL EDUCATION
        STATEMENT OF MARKS
        Name of Student:   Gurpreet Singh Dhillon         Roll No: 112233
        Father's Name:     Balwinder Singh
        Institution:       Doaba Polytechnic College, Jalandhar
        Course:            Diploma in Mechanical Engineering
        Session:           2012-2015
        Date of Issue:     15/07/2015

        Subject                Max Marks      Obtained
        Thermodynamics         100            78
        Machine Drawing        100            81
    """)
    )
    assert said == {"full_name": "Gurpreet Singh Dhillon", "document_date": "2015-07-15"}
    assert study == {
        "institution": "Doaba Polytechnic College", "level": "Diploma in Mechanical Engineering", "from": "2012",
        "to": "2015",
    }  # fmt: skip


def test_a_letter_of_the_registrar() -> None:
    said, study = read(
        docx("""
        Office of the Registrar
        Mekong Technical College
        Can Tho, Vietnam
        10 May 2020
        To whom it may concern
        This is to confirm that Ms. Lan Thi Hoang was enrolled at Mekong Technical College from September
            2004 until June 2007. She successfully completed the Diploma in Accounting and graduated in
            June 2007.
    """)
    )
    assert said == {"full_name": "Lan Thi Hoang", "document_date": "2020-05-10"}
    assert study == {
        "institution": "Mekong Technical College", "level": "Diploma in Accounting", "from": "2004-09",
        "to": "2007-06", "city": "Can Tho", "country": "VN",
    }  # fmt: skip


def test_a_spanish_title_of_an_unlisted_kind() -> None:
    said, study = read(
        pdf("""
                 INSTITUTO TECNOLÓGICO DEL VALLE
                 León, Guanajuato, México

                 otorga a

                 Joaquín Olvera Peña

                 el título de

                 Licenciado en Gastronomía

        Expedido en León el 1 de agosto de 2017
    """)
    )
    assert said == {"full_name": "Joaquín Olvera Peña", "document_date": "2017-08-01"}
    assert study["level"] == "Licenciado en Gastronomía"


def test_a_transcript_with_days() -> None:
    said, study = read(
        docx("""
        Bow Valley Technical College
        OFFICIAL TRANSCRIPT
        Student Name: Dimaculangan, Rodel
        Student ID: 1234567
        Program: Postgraduate Diploma in Accounting
        Admission date: September 3, 2019
        Date of graduation: May 28, 2021
        Campus: Brampton, Ontario
        Issued: July 12, 2021
        Fall 2019
        ACCT 5001 | Financial Accounting | 3.0 | A
    """)
    )
    assert said == {"full_name": "Dimaculangan, Rodel", "document_date": "2021-07-12"}
    assert study == {
        "institution": "Bow Valley Technical College", "level": "Postgraduate Diploma in Accounting",
        "from": "2019-09-03", "to": "2021-05-28", "city": "Brampton", "country": "CA",
    }  # fmt: skip


def test_papers_that_mention_studies_are_none() -> None:
    papers = (
        "CURRICULUM VITAE|Experience|Cook, Acme, 2015-2019|Education|Diploma in Cooking, Example College, 2013",
        "Example College|To whom it may concern|This is to certify that Ali Rahimi has been employed as a teacher.",
        "Dear Visa Officer,|I am applying for a study permit. I obtained a Bachelor of Arts from Example University.",
    )
    for paper in papers:
        assert education_certificate.recognise(docx(paper.replace("|", "\n"))) < 0.3, paper
