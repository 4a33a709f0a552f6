"""reapplication/placeholder: a letter with a gap of its template left open."""

import re
from collections.abc import Iterator

from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.passages import Passage
from consistency.comparator.reapplication.decisions import letters
from consistency.comparator.searching import passages_with
from consistency.comparator.telling import cite_papers
from consistency.extractors.wording.letters import closing_at, salutation_at
from consistency.model import Case, Paper, Person, Severity
from consistency.normalizer import places
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

STREAMS = {
    "imm1295": "work permit", "imm5710": "work permit", "imm1294": "study permit", "imm5709": "study permit",
    "imm5257": "visitor visa", "imm5708": "visitor visa",
}  # fmt: skip
"""What each application form applies for."""
PERMITS = {
    "work permit": expression(r"\b(?:work (?:permit|visa)|permis de travail)\b"),
    "study permit": expression(r"\b(?:study permit|student visa|permis d ?etudes?)\b"),
    "visitor visa": expression(
        r"\b(?:(?:visitor|tourist|visit|super) visa|visitor record|temporary resident visa|visa (?:de visiteur|de tourisme))\b"
    ),
}
"""The names (folded) of what is applied for."""
APPLYING = expression(
    r"\b(?:i (?:am|m) (?:\w+ )?(?:re ?)?applying|i (?:\w+ )?(?:re ?)?apply|i (?:\w+ )?submit (?:this|my)"
    r"|je (?:presente|soumets|depose|sollicite)|please (?:accept|consider|find) my (?:\w+ )?application)\b"
)
ELSEWHERE = expression(
    r"\b(?:not|never|also|later|future|previous\w*|earlier|former|refused|first|last|was|were|had|if|when|after|before"
    r"|wife|husband|spouse|son|daughter|children|accompan\w+|extend|change|restor\w+|pas|jamais|aussi|refuse\w*"
    r"|conjointe?|epouse|mari|enfants?)\b"
)
"""Words (folded) of a sentence that may tell of another application than this one."""

AFTER_STUDIES = expression(
    r"\b(?:will|shall|intend to|undertake to|promise to) (?:\w+ ){0,2}?(?:leave|depart|return|go back)\b(?: \w+){0,6}? "
    r"(?:on|upon|after|once|at the end of|following) (?:\w+ ){0,4}?my (?:studies|course|academic|study|college|university|degree)\b"
    r"|\b(?:upon|after|on|once) (?:\w+ ){0,3}?my (?:studies|course|academic \w+|study program(?:me)?)(?: \w+){0,4}? i (?:will|shall)"
    r" (?:\w+ ){0,2}?(?:leave|depart|return|go back)\b"
    r"|\b(?:quitterai|retournerai|rentrerai)\b(?: \w+){0,6}? (?:apres|a la fin de|au terme de) mes etudes\b"
    r"|\b(?:apres|a la fin de|au terme de) mes etudes(?: \w+){0,3}? (?:quitterai|retournerai|rentrerai)\b"
)
"""Words (folded) of somebody who will leave or return after studies."""
OF_STUDIES = expression(
    r"\b(?:(?:the|my|this) (?:proposed|intended|chosen|selected) (?:\w+ )?(?:program(?:me)?|course)s?(?: of stud(?:y|ies))?"
    r"|(?:my|the) (?:proposed|intended|planned|upcoming) studies|why (?:i (?:chose|want) )?this (?:college|university|course)"
    r"|(?:admi\w+|accepted|enrol\w*) (?:\w+ ){1,4}designated learning institution|my (?:college|university) in canada (?:will|starts|begins|offers)"
    r"|i have received (?:an |my )?(?:offer|letter) of admission"
    r"|(?:le|mon) programme d etudes (?:propose|choisi|envisage|vise)|mes etudes (?:au canada|envisagees|prevues)"
    r"|(?:mon|la) lettre d (?:admission|acceptation) (?:du|de l|au))\b"
)
"""Words (folded) of somebody who is about to study."""
STUDIED = expression(
    r"\b(?:completed|graduat\w+|finished|obtained|gave|attended|studied|held|holds?|earned|certified|employers?"
    r"|company|training|termine\w*|obtenu\w*|diplomee?s?|employeur|entreprise)\b"
)
"""Words (folded) of studies that are over, or that an employer gives."""
OF_A_STREAM = expression(f"{AFTER_STUDIES.pattern}|{APPLYING.pattern}|{OF_STUDIES.pattern}")
HOMEWARD = expression(
    r"\b(?:canada|home(?:land|town)?|(?:my|the|own|that|this) country|countr(?:y|ies) of|mon pays|le pays|pays d origine"
    r"|chez moi|ma patrie)\b"
)
"""Words (folded) of what a student leaves or returns to: Canada, or what is home."""
BACK_TO = expression(
    r"\b(?:return|go back|retournerai|rentrerai) (?:to|au|aux|en|a) (?P<where>(?:[a-z]+ ?){1,3})"
)
TOLD_BEFORE = expression(
    r"\b(?:said|wrote|written|stated|promised|declared|(?:in|of|en|de) (?:19|20)\d\d|avais|ecrit|promis|declare)\b"
)
"""Words (folded) of a sentence that quotes what was said in an application for those studies."""

