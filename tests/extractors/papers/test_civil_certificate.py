"""Certificates of marriage, birth and divorce, from several registries."""

import pytest

from consistency.extractors.extract import recognise_paper
from consistency.extractors.papers import civil_certificate
from consistency.model import Document, FamilyMember, Relationship
from consistency.normalizer.dates import PartialDate
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
    "labels with age and condition behind the names": pdf("""
        REPUBLIC OF GHANA
        CERTIFICATE OF MARRIAGE
        Date of marriage          2 June 2018
        Name of husband           Harjit Sidhu, 24 years, bachelor
        Name of wife              Manjit Grewal, spinster, aged 23
        Certified copy issued on 30 June 2026
        Registrar of Marriages (signed)
    """),
    "two spouses, and the name that one of them took": docx("""
        REGISTRO CIVIL
        CERTIDÃO DE CASAMENTO / MARRIAGE CERTIFICATE
        Spouses: HARJIT SIDHU, born 11/07/1994 in Salvador/BA, and MANJIT GREWAL, who took the name MANJIT GREWAL
            SIDHU, born 02/03/1995
        Date of the registration of the marriage: 02/06/2018
        Salvador, issued 30/06/2026
    """),
    "a French act in one sentence": docx("""
        COMMUNE D'AGADIR
        EXTRAIT D'ACTE DE MARIAGE
        Le samedi, soit le 2 juin 2018, devant nous, officier, ont comparu : Harjit Sidhu,
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
    "a French act with the parents of both": docx("""
        Commune de Cocody
        EXTRAIT D'ACTE DE MARIAGE
        Le deux juin deux mille dix-huit a été célébré devant nous le mariage de SIDHU Harjit, né le 11 juillet
            1994 à Agadir, fils de Sidhu Omar et de Masri Hoda, et de GREWAL Manjit, née le 2 mars 1995 à Fès,
            fille de Grewal Issa et de Gill Awa.
        Délivré à Cocody, le 30 juin 2026
    """),
    "a French act of two who appeared": docx("""
        ACTE DE MARIAGE
        Commune de Lyon 3e
        Le deux juin deux mille dix-huit, à quinze heures, devant Nous ont comparu publiquement en la maison
            commune : Harjit SIDHU, ingénieur, né à Dijon le 11 juillet 1994, fils de Omar SIDHU, et Manjit
            GREWAL, née à Nantes le 2 mars 1995, fille de Luc GREWAL. Ils ont déclaré se prendre l'un l'autre
            pour époux.
        Copie délivrée le 30 juin 2026
    """),
    "labels within a sentence": docx("""
        GOVERNMENT OF PUNJAB
        Certificate of Marriage
        Certified that Marriage between Name of husband Harjit Sidhu Date of birth 05.02.1990 S/o Balwinder
            Sidhu resident of Moga and Name of wife Manjit Grewal Date of birth 11.09.1993 D/o Jagtar Grewal
            was solemnised on 2nd of June 2018 at Moga.
        Issued on 30 June 2026
    """),
    "citizens": docx("""
        MARRIAGE CERTIFICATE
        Citizen SIDHU Harjit, born on April 11, 1986 in the city of Nikopol,
            and citizen GREWAL Manjit, born on December 30, 1989 in the city of Dnipro,
            on June 2, 2018 entered into marriage, whereof in the Register of Marriages record No. 1140 was made.
        Date of issue: June 30, 2026
    """),
    "a contract before notaries": docx("""
        Royaume du Maroc
        ACTE DE MARIAGE
        Le samedi 14 chaabane 1439 correspondant au 2 juin 2018 à onze heures, les deux adouls soussignés ont reçu
            l'acte suivant : Monsieur Harjit SIDHU, fils de Mohammed ben Driss et de Fatima Alaoui, né à Fès le 3
            novembre 1986, a épousé Mademoiselle Manjit GREWAL, fille de Larbi et de Khadija, née à Meknès le 20
            février 1989.
        Fait à Fès, le 30 juin 2026
    """),
    "contrayentes": docx("""
        ACTA DE MATRIMONIO
        Registro Civil de Guadalajara, Jalisco
        Contrayentes: HARJIT SIDHU y MANJIT GREWAL
        Fecha de registro: 2 de junio de 2018
        Fecha de expedición: 30/06/2026
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


ACTS = (
    "L'an mil neuf cent quatre-vingt-dix et le trois mars est né à Thiès l'enfant Omar FALL de sexe masculin, "
    "fils de Modou FALL né en 1960 et de Astou NDIAYE née en 1965.",
    "Le trois mars mil neuf cent quatre-vingt-dix, à dix heures, est né à Thiès : Omar FALL, fils de Modou "
    "FALL, né à Louga le 5 mai 1960, et de Astou NDIAYE.",
    "Omar FALL, fils de Modou FALL et de Astou NDIAYE, est né à Thiès le 3 mars 1990.",
    "This is to certify that Omar FALL, son of Modou FALL and Astou NDIAYE, was born at Thiès on the third day of "
    "March 1990.",
)


@pytest.mark.parametrize("act", ACTS)
def test_an_act_in_a_sentence_tells_of_the_child_and_not_of_its_parents(act: str) -> None:
    document = docx(f"EXTRAIT D'ACTE DE NAISSANCE\nMairie de Thiès\n{act}\nDélivré le 3 juin 2026")
    reading = civil_certificate.read(document)
    assert facts(reading) == {"document_date": "2026-06-03"}
    assert rows(reading, "family_member") == [
        {
            "relation": "child",
            "name": "Omar FALL",
            "birth_date": PartialDate(1990, 3, 3),
            "city": "Thiès",
            "country": "SN",
        }
    ]
    assert {role: reading.records[0].cells[role].quote for role in ("father", "mother")} == {
        "father": "Modou FALL",
        "mother": "Astou NDIAYE",
    }


def test_a_child_with_two_family_names_in_columns() -> None:
    paper = pdf("""
        ACTA DE NACIMIENTO
        Nombre(s)             Primer apellido      Segundo apellido
        ARIANA                OLVERA               CASTAÑEDA
        Sexo                  Fecha de nacimiento  Lugar de nacimiento
        MUJER                 15/05/2018           LEÓN, GUANAJUATO

        Fecha de certificación: 02/06/2026
    """)
    reading = civil_certificate.read(paper)
    assert civil_certificate.recognise(paper) >= 0.5
    assert facts(reading) == {"document_date": "2026-06-02"}
    assert [row["name"] for row in rows(reading, "family_member")] == ["ARIANA OLVERA CASTAÑEDA"]


def test_a_birth_that_is_told_by_two_calendars() -> None:
    table = pdf("""
        Vital Events Registration Agency
        CERTIFICATE OF BIRTH
        1. Name of the child             Awa
        2. Father's name                 Omar
        3. Grand father's name           Wolde
        4. Date of birth                 12/07/1985 E.C. (21/03/1993 G.C.)
        5. Mother's full name            Lina Sample
        6. Date of registration          04/11/2011 E.C.
        7. Date of certificate issuance  05/11/2011 E.C. / 12 July 2019 G.C.
    """)
    sentence = docx("""
        CERTIFICATE OF BIRTH
        This is to certify that Awa Omar was born on 12/07/1985 E.C. (21/03/1993 G.C.) at Dessie.
        Issued on 5 November 2011 E.C. (12 July 2019 G.C.)
    """)
    for document in (table, sentence):
        reading = civil_certificate.read(document)
        assert facts(reading) == {"document_date": "2019-07-12"}
        assert str(rows(reading, "family_member")[0]["birth_date"]) == "1993-03-21"


def test_a_parent_s_year_of_birth_is_not_the_child_s() -> None:
    act = "Est née à Thiès l'enfant Awa FALL, fille de Modou FALL né en 1960 et de Astou NDIAYE née en 1965."
    (child,) = rows(civil_certificate.read(docx(f"ACTE DE NAISSANCE\n{act}")), "family_member")
    assert (child["name"], child.get("birth_date")) == ("Awa FALL", None)


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


def test_a_divorce_that_its_registration_makes() -> None:
    document = pdf("""
        DIVORCE CERTIFICATE
        Certificate holder      LÜ Xiaoyan
        Date of registration    March 11, 2021
        Name: LÜ Xiaoyan              Sex: Female
        Date of birth: October 15, 1987
        Name: WANG Lei                Sex: Male
        Date of birth: January 8, 1985
        Registration authority: Civil Affairs Bureau
    """)
    assert civil_certificate.recognise(document) >= 0.5
    assert rows(civil_certificate.read(document), "relationship") == [
        {"relation": "previous-spouse", "name": "WANG Lei", "to": "2021-03-11"}
    ]


NOTARISED = """
    NOTARIAL CERTIFICATE
    Applicant: Lü Xiaoyan, female, born on October 15, 1987.
    This is to certify that Lü Xiaoyan, female, was born in Qingdao, Shandong Province on October 15, 1987. Lü
        Xiaoyan's father is Lü Jianguo (born on October 1, 1958) and Lü Xiaoyan's mother is Zhang Guifang.
    August 11, 2026
"""
TRANSLATED = """
    BIRTH CERTIFICATE
    Citizen Lü Xiaoyan
        was born on October 15, 1987
    Place of birth: city Qingdao, China
    Father: Lü Jianguo, nationality Chinese
    Mother: Zhang Guifang, nationality Chinese
    Date of issue: August 11, 2026
"""


@pytest.mark.parametrize("text", [NOTARISED, TRANSLATED])
def test_births_of_notaries_and_of_translators(text: str) -> None:
    document = docx(text)
    reading = civil_certificate.read(document)
    assert civil_certificate.recognise(document) >= 0.5
    assert facts(reading) == {"document_date": "2026-08-11"}
    (child,) = rows(reading, "family_member")
    assert (child["name"], str(child["birth_date"]), child["city"]) == ("Lü Xiaoyan", "1987-10-15", "Qingdao")
    told = {
        role: cell.quote for role, cell in reading.records[0].cells.items() if role in ("father", "mother")
    }
    assert told == {"father": "Lü Jianguo", "mother": "Zhang Guifang"}


def test_other_certificates_of_notaries_are_none() -> None:
    assert civil_certificate.recognise(docx("NOTARIAL CERTIFICATE\nThis copy is true to the original.")) < 0.3


DEATHS = {
    "labels": pdf("""
        ACTE DE DÉCÈS / DEATH CERTIFICATE
        Nom du défunt / Name of deceased    MBARGA
        Prénoms / Given names               Jean Paul
        Né le / Born on                     11 février 1979
        Décédé le / Deceased on             treize octobre deux mille dix-huit (13/10/2018)
        Situation matrimoniale              Marié à NGO BIYONG Marie Claire
        Délivré le                          22 octobre 2018
    """),
    "a sentence": docx("""
        EXTRAIT D'ACTE DE DÉCÈS
        Nous certifions que Jean Paul MBARGA, né le 11 février 1979 à Mbalmayo, est décédé le 13 octobre 2018.
        Marié à : NGO BIYONG Marie Claire
        Délivré le 22 octobre 2018
    """),
}


@pytest.mark.parametrize("layout", DEATHS)
def test_deaths(layout: str) -> None:
    document = DEATHS[layout]
    reading = civil_certificate.read(document)
    assert civil_certificate.recognise(document) >= 0.5
    assert facts(reading) == {"document_date": "2018-10-22"}
    assert rows(reading, "family_member") == [
        {"name": "Jean Paul MBARGA", "birth_date": PartialDate(1979, 2, 11), "address": "Deceased"}
    ]
    if layout == "a sentence":
        assert rows(reading, "relationship") == [
            {"relation": "previous-spouse", "name": "Jean Paul MBARGA", "to": "2018-10-13"}
        ]


def test_all_marriages_of_one_person() -> None:
    document = docx("""
        ADVISORY ON MARRIAGES
        This is to certify that as of 11 August 2026, the records show that ROSE ANN SANTIAGO, born on
            September 9, 1990, appears to have contracted marriage with: RAMIL GARCIA TORRES on March 3, 2012
            at Lipa City (Registry No. 2012-331) and MARLON DELA CRUZ on February 20, 2016 at Lipa City.
        Philippine Statistics Authority
    """)
    reading = civil_certificate.read(document)
    assert facts(reading)["marriage_date"] == "2016-02-20"
    assert rows(reading, "relationship") == [
        {"relation": "previous-spouse", "name": "RAMIL GARCIA TORRES", "from": "2012-03-03"},
        {"relation": "spouse", "name": "MARLON DELA CRUZ", "from": "2016-02-20"},
    ]
    assert {record.cells["other"].quote for record in reading.records} == {"ROSE ANN SANTIAGO"}


IN_COLUMNS = pdf("""
    MARRIAGE CERTIFICATE
    Full name of wife: Manjit Grewal     Full name of husband: Harjit Sidhu
    Date of birth: 02/03/1995            Date of birth: 19/07/1991
    This certificate takes effect from the date of registration: 05 January 2020.
""")


@pytest.mark.parametrize(
    ("document", "births"),
    [
        (IN_COLUMNS, ("02/03/1995", "19/07/1991")),
        (MARRIAGES["a French act with the parents of both"], ("2 mars 1995", "11 juillet 1994")),
        (MARRIAGES["citizens"], ("December 30, 1989", "April 11, 1986")),
        (MARRIAGES["an English sentence"], (None, None)),
    ],
)
def test_the_births_of_the_spouses(document: Document, births: tuple[str | None, str | None]) -> None:
    (marriage,) = civil_certificate.read(document).records
    known = {"Manjit": births[0], "Harjit": births[1]}
    for name, cell in (("name", "born"), ("other", "other_born")):
        first = next(word for word in known if word in (marriage.cells[name].quote or ""))
        assert (marriage.cells[cell].quote if cell in marriage.cells else None) == known[first]


def test_a_marriage_whose_entry_makes_it() -> None:
    assert facts(civil_certificate.read(IN_COLUMNS))["marriage_date"] == "2020-01-05"


def test_the_day_of_a_decree_is_no_wedding_day() -> None:
    document = docx("""
        FAMILY COURT AT LEEDS
        CERTIFICATE OF MAKING DECREE NISI ABSOLUTE (DIVORCE)
        Between Amina Yusuf, Petitioner, and Bilal Yusuf, Respondent. Referring to the decree made in this cause on
            the 4th day of March 2020, whereby it was decreed that the marriage solemnised on the 9th day of July
            2011 at Lahore be dissolved, the said decree was on the 21st day of April 2020 made final and absolute.
    """)
    (marriage,) = rows(civil_certificate.read(document), "relationship")
    assert (marriage["from"], marriage["to"]) == ("2011-07-09", "2020-04-21")


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


def test_who_belongs_to_a_household() -> None:
    document = pdf("""
        REPUBLIC OF NOWHERE
        HOUSEHOLD MEMBERS CERTIFICATE
        Dated: 11/02/2026

        No  Name             Relation   Date of birth   Remarks
        1   Awa Omar         Self       03/04/1990
        2   Late Ben Omar    Father     15/08/1961      deceased
        3   Cyra Omar        Daughter   21/09/2018
        4   Dina Guest       Tenant     21/09/1988
    """)
    reading = civil_certificate.read(document)
    assert civil_certificate.recognise(document) >= 0.5
    assert facts(reading) == {"document_date": "2026-02-11"}
    told = [
        (row["name"], row.get("relation"), str(row["birth_date"])) for row in rows(reading, "family_member")
    ]
    assert told == [
        ("Awa Omar", None, "1990-04-03"),
        ("Ben Omar", "father", "1961-08-15"),
        ("Cyra Omar", "child", "2018-09-21"),
    ]


@pytest.mark.parametrize(
    "title",
    ["FICHE FAMILIALE D'ÉTAT CIVIL", "Certificat de composition de famille", "Household Register (Hukou)"],
)
def test_a_title_alone_makes_no_family(title: str) -> None:
    document = docx(f"{title}\nThe applicant lives at 12 Sample Street.\nDate of issue: 4 May 2026")
    assert civil_certificate.recognise(document) < 0.5


def test_a_notary_certifies_kinship() -> None:
    document = docx("""
        NOTARIAL CERTIFICATE
        Item: kinship
        Applicant: Awa Omar
        It is certified that the applicant has the following relatives:
        Mother: Lina Sample, female, born on 1 June 1964
        Husband: Karim Model, male, born on 12 November 1988
        4 May 2026
    """)
    reading = civil_certificate.read(document)
    assert civil_certificate.recognise(document) >= 0.5
    told = [(row["name"], row["relation"], str(row["birth_date"])) for row in rows(reading, "family_member")]
    assert told == [("Lina Sample", "mother", "1964-06-01"), ("Karim Model", "spouse", "1988-11-12")]


def test_the_booklet_of_a_family() -> None:
    document = docx("""
        RÉPUBLIQUE DE NULLE PART
        LIVRET DE FAMILLE
        L'ÉPOUX
        Nom : MODEL
        Prénoms : Karim
        Né le : 12/11/1988
        L'ÉPOUSE
        Nom : SAMPLE
        Prénoms : Noor
        Née le : 17/05/1990
        Mariage célébré à Sfax le trois septembre deux mille seize
        1er ENFANT
        Prénoms : Lina
        Née le : 30/08/2017 à Sfax
        2e ENFANT
        Prénoms : Sami
        Né le : 14/02/2020 à Sfax
        Délivré à Sfax, le 4 mars 2020
    """)
    reading = civil_certificate.read(document)
    assert civil_certificate.recognise(document) >= 0.5
    assert facts(reading) == {"document_date": "2020-03-04"}
    told = [(row["name"], row["relation"], str(row["birth_date"])) for row in rows(reading, "family_member")]
    assert told == [
        ("Karim MODEL", "spouse", "1988-11-12"),
        ("Noor SAMPLE", "spouse", "1990-05-17"),
        ("Lina MODEL", "child", "2017-08-30"),
        ("Sami MODEL", "child", "2020-02-14"),
    ]
    (marriage,) = rows(reading, "relationship")
    assert (marriage["name"], marriage["from"]) == ("Noor SAMPLE", "2016-09-03")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (
            "CERTIFICATE OF NO MARRIAGE\nIt is certified that Awa Omar, born on 3 April 1990, was never married.",
            "single",
        ),
        (
            "ATTESTATION DE CÉLIBAT\nNous certifions que la nommée Awa Omar, née le 3 avril 1990, est célibataire.",
            "single",
        ),
        (
            "AFFIDAVIT OF SINGLE STATUS\nI, Awa Omar, born on 3 April 1990, swear that I am unmarried.",
            "single",
        ),
        (
            "CERTIFICATE OF FREEDOM TO MARRY\nIt is certified that Awa Omar, born on 3 April 1990, is unmarried: "
            "the marriage with Ben Former ended in divorce.",
            None,
        ),
        (
            "CERTIFICATE OF MARITAL STATUS\nIt is certified that Awa Omar, born on 3 April 1990, is married.",
            None,
        ),
    ],
)
def test_who_never_was_married(text: str, status: str | None) -> None:
    document = docx(f"{text}\nIssued on 4 May 2026")
    found = facts(civil_certificate.read(document))
    assert found.get("marital_status") == status
    assert found["document_date"] == "2026-05-04"
    assert (civil_certificate.recognise(document) >= 0.5) == (status is not None)
    if status:
        assert (found["full_name"], found["birth_date"]) == ("Awa Omar", "1990-04-03")


