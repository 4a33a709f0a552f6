"""Notes of the case management system: shouted, shortened, redacted, in columns."""

import pytest

from consistency.extractors.extract import recognise_paper
from consistency.extractors.papers import gcms_notes
from consistency.extractors.reading import Reading
from tests.extractors.papers.made import docx, facts, pdf, rows

OLD = """
GCMS NOTES                                      Printed: 2025-12-01

Application Details
App No: W390001122     UCI: 12-3456-7890
Primary Applicant: FERNANDO, Nuwan Perera     DOB: 1987-03-09
Marital Status: Common-Law     Passport #: N7788990
Status: Refused

Case notes
12-Nov-2025 09:15:00  RT12345
FILE REVIEWED. PA IS A 38 Y/O COOK. LIMITED TVL HIST. GIVEN FAM TIES IN CDA AND WEAK TIES TO COR, NOT
SATISFIED PA WILL LEAVE CDA AT END OF AUTHORIZED STAY. JOB OFFER DOES NOT APPEAR GENUINE. APPLICATION REFUSED.
                                                                     s.16(2)(c)
"""

COLUMNS = """
Information disclosed under the Access to Information Act / L'information divulguée en vertu de la Loi sur l'accès
Application
UCI                          9900-1122
Application Number           S300112244
Eligibility                  Failed
Security                     s.15(1)
Final Decision               Refused
Final Decision Date          2024/10/20
Client Details
Primary Client Name          KOVALCHUK, Andrii
Date of Birth                ████████
Marital Status
Passport No.                 Q2356020
                                                                    s.19(1)
Notes
Created            By         Text
2024/09/03         SM01234    Application received.
10:14:22
Created            By         Text
2024/10/20         KB04412    PA is single. I have reviewed the application. The purpose of visit does not appear
14:02:51                      consistent with a temporary stay. Funds presented are insufficient. For the reasons
                              above, I have refused this application.
"""


def test_shouted_and_shortened() -> None:
    document = pdf(OLD)
    reading = gcms_notes.read(document)
    assert gcms_notes.recognise(document) > 0.5
    assert facts(reading) == {
        "application_number": "W390001122", "uci": "12-3456-7890", "full_name": "FERNANDO, Nuwan Perera",
        "birth_date": "1987-03-09", "marital_status": "common-law", "passport_number": "N7788990",
        "decision": "refused",
    }  # fmt: skip
    assert rows(reading, "refusal") == [{"from": "2025-11-12", "number": "W390001122", "country": "CA"}]
    assert [row["reason"] for row in rows(reading, "refusal_reason")] == [
        "travel",
        "ties-family",
        "job-offer",
    ]


def test_redacted_fields_say_nothing_and_notes_stand_in_columns() -> None:
    document = pdf(COLUMNS)
    reading = gcms_notes.read(document)
    assert gcms_notes.recognise(document) > 0.5
    said = facts(reading)
    assert "birth_date" not in said
    assert said["marital_status"] == "single"
    assert said["passport_number"] == "Q2356020"
    assert str(reading.as_of.date) == "2024-10-20"
    assert [row["reason"] for row in rows(reading, "refusal_reason")] == ["purpose", "finances"]


def test_an_approved_file_holds_no_refusal() -> None:
    reading = gcms_notes.read(
        pdf(OLD.replace("Status: Refused", "Status: Approved").replace("REFUSED", "APPROVED"))
    )
    assert facts(reading)["decision"] == "approved"
    assert reading.records == ()


def test_a_letter_that_quotes_notes_is_none() -> None:
    letter = pdf("Dear Officer,\nThe GCMS notes say: PA HAS NOT shown ties.\nFinal decision: refused")
    assert gcms_notes.recognise(letter) < 0.3


def in_notes(words: str) -> Reading:
    old = OLD.replace("Marital Status: Common-Law     ", "")
    return gcms_notes.read(pdf(old.replace("APPLICATION REFUSED.", f"\n{words}\nAPPLICATION REFUSED.")))