WRITTEN = frozenset({
    "explanation-letter", "employment-letter", "offer-of-employment", "employment-contract", "cv", "support-letter",
})  # fmt: skip

GAP = expression(
    r"\[(?P<square>[^\[\]\n]{2,60})\]|<<?(?P<angle>[A-Za-z][^<>\n]{2,40})>>?|\{\{?(?P<curly>[^{}\n]{2,40})\}\}?"
    r"|(?P<bullet>\[(?:[●•▪■]|_{2,})[●•▪■_ ]*\])|(?P<blank>_{3,}|…{2,}|\.{5,})"
    r"|(?P<filler>\b(?:X{4,}|lorem ipsum|TBD|TBC|TBA|DD/MM/YYYY|JJ/MM/AAAA|MM/DD/YYYY|XX[/.-]XX[/.-](?:\d{4}|X{2,4})"
    r"|(?:19|20)XX)\b|\b(?-i:INSERT|INSÉRER)(?: (?-i:[A-ZÀ-Ý’']{2,})){1,5}\b"
    r"|\bdelete (?:if not|as|where|whichever is not) (?:applicable|appropriate|necessary)"
    r"|\b(?:rayer|biffer) (?:la|les) mentions? inutiles?)"
    r"|(?P<ai>\b(?:as an? (?:ai(?: language)?|large language) model|en tant que (?:modele d.)?ia)\b"
    r"|\b(?:sure|certainly|of course|absolutely)[!,.:] here(?:[’']s| is| are)\b"
    r"|\bhere(?:[’']s| is) (?:a|the|your) (?:\w+ ){0,2}(?:version|draft|rewrite) of (?:your|the)\b"
    r"|\blet me know if you(?:[’']d| would) like (?:me to|any)\b|\bfeel free to (?:customi[sz]e|adapt|edit)\b"
    r"|\bvoici (?:une|la|votre) (?:\w+ ){0,2}version (?:\w+ )?de (?:votre|la) lettre)",
    re.IGNORECASE,
)
ROUND = expression(
    r"\b(?:for|at|with|by|to|from|since|is|in|on|of|chez|pour|par|depuis|[Dd]ear|[Cc]h[eè]re?)\s+\((?P<round>[^()\d]{3,40})\)"
)
"""A bracket in the place of what a little word asks for: "I work for (name of employer)"."""
ANY_GAP = expression(f"{GAP.pattern}|{ROUND.pattern}", re.IGNORECASE)
ASKING = expression(
    r"(?:your |my |full |exact |job |of |de |du |la |le |l |d |votre |or |company |applicant )*"
    r"(?:name|date|address|employer|company|officer|position|job title|title|city|country|amount|salary|nom|employeur"
    r"|poste|ville|pays|adresse|montant)(?: of| de| du)?(?: the| your| my| l| la| le| votre)?"
    r"(?: (?:employer|company|officer|bank|school|city|country|applicant|job|position|employeur|agent|entreprise|start))?"
)
"""What such a bracket (folded) asks for, and nothing else."""
SIGNING = expression(
    r"\b(?:sign\w*|dated?|witness\w*|initials?|fait|day of|stamp|seal|place|name|nom|title|tel|phone)\b"
)
"""Words (folded) beside a line on which somebody is to sign."""
WANTED = expression(
    r"\b(?:name|date|address|number|employer|company|position|title|city|country|insert|your|amount|salary|signature here"
    r"|passport|phone|email|applicant|officer|client|recipient|reason|fill|enter|add|here|nom|prenom|adresse|numero|employeur"
    r"|poste|ville|pays|inserer|votre|montant|date de|a completer|completer|demandeur)\b"
)
"""Words (folded) that ask for something to be put in: a bracket with none of them may be the writer's own."""
NOT_A_GAP = expression(
    r"\b(?:signed|signe|signature|sic|seal|stamp|stamped|sceau|cachet|redacted|emphasis|translated)\b"
)
MASKED = expression(r"(?:account|passport|card|no|number|compte|numero)\W{0,12}$", re.IGNORECASE)


