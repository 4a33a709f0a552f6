"""Letters of refusal: Canada's generations, decision notes, other states."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from consistency.extractors.extract import recognise_paper
from consistency.extractors.papers import refusal_letter
from consistency.extractors.refusals.reasons import reasons_in
from consistency.model import Document
from tests.extractors.papers.made import docx, facts, pdf, rows


def reasons(text: str) -> list[object]:
    return [row.get("reason") for row in rows(refusal_letter.read(pdf(text)), "refusal_reason")]


CHECKLIST = """
Citizenship and Immigration Canada          Citoyennete et Immigration Canada
                                            IMM 5621
Visa Section
Canadian High Commission
Nairobi
                                       File No.: V300445566
                                       Client ID: 3344-5566
Date: 14 September 2015

Grace Wanjiku Mwangi
P.O. Box 4455, Nakuru, Kenya

Dear Ms. Mwangi:

Your application for a temporary resident visa has been refused for the reasons marked below.

[X]  You have not satisfied me that you would leave Canada at the end of your stay. I have considered:
     [X]  travel history
     [ ]  family ties in Canada and in country of residence
     [ ]  length of proposed stay
     [X]  purpose of visit
     [ ]  employment prospects in country of residence
     [X]  current employment situation
     [ ]  personal assets and financial status
[ ]  You have not provided sufficient documentation.
[ ]  You are inadmissible on grounds of criminality.

Other reasons:
You did not submit a police certificate as requested.

Yours truly,
Visa Officer
"""


def test_a_checklist_counts_only_what_is_marked() -> None:
    document = pdf(CHECKLIST)
    reading = refusal_letter.read(document)
    assert refusal_letter.recognise(document) > 0.5
    assert facts(reading) == {
        "uci": "3344-5566", "application_number": "V300445566", "decision": "refused", "document_date": "2015-09-14",
        "full_name": "Grace Wanjiku Mwangi",
    }  # fmt: skip
    assert rows(reading, "refusal") == [{"from": "2015-09-14", "number": "V300445566", "country": "CA"}]
    assert reasons(CHECKLIST) == ["travel", "purpose", "employment", "incomplete"]


@pytest.mark.parametrize(("yes", "no"), [("☒", "☐"), ("(x)", "( )"), ("X", "__")])
def test_marks_of_other_kinds(yes: str, no: str) -> None:
    text = CHECKLIST.replace("[X]", yes).replace("[ ]", no)
    assert reasons(text) == ["travel", "purpose", "employment", "incomplete"]


@pytest.mark.parametrize(
    ("above", "greeting", "name"),
    [
        ("Ms Grace Mwangi", "Dear Ms Mwangi,", "Grace Mwangi"),
        ("MWANGI Grace Wanjiku", "Dear Grace:", "MWANGI Grace Wanjiku"),
        ("Mr Peter Otieno", "Dear Ms Mwangi,", "Mwangi"),
    ],
)
def test_a_greeting_by_one_name_is_for_the_addressee_above(above: str, greeting: str, name: str) -> None:
    text = f"Home Office\nDate: 14 November 2022\n\n{above}\n\n{greeting}\n\nI have refused your application."
    assert facts(refusal_letter.read(pdf(text)))["full_name"] == name


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("Mrs. Adwoa Serwaa BOATENG\nborn 4 May 1990", "Adwoa Serwaa BOATENG"),
        ("Frau Yasmin HADDAD\nRef. 2023/0091", "Yasmin HADDAD"),
        ("Monsieur TRAORE Moussa, né le 2 mars 1988", "TRAORE Moussa"),
        ("Boateng Adwoa\nDate of birth: 4 May 1990", "Boateng Adwoa"),
    ],
)
def test_the_addressee_of_a_letter_that_greets_nobody(head: str, name: str) -> None:
    refused = "REFUSAL OF VISA\n\nThe visa you applied for has been refused."
    text = f"Embassy of Austria\n14 November 2022\n\n{head}\n\n{refused}"
    assert facts(refusal_letter.read(pdf(text)))["full_name"] == name


BULLETS = """
Immigration, Refugees and Citizenship Canada

March 22, 2025
UCI: 1239-4285     Application No.: W302995083

USMAN QURESHI
121 Hill Road, Sialkot, Pakistan

Dear Sir/Madam,