def test_the_parties_of_a_decree_stand_apart() -> None:
    document = docx("""
        IN THE FAMILY COURT AT NOWHERE
        Awa Omar ..... Plaintiff
        versus
        Ben Former ..... Defendant
        DECREE OF DIVORCE
        The marriage that the parties solemnised on 2 June 2012 is hereby dissolved with effect from 4 April 2019.
        Given under the seal of this court on 9 April 2019.
    """)
    reading = civil_certificate.read(document)
    assert civil_certificate.recognise(document) >= 0.5
    (union,) = rows(reading, "relationship")
    assert (union["relation"], union["name"], union["from"], union["to"]) == (
        "previous-spouse", "Ben Former", "2012-06-02", "2019-04-04",
    )  # fmt: skip


def test_an_act_names_the_place_just_before_the_child() -> None:
    document = docx("""
        EXTRAIT DU REGISTRE DES ACTES DE NAISSANCE
        L'an deux mille dix-sept, le trente août, est née à Sfax Lina MODEL, de sexe féminin, fille de Karim MODEL
         et de Noor SAMPLE.
        Délivré le 4 mars 2020
    """)
    (child,) = rows(civil_certificate.read(document), "family_member")
    assert civil_certificate.recognise(document) >= 0.5
    assert (child["name"], child["city"], str(child["birth_date"])) == ("Lina MODEL", "Sfax", "2017-08-30")


