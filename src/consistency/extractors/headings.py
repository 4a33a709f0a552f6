"""The words that head the parts of a paper about a career, in English, French and the commonest others."""

import re
from functools import lru_cache

from consistency.normalizer.text import fold

_LONGEST = 60
_NO_HEADING = frozenset(
    "customer user guest client employee patient digital product brand student buyer"
    " with years year in has have had having gained no ans my i".split()
)
"""Words that make another thing of a heading: "customer experience", "much experience with"."""

_SECTIONS = (
    (
        "volunteering",
        r"(?:\w+ ){0,3}(?:volunteer(?:ing|ism)?|voluntary|benevolats?|benevoles?|voluntariado)(?: \w+){0,4}"
        r"|(?:community|on campus|campus|extra ?curricular|extracurricular|social)(?: \w+)?"
        r" (?:involvement|service|engagement|activities|work)"
        r"|(?:extra ?curricular )?activities|implication(?: \w+)?|engagements?(?: \w+)?",
    ),
    ("military", r"(?:military|national|armed forces) (?:service|experience|history|record)|service (?:militaire|national)"),
    (
        "experience",
        r"(?:\w+ ){0,4}experiences?(?: (?:history|summary|details|record|overview))?"
        r"|experience (?:and|or) (?:\w+ )?(?:employment|work|internships?|achievements|accomplishments)"
        r"|experiences? (?:professionnelles?|de travail|de stage|pertinentes?|d emploi|dans \w+(?: \w+)?)"
        r"(?: (?:et|pertinentes?|recentes?)(?: \w+)?)?"
        r"|(?:\w+ ){0,2}(?:employment|work|job|career|professional|occupational)"
        r" (?:history|record|background|profile history|summary of positions|details|chronology|timeline|path|progression)"
        r"|employment|employments|work|career|jobs|positions held|previous (?:jobs|positions|employment)|employment details"
        r"|(?:work|employment) (?:and|or) (?:\w+ )?(?:experience|internships?)"
        r"|internships?|apprenticeships?|stages?|traineeships?|appointments|self employment"
        r"|(?:parcours|historique|antecedents?|carriere|cheminement|activites?)(?: d| des)?"
        r" ?(?:professionnel(?:le)?s?|de carriere|emplois?|de travail)|emplois?(?: (?:occupes|anterieurs|precedents))?|carriere"
        r"|experiencia(?: (?:laboral|profesional|profissional|de trabajo))?|historial laboral|trayectoria(?: \w+)?"
        r"|berufserfahrung|beruflicher werdegang|esperienz[ae](?: \w+)?|werkervaring",
    ),
    (
        "education",
        r"(?:\w+ ){0,2}education(?: (?:history|background|details|qualifications?|record))?"
        r"|education(?:al)? (?:and|or) (?:\w+ )?(?:training|qualifications?|certifications?|certificates?|credentials|skills|licen[cs]es?|courses)"
        r"|educational (?:\w+ )?(?:qualifications?|background|history|attainments?|credentials|record)"
        r"|academics?(?: (?:\w+ )?(?:qualifications?|background|history|record|credentials|profile|achievements|studies))?"
        r"|qualifications?|studies|schooling|scholastic record|degrees?"
        r"|formations?(?: (?:academiques?|scolaires?|universitaires?|professionnelles?|initiale|et \w+))?"
        r"|etudes(?: (?:et \w+|universitaires|secondaires))?|diplomes?(?: (?:et|obtenus?)(?: \w+)?)?|scolarite"
        r"|(?:parcours|cursus) (?:scolaire|academique|universitaire)|educacion|formacion(?: academica)?|formacao|ausbildung|istruzione",
    ),
    ("projects", r"(?:\w+ ){0,2}projects?|(?:\w+ )?projets?(?: \w+)?|portfolio|open source|proyectos"),
    (
        "certificates",
        r"(?:\w+ ){0,2}(?:certificates?|certifications?|licen[cs]es?|licensure|accreditations?)(?: (?:and|or|et) \w+(?: \w+)?)?"
        r"|(?:training|trainings|courses?|workshops?|seminars?|formation continue|cours|permis|perfectionnement)(?: (?:and|et) \w+)?"
        r"|(?:additional|professional|other|further) (?:training|courses|development|qualifications)|certificats?(?: \w+)*",
    ),
    (
        "skills",
        r"(?:\w+ ){0,2}(?:skills?|competenc(?:e|es|ies)|expertise|abilities|strengths|proficiencies)(?: (?:and|summary) ?(?:\w+ ?){0,2})?"
        r"|competences?(?: \w+){0,3}|habiletes|aptitudes|savoir faire|atouts|technologies|tools|outils|habilidades|core areas",
    ),
    ("languages", r"(?:\w+ )?(?:languages?|langues?)(?: (?:\w+ )?(?:skills|spoken|known|parlees|proficiency|ability))?|connaissances linguistiques|idiomas"),
    ("references", r"(?:\w+ )?(?:references?|referees?)(?: (?:available )?(?:on|upon) request)?|references? (?:sur|disponibles?) \w+(?: \w+)?"),
    (
        "profile",
        r"(?:\w+ )?(?:profile|summary|objectives?|overview|introduction|statement|profil|sommaire|objectifs?|resume de carriere)"
        r"|about(?: me)?|a propos(?: de moi)?|(?:summary|highlights) of \w+(?: \w+)?|highlights|profil (?:professionnel|personnel)"
        r"|(?:professional|executive|career|personal) (?:profile|summary|objective|statement|goal)|perfil(?: \w+)?",
    ),
    (
        "contact",
        r"contacts?(?: (?:information|details|info|me))?|(?:personal|biographical) (?:information|details|data|particulars|bio data)|biodata"
        r"|coordonnees|informations? personnelles?|renseignements personnels|etat civil|address|adresse",
    ),
    ("publications", r"(?:\w+ )?publications?|(?:invited )?(?:talks|presentations)|patents|conferences|brevets|research papers?"),
    (
        "awards",
        r"(?:\w+ )?(?:awards?|honou?rs?|achievements?|accomplishments?|scholarships?|distinctions?|prix|recognitions?)"
        r"(?: (?:and|et) \w+(?: \w+)?)?|realisations|memberships?|affiliations?|professional (?:affiliations?|memberships?|associations?)",
    ),
    ("interests", r"(?:\w+ )?(?:interests?|hobbies|loisirs|interets?|passe temps)(?: (?:and|et) \w+)?|centres? d ?interets?"),
    ("declaration", r"declaration|attestation|signature"),
)  # fmt: skip
_PATTERNS = tuple((name, re.compile(pattern)) for name, pattern in _SECTIONS)
_NUMBERING = re.compile(r"^\s*(?:[IVXivx]{1,4}|\d{1,2}|[A-Ha-h])\s?[.):–-]\s*(?=\S)")
_BESIDE = re.compile(r"\([^)]*\)\s*:?\s*$|\b(?:cont(?:inued|'d)?|suite)\b\.?\s*$", re.IGNORECASE)


@lru_cache(maxsize=16_384)
def section_of(text: str) -> str | None:
    """Name the part of a career that a heading opens ("Parcours professionnel" is experience), or None.

    The whole text must be a heading: a sentence that speaks of experience is none.
    """
    text = _NUMBERING.sub("", text)
    if len(text) > _LONGEST or re.search(r"[@.;,]\s*\S|\d{2}", text):
        return None
    plain = _spaced_out(_BESIDE.sub("", text)).replace("&", " and ").replace("’", " ").replace("'", " ")
    folded = fold(plain)
    if not folded or len(folded.split()) > 6 or _NO_HEADING & set(folded.split()):
        return None
    return next((name for name, pattern in _PATTERNS if pattern.fullmatch(folded)), None)


def _spaced_out(text: str) -> str:
    """Close up letters that were set apart for show: "E D U C A T I O N"."""
    parts = re.split(r"\s{2,}", text.strip())
    if len(text) > 6 and all(re.fullmatch(r"(?:\S ){2,}\S", part) for part in parts):
        return " ".join(part.replace(" ", "") for part in parts)
    return text
