"""A letter that puts a concern to the applicant before a decision: what is alleged, and by when to answer."""

from collections.abc import Iterator, Sequence

from consistency.extractors.reading import Reading
from consistency.extractors.refusals.deadlines import deadline
from consistency.extractors.refusals.head import head_of
from consistency.extractors.refusals.provisions import provisions
from consistency.extractors.refusals.reasons import reasons_in, split_clauses
from consistency.extractors.refusals.text import is_addressed, is_law, parts
from consistency.extractors.refusals.told import refusals
from consistency.extractors.wording.letters import language_of, order_of
from consistency.extractors.wording.prose import Passage, paragraphs, plain, sentences
from consistency.model import Document, Fact, RefusalReason
from consistency.normalizer import identifiers
from consistency.normalizer.expressions import expression

_NAMED = expression(r"procedural fairness|fairness letter|equite procedurale|lettre d'equite|\bpfl\b")
_CHANCE = expression(
    r"opportunity to (?:respond|reply|address|provide|make|comment|disabuse|explain|submit)|(?:before"
    r"|prior to) (?:a|the|any|my|i make a|making a|rendering a) (?:final )?(?:decision|determination)"
    r"|(?:respond|address|reply) to (?:this|these|my|the|our) (?:concern|allegation|information"
    r"|letter)|you (?:may|are invited to|wish to) (?:make|provide"
    r"|submit) (?:any )?(?:representations?|submissions?|comments?|additional)"
    r"|please (?:provide|send|submit|give) (?:us |me )?(?:any |your )?(?:comments?|explanations?|documents?"
    r"|submissions?|response)"
    r"|please (?:provide|send|submit|give)\b[^.]{0,60}\bany (?:further |additional |new |other )*(?:information"
    r"|evidence"
    r"|explanations?)\b[^.]{0,60}\b(?:consider\w*|you (?:wish|want|may have)|taken into account)"
    r"|if (?:you do not|we do not|no|i do not) (?:reply|respond|hear|receive|response|reply)"
    r"|veuillez (?:nous |me )?(?:fournir|transmettre|presenter|faire parvenir) (?:vos|tout|toute"
    r"|votre) (?:commentaire|observation|document|explication|reponse)"
    r"|you (?:have|are given|are granted|are allowed|will have) (?:\w+ |\(\d+\) ){1,4}(?:days|weeks)\b[^.]{0,90}\bto "
    r"(?:respond|reply|answer|comment|explain|submit|provide)|\bto (?:respond|reply|answer) in writing"
    r"|will be (?:decided|assessed|determined|finali[sz]ed) (?:on|based on|using) [^.]{0,30}information"
    r"|(?:invited|asked|requested) to (?:respond|reply|comment|explain|answer)"
    r"|vous (?:avez|disposez) [^.]{0,40}(?:jours|semaines)\b[^.]{0,60}\bpour (?:repondre|fournir|presenter|soumettre"
    r"|vous expliquer)"
    r"|invitee? a (?:repondre|presenter|fournir|vous expliquer|nous faire part)|sera (?:tranchee|rendue"
    r"|evaluee) (?:sur|selon|en fonction)"
    r"|possibilite de (?:repondre|presenter|faire|fournir|vous expliquer)|occasion de (?:repondre"
    r"|presenter|fournir|dissiper|faire)|avant (?:de rendre|qu'une|que|de prendre"
    r"|la prise d)\b[^.]{0,40}decision|repondre a (?:ces|cette|mes) (?:preoccupations?|allegations?"
    r"|lettre)"
)
_CONCERN = expression(
    r"\bconcern(?:s|ed)?\b|it appears that|you appear (?:not )?to|our (?:records|information) (?:show|indicate"
    r"|suggest|reveal)"
    r"|vous semblez|nos dossiers (?:montrent|indiquent|revelent)|reasonable grounds to believe|reasons? to believe"
    r"|(?:is|are|was|were) not (?:genuine|authentic)"
    r"|may (?:be"
    r"|have been|have)\b[^.]{0,60}(?:inadmissible|misrepresent|withh|fraud|submitted|provided|fail)"
    r"|may not (?:meet|be|have)"
    r"|information (?:before me|on file|received|obtained|available)[^.]{0,60}(?:indicat|suggest|show"
    r"|reveal)|not satisfied|discrepanc|contradict|inconsisten|allegation|preoccup|il semble que"
    r"|il appert|motifs raisonnables de croire|pourriez (?:etre|ne pas|avoir)|pas convaincue?|doutes?\b"
)
_WITHIN = expression(
    r"\b\d{1,3}\)?(?: calendar| business)? (?:days|jours)\b|\bdeadline\b|no later than|au plus tard"
    r"|respond by|\bby \d{1,2} [a-z]+ \d{4}|\bby [a-z]+ \d{1,2},? \d{4}|d'ici le|avant le \d|thirty|trente|date limite"
)
_OFFICE = expression(
    r"immigration,? refugees and citizenship|immigration,? refugies et citoyennete"
    r"|citizenship and immigration canada|citoyennete et immigration|\bircc\b"
    r"|immigration and refugee protection|protection des refugies|visa (?:office|section|officer)"
    r"|(?:immigration|migration) officer|agente? (?:d'immigration|des visas|de migration)"
    r"|high commission|embassy of canada|canadian embassy|ambassade du canada|\birp[ar]\b|\blipr\b"
)
_DECIDED = expression(
    r"(?:am|are) (?:therefore |hereby )?refusing|(?:has|have) been refused (?:for|because|on)"
    r"|your application (?:has been|was|is) refused\b|(?:have"
    r"|i have) (?:been )?found (?:to be )?inadmissible|you are inadmissible|je (?:refuse"
    r"|rejette) votre|votre demande (?:a ete|est) (?:refusee|rejetee)|you (?:have been"
    r"|were) found to be inadmissible|i have refused"
)
_OWN = expression(
    r"\b(?:i am writing (?:to respond|in response)|in response to (?:the|your) (?:procedural|letter"
    r"|pfl)|my (?:application|client|response|employer)|en reponse a (?:la|votre) lettre"
    r"|ma (?:demande|reponse)|on behalf of my client)\b"
)
_REQUEST = expression(
    r"^(?:please|you (?:have|are (?:asked|requested|invited|required|being given)|may (?:respond"
    r"|provide|submit|wish)|must|should|can)|if (?:you|we|i)|should you|failure to|veuillez"
    r"|vous (?:avez|disposez|devez|pouvez|etes (?:prie|invite|tenu))|si (?:vous|nous|je)|a defaut"
    r"|in the absence|we (?:ask|request)|your (?:response|reply|submission)|votre reponse|before"
    r"|avant|once|upon|note|thank|sincerely|dear|the purpose of this letter|cette lettre|la presente"
    r"|this letter)"
)
_PURE_FORM = expression(
    r"^(?:thank you|this (?:letter )?(?:refers|is)|i am writing|(?:i|we) have (?:now )?(?:reviewed"
    r"|completed|examined|received|assessed)[^.]*\.?$|nous vous remercions|la presente"
    r"|j'ai (?:examine|etudie)|(?:as|this) (?:is )?a matter of procedural fairness|par souci d'equite"
    r"|in the interest)"
)


