"""By what an employment letter is known, and what it must not be taken for."""

import re

from consistency.extractors.employment import household, statement, telling, terms
from consistency.extractors.employment.labels import labelled
from consistency.extractors.pages.layout import blocks, paragraphs
from consistency.extractors.wording.scripts import latin
from consistency.model import Document
from consistency.normalizer.expressions import expression

_KINDS = (
    r"(?:employment|experience|service|work|working|relieving|job|internship|salary|career|retirement|separation"
    r"|resignation)"
)
_PAPERS = r"(?:certificates?|certification|letter|verification|confirmation|declaration)"
_HEADS = expression(
    rf"^\W*(?:{_KINDS}|employee|employer)(?:['’]s)?(?:\s+\w+){{0,2}}\s+(?:{_PAPERS}|reference)\b"
    rf"|^\W*(?:{_PAPERS}|proof)\s+of\s+(?:past |previous |present |current )?{_KINDS}\b"
    r"|^\W*clearance (?:paper|slip|letter|form|certificate)\W*$"
    r"|^\W*(?:no[- ]dues|release|discharge) (?:certificate|letter)\b"
    r"|^\W*(?:re\W+)?acceptance of (?:\w+ )?resignation\b"
    r"|^\W*(?:settlement|termination|end) of (?:the )?(?:employment|work|labou?r)\b|^\W*(?:act of )?finiquito\b"
    r"|^\W*(?:reçu (?:pour|de) )?solde de tout compte\b|^\W*(?:relieving|releasing|release) order\b"
    r"|^\W*service record\b"
    r"|^\W*(?:statement|record) of service\b"
    r"|^\W*(?:attestation|certificat|confirmation|déclaration)\s+(?:d['’]emploi|(?:de )?travail|d['’]expérience"
    r"|d['’]occupation|de service|d['’]employeur|de l['’]employeur|employeur|de fonctions?|de stage"
    r"|de présence effective|de bons services|de (?:salaire|rémunération|traitement)"
    r"|de (?:(?:bonne )?fin de (?:service|contrat|travail|mission)|cessation (?:de (?:travail|fonctions?"
    r"|service)|d['’]activité))"
    r"|professionnelle|d['’]activité)\b"
    r"|^\W*(?:subject|re|sub|objet|réf)\b.{0,40}(?:experience|employment|service|reference|emploi"
    r"|travail|expérience)\b.{0,12}(?:letter|certificate|verification|confirmation|of\b|attestation|–|-|:)"
    rf"|^\W*(?:subject|re|sub|objet|réf)\W+{_PAPERS}\s+of\s+{_KINDS}\b",
    re.IGNORECASE,
)
"""The titles of letters about work."""
_REFERENCES = expression(
    r"^\W*(?:(?:subject|re|ref|sub|objet|réf)\W+)?(?:reference"
    r"|recommendation)(?:\s+\w+){0,2}\s+(?:certificate|letter)\b"
    r"|^\W*(?:(?:subject|re|sub|objet|réf)\W+)?(?:certificate|letter|confirmation|proof"
    r"|verification)\s+of\s+(?:reference|recommendation)\b"
    r"|^\W*(?:introductory letter|letter of introduction|lettre d['’]introduction)\b"
    r"|^\W*(?:attestation|certificat|lettre)\s+(?:de (?:référence|recommandation|travail|service)|d['’]emploi"
    r"|d['’]expérience"
    r"|d['’]employeur)\b",
    re.IGNORECASE,
)
"""The titles of letters that may be about something else: a tenant, a friend."""
CERTIFIES = expression(
    r"\b(?:certif\w+|attest\w*|confirm\w*|declar\w+|déclar\w+|states?)\b[^.:]{0,40}?\b(?:that|que|qu['’])\s*:?\s*$",
    re.IGNORECASE,
)
"""How a statement begins that goes on below."""
CERTIFIED = expression(
    r"\b(?:certif\w+|attest\w*|confirm\w*|declar\w+|déclar\w+)\b[^.:]{0,40}?\b(?:that|que|qu['’])",
    re.IGNORECASE,
)
STATED = expression(
    r"\b(?:certif\w+|confirm\w*|attest\w*|states?|verif(?:y|ies)|advised?|pleased to|issued to|given to|inform\w*"
    r"|témoign\w+|recommend\w*|recommand\w+|vouch\w*|in support of|déclare\w*|confirmons)\b.{0,220}?"
    r"\b(?:perçoit|percevait|touche|(?:draws?|receives?|earns?|drew|received|earned|is paid|was paid) (?:an? |the )?"
    r"(?:gross |net |monthly |annual |basic |fixed |consolidated ){0,3}(?:salary|wage|remuneration)"
    r"|employed|employee|worked|working|works|served|joined|(?:holds?|held) the (?:position"
    r"|post)|internship|employée?|employé\(e\)|travaillé?|travaille|occupe|occupé|exercé|embauchée?"
    r"|salariée?|partie de notre|on (?:our|the|its) (?:payroll|staff|books|rolls?)|fait partie|effectifs)\b",
    re.IGNORECASE | re.DOTALL,
)
_PATRONS = (
    r"tenants?|pupils?|students?|learners?|patients?|customers?|clients?|lodgers?|members?|guests?|friends?|accounts?"
    r"|relationships?|marriage|locataires?|élèves?"
)
_HOUSE = (
    r"(?:company|compan(?:y|ies)|firm|group|organi[sz]ation|establishment|institut(?:e|ion)|hotel|restaurant"
    r"|school|hospital|clinic"
    r"|factory|plant|mill|workshop|site|farm|store|shop|bakery|kitchen|bank|branch|office|ministry|department"
    r"|household|family)"
)
_DAY = (
    r"(?:the )?(?:\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|(?:early|mid|late|summer|spring"
    r"|autumn"
    r"|winter)\b)"
)
_LONG = (
    r"(?:the (?:past|last) )?(?:over |nearly |almost |about |more than )?(?:\d+|an?|one|two|three|four|five|six|seven"
    r"|eight|nine|ten|\w+teen|\w+ty|several) (?:\(\d+\) )?(?:years?|months?)"
)
PLAIN_STATED = expression(
    r"\b(?:has been|was|is|had been) (?:[\w-]+ ){0,3}(?:employed|employee|working|engaged) (?:[\w-]+ ){0,2}(?:with"
    r"|by|at|for|in|as|of|under)\b|\byou (?:have )?(?:served|worked|were (?:employed|with us))\b"
    r"|\b(?:worked|served) (?:with|for|in|at) (?:us|our)\b"
    r"|\bas (?:an? )?(?:bona ?fide )?(?:employee|staff|worker|member of staff) of (?:our|this)\b"
    r"|\b(?:I|we)(?:, [^,.;]{3,40},)? (?:have |currently |hereby )?employ(?:ed)? (?!by\b|in\b|at\b)"
    r"|\b(?:is|was|has been|had been) in (?:our|the|its|their) (?:employ|employment|service)\b"
    r"|\bjoined (?:us|our|[^\W\d][^.;\n]{2,60}? (?:on|in|from|as|since))\b"
    r"|\byou (?:now |hereby )?(?:stand|are|were|have been) (?:\w+ly )?(?:released|relieved|discharged"
    r"|disengaged|separated) from "
    r"(?:the |your |our )?"
    r"(?:services?|dut(?:y|ies)|employ\w*|post|position)\b|\byou were (?:first )?(?:recruited|hired|engaged"
    r"|taken on)\b"
    r"|\b(?:has|have|had) been with (?:me|us) (?:from|since|for|between)\b"
    r"|\b(?:has|have|had) been (?:an? |the |our |one of our )(?:[\w-]+ ){1,4}(?:with|for|at) (?:us|our [\w-]+)"
    r" (?:from|since|for|between|until)\b"
    r"|\b(?:started|began|commenced)(?: work(?:ing)?)? (?:with|for|at) (?:us|our)\b"
    r"|\b(?:started|began|commenced) (?:his|her|their) (?:career|employment|work|services?|journey) (?:with|at|in) "
    r"|\b(?:came|come) to (?:work (?:for|with|at) )?us\b|\b(?:been|is|was|were|are) (?:on|part of|one of"
    r"|a (?:part|member) of) our"
    r" (?:[\w-]+ ){0,2}(?:crew|team|staff|payroll|books|workforce|drivers|workers|employees)\b"
    r"|\b(?:contract of employment|(?:employment|work|labou?r) contract|(?:his|her|your) (?:employment|services?))"
    r"(?: with [^.;,]{3,40})? (?:ended|ceased|came to an end|has ended|(?:was|were|has been) (?:ended|terminated))\b"
    r"|\b(?:contrat|relation) de travail[^.;]{0,60}? (?:a pris|prenait|avait pris|a été) (?:fin|rompue?)\b"
    r"|\ba quitté (?:notre|nos|l['’])|\b(?:fait|faisait|a fait) partie de (?:notre|nos)\b"
    r"|\b(?:his|her) (?:designation|position|job title|post) (?:is|was)\b|\b(?:is|was|has been"
    r"|had been) (?:a |an |our |on the )?(?:\w+ )?(?:member of (?:the |our )?(?:[\w-]+ ){0,2}staff|staff|employee) "
    r"(?:of|in|at|with)\b|\b(?:est|a été|était) au service d(?:e (?:notre|la|l['’])|u)\b"
    r"|\b(?:est|a été|était) occupée? (?:par|comme|en qualité|à titre|dans (?:notre|nos)|au sein|chez)\b"
    r"|\b(?:est|a été|était) (?:employée?|employé\(e\)|embauchée?|engagée?)\b|\ba travaillé\b"
    r"|\b(?:has|have|had) been with (?!(?:our bank|his|her|their|my|your)\b)[^.;:\n]{2,50}?"
    rf" (?:for {_LONG}|since {_DAY})"
    rf"|\bour (?!(?:[\w-]+ ){{0,3}}(?:{_PATRONS})\b)(?:[\w-]+ ){{1,4}}since {_DAY}"
    rf"|\b(?:is|was|has been) (?:one of )?our (?!(?:[\w-]+ ){{0,3}}(?:{_PATRONS})\b)(?:[\w-]+ ){{1,4}}"
    rf"(?:from|between|for|until) (?:{_DAY}|{_LONG})"
    rf"|\b(?:served|worked (?:for|with|in|at)) (?:in |with |at |for )?(?:this|our) {_HOUSE}\b"
    rf"|\bis (?:an? |our |the )?(?!(?:[\w-]+ ){{0,3}}(?:{_PATRONS})\b)(?:[\w()/.-]+ ){{1,7}}(?:at|in|with) our"
    rf" {_HOUSE}\b"
    r"|\b(?:provided|rendered|has (?:provided|rendered)) (?:(?:his|her|their|[\w-]+) ){0,4}?services? (?:to|in"
    r"|at|for|as) "
    r"(?!(?:our|the|its) (?:customers?|clients?|guests?|patients?|pupils?|students?)\b)"
    r"|\ba (?:presté|rendu|fourni) (?:ses |des )?services\b|\ba (?:presté|œuvré|oeuvré) (?:chez|comme"
    r"|en qualité|au sein|dans)\b"
    r"|\b(?:est|a été|était) (?:à (?:notre|l['’]) ?emploi|(?:effectivement )?(?:présente?|en service|en poste)"
    r" (?:à son poste|(?:dans|chez|au sein|à|au)\b[^.;]{3,80}? depuis))\b"
    r"|\bwas with (?:us|our (?!bank\b)[\w-]+) (?:for|during|in|from|since|between|until) "
    r"|\bwas with us (?:on|under|in|as) [^.;\n]{3,60}?,? (?:from|since|between|for) (?:the )?(?:\d|(?:jan|feb"
    r"|mar|apr|may|jun"
    r"|jul|aug|sep|oct|nov|dec)[a-z]*\b)"
    rf"|\bwas (?:an? |our |the )(?!(?:[\w-]+ ){{0,3}}(?:{_PATRONS})\b)(?:[\w()/.-]+ ){{1,5}}(?:at|in"
    rf"|with) (?:our|this)"
    r" [\w-]+ (?:from|since|between|until|during)\b",
    re.IGNORECASE,
)
_OTHER = (
    expression(r"^\W*(?:(?:conditional |formal )?(?:job )?offer(?: of employment| letter)?|letter of offer"
               r"|offre d['’]emploi|lettre d['’]offre|(?:employment|work|labour) (?:contract"
               r"|agreement)|contrat (?:de travail|d['’]emploi)|contract of employment"
               r"|agreement|appointment letter|payslip|pay ?stub|curriculum vitae)\W*$", re.IGNORECASE | re.MULTILINE),
    expression(r"\b(?:offers? you|offer you|pleased to offer|we are offering|vous offr\w+|vous propos\w+"
               r"|hereby agree|hereinafter|ci-après|probation(?:ary)? period of"
               r"|terms and conditions of (?:this|your) employment|entre les soussignés)\b", re.IGNORECASE),
    expression(r"\b(?:madame, monsieur l['’]agent"
               r"|your application (?:was|for (?!(?:an? |the )?(?:\w+ )?(?:reference|certificate|experience)\b))"
               r"|we have determined|labour market impact"
               r"|I am (?:writing(?! to (?:confirm|certify|recommend|verify|testify))|applying)"
               r"|j['’]ai l['’]honneur|je présente|my (?:application"
               r"|employer|savings|family))\b", re.IGNORECASE),
    expression(r"\b(?:account (?:no|number|holder)|holds? account|titulaire du compte|solde créditeur"
               r"|opening balance|statement of account|relevé de compte)\b", re.IGNORECASE),
    expression(r"\bform (?:no\.? ?)?16\b|\btax deducted at source\b|\bwage and tax statement\b"
               r"|\bstatement of remuneration paid\b|\bend of year certificate\b|\bassessment year\b"
               r"|\b(?:member |contribution )?service history\b", re.IGNORECASE),
    expression(r"\b(?:national (?:youth )?service (?:corps|certificate|discharge)|certificate of national service"
               r"|service national\b|service civique)\b", re.IGNORECASE),
    expression(r"\bIMM\s?\d{4}|\bUCI\b|\bIUC\b|Citizenship and Immigration Canada|criminal record"
               r"|casier judiciaire|police (?:clearance|certificate)", re.IGNORECASE),
    expression(r"\b(?:solemnly|solennellement|sous serment)\b.{0,2000}?\b(?:j['’]ai (?:travaill|serv|exerc|occup|été)"
               r"|I (?:have )?(?:worked|served|was employed|been employed)\b)", re.IGNORECASE | re.DOTALL),
)  # fmt: skip
_TO_OFFICER = expression(
    r"\b(?:visa officer|dear officer|agent des visas|immigration officer)\b", re.IGNORECASE
)
"""An employer may write to the officer, as the applicant does."""
_OF_MYSELF = expression(
    r"\b(?:my (?:visa|passport|spouse|wife|husband|children|refusal)|I (?:am applying|was refused))\b"
)
_PATRON = expression(
    r"\b(?:is|was|has been|as|est) (?:(?:an? |our |une? |one of our )?(?:\w+ ){0,2}(?:tenants?|pupils?|students?"
    r"|learners?|customers?|clients?|lodgers?|locataires?|élèves?)"
    r"|(?:an? |our |une? |one of our )(?:\w+ ){0,2}patients?)\b",
    re.IGNORECASE,
)
"""Somebody of whom a house writes that does not employ them."""
_WORKED = expression(
    r"\b(?:work|employ|intern|train|salar|wage|dut(?:y|ies)|position|designation|job|staff|travail|emploi|stag)\w*",
    re.IGNORECASE,
)
_TO_COME = expression(r"\b(?:offer\w*|contract|agreement|shall|will|offre|contrat|sera)\b", re.IGNORECASE)
"""Words of a work that is still to begin, whose first and last day labels may tell, too."""
_HOURS = expression(
    r"\b\d{1,2}(?:[.,]\d)? (?:hours|heures|horas) (?:per|a|each|weekly|par|por)\b|\b(?:an|per) hour\b"
    r"|\bde l['’]heure\b",
    re.IGNORECASE,
)
"""Words about hours of work or pay by the hour."""
_BY_STATEMENT, _BY_WHAT_IS_TOLD, _BY_TITLE_AND_TIME = 0.45, 0.5, 0.2
_BY_TIME, _BY_HOUSEHOLD = 0.1, 0.55
_ENOUGH = 0.5
"""From here on a paper is taken for the kind that it is most surely."""
_MOST_PAGES, MOST_LINES, _MOST_TEXT = 4, 200, 20_000
"""What is longer is not one letter."""


