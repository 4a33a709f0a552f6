"""Police certificates: labels, columns and sentences, in English and French; with and without an entry."""

import pytest

from consistency.extractors.extract import recognise_paper
from consistency.extractors.papers import police_certificate
from tests.extractors.papers.made import docx, facts, pdf


def test_names_in_columns_and_a_date_that_another_settles() -> None:
    document = pdf("""
        REPUBLIC OF THE PHILIPPINES
        NATIONAL BUREAU OF INVESTIGATION
        NBI CLEARANCE
        NBI ID NO.: D123ABC456-789
        FAMILY NAME            FIRST NAME            MIDDLE NAME
        DE LA CRUZ             MARIA THERESA         SANTOS
        ADDRESS: 12 Mabini Street, Quezon City
        DATE OF BIRTH: 25/04/1990        PLACE OF BIRTH: Manila
        CITIZENSHIP: FILIPINO            GENDER: FEMALE
        DATE ISSUED: 13/05/2026          VALID UNTIL: 13/05/2027
        REMARKS: NO RECORD ON FILE
    """)
    assert police_certificate.recognise(document) > 0.9
    assert facts(police_certificate.read(document)) == {
        "family_name": "DE LA CRUZ", "given_names": "MARIA THERESA", "birth_date": "1990-04-25",
        "citizenship": "PH", "document_date": "2026-05-13",
    }  # fmt: skip
    assert not list(police_certificate.adverse_entries(document))


def test_a_name_that_goes_on_in_its_cell() -> None:
    document = pdf(
        """
        POLICE CLEARANCE CERTIFICATE
        Ref No. 9920147/2026                     Date: 19/08/2026
        Name (En)            KARTHIKEYAN         Nationality    India
                             {below}
        Gender               Male                Birth Date     07/08/1991
        The person has no criminal record.
    """.replace("{below}", "SUBRAMANIAN")
    )
    assert facts(police_certificate.read(document))["full_name"] == "KARTHIKEYAN SUBRAMANIAN"


@pytest.mark.parametrize("below", ["12 Mill Road", "Tunis", "of Chennai", ""])
def test_what_stands_below_a_name_is_not_always_its_rest(below: str) -> None:
    document = pdf(f"""
        POLICE CLEARANCE CERTIFICATE
        Name                 KARTHIKEYAN         Nationality    India
                             {below}
        The person has no criminal record.
    """)
    assert facts(police_certificate.read(document))["full_name"] == "KARTHIKEYAN"


SENTENCES = {
    "Nous, soussigné, certifions que M. Hamza BENKIRANE, né le 8 février 1991 à Agadir, titulaire du passeport"
    " n° AB1234567, ne figure pas au fichier des condamnations.|Fait à Agadir, le 12 juin 2026": {
        "full_name": "Hamza BENKIRANE", "birth_date": "1991-02-08", "passport_number": "AB1234567",
        "document_date": "2026-06-12",
    },
    "Date: 02-Jan-2026|This is to certify that there is no adverse information against Mr. Gurpreet Singh"
    " Dhillon, S/o Balwinder Singh, holder of Indian Passport No. M1234567, issued at Jalandhar on 03/02/2019.": {
        "full_name": "Gurpreet Singh Dhillon", "passport_number": "M1234567", "document_date": "2026-01-02",
    },
    "We confirm that our records show that Wanjiru GRACE Mwangi, ID No. 12345678, Passport No. AK0123456, date of"
    " birth 3rd May 1991, has no criminal record.|Dated this 7th day of July 2026.": {
        "full_name": "Wanjiru GRACE Mwangi", "birth_date": "1991-05-03", "passport_number": "AK0123456",
        "document_date": "2026-07-07",
    },
}  # fmt: skip


@pytest.mark.parametrize("text", SENTENCES)
def test_what_sentences_tell(text: str) -> None:
    document = docx("Directorate of Police\nPOLICE CLEARANCE CERTIFICATE\n" + text.replace("|", "\n"))
    assert police_certificate.recognise(document) > 0.9
    assert facts(police_certificate.read(document)) == SENTENCES[text]
    assert not list(police_certificate.adverse_entries(document))