Following an examination of your application, I am not satisfied that you meet the requirements of the Act
and the Regulations for the reasons explained below. I am therefore refusing your application.

 • I am not satisfied that you will leave Canada at the end of your stay, as stipulated in subsection
   200(1) of the IRPR, based on the limited employment prospects in your country of residence.
 • You were not able to demonstrate that you will be able to adequatly perform the work you seek.
 • Your story about the blue house was odd beyond all telling.

You are welcome to reapply if you feel that you can respond to these concerns.
Officer
"""


def test_bullets_a_typing_slip_and_a_ground_nobody_knows() -> None:
    reading = refusal_letter.read(pdf(BULLETS))
    assert facts(reading)["full_name"] == "USMAN QURESHI"
    assert facts(reading)["document_date"] == "2025-03-22"
    found = rows(reading, "refusal_reason")
    assert [row.get("reason") for row in found] == ["employment", "perform-work", None]
    assert found[2]["details"] == "Your story about the blue house was odd beyond all telling."
    assert reading.records[1].evidence.page == 1
    assert reading.records[1].evidence.box is not None


FRENCH = """
Immigration, Réfugiés et Citoyenneté Canada

Le 18 mars 2025
IUC : 1122-3344
Numéro de demande : W388990011

Mme Aïssatou Diallo
Conakry, Guinée

Madame,

La présente concerne votre demande de permis de travail. Après un examen attentif, votre demande a été refusée.
Je ne suis pas convaincu que vous quitterez le Canada à la fin de votre séjour, conformément à l'alinéa 200(1)b)
du RIPR, en raison de :
 - votre statut d'immigration dans votre pays de résidence;
 - vos liens familiaux au Canada et dans votre pays de résidence;
 - la durée de votre séjour proposé.
Selon les documents présentés, je ne suis pas convaincu que vous ayez répondu véridiquement à toutes les questions,
comme l'exige le paragraphe 16(1) de la Loi.
Vous pouvez présenter une nouvelle demande en tout temps.
Notes de l'agent
J'ai examiné la demande. L'offre d'emploi ne me semble pas authentique.
"""


def test_a_french_letter_with_notes() -> None:
    reading = refusal_letter.read(pdf(FRENCH))
    assert facts(reading) == {
        "uci": "1122-3344", "application_number": "W388990011", "decision": "refused", "document_date": "2025-03-18",
        "full_name": "Aïssatou Diallo",
    }  # fmt: skip
    assert reading.language == "fr"
    assert reasons(FRENCH) == [
        "residence-status",
        "ties-family",
        "length-of-stay",
        "not-truthful",
        "job-offer",
    ]


def test_the_united_states_refuse() -> None:
    document = pdf("""
        Embassy of the United States of America
        Consular Section
        Abuja

        Date: March 3, 2022

        Dear Visa Applicant:

        This is to inform you that you have been found ineligible for a nonimmigrant visa under Section 214(b)
        of the U.S. Immigration and Nationality Act. You have not demonstrated that you have the ties that will compel
        you to return.

        Today's decision cannot be appealed. However, you may reapply at any time.
        Sincerely,
        Consular Officer
    """)
    assert refusal_letter.recognise(document) > 0.5
    assert rows(refusal_letter.read(document), "refusal") == [{"from": "2022-03-03", "country": "US"}]
    assert "full_name" not in facts(refusal_letter.read(document))


def test_the_united_kingdom_and_a_schengen_state_refuse() -> None:
    british = docx("""
        UK Visas and Immigration
        REFUSAL OF ENTRY CLEARANCE
        Name: Blessing Chinyere Eze
        Date of decision: 07 July 2018
        Your application for a visit visa to the UK has been refused.
        I am not satisfied as to the origin of the funds.
        You may reapply if your circumstances change.
        Entry Clearance Officer
    """)
    italian = docx("""
        Embassy of Italy in Accra
        REFUSAL / ANNULMENT / REVOCATION OF VISA
        Date: 04.05.2019
        Ms Ama Serwaa
        Your visa has been refused. This decision is based on the following reason(s):
        ☐ a false travel document was presented
        ☒ justification for the purpose and conditions of the intended stay was not provided
        ☒ your intention to leave the territory of the Member States could not be ascertained
        The Embassy has examined your visa application. You have the right to appeal.
    """)
    assert rows(refusal_letter.read(british), "refusal") == [{"from": "2018-07-07", "country": "GB"}]
    assert facts(refusal_letter.read(british))["full_name"] == "Blessing Chinyere Eze"
    assert rows(refusal_letter.read(italian), "refusal") == [{"from": "2019-05-04", "country": "IT"}]
    assert refusal_letter.recognise(italian) > 0.5


SCHENGEN = """
Ambassade de France au Ghana

