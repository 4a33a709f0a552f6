"""What is employment in a work history, and what accounts for a time without it."""

from functools import lru_cache

from consistency.model import Job
from consistency.normalizer.expressions import expression
from consistency.normalizer.occupations import fields
from consistency.normalizer.text import fold

NOT_WORK = frozenset(
    map(
        fold,
        (
            "unemployed", "unemployment", "not employed", "not working", "no employment", "jobless", "none",
            "job seeker", "job seeking", "job search", "seeking employment", "looking for work",
            "looking for a job", "between jobs", "no job", "homemaker", "house maker", "housewife", "house wife",
            "househusband", "at home", "stayed at home", "staying at home", "stay at home mother",
            "stay at home mom", "stay at home parent", "home maker",
            "maternity leave", "parental leave", "unpaid leave", "leave without pay", "family leave",
            "compassionate leave", "congé sans solde", "sick leave", "medical leave", "caregiving for family",
            "caring for family", "family care", "student", "full time student", "studying", "studies", "study",
            "university student", "college student", "school", "high school student", "education",
            "retired", "retirement", "pensioner", "travelling", "traveling", "travel", "vacation", "n a", "na",
            "not applicable", "sabbatical", "career break", "gap year", "minor", "child", "infant",
            "sans emploi", "chômage", "au chômage", "chômeur", "chômeuse", "sans travail", "recherche d'emploi",
            "en recherche d'emploi", "à la recherche d'un emploi", "femme au foyer", "homme au foyer",
            "mère au foyer", "père au foyer", "au foyer", "à la maison", "étudiant", "étudiante",
            "étudiant à temps plein", "études", "élève",
            "retraité", "retraitée", "à la retraite", "congé de maternité", "congé parental",
            "en voyage", "sans objet", "aucun", "desempleado", "desempleada", "estudiante", "ama de casa",
            "jubilado", "jubilada", "volunteer", "volunteering", "bénévole", "bénévolat",
        ),
    )
)  # fmt: skip
"""What people write in a work history for a time without employment."""

