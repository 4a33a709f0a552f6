"""The papers of an invented re-application, built as files: what each kind says, and on which day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from fixtures.build import PAGE1, SECTION2, reference, work_form
from fixtures.papers import docx_paper, letter_pdf, xfa_form

LMIA = "8123400"

Lines = Sequence[str | Sequence[Sequence[str]]]


@dataclass(frozen=True, slots=True)
class Applicant:
    """Who applies: names, the employer at home and the one in Canada, the language of the letter."""

    given: str
    family: str
    city: str
    work: str
    firm: str
    language: str
    number: str
    """Of the refused application."""
    decided: date

    @property
    def name(self) -> str:
        return f"{self.given} {self.family}"

    @property
    def home(self) -> str:
        return "Tunisie" if self.language == "fr" else "Tunisia"


def form(who: Applicant, day: date, refused: Sequence[str], number: str = "") -> bytes:
    """An application for a work permit; ``refused`` are the refusals that its box tells, ``number`` is the LMIA's."""
    given = {"refused": "Y", "applied": "Y", "details": "; ".join(refused)} if refused else {}
    changes = {
        f"{PAGE1}/Name/FamilyName": who.family.upper(),
        f"{PAGE1}/Name/GivenName": who.given.upper(),
        f"{SECTION2}/Passport/ExpiryDate": "2031-02-28",
        "form1/Page3/DetailsOfIntendedWork/DetailsOfWork/PurposeRow1/EmployerName/EmployerName": who.firm,
        "form1/Page3/DetailsOfIntendedWork/details/LMO/LMO": number,
    }
    jobs = [
        ("Cook", who.work, "2019-04", ""),
        ("Kitchen Helper", "Harbour Example Hotel", "2015-02", "2019-03"),
    ]
    return work_form(day.isoformat(), jobs, given, changes)


def refusal_letter(who: Applicant, day: date, number: str, kind: str, grounds: Sequence[str]) -> bytes:
    """A letter of refusal in bullets, in the language of the applicant."""
    if who.language == "fr":
        begin = (
            f"J'ai terminé l'examen de votre demande de {'permis de travail' if kind == 'work permit' else 'visa'}. "
            "Votre demande est refusée pour les motifs suivants :"
        )
        end = "Vous pouvez présenter une nouvelle demande si votre situation a changé."
        head = [("Date", day.isoformat()), ("No de la demande", number)]
        lines: Lines = ["Immigration, Réfugiés et Citoyenneté Canada", head, who.name, begin]
    else:
        begin = (
            f"Thank you for your interest in Canada. I have completed the review of your application for a {kind}. "
            "Your application is refused on the following grounds:"
        )
        end = "You may submit a new application if your situation has changed."
        head = [("Date", day.isoformat()), ("Application No.", number)]
        lines = ["Immigration, Refugees and Citizenship Canada", head, who.name, begin]
    return letter_pdf([*lines, *(f"• {ground}" for ground in grounds), end, "Officer"])


def bank_statement(who: Applicant, day: date, version: int) -> bytes:
    return letter_pdf(
        [
            "Banque Exemple de Tunis",
            "Avenue Exemple, Tunis",
            f"Date: {day.isoformat()}",
            "TO WHOM IT MAY CONCERN",
            f"This is to certify that {who.name} maintains savings account No. 0011223344 with our branch since "
            f"14 March 2015. The available balance as on {day.isoformat()} is TND {41250 + 1800 * version:,}.00.",
            "This certificate is issued at the request of the customer.",
            "Branch Manager",
        ]
    )


def employment_letter(who: Applicant, day: date, version: int) -> bytes:
    granted = (
        " Leave without pay for two years has been approved, after which the post is kept for the employee."
    )
    leave = granted if version else ""
    told = (
        f"This is to certify that {who.name} has been employed with {who.work} as Cook since April 2019, goes on "
        f"working with us to date.{leave} The duties are to prepare soups, sauces and dishes, to plan menus and to "
        "watch over stocks. Telephone +216 71 555 010."
    )
    return reference(f"{day:%B} {day.day}, {day.year}", who.work, told)


def payslip(who: Applicant, day: date, version: int) -> bytes:
    return letter_pdf(
        [
            who.work,
            f"PAYSLIP for the month of {day:%B %Y}",
            [("Employee Name", who.name), ("Designation", "Cook")],
            [("Basic Salary", "1,700.00"), ("Allowances", "200.00"), ("Gross Salary", "1,900.00"),
             ("Deductions", "190.00"), ("Net Salary", "TND 1,710.00")],
        ]
    )  # fmt: skip


def contract(who: Applicant, day: date, version: int) -> bytes:
    more = ["7. Housing. The Employer shall help the Employee to find housing."] if version else []
    return docx_paper(
        [
            "EMPLOYMENT CONTRACT",
            f"This agreement is made on {day.isoformat()} between {who.firm} (the Employer) "
            f"and {who.name} (the Employee).",
            "1. Position. The Employee shall be employed as Cook (NOC 63200).",
            "2. Place of work. The Employee will work at Winnipeg, Manitoba.",
            "3. Term. The employment lasts 24 months from the day of entry.",
            "4. Wage. The Employer shall pay $19.50 per hour, 40 hours per week.",
            *more,
            "Signed by the Employer: R. Example",
            f"Signed by the Employee: {who.name}",
        ]
    )