REFUS / ANNULATION / ABROGATION DE VISA

Madame / Monsieur SAMPLE Ida
L'ambassade de France à Accra a
[X] examiné votre demande de visa no FRAACC202311447
[ ] examiné le visa numéro
[X] Le visa a été refusé

La présente décision est fondée sur le(s) motif(s) suivant(s) :

1. [ ] un document de voyage faux a été présenté
2. [ ] l'objet et les conditions du séjour envisagé n'ont pas été justifiés
3. [X] vous n'avez pas fourni la preuve que vous disposez de moyens de subsistance suffisants

Date et cachet : 06/02/2023
"""


@pytest.mark.parametrize("make", [docx, pdf])
def test_a_sheet_with_numbered_boxes_and_boxes_for_what_was_decided(make: Callable[[str], Document]) -> None:
    reading = refusal_letter.read(make(SCHENGEN))
    assert rows(reading, "refusal") == [{"from": "2023-02-06", "country": "FR"}]
    assert [row.get("reason") for row in rows(reading, "refusal_reason")] == ["finances"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("you do not have significant family ties outside Canada", ("ties-family",)),
        (
            "your assets and financial situation are insufficient to support the stated purpose of travel",
            ("finances",),
        ),
        (
            "the compensation indicated in your job offer and your assets and financial situation are insufficient",
            ("finances",),
        ),
        ("the purpose of your visit to Canada is not consistent with a temporary stay", ("purpose",)),
        (
            "your current employment situation does not show that you are financially established",
            ("employment",),
        ),
        ("le but de votre visite au Canada n'est pas compatible avec un séjour temporaire", ("purpose",)),
        ("PA HAS NOT DEMONSTRATED SUFF TVL HIST", ("travel",)),
        ("The applicant's travel history is noted.", ()),
        ("not satisfied that the applicant will depart Canada at the end of the period", ("will-leave",)),
        ("found inadmissible for misrepresentation under paragraph 40(1)(a)", ("misrepresentation",)),
    ],
)
def test_words_of_grounds(sentence: str, expected: tuple[str, ...]) -> None:
    assert reasons_in(sentence) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Dear Officer,\nMy application W302995083 was refused on 3 May 2024. I am applying again. I will leave Canada.",
        "Dear Ms. Mwangi,\nBefore a final decision is made, you have 30 days. Your application may be refused.",
        "We are pleased to offer you the position of Cook.",
        "",
    ],
)
def test_other_letters_refuse_nothing(text: str) -> None:
    assert refusal_letter.recognise(pdf(text)) < 0.3


@pytest.mark.parametrize(
    "decided", ["Après examen, je la refuse", "Votre demande ne peut être approuvée", "Je dois refuser"]
)
def test_a_french_letter_that_refuses_by_few_words(decided: str) -> None:
    text = f"""
        Immigration, Réfugiés et Citoyenneté Canada
        Date : 12 mai 2025
        Demande no : W345510087
        Monsieur,
        La présente concerne votre demande de permis de travail. {decided} pour le motif suivant :
        Vous n'avez pas démontré que vous serez en mesure d'exercer adéquatement l'emploi (alinéa R200(3)a)).
        Agent, Section des visas, Rabat
    """
    assert refusal_letter.recognise(pdf(text)) >= 0.5


LETTER = """
Immigration, Refugees and Citizenship Canada

March 4, 2025
UCI: 1239-4285
{number}

Dear Ida Sample:

{first}
{then}