@rule(Severity.MAJOR, references=["IRPA s.16(1)"])
def placeholder(case: Case) -> Iterator[Mismatch]:
    """A letter of the draft still holds a gap of its template.

    Why: a gap shows that the letter was not read by whoever signed it; nothing in it is then believed.
    Advice: put in what belongs there, in the applicant's or the employer's own words, and have it signed again.

    Reports a bracket in capitals:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "I thank [EMPLOYER NAME] for the offer."

    Reports a bracket in French:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "Je travaille chez [nom de l'employeur] depuis 2019."

    Reports a row of signs in the place of a value:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/employment-letter.pdf as of 2026-03-01: text "She has been with us since XXXX."

    Reports a sentence of a writing program:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "As an AI language model I cannot know the reason."

    Reports a blank in a sentence:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "I thank ____________ for the offer."

    Reports a bracket that stands for a name:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "I work for (name of employer)."

    Reports signs in the place of a day:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "I was refused on XX/XX/2025."

    Reports what a template asks for in capitals:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "I will work at INSERT COMPANY NAME from January."

    Reports the answer of a writing program around the letter:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "Sure! Here is a revised version of your letter:"

    Reports a letter of another stream:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "I am applying for a study permit in Canada."

    Reports the promise of a student:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "I will leave Canada upon completion of my studies."

    Reports the promise of a student to go back to a state:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "After my studies I will return to Brazil."

    Reports a plan of studies in an application for work:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "My chosen program of study at Ridge College joins theory and practice."

    Reports the programme that a plan describes:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "My chosen course, a diploma in baking, starts in May."

    Reports a field of a merge in a letter of no known kind:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/unknown.pdf as of 2026-03-01: text "Dear Officer,"
        draft/unknown.pdf as of 2026-03-01: text "We need {{headcount}} welders."

    Accepts studies that are over, in words of who plans some:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "I completed my chosen program of study at Ridge College."

    Accepts studies that lie behind:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "After my studies I returned home and found work."
        draft/explanation-letter.pdf as of 2026-03-01: text "After my studies at Lagos I will return to work at the bakery."
        draft/explanation-letter.pdf as of 2026-03-01: text "In 2019 I wrote that I will leave Canada after my studies, and I did."

    Accepts another stream that is somebody else's, or of the past:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "My wife is applying for a study permit."
        draft/explanation-letter.pdf as of 2026-03-01: text "My first application for a study permit was refused in 2021."
        draft/explanation-letter.pdf as of 2026-03-01: text "I am applying for a work permit and, with it, a visitor visa."

    Accepts a line to sign on, and dots before a value:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "Yours truly, signed by ____________ in Recife"
        draft/employment-letter.pdf as of 2026-02-01: text "Gross salary ............ 3,100 BRL"

    Accepts what stands in a bracket by right:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "This is the permit I applied for (name of employer: Acme Ltd)."
        draft/employment-contract.pdf as of 2026-02-01: text "Between Acme Ltd. of Brampton, ON (the Employer) and Ana Silva (the Employee)"

    Accepts the mark of a signature:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "[signed] Ana Silva"

    Accepts a bracket that is the writer's own:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "My employer [a bakery in Recife] closed in 2021."

    Accepts a masked account number:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "My savings are on account XXXX4351 of the bank."

    Accepts a letter of a past application:
        2024/explanation-letter.pdf as of 2024-03-01: text "I thank [EMPLOYER NAME] for the offer."
        2024/refusal-letter.pdf as of 2024-06-01: refusal country=CA from=2024-06-01
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
    """
    for person in case.people:
        for paper in case.drafted(person):
            if paper.kind in WRITTEN or _is_some_letter(paper):
                for passage in passages_with(paper, ANY_GAP, str):
                    yield from (_unfilled(person, passage, gap) for gap in _gaps(passage))
        yield from _other_streams(case, person)