@pytest.mark.parametrize(
    ("words", "refusals"),
    [
        (
            "M5 CHECK: USA HIT. B1/B2 REFUSED 2021/10/18 S.214(B). NOT DECLARED ON 1295.",
            [("US", "2021-10-18")],
        ),
        ("M5 CHECK: GBR MATCH. VISIT VISA REFUSED 2021/10/18.", [("GB", "2021-10-18")]),
        ("INFO SHARING: NZL VISA REFUSAL 2021/10/18, NOT TOLD.", [("NZ", "2021-10-18")]),
        ("FATHER OF PA REFUSED TRV 2021/10/18.", []),
        ("PREV UK VISA REFUSED 2021/10/18; PA HAD NO TIES.", [("GB", "2021-10-18")]),
        ("PA REFUSED TO PROVIDE BANK STATEMENTS OF 2021/10/18.", []),
        ("BROTHER'S B1/B2 REFUSED 2021/10/18.", []),
        ("NO PREVIOUS REFUSALS SINCE 2021/10/18.", []),
    ],
)
def test_refusals_that_notes_tell(words: str, refusals: list[tuple[str, str]]) -> None:
    told = rows(in_notes(words), "refusal")
    assert [(row["country"], row["from"]) for row in told if row.get("number") != "W390001122"] == refusals


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("32 YR OLD MALE, MARRIED, NIGERIAN.", "married"),
        ("Applicant, 32, married, two children.", "married"),
        ("SINGLE MALE AGE 32.", "single"),
        ("32 YO FEMALE, SISTER MARRIED.", None),
        ("38 YO MALE, SINGLE ENTRY VISA ASKED.", None),
    ],
)
def test_the_status_that_notes_tell_beside_the_age(words: str, status: str | None) -> None:
    assert facts(in_notes(words)).get("marital_status") == status


@pytest.mark.parametrize(
    ("words", "title", "employer"),
    [
        ("EMPLOYED AS WELDER OLUYOLE STEEL SINCE 2018.", "WELDER", "OLUYOLE STEEL"),
        ("EMPLOYED AS ACCOUNTS CLERK KANO FOODS LTD SINCE 2018.", "ACCOUNTS CLERK", "KANO FOODS LTD"),
        ("EMPLOYED AS FOOD PROCESSING WORKER SINCE 2018.", "FOOD PROCESSING WORKER", None),
        ("EMPLOYED AS TRUCK DRIVER AT KANO FOODS LTD SINCE 2018.", "TRUCK DRIVER", "KANO FOODS LTD"),
    ],
)
def test_a_title_beside_an_employer_without_a_word_between(
    words: str, title: str, employer: str | None
) -> None:
    job = rows(in_notes(words), "job")[-1]
    assert (job["title"], job.get("employer")) == (title, employer)


def test_notes_in_columns_that_begin_with_the_author() -> None:
    reading = gcms_notes.read(
        pdf("""
        GCMS Notes - Application W330011225
        Client               BELLO, AISHA
        UCI                  11-2233-4455
        DOB                  1990/02/03
        Final decision       Refused 2024/02/19

        Created by    Date          Type           Text
        SM01177       2023/12/04    Eligibility    PA is divorced and works as a nurse in ARE.
        KL00333       2024/02/19    Final          Weak financial
                                                   establishment.
                                                   Not satisfied that PA
                                                   will depart. Refused.
        """)
    )
    assert str(reading.as_of.date) == "2024-02-19"
    (refusal,) = rows(reading, "refusal")
    assert (refusal["number"], refusal["from"]) == ("W330011225", "2024-02-19")
    assert facts(reading)["marital_status"] == "divorced"
    assert rows(reading, "refusal_reason")