Sincerely,
Officer
"""


def one_letter(first: str, then: str, number: str = "Application No.: W302995083") -> str:
    return LETTER.format(first=first, then=then, number=number)


@pytest.mark.parametrize(
    "form",
    [
        "Your application does not meet the requirements of the Immigration and Refugee Protection Act and is refused.",
        "Your application was assessed and does not meet the requirements for issuing a work permit. It is refused.",
        "An officer has determined that you do not meet the eligibility requirements. It has therefore been refused.",
        "Your application is refused; accordingly I am unable to issue you a work permit.",
        "I am not satisfied that you meet the requirements of the Act and Regulations. I am refusing the application.",
        "Unfortunately your request for a temporary resident visa is refused, and it cannot be approved.",
        "Votre demande est refusée. Elle ne répond pas aux exigences de la Loi et du Règlement.",
        "Je ne suis pas convaincu que votre demande de permis de travail réponde aux exigences; elle est donc refusée.",
        "Your application is refused. You are now without status in Canada.",
    ],
)
def test_the_words_of_every_letter_are_no_ground(form: str) -> None:
    family = "You do not have significant family ties outside Canada."
    assert reasons(one_letter(form, family)) == ["ties-family"]


@pytest.mark.parametrize(
    ("told", "ground"),
    [
        ("You do not meet the requirements of the position offered.", "perform-work"),
        ("You do not meet the language requirements.", "perform-work"),
        ("You do not meet the requirements of the category in which you applied.", "wrong-stream"),
        ("I am not satisfied that you will leave Canada at the end of your stay.", "will-leave"),
        ("You lost your temporary resident status before you applied.", "unauthorized"),
        ("Your employer does not hold a valid LMIA; I cannot issue a work permit.", "employer-lmia"),
        ("An updated medical examination that I requested was not received.", "incomplete"),
        (
            "You are inadmissible, as your medical examination shows a danger to public health.",
            "inadmissible",
        ),
    ],
)
def test_a_ground_in_words_near_those_of_every_letter(told: str, ground: str) -> None:
    assert reasons(one_letter("Your application has been refused.", told)) == [ground]


@pytest.mark.parametrize(
    ("number", "read"),
    [
        ("N° de demande : W302995083 — IUC : 1239-4285", "W302995083"),
        ("Our file: V 300 445 566", "V300445566"),
        ("Reference number: GWF012345678", "GWF012345678"),
        ("Application\nIMM 0276 (10-2025) E", None),
        ("Application no. IMM 0276 (10-2025) E\nFile W302995083", "W302995083"),
        ("Dossier 12 rue des Lilas 75011", None),
    ],
)
def test_the_number_of_the_application(number: str, read: str | None) -> None:
    reading = refusal_letter.read(pdf(one_letter("Your application is refused.", "Reasons follow.", number)))
    assert facts(reading).get("application_number") == read


REFUSING = [
    """
    Government of Canada
    May 3, 2025
    UCI: 1239-4285
    Application: W302995083
    Dear Ida Sample,
    We reviewed your application for a work permit. Unfortunately, it was not approved.
    You have not shown that you have enough money for your stay.
    Officer
    """,
    """
    May 3, 2025
    UCI: 1239-4285
    Application no. W302995083
    Dear Ida Sample,
    You do not qualify for a work permit, because you have not shown that you can do the work.
    Officer
    """,
    """
    High Commission of Canada, Accra
    May 3, 2025
    Dear Ida Sample,
    A temporary resident visa cannot be issued to you at this time, as you have not satisfied me that you will
    leave Canada.
    Visa Officer
    """,
    """
    Ambassade du Canada, Dakar
    Le 3 mai 2025
    Madame,
    Votre demande de visa de résident temporaire n'a pu être approuvée. Vous n'avez pas démontré vos attaches au
    Sénégal.
    L'agent des visas
    """,
    """
    IRCC
    May 3, 2025
    UCI: 1239-4285
    W302995083
    Hello Ida,
    A decision was made. The result is negative: your application for a study permit was declined.
    IRCC
    """,
    """
    Le 3 mai 2025
    IUC : 1239-4285
    Numéro de demande : W302995083
    Madame,
    Nous ne pouvons accorder le permis de travail que vous avez demandé.
    Vous ne remplissez pas les conditions de l'article 200 du Règlement.
    """,
    """
    Citizenship and Immigration Canada
    June 3, 2012
    File: V300445566
    Dear Ida,
    I have carefully considered your application for a visa and have come to the conclusion that it does not
    warrant approval. You did not satisfy me that you have enough funds.
    Yours truly, Second Secretary
    """,
]
NOT_REFUSING = [
    """
    Immigration, Refugees and Citizenship Canada
    May 3, 2025
    UCI: 1239-4285
    Application no. W302995083
    Dear Ida Sample,
    We received your application for a work permit. If your application is refused, we will tell you. You must
    give your biometrics within 30 days.
    IRCC
    """,
    """
    Immigration, Refugees and Citizenship Canada
    May 3, 2025
    UCI: 1239-4285
    Application no. W302995083
    Dear Ida Sample,
    Your application for a work permit has been approved. If you do not meet the requirements at the port of
    entry, you may be refused entry. You must not work without authorization.
    IRCC
    """,
    """
    Northern University
    May 3, 2025
    Dear Ida Sample,
    Thank you for your interest in our programme. Your application for admission was not successful. You are
    welcome to reapply next year.
    Admissions
    """,
    """
    May 3, 2025
    Maple Foods Ltd.
    Dear Ida Sample,
    Thank you for your interest in the position of cook. Unfortunately your application was not accepted. A work
    permit is needed.
    HR
    """,
    """
    Ida Sample
    May 3, 2026
    Dear Visa Officer,
    You did not approve my application W302995083 of last year. Please accept this new application. I will leave
    Canada at the end of my stay. My employer wants me back and my family is here.
    Ida Sample
    """,
    """
    Smith Immigration Law
    May 3, 2026
    Dear Visa Officer,
    We represent Ms. Ida Sample. Her application W302995083 was refused on May 3, 2025, as the officer was not
    satisfied that she would leave Canada. Please find the new application of our client enclosed.
    J. Smith, lawyer
    """,
    """
    Immigration, Refugees and Citizenship Canada
    May 3, 2025
    UCI: 1239-4285
    Application no. W302995083
    Dear Ida Sample,
    I have concerns that you do not meet the requirements for a work permit. You have the opportunity to respond
    within 30 days before a final decision is made.
    Officer
    """,
    """
    Service Canada
    May 3, 2025
    Maple Foods Ltd.
    Your application for a Labour Market Impact Assessment has been refused. You may submit a new application.
    Program officer
    """,
    """
    Maple Bank
    May 3, 2025
    Dear Ida Sample,
    Your application for a Visa card was not approved. You can apply again.
    Maple Bank
    """,
    """
    Maple Foods Ltd.
    May 3, 2025
    Dear Ida,
    We offer you the job of cook, 40 hours a week at $20 an hour. This offer ends if your work permit is refused
    or not approved.
    HR
    """,
]


@pytest.mark.parametrize("text", REFUSING)
def test_a_letter_that_refuses_in_words_of_its_own(text: str) -> None:
    assert recognise_paper(docx(text)) == recognise_paper(pdf(text)) == "refusal-letter"


@pytest.mark.parametrize("text", NOT_REFUSING)
def test_a_letter_that_refuses_no_stay_or_none_of_its_reader(text: str) -> None:
    assert "refusal-letter" not in {recognise_paper(docx(text)), recognise_paper(pdf(text))}


def test_a_message_of_the_portal_gives_no_ground_where_it_says_what_can_be_done() -> None:
    text = """