FAMILIES = {
    "categories and parts of names in columns": pdf("""
        CERTIFICATE OF FAMILY RELATIONS
        Category     Surname   Name     Father's name   Date of birth    Order
        Principal    OMAR      Awa      Sami            April 3, 1990    1
        Spouse       MODEL     Karim    Hedi            May 4, 1988      2
        Child        MODEL     Lina     Karim           June 5, 2017     3
        Issued on: February 3, 2026
    """),
    "a status beside each name": docx("""
        HOUSE REGISTRATION BOOK
        Name: Mrs. Awa OMAR | Status: Householder | Date of birth: 3 April B.E. 2533 (1990)
        Name: Mr. Karim MODEL | Status: Husband | Date of birth: 4 May B.E. 2531 (1988)
        Name: Miss Lina MODEL | Status: Daughter | Date of birth: 5 June B.E. 2560 (2017)
        Issued on 3 February 2026
    """),
    "a household as a state's office lists it": docx("""
        FAMILY REGISTRATION CERTIFICATE
        Name | Relationship with household head | Date of birth
        Awa OMAR | Household head | 03-04-1990
        Karim MODEL | Husband | 04-05-1988
        Lina MODEL | Daughter | 05-06-2017
        Date of issue: 03-02-2026
    """),
}


@pytest.mark.parametrize("document", FAMILIES.values(), ids=FAMILIES.keys())
def test_families_of_several_registries(document: Document) -> None:
    reading = civil_certificate.read(document)
    assert civil_certificate.recognise(document) >= 0.5
    assert reading.as_of.date is not None
    assert reading.as_of.date.year == 2026
    told = [
        (row["name"], row.get("relation"), row.get("kinship"), str(row["birth_date"])[:4])
        for row in rows(reading, "family_member")
    ]
    assert told == [
        ("Awa OMAR", None, "self", "1990"),
        ("Karim MODEL", "spouse", None, "1988"),
        ("Lina MODEL", "child", None, "2017"),
    ]


def test_a_line_tells_of_the_spouse_and_the_marriage() -> None:
    document = docx("""
        LIBRO DE FAMILIA
        Name: Awa Omar
        Father's name: Sami
        Husband: Karim Model, married on 2 September 2016
        Child 1: Lina Model, born on 5 June 2017
        Issued on 3 February 2026
    """)
    reading = civil_certificate.read(document)
    (marriage,) = rows(reading, "relationship")
    assert (marriage["name"], marriage["from"]) == ("Karim Model", "2016-09-02")
    assert facts(reading) == {"document_date": "2026-02-03"}


def test_the_indices_of_a_registry_hold_no_marriage() -> None:
    document = docx("""
        CERTIFICATE OF NO MARRIAGE
        4 May 2026
        This is to certify that according to the records, AWA LINA OMAR who was born on April 3, 1990 does not
         appear in our National Index of Marriages.
    """)
    assert facts(civil_certificate.read(document)) == {
        "document_date": "2026-05-04",
        "full_name": "AWA LINA OMAR",
        "birth_date": "1990-04-03",
        "marital_status": "single",
    }


def test_a_certificate_without_a_day_of_issue_is_as_old_as_its_entry() -> None:
    document = docx("""
        MARRIAGE CERTIFICATE
        Registration date: 20 September 2017
        Name: Karim Model | Date of birth: 1 December 1988
        Name: Awa Omar | Date of birth: 3 April 1990
    """)
    reading = civil_certificate.read(document)
    assert reading.as_of.date is not None
    assert reading.as_of.date.iso == "2017-09-20"
    assert facts(reading) == {"marriage_date": "2017-09-20"}


@pytest.mark.parametrize(
    "text",
    [
        "Awa Omar\nFamily members\nFather: Sami Omar\nMother: Lina Sample\nSkills\nHobbies: chess",
        "My family members\nDear friend,\nFather: Sami Omar\nMother: Lina Sample\nSincerely,\nAwa",
        "Household members\nI live with my husband.\nHusband: Karim Model\nSon: Sami Model",
    ],
)
def test_who_writes_of_the_own_family_is_no_registry(text: str) -> None:
    assert civil_certificate.recognise(docx(text)) < 0.5


def test_a_title_is_no_part_of_the_name_below_it() -> None:
    document = pdf("""
        REPUBLIC OF NOWHERE
        BIRTH CERTIFICATE
        Omar Lina Samivna
        born on 05.06.2017 (fifth of June two thousand seventeen)
        Place of birth: town of Sfax
        Father: Omar Sami Hediovych
        Date of issue: 12.06.2017
    """)
    (child,) = rows(civil_certificate.read(document), "family_member")
    assert (child["name"], str(child["birth_date"])) == ("Omar Lina Samivna", "2017-06-05")


def test_labels_ask_for_surname_name_and_patronymic() -> None:
    document = pdf("""
        CERTIFICATE OF MARRIAGE
        Husband's surname, name, patronymic: Model Karim Hediovych
        Wife's surname, name, patronymic: Omar Awa Samivna
        concluded marriage on 2 September 2016
        Surname after marriage: husband Model, wife Model
        Date of issue: 2 September 2016
    """)
    reading = civil_certificate.read(document)
    (marriage,) = rows(reading, "relationship")
    assert civil_certificate.recognise(document) >= 0.5
    assert (marriage["name"], marriage["from"]) == ("Omar Awa Samivna", "2016-09-02")


def test_a_citizen_died() -> None:
    document = pdf("""
        DEATH CERTIFICATE
        Citizen: Omar Sami Hediovych
        died on 12 February 2019 at the age of 59
        Date of issue: 14.02.2019
    """)
    (dead,) = rows(civil_certificate.read(document), "family_member")
    assert civil_certificate.recognise(document) >= 0.5
    assert dead["name"] == "Omar Sami Hediovych"


def test_a_state_registers_the_children_of_a_household() -> None:
    document = docx("""
        CHILD REGISTRATION CERTIFICATE
        Government of Nowhere | Head of family: Sami Omar
        No | Child name | Relation | Date of birth
        1 | Lina Sami | Daughter | 21-05-2013
        Date of issue: 20-01-2026
    """)
    reading = civil_certificate.read(document)
    assert civil_certificate.recognise(document) >= 0.5
    (child,) = rows(reading, "family_member")
    assert (child["name"], child["relation"], str(child["birth_date"])) == (
        "Lina Sami",
        "child",
        "2013-05-21",
    )


def test_the_office_of_births_and_deaths_certifies_a_birth() -> None:
    document = docx("""
        Office of the Registrar, Birth and Death Registration
        BIRTH REGISTRATION CERTIFICATE
        Name: LINA OMAR | Sex: Female
        Date of Birth: 05/06/2017 (Fifth of June Two Thousand Seventeen)
        Mother: AWA OMAR
        Date of Issuance: 05/01/2026
    """)
    (child,) = rows(civil_certificate.read(document), "family_member")
    assert civil_certificate.recognise(document) >= 0.5
    assert (child["relation"], child["name"]) == ("child", "LINA OMAR")


def test_a_label_is_followed_by_the_same_in_another_script() -> None:
    document = docx("""
        CERTIFICATE OF BIRTH
        Name / नाम: LINA OMAR
        Date of Birth / जन्म तिथि: 15-06-2017
        Name of Mother / माता का नाम: AWA OMAR
    """)
    (child,) = rows(civil_certificate.read(document), "family_member")
    assert (child["name"], str(child["birth_date"])) == ("LINA OMAR", "2017-06-15")


def test_a_judgment_ends_a_marriage_on_its_own_day() -> None:
    document = docx("""
        TRIBUNAL DE NULLE PART
        JUGEMENT DE DIVORCE
        Prononce le divorce d'entre Sami OMAR et Lina BA, mariés le 3 mars 2011 à Sfax.
        Ainsi fait et jugé le 14 mai 2019
    """)
    (union,) = rows(civil_certificate.read(document), "relationship")
    assert (union["name"], union["from"], union["to"]) == ("Lina BA", "2011-03-03", "2019-05-14")


def test_two_were_divorced_on_a_day() -> None:
    document = docx("""
        DIVORCE REGISTRATION CERTIFICATE
        This is to certify that Mr. Ram Omar and Mrs. Sita Omar were divorced on 28 July 2018 by a district court.
    """)
    (union,) = rows(civil_certificate.read(document), "relationship")
    assert civil_certificate.recognise(document) >= 0.5
    assert (union["name"], union["to"]) == ("Sita Omar", "2018-07-28")