def test_notes_in_french_with_the_officer_beside_the_day() -> None:
    notes = docx("""
        SMGC – notes de la demande
        Demande | W302995083
        Cliente | SAMPLE, IDA
        IUC | 1122-3344
        2024/02/03 – CD20118 – Étude. La demanderesse déclare un emploi de couturière; aucune paie au dossier.
        2024/02/09 – CD20118 – Pas convaincue que la DP quittera le Canada. Refusée.
        Imprimé le 2024/06/01
    """)
    assert gcms_notes.recognise(notes) >= 0.6
    assert facts(gcms_notes.read(notes))["application_number"] == "W302995083"
    letter = docx("""
        Madame, Monsieur,
        Ma demande W302995083 a été refusée le 9 février 2024 : l'agente n'était pas convaincue que je quitterais
            le Canada. Les notes du SMGC disent que le demandeur est sans revenu.
        Ida Sample
    """)
    assert gcms_notes.recognise(letter) <= 0.1


SHORT = {
    "a title with the number": """
        Officer notes - W500662213
        Name: MENDIS, Ruwani
        Birth date: 1988/02/11
        Marital status: Divorced
        2025/06/02 CL33018: 37 yo nurse aide. Letter of the home names no wage. Sister in Toronto not declared.
        2025/06/03 CL33018: Refused, R200(1)(b).
    """,
    "a head and entries by an officer": """
        GCMS / Application W500662213 / Work Permit
        Primary client: MENDIS, Ruwani
        DOB: 1988/02/11
        Marital status: Divorced
        2025/06/03 VR20188 - Not satisfied PA will leave. Refused.
        Printed: 2025/09/01
    """,
    "a file in French": """
        Notes du Système mondial de gestion des cas
        No de demande : W500662213
        Nom : MENDIS, Ruwani
        Date de naissance : 1988-02-11
        État civil : Divorcée
        2025-06-02 : DP de 37 ans, divorcée, aide-soignante.
        2025-06-03 : R200(1)b). Demande refusée.
    """,
}


@pytest.mark.parametrize("layout", SHORT)
def test_short_notes_with_a_title_and_entries(layout: str) -> None:
    document = docx(SHORT[layout])
    reading = gcms_notes.read(document)
    assert gcms_notes.recognise(document) > 0.5
    found = facts(reading)
    assert (found["marital_status"], found["decision"]) == ("divorced", "refused")
    assert [row["from"] for row in rows(reading, "refusal")] == ["2025-06-03"]


def test_a_letter_that_quotes_the_notes_is_none() -> None:
    document = docx("""
        Re: my application W500662213
        The GCMS notes say that the officer refused it on 3 June 2025 under R200(1)(b).
        He was not convinced that I would leave. I answer this below.
    """)
    assert gcms_notes.recognise(document) < 0.5


def test_notes_under_who_created_them_and_a_formality_that_is_no_ground() -> None:
    document = docx("""
        NOTES
        Created by: TM8812    Date: 2025-11-03
        Application No: W312345678
        The applicant states being a tiler. Applicant does not meet the requirements.
        Job experience not demonstrated. Refused.
    """)
    assert gcms_notes.recognise(document) >= 0.5
    reasons = [row["reason"] for row in rows(gcms_notes.read(document), "refusal_reason")]
    assert reasons == ["perform-work"]


def test_a_short_table_of_days_and_notes() -> None:
    text = """
    Access to Information – GCMS notes
    W340099111 / WP / C50
    Client: MUKASA, DAVID / 1986-03-14 / UGA / UCI 1099-1122
    2025-03-04 | PFL sent re: R200(5).
    2025-04-02 | Response recd: accounts, minutes.
    2025-05-12 | Not satisfied employer can fulfil terms. Refused R200(5).
    Decision: Refused – 2025-05-12
    """
    assert gcms_notes.recognise(docx(text)) >= 0.5
    assert gcms_notes.recognise(docx(text.split("2025-04-02")[0].replace("GCMS notes", "copies"))) < 0.5


