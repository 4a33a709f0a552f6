"""A letter that refuses an application: Canada's four generations, decision notes, and other states' letters."""

from consistency.extractors.papers._grounds import grounds
from consistency.extractors.papers._letters import language_of
from consistency.extractors.papers._noted import stated_in
from consistency.extractors.papers._prose import passage, plain
from consistency.extractors.papers._refusal_head import Head, head_of
from consistency.extractors.papers._refusal_text import noted, parts
from consistency.extractors.papers._refusing_states import refusing_state
from consistency.extractors.reading import Reading
from consistency.model import Document, Evidence, Fact, Refusal
from consistency.normalizer import identifiers
from consistency.normalizer.dates import Period
from consistency.normalizer.expressions import expression

_DECIDED = expression(
    r"(?:am|are|is|was|has been|have been|be|been|hereby|therefore) (?:therefore )?(?:being )?(?:refus"
    r"|reject|denied|declin)"
    r"|your (?:visa )?application (?:has been|was|is|for [^.]{3,60}?(?:has been|was|is)) (?:refused"
    r"|denied|rejected|declined|unsuccessful)"
    r"|your visa has been refused|(?:decided|decision is|decision) to (?:refuse|decline|deny)"
    r"|not eligible for a visa|found (?:you )?ineligible for|ineligible for a (?:non)?immigrant visa"
    r"|(?:does|do) not meet the requirements|not satisfied that you (?:will|would|meet|have|are)"
    r"|unable to (?:approve|grant|issue)"
    r"|\belle est (?:donc )?(?:refusee|rejetee)|(?:i|we) (?:hereby |therefore )?refuse (?:your"
    r"|the) (?:visa )?application"
    r"|(?:je|nous) (?:(?:la|l'|les|vous|dois|devons|dois donc|devons donc) ?)?(?:rejett?e|refuse|rejetons|refusons"
    r"|rejeter|refuser)\b"
    r"|(?:demande|permis|visa) ne peut (?:donc )?(?:pas )?(?:vous )?etre (?:approuve|accepte|accorde|delivre)e?\b"
    r"|votre demande (?:\w+ ){0,8}?(?:a ete"
    r"|est) (?:refuse|rejete)e|ne repond(?:ez)? pas aux exigences"
    r"|pas convaincue? que vous|visa (?:vous )?a ete refuse"
)
_ADDRESSED = expression(r"\b(?:your|votre|you|vous)\b")
_REAPPLY = expression(
    r"submit a new application|welcome to reapply|reapply|new application|nouvelle demande|right to appeal"
    r"|controle judiciaire|judicial review|administrative review"
)
_INTEREST = expression(
    r"thank you for your interest in|refers to your application|writing about the application"
    r"|about your application|remercions de l'interet|following an examination|careful review"
    r"|exam(?:en|ination) (?:\w+ )?de votre|examine(?:r)? votre demande|concerne votre demande"
    r"|assessment of your application|applica(?:tion|nt) for an? "
    r"|votre demande de (?:permis|visa|prolongation|retablissement)|notes de l'agent"
    r"|officer decision notes|reasons? (?:marked|checked)|raisons cochees|\bimm ?562\d"
)
_OFFICE = expression(
    r"immigration,? refugies et citoyennete|immigration,? refugees and citizenship"
    r"|citizenship and immigration canada|visa office|migration officer|immigration officer"
    r"|agent d'immigration|consular|entry clearance|embassy|consulate|high commission|ambassade"
    r"|home affairs|immigration new zealand|visa (?:section|officer)|homeland security"
    r"|border protection|visa waiver|gouvernement du canada|government of canada|bureau des visas"
    r"|centre de traitement des demandes"
    r"|case processing|agente? (?:des visas|de migration|d'immigration)|\bircc\b|embassy of canada"
    r"|canadian embassy|operations support|\birpr?a?\b|\blipr\b"
)
_FIRST_PERSON = expression(
        r"\bmy (?:application|previous|earlier|work permit|visa|savings|employer|spouse|family|passport"
        r"|name is)|\bi am applying|\bi (?:will|would|intend|promise|undertake)\b[^.]{0,40}\b(?:leave"
        r"|return|respect|comply)"
        r"|\bma demande|\bmon (?:employeur|passeport|permis)|\bje (?:presente|sollicite|quitterai|m'engage"
        r"|respecterai)|\bmes (?:economies|demandes|parents)|please accept"
)  # fmt: skip
_ACCESS = expression(r"information disclosed under the access|divulguee en vertu de la loi sur l'acces")
_UNDECIDED = expression(
    r"may be refused|before (?:a|the|i make a) (?:final )?decision|opportunity to (?:respond|reply|address)"
    r"|(?:respon[ds]\w*|provide|submit|reply|answer)[^.]{0,80} within \d+ days"
    r"|within \d+ days[^.]{0,80}(?:respon|provide|submit|reply)"
    r"|procedural fairness|equite procedurale|(?:repond\w*|fournir|presenter)[^.]{0,60}dans (?:les"
    r"|un delai de) \d+ jours"
)


def recognise(document: Document) -> float:
    """Say how sure it is that this letter refuses an application."""
    text = " ".join(plain(document.text).split())
    decided = _DECIDED.search(text)
    if not decided or _ACCESS.search(text) or not _ADDRESSED.search(text):
        return 0.0
    clues = sum(bool(p.search(text)) for p in (_REAPPLY, _INTEREST, _OFFICE))
    score = (0.28, 0.55, 0.75, 0.9)[clues] + 0.1 * bool(
        clues and identifiers.find_application_numbers(document.text)
    )
    own = len(_FIRST_PERSON.findall(text))
    undecided = 0.5 if _UNDECIDED.search(text) and not _REAPPLY.search(text) else 0.0
    return max(0.0, min(1.0, score) - 0.35 * own - undecided)


def read(document: Document) -> Reading:
    """Read whose application was refused, when and on which grounds, and what the officer's notes state."""
    head = head_of(document)
    own = _refusal(document, head)
    noted_here = stated_in(noted(document, parts(document).notes), own)
    facts = (*head.facts, Fact("decision", "refused", _decision(document)), *noted_here.facts)
    records = (own, *noted_here.records, *grounds(document))
    return Reading(head.as_of, facts, records, language=language_of(document))


def _refusal(document: Document, head: Head) -> Refusal:
    number, day = head.number, head.day
    return Refusal(
        evidence=day.evidence if day else _decision(document),
        cells={"number": number.evidence} if number else {},
        period=Period(day.date, None) if day else None,
        number=number.value if number else None,
        country=refusing_state(document),
    )


def _decision(document: Document) -> Evidence:
    whole = passage(document, document.lines)
    match = _DECIDED.search(whole.plain)
    return whole.cite(*match.span()) if match else whole.cite(0, 1)
