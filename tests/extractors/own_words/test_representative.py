"""Letters of lawyers and consultants, who speak of the applicant in the third person."""

import pytest

from consistency.extractors.extract import recognise_paper
from consistency.extractors.papers import explanation_letter
from tests.extractors.papers.made import docx, facts, rows

CONSULTANT = """
    NORTH GATE IMMIGRATION SERVICES INC.
    November 9, 2026
    Dear Officer:
    We act for the Applicant, Ms. Ida Sample, and make these submissions in support of her new work permit application.
    Her previous application, W448210976, was refused on July 2, 2025.
    {told}
    She will leave Canada at the end of her stay.
    Respectfully submitted,
    Amanda Chiu, RCIC R512204
"""
LAWYER = """
    Cabinet Me Paul Exemple, avocat
    Tunis, le 3 novembre 2026
    Madame, Monsieur,
    Objet : demande de permis de travail de mon client, M. Amine Ben Exemple
    J’ai l’honneur de vous soumettre, au nom de mon client, une nouvelle demande, la précédente (W551200347) ayant été
        refusée le 30 juin 2025. Mon client est soudeur chez Atlas Métal SA depuis octobre 2016. Il est marié.
    Veuillez agréer, Madame, Monsieur, mes salutations distinguées.
    Me Paul Exemple
"""


def test_a_consultants_letter_is_read_as_what_the_client_says() -> None:
    told = "Ms. Sample has been employed with Mill Foods Ltd. since July 2019. She is unmarried."
    document = docx(CONSULTANT.format(told=told))
    assert recognise_paper(document) == "explanation-letter"
    reading = explanation_letter.read(document)
    assert facts(reading) == {
        "full_name": "Ida Sample",
        "document_date": "2026-11-09",
        "marital_status": "single",
    }
    assert rows(reading, "refusal") == [{"from": "2025-07-02", "number": "W448210976", "country": "CA"}]
    assert rows(reading, "job") == [{"from": "2019-07", "to": "present", "employer": "Mill Foods Ltd."}]


def test_the_second_half_of_a_sentence_is_the_clients_too() -> None:
    told = "She completed a diploma at Mill College in 2016 and has been employed with Mill Foods Ltd. since July 2019."
    (job,) = rows(explanation_letter.read(docx(CONSULTANT.format(told=told))), "job")
    assert (job["employer"], job["from"]) == ("Mill Foods Ltd.", "2019-07")


def test_a_lawyers_letter_in_french() -> None:
    document = docx(LAWYER)
    assert recognise_paper(document) == "explanation-letter"
    reading = explanation_letter.read(document)
    assert facts(reading)["full_name"] == "Amine Ben Exemple"
    assert facts(reading)["marital_status"] == "married"
    assert [row["from"] for row in rows(reading, "refusal")] == ["2025-06-30"]
    (job,) = rows(reading, "job")
    assert (job["from"], job["employer"]) == ("2016-10", "Atlas Métal SA")


@pytest.mark.parametrize(
    "told",
    [
        "Her husband Omar is a welder with Steel Ltd. since 2015. He is a citizen of Togo.",
        "In Singh v. Canada (Citizenship and Immigration), 2022 FC 12, the applicant has worked at Mill since 2011.",
        "Mr. Paul Dyck is the owner of Prairie Foods Inc. He works at Prairie Foods Inc. since 2001 and is married.",
    ],
)
def test_what_is_said_of_others_is_not_the_clients(told: str) -> None:
    reading = explanation_letter.read(docx(CONSULTANT.format(told=told)))
    assert rows(reading, "job") == []
    assert "marital_status" not in facts(reading)


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("Principal Applicant: SAMPLE, Ida", "SAMPLE, Ida"),
        ("Our client: Ms. Ida Sample", "Ida Sample"),
        ("From: Amanda Chiu, RCIC", "Ida Sample"),
    ],
)
def test_the_client_is_the_one_whom_the_head_names(head: str, name: str) -> None:
    text = CONSULTANT.format(told="").replace("Dear Officer:", f"{head}\n    Dear Officer:")
    assert facts(explanation_letter.read(docx(text)))["full_name"] == name


@pytest.mark.parametrize(
    "text",
    [
        "Dear Ida Sample,\nYour representative, an RCIC, submitted your application for a visa. I am refusing it.",
        "RETAINER AGREEMENT\nBetween Amanda Chiu, RCIC, and the client Ida Sample. Our client wants a work permit. On "
        "behalf of our client we act for a fee.",
        "To whom it may concern,\nIda Sample has been employed with our law firm as a clerk since 2019. Our clients "
        "like her. She applies for a work permit.",
    ],
)
def test_other_papers_with_a_representative_are_none(text: str) -> None:
    assert recognise_paper(docx(text)) != "explanation-letter"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Fairview Professional Corporation | Immigration Law\nMay 4, 2026\n"
            "Re: SAMPLE, Ida Maria – UCI 1111-2222 – work permit\nDear Officer,\n"
            "I act for Ms. Sample. The previous officer held that her savings were too small. The bank letter "
            "answers it.\n"
            "All of which is respectfully submitted.\nPeter Blank",
            "SAMPLE, Ida Maria",
        ),
        (
            "Boréal Conseil, consultants en immigration, CRIC R500111\nLe 4 mai 2026\n"
            "Objet : Mme Ida Maria SAMPLE (IUC 1111-2222), permis de travail\nMadame, Monsieur,\n"
            "L'agente a estimé que ses ressources étaient insuffisantes. Le relevé de notre cliente y répond.\n"
            "Nous sollicitons donc la délivrance du permis.\nPierre Blanc",
            "Ida Maria SAMPLE",
        ),
        (
            "MÉMOIRE DE L'AVOCAT\nMe Paul Exemple, Barreau de Montréal\nDossier : Ida Maria Sample – permis de "
            "travail\n"
            "1. Selon l'agent, Mme Sample n'avait pas établi ses liens.\n2. Il est demandé de délivrer le permis.",
            "Ida Maria Sample",
        ),
    ],
)
def test_submissions_that_argue_with_the_officer(text: str, name: str) -> None:
    document = docx(text)
    assert recognise_paper(document) == "explanation-letter"
    assert facts(explanation_letter.read(document))["full_name"] == name


def test_the_papers_of_a_court_are_no_submissions_to_an_officer() -> None:
    text = (
        "FEDERAL COURT\nBetween Ida Sample, Applicant, and the Minister of Citizenship and Immigration, Respondent\n"
        "Counsel for the Applicant submits that the officer erred in the matter of her work permit. The Applicant is "
        "represented by Amanda Chiu, barrister and solicitor.\nAll of which is respectfully submitted."
    )
    assert recognise_paper(docx(text)) is None
