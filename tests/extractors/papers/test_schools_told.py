"""What schools certify in further ways: school years, entrance and completion in words, names, days."""

import pytest

from consistency.extractors.extract import recognise_paper
from consistency.extractors.papers import education_certificate
from tests.extractors.papers.made import docx, facts, pdf, rows


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


ASIA = {
    "a trade certificate that goes on behind who heads it": (
        "GOVERNMENT OF INDIA\nMINISTRY OF SKILL DEVELOPMENT - DIRECTORATE GENERAL OF EMPLOYMENT\nAND "
        "TRAINING\nNATIONAL TRADE "
        "CERTIFICATE\nShri RAJESH K, son of Shri KANNAN V, having completed the course of training "
        "in the trade of FITTER at "
        "GOVERNMENT I.T.I., MADURAI during the session August 2009 to July 2011, is awarded this "
        "certificate.\n12 JAN 2012",
        "RAJESH K", "GOVERNMENT I.T.I.", "2009-08", "NATIONAL TRADE CERTIFICATE",
    ),
    "an award that begins with Graduate": (
        "TAAL VIEW COLLEGE\nLipa City, Philippines\nBe it known that\nMARICEL TORRES "
        "DIMAYUGA\nhaving completed the prescribed "
        "course (June 2008 - March 2010) is hereby granted the title of\nGRADUATE IN "
        "CAREGIVING\nGiven this 30 March 2010.",
        "MARICEL TORRES DIMAYUGA", "TAAL VIEW COLLEGE", "2008-06", "GRADUATE IN CAREGIVING",
    ),
    "initials before a name": (
        "MATARA HOTEL SCHOOL\nCERTIFICATE IN PASTRY\nThis is to certify that K.D. Ruwan Perera "
        "followed the full-time course "
        "from March 2011 to August 2012.\n10 October 2012",
        "K.D. Ruwan Perera", "MATARA HOTEL SCHOOL", "2011-03", "CERTIFICATE IN PASTRY",
    ),
    "a vocational high school and its last school year": (
        "MINISTRY OF EDUCATION - INDONESIA\nDIPLOMA OF VOCATIONAL HIGH SCHOOL\nAcademic year 2011/2012\nStudy "
        "program: Automotive Engineering\nThe headmaster of SMK Kepanjen certifies that\nJOKO SUSILO\nhas passed the "
        "final examination of July 2009 - June 2012.\n14 June 2012",
        "JOKO SUSILO", "SMK Kepanjen", "2009-07", "DIPLOMA OF VOCATIONAL HIGH SCHOOL",
    ),
    "a session of years": (
        "RAJSHAHI UNIVERSITY OF PADMA\nProvisional Certificate\nThis is to certify that Md. Rezaul "
        "Karim has completed all "
        "requirements for the degree of Bachelor of Science in Civil Engineering under the session "
        "2007-2011.\n2 May 2012",
        "Md. Rezaul Karim", "RAJSHAHI UNIVERSITY OF PADMA", "2007", "Bachelor of Science in Civil Engineering",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", ASIA)
def test_a_school_of_asia(name: str) -> None:
    text, who, school, begun, award = ASIA[name]
    reading = education_certificate.read(docx(text))
    assert facts(reading)["full_name"] == who
    (study,) = rows(reading, "education")
    assert (study["institution"], study["from"], study["level"]) == (school, begun, award)


def test_a_session_of_examinations_begins_no_studies() -> None:
    reading = education_certificate.read(
        docx("HILL COLLEGE\nDIPLOMA IN COMMERCE\nIda Sample passed in the session March 2011 to May 2011.")
    )
    (study,) = rows(reading, "education")
    assert "from" not in study


def test_a_board_is_nobody_who_studied() -> None:
    reading = education_certificate.read(
        docx(
            "Government of Nepal\nNational Examinations Board\nTRANSCRIPT\nThe following are the "
            "marks obtained by SITA MAGAR, "
            "of Shree Janata Secondary School, Butwal, in the examination of Grade XII."
        )
    )
    assert facts(reading)["full_name"] == "SITA MAGAR"


@pytest.mark.parametrize(
    ("end", "school"),
    [
        ("Dean, Sample Polytechnics Suncheon Campus", "Sample Polytechnics Suncheon Campus"),
        ("President of Hanbit University", "Hanbit University"),
        ("Le directeur, Lycée technique de Blida", "Lycée technique de Blida"),
    ],
)
def test_the_school_stands_behind_who_signs_for_it(end: str, school: str) -> None:
    reading = education_certificate.read(
        pdf(f"""
                     Certificate of Graduation
    Name: KANG Jiwoo
    Department: Mechanical Engineering
    Period: March 2, 2009 - February 15, 2013
    Degree: Associate of Engineering (Degree No. 2012-1180)
    This is to certify that the above person has completed the courses and graduated from
    this college.
    August 28, 2026
    {end}
    """)
    )
    (study,) = rows(reading, "education")
    assert (study["institution"], study["level"]) == (school, "Associate of Engineering")
    assert study["field_of_study"] == "Mechanical Engineering"


def test_a_department_in_a_sentence_is_no_field() -> None:
    reading = education_certificate.read(
        pdf("""
                     SAMPLE CULINARY COLLEGE
                            DIPLOMA
    This is to certify that KANG Jiwoo has completed the one-year course of the
    Department of Culinary Arts from April 2011 and is hereby granted the diploma and the licence of a cook.
    March 15, 2012
    """)
    )
    (study,) = rows(reading, "education")
    assert study.get("field_of_study") is None


def test_the_award_before_its_division_and_a_course_of_study() -> None:
    reading = education_certificate.read(
        docx(
            "STATE BOARD OF TECHNICAL EDUCATION\nDIPLOMA\nCertified that BALJIT SINGH GILL, a "
            "student of Doaba Polytechnic "
            "College, having completed the three-year course of study and passed the examination "
            "held in May 2014, is awarded "
            "the Diploma in CIVIL ENGINEERING in the First Division.\n18 August 2014"
        )
    )
    assert rows(reading, "education")[0]["level"] == "Diploma in CIVIL ENGINEERING"


def test_a_card_of_marks() -> None:
    document = docx(
        "PUNJAB SCHOOL EDUCATION BOARD\nMATRICULATION EXAMINATION - DETAILED MARKS CARD\nMarch "
        "2010\nName: BALJIT SINGH\n"
        "Date of birth: 07-02-1994\nSchool: Govt. High School, Nakodar\nResult: PASS"
    )
    assert recognise_paper(document) == "education-certificate"
    assert facts(education_certificate.read(document))["birth_date"] == "1994-02-07"


def test_the_director_of_a_school_confers_over_two_halves_of_years() -> None:
    reading = education_certificate.read(
        docx("""
    MINISTERIO DE EDUCACIÓN
    PROFESSIONAL TITLE (translation)
    In the name of the Nation, the Director of the Instituto Superior Tecnológico "Luis Sample" of Puno confers on
    IDA ROSA SAMPLE
    the title of PROFESSIONAL TECHNICIAN IN GASTRONOMY, as she finished her studies (2010-I to 2012-II) on 18 July 2013.
    Puno, 9 September 2013
    """)
    )
    (study,) = rows(reading, "education")
    assert study["institution"] == 'Instituto Superior Tecnológico "Luis Sample" of Puno'
    assert (study["from"], study["to"]) == ("2010", "2012")


def test_the_college_of_a_university_of_which_somebody_is() -> None:
    reading = education_certificate.read(
        docx(
            "MALABAR UNIVERSITY OF HEALTH SCIENCES\nThe Senate makes known that\nANU MATHEW\nof St. Paul's College of "
            "Nursing, Kollam, has been admitted to the degree of\nBACHELOR OF SCIENCE IN NURSING\n21 November 2013"
        )
    )
    (study,) = rows(reading, "education")
    assert study["institution"] == "St. Paul's College of Nursing (MALABAR UNIVERSITY OF HEALTH SCIENCES)"