def test_the_parties_of_a_contract_with_their_nationality() -> None:
    document = docx("""
        MARRIAGE CONTRACT
        Date of contract: 11/03/2017
        1. Names of contracting parties | Karim Model | Awa Omar
        Husband: Karim Model, Jordanian
        Wife: Awa Omar, Tunisian
    """)
    (union,) = rows(civil_certificate.read(document), "relationship")
    assert union["name"] == "Awa Omar"


def test_a_couple_declares_that_it_lives_together() -> None:
    document = docx("""
        STATUTORY DECLARATION OF COMMON-LAW UNION
        We, Karim Model and Awa Omar, solemnly declare that we have cohabited in a conjugal relationship since
         1 June 2020 at Sfax.
        Declared at Sfax on 4 February 2026
    """)
    reading = civil_certificate.read(document)
    (union,) = rows(reading, "relationship")
    assert civil_certificate.recognise(document) >= 0.5
    assert (union["relation"], union["name"], union["from"]) == ("partner", "Awa Omar", "2020-06-01")
    assert "marriage_date" not in facts(reading)


COURTS = {
    "petitioners in a list": pdf("""
        HIGH COURT OF EXAMPLE
        Family Division                                   4 May 2016
        Petitioners: 1. Harjit Sidhu - in person
        2. Manjit Grewal - in person
        JUDGMENT
        The petitioners, who were married on 2 June 2009, ask that their marriage be dissolved.
        The marriage of the petitioners is hereby dissolved by divorce.
    """),
    "a declaration of nullity": pdf("""
        REGIONAL TRIAL COURT, Branch 12
        DECISION
        On 2 June 2009 the parties were married at Cebu. No child was born.
        WHEREFORE, judgment is rendered declaring the marriage between HARJIT SIDHU and MANJIT GREWAL null and void.
        SO ORDERED. Given at Cebu City on 4 May 2016.
    """),
    "a French judgment that names the day of the wedding": docx("""
        TRIBUNAL DE GRANDE INSTANCE D'EXEMPLE
        Extrait du registre des jugements, audience du 4 mai 2016
        Le tribunal prononce le divorce du sieur Harjit Sidhu d'avec la dame Manjit Grewal, dont le mariage avait été
            célébré le 2 juin 2009.
    """),
    "a registrar before whom both appeared": pdf("""
        CIVIL REGISTRY OFFICE
        EXTRACT OF DIVORCE BY CONSENT
        On 4 May 2016 there appeared before me, the registrar, Harjit Sidhu and Manjit Grewal, married since
            2 June 2009.
        I pronounced the divorce between the spouses, effective on 4 May 2016.
    """),
    "a registry that dissolves a marriage between two citizens": docx("""
        MINISTRY OF JUSTICE
        Certificate of divorce
        The marriage contracted on 2 June 2009 between
        the citizen of Ruritania Harjit Sidhu, born 11.07.1984,
        and the citizen of Ruritania Manjit Grewal, born 02.03.1985,
        is dissolved, of which on 4 May 2016 entry No. 12 was made.
        Issued on 4 May 2016
    """),
}


@pytest.mark.parametrize("layout", COURTS)
def test_courts_and_registries_end_a_marriage_in_their_text(layout: str) -> None:
    document = COURTS[layout]
    assert civil_certificate.recognise(document) >= 0.5
    (ended,) = rows(civil_certificate.read(document), "relationship")
    assert (ended["relation"], ended["name"]) == (
        "previous-spouse",
        "Manjit Grewal".upper() if "nullity" in layout else "Manjit Grewal",
    )
    assert str(ended["to"]) == "2016-05-04"
    assert ended.get("from", "2009-06-02") == "2009-06-02"


def test_a_court_that_ends_no_marriage_makes_no_certificate() -> None:
    document = pdf("""
        REGIONAL TRIAL COURT, Branch 12
        ORDER
        Harjit Sidhu, plaintiff, and Manjit Grewal, defendant, who are married, dispute the sale of a lot.
        The contract of sale is declared void. SO ORDERED. 4 May 2016.
    """)
    assert civil_certificate.recognise(document) < 0.5


PARENTHOOD = {
    "a decree": pdf("""
        JUVENILE COURT OF EXAMPLE
        DECREE OF ADOPTION
        The Court finds that the petitioner Harjit Sidhu may adopt. The minor Ari Lund, born on 5 March 2012, is from
        this day the child of the petitioner.
        Given on 4 May 2016
    """),
    "a deed of a father": docx("""
        ÉTAT CIVIL
        Acte de reconnaissance
        Devant nous a comparu Harjit Sidhu, lequel a déclaré reconnaître pour son fils l'enfant Ari Lund, né à Lyon le
            5 mars 2012.
        Délivré le 4 mai 2016
    """),
}


@pytest.mark.parametrize("layout", PARENTHOOD)
def test_somebody_becomes_a_parent(layout: str) -> None:
    document = PARENTHOOD[layout]
    assert civil_certificate.recognise(document) >= 0.5
    (child,) = rows(civil_certificate.read(document), "family_member")
    assert (child["relation"], child["name"], str(child["birth_date"])) == ("child", "Ari Lund", "2012-03-05")


def test_an_extract_says_in_words_who_was_born_and_who_has_died() -> None:
    born = pdf("""
        CIVIL REGISTRATION
        EXTRACT OF BIRTH CERTIFICATE
        In Example Town on the third of May two thousand and twelve was born
        MELATI SUCI
        the second child, female, of the father BUDI HARTO and the mother SRI.
        Issued on 9 June 2012.
    """)
    (child,) = rows(civil_certificate.read(born), "family_member")
    assert (child["name"], str(child["birth_date"])) == ("MELATI SUCI", "2012-05-03")
    died = pdf("""
        CIVIL REGISTRATION
        EXTRACT OF DEATH CERTIFICATE
        Based on Death Certificate No. 44 in Example Town on 3 May 2012 has died
        SUPARMAN
        born in Example Town on 30 December 1958.
        Issued on 9 June 2012.
    """)
    (dead,) = rows(civil_certificate.read(died), "family_member")
    assert dead["name"] == "SUPARMAN"


def test_spouses_below_headings_and_with_articles() -> None:
    below = pdf("""
        OFFICE OF RELIGIOUS AFFAIRS
        EXCERPT OF MARRIAGE CERTIFICATE
        On Saturday 2 June 2018 the marriage was solemnized between a man:
        Full name and alias: Budi Harto
        Place and date of birth: Solo, 2 July 1985
        with a woman:
        Full name and alias: Melati Suci
        Issued on 4 June 2018
    """)
    (wed,) = rows(civil_certificate.read(below), "relationship")
    assert (wed["name"], str(wed["from"])) == ("Melati Suci", "2018-06-02")
    article = docx("""
        Family Court
        MARRIAGE CONTRACT
        On Friday 2 June 2018 the contract was concluded before me between:
        The husband: Omar Nassar Said, Egyptian, born at Tanta on 5/10/1991, divorced
        The wife: Mona Adel Farid, Egyptian, born at Tanta on 30/3/1994
    """)
    (wed,) = rows(civil_certificate.read(article), "relationship")
    assert (wed["name"], str(wed["from"])) == ("Mona Adel Farid", "2018-06-02")


def test_a_register_notes_a_divorce_beside_a_former_wife() -> None:
    document = pdf("""
        CIVIL STATUS SECTOR
        FAMILY RECORD
        Head of family: Omar Nassar Said

        Relation      Name                 Date of birth     Remarks
        Wife          Mona Adel Farid      30/03/1994        married on 18/11/2016
        Wife          Hala Samir Aziz      14/08/1993        divorced on 02/05/2015
        Son           Karim Omar Nassar    27/10/2014        of Hala

        Issued: 11/10/2026
    """)
    reading = civil_certificate.read(document)
    assert [(r["relation"], r["name"]) for r in rows(reading, "family_member")] == [
        ("spouse", "Mona Adel Farid"),
        ("child", "Karim Omar Nassar"),
    ]
    unions = [(r["relation"], r["name"], str(r.get("to", ""))) for r in rows(reading, "relationship")]
    assert ("previous-spouse", "Hala Samir Aziz", "2015-05-02") in unions
    assert [name for relation, name, _ in unions if relation == "spouse"] == ["Mona Adel Farid"]


def test_a_family_card_names_the_members_in_one_table_and_who_they_are_in_the_next() -> None:
    document = pdf("""
        CIVIL REGISTRATION
        FAMILY CARD
        No   Full Name          Sex       Place of Birth   Date of Birth
        1    BUDI HARTO         MALE      SOLO             02-07-1985
        2    MELATI SUCI        FEMALE    SOLO             23-11-1988
        3    RIZKI HARTO        MALE      SOLO             14-02-2012

        No   Marital Status     Family Relationship     Father          Mother
        1    MARRIED            HEAD OF FAMILY          SLAMET          SUTINI
        2    MARRIED            WIFE                    KARTO           WARTI
        3    NOT MARRIED        CHILD                   BUDI HARTO      MELATI SUCI

        Issued on: 22-01-2020
    """)
    assert civil_certificate.recognise(document) >= 0.5
    found = [
        (r.get("relation"), r["name"], str(r["birth_date"]))
        for r in rows(civil_certificate.read(document), "family_member")
    ]
    assert found == [
        (None, "BUDI HARTO", "1985-07-02"),
        ("spouse", "MELATI SUCI", "1988-11-23"),
        ("child", "RIZKI HARTO", "2012-02-14"),
    ]


def test_an_index_lists_marriages_side_by_side() -> None:
    document = pdf("""
        REPUBLIC OF EXAMPLE
        ADVISORY ON MARRIAGES
        We certify that ANA LUZ REYES who was born on 3 May 1989 to JOSE REYES and CARMEN LUZ appears in our index
        of marriages with the following information:
        Date of marriage      January 15, 2011        February 14, 2021
        Place                 Cebu City               Naga City
        Name of spouse        MARIO CRUZ              PEDRO SANTOS
        Remarks               Declared void by a decision of 3 May 2017

        National Register, 18 June 2026
    """)
    assert facts(civil_certificate.read(document))["document_date"] == "2026-06-18"
    first, second = rows(civil_certificate.read(document), "relationship")
    assert (first["relation"], first["name"], str(first["from"])) == (
        "previous-spouse",
        "MARIO CRUZ",
        "2011-01-15",
    )
    assert (second["relation"], second["name"], str(second["from"])) == (
        "spouse",
        "PEDRO SANTOS",
        "2021-02-14",
    )


