"""offer/quebec: a job in Quebec without the province's certificate of acceptance."""

from collections.abc import Iterator

from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.searching import passages_with
from consistency.comparator.telling import Told
from consistency.comparator.work.offers import applicants, drafted
from consistency.model import Case, Offer, Paper, Person, Severity
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

TOWNS = frozenset(
    map(
        fold,
        (
            "Montréal", "Québec", "Quebec City", "Ville de Québec", "Laval", "Gatineau", "Longueuil", "Sherbrooke",
            "Saguenay", "Lévis", "Trois-Rivières", "Terrebonne", "Saint-Jean-sur-Richelieu", "Repentigny", "Brossard",
            "Drummondville", "Saint-Jérôme", "Granby", "Blainville", "Saint-Hyacinthe", "Shawinigan", "Dollard-des-Ormeaux",
            "Rimouski", "Châteauguay", "Saint-Eustache", "Victoriaville", "Mascouche", "Rouyn-Noranda", "Boucherville",
            "Salaberry-de-Valleyfield", "Vaudreuil-Dorion", "Sorel-Tracy", "Val-d'Or", "Sept-Îles", "Alma", "Thetford Mines",
            "Joliette", "Saint-Georges", "Magog", "Baie-Comeau", "Rivière-du-Loup", "Côte Saint-Luc", "Pointe-Claire",
        ),
    )
)  # fmt: skip
"""The larger towns of the province (Statistics Canada, census of 2021); Alma and Saint-Georges lie elsewhere too."""

PROVINCE = expression(r"\b(?:quebec|qc|pq)\b")
_NEEDED = expression(
    r"\b(?:must|need\w*|requir\w+|shall|should|has to|have to|is to|subject to|doit|devra|doivent|devez"
    r"|requise?|necessaire"
    r"|exige\w*|obligat\w+|sous reserve)\b"
)
"""Words (folded) by which a paper only says that the certificate is needed."""
_HELD = expression(
    r"\b(?:enclos\w+|attach\w+|issued|obtained|received|granted|hold|joins?|jointe?|delivre\w*|obtenu\w*|recu)\b"
)
"""Words (folded) of who has it."""
CERTIFICATE = expression(
    r"\b(?:caq|quebec acceptance certificate|(?:certificats?|document) d ?acceptation du quebec)\b"
)


@rule(Severity.CRITICAL, references=["IRPR s.203(2)", "IRPR s.200(3)(b)"])
def quebec(case: Case) -> Iterator[Mismatch]:
    """The job is in Quebec, and no paper of the draft tells of a Quebec acceptance certificate (CAQ).

    Why: most work permits for Quebec need the province's certificate of acceptance beside the assessment; without it
    the permit cannot be issued.
    Advice: enclose the certificate, or the proof that it was applied for; or say in the explanation letter why the
    job needs none.

    Reports a job in Montréal without it:
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=Cook city=Montreal number=7894563
        draft/lmia.pdf as of 2026-01-10: offer employer=Acme title=Cook city=Montréal number=7894563

    Reports a place that names the province:
        draft/employment-contract.pdf as of 2026-02-01: offer employer=Acme title=Cook city="Saint-Tite, QC"

    Accepts a job in another province:
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=Cook city=Ottawa number=7894563

    Accepts a letter that tells of the certificate:
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=Cook city=Montreal number=7894563
        draft/explanation-letter.pdf as of 2026-03-01: text "My CAQ was issued on 2 February 2026."

    Accepts the certificate itself, in a paper of no known kind:
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=Cook city=Montreal number=7894563
        draft/unknown.pdf as of 2026-02-02: text "CERTIFICAT D'ACCEPTATION DU QUÉBEC. Employeur : Acme."

    Reports a certificate in French that is only required:
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=Cook city=Montreal number=7894563
        draft/lmia.pdf as of 2026-01-10: text "Un certificat d'acceptation du Québec est requis."

    Reports an assessment that only says that one is needed:
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=Cook city=Montreal number=7894563
        draft/lmia.pdf as of 2026-01-10: text "The worker must also obtain a CAQ from the province."

    Accepts one that is enclosed as needed:
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=Cook city=Montreal number=7894563
        draft/explanation-letter.pdf as of 2026-03-01: text "I enclose the CAQ, which is required."
    """
    for person in applicants(case):
        there = [told for told in drafted(case, person) if _in_quebec(told)]
        if there and not _certified(case, person):
            detail = f"The work is at {there[0].record.city}, and no paper of the draft tells of a CAQ."
            yield Mismatch(
                person, "caq", detail, tuple(told.cite("city", told.record.city) for told in there)
            )


def _in_quebec(told: Told[Offer]) -> bool:
    city = fold(told.record.city or "")
    return city in TOWNS or bool(PROVINCE.search(city))


def _certified(case: Case, person: Person) -> bool:
    """True where a paper tells of the certificate otherwise than that one is needed."""
    return any(_tells_of_one(paper) for paper in case.drafted(person))


def _tells_of_one(paper: Paper) -> bool:
    about = [fold(passage.text) for passage in passages_with(paper, CERTIFICATE)]
    if not about:  # it may stand in a table, in no sentence
        return CERTIFICATE.search(fold(paper.document.text)) is not None
    return not all(_NEEDED.search(text) and not _HELD.search(text) for text in about)
