"""Deeds, notices and affidavits by which two names are one person's."""

import pytest

from consistency.extractors.extract import recognise_paper
from consistency.extractors.papers import name_change
from tests.extractors.papers.made import docx, facts

PAPERS = {
    "deed poll": (
        """
        DEED POLL
        This change of name deed is made on 7 March 2019 by me, Grace Wanjiru Mwangi, formerly known as
          Grace Wanjiru Kariuki, of Nakuru.
        I give up the name of Grace Wanjiru Kariuki and adopt the name of Grace Wanjiru Mwangi.
        """,
        "Grace Wanjiru Mwangi", "Grace Wanjiru Kariuki", "2019-03-07",
    ),
    "affidavit": (
        """
        AFFIDAVIT OF ONE AND THE SAME PERSON
        I, Joel Ramos Tan, of legal age, state under oath:
        1. That my passport bears the name Joel Ramos Tan;
        2. That Joel Ramos Tan and Joelito Sy Ramos are one and the same person.
        Sworn at Iloilo City on 3 July 2025.
        """,
        "Joel Ramos Tan", "Joelito Sy Ramos", "2025-07-03",
    ),
    "newspaper": (
        """
        CHANGE OF NAME
        I formerly known and addressed as Miss Ngozi Peace Obi now wish to be known and addressed as
          Mrs Ngozi Peace Eze. All former documents remain valid.
        The Morning Post, 12 May 2018
        """,
        "Ngozi Peace Eze", "Ngozi Peace Obi", "2018-05-12",
    ),
    "in french": (
        """
        CERTIFICAT D'INDIVIDUALITÉ
        Deux témoins attestent que TRAORE Moussa et TRAORE Mohamed Moussa Junior ne font qu'une seule et même personne.
        Fait à Sikasso, le 4 avril 2024
        """,
        "TRAORE Moussa", "TRAORE Mohamed Moussa Junior", "2024-04-04",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", PAPERS)
def test_both_names_are_read(name: str) -> None:
    text, own, other, day = PAPERS[name]
    document = docx(text)
    assert recognise_paper(document) == "name-change"
    assert facts(name_change.read(document)) == {
        "full_name": own, "other_family_name": other, "document_date": day,
    }  # fmt: skip


def test_the_name_of_a_relative_is_no_other_name() -> None:
    document = docx("""
        NOTICE OF CHANGE OF NAME
        I, Amar Nath Sethi, have changed the name of my minor son from Rohan Kumar Sethi to Rohan Nath Sethi.
    """)
    assert "other_family_name" not in facts(name_change.read(document))


def test_a_letter_that_tells_of_a_former_name_is_none() -> None:
    assert name_change.recognise(docx("Dear Officer,\nI was formerly known as Ana Lim.\nAna Cruz")) == 0.0


def test_a_court_changes_a_name() -> None:
    document = docx("""
        ORDER FOR CHANGE OF NAME
        It is ordered that the name of the petitioner is changed from LENA ROSE PARK to LENA ROSE CHO.
        Dated 5 June 2019
    """)
    assert recognise_paper(document) == "name-change"
    told = facts(name_change.read(document))
    assert (told["full_name"], told["other_family_name"]) == ("LENA ROSE CHO", "LENA ROSE PARK")


def test_a_name_that_was_called_otherwise_before() -> None:
    document = docx("""
        AFFIDAVIT OF CHANGE OF NAME
        I, Aung Min Htet, of Mandalay, formerly called Soe Min Htet, do hereby affirm the change.
        Sworn on 3 May 2012
    """)
    assert recognise_paper(document) == "name-change"
    assert facts(name_change.read(document))["other_family_name"] == "Soe Min Htet"


def test_an_affidavit_of_which_no_other_whole_name_is_read_is_left_alone() -> None:
    document = docx("""
        AFFIDAVIT OF DISCREPANCY IN NAME
        I, Lourdes Reyes, state that my first name is entered as "Ma. Lourdes"; both are one and the same person.
    """)
    assert name_change.recognise(document) == 0.0