def test_a_label_names_the_parts_of_a_name_or_a_day_in_brackets() -> None:
    document = pdf("""
        OFFICE OF THE CIVIL REGISTRAR GENERAL
        CERTIFICATE OF LIVE BIRTH
        1. NAME (First) (Middle) (Last)               Ana Luz Reyes
        3. DATE OF BIRTH (day) (month) (year)         07 December 1989
        6. MAIDEN NAME OF MOTHER                      Carmen Luz
        13. NAME OF FATHER                            Jose Reyes
        Date issued: 15 June 2026
    """)
    (child,) = rows(civil_certificate.read(document), "family_member")
    assert (child["name"], str(child["birth_date"])) == ("Ana Luz Reyes", "1989-12-07")


def test_the_birth_of_a_father_below_that_of_the_child() -> None:
    document = docx("""
        REGISTRATION OF BIRTHS
        CERTIFICATE OF BIRTH
        1. When and where born | 1991 May 14, Base Hospital, Matara
        2. Name | Kandage Don Ruwan Perera
        4. Father's full name | Kandage Don Sunil Perera
        Date and place of birth | 1960 March 02, Matara
    """)
    (child,) = rows(civil_certificate.read(document), "family_member")
    assert str(child["birth_date"]) == "1991-05-14"


def test_each_part_of_a_name_behind_what_it_is() -> None:
    document = docx("""
        CERTIFICATE OF LIVE BIRTH
        OFFICE OF THE CIVIL REGISTRAR GENERAL
        1. NAME  (First) ANA  (Middle) LUZ  (Last) REYES
        3. DATE OF BIRTH  07 December 1989
        Date issued: 15 June 2026
    """)
    (child,) = rows(civil_certificate.read(document), "family_member")
    assert child["name"] == "ANA LUZ REYES"


def test_a_parent_lets_children_travel_with_the_other_parent() -> None:
    document = docx("""
        NOTARIAL CONSENT
        I, Manjit Grewal, born on 02.03.1985, residing at Example Town, consent to the journey to any country of my
            minor children Ari Sidhu, born on 18.04.2013, and Lena Sidhu, born on 02.11.2017, with their father Harjit
            Sidhu, born on 11.07.1984.
        Example Town, 17 September 2026
    """)
    assert civil_certificate.recognise(document) >= 0.5
    reading = civil_certificate.read(document)
    assert [(r["name"], str(r["birth_date"])) for r in rows(reading, "family_member")] == [
        ("Ari Sidhu", "2013-04-18"),
        ("Lena Sidhu", "2017-11-02"),
    ]
    assert facts(reading) == {"document_date": "2026-09-17"}


@pytest.mark.parametrize(
    "text",
    [
        "CONSENT\nI consent to the processing of my data and that of my children by the agency.",
        "AUTHORIZATION\nI, Ida Sample, let my consultant act for me and my daughter Lena Sample, born on 2.11.2017.",
        "CONSENT\nI let my nephew Ari Sidhu, born on 18.04.2013, travel with his uncle.",
    ],
)
def test_other_consents_name_no_child_of_the_applicant(text: str) -> None:
    assert civil_certificate.recognise(docx(text)) < 0.5


def test_two_swear_that_they_are_husband_and_wife() -> None:
    document = docx("""
        TOWNSHIP COURT
        AFFIDAVIT OF MARRIAGE
        We, Harjit Sidhu, son of Omar Sidhu, and Manjit Grewal, daughter of Luc Grewal, affirm that we became man and
            wife on 2 June 2018 in the presence of our parents.
        Sworn on 3 July 2018
    """)
    (wed,) = rows(civil_certificate.read(document), "relationship")
    assert (wed["name"], str(wed["from"])) == ("Manjit Grewal", "2018-06-02")


def test_one_label_names_the_whole_child() -> None:
    document = docx("""
        CIVIL REGISTRY
        ACTE DE NAISSANCE
        Nom : Ari Sidhu
        Né le : 2 mai 2011
        Père : Harjit Sidhu
        Mère : Manjit Grewal
        Délivré le 3 septembre 2026
    """)
    (child,) = rows(civil_certificate.read(document), "family_member")
    assert (child["name"], str(child["birth_date"])) == ("Ari Sidhu", "2011-05-02")


def test_two_are_united_by_the_marriage() -> None:
    document = docx("""
        CIVIL REGISTRY
        MARRIAGE CERTIFICATE (translation)
        Le deux juin deux mille dix-huit se sont unis par le mariage Harjit Sidhu, âgé de vingt-quatre ans, et Manjit
            Grewal, âgée de vingt-trois ans.
        Délivré le 3 septembre 2026
    """)
    (wed,) = rows(civil_certificate.read(document), "relationship")
    assert (wed["name"], str(wed["from"])) == ("Manjit Grewal", "2018-06-02")


UNIONS = (
    """
    MUNICIPALITY OF ZITACUARO
    CERTIFICATE OF CONCUBINAGE
    The Municipal Secretary certifies that Mr. OMAR VEGA SOLIS and Ms. INES PAZ RUIZ live together as a couple
      without being married since March 4, 2016.
    Zitacuaro, May 2, 2025
    """,
    """
    ATTESTATION SUR L'HONNEUR DE VIE COMMUNE
    Nous soussignés, Omar VEGA SOLIS et Ines PAZ RUIZ, attestons vivre en concubinage depuis le 4 mars 2016.
    Fait à Dakar, le 2 mai 2025
    """,
    """
    DECLARATION OF FREE UNION
    Before me appeared OMAR VEGA SOLIS and INES PAZ RUIZ, who declare that they live together since 4 March 2016.
    Sworn on 2 May 2025
    """,
)


@pytest.mark.parametrize("text", UNIONS)
def test_a_couple_that_declares_to_live_together_are_partners_since_then(text: str) -> None:
    document = docx(text)
    assert recognise_paper(document) == "civil-certificate"
    reading = civil_certificate.read(document)
    assert facts(reading)["document_date"] == "2025-05-02"
    (union,) = rows(reading, "relationship")
    assert (union["relation"], str(union["name"]).upper(), union["from"]) == (
        "partner",
        "INES PAZ RUIZ",
        "2016-03-04",
    )


def test_the_day_of_the_marriage_behind_the_birth_of_the_spouse() -> None:
    reading = civil_certificate.read(
        docx("""
        IDENTITY BOOKLET
        Name: Reza Ansari
        Date of birth: 4 May 1985
        Marriage
        Spouse: Laleh Vaziri, date of birth 1366/11/20, married 9 Mehr 1392 (October 1, 2013), office 14 Yazd
        Translated on 2 March 2026
    """)
    )
    (spouse,) = (row for row in rows(reading, "family_member") if row["relation"] == "spouse")
    assert spouse["name"] == "Laleh Vaziri" and spouse.get("birth_date") != "2013-10-01"


def test_the_parties_of_a_marriage_by_their_sex() -> None:
    paper = docx("""
        REGISTRAR GENERAL'S DEPARTMENT
        CERTIFICATE OF MARRIAGE
        Male party: Ari Sample, age 27, bachelor
        Female party: Nadia Example, age 25, spinster
        Date of marriage: 12 June 2015
        Issued on 4 February 2026
    """)
    assert recognise_paper(paper) == "civil-certificate"
    reading = civil_certificate.read(paper)
    assert facts(reading)["marriage_date"] == "2015-06-12"
    assert [union["name"] for union in rows(reading, "relationship")] == ["Nadia Example"]


BIRTH_ACTS = {
    "fields of an act": docx("""
        République du Cameroun
        ACTE DE NAISSANCE
        Nom de l'enfant : FOTSO Marcelle
        Le / On the : quatre juin mil neuf cent quatre-vingt-dix
        Est née à / Was born at : Dschang
        De : FOTSO Pascal, né vers 1950 à Baham, planteur
        Et de : NGUEMO Rose, née le 2 mai 1962 à Foumban
    """),
    "numbered fields": docx("""
        CERTIFICATE OF BIRTH
        1. Date of birth: 4 June 1990
        2. Name: FOTSO Marcelle
        4. Father: full name, date and place of birth: Fotso Pascal, 1950.02.11, Baham, planter
        5. Mother: full name, date and place of birth: Nguemo Rose, 1962.05.02, Foumban
    """),
    "a year before the day": docx("""
        EXTRAIT DU REGISTRE DES ACTES DE NAISSANCE
        Centre de Dschang, année 1990, no 218
        Le quatre juin mil neuf cent quatre-vingt-dix à six heures est née à Dschang l'enfant FOTSO Marcelle.
    """),
    "a year before the day, and an hour": docx("""
        EXTRAIT DU REGISTRE DES ACTES DE NAISSANCE
        Centre de Dschang, année 1990, no 218
        Le quatre juin mil neuf cent quatre-vingt-dix à 6 heures 15 est née à Dschang l'enfant FOTSO Marcelle.
    """),
    "a judgment": docx("""
        Tribunal d'instance de Dschang
        JUGEMENT D'AUTORISATION D'INSCRIPTION DE NAISSANCE
        Il résulte des témoignages que FOTSO Marcelle est née le 4 juin 1990 à Dschang, de Pascal FOTSO.
        Le Greffier
    """),
}