Decision on your application
Application number: W302995083     UCI: 1239-4285
March 22, 2025

Dear Usman Qureshi,

Thank you for your application for a work permit. An officer looked at it and it was not approved.

Why your application was refused
Your employment situation does not show that you are financially established.

What you can do next
You can apply again if your situation has changed. You can also ask the Federal Court to review it.
"""
    assert reasons(text) == ["employment"]


@pytest.mark.parametrize(
    "page",
    [
        """
        View application status and messages
        Application number    W300000017
        Date received         March 3, 2024
        Messages about your application
        Subject               Date sent          Date read
        Final decision        June 14, 2024      June 15, 2024
        Application status: your application was refused. Read the letter for the reasons.
        """,
        """
        Mon compte
        État de la demande : votre demande a été refusée
        Numéro de demande     W300000017
        Objet                 Date d'envoi       Date de lecture
        Décision finale       14 juin 2024       15 juin 2024
        """,
    ],
)
def test_a_printed_page_of_an_account_is_no_letter(page: str) -> None:
    assert refusal_letter.recognise(pdf(page)) < 0.5


BORDER_ACTS = {
    "a refusal of entry": (
        "Medyka, 14.06.2018\nCommandant of the Border Guard Post\nDECISION No. 12/2018\non the "
        "refusal of entry into the territory of the Republic of Poland\n"
        "I refuse Mr. TARAS SAMPLE, born 08.03.1984, entry into the territory of "
        "the Republic of Poland, because he held no valid visa.\nThe foreigner may appeal within 7 days.",
        ("PL", "2018-06-14"),
    ),
    "an order of removal": (
        "IMMIGRATION BUREAU\nORDER OF REMOVAL\n6 March 2021\nMr. TARAS SAMPLE has been ordered to be removed from the "
        "Kingdom of Thailand, having stayed 41 days after the permitted period.",
        ("TH", "2021-03-06"),
    ),
    "an order to leave": (
        "Police des frontières, Nice\nLe 3 mai 2019\nArrêté portant obligation de quitter le "
        "territoire français\nM. TARAS SAMPLE, né le 8 mars 1984, est obligé de partir "
        "dans les trente jours. L'intéressé a été informé de ses droits.",
        ("FR", "2019-05-03"),
    ),
}


@pytest.mark.parametrize("act", BORDER_ACTS)
def test_an_office_decides_on_an_entry_and_addresses_nobody(act: str) -> None:
    text, (country, day) = BORDER_ACTS[act]
    document = pdf(text)
    assert recognise_paper(document) == "refusal-letter"
    (refusal,) = rows(refusal_letter.read(document), "refusal")
    assert (refusal["country"], refusal["from"]) == (country, day)


@pytest.mark.parametrize(
    "text",
    [
        "BORDER CONTROL OFFICE\nVISA GRANT NOTICE\nMr. TARAS SAMPLE may enter.\nIf refused, a removal order is made.",
        "Immigration rules\nRefusal of entry: what you need to know\nA person may appeal.",
        "To the visa officer\nImmigration section\nMy refusal of entry in 2018\nI am applying again.",
        "BORDER GUARD SERVICE\nCertificate\nMr. TARAS SAMPLE entered on 3 May 2019 and left on 4 May 2019.",
    ],
)
def test_no_act_of_a_border_office(text: str) -> None:
    assert recognise_paper(pdf(text)) != "refusal-letter"


@pytest.mark.parametrize(
    ("ground", "slugs"),
    [
        (
            "Votre salaire et vos avoirs ne sont pas suffisants pour le but déclaré de votre visite.",
            ["finances"],
        ),
        ("Your income is not sufficient for the stated purpose of your trip.", ["finances"]),
        ("Your ties abroad are too weak to convince me that you would depart.", ["ties-family"]),
        ("Your travel history is short.", ["travel"]),
        (
            "The LMIA was no longer valid when it was received (R203).\n\nYour status expired on 3 May 2025.",
            ["employer-lmia"],
        ),
        ("The letter of your employer does not state your salary.", ["employment"]),
        ("The job does not match your background.", ["perform-work"]),
        ("The purpose of your trip is vague and your income is insufficient.", ["purpose", "finances"]),
        (
            "I am not satisfied that your employer has enough money to pay you the salary offered.",
            ["job-offer"],
        ),
    ],
)
def test_the_purpose_for_which_money_is_short_is_no_ground_of_its_own(ground: str, slugs: list[str]) -> None:
    text = (
        "\nIRCC\nMarch 22, 2025\nDear Ida Sample,\nI have reviewed your application for a work permit and it has been "
        f"refused for the following reasons:\n- {ground}\nYou may reapply.\n"
    )
    assert reasons(text) == slugs


def test_boxes_below_an_application_that_did_not_succeed() -> None:
    document = pdf("""
        EMBASSY OF CANADA - VISA SECTION - LIMA
        Date: 4 May 2016      File no: W300000017
        Dear Applicant: SAMPLE Ida
        The marks below show why your application for a work permit did not succeed.
        [x] your limited employment prospects at home
        [ ] your travel history
        [x] You do not meet the job requirements of the Labour Market Opinion
        Visa Officer
    """)
    assert recognise_paper(document) == "refusal-letter"
    told = rows(refusal_letter.read(document), "refusal_reason")
    assert [row["reason"] for row in told] == ["employment", "perform-work"]


def test_a_day_below_a_long_line_with_the_name_of_the_office() -> None:
    head = "Immigration, Refugees and Citizenship Canada | Immigration, Réfugiés et Citoyenneté Canada"
    reading = refusal_letter.read(
        pdf(f"""
        {head.replace("|", "- Service to clients, Office of Western")} Canada
        3 May 2024

        Application: W302995083    UCI: 1122-3344
        Dear Ida Sample:

        Your application for a work permit is refused. I am not satisfied that you will leave Canada.
        """)
    )
    assert facts(reading)["document_date"] == "2024-05-03"


def test_a_day_that_ends_a_long_sentence_is_not_the_letters() -> None:
    reading = refusal_letter.read(
        pdf("""
        Dear Ida Sample:
        Your application for a work permit, number W302995083, which our office in the city of Warsaw received on
        3 May 2024 is refused. I am not satisfied that you will leave Canada.
        """)
    )
    assert "document_date" not in facts(reading)


def test_the_day_below_the_long_name_of_the_office() -> None:
    letter = pdf("""