def _unfilled(person: Person, passage: Passage, gap: str) -> Mismatch:
    detail = f"{passage.paper.path} still holds “{gap}”: “{passage.text}”"
    return Mismatch(person, f"gap {fold(gap)}", detail, (passage.cite(gap),))


def _is_some_letter(paper: Paper) -> bool:
    """True for a letter of no known kind: it greets somebody, or takes leave."""
    places = (find(paper.document) for find in (salutation_at, closing_at))
    return paper.kind == "unknown" and any(place is not None for place in places)


def _other_streams(case: Case, person: Person) -> Iterator[Mismatch]:
    """Report a letter that applies for what no form of the draft applies for."""
    forms = [p for p in case.draft_papers if p.kind in STREAMS]
    asked = {STREAMS[paper.kind] for paper in forms}
    for letter in letters(case, person) if asked else ():
        for passage in passages_with(letter, OF_A_STREAM):
            stream = _applied_for(fold(passage.text))
            if stream is not None and not stream & asked:
                name = min(stream)
                yield Mismatch(
                    person,
                    f"stream {name}",
                    f"{letter.path} is written for a {name} (“{passage.text}”), and {forms[0].path} applies for none.",
                    (passage.cite(name), *cite_papers(forms[:1])),
                )


def _applied_for(words: str) -> frozenset[str] | None:
    """Give what a sentence (folded) says that the applicant applies for with this letter."""
    if OF_STUDIES.search(words) and not any(p.search(words) for p in (ELSEWHERE, TOLD_BEFORE, STUDIED)):
        return frozenset({"study permit"})
    if AFTER_STUDIES.search(words) and _goes_home(words) and not TOLD_BEFORE.search(words):
        return frozenset({"study permit"})
    if not APPLYING.search(words) or ELSEWHERE.search(words):
        return None
    return frozenset(name for name, named in PERMITS.items() if named.search(words)) or None


def _goes_home(words: str) -> bool:
    """Say whether a sentence (folded) speaks of Canada, of a home, or of a state to which somebody returns."""
    if HOMEWARD.search(words):
        return True
    named = (found["where"].split() for found in BACK_TO.finditer(words))
    return any(places.country(" ".join(name[:size])) for name in named for size in range(1, len(name) + 1))


def _gaps(passage: Passage) -> Iterator[str]:
    for found in GAP.finditer(passage.text):
        if found["filler"] and MASKED.search(passage.text[: found.start()]):
            continue
        if found["blank"] and not _in_a_sentence(passage.text, found.start(), found.end()):
            continue
        if found[0].startswith(("{{", "<<")) or _asks(found["square"] or found["angle"] or found["curly"]):
            yield found[0]
    yield from (f"({m['round']})" for m in ROUND.finditer(passage.text) if ASKING.fullmatch(fold(m["round"])))


def _asks(bracketed: str | None) -> bool:
    """Tell whether what stands in a bracket asks for something; signs without a bracket always do."""
    inside = fold(bracketed or "")
    return not inside or (WANTED.search(inside) is not None and not NOT_A_GAP.search(inside))


def _in_a_sentence(text: str, start: int, end: int) -> bool:
    """Say whether words stand before and after a blank as in a sentence: neither a line to sign on nor a row of dots."""
    before, after = text[:start].rstrip(), text[end:].lstrip(" _.…")
    if SIGNING.search(fold(f"{before[-30:]} {after[:30]}")) or len(before.split()) < 2:
        return False
    return bool(re.match(r"[a-zà-ÿ]{2,}", after) and re.search(r"[\wà-ÿ,]$", before))