@pytest.mark.parametrize("layout", BIRTH_ACTS)
def test_the_day_of_an_act_is_the_child_s_and_not_that_of_a_parent_or_a_register(layout: str) -> None:
    reading = civil_certificate.read(BIRTH_ACTS[layout])
    assert recognise_paper(BIRTH_ACTS[layout]) == "civil-certificate"
    (row,) = rows(reading, "family_member")
    assert (row["name"], str(row["birth_date"])) == ("FOTSO Marcelle", "1990-06-04")


def test_who_has_died_is_the_only_one_named_beside_the_day_of_death() -> None:
    document = docx("""
        CERTIFICATE OF DEATH
        Date and place of death: 7 March 2021, General Hospital
        Full name: Sunil Mendis
        Cause of death: stroke
    """)
    (row,) = rows(civil_certificate.read(document), "family_member")
    assert recognise_paper(document) == "civil-certificate"
    assert row["name"] == "Sunil Mendis"


def test_a_booklet_counts_the_children() -> None:
    document = docx("""
        LIVRET DE FAMILLE
        Mari : SOW Abdou, né à Thiès le 01-12-1990
        Femme : FALL Awa, née à Mbour le 16-04-1994
        1er enfant : SOW Binta, née à Thiès le 11-10-2018
        2e enfant : SOW Cheikh, né à Thiès le 03-02-2021
    """)
    told = rows(civil_certificate.read(document), "family_member")
    found = {row["name"]: str(row["birth_date"]) for row in told}
    assert (found["SOW Binta"], found["SOW Cheikh"]) == ("2018-10-11", "2021-02-03")


def test_a_marriage_in_the_columns_of_two_parties() -> None:
    reading = civil_certificate.read(
        pdf("""
        REGISTRATION OF MARRIAGES
        CERTIFICATE OF MARRIAGE
                             Male party             Female party
        Name in full         Sunil Mendis           Ruwani Perera
        Age                  26 years               23 years
        Date of marriage: 4 June 2012
    """)
    )
    (row,) = rows(reading, "relationship")
    assert (row["name"], str(row["from"])) == ("Ruwani Perera", "2012-06-04")


def test_a_birth_attested_and_a_household_with_towns_beside_the_days() -> None:
    birth = docx("""
        Commune de la Gombe
        ATTESTATION DE NAISSANCE
        Nous, officier de l'état civil, attestons que le nommé ILUNGA Pascal est né à Kinshasa, le 4 juin 1990, fils de
            ILUNGA Jean et de MBUYI Rose.
    """)
    household = pdf("""
        COMMUNE DE LA GOMBE
        ATTESTATION DE COMPOSITION FAMILIALE
        Noms                 Lien                 Lieu et date de
                                                  naissance
        ILUNGA Pascal        Chef de ménage       Kinshasa, 04/06/1990
        KAPINGA Rose         Épouse               Kananga, 21/05/1991
        ILUNGA Grâce         Fille                Kinshasa, 28/03/2013
    """)
    (row,) = rows(civil_certificate.read(birth), "family_member")
    told = {
        one["name"]: str(one.get("birth_date"))
        for one in rows(civil_certificate.read(household), "family_member")
    }
    assert [recognise_paper(paper) for paper in (birth, household)] == ["civil-certificate"] * 2
    assert (row["name"], str(row["birth_date"])) == ("ILUNGA Pascal", "1990-06-04")
    assert (told["KAPINGA Rose"], told["ILUNGA Grâce"]) == ("1991-05-21", "2013-03-28")


def test_the_name_of_a_spouse_ends_before_whose_child_that_is() -> None:
    reading = civil_certificate.read(
        docx("""
        NIKAH NAMA
        Name of the bridegroom with his father's name: Md. Karim Model, son of Abdul Model
        Name of the bride with her father's name: Mst. Ida Sample, daughter of Md. Noor Sample
        Date of marriage: 21-11-2014
    """)
    )
    assert [row["name"] for row in rows(reading, "relationship")] == ["Mst. Ida Sample"]


def test_a_copy_of_a_population_register_with_headings_on_three_lines() -> None:
    document = pdf("""
        MINISTRY OF INTERIOR
        POPULATION REGISTER COPY
        No   Relation   Name      Surname    Father    Place and    Events
                                                       date of
                                                       birth
        1    Himself    KEREM     SAMPLE     ALI       Ordu         Married on
                                                       19.05.1991   22.06.2019
        2    Wife       NIL       SAMPLE     CELAL     Fatsa
                                                       04.01.1994
        3    Son        ATA       SAMPLE     KEREM     Ordu
                                                       13.10.2020
        Obtained on 02.11.2026
    """)
    assert recognise_paper(document) == "civil-certificate"
    reading = civil_certificate.read(document)
    kin = [row for row in rows(reading, "family_member") if "relation" in row]
    found = [(row["relation"], row["name"], row["birth_date"]) for row in kin]
    wife, son = (
        ("spouse", "NIL SAMPLE", PartialDate(1994, 1, 4)),
        ("child", "ATA SAMPLE", PartialDate(2020, 10, 13)),
    )
    assert found == [wife, son]
    (union,) = rows(reading, "relationship")
    assert (union["name"], union["from"]) == ("NIL SAMPLE", "2019-06-22")


def test_a_deed_of_a_union_of_fact() -> None:
    document = docx("""
        NOTARY 9 OF QUITO
        PUBLIC DEED No. 118 – DECLARATION OF DE FACTO UNION
        On the third of May 2021, appeared IDA SAMPLE VEGA, C.I. 1.711.820, and LUIS OTRO PAZ, C.I. 1.128.917, both
            single, and declared:
        FIRST: that they have lived together since 14 March 2018.
        Notary: Rosa Lara (signed)
    """)
    assert recognise_paper(document) == "civil-certificate"
    (union,) = rows(civil_certificate.read(document), "relationship")
    assert (union["relation"], union["from"]) == ("partner", "2018-03-14")


def test_the_registry_of_a_birth_with_two_family_names() -> None:
    document = docx("""
        NATIONAL CIVIL STATUS REGISTRY
        BIRTH CIVIL REGISTRY No. 1036711
        First surname | OTRO
        Second surname | SAMPLE
        Given name(s) | LUCIA
        Date of birth | 11 JUN 2020
        Mother | SAMPLE VEGA IDA – CC 1128440
        Father | OTRO PAZ LUIS – CC 1053788
    """)
    assert recognise_paper(document) == "civil-certificate"
    (child,) = rows(civil_certificate.read(document), "family_member")
    assert (child["name"], child["birth_date"]) == ("LUCIA OTRO SAMPLE", PartialDate(2020, 6, 11))


def test_a_place_behind_a_parent_is_the_parents() -> None:
    certificate = docx("""
        GRENADA – REGISTRY OF BIRTHS
        CERTIFICATE OF BIRTH
        Name: Keron Alister     Sex: Male
        Date of birth: 4th May 1991     Where born: General Hospital, St. George's
        Name and surname of father: not stated
        Name and surname of mother: Doreen BAPTISTE, of Gouyave, born in Port of Spain, Trinidad
        Issued 11th November 2025, Registrar
    """)
    (child,) = rows(civil_certificate.read(certificate), "family_member")
    assert "Port" not in str(child.get("city"))


def test_the_names_of_a_child_and_of_its_parents_in_a_table() -> None:
    certificate = docx("""
        REPUBLIC OF RWANDA – NATIONAL IDENTIFICATION AGENCY
        BIRTH CERTIFICATE
        Names of the child | MUGISHA Prince
        Date of birth | 02/03/2021
        Names of the father | HABIMANA Eric
        Names of the mother | INGABIRE Diane
        Issued via e-services on 15/09/2025
    """)
    assert civil_certificate.recognise(certificate) >= 0.5
    (child,) = rows(civil_certificate.read(certificate), "family_member")
    assert (child["name"], child["birth_date"]) == ("MUGISHA Prince", PartialDate(2021, 3, 2))


@pytest.mark.parametrize(
    ("told", "name", "town"),
    [
        (
            "Le dixième jour du mois d'octobre de l'année deux mille vingt-trois, est né à la Clinique Sendwa un "
            "enfant de sexe masculin nommé AKPO Daniel, fils du comparant et de SOGLO Nadine, son épouse.",
            "AKPO Daniel",
            None,
        ),
        (
            "Le 10 octobre 2023 est née à l'Hôpital Saint-Luc une enfant de sexe féminin prénommée AKPO Reine, fille "
            "de AKPO Serge et de SOGLO Nadine.",
            "AKPO Reine",
            None,
        ),
        (
            "Le dix octobre deux mille vingt-trois est né à Bouaké AKPO Serge, de sexe masculin, fils de AKPO Jean.",
            "AKPO Serge",
            "Bouaké",
        ),
    ],
)
def test_a_house_of_birth_is_neither_the_child_nor_a_town(told: str, name: str, town: str | None) -> None:
    document = docx(f"REPUBLIQUE DU TOGO\nACTE DE NAISSANCE\n{told}\nL'officier de l'état civil (sé)")
    (child,) = rows(civil_certificate.read(document), "family_member")
    assert (child["name"], str(child["birth_date"]), child.get("city")) == (name, "2023-10-10", town)


@pytest.mark.parametrize(
    "before",
    [
        "La dot a été versée lors du mariage coutumier du 23 mars 2013.",
        "Les conjoints vivent ensemble à la suite de leur mariage traditionnel le 23 mars 2013.",
    ],
)
def test_a_wedding_by_custom_is_not_the_day_of_the_act(before: str) -> None:
    certificate = docx(f"""
        REPUBLIQUE DU BENIN – MAIRIE DE PORTO-NOVO
        ACTE DE MARIAGE
        L'an deux mille treize, le vingt-deuxième jour du mois de juin, devant nous, officier, ont comparu :
        AKPO Serge, né à Porto-Novo le 06/12/1984, et SOGLO Nadine, née à Ouidah le 10/10/1987,
        qui ont déclaré vouloir se prendre pour époux. {before}
        Dont acte. L'officier de l'état civil
    """)
    assert facts(civil_certificate.read(certificate))["marriage_date"] == "2013-06-22"
    by_custom = docx("""
        REPUBLIQUE DU BENIN
        CERTIFICAT DE MARIAGE COUTUMIER
        Nous certifions que AKPO Serge et SOGLO Nadine ont célébré leur mariage coutumier le 23 mars 2013.
    """)
    assert facts(civil_certificate.read(by_custom))["marriage_date"] == "2013-03-23"


