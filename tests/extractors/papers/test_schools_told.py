"""What schools certify in further ways: school years, entrance and completion in words, names, days."""

import pytest

from consistency.extractors.papers import education_certificate
from tests.extractors.papers.made import docx, facts, rows


def test_school_years_from_the_first_to_the_last() -> None:
    text = """
    UNIVERSITÉ EXEMPLE
    ATTESTATION DE RÉUSSITE
    Le Directeur atteste que M. EXEMPLE Issa, inscrit de l’année académique 2012-2013 à l’année académique 2014-2015,
     a subi avec succès les épreuves de la
    Licence en Sciences Économiques
    Fait à Ouagadougou, le 11 septembre 2015
    """
    (row,) = rows(education_certificate.read(docx(text)), "education")
    assert (row["from"], row["to"]) == ("2012", "2015")


@pytest.mark.parametrize(
    "sentence",
    [
        "in 2005 entered and in 2009 completed the full course of the Dnipro College of Sample Electronics, speciality"
        " Cars, and obtained the qualification of electrical technician.",
        "entered the Dnipro College of Sample Electronics in 2005 and graduated from the full course in 2009.",
    ],
)
def test_years_of_entrance_and_completion(sentence: str) -> None:
    text = f"UKRAINE\nDIPLOMA OF JUNIOR SPECIALIST\nIda Sample\n{sentence}\nIssued on 30 June 2009"
    (row,) = rows(education_certificate.read(docx(text)), "education")
    assert (row["institution"], row["from"], row["to"]) == (
        "Dnipro College of Sample Electronics",
        "2005",
        "2009",
    )


def test_a_family_name_before_given_names_in_capitals() -> None:
    text = """
    UNIVERSITY OF SAMPLE
    CERTIFICATION
    This is to certify that SAMPLE, IDA MARIA has completed the course leading to the degree of BACHELOR OF SCIENCE IN
     MECHANICAL TECHNOLOGY, having been enrolled from June 2008 to March 2012.
    This certification is issued upon request.
    Given this 20th day of May, 2019.
    """
    reading = education_certificate.read(docx(text))
    assert facts(reading)["full_name"] == "SAMPLE, IDA MARIA"
    assert rows(reading, "education")[0]["level"] == "BACHELOR OF SCIENCE IN MECHANICAL TECHNOLOGY"


def test_the_day_of_the_results_is_not_that_of_the_diploma() -> None:
    text = """
    Sample University
    We do hereby certify that
    Ida Sample
    has been admitted to the degree of
    BACHELOR OF ARTS
    Date of publication of result: 25 November 2012
    Gazipur, 9 June 2013
    """
    assert facts(education_certificate.read(docx(text)))["document_date"] == "2013-06-09"


def test_a_month_behind_its_year() -> None:
    text = """
    Sample Nursing Campus
    TRANSFER CERTIFICATE
    Name of student | Ida Sample
    Programme | Certificate in Nursing
    Date of admission | 2016 September
    Date of completion | 2019 August
    """
    (row,) = rows(education_certificate.read(docx(text)), "education")
    assert (row["from"], row["to"]) == ("2016-09", "2019-08")


def test_a_diploma_supplement() -> None:
    text = """
    Sample State University
    DIPLOMA SUPPLEMENT
    1.1 Family name | Sample
    1.2 Given name | Ida
    2.1 Name of qualification | Bachelor of Tourism
    Date of admission | 01.10.2010
    Date of graduation | 30.06.2014
    """
    reading = education_certificate.read(docx(text))
    (row,) = rows(reading, "education")
    assert facts(reading)["full_name"] == "Ida Sample"
    assert (row["level"], row["from"], row["to"]) == ("Bachelor of Tourism", "2010-10-01", "2014-06-30")


def test_a_school_of_which_somebody_is() -> None:
    text = """
    DIRECTORATE OF INDUSTRIAL TRAINING
    CERTIFICATE
    This is to certify that
    SAMPLE IDA
    of Mukono Technical Institute, who followed the course from February 2015 to November 2016, is awarded the
    Certificate in Bricklaying
    """
    (row,) = rows(education_certificate.read(docx(text)), "education")
    assert row["institution"] == "Mukono Technical Institute"


def test_a_pupil_of_a_school_from_year_to_year() -> None:
    text = """
    CERTIFICAT D’APTITUDE PROFESSIONNELLE
    Le Directeur des Examens certifie que EXEMPLE Kossi, élève du Lycée Technique d’Adidogomé de 2011 à 2014, a été
     déclaré admis, session de juin 2014.
    Fait à Lomé, le 20 août 2014
    """
    (row,) = rows(education_certificate.read(docx(text)), "education")
    assert (row["institution"], row["from"], row["to"]) == ("Lycée Technique d’Adidogomé", "2011", "2014")
