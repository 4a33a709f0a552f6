"""A letter that refuses an application: Canada's four generations, decision notes, and other states' letters."""

import re

from msgspec.structs import replace

from consistency.extractors.reading import Reading
from consistency.extractors.refusals import abroad
from consistency.extractors.refusals.grounds import grounds
from consistency.extractors.refusals.head import Head, head_of
from consistency.extractors.refusals.noted import stated_in
from consistency.extractors.refusals.states import refusing_state
from consistency.extractors.refusals.text import noted, parts
from consistency.extractors.wording.letters import Dated, language_of
from consistency.extractors.wording.prose import passage, plain
from consistency.model import Document, Evidence, Fact, Refusal
from consistency.normalizer import dates, identifiers
from consistency.normalizer.dates import Period
from consistency.normalizer.expressions import expression
from consistency.normalizer.refusing import refusals_in

_DECIDED = expression(
    r"(?:am|are|is|was|has been|have been|be|been|hereby|therefore) (?:therefore )?(?:being )?(?:refus"
    r"|reject|denied|declin)"
    r"|your (?:visa )?application (?:has been|was|is|for [^.]{3,60}?(?:has been|was|is)) (?:refused"
    r"|denied|rejected|declined|unsuccessful)"
    r"|your visa has been refused|(?:decided|decision is|decision) to (?:refuse|decline|deny)"
    r"|not eligible for a visa|found (?:you )?ineligible for|ineligible (?:for|to (?:receive|obtain|be (?:issued"
    r"|granted))) "
    r"(?:an? |the )?(?:non-?immigrant |immigrant |visitor )?visa"
    r"|(?:does|do) not meet the requirements|not satisfied that you (?:will|would|meet|have|are)"
    r"|unable to (?:approve|grant|issue)"
    r"|\belle est (?:donc )?(?:refusee|rejetee)|(?:i|we) (?:hereby |therefore )?refuse (?:your"
    r"|the) (?:visa )?application"
    r"|(?:je|nous) (?:(?:la|l'|les|vous|dois|devons|dois donc|devons donc) ?){0,2}(?:rejett?e|refuse|rejetons|refusons"
    r"|rejeter|refuser)\b"
    r"|(?:contraint|contrainte|oblige|obligee|dans l'obligation|au regret|tenu|tenue)s? (?:de |d')(?:la |l'|vous )?"
    r"(?:rejeter|refuser)\b"
    r"|(?:demande|permis|visa) ne peut (?:donc )?(?:pas )?(?:vous )?etre (?:approuve|accepte|accorde|delivre)e?\b"
    r"|votre demande (?:\w+ ){0,8}?(?:a ete"
    r"|est) (?:refuse|rejete)e|ne repond(?:ez)? pas aux exigences"
    r"|pas convaincue? que vous|visa (?:vous )?a ete refuse"
)
"""Words by which letters refuse."""
_ABOUT = expression(
    r"\b(?:your|votre|this|the|cette) (?:[\w'-]+ ){0,6}?(?:applications?|request|visa|permit|demande|permis)\b"
    r"|\b(?:you|vous)\b|^\W*(?:[a-z]+,? )?(?:it|elle|celle-ci)\b"
)
_UNFIT = expression(
    r"\byou (?:do|did) not (?:qualify|meet|satisfy)\b|\bnot (?:eligible|qualified) (?:for|to)\b"
    r"|\bdecided against (?:your|the) |\bvous ne (?:remplissez|satisfaites|repondez)\b|\bne (?:remplit"
    r"|satisfait) pas\b"
)
_STAY = expression(
    r"\b(?:visa|permits?|permis|temporary resident|resident temporaire|immigration|entry clearance"
    r"|travel authorization"
    r"|autorisation de voyage|refugee protection|stay in canada)\b"
)
_REPORTED = expression(
    r"\b(?:records?|information|checks?|partners?|authorities) (?:\w+ ){0,4}?(?:shows?|indicates?|reveals?|suggests?"
    r"|confirms?)\b"
    r"|\byou (?:answered|stated|declared|indicated|said|wrote|responded|did not (?:declare|disclose|mention|report"
    r"|tell)"
    r"|failed to (?:declare|disclose|mention|report))\b|\b(?:dossiers?|renseignements) (?:\w+ ){0,3}?(?:montrent"
    r"|indiquent|revelent)\b"
    r"|\bvous (?:avez (?:repondu|declare|indique|affirme|omis)|n'avez pas (?:declare|divulgue|mentionne|indique))\b"
)
"""A refusal of which a letter tells, as of something that happened before."""
_IF = expression(r"\b(?:if|unless|in case|whether|should|when(?:ever)?|si|s'il|s'elle|lorsque|quand)\b")
_OTHER_MATTER = expression(
    r"\b(?:lmia|eimt|labou?r market|marche du travail|etude d'impact|(?:visa|credit|debit) card|loan|mortgage"
    r"|carte visa|pret|for admission|d'admission)\b"
)
"""What is refused by letter, too, and is no stay."""
_MINE = expression(r"\b(?:my|ma|mon|mes|our client|my client|notre client)\b")
_SENTENCE = expression(r"(?<![a-z]\.[a-z])[.;!?]\s+(?=[^\w\s]{0,3}\w?[^\w\s]{0,2} ?[a-z])")
_ADDRESSED = expression(r"\b(?:your|votre|you|vous)\b")
_REAPPLY = expression(
    r"submit a new application|welcome to reapply|reapply|new application|nouvelle demande|right to appeal"
    r"|controle judiciaire|judicial review|administrative review"
)
_INTEREST = expression(
    r"thank you for your interest in|refers to your application|writing about the application"
    r"|about your application|remercions de l'interet|following an examination|careful review"
    r"|(?:i|we) have (?:\w+ )?(?:reviewed|assessed|considered) your (?:\w+ )?application"
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
_PORTAL = expression(
    r"\b(?:(?:view|check)(?: your| my)? application status|messages about your application|application status\b"
    r"|date (?:sent|read|received|submitted)|biometrics number|sign(?:ed)? (?:in|out)|log ?out|my account|gckey"
    r"|afficher l'etat|etat de (?:la|votre) demande|messages (?:au sujet|concernant) (?:de )?votre demande"
    r"|date (?:d'envoi|de lecture|de reception)|mon compte|se deconnecter|fermer la session)\b"
)
"""Words of the pages of an account, of which some stand together."""
_PORTAL_WORDS = 3
_ON = expression(r"\w*\s*,?\s*(?:on|le|en date du|dated)?\s*(?:the )?")
_FOLLOWS = 40
"""Within so many signs the day follows the words."""
_ABROAD = 0.7
"""How sure a paper is that decides on somebody and is not addressed to them."""
_UPHELD = expression(
    r"\b(?:the |our |that |la |le )?(?:refusal|decision|refus) (?:of|dated|made on|rendered on|du|rendue? le"
    r"|datee? du|prise le) "
    r"(?P<day>[^.;]{6,40}?),? (?:stands|remains|(?:is|was|has been) (?:maintained|upheld|confirmed)|will (?:not be"
    r"|stand|remain)"
    r"|shall (?:stand|not be)|est (?:maintenue?|confirmee?)|demeure|ne sera pas)"
)
"""A refusal that another letter leaves as it is: its day is the day of the refusal."""
_GREETED = expression(r"\b(?:dear|madame|monsieur|bonjour|cher|chere)\b")


def _is_of_portal(text: str) -> bool:
    """Tell whether a page of an account is printed, which says that there is a decision and not when it was made."""
    return len(set(_PORTAL.findall(text))) >= _PORTAL_WORDS and not _GREETED.search(text)


def recognise(document: Document) -> float:
    """Say how sure it is that this letter refuses an application."""
    text = " ".join(plain(document.text).split())
    if abroad.decides(document):
        return _ABROAD
    if _is_of_portal(text) or _ACCESS.search(text) or not _ADDRESSED.search(text) or not _decided_at(text):
        return 0.0
    number = bool(identifiers.find_application_numbers(document.text))
    office = _OFFICE.search(text) or identifiers.find_uci(document.text)
    clues = sum(map(bool, (_REAPPLY.search(text), _INTEREST.search(text), office)))
    score = (0.28, 0.55, 0.75, 0.9)[clues] + 0.1 * bool(clues and number)
    own = len(_FIRST_PERSON.findall(text))
    undecided = 0.5 if _UNDECIDED.search(text) and not _REAPPLY.search(text) else 0.0
    return max(0.0, min(1.0, score) - 0.35 * own - undecided)


def read(document: Document) -> Reading:
    """Read whose application was refused, when and on which grounds, and what the officer's notes state."""
    head = _dated(document, head_of(document))
    own = _refusal(document, head)
    noted_here = stated_in(noted(document, parts(document).notes), own)
    facts = (*head.facts, Fact("decision", "refused", _decision(document)), *noted_here.facts)
    records = (own, *noted_here.records, *grounds(document))
    return Reading(head.as_of, facts, records, language=language_of(document))


def _dated(document: Document, head: Head) -> Head:
    """Give the head with the day of a decision that stands in no head."""
    found = abroad.day_of if abroad.decides(document) else _told_day
    day = found(document) if head.day is None else None
    if day is None:
        return head
    return replace(head, facts=(*head.facts, Fact("document_date", day.date.iso, day.evidence)), day=day)


def _refusal(document: Document, head: Head) -> Refusal:
    number, day = head.number, _upheld(document) or head.day
    return Refusal(
        evidence=day.evidence if day else _decision(document),
        cells={"number": number.evidence} if number else {},
        period=Period(day.date, None) if day else None,
        number=number.value if number else None,
        country=refusing_state(document) or ("CA" if number else None),
    )


def _told_day(document: Document) -> Dated | None:
    """Give the day that follows the words that refuse: "was refused on 4 February 2020"."""
    whole = passage(document, document.lines)
    decided = _decided_at(whole.plain)
    if decided is None:
        return None
    start = decided[1]
    after = whole.text[start : start + _FOLLOWS]
    days = [found for found in dates.find_dates(after) if found.date.precision == "day"]
    lead = plain(after[: days[0].start]) if days else ""
    if not days or not _ON.fullmatch(lead):
        return None
    return Dated(days[0].date, whole.cite(start + days[0].start, start + days[0].end))


def _upheld(document: Document) -> Dated | None:
    """Give the day of the earlier refusal that a letter leaves standing."""
    whole = passage(document, document.lines)
    told = _UPHELD.search(whole.plain)
    days = dates.find_dates(whole.text[slice(*told.span("day"))]) if told else ()
    if not told or not days:
        return None
    start = told.start("day")
    return Dated(days[0].date, whole.cite(start + days[0].start, start + days[0].end))


def _decision(document: Document) -> Evidence:
    whole = passage(document, document.lines)
    found = _decided_at(whole.plain) or (abroad.words_of(whole.plain) if abroad.decides(document) else None)
    return whole.cite(*(found or (0, 1)))


def _decided_at(low: str) -> tuple[int, int] | None:
    """Give the place of the words that refuse: known ones, or a visa's refusal in any words, said to whom it was."""
    official = bool(_OFFICE.search(low) or identifiers.find_uci(low))
    start, near = 0, False
    for end in (*(stop.start() + 1 for stop in _SENTENCE.finditer(low)), len(low)):
        sentence = low[start:end]
        stay = _STAY.search(sentence) is not None
        word = _refusing(sentence, about=official or stay or near)
        if word:
            return start + word.start(), start + word.end()
        near, start = stay, end
    return None


def _refusing(sentence: str, *, about: bool) -> re.Match[str] | None:
    """Give the words by which a sentence refuses; those in no list only where it is ``about`` a stay."""
    known = _DECIDED.search(sentence)
    if known:
        lead = _GREETED.split(sentence[: known.start()])[-1]  # what stands above a greeting is no part of it
        other = _IF.search(lead) or _OTHER_MATTER.search(sentence[: known.end()])
        return None if other else known
    if not about or not _ABOUT.search(sentence) or _MINE.search(sentence) or _OTHER_MATTER.search(sentence):
        return None
    if _REPORTED.search(sentence):
        return None
    word = _UNFIT.search(sentence) or next(refusals_in(sentence, about=True), None)
    return word if word and not _IF.search(sentence[: word.start()]) else None