def test_the_day_with_which_an_act_of_marriage_begins() -> None:
    certificate = docx("""
        REPUBLIQUE DU BENIN – MAIRIE DE PORTO-NOVO
        EXTRAIT D'ACTE DE MARIAGE
        L'an deux mille treize, le vingt-deuxième jour du mois de juin, devant nous, officier, ont comparu :
        AKPO Serge, né à Porto-Novo le 06/12/1984, fils de AKPO Jean et de DOSSOU Marie,
        et SOGLO Nadine, née à Ouidah le 10/10/1987, fille de SOGLO Paul et de HOUNTON Anne,
        lesquels ont déclaré vouloir se prendre pour époux.
        Délivré à Porto-Novo, le 14/09/2025. L'officier de l'état civil
    """)
    assert facts(civil_certificate.read(certificate))["marriage_date"] == "2013-06-22"


def test_a_day_that_stands_before_the_divorce() -> None:
    certificate = docx("""
        RELIGIOUS COURT OF TEGAL
        DIVORCE CERTIFICATE
        The Clerk certifies that on Monday, 5 March 2018, the divorce took place between
        RATNA binti KASIM, aged 27, and AGUS SALIM bin RAHMAT, aged 31, married on 16 May 2010 in Tegal.
        Sworn translator, 3 October 2025
    """)
    (union,) = rows(civil_certificate.read(certificate), "relationship")
    assert union["to"] == "2018-03-05"


def test_a_judgment_in_an_action_for_divorce_of_two() -> None:
    document = docx("""
        JUDICIAL UNIT FOR FAMILY
        DIVORCE JUDGMENT (extract)
        In the action for divorce by mutual consent of IVO SAMPLE PAZ and LINA OTRA RUIZ, married on 12 April 2008,
            the court declares the bond of marriage dissolved.
        Ambato, 30 June 2015. Judge (signed)
    """)
    assert recognise_paper(document) == "civil-certificate"
    (union,) = rows(civil_certificate.read(document), "relationship")
    assert (union["relation"], union["name"], union["from"], union["to"]) == (
        "previous-spouse", "LINA OTRA RUIZ", "2008-04-12", "2015-06-30"
    )  # fmt: skip


REGISTER = [
    """
    FEDERAL REPUBLIC OF NIGERIA
    CERTIFICATE OF MARRIAGE
    Marriage celebrated in the Registry, Ikoyi

    No.   When       Names and       Age     Condition   Occupation   Father's
          married    surnames                                         name
    731   9th May    Kofi Chidi      Full    Bachelor    Clerk        Chidi
          2014       SAMPLE          age                              Sample

                     Ama Ruth        Full    Spinster    Nurse        Godwin
                     EXAMPLE         age                              Example

    Married at the Registry aforesaid by me, the Registrar of Marriages of this district
    """,
    """
    CERTIFIED COPY OF AN ENTRY OF MARRIAGE
    Registry office of Accra

    No    Date of marriage   Name and surname      Civil status   Rank or profession
    12    9 May 2014         Kofi Chidi Sample     Bachelor       Clerk

                             Ama Ruth Example      Spinster       Nurse

    Issued on 3 March 2026
    """,
]


@pytest.mark.parametrize("text", REGISTER)
def test_a_register_with_a_row_for_each_spouse(text: str) -> None:
    document = pdf(text)
    assert recognise_paper(document) == "civil-certificate"
    reading = civil_certificate.read(document)
    assert facts(reading)["marriage_date"] == "2014-05-09"
    assert facts(reading).get("document_date") in (None, "2026-03-03")
    (marriage,) = (record for record in reading.records if isinstance(record, Relationship))
    assert (marriage.name or "").lower() == "ama ruth example"
    assert (marriage.cells["other"].quote or "").lower() == "kofi chidi sample"


@pytest.mark.parametrize(
    "told",
    [
        "Ida Ruth Sample, female, was born on 4 May 2021 in Accra. Her father is Kofi Sample.",
        "Ida Ruth Sample, of female sex, born on 4 May 2021 in Accra, daughter of Kofi Sample.",
        "Ida Ruth Sample, de sexe féminin, est née le 4 mai 2021 à Accra, fille de Kofi Sample.",
    ],
)
def test_a_birth_told_with_the_sex_behind_the_name(told: str) -> None:
    document = docx(f"Translation of a birth certificate\n{told}\nIssued on 2 June 2026 by the registrar.")
    assert recognise_paper(document) == "civil-certificate"
    (child,) = rows(civil_certificate.read(document), "family_member")
    assert (child["name"], str(child["birth_date"])) == ("Ida Ruth Sample", "2021-05-04")


@pytest.mark.parametrize("title", ["Notice of Divorce", "Divorce Deed", "DEED OF TALAQ"])
def test_a_divorce_of_an_office_ends_on_its_own_day(title: str) -> None:
    document = docx(f"""
        {title}
        Divorce registry office No. 9. The divorce between Mr. Kofi Sample, son of Chidi, and Mrs. Ama Example, daughter
         of Godwin, whose marriage had been registered on 21 June 2012, was pronounced on 18 February 2017.
        Issued on 30 August 2026
    """)
    assert recognise_paper(document) == "civil-certificate"
    (ended,) = (r for r in civil_certificate.read(document).records if isinstance(r, Relationship))
    assert (ended.relation, ended.name, str(ended.period)) == (
        "previous-spouse",
        "Ama Example",
        "? to 2017-02-18",
    )


DECLARED_UNIONS = [
    """
    DÉCLARATION SOLENNELLE D'UNION DE FAIT
    Nous, Kofi Sample et Ama Example, déclarons :
    Nous cohabitons depuis le 3 mars 2019, et sommes conjoints de fait depuis le 3 mars 2020.
    Déclaré devant moi, ce 6 mai 2026, commissaire et officier
    """,
    """
    STATUTORY DECLARATION OF COMMON-LAW UNION
    We, Kofi Sample and Ama Example, declare that we have lived together since 3 March 2019.
    Declared at Accra on 6 May 2026 before me, a notary
    """,
    """
    DÉCLARATION CONJOINTE DE VIE COMMUNE
    Nous, Kofi Sample et Ama Example, déclarons :
    Nous vivons ensemble depuis le 3 mars 2019.
    Fait à Lomé, le 6 mai 2026, l'officier d'état civil
    """,
]


@pytest.mark.parametrize("text", DECLARED_UNIONS)
def test_a_couple_that_declares_its_union(text: str) -> None:
    document = docx(text)
    assert recognise_paper(document) == "civil-certificate"
    reading = civil_certificate.read(document)
    (union,) = (record for record in reading.records if isinstance(record, Relationship))
    assert (union.relation, union.name, str(union.start)) == ("partner", "Ama Example", "2019-03-03")
    assert facts(reading)["document_date"] == "2026-05-06"


def test_the_births_of_a_table_are_no_day_of_the_paper() -> None:
    document = pdf("""
        MARRIAGE CERTIFICATE
                               Husband                 Wife
        Name and surname       Kofi Sample             Ama Example
        Place and birth        Accra, 05/01/1992       Lome, 12/08/1994
        Date of marriage: 16/10/2021
        The officer of personal status
    """)
    assert "document_date" not in facts(civil_certificate.read(document))


@pytest.mark.parametrize(
    "told", ["27 Jawza 1401 (17 June 2022)", "1401/03/27 (17 June 2022)", "27 Jawza 1401"]
)
def test_a_day_of_the_afghan_calendar_beside_the_common_one(told: str) -> None:
    document = docx(f"""
        NIKAH NAMA (MARRIAGE CERTIFICATE)
        The marriage between Omar Sample and Zahra Example was contracted on {told} in Herat. Registered by the court.
    """)
    reading = civil_certificate.read(document)
    assert facts(reading)["marriage_date"] == "2022-06-17"


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("DEATH AND BURIAL CERTIFICATE", "The late Omar SAMPLE, born 1964, died on 3 November 2009."),
        ("Burial certificate", "It is certified that Omar SAMPLE died on 3 November 2009."),
        ("CERTIFICAT D'INHUMATION", "Feu Omar SAMPLE est décédé le 3 novembre 2009 à Thiès."),
    ],
)
def test_who_was_buried_has_died(title: str, told: str) -> None:
    document = docx(f"Municipality of Example, registry\n{title}\n{told}\nIssued on 2 September 2026")
    assert recognise_paper(document) == "civil-certificate"
    (member,) = rows(civil_certificate.read(document), "family_member")
    assert member["name"] == "Omar SAMPLE"


def test_a_family_s_table_whose_first_column_has_no_heading() -> None:
    document = pdf("""
        REPUBLIC OF LEBANON
        FAMILY CIVIL REGISTRATION RECORD
                   Name             Father      Mother           Place & date of birth    Status
        Husband    Omar Sample      Ali         Rima Test        Tripoli 8/12/1987        Divorced
        Son        Adam Sample      Omar        Maya Example     Dubai 11/1/2015          Single
        Issued on 11/9/2026
    """)
    assert recognise_paper(document) == "civil-certificate"
    members = rows(civil_certificate.read(document), "family_member")
    assert [(m["relation"], m["name"], str(m["birth_date"])) for m in members] == [
        ("spouse", "Omar Sample", "1987-12-08"), ("child", "Adam Sample", "2015-01-11"),
    ]  # fmt: skip