def recognise(document: Document) -> float:
    """Say how sure it is that this letter puts a concern to the applicant before a decision."""
    text = " ".join(plain(document.text).split())
    if _OWN.search(text) or not is_addressed(text) or not _CONCERN.search(text):
        return 0.0
    clues = sum(bool(p.search(text)) for p in (_NAMED, _CHANCE, _WITHIN, _OFFICE))
    number = bool(identifiers.find_application_numbers(document.text))
    decided = 0.5 if _DECIDED.search(text) else 0.0
    offers = bool(_NAMED.search(text) or _CHANCE.search(text))
    return max(0.0, min(1.0, 0.22 * clues + 0.15 * number + 0.1) - decided) if offers else 0.1


def read(document: Document) -> Reading:
    """Read whose application it is about, what is alleged, by when to answer, and which states refused before."""
    head = head_of(document)
    told = [one for paragraph in paragraphs(document, parts(document).letter) for one in sentences(paragraph)]
    order = order_of(document)
    until = deadline(told, head.day.date if head.day else None, order)
    facts = (*head.facts, *((Fact("deadline", until.day.iso, until.evidence),) if until else ()))
    abroad = (one for one in refusals(told, order) if one.country not in {None, "CA"})
    return Reading(head.as_of, facts, (*_allegations(told), *abroad), language=language_of(document))


def _held_against(sentence: Passage) -> Iterator[RefusalReason]:
    """Give the grounds of a sentence that holds something against the applicant; one that is not known is None."""
    low = sentence.plain.strip()
    if is_law(low) or _REQUEST.match(low) or _PURE_FORM.match(low) or not is_addressed(low):
        return
    named = ", ".join(provisions(sentence.text)) or None
    known = dict.fromkeys(slug for clause in split_clauses(sentence.text) for slug in reasons_in(clause))
    unknown = _CONCERN.search(low) is not None and len(low.split()) > 5
    for slug in known or ([None] if unknown else []):
        yield RefusalReason(evidence=sentence.cite(), reason=slug, details=named)


def _allegations(told: Sequence[Passage]) -> Iterator[RefusalReason]:
    """Give what is held against the applicant, each ground once, with the provisions named for it."""
    found = [reason for sentence in told for reason in _held_against(sentence)]
    known = any(one.reason for one in found)
    first: dict[str | None, RefusalReason] = {}
    for one in found:
        if one.reason or not known:
            first.setdefault(one.reason, one)
    yield from first.values()