def test_an_extract_of_the_register_in_french() -> None:
    document = pdf("""
        Tribunal de Première Instance de Cotonou
        EXTRAIT DU CASIER JUDICIAIRE

        Nom :             DIALLO
        Prénoms :         Aïssatou Marie
        Né(e) le :        14/03/1993     à   Porto-Novo
        Nationalité :     Béninoise
        Condamnations :   NÉANT
        Délivré à Cotonou le 25/04/2026
    """)
    reading = police_certificate.read(document)
    assert facts(reading) == {
        "family_name": "DIALLO", "given_names": "Aïssatou Marie", "birth_date": "1993-03-14",
        "citizenship": "BJ", "document_date": "2026-04-25",
    }  # fmt: skip
    assert not list(police_certificate.adverse_entries(document))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Identity card No. 040199001122 issued on 10/05/2021|Ha Noi, 11 September 2026", "2026-09-11"),
        (
            "Issued to citizen Nino Beridze, date of birth 1991-03-08, who has no convictions.|Tbilisi, 5 May 2026",
            "2026-05-05",
        ),
        (
            "Nino Beridze, holder of passport 14AA22118, was issued this certificate on 5 May 2026.",
            "2026-05-05",
        ),
        (
            "Nino Beridze (passport 14AA22118). Issued at Tbilisi for visa purposes on 5 May 2026.",
            "2026-05-05",
        ),
        ("Nino Beridze    Date of birth    08.03.1991|Tbilisi, 05.05.2026", "2026-05-05"),
        ("Name            Date of birth|Nino Beridze    08.03.1991|Tbilisi, 05.05.2026", "2026-05-05"),
        ("Delivree au titulaire du passeport 14AA22118 emis le 3 mai 2020.|Fait le 5 mai 2026", "2026-05-05"),
        ("Law on Records of 17 June 2009|This document was created on 05.05.2026 14:22", "2026-05-05"),
        ("Law on Records of 17 June 2009|Document created 05.05.2026 14:22", "2026-05-05"),
        ("Nino Beridze, born 08.03.1991", None),
    ],
)
def test_the_day_of_the_certificate_is_no_other_day(text: str, day: str | None) -> None:
    document = pdf("CERTIFICATE OF CRIMINAL RECORD\n" + text.replace("|", "\n\n"))
    assert facts(police_certificate.read(document)).get("document_date") == day


def test_an_entry_is_quoted() -> None:
    document = docx("""
        Ministry of Internal Affairs
        Certificate of Criminal Record
        Issued on 5 March 2026
        According to the database, Kovalchuk Andrii Petrovych, born on 16.05.1988, passport FA123456, was
            convicted on 3 May 2014 and fined.
    """)
    said = facts(police_certificate.read(document))
    assert said["full_name"] == "Kovalchuk Andrii Petrovych"
    assert (said["birth_date"], said["document_date"]) == ("1988-05-16", "2026-03-05")
    entry = next(police_certificate.adverse_entries(document))
    assert entry.quote is not None
    assert "convicted on 3 May 2014" in entry.quote


def test_papers_that_mention_a_record_are_none() -> None:
    papers = (
        "Dear Visa Officer,|I have no criminal record and enclose a police certificate.|I am applying again.",
        "Work experience|Police officer, City Police, 2015 - 2019|Curriculum vitae",
        "IMM 5669 (11-2022) E|Have you ever been convicted of a crime?|Criminal record: No",
    )
    for paper in papers:
        assert police_certificate.recognise(docx(paper.replace("|", "\n"))) < 0.3, paper


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Se hace constar que AWA LINA OMAR, nacida el 3 de abril de 1990, no cuenta con antecedentes penales.",
            "AWA LINA OMAR",
        ),
        ("Mrs. Awa Omar, daughter of Sami, born on 3 April 1990, has no criminal record.", "Awa Omar"),
    ],
)
def test_of_whom_a_sentence_speaks(text: str, name: str) -> None:
    document = docx(f"MINISTRY OF JUSTICE\nCERTIFICATE OF NO CRIMINAL RECORD\n{text}\n4 May 2026")
    assert facts(police_certificate.read(document))["full_name"] == name


