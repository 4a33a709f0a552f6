"""By what an employment letter is known, and what it must not be taken for."""

import re

from consistency.extractors.papers import _employment_terms as terms
from consistency.extractors.papers._employment_labels import labelled
from consistency.model import Document
from consistency.normalizer.expressions import expression

_HEADS = expression(
    r"^\W*(?:employment|experience|service|work|working|relieving|job|internship|reference"
    r"|salary)(?:\s+\w+){0,2}\s+(?:certificate|letter|verification|confirmation|reference)\b"
    r"|^\W*(?:certificate|letter|confirmation|proof|verification)\s+of\s+(?:employment|experience|service"
    r"|work|reference)\b|^\W*reference letter\b|^\W*service certificate\b"
    r"|^\W*(?:attestation|certificat|lettre|confirmation)\s+(?:d['’]emploi|de travail|d['’]expérience"
    r"|de référence|de recommandation|de service|d['’]employeur|de fonctions)\b"
    r"|^\W*(?:subject|re|sub|objet|réf)\b.{0,40}(?:experience|employment|service|reference|emploi"
    r"|travail|expérience)\b.{0,12}(?:letter|certificate|verification|confirmation|of\b|attestation|–|-|:)",
    re.IGNORECASE,
)
STATED = expression(
    r"\b(?:certif\w+|confirm\w*|attest\w*|state|verify|advised?|pleased to|inform\w*|témoign\w+"
    r"|déclare\w*|confirmons)\b.{0,220}?"
    r"\b(?:employed|employee|worked|working|works|served|joined|(?:holds?|held) the (?:position"
    r"|post)|internship|employée?|employé\(e\)|travaillé?|travaille|occupe|occupé|exercé|embauchée?"
    r"|salariée?|partie de notre)\b",
    re.IGNORECASE | re.DOTALL,
)
PLAIN_STATED = expression(
    r"\b(?:has been|was|is|had been) (?:[\w-]+ ){0,3}(?:employed|employee|working|engaged) (?:[\w-]+ ){0,2}(?:with"
    r"|by|at|for|in|as|of)\b|\b(?:worked|served) (?:with|for|in|at) (?:us|our)\b"
    r"|\b(?:is|was|has been|had been) in (?:our|the|its|their) (?:employ|employment|service)\b"
    r"|\bjoined (?:us|our|[^\W\d][^.;\n]{2,60}? (?:on|in|from|as|since))\b"
    r"|\b(?:his|her) (?:designation|position|job title|post) (?:is|was)\b|\b(?:is|was|has been"
    r"|had been) (?:a |an |our |on the )?(?:\w+ )?(?:member of (?:the |our )?staff|staff|employee) "
    r"(?:of|in|at|with)\b|\b(?:est|a été|était) (?:employée?|employé\(e\)|embauchée?|engagée?)\b|\ba travaillé\b",
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
    expression(r"\b(?:madame, monsieur l['’]agent|your application (?:for|was)|we have determined|labour market impact"
               r"|I am (?:writing|applying)|j['’]ai l['’]honneur|je présente|my (?:application"
               r"|employer|savings|family))\b", re.IGNORECASE),
    expression(r"\b(?:account (?:no|number|holder)|holds? account|titulaire du compte|solde créditeur"
               r"|opening balance|statement of account|relevé de compte)\b", re.IGNORECASE),
    expression(r"\bIMM\s?\d{4}|\bUCI\b|\bIUC\b|Citizenship and Immigration Canada|criminal record"
               r"|casier judiciaire|police (?:clearance|certificate)", re.IGNORECASE),
)  # fmt: skip
_TO_OFFICER = expression(
    r"\b(?:visa officer|dear officer|agent des visas|immigration officer)\b", re.IGNORECASE
)
"""An employer may write to the officer, as the applicant does."""
_MOST_PAGES, MOST_LINES, _MOST_TEXT = 4, 200, 20_000
"""What is longer is not one letter."""


def score(document: Document) -> float:
    """Say how surely a document is an employment letter: an employer states what somebody did for them."""
    if document.form is not None or len(document.pages) > _MOST_PAGES:
        return 0.0
    text = document.text[:_MOST_TEXT]
    sure = 0.35 * any(_HEADS.match(line.text) for line in document.lines[:16])
    told = " ".join(text.split())  # a statement runs over the ends of lines
    sure += 0.45 * bool(STATED.search(told) or PLAIN_STATED.search(told))
    labels = set(labelled(document.lines[:MOST_LINES]))
    sure += 0.35 * (len(labels & {"name", "title", "from", "when", "to"}) >= 3)
    sure += 0.1 * bool({"pay", "hours", "duties"} & labels or terms.speaks_of_pay(text))
    sure += 0.05 * bool(re.search(r"to whom it may concern|à qui de droit", text, re.IGNORECASE))
    sure -= 0.6 * sum(1 for pattern in _OTHER if pattern.search(text))
    sure -= 0.15 * bool(_TO_OFFICER.search(text))
    return max(0.0, min(sure, 1.0))