_BEGINS = expression(
    r"(?:unemployed|not (?:employed|working)|(?:full time |part time )?student (?:at|of|in)|studying|looking for"
    r"|sans emploi|au chomage|etudiante? (?:a|au|en|de)|en recherche d|a la recherche d|maternity|parental leave"
    r"|desemplead[oa]|estudiante (?:de|en)|(?:moving|moved|relocat\w+|return(?:ing|ed)?) (?:to|from|back|home)"
    r"|settling|preparing (?:for|to|(?:(?:my|our|the|a) )?(?:move|departure|relocation|journey|emigration))"
    r"|waiting for|(?:vacations?|holidays?) (?:after|before|in|with|at)|demenagement) "
)
_BESIDE_A_JOB = expression(
    r"^(?:mov(?:ing|ed)|relocat\w+|return\w*|preparing|settling|waiting|demenagement)\b"
    r"|\b(?:students?|study|studies|studying|schools?|training|courses?|exams?|education|travel\w*|vacations?|holidays?|leave"
    r"|volunteer\w*|n a|na"
    r"|not applicable|minor|(?<!our )(?<!my )(?<!the )child|infant|gap year|etudiante?|etudes|eleve|voyage|conge"
    r"|sans objet|estudiante|benevol\w*)\b"
)
"""Words (folded) of what one may do, or write, beside a job: they deny none."""
_OF_KIN = (
    r"(?:mother|father|parents?|husband|wife|spouse|grand\w+|family|relatives?|child|children|kids|baby|son|daughter"
    r"|mere|pere|conjointe?|famille|enfants?)"
)
_PLACE = r"(?: at home| (?:in|a|au) \w+(?: \w+)?)?"
_CARE = expression(
    rf"(?:(?:full time )?(?:caring|cared|care|caregiver|caregiving|carer|taking care|took care|looking after"
    r"|looked after|nursing|nursed|raising|raised|bringing up)"
    rf" (?:(?:for|of|to|my|our|the|sick|ill|ailing|elderly|old|aged|disabled|young|small|newborn) ){{0,4}}{_OF_KIN}"
    rf"(?: members?)?{_PLACE}|(?:(?:stay(?:ed|ing)?|was|remained) )?(?:at )?home with (?:(?:my|our|the|young|small"
    rf"|newborn) ){{0,3}}{_OF_KIN}|a la maison avec (?:(?:mon|ma|mes|nos|notre) )?{_OF_KIN}|family caregiver"
    rf"|(?:soins?|garde|aide|accompagnement|s occup\w+|prendre soin|proche aidante?) "
    rf"(?:(?:a|de|du|la|ma|mon|mes|notre|malade) ){{0,4}}{_OF_KIN}(?: malade)?"
    r"|proche aidante?)"
)
"""Care (folded) for one's own kin: no job where nobody employs for it."""
_HOME = frozenset(
    {"home", "family", "own family", "my family", "household", "own home", "parents", "famille", "self"}
)
_WITHOUT_EMPLOYER = expression(
    r"(?:currently |actively |actuellement )?(?:unemploy(?:ed|ment)|not (?:employed|working)|no employment|jobless"
    r"|job ?seek(?:er|ing)|seeking (?:a )?(?:employment|work|job)|looking for (?:a )?(?:job|work|employment)"
    r"|between jobs|waiting for (?:\w+ ){0,4}permit|sans (?:emploi|travail)|(?:au |en )?chomage"
    r"|(?:en |a la )?recherche d ?(?:un )?(?:emploi|travail)|desemplead[oa])"
    r"(?: (?:and|et|y|while|during|for|in|since|at|a|au|due|my) .*)?"
)
"""What stands (folded) in the place of an employer where nobody employs, whatever else was done: "Unemployed"."""
_TOWARDS_WORK = expression(
    r"\b(?:look\w*|seek\w*|search\w*|wait\w*|prepar\w*|appl(?:y|ied|ying)|course|class(?:es)?|training|exams?|learn\w*"
    r"|children|kids|baby|mother|father|parents|recherche|attente|formation|cours|enfants|was|were|left|lost|closed)\b"
)
"""Words (folded) of a reason that names a trade in which nobody worked: "looking for a job as a cook"."""
_UNPAID = expression(
    r"^(?:\w+ ){0,2}?(?:volunteer(?:ed|ing)?|benevol\w*|voluntary)(?! (?:coordinat|manag|firefight)\w*)\b"
)
"""What stands first (folded) in the brackets behind a title that was no employment."""
_PARTS = expression(r"\s*[/,;&|()]\s*|\s+(?:-|–|—|and|et|or|ou)\s+")


OWN_ACCOUNT = expression(
    r"\b(?:self ?employ\w*|own (?:account|business|shop|farm|company|work)|freelanc\w*"
    r"|independent (?:\w+ )?(?:contractor|consultant|trader|professional|worker)|sole (?:proprietor|trader)\w*"
    r"|propriet(?:or|ress|aire|ari[oa])s?|(?<!product )(?<!process )(?:co )?owners?|business ?(?:man|woman|person)"
    r"|private practice|travailleu\w+ (?:autonome|independant\w*)|(?:auto|micro) ?entrepreneure?s?|entrepreneure?s?"
    r"|a (?:son|mon) (?:propre )?compte|pour (?:son|mon) compte|independante?|cuenta propia|autonomo"
    r"|profession liberale)\b"
)
"""Words (folded) for work on one's own account."""


@lru_cache(maxsize=4096)
def _means_no_work(text: str) -> bool:
    parts = [folded for part in _PARTS.split(text) if (folded := fold(part))]
    told = fold(text) in NOT_WORK or all(part in NOT_WORK or _CARE.fullmatch(part) for part in parts)
    return bool(parts) and (told or bool(_BEGINS.match(f"{fold(text)} ")))


def employer_of(job: Job) -> str | None:
    """Give the employer's name, or None where the row holds none (a blank, "n/a", "unemployed")."""
    return job.employer if job.employer and fold(job.employer) and not _means_no_work(job.employer) else None