def offer(who: Applicant, day: date, version: int) -> bytes:
    need = (
        "We run two restaurants with thirty employees and have sought a second cook for a year."
        if version
        else "We look forward to your joining our team."
    )
    return letter_pdf(
        [
            who.firm,
            "100 Main Street, Winnipeg, MB R3C 1A1",
            day.isoformat(),
            f"Dear {who.name},",
            "LETTER OF OFFER",
            f"On behalf of {who.firm}, we are pleased to offer you employment as Cook (NOC 63200) in Winnipeg, MB.",
            "Your employment will last 24 months. You will be paid $19.50 per hour and work 40 hours per week.",
            need,
            "Sincerely,",
            "R. Example, Owner",
        ]
    )


def lmia(who: Applicant, day: date, version: int) -> bytes:
    return letter_pdf(
        [
            "Employment and Social Development Canada",
            "Service Canada",
            day.isoformat(),
            "Labour Market Impact Assessment (LMIA): positive decision",
            [
                ("LMIA number", LMIA),
                ("Employer legal name", who.firm),
                ("Job title", "Cook"),
                ("NOC", "63200"),
                ("Work location", "Winnipeg, Manitoba"),
                ("Hourly wage", "$19.50"),
                ("Hours per week", "40"),
                ("Duration of employment", "24 months"),
                ("LMIA expiry date", f"{day.year + 2}-{day.month:02}-{min(day.day, 28):02}"),
            ],
            "Foreign worker names",
            f"{who.name}",
        ]
    )


def travel_history(who: Applicant, day: date, version: int) -> bytes:
    rows = [
        ("From", "To", "Country", "City", "Purpose"),
        ("2017-05-02", "2017-05-12", "Morocco", "Rabat", "Tourism"),
    ]
    rows += [("2025-11-03", "2025-11-14", "Kenya", "Nairobi", "Tourism")] if version else []
    return docx_paper(["# TRAVEL HISTORY", f"Name: {who.name}", f"Prepared on: {day.isoformat()}", rows])


def certificate_of_birth(who: Applicant, day: date, version: int) -> bytes:
    return letter_pdf(
        [
            "REPUBLIC OF TUNISIA",
            "CIVIL REGISTRY OF TUNIS",
            "EXTRACT OF BIRTH CERTIFICATE",
            [("Surname", who.family), ("Given names", who.given), ("Date of birth", "1990-05-17"),
             ("Place of birth", "Tunis"), ("Registration No.", f"1990/{4455 + version}"),
             ("Date of issue", day.isoformat())],
        ]
    )  # fmt: skip


def police_certificate(who: Applicant, day: date, version: int) -> bytes:
    return letter_pdf(
        [
            "REPUBLIC OF TUNISIA",
            "MINISTRY OF THE INTERIOR",
            "POLICE CLEARANCE CERTIFICATE",
            f"Date: {day.isoformat()}",
            f"This is to certify that {who.name}, born on 17 May 1990 in Tunis, has no criminal record.",
            f"Certificate No. {1000 + version}",
        ]
    )


def language_test(who: Applicant, day: date, version: int) -> bytes:
    return letter_pdf(
        [
            "INTERNATIONAL ENGLISH LANGUAGE TESTING SYSTEM",
            "IELTS Test Report Form",
            [("Family Name", who.family), ("First Name(s)", who.given), ("Date of Birth", "17/05/1990"),
             ("Test Date", day.isoformat()), ("Test Report Form Number", f"25TN{901234 + version}EXAA001G")],
            [("Listening", "6.5"), ("Reading", "6"), ("Writing", "6"), ("Speaking", "6.5"), ("Overall Band", "6.5")],
        ]
    )  # fmt: skip


def family(who: Applicant, day: date, version: int) -> bytes:
    """The family form: the applicant, the spouse, both parents and a child."""
    root = "IMM_5707/page1"
    people = {
        f"{root}/SectionA/Applicant": (who.family, who.given, "1990-05-17", "5"),
        f"{root}/SectionA/Spouse": ("Model", "Karim", "1988-11-02", "5"),
        f"{root}/SectionA/Parent1": ("Specimen", "Amel", "1962-01-20", "5"),
        f"{root}/SectionA/Parent2": (who.family, "Hedi", "1958-07-09", "5"),
        f"{root}/SectionB/Child[0]": ("Model", "Lina", "2017-08-30", "2"),
    }
    values = {f"{root}/SectionB/Child[0]/PaddedEntry/PersonalData[0]/Relationship": "1"}
    for place, (family_name, given, born, status) in people.items():
        values[f"{place}/PaddedEntry/PersonalData[0]/FamilyName"] = family_name
        values[f"{place}/PaddedEntry/PersonalData[0]/GivenNames"] = given
        values[f"{place}/PaddedEntry/PersonalData[0]/DOB"] = born
        values[f"{place}/PaddedEntry/PersonalData[1]/COB"] = "Tunisia"
        values[f"{place}/PaddedEntry/PersonalData[1]/MaritalStatus"] = status
    values[f"{root}/SectionA/PaddedEntry/SectionAdate"] = day.isoformat()
    return xfa_form(values, "IMM 5707 (01-2023) E", "IMM 5707 E: Family Information")


BUILT: dict[str, tuple[str, Callable[[Applicant, date, int], bytes]]] = {
    "bank-statement": ("Bank letter.pdf", bank_statement),
    "employment-letter": ("Reference.pdf", employment_letter),
    "payslip": ("Payslip.pdf", payslip),
    "employment-contract": ("Contract.docx", contract),
    "offer-of-employment": ("Offer.pdf", offer),
    "lmia": ("LMIA.pdf", lmia),
    "travel-history": ("Travel history.docx", travel_history),
    "civil-certificate": ("Birth certificate.pdf", certificate_of_birth),
    "police-certificate": ("Police certificate.pdf", police_certificate),
    "language-test": ("Language test.pdf", language_test),
}
"""Kinds of paper, the name of the file, and what builds it: as it was refused (version 0), or anew (1)."""