def test_a_surname_beside_forenames() -> None:
    document = pdf("""
        POLICE CERTIFICATE
        Surname:  OMAR           Forename(s): AWA LINA
        Date of birth: 3 April 1990
    """)
    found = facts(police_certificate.read(document))
    assert (found["family_name"], found["given_names"]) == ("OMAR", "AWA LINA")


def test_an_excerpt_on_criminal_records() -> None:
    document = pdf("""
        MINISTRY OF INTERNAL AFFAIRS
        EXCERPT FROM THE REGISTER OF CRIMINAL RECORDS
        Full name: Omar Awa Samivna
        Date of birth: 03.04.1990
        No information about a conviction has been found.
        Date: 20.01.2026
    """)
    assert police_certificate.recognise(document) >= 0.5


def test_a_certificate_of_criminal_status_with_a_case_that_was_closed() -> None:
    document = pdf("""
        MINISTRY OF INTERIOR – SHARJAH POLICE
        CRIMINAL STATUS CERTIFICATE
        Name: ANITA RAI      Nationality: Nepal      Date: 02/09/2026
        The above named was a party in case no. 77/2019 (breach of trust), which the Public Prosecution
        closed on 17/11/2019.
    """)
    assert police_certificate.recognise(document) > 0.7
    assert len(list(police_certificate.adverse_entries(document))) == 1


@pytest.mark.parametrize(
    ("text", "name", "day"),
    [
        (
            "FEDERAL POLICE COMMISSION\nForensic Department     Date 14/08/2026\nThis certificate has been "
            "issued to Mr. Hailu Sample, Ethiopian national, born at Dessie on June 16, 1986, bearing passport "
            "number EP7719034.\nNo record of a crime is held against him.",
            "Hailu Sample",
            "2026-08-14",
        ),
        (
            "Traduction\nParquet général\nAttestation relative aux antécédents pénaux\nNous certifions que la "
            "personne nommée IDA SAMPLE, née le 28 février 1990, y figure "
            "comme suit :\nenquête ouverte le 3 février 2015 pour vol ; "
            "affaire classée sans suite le 22 juin 2015.\nValable jusqu'au 1er mars 2027. Lyon, 21 septembre 2026.",
            "IDA SAMPLE",
            "2026-09-21",
        ),
        (
            "NATIONAL CRIMINAL REGISTER - INFORMATION OFFICE\nINFORMATION ABOUT A PERSON\nSurname: SAMPLE     "
            "First name: IDA\nDate of birth: 1984-03-08\nThe person is not listed in "
            "the Register.\nDate: 18 September 2026",
            "IDA SAMPLE",
            "2026-09-18",
        ),
    ],
)
def test_certificates_under_other_titles_or_none(text: str, name: str, day: str) -> None:
    document = pdf(text)
    assert police_certificate.recognise(document) >= 0.5
    found = facts(police_certificate.read(document))
    assert (found.get("full_name") or f"{found['given_names']} {found['family_name']}") == name
    assert found["document_date"] == day


def test_the_days_of_convictions_in_a_table_are_not_that_of_the_extract() -> None:
    document = pdf("""
        CASIER JUDICIAIRE NATIONAL
        Bulletin n° 3
        Concernant : SAMPLE Ida, née le 21/08/1988 à Lyon
        Date           Juridiction        Nature de l'infraction    Peine
        14/03/2012     TGI de Lyon        Vol simple                Amende 300 euros

        Nantes, le 22 septembre 2026
    """)
    assert facts(police_certificate.read(document))["document_date"] == "2026-09-22"


def test_the_report_of_a_lost_passport_is_none() -> None:
    text = "KENYA POLICE SERVICE\nPolice abstract\nMs. Ida Sample reported the loss of her passport. "
    "No record is held."
    assert recognise_paper(docx(text)) != "police-certificate"


