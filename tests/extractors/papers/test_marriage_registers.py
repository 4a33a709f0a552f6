"""Marriages that registers of several countries tell: by relation, in one sentence of names, in a column of events."""

from consistency.extractors.extract import recognise_paper
from consistency.extractors.papers import civil_certificate
from consistency.model import Document, Relationship
from tests.extractors.papers.made import docx, facts, pdf, rows


def couple(document: Document) -> tuple[str, str]:
    (marriage,) = (r for r in civil_certificate.read(document).records if isinstance(r, Relationship))
    return marriage.cells["other"].quote or "", marriage.name or ""


def test_a_register_of_marriage_relations_names_principal_and_spouse() -> None:
    document = pdf("""
                      MARRIAGE RELATIONSHIP CERTIFICATE
        Class          Name             Birth date     Sex
        Principal      Kang Jiwoo       1990-03-28     Male
        Spouse         Seo Hana         1992-08-14     Female
        Matters of marriage: [Date of report of marriage] May 23, 2019 [Spouse] Seo Hana
        Issued September 2, 2026
    """)
    assert recognise_paper(document) == "civil-certificate"
    assert facts(civil_certificate.read(document)) == {
        "marriage_date": "2019-05-23",
        "document_date": "2026-09-02",
    }
    assert couple(document) == ("Kang Jiwoo", "Seo Hana")


def test_a_certificate_of_family_relations_stays_one_of_a_family() -> None:
    document = pdf("""
                      FAMILY RELATION CERTIFICATE
        Relation       Name             Date of birth
        Principal      Kang Jiwoo       1990-03-28
        Spouse         Seo Hana         1992-08-14
        Child          Kang Bora        2020-11-02
        Issued September 2, 2026
    """)
    found = rows(civil_certificate.read(document), "family_member")
    assert [row["name"] for row in found if "relation" in row] == ["Seo Hana", "Kang Bora"]


def test_an_act_names_both_spouses_with_their_parents_behind_one_label() -> None:
    document = docx("""
        REGISTRE CIVIL DES PERSONNES PHYSIQUES
        ACTE DE MARIAGE
        Noms : TIAGO EXEMPLE DA SILVA, né le dix-neuf mai mil neuf cent quatre-vingt-huit à Betim (MG), fils de José da
            Silva et de Ana Exemple; et DORA LIMA, née le trois septembre mil neuf cent quatre-vingt-dix à Lages (SC),
            fille de Valmor Lima et de Ivone Lima.
        Date de l'enregistrement du mariage : vingt-neuf novembre deux mille quatorze (29/11/2014)
    """)
    assert recognise_paper(document) == "civil-certificate"
    assert facts(civil_certificate.read(document))["marriage_date"] == "2014-11-29"
    assert couple(document) == ("TIAGO EXEMPLE DA SILVA", "DORA LIMA")


def test_a_column_of_status_and_events_tells_the_wedding() -> None:
    document = pdf("""
        POPULATION REGISTER COPY
        No   Relation   Name      Surname    Place and date of birth    Status / events
        1    Himself    KEREM     SAMPLE     Ordu 19.05.1991            Alive. Married on 22.06.2019
        2    Wife       NIL       SAMPLE     Fatsa 04.01.1994           Alive
        Obtained on 02.11.2026
    """)
    (union,) = rows(civil_certificate.read(document), "relationship")
    assert (union["name"], union["from"]) == ("NIL SAMPLE", "2019-06-22")


def test_a_family_register_of_japan_takes_the_family_name_of_its_head() -> None:
    document = pdf("""
        Certificate of All Matters (Family Register)
        Name of head: SAMPLE Isao
        Recorded person    [Name] Isao   [Date of birth] February 8, 1963   [Father] SAMPLE Ken   [Mother] SAMPLE Sumi
        Recorded person    [Name] Jun   [Date of birth] July 4, 1993   [Father] SAMPLE Isao   [Mother] SAMPLE Noriko
        Issued on January 15, 2026, the Mayor of Kanazawa City
    """)
    assert recognise_paper(document) == "civil-certificate"
    members = [row["name"] for row in rows(civil_certificate.read(document), "family_member")]
    assert members == ["SAMPLE Isao", "SAMPLE Jun"]


def test_spouses_with_personal_numbers_and_an_entry_made_on_a_day() -> None:
    document = docx("""
        GEORGIA
        MARRIAGE CERTIFICATE
        Husband: Isao Sample, personal number 61001044882, born 27.03.1985, Batumi
        Wife: Nino Example, personal number 61006118204, born 04.11.1988, Kobuleti
        Entry of marriage record no. 12100418 made on 18.09.2010 at the Civil Registry of Batumi
        Issued: 14.09.2026
    """)
    assert recognise_paper(document) == "civil-certificate"
    assert facts(civil_certificate.read(document))["marriage_date"] == "2010-09-18"
    assert couple(document) == ("Isao Sample", "Nino Example")


def test_a_marriage_that_was_registered_before_the_copy_in_french() -> None:
    document = docx("""
        RÉPUBLIQUE DE MOLDAVIE
        CERTIFICAT DE MARIAGE
        L'époux : EXEMPLE Sergiu, né le 03.12.1987 à Orhei
        L'épouse : MODÈLE Ida, née le 11.06.1990 à Orhei
        Le mariage a été enregistré le 24 août 2013, sous le n° 118, à l'Office d'état civil d'Orhei.
        Date de délivrance : 30.09.2013
    """)
    assert facts(civil_certificate.read(document)) == {
        "marriage_date": "2013-08-24",
        "document_date": "2013-09-30",
    }