Immigration, Refugees and Citizenship Canada - Immigration, Réfugiés et Citoyenneté Canada
November 4, 2025
Application: W340118822
Dear Ana Maria Lopes Prado,
I have refused your application for a work permit on the following grounds:
- I am not satisfied that you will leave Canada at the end of your stay based on your family ties.
Officer: BT
""")
    assert facts(refusal_letter.read(letter))["document_date"] == "2025-11-04"


def test_what_a_picture_left_of_the_head_takes_no_refusal_back() -> None:
    letter = pdf("""
    Immigration, Refugees and Citizenship Canada - Case Processing Centre
    October 8, 2026
    Ines ROJAS LEMA
    TRES if
    Application      W406617720
    Dear Ines ROJAS LEMA,
    Your application for a new work permit, received July 30, 2026, has been refused.
    The Labour Market Impact Assessment that you provided had expired.
    """)
    assert recognise_paper(letter) == "refusal-letter"


def test_a_letter_that_says_what_happens_if_it_is_refused_refuses_nothing() -> None:
    letter = pdf("""
    Immigration, Refugees and Citizenship Canada - Case Processing Centre
    October 8, 2026
    Application      W406617720
    Dear Ines ROJAS LEMA,
    We have received your application. If your application for a new work permit is refused, you must leave Canada.
    """)
    assert recognise_paper(letter) != "refusal-letter"


def test_a_letter_of_which_the_office_and_the_number_could_not_be_read() -> None:
    letter = pdf("""
    Immigrafion, Refugeos and Citizenchin Canada
    Date: August 30, 2024
    Applicant     INES ROJAS LEMA
    UCI           1166-2031
    I have reviewed your application and I am refusing it for the following reasons:
    You have not demonstrated that you will leave Canada at the end of your stay, based on your family ties.
    Officer AA0921
    """)
    assert recognise_paper(letter) == "refusal-letter"


def test_what_a_printed_ground_holds_for_whom_it_may_concern_is_no_ground_of_its_own() -> None:
    letter = pdf("""