def is_work(job: Job) -> bool:
    """True for employment; false for a row that accounts for a time without it (study, unemployment)."""
    if job.employer and _WITHOUT_EMPLOYER.fullmatch(fold(job.employer)):
        return False
    if job.title and fold(job.title):
        if _UNPAID.search(fold(job.title.rpartition("(")[2])) and job.title.rstrip().endswith(")"):
            return False
        if employer_of(job) is None and (_begins_without_work(job.title) or _leads_to_work(job.title)):
            return False
        return not _means_no_work(job.title) or (_is_care(job.title) and _is_hired(job))
    return employer_of(job) is not None


def _begins_without_work(title: str) -> bool:
    """True for a title that says first that nobody worked, and then why: "Homemaker (maternity, small children)".

    What names work of a kind is no reason: "Homemaker, seamstress from home".
    """
    parts = list(filter(None, map(fold, _PARTS.split(title))))
    if not parts or parts[0] not in NOT_WORK or _BESIDE_A_JOB.search(parts[0]):
        return False
    return not any(map(_names_work, parts[1:]))


def _leads_to_work(title: str) -> bool:
    """True for a title that tells step by step what came before a job: "Welding training, then awaiting deployment"."""
    parts = list(filter(None, map(fold, _PARTS.split(title))))
    return bool(parts) and all(
        part in NOT_WORK or _BEFORE_WORK.fullmatch(part) or _BEGINS.match(f"{part} ") for part in parts
    )


_BEFORE_WORK = expression(
    r"(?:(?:then|and|later|also|while|ensuite|puis) )*(?:(?:\w+ ){0,3}?(?:trainings?|courses?|class|classes"
    r"|seminars?|board exams?|exams?|examinations?|licensure|deployment|paper ?work|formation)"
    r"(?: (?:at|in|for|of|with|by|from|under) .*)?"
    r"|(?:await(?:ing|ed)|wait(?:ing|ed)(?: for)?|appl(?:ying|ied) (?:for|to|abroad)|learn(?:ing|ed)"
    r"|recover(?:ing|ed) from|review(?:ing|ed) for)(?: .*)?"
    r"|(?:process|complet|arrang|prepar|gather|attend)(?:ing|ed) (?:of )?(?:(?:my|the|an?|visa|work|travel|\w+ian"
    r"|overseas) ){0,3}(?:papers|documents|visa|permit|applications?|requirements|training|course|class(?:es)?|lessons"
    r"|seminars?|exams?|school|studies)(?: .*)?"
    r"|(?:pregnan\w+|gave birth|giving birth|illness|recovery|recuperat\w+|medical treatment)(?: .*)?)"
)
"""What (folded) somebody without an employer did before the next job."""

_OWN_CHILDREN = expression(
    r"(?:full time )?(?:maternity|pregnan\w+|child ?(?:care|rearing|birth)|baby(?: care)?|newborn\w*"
    r"|(?:small |young )?children|garde d enfants?|maternite|grossesse)(?: at home)?"
)
"""Why (folded) somebody without an employer was at home: children of their own."""


def _names_work(reason: str) -> bool:
    """True for a reason (folded) that tells work of a kind; care for one's own, a course and a search are none."""
    if _CARE.fullmatch(reason) or _OWN_CHILDREN.fullmatch(reason) or _TOWARDS_WORK.search(reason):
        return False
    return bool(OWN_ACCOUNT.search(reason) or fields(reason))


def _is_care(text: str) -> bool:
    return all(_CARE.fullmatch(folded) for part in _PARTS.split(text) if (folded := fold(part)))


def _is_hired(job: Job) -> bool:
    name = employer_of(job)
    return name is not None and fold(name) not in _HOME and not _CARE.fullmatch(fold(name))


def denies_work(job: Job) -> bool:
    """True for a row by which nobody worked in its time ("Unemployed", "Homemaker"); study or travel deny no job."""
    told = job.title if job.title and fold(job.title) else job.employer
    if told is None or not fold(told) or is_work(job):
        return False
    return _is_care(told) or not _BESIDE_A_JOB.search(fold(told))


def is_own_business(record: Job) -> bool:
    """True for a row that tells of work on one's own account."""
    return bool(OWN_ACCOUNT.search(words_of(record)))


def words_of(record: Job) -> str:
    """Give the title and the employer of a row in one, folded."""
    return fold(f"{record.title or ''} {record.employer or ''}")
