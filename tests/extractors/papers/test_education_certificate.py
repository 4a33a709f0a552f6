"""Diplomas, transcripts and certificates of studies, in the layouts and languages of several countries."""

import pytest
from msgspec.structs import replace

from consistency.extractors.extract import recognise_paper
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
    assert said == {
        "full_name": "Aïssatou Diallo", "birth_date": "1993-03-14", "document_date": "2014-09-20",
    }  # fmt: skip
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
    assert said == {
        "full_name": "Hamza Benkirane", "birth_date": "1991-02-08", "document_date": "2013-07-30",
    }  # fmt: skip
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


PAPERS = {
    "a trade certificate of a council, whose institute stands in the sentence": (
        """
        GOVERNMENT OF INDIA
        NATIONAL COUNCIL FOR VOCATIONAL TRAINING
        NATIONAL TRADE CERTIFICATE
        Shri/Smt RAVI EXAMPLE son of MOHAN EXAMPLE having completed the prescribed course of training at
        GOVT. I.T.I. ALWAYE from AUGUST 2006 to JULY 2008 and passed the prescribed trade test is awarded this
        certificate in the trade of WELDER.
        Date of issue: 30-11-2008
        """,
        {"full_name": "RAVI EXAMPLE", "document_date": "2008-11-30"},
        {
            "institution": "GOVT. I.T.I. ALWAYE", "level": "NATIONAL TRADE CERTIFICATE", "from": "2006-08",
            "to": "2008-07",
        },
    ),
    "an office of training that certifies for an establishment, over two school years": (
        """
        ROYAUME DU MAROC
        Office de la Formation Professionnelle et de la Promotion du Travail
        DIPLÔME DE QUALIFICATION PROFESSIONNELLE
        Le Directeur de l'établissement ISTA Safi soussigné certifie que : M. IDRISSI YASSINE, né le 11/03/1990 à Safi,
        a subi avec succès les épreuves de l'examen de fin de formation, session juillet 2011
        Filière : Réparation des engins
        Années de formation 2009/2010 et 2010/2011
        Fait à Safi, le 22 octobre 2011
        """,
        {"full_name": "IDRISSI YASSINE", "birth_date": "1990-03-11", "document_date": "2011-10-22"},
        {
            "institution": "ISTA Safi", "level": "DIPLÔME DE QUALIFICATION PROFESSIONNELLE", "from": "2009",
            "to": "2011", "field_of_study": "Réparation des engins",
        },
    ),
    "a diploma with its number, whose school stands behind from": (
        """
        UKRAINE
        DIPLOMA OF SPECIALIST TM No. 11718812
        Bondar Olha Petrivna
        graduated in 2009 from Zhytomyr Example University and obtained complete higher education in the specialty
        "Food technology".
        Rector. Date of issue: June 30, 2009
        """,
        {"full_name": "Bondar Olha Petrivna", "document_date": "2009-06-30"},
        {"institution": "Zhytomyr Example University", "level": "DIPLOMA OF SPECIALIST", "to": "2009"},
    ),
    "a board's statement of marks that names the school by its number": (
        """
        CENTRAL BOARD OF SECONDARY EDUCATION
        MARKS STATEMENT CUM CERTIFICATE – ALL INDIA SENIOR SCHOOL CERTIFICATE EXAMINATION 2008
        This is to certify that RAVI EXAMPLE, Roll No. 1512011, School 1677 GHSS ALWAYE has achieved scholastic
        achievement as under
        Result: PASS  Dated 23-05-2008
        """,
        {"full_name": "RAVI EXAMPLE", "document_date": "2008-05-23"},
        {"institution": "GHSS ALWAYE", "level": "ALL INDIA SENIOR SCHOOL CERTIFICATE EXAMINATION"},
    ),
    "a council of examinations, and a college called after the government": (
        """
        THE WEST AFRICAN EXAMINATIONS COUNCIL
        West African Senior School Certificate
        This is to certify that BELLO EXAMPLE having sat for the examination held in May/June 2006 at Government
        College Ilorin obtained the results shown below
        Mathematics   C5
        """,
        {"full_name": "BELLO EXAMPLE"},
        {"institution": "Government College Ilorin", "level": "West African Senior School Certificate"},
    ),
    "a board where no school is named": (
        """
        TECHNICAL EDUCATION AND SKILLS DEVELOPMENT AUTHORITY
        NATIONAL CERTIFICATE II in Cookery
        This certificate is awarded to
        Maria Example Reyes
        for having completed the competency requirements.
        Issued on 12 May 2015
        """,
        {"full_name": "Maria Example Reyes", "document_date": "2015-05-12"},
        {"level": "NATIONAL CERTIFICATE II in Cookery"},
    ),
    "an award and a name without any school": (
        """
        RÉPUBLIQUE DU BÉNIN
        CERTIFICAT D'APTITUDE PROFESSIONNELLE
        Il est décerné à
        Afi Exemple LAWANI
        le diplôme obtenu à la session de juin 2011.
        Délivré le 4 août 2011
        """,
        {"full_name": "Afi Exemple LAWANI", "document_date": "2011-08-04"},
        {"level": "CERTIFICAT D'APTITUDE PROFESSIONNELLE", "to": "2011-06"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", PAPERS)
def test_papers_of_trade_schools_and_boards(name: str) -> None:
    text, said, study = PAPERS[name]
    document = docx(text.replace("\n        ", "\n").replace("\n\n", "\n"))
    assert education_certificate.recognise(document) > 0.5
    reading = education_certificate.read(document)
    assert facts(reading) == said
    assert rows(reading, "education") == [study]


def test_who_studied_is_not_the_father() -> None:
    said, _ = read(
        docx("""
        EXAMPLE INDUSTRIAL TRAINING INSTITUTE
        TRADE CERTIFICATE
        This is to certify that Mr. Ravi Example, son of Shri Mohan Example bearing Roll No. 12, has passed the
            trade test of Welder.
        Issued on 12 May 2014.
    """)
    )
    assert said["full_name"] == "Ravi Example"


TRANSCRIPT = """
    BATAAN EXAMPLE COLLEGE
    OFFICE OF THE REGISTRAR
    OFFICIAL TRANSCRIPT OF RECORDS
    Name:               SANTOS, GRACE A.
    Degree/Title:       Associate in Hotel and Restaurant Services
    Date Graduated:     March 26, 2010
    Date of Admission:  June 9, 2008
    TERM               COURSE NO.    DESCRIPTIVE TITLE            FINAL    CREDIT
    1st Sem 2008-2009  HRS 101       Food Preparation             1.75     3
    {course}
    LOURDES EXAMPLE, College Registrar
"""
COURSES = (
    "1st Sem 2008-2009  ENG 11        Study and Thinking Skills    1.75     3",
    "1st Sem 2008-2009  CRIM 2        Police Organization          1.75     3",
    "1st Sem 2008-2009  SOC 3         Marriage and the Family      1.75     3",
    "1st Sem 2008-2009  HRM 4         Salary Administration        1.75     3",
)


@pytest.mark.parametrize("course", COURSES)
def test_a_transcript_with_a_table_of_courses(course: str) -> None:
    said, study = read(pdf(TRANSCRIPT.format(course=course)))
    assert said == {"full_name": "SANTOS, GRACE A"}
    assert study == {
        "institution": "BATAAN EXAMPLE COLLEGE", "level": "Associate in Hotel and Restaurant Services",
        "from": "2008-06-09", "to": "2010-03-26",
    }  # fmt: skip


def test_a_name_that_goes_on_below() -> None:
    paper = TRANSCRIPT.format(course=COURSES[0]).replace(
        "SANTOS, GRACE A.", "SANTOS, GRACE MARIE\n" + " " * 24 + "DELA CRUZ"
    )
    said, _ = read(pdf(paper))
    assert said["full_name"] == "SANTOS, GRACE MARIE DELA CRUZ"


def test_a_course_whose_name_goes_on_below_its_row() -> None:
    course = (
        "1st Sem 2008-2009  ENG 11        Study and Thinking           1.75     3\n" + " " * 37 + "Skills"
    )
    said, study = read(pdf(TRANSCRIPT.format(course=course)))
    assert said["full_name"] == "SANTOS, GRACE A"
    assert study["institution"] == "BATAAN EXAMPLE COLLEGE"


@pytest.mark.parametrize(
    ("told", "begun", "ended"),
    [
        ("2009/2010 et 2010/2011", "2009", "2011"),
        ("2009-2010, 2010-2011 and 2011-2012", "2009", "2012"),
        ("2009/2010 and 2012/2013", "2009", "2010"),
    ],
)
def test_school_years_that_follow_on_one_another_are_one_time(told: str, begun: str, ended: str) -> None:
    _, study = read(
        pdf(f"""
        EXAMPLE POLYTECHNIC COLLEGE
        CERTIFICATE OF STUDIES
        This is to certify that Ravi Example was a student of this college in the years {told}.
        He was awarded the Diploma in Welding.
        Given on 12 May 2014.
    """)
    )
    assert (study["from"], study["to"]) == (begun, ended)


OTHERS = {
    "the registration of a business": """
        Certificado da Condição de Microempreendedor Individual
        Business name / Nome empresarial: 31.555.102 HELENA COUTO
        Trade name: HC Marcenaria
        CNPJ: 31.555.102/0001-40
        Main activity: Joinery services
        Issued 08/10/2026
    """,
    "the certificate of a sole proprietorship": """
        DEPARTMENT OF TRADE AND INDUSTRY
        CERTIFICATE OF BUSINESS NAME REGISTRATION
        This certifies that Carpentry School Santos is a business name registered to Leila Sample.
    """,
    "a letter of a school as an employer": """
        GOVERNMENT COLLEGE EXAMPLE
        12 May 2024
        TO WHOM IT MAY CONCERN
        This is to certify that Mr. Bello Example has been employed as a cook at Government College Example since
            May 2019. His salary is NGN 95,000 per month.
    """,
    "a certificate of the police": """
        NIGERIA POLICE FORCE
        POLICE CHARACTER CERTIFICATE
        This is to certify that Bello Example has no criminal record. Issued at Police College Example, Lagos.
        Issued on 12 May 2024
    """,
    "a medical certificate": """
        CITY HOSPITAL
        MEDICAL EXAMINATION CERTIFICATE
        This is to certify that Bello Example was examined and obtained a result of fit for work.
        Issued on 12 May 2024
    """,
    "a career": """
        BELLO EXAMPLE
        Work experience
        Cook at Government College Example from 2019 to 2024
        Education
        National Diploma, Example Polytechnic, 2009 - 2011
        Skills
        Cooking
    """,
    "a report of a language test": """
        IELTS Test Report Form
        Candidate: Bello Example
        The candidate obtained the results below in a language test held at Example College.
    """,
    "an award of an employer": """
        HARBOUR EXAMPLE LTD
        EMPLOYEE OF THE YEAR
        This is awarded to Bello Example for good work.
        12 May 2024
    """,
}


@pytest.mark.parametrize("name", OTHERS)
def test_what_is_no_paper_of_studies(name: str) -> None:
    assert education_certificate.recognise(docx(OTHERS[name])) < 0.5


def test_papers_that_mention_studies_are_none() -> None:
    papers = (
        "CURRICULUM VITAE|Experience|Cook, Acme, 2015-2019|Education|Diploma in Cooking, Example College, 2013",
        "Example College|To whom it may concern|This is to certify that Ali Rahimi has been employed as a teacher.",
        "Dear Visa Officer,|I am applying for a study permit. I obtained a Bachelor of Arts from Example University.",
    )
    for paper in papers:
        assert education_certificate.recognise(docx(paper.replace("|", "\n"))) < 0.3, paper


def test_the_last_sheet_of_a_curriculum_vitae_with_its_headings_in_a_column_is_no_certificate() -> None:
    sheet = """
    Junior Developer
    StartupX, Palo Alto

    Education     University of California, Berkeley
                  Bachelor of Science in Computer Science

    Skills        Programming        Frameworks
                  Python             Django
    """
    assert education_certificate.recognise(pdf(sheet)) < 0.5


def test_a_statutory_declaration_that_names_a_certificate_is_none() -> None:
    sworn = """
    STATUTORY DECLARATION

    I, KWAME BOATENG, do hereby solemnly and sincerely declare as follows:
    1. That I am also known as KWAME MENSAH, which name appears on my school certificate and my driver's licence.
    2. That I make this declaration conscientiously believing same to be true.

    DECLARED AT KUMASI THIS 2ND DAY OF SEPTEMBER 2026
    BEFORE ME: COMMISSIONER FOR OATHS
    """
    assert education_certificate.recognise(pdf(sworn)) < 0.5


def test_an_examination_ends_the_studies_and_a_motto_is_no_place() -> None:
    said, study = read(
        docx("""
        REPUBLIQUE TOGOLAISE
        Travail - Liberté - Patrie
        MINISTERE DE L'ENSEIGNEMENT TECHNIQUE
        BREVET D'ENSEIGNEMENT PROFESSIONNEL
        Vu les résultats de l'examen, session de juillet 2012, le diplôme est délivré à Mlle AKAKPO Ama Sena, née à
            Kpalimé, élève du Lycée Technique de Sokodé.
        Lomé, le 3 octobre 2012
    """)
    )
    assert said == {"full_name": "AKAKPO Ama Sena", "document_date": "2012-10-03"}
    assert (study["institution"], study["to"]) == ("Lycée Technique de Sokodé", "2012-07")
    assert not study.keys() & {"from", "city", "country"}


def test_months_of_an_examination_are_no_time_of_studies() -> None:
    _, study = read(
        pdf("""
        BOARD OF TECHNICAL EXAMINATIONS, KERALA

        STATEMENT OF MARKS

        Name            ANU THOMAS
        Institute       Government Polytechnic, Kottayam
        Course          Diploma in Civil Engineering
        Examination     April-May 2013

        Date: 10-07-2013
    """)
    )
    assert "from" not in study
    assert study["to"] == "2013-05"


def test_a_school_whose_name_runs_over_two_large_lines() -> None:
    text = """
        ESCUELA SUPERIOR DE HOTELERIA Y TURISMO
        SANTA BARBARA
        confers on
        Rosa Elena Paz
        the title of Technician in Cooking
        Lima, 3 March 2015
    """
    paper = pdf(text)
    lines = tuple(replace(line, size=18.0) if n < 2 else line for n, line in enumerate(paper.lines))
    reading = education_certificate.read(replace(paper, lines=lines))
    assert (
        rows(reading, "education")[0]["institution"]
        == "ESCUELA SUPERIOR DE HOTELERIA Y TURISMO SANTA BARBARA"
    )


def test_the_stamp_of_a_certified_copy_makes_no_declaration_of_a_diploma() -> None:
    document = pdf("""
        HIGHLAND TECHNICAL COLLEGE
        This is to certify that
        LEILA SAMPLE
        having satisfied the examiners is awarded the
        DIPLOMA IN CATERING
        on the 12th day of May 2014
        Principal (signed)

        CERTIFIED TRUE COPY OF THE ORIGINAL
        Commissioner for Oaths
    """)
    assert education_certificate.recognise(document) >= 0.5


def test_a_french_diploma_issued_in_a_town_to_somebody_born_in_another() -> None:
    document = pdf("""
        RÉPUBLIQUE DU TOGO
        BREVET DE TECHNICIEN SUPÉRIEUR
        Spécialité : Mécanique agricole
        est délivré à
        MENSAH Kodjo Elias
        né le 24 mai 1990 à Kpalimé
        Institut technique du Golfe, Lomé – années d'études 2011-2013, session de juillet 2013
        Délivré à Lomé, le 20 mars 2014
        Le Directeur des examens (signé)
    """)
    reading = education_certificate.read(document)
    assert facts(reading) == {
        "full_name": "MENSAH Kodjo Elias", "birth_date": "1990-05-24", "document_date": "2014-03-20",
    }  # fmt: skip
    (study,) = rows(reading, "education")
    assert str(study["institution"]).startswith("Institut technique du Golfe")


def test_an_academy_tells_a_birth_and_the_whole_time_of_the_course() -> None:
    document = pdf("""
        SAMPLE CARE ACADEMY
        This is to certify that Ms. Leila Sample, born on 28 August 1993, daughter of Omar Sample, has completed the
        Diploma in Caregiving
        from August 2016 to July 2017 in Pokhara
        Issued 15 September 2017
        Principal (signed)
    """)
    reading = education_certificate.read(document)
    assert facts(reading)["birth_date"] == "1993-08-28"
    (study,) = rows(reading, "education")
    assert (study["from"], study["to"]) == ("2016-08", "2017-07")


def test_the_births_of_two_persons_tell_none() -> None:
    document = pdf("""
        SAMPLE CARE ACADEMY
        We certify that Leila Sample, born on 28 August 1993, completed the Diploma in Caregiving on 3 May 2017.
        She is the daughter of Omar Sample, born on 4 May 1960.
        Principal (signed)
    """)
    assert "birth_date" not in facts(education_certificate.read(document))


@pytest.mark.parametrize(
    ("label", "equal"),
    [("Canadian equivalency", "Two-year college diploma"), ("Équivalence au Canada", "Bachelor's degree")],
)
def test_an_assessment_tells_what_an_award_equals(label: str, equal: str) -> None:
    document = pdf(f"""
        Maple Credential Assessments
        Educational Credential Assessment Report
        May 4, 2026

        Name                    Ana Prado
        Credential              Batumi State University, Bachelor of Tourism
        Years attended          2010 - 2014
        {label:<24}{equal}
        Authenticity            Transcripts were sent by the university
    """)
    (study,) = rows(education_certificate.read(document), "education")
    assert (study["institution"], study["level"]) == ("Batumi State University", equal)
    assert (study["from"], study["to"]) == ("2010", "2014")


def test_a_break_is_not_the_time_of_the_studies() -> None:
    reading = education_certificate.read(
        docx("""
        Harbour Lane College
        Office of the Registrar
        2 May 2026
        CONFIRMATION OF ENROLMENT
        This certifies that Rui Tavares is registered full-time in the Diploma in Baking since September 3, 2024.
        Scheduled breaks: 18 December 2025 - 5 January 2026.
    """)
    )
    assert all(row.get("to") != "2026-01-05" for row in rows(reading, "education"))


def test_a_driving_licence_is_no_certificate_of_studies() -> None:
    card = "REPUBLIC OF KENYA\nDRIVING LICENCE\nSurname: SAMPLE\nDate of birth: 02.07.1985\nDate of issue: 11.06.2020"
    assert recognise_paper(docx(card)) != "education-certificate"


def test_a_faculdade_stands_over_its_diploma() -> None:
    _, study = read(
        docx("""
        FACULDADE DO VALE DO SINOS
        DIPLOMA
        The Director confers the degree of BACHELOR IN NURSING on
        RITA MELO DUARTE
        Novo Hamburgo, May 4, 2014
    """)
    )
    assert study["institution"] == "FACULDADE DO VALE DO SINOS"


def test_the_day_on_which_a_degree_was_conferred() -> None:
    reading = education_certificate.read(
        docx("""
        UNIVERSITY OF THE NORTH
        This is to certify that
        ADA SAMPLE
        having completed the prescribed course has been admitted to the degree of Bachelor of Science in Chemistry
        with Second Class Honours on the 12th day of December 2012
        """)
    )
    assert facts(reading)["document_date"] == "2012-12-12"


@pytest.mark.parametrize(
    "text",
    [
        """
        Université du Fleuve
        CONFIRMATION D'INSCRIPTION
        La présente confirme que Abdou SOW est inscrit à temps plein à la maîtrise en biologie. Il a commencé le
        programme le 3 septembre 2025.
        Le registraire
        """,
        """
        MINISTÈRE DE LA FORMATION PROFESSIONNELLE
        CERTIFICAT DE QUALIFICATION PROFESSIONNELLE
        Le certificat, spécialité BOULANGERIE, est décerné à M. Paul NANA, candidat du Centre de formation de Foumban.
        """,
    ],
)
def test_an_enrolment_and_a_qualification_are_told_by_a_school(text: str) -> None:
    assert recognise_paper(docx(text)) == "education-certificate"


def test_a_title_that_has_the_word_university_is_no_school() -> None:
    reading = education_certificate.read(
        pdf("""
        INSTITUTO SUPERIOR DEL VALLE

        grants to
        ELENA RUIZ SOTO
        the title of
        Higher University Technician in Metalworking
        because she passed the studies of the programme, August 2012 - June 2015.

        Given in Cali, on the 2nd day of October 2015
    """)
    )
    (study,) = rows(reading, "education")
    assert study["institution"] == "INSTITUTO SUPERIOR DEL VALLE"
    assert study["level"] == "Higher University Technician in Metalworking"


def test_whom_a_jury_declares_admitted_and_not_the_centre() -> None:
    document = docx("""
        MINISTÈRE DE LA FORMATION PROFESSIONNELLE
        CENTRE DE FORMATION TECHNIQUE DE LOMÉ
        CERTIFICAT D'APTITUDE PROFESSIONNELLE
        Le jury déclare Mlle EXEMPLE Ida, née le 09-06-1990, admise au CAP, après deux ans de formation
         (octobre 2010 - juillet 2012).
        Fait à Lomé, le 20 septembre 2012
    """)
    assert facts(education_certificate.read(document))["full_name"] == "EXEMPLE Ida"


def test_a_statement_of_marks_names_its_institute_and_no_subject_for_the_award() -> None:
    reading = education_certificate.read(
        pdf("""
        GUJARAT TECHNICAL EXAMINATIONS BOARD
        DIPLOMA IN CERAMIC TECHNOLOGY
        Statement of marks, Sixth Semester, May 2009
        Institute: Morbi Polytechnic, Vadodara

        Subject               Max     Obtained
        Ceramic Engineering   100     71
        Quality Control       100     68
        Result: First Class     Date: 22/06/2009
    """)
    )
    (study,) = rows(reading, "education")
    assert (study["institution"], study["level"]) == ("Morbi Polytechnic", "DIPLOMA IN CERAMIC TECHNOLOGY")


@pytest.mark.parametrize(
    ("told", "school"),
    [
        (
            "having completed the course of study at Seti Nursing Campus and passed the examination held in July 2014",
            "Seti Nursing Campus (MAHAKALI UNIVERSITY)",
        ),
        (
            "a regular student of Bheri Science College, having passed the examination held in July 2014",
            "Bheri Science College (MAHAKALI UNIVERSITY)",
        ),
        ("having passed the examination held in July 2014", "MAHAKALI UNIVERSITY"),
    ],
)
def test_the_college_in_which_somebody_studied_for_a_universitys_degree(told: str, school: str) -> None:
    reading = education_certificate.read(
        pdf(f"""
        MAHAKALI UNIVERSITY
        Certifies that
        MAYA THAPA
        {told}
        is admitted to the degree of
        BACHELOR OF SCIENCE IN NURSING
        Convocation held at Dhangadhi, 9 December 2015
    """)
    )
    assert rows(reading, "education")[0]["institution"] == school


def test_a_diploma_given_to_somebody_who_graduated_from_a_full_course() -> None:
    document = docx("""
        REPUBLIC OF EXAMPLE
        DIPLOMA No. 004418
        This diploma is given to Ida Sample, daughter of Otar, that in 1996 she entered and in 2001 graduated from
          the full course of Akaki State University of Kutaisi with the speciality "History".
        By the decision of the State Commission of 25 June 2001 she is granted the qualification of historian.
        Rector (signed)
    """)
    assert recognise_paper(document) == "education-certificate"
    reading = education_certificate.read(document)
    assert facts(reading)["full_name"] == "Ida Sample"
    (study,) = rows(reading, "education")
    assert study["institution"] == "Akaki State University of Kutaisi"


def test_the_whole_name_and_number_of_a_school_that_somebody_completed() -> None:
    for school in ("Karaganda Polytechnic College", "Vocational School No. 17"):
        document = docx(f"""
            REPUBLIC OF EXAMPLE
            DIPLOMA OF SECONDARY VOCATIONAL EDUCATION
            This diploma is issued to Sample Ida Ivanovna in that in 2002 she entered {school} and in 2006 completed the
              full course in the speciality "Sewing". On 24 June 2006 she was awarded the qualification tailor.
            Almaty, 28 June 2006
        """)
        (study,) = rows(education_certificate.read(document), "education")
        assert study["institution"] == school


@pytest.mark.parametrize(
    "told",
    [
        "at the graduation ceremony held on 6th December, 2012",
        "at a convocation held at Njoro on 6 December 2012",
    ],
)
def test_a_diploma_of_the_day_of_the_ceremony(told: str) -> None:
    document = docx(f"""
        LAKESIDE MEDICAL TRAINING COLLEGE
        This is to certify that
        IDA SAMPLE
        having satisfied the examiners was awarded the
        DIPLOMA IN COMMUNITY HEALTH NURSING
        {told}
        Course duration: September 2008 – December 2011
        Principal (signed)
    """)
    assert facts(education_certificate.read(document))["document_date"] == "2012-12-06"