def test_the_day_behind_the_town_before_whoever_signs() -> None:
    document = docx("""
        Tribunal de première instance de Foumban
        EXTRAIT DU CASIER JUDICIAIRE (BULLETIN No 3)
        Nom et prénoms : NJOYA Ibrahim
        Né le 7 mars 1991 à Koutaba
        Condamnations : NÉANT
        Foumban, le 6 mai 2025 – Le greffier en chef
    """)
    assert facts(police_certificate.read(document))["document_date"] == "2025-05-06"


def test_a_second_name_behind_the_family_name_ends_it() -> None:
    found = facts(
        police_certificate.read(
            docx("""
        MINISTÈRE DE LA JUSTICE
        EXTRAIT DE CASIER JUDICIAIRE
        Nom : ILUNGA  Post-nom : KALALA  Prénom : Pascal
        Condamnations : néant
        Délivré à Kinshasa, le 12 octobre 2025
    """)
        )
    )
    assert (found["family_name"], found["given_names"]) == ("ILUNGA", "Pascal")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "CRIMINAL CHECK CERTIFICATE\nThe fingerprints of Ida SAMPLE, born at Aba on 17 April 1988, have "
            "been searched, and that there is nothing recorded to her prejudice.",
            "Ida SAMPLE",
        ),
        (
            "CRIMINAL SEARCH\nDetails of the person named Ida Sample, born on 17 April 1988, have been searched "
            "against our criminal records. No record was found.",
            "Ida Sample",
        ),
        (
            "SÛRETÉ NATIONALE\nLes empreintes digitales de la nommée EXEMPLE Ida, née le 17 avril "
            "1988, sont comparées "
            "au fichier central. Rien de défavorable.",
            "EXEMPLE Ida",
        ),
    ],
)
def test_whose_prints_were_searched(text: str, name: str) -> None:
    document = docx(f"POLICE SERVICE\n{text}\n10 September 2026")
    assert recognise_paper(document) == "police-certificate"
    found = facts(police_certificate.read(document))
    assert (found["full_name"], found["birth_date"]) == (name, "1988-04-17")


@pytest.mark.parametrize(
    "line",
    [
        "No. 1405/20/11874    Date: 1405/06/11 (2 September 2026)",
        "No. 20/11874 Date: 2 September 2026",
        "Date: 11/06/1405 corresponding to 2 September 2026",
    ],
)
def test_its_day_stands_behind_a_number_or_another_calendar(line: str) -> None:
    text = f"POLICE OF IRAN\nCERTIFICATE OF NO CRIMINAL RECORD\n{line}\nIda Sample has no criminal record."
    assert facts(police_certificate.read(docx(text)))["document_date"] == "2026-09-02"


@pytest.mark.parametrize(
    "end",
    [
        "Vu au parquet, Thiès, le 12 octobre 2026. Le greffier en chef",
        "Pour extrait conforme. Thiès, le 12 octobre 2026",
        "Certified true. Accra, the 12 October 2026. The registrar",
    ],
)
def test_its_day_stands_behind_a_town_within_the_last_line(end: str) -> None:
    text = f"CASIER JUDICIAIRE\nCONCERNANT : Ida Exemple\nNée à Thiès, le 9 juin 1990\nCondamnations : NÉANT\n{end}"
    found = facts(police_certificate.read(docx(text)))
    assert (found["document_date"], found["birth_date"]) == ("2026-10-12", "1990-06-09")


def test_the_clearance_of_a_bureau_of_investigation() -> None:
    document = docx("""
        Republic of the Philippines – Department of Justice
        NATIONAL BUREAU OF INVESTIGATION – CLEARANCE
        FAMILY NAME: SAMPLE FIRST NAME: IDA MIDDLE NAME: REYES
        DATE OF BIRTH: JULY 03, 1987 PLACE OF BIRTH: BAYAWAN
        REMARKS: NO DEROGATORY RECORD
        DATE ISSUED: SEPTEMBER 9, 2026
    """)
    assert recognise_paper(document) == "police-certificate"


