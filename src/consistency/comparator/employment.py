"""What is employment in a work history, and what accounts for a time without it."""

from functools import lru_cache

from consistency.model import Job
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

NOT_WORK = frozenset(
    map(
        fold,
        (
            "unemployed", "unemployment", "not employed", "not working", "no employment", "jobless", "none",
            "job seeker", "job seeking", "job search", "seeking employment", "looking for work",
            "looking for a job", "between jobs", "no job", "homemaker", "house maker", "housewife", "house wife",
            "househusband", "stay at home mother", "stay at home mom", "stay at home parent", "home maker",
            "maternity leave", "parental leave", "sick leave", "medical leave", "caregiving for family",
            "caring for family", "family care", "student", "full time student", "studying", "studies", "study",
            "university student", "college student", "school", "high school student", "education",
            "retired", "retirement", "pensioner", "travelling", "traveling", "travel", "vacation", "n a", "na",
            "not applicable", "sabbatical", "career break", "gap year", "minor", "child", "infant",
            "sans emploi", "chômage", "au chômage", "chômeur", "chômeuse", "sans travail", "recherche d'emploi",
            "en recherche d'emploi", "à la recherche d'un emploi", "femme au foyer", "homme au foyer",
            "mère au foyer", "père au foyer", "au foyer", "étudiant", "étudiante", "étudiant à temps plein",
            "études", "élève", "retraité", "retraitée", "à la retraite", "congé de maternité", "congé parental",
            "en voyage", "sans objet", "aucun", "desempleado", "desempleada", "estudiante", "ama de casa",
            "jubilado", "jubilada", "volunteer", "volunteering", "bénévole", "bénévolat",
        ),
    )
)  # fmt: skip
"""What people write in a work history for a time without employment."""

_BEGINS = expression(
    r"(?:unemployed|not (?:employed|working)|(?:full time |part time )?student (?:at|of|in)|studying|looking for"
    r"|sans emploi|au chomage|etudiante? (?:a|au|en|de)|en recherche d|a la recherche d|maternity|parental leave"
    r"|desemplead[oa]|estudiante (?:de|en)) "
)
_PARTS = expression(r"\s*[/,;&|()]\s*|\s+(?:-|–|—|and|et|or|ou)\s+")


@lru_cache(maxsize=4096)
def _means_no_work(text: str) -> bool:
    parts = [folded for part in _PARTS.split(text) if (folded := fold(part))]
    return bool(parts) and (all(part in NOT_WORK for part in parts) or bool(_BEGINS.match(f"{fold(text)} ")))


def employer_of(job: Job) -> str | None:
    """Give the employer's name, or None where the row holds none (a blank, "n/a", "unemployed")."""
    return job.employer if job.employer and fold(job.employer) and not _means_no_work(job.employer) else None


def is_work(job: Job) -> bool:
    """True for employment; false for a row that accounts for a time without it (study, unemployment)."""
    if job.title and fold(job.title):
        return not _means_no_work(job.title)
    return employer_of(job) is not None