def test_a_table_in_french_whose_cells_run_over_lines_and_name_other_days() -> None:
    reading = gcms_notes.read(
        pdf("""
        Document communiqué en vertu de la Loi sur l'accès à l'information
        No de demande : W340118822

        Créé le        Par        Texte
        2025-02-11     PA1144     Biométrie au dossier. DP mariée, sans enfant.
        2025-05-30     PA2218     Examen. Relevé bancaire : 4 120 DZD, insuffisant. Refus antérieur VRT du
                                  2021-03-09. Attestation de travail sans date, pas de congé accordé.
                                  2022-01-04 : visa Schengen délivré. Pas convaincu, R200(1)b). Refusé.
    """)
    )
    refused = [one for one in rows(reading, "refusal") if one.get("number")]
    assert refused == [{"from": "2025-05-30", "number": "W340118822", "country": "CA"}]
    assert {one.get("reason") for one in rows(reading, "refusal_reason")} == {"finances", "employment"}


def test_an_entry_whose_last_line_is_short() -> None:
    reading = gcms_notes.read(
        pdf("""
        GCMS
        W340118822
        Created: 2025/02/12 | BG1021 | File created. Previous visitor visa refused 2021/04/21, see file.
        Created: 2025/06/03 | BG3340 | Experience letters lack the hours and the duties of the work that was
        done. Concerns about truthfulness. Refused.
    """)
    )
    assert {"from": "2025-06-03", "number": "W340118822", "country": "CA"} in rows(reading, "refusal")


def test_short_notes_in_which_a_family_that_stays_is_no_ground() -> None:
    document = pdf("""
        GCMS notes – W348820416
        SAMPLE, Ida, DOB 1988/10/30, citizen of Colombia
        2025/05/29 – Reviewed. Client seeks ICT with Sample Software Canada Ltd.
        Common-law, partner + 1 child, not accompanying at first. Not satisfied of the funds. Refused.
    """)
    assert gcms_notes.recognise(document) >= 0.5
    assert [row.get("reason") for row in rows(gcms_notes.read(document), "refusal_reason")] == ["finances"]


def test_family_that_stays_behind_is_no_ground() -> None:
    reading = gcms_notes.read(
        pdf("""
        SMGC – Notes – W340118822 – communiquées le 14/08/2025
        2025/02/10 | TS1140 | Demande reçue. Frais payés.
        2025/05/05 | TS2218 | DP, 36 ans, marié, 2 enfants non accompagnants. Capacité d'exercer l'emploi non démontrée.
        Demande refusée.
    """)
    )
    assert {one.get("reason") for one in rows(reading, "refusal_reason")} == {"perform-work"}


@pytest.mark.parametrize(
    "told",
    [
        "Notes au dossier – W354770213 – EXEMPLE, IDA (F, 1993/06/08)\n2024/06/10 – Données biométriques reçues.\n"
        "2024/09/19 – Offre de couturière. Actifs insuffisants. Refus, R200(1)(b).",
        "NOTES DE L'AGENTE\nDemande W354770213, EXEMPLE Ida, 1993/06/08\n2024-06-10 Biométrie au dossier. "
        "Célibataire.\n"
        "2024-09-19 Actifs insuffisants. Pas convaincue que la DP quitterait. Refusée R200(1)b).",
    ],
)
def test_a_french_file_whose_last_entry_decides(told: str) -> None:
    document = docx(told)
    assert recognise_paper(document) == "gcms-notes"
    reading = gcms_notes.read(document)
    (refusal,) = rows(reading, "refusal")
    assert (refusal["from"], refusal["number"]) == ("2024-09-19", "W354770213")
    assert [row.get("reason") for row in rows(reading, "refusal_reason")] == ["finances"]


def test_minutes_of_a_club_are_no_notes_of_an_officer() -> None:
    document = docx("NOTES AU DOSSIER\n2024-06-10 Réunion du comité.\n2024-09-19 Comptes approuvés.")
    assert recognise_paper(document) is None