IRCC – Portail de demande
Message reçu le 2025-06-03
N° de demande : W340118822     IUC : 1140-2276
Bonjour KARIM HADDAD,
Nous avons pris une décision concernant votre demande de permis de travail. Elle n'est pas approuvée.
Raisons de la décision
- Vos fonds sont insuffisants pour subvenir au but déclaré de votre voyage (et à celui des membres de la famille
  qui vous accompagnent, s'il y a lieu).
""")
    assert [one["reason"] for one in rows(refusal_letter.read(letter), "refusal_reason")] == ["finances"]


def test_two_factors_of_one_sentence_and_numbered_headings() -> None:
    letter = pdf("""
Government of Canada
Our file: W340118822
3 June 2025
Dear Ms. Ospina,
I have reviewed your application for a work permit. I regret to tell you that it is refused.
Reason 1 – Return to Colombia. I am not satisfied that you would leave Canada having regard to your financial
situation and to the purpose of your visit.
Reason 2 – Your job. The letter of your employer is undated, and I am not satisfied with your employment situation.
Migration Officer, Embassy of Canada to Colombia, Bogotá, Colombia
""")
    reasons = [one.get("reason") for one in rows(refusal_letter.read(letter), "refusal_reason")]
    assert set(reasons) == {"finances", "purpose", "employment"}


@pytest.mark.parametrize(
    "silent",
    [
        "The employment letter does not mention duties.",
        "Reference letters do not declare the salary of the applicant.",
        "The bank certificate does not mention the average balance.",
        "L'attestation de travail ne mentionne pas les tâches.",
    ],
)
def test_a_paper_that_is_silent_on_something_is_no_untruth(silent: str) -> None:
    assert "not-truthful" not in reasons_in(silent)
    assert "not-truthful" in reasons_in(f"{silent} PA did not mention the removal from the USA.")


def test_a_union_that_is_not_genuine_is_no_untruth_of_papers() -> None:
    words = (
        "You have not satisfied me that you are in a genuine common-law relationship: no proof was submitted."
    )
    assert "not-truthful" not in reasons_in(words)
    assert "not-truthful" in reasons_in(
        "I am not satisfied that the certificate of the union is a genuine document."
    )


@pytest.mark.parametrize(
    "words",
    [
        "Malheureusement, nous devons la refuser.",
        "Je me vois contrainte de la rejeter.",
        "Nous sommes dans l'obligation de la refuser.",
    ],
)
def test_an_office_that_has_to_refuse(words: str) -> None:
    letter = pdf(f"""
Gouvernement du Canada
Date : 2025-09-11
Demande no W340118822 – IUC 11402276
Cher Karim Haddad,
Votre demande de permis de travail a été examinée avec soin. {words}
Pourquoi nous l'avons refusée
Vos ressources financières apparaissent insuffisantes compte tenu du coût de votre installation.
Rien ne vous empêche de présenter une nouvelle demande.
""")
    assert refusal_letter.recognise(letter) > 0.5
    assert [one.get("reason") for one in rows(refusal_letter.read(letter), "refusal_reason")] == ["finances"]


def test_a_notice_that_only_its_number_shows_to_be_of_canada() -> None:
    letter = pdf("""
Notice of decision
Application: W340118822 | Date of decision: June 3, 2025
To: Karim HADDAD
The officer who reviewed your work permit application was not satisfied that you have enough funds.
For this reason the application is refused.
""")
    assert rows(refusal_letter.read(letter), "refusal")[0]["country"] == "CA"


def test_ticks_beside_boxes_that_the_font_fills() -> None:
    letter = pdf("""
        Consulate General of Canada
        Date: 2025-10-12 / Application No. W340118822
        Dear Applicant,
        Your application for a work permit was refused for the reason(s) marked with ✓:
        ✓ Your travel history.
        ■ The job offer is not genuine.
        ✓ The length of your proposed stay.
        ■ Other:
        Officer
    """)
    reasons = [one.get("reason") for one in rows(refusal_letter.read(letter), "refusal_reason")]
    assert reasons == ["travel", "length-of-stay"]


def test_filled_boxes_alone_are_ticks() -> None:
    letter = pdf("""
        Consulate General of Canada
        Date: 2025-10-12 / Application No. W340118822
        Dear Applicant,
        Your application for a work permit was refused for the reasons indicated below:
        ■ Your travel history.
        □ The job offer is not genuine.
        ■ The length of your proposed stay.
        Officer
    """)
    reasons = [one.get("reason") for one in rows(refusal_letter.read(letter), "refusal_reason")]
    assert reasons == ["travel", "length-of-stay"]


@pytest.mark.parametrize(
    "lead", ["Les raisons du refus sont :", "Motifs du refus, selon l'agent, tels qu'indiqués ci-dessous :"]
)
def test_reasons_in_a_table_below_a_sentence_that_addresses_nobody(lead: str) -> None:
    letter = pdf(f"""
        Bureau des visas du Canada – Paris
        Date : 28 juillet 2025
        Nos références : W340118822 / 1140-2276
        Monsieur Karim HADDAD
        Un agent a examiné votre demande de permis de travail. Vous ne remplissez pas les exigences du Règlement.
        {lead}
        Motif        Explication
        Voyages      Vos antécédents de voyage ne démontrent pas que vous respecterez les conditions.
        Finances     Vos avoirs et votre situation financière sont insuffisants.
        Recevez, Monsieur, nos salutations.
    """)
    reasons = [one.get("reason") for one in rows(refusal_letter.read(letter), "refusal_reason")]
    assert [reason for reason in reasons if reason] == ["travel", "finances"]


@pytest.mark.parametrize(("sure", "ticked"), [(0.9, True), (1.0, False)])
def test_ticks_of_which_a_picture_made_strokes(sure: float, ticked: bool) -> None:
    typed = pdf("""
        Immigration, Réfugiés et Citoyenneté Canada
        19 septembre 2024
        Votre demande de permis de travail a été refusée pour les motifs suivants :
        /      Vous n'avez pas démontré que vous quitteriez
               le Canada : objet de la visite

        /      Vos perspectives d'emploi dans votre pays de résidence sont limitées

               Vos antécédents de voyage

               Votre situation financière

        Vous pouvez présenter une nouvelle demande.
    """)
    lines = tuple(
        replace(line, segments=tuple(replace(one, confidence=sure) for one in line.segments))
        for line in typed.lines
    )
    found = rows(refusal_letter.read(replace(typed, lines=lines)), "refusal_reason")
    assert ({"travel", "finances"}.isdisjoint(row.get("reason") for row in found)) is ticked