@pytest.mark.parametrize(
    "last",
    [
        "7 September 2026   Chief of the Suncheon Jungbu Police Station",
        "September 7, 2026 The Commissioner of Police, Port Sample",
    ],
)
def test_the_day_before_the_office_that_issues(last: str) -> None:
    reading = police_certificate.read(
        docx(f"""
    Reply on criminal records
    Applicant: Kang Jiwoo, born 28 March 1990
    Result of inquiry: no record found
    {last}
    """)
    )
    assert facts(reading)["document_date"] == "2026-09-07"


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("We certify that SAMPLE QUISPE, IDA ROSA, DNI 461182, born in Puno, San Román, on 17/02/1991, has no record.",
         "SAMPLE QUISPE, IDA ROSA"),
        ("We certify that Ida Rosa Sample, place and date of birth: Puno 17/02/1991, has no record.",
         "Ida Rosa Sample"),
        ("T.R. ID: 118 / Mother: ANA / Birth: PUNO 17/02/1991 - has no record", None),
    ],
)  # fmt: skip
def test_names_and_births_behind_commas_and_towns(told: str, name: str | None) -> None:
    found = facts(
        police_certificate.read(docx(f"CERTIFICATE OF CRIMINAL RECORD\n{told}\nLima, 21 October 2026."))
    )
    assert (found.get("full_name"), found["birth_date"]) == (name, "1991-02-17")


@pytest.mark.parametrize(
    "found", ["has not been convicted and is not wanted", "has never been prosecuted or convicted"]
)
def test_a_certificate_of_a_ministry_of_internal_affairs(found: str) -> None:
    document = docx(f"""
    MINISTRY OF INTERNAL AFFAIRS OF GEORGIA
    CERTIFICATE
    16/09/2026
    On the basis of our data, citizen of Georgia Sample Ida (born 27/03/1985) {found}.
    """)
    assert recognise_paper(document) == "police-certificate"


def test_a_conviction_of_theft_is_no_report_of_one() -> None:
    document = docx("""
    MINISTRY OF INTERNAL AFFAIRS OF GEORGIA
    CERTIFICATE
    16/09/2026
    Citizen of Georgia Sample Ida (born 27/03/1985) was convicted on 12/03/2009 under Article 177 (theft), fined.
    """)
    assert recognise_paper(document) == "police-certificate"
    assert [*police_certificate.adverse_entries(document)]


def test_letters_of_a_state_before_the_number_of_an_identity_card_are_no_names() -> None:
    reading = police_certificate.read(
        docx("""
    CERTIFICATE OF CRIMINAL RECORD
    We certify that IDA SAMPLE, T.R. ID 48118220574, has no record.
    Mersin, 2 November 2026
    """)
    )
    assert facts(reading)["full_name"] == "IDA SAMPLE"


def test_a_nationality_behind_a_name_in_capitals() -> None:
    reading = police_certificate.read(
        docx(
            "ROYAL OMAN POLICE\nCertificate of Good Conduct\nDate: 06/10/2025\nIt is certified that "
            "ANU MATHEW, Indian, "
            "passport AB117721, has no previous convictions."
        )
    )
    assert facts(reading)["full_name"] == "ANU MATHEW"


def test_an_extract_with_name_and_birth_on_one_line_and_its_town() -> None:
    reading = police_certificate.read(
        docx("""
    SPF JUSTICE – Casier judiciaire central
    EXTRAIT DE CASIER JUDICIAIRE (art. 595)
    Nom : EXEMPLE   Prénoms : Ida-Maria   Lieu et date de naissance : Orhei (Moldavie), 11/06/1990
    Condamnations : NÉANT
    Délivré à Bruxelles le 22/09/2026
    """)
    )
    found = facts(reading)
    assert "Bruxelles" not in found.values()
    assert (found["birth_date"], found["document_date"]) == ("1990-06-11", "2026-09-22")