@pytest.mark.parametrize("title", ["EXTRAIT INDIVIDUEL D'ÉTAT CIVIL", "Individual civil status record"])
def test_the_extract_of_one_person_tells_a_birth(title: str) -> None:
    document = pdf(f"""
        REPUBLIQUE LIBANAISE
        {title}
        Prénom et nom                Omar Exemple
        Prénom du père               Ali
        Prénom et nom de la mère     Rima Test
        Lieu et date de naissance    Tripoli, 8/12/1987
        Situation de famille         Divorcé
        Délivré à Tripoli le 11 septembre 2026
    """)
    assert recognise_paper(document) == "civil-certificate"
    (member,) = rows(civil_certificate.read(document), "family_member")
    assert (member["name"], str(member["birth_date"])) == ("Omar Exemple", "1987-12-08")
    assert facts(civil_certificate.read(document))["document_date"] == "2026-09-11"


@pytest.mark.parametrize(
    ("text", "name", "day"),
    [
        (
            """
            COMUNE DI ESEMPIO – UFFICIO DELLO STATO CIVILE
            EXTRACT OF THE MARRIAGE RECORD
            On 17 June 2023 in Esempio were married ESEMPIO Marco, born at Modena on 10 October 1981, and SAMPLE Ida,
              born at Soroca (Moldova) on 8 March 1985.
            Issued on 5 October 2026
            """,
            "SAMPLE Ida",
            "2023-06-17",
        ),
        (
            """
            FEDERAL REPUBLIC OF NIGERIA
            CERTIFICATE OF MARRIAGE
            When married | 9th December 2017
            Husband | Sola Sample, 28, bachelor
            Wife | Titi Example, 25, spinster
            Certified true copy issued on 10 August 2026
            """,
            "Titi Example",
            "2017-12-09",
        ),
        (
            """
            STATE OF TLAXCALA – CIVIL REGISTRY
            MARRIAGE RECORD
            Date of registration | 22/12/2018
            First contracting party | Eusebio Sample Ruiz, 34 years, Mexican
            Second contracting party | Reina Example Sol, 31 years, Mexican
            """,
            "Reina Example Sol",
            "2018-12-22",
        ),
        (
            """
            NOTARIAL CERTIFICATE
            Issue under notarization: marriage certificate
            This is to certify that the foregoing copy is in conformity with the original Marriage Certificate No. J3501
              issued to Wu Sample and Lin Example (female, born on August 8, 1987) by the Civil Bureau on May 1, 2010.
            September 28, 2026
            """,
            "Lin Example",
            "2010-05-01",
        ),
    ],
)
def test_marriages_told_by_condition_by_verb_and_by_a_notary(text: str, name: str, day: str) -> None:
    document = docx(text)
    assert recognise_paper(document) == "civil-certificate"
    (union,) = rows(civil_certificate.read(document), "relationship")
    assert (union["name"], union["from"]) == (name, day)


SWORN_BIRTHS = [
    """
    AFFIDAVIT OF BIRTH
    I, Kofi Sample, make oath and say:
    1. That I am the father of Ida Ruth Sample, who was born on 4th May 2013 at the Teaching Hospital, Kumasi.
    2. That her mother is Grace Example, to whom I was never married.
    Sworn at Kumasi this 4th day of September 2026. Before me, Commissioner for Oaths.
    """,
    """
    HIGH COURT OF JUSTICE
    AFFIDAVIT OF AGE DECLARATION
    I, Grace Example, trader, make oath and state:
    1. That my said daughter Ida Ruth Sample was born on the 4th day of May 2013 at Aba.
    Sworn at the Registry this 4th day of September 2026
    """,
    """
    DECLARATION OF AGE
    I, Kofi Sample, declare that my daughter Ida Ruth Sample was born on 4 May 2013 in Aba.
    Declared at Aba on 4 September 2026 before the registrar
    """,
]


@pytest.mark.parametrize("text", SWORN_BIRTHS)
def test_a_parent_swears_when_a_child_was_born(text: str) -> None:
    document = docx(text)
    assert recognise_paper(document) == "civil-certificate"
    reading = civil_certificate.read(document)
    (child,) = (record for record in reading.records if isinstance(record, FamilyMember))
    assert (child.name, str(child.birth_date)) == ("Ida Ruth Sample", "2013-05-04")
    assert "father" not in child.cells and facts(reading)["document_date"] == "2026-09-04"


@pytest.mark.parametrize(
    "told",
    [
        "certify that on the 6th day of October 2018 at the Registry, Iwo Road, Kofi Sample, bachelor, trader, and "
        "Ama Example, spinster, were lawfully joined in matrimony.",
        "certify: on 6 October 2018 at Accra, Kofi Sample, aged 30, a widower, and Ama Example, spinster, of Tema "
        "were married by me.",
    ],
)
def test_spouses_are_told_by_their_condition(told: str) -> None:
    document = docx(f"MARRIAGE REGISTRY\nMARRIAGE CERTIFICATE\nI, the undersigned Registrar, hereby {told}")
    assert recognise_paper(document) == "civil-certificate"
    (marriage,) = (r for r in civil_certificate.read(document).records if isinstance(r, Relationship))
    assert (marriage.name, str(marriage.start)) == ("Ama Example", "2018-10-06")
    assert marriage.cells["other"].quote == "Kofi Sample"


SPOUSES_AND_PARENTS = {
    "a father behind S/o": (
        "MARRIAGE CERTIFICATE\nCertified that Sh. Harpal Singh S/o Sh. Ajit Singh resident of Moga "
        "and Smt. Ramandeep Kaur "
        "D/o Sh. Sukhdev Singh solemnized their marriage on 04.03.2017 at Moga.\nRegistrar of Marriages, Moga",
        "Ramandeep Kaur",
    ),
    "two parents of each, and Mst.": (
        "MARRIAGE CERTIFICATE\nOffice of the Nikah Registrar\nThis is to certify that the marriage "
        "between Md. Kamal Hossain, "
        "son of Md. Abdur Rahim & Mst. Jahanara Begum, and Mst. Sharmin Sultana, daughter of Md. "
        "Abul Kashem & Mst. Rokeya "
        "Begum, was solemnized on 9 June 2015.",
        "Mst. Sharmin Sultana",
    ),
    "married to, behind two parents": (
        "MARRIAGE CERTIFICATE\nOffice of the Nikah Registrar\nThis is to certify that Md. Kamal "
        "Hossain, son of Md. Abdur "
        "Rahim and Mst. Jahanara Begum, was married to Mst. Sharmin Sultana, daughter of Md. Abul "
        "Kashem and Mst. Rokeya "
        "Begum, on 9 June 2015.",
        "Mst. Sharmin Sultana",
    ),
    "the parties of a register of Sri Lanka": (
        "EXTRACT FROM THE REGISTER OF MARRIAGES\n1. Names: Male Party - Kandage Ruwan Perera; Female "
        "Party - Galappaththige "
        "Nadeesha Silva\n2. Race: Sinhalese / Sinhalese\nDate of marriage: 2014 May 11\nRegistrar "
        "General's Department",
        "Galappaththige Nadeesha Silva",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", SPOUSES_AND_PARENTS)
def test_whom_somebody_married_and_no_parent(name: str) -> None:
    text, spouse = SPOUSES_AND_PARENTS[name]
    (told,) = rows(civil_certificate.read(docx(text)), "relationship")
    assert told["name"] == spouse


def test_a_child_behind_who_informed_the_office() -> None:
    document = docx(
        "BIRTH REGISTRATION CERTIFICATE\nOffice of the Local Registrar\nThis is to certify that, as "
        "per the information of "
        "Mr. Ram Thapa, Miss Nisha Thapa, granddaughter of Mr. Hari Thapa, daughter of Mr. Ram Thapa "
        "and Mrs. Mina Thapa, "
        "was born on 2076/02/05 B.S. (19 May 2019 A.D.) at Butwal."
    )
    assert recognise_paper(document) == "civil-certificate"
    (child,) = rows(civil_certificate.read(document), "family_member")
    assert (child["name"], str(child["birth_date"])) == ("Nisha Thapa", "2019-05-19")


def test_the_births_of_two_spouses_in_a_row_of_a_table() -> None:
    document = pdf("""
        MUNICIPALITY - REGISTRAR OF MARRIAGES
        CERTIFICATE OF MARRIAGE
        Particulars          Husband               Wife
        Name                 BIJU MATHEW           ANU GEORGE
        Date of birth        03/05/1988            12/12/1991
        Date of marriage: 14/01/2019
        Date of issue: 30/01/2019
    """)
    (marriage,) = (one for one in civil_certificate.read(document).records if isinstance(one, Relationship))
    births = {(marriage.cells[name].quote or "") for name in marriage.cells if "born" in name}
    assert births == {"03/05/1988", "12/12/1991"}


def test_two_spouses_of_whom_more_is_told_behind_a_colon() -> None:
    certificate = pdf("""
        Tribunal de Première Instance de Casablanca
        ACTE DE MARIAGE
        Le samedi 15 juillet 2023 les deux adouls ont reçu le témoignage suivant :
        L'époux : Younes AMRANI, de nationalité marocaine, né à Khouribga le 12 mars 1991, célibataire, boucher,
        fils de Abdellah et de Fatna Bouzekri.
        L'épouse : Hajar TAZI, née à Casablanca le 25 février 1994, célibataire, vendeuse, fille de Driss et de
        Naïma Lahlou, assistée de son père comme tuteur matrimonial.
        Inscrit au registre des mariages, le 18 juillet 2023.
    """)
    reading = civil_certificate.read(certificate)
    (marriage,) = (record for record in reading.records if isinstance(record, Relationship))
    assert (marriage.name, marriage.cells["other"].quote) == ("Hajar TAZI", "Younes AMRANI")
    assert facts(reading)["marriage_date"] == "2023-07-15"
    assert str(reading.as_of.date) == "2023-07-18"