def score(document: Document) -> float:
    """Say how surely a document is an employment letter: an employer states what somebody did for them."""
    if document.form is not None or len(document.pages) > _MOST_PAGES:
        return 0.0
    text = document.text[:_MOST_TEXT]
    titles = [latin(line.text) for line in document.lines[:16]]
    head = any(map(_HEADS.match, titles))
    sure = 0.35 * (head or any(map(_REFERENCES.match, titles)))
    told = " ".join(text.split())  # a statement runs over the ends of lines
    stated = STATED.search(told) is not None or PLAIN_STATED.search(told) is not None
    stated = stated and not (_PATRON.search(told) and not _WORKED.search(told))
    sure += _BY_STATEMENT * stated
    labels = set(labelled(document.lines[:MOST_LINES]))
    labelled_work = len(labels & {"name", "title", "from", "when", "to"}) >= 3
    sure += 0.35 * labelled_work + 0.1 * (labelled_work and {"title", "when"} <= labels)
    sure += 0.1 * ({"name", "title", "from", "to"} <= labels and _TO_COME.search(text) is None)
    paid = terms.speaks_of_pay(text) or _HOURS.search(text) is not None
    sure += 0.1 * bool(paid or {"pay", "hours", "duties"} & labels)
    sure += 0.05 * bool(re.search(r"to whom it may concern|à qui de droit", text, re.IGNORECASE))
    sure -= 0.6 * sum(1 for pattern in _OTHER if pattern.search(text))
    sure -= (0.05 if stated and not _OF_MYSELF.search(text) else 0.15) * bool(_TO_OFFICER.search(text))
    rest = sure - _BY_STATEMENT * stated
    if sure < _ENOUGH <= rest + _BY_WHAT_IS_TOLD:  # what is dear to find is looked for where it can decide
        sure = max(sure, rest + _told_otherwise(document, text, head))
    if stated and sure < _ENOUGH <= sure + _BY_TIME and not telling.is_about_other(text):
        sure += _BY_TIME * any(map(telling.tells_time, _told(document)))
    if sure < _ENOUGH and household.tells(document) and any(map(_is_timed, _told(document))):
        sure = _BY_HOUSEHOLD
    return max(0.0, min(round(sure, 6), 1.0))


def _told(document: Document) -> list[str]:
    """Give the paragraphs of a letter, without the items of lists."""
    return [part.text for block in blocks(document) for part in paragraphs(block) if not part.bullet]


def _is_timed(text: str) -> bool:
    """Tell whether a sentence about work in a home says from when, or until when."""
    return household.tells_in(text) and any(role.period is not None for role in statement.roles_in(text))


def _told_otherwise(document: Document, text: str, head: bool) -> float:
    """Say how surely a letter tells of work in words that no list has: by what it tells, or by its title and a "
    "time."""
    if not (head or telling.is_with_us(text)) or telling.is_about_other(text):
        return 0.0
    told = _told(document)
    if any(telling.tells_work(passage) for passage in told):
        return _BY_WHAT_IS_TOLD
    return _BY_TITLE_AND_TIME * (head and any(telling.tells_time(passage) for passage in told))
