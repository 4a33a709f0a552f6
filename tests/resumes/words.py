"""The words and dates of the made curricula vitae: headings, labels and ways to write a date, English and French."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from tests.resumes.people import Person

Choices = Mapping[str, tuple[str, ...]]

ENGLISH = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
FRENCH = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
]
SHORT_FRENCH = [
    "janv.",
    "févr.",
    "mars",
    "avr.",
    "mai",
    "juin",
    "juil.",
    "août",
    "sept.",
    "oct.",
    "nov.",
    "déc.",
]


class Style(NamedTuple):
    """A way to write a period: how a month is written, what parts the two, and what stands for the present."""

    month: Callable[[int, int], str]
    between: str
    now: str
    precision: str = "month"

    def period(self, start: str, end: str | None) -> str:
        return f"{self.date(start)}{self.between}{self.date(end)}"

    def date(self, day: str | None) -> str:
        if day is None:
            return self.now
        year, month = day.split("-")
        return self.month(int(year), int(month))

    def read(self, day: str | None) -> str:
        """Give the date as it must be read: "present", or at the precision that is printed."""
        if day is None:
            return "present"
        return day[:4] if self.precision == "year" else day


STYLES = {
    "Feb 2016 – Mar 2021": Style(lambda y, m: f"{ENGLISH[m - 1][:3]} {y}", " – ", "Present"),
    "February 2016 to March 2021": Style(lambda y, m: f"{ENGLISH[m - 1]} {y}", " to ", "date"),
    "02/2016 - 03/2021": Style(lambda y, m: f"{m:02}/{y}", " - ", "Present"),
    "2016-02 to 2021-03": Style(lambda y, m: f"{y}-{m:02}", " to ", "present"),
    "2016.02–2021.03": Style(lambda y, m: f"{y}.{m:02}", "–", "now"),
    "FEB 2016 TO MAR 2021": Style(lambda y, m: f"{ENGLISH[m - 1][:3].upper()} {y}", " TO ", "TILL DATE"),
    "Feb, 2016 - Mar, 2021": Style(lambda y, m: f"{ENGLISH[m - 1][:3]}, {y}", " - ", "Current"),
    "Feb. 2016—Mar. 2021": Style(lambda y, m: f"{ENGLISH[m - 1][:3]}. {y}", "—", "ongoing"),
    "2016 – 2021": Style(lambda y, m: str(y), " – ", "present", "year"),
}
FRENCH_STYLES = {
    "février 2016 à mars 2021": Style(lambda y, m: f"{FRENCH[m - 1]} {y}", " à ", "ce jour"),
    "févr. 2016 – mars 2021": Style(lambda y, m: f"{SHORT_FRENCH[m - 1]} {y}", " – ", "aujourd'hui"),
    "02/2016 – 03/2021": Style(lambda y, m: f"{m:02}/{y}", " – ", "présent"),
    "Février 2016 - Mars 2021": Style(lambda y, m: f"{FRENCH[m - 1].capitalize()} {y}", " - ", "Actuel"),
    "02.2016 – 03.2021": Style(lambda y, m: f"{m:02}.{y}", " – ", "en cours"),
    "2016 – 2021": Style(lambda y, m: str(y), " – ", "présent", "year"),
}

HEADINGS = {
    "work": (
        "Work Experience", "PROFESSIONAL EXPERIENCE", "Employment History", "Career History", "Work History",
        "EMPLOYMENT RECORD", "Professional Background", "Relevant Experience", "WORK EXPERIENCES",
        "Experience", "Job History", "Positions Held",
    ),
    "study": (
        "Education", "EDUCATION AND TRAINING", "Academic Background", "Educational Qualification",
        "EDUCATIONAL ATTAINMENT", "Academic Qualifications", "Studies",
    ),
    "skills": ("Skills", "KEY SKILLS", "Technical Skills", "Core Competencies"),
    "languages": ("Languages", "LANGUAGES", "Language Skills"),
    "beside": ("Volunteering", "Community Service", "Other Activities", "Projects and Training"),
    "profile": ("Profile", "SUMMARY", "Career Objective", "About Me"),
    "contact": ("Contact", "CONTACT DETAILS", "Personal Information"),
}  # fmt: skip
FRENCH_HEADINGS = {
    "work": (
        "Expérience professionnelle", "EXPÉRIENCES PROFESSIONNELLES", "Parcours professionnel",
        "Expériences de travail", "EMPLOIS OCCUPÉS", "Historique d'emploi",
    ),
    "study": ("Formation", "FORMATION ET DIPLÔMES", "Études", "Parcours scolaire", "Diplômes obtenus"),
    "skills": ("Compétences", "COMPÉTENCES CLÉS", "Savoir-faire"),
    "languages": ("Langues", "LANGUES PARLÉES"),
    "beside": ("Bénévolat", "Engagement associatif", "Projets"),
    "profile": ("Profil", "À propos de moi", "OBJECTIF"),
    "contact": ("Contact", "Coordonnées"),
}  # fmt: skip

LABELS = {
    "employer": ("Name of Organization", "Company", "Employer", "Name and address of employer"),
    "title": ("Designation", "Position", "Job Title", "Occupation or position held"),
    "when": ("Period", "Duration", "Tenure", "Dates"),
    "where": ("Location", "Place", "Place of work", "City and country"),
    "duties": ("Nature of work", "Duties", "Responsibilities", "Main activities and responsibilities"),
}
FRENCH_LABELS = {
    "employer": ("Employeur", "Entreprise", "Nom de l'employeur", "Nom et adresse de l'employeur"),
    "title": ("Poste", "Poste occupé", "Fonction", "Fonction ou poste occupé"),
    "when": ("Période", "Durée", "Période", "Dates"),
    "where": ("Lieu", "Ville", "Lieu de travail", "Lieu"),
    "duties": ("Tâches", "Missions", "Responsabilités", "Principales activités et responsabilités"),
}


class Words(NamedTuple):
    """What one paper says its parts with: taken from the lists above by a number."""

    person: Person
    number: int

    def _of(self, english: Choices, french: Choices, name: str) -> str:
        choices = (french if self.person.french else english)[name]
        return choices[self.number % len(choices)]

    def heading(self, name: str) -> str:
        return self._of(HEADINGS, FRENCH_HEADINGS, name)

    def label(self, name: str) -> str:
        return self._of(LABELS, FRENCH_LABELS, name)

    def style(self, years: bool = False) -> Style:
        styles = FRENCH_STYLES if self.person.french else STYLES
        chosen = [style for style in styles.values() if (style.precision == "year") is years]
        return chosen[self.number % len(chosen)]
