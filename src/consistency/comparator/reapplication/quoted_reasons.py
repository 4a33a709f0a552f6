"""Reasons that a letter says a refusal gave, beside those that it gave.

A sentence quotes a reason where it says that the officer wrote, found or doubted something, or why an application was
refused. A reason is called misquoted only where every refusal of the person is here, each reason of it is a known one,
and nothing that IRCC wrote of the person speaks of that subject, or of one next to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from consistency.case.decisions import decided_by_canada, is_by_canada
from consistency.comparator.passages import Passage, passages
from consistency.comparator.reapplication.decisions import Refused, argument
from consistency.comparator.reapplication.grounds import named_in
from consistency.comparator.telling import Told
from consistency.extractors.refusals.clauses import clauses
from consistency.extractors.refusals.refusers import refuser, state_named
from consistency.extractors.refusals.text import FORMALITY, OUTRO, is_law
from consistency.model import Paper, Refusal, RefusalReason
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold, plain

_WHO = (
    r"(?:officer|(?:l|visa|migration) agente?|ircc|decision|refusal(?: letter)?|(?:your|decision|votre) (?:letter"
    r"|lettre)"
    r"|lettre de refus|refus|(?:officer s?|gcms|decision|case) notes?|notes de l agente?|you|vous|visa office|embassy"
    r"|high commission)"
)
_SAID = (
    r"(?:said|says|stated|states|wrote|writes|mentioned|mentions|gave|gives|given|cited|cites|indicated|noted|found|concluded"
    r"|considered|thought|felt|believed|held|doubted|questioned|raised|expressed|listed|named|alleged|claimed"
    r"|(?:was|were) (?:not (?:satisfied|convinced|sure|persuaded)|concerned|worried|unsure|of the (?:view|opinion))"
    r"|had (?:\w+ )?(?:concerns?|doubts?)|(?:a|avez|ont|avait) (?:\w+ )?(?:estime|conclu|reproche|doute|considere"
    r"|indique|releve"
    r"|note|ecrit|donne|retenu|avance|mentionne|invoque|juge|constate|souleve|exprime|mis en doute|remis en question"
    r"|remis en cause)"
    r"|n (?:etait|etiez|a pas ete|avez pas ete) pas (?:convaincue?|satisfaite?)|n (?:etait|etiez) pas convaincue?)"
)
_QUOTES = expression(
    rf"\b{_WHO} (?!.{{0,12}}\b(?:did|does|has|have|n a|ne) (?:not|never|pas)\b)(?:\w+ ){{0,3}}?{_SAID}\b"
    r"|\b(?:refus\w+|rejet\w+|reject\w+|denied|turned down)\b(?: \w+){0,12}? (?:because|on (?:the )?(?:grounds?"
    r"|basis)|due to|for"
    r" (?:the )?(?:reasons?|want|lack)|owing to|citing|since|based on|au motif|aux motifs|parce que?|en raison|faute de"
    r"|pour (?:\w+ )?(?:motifs?|raisons?|manque|absence)|a cause)\b"
    r"|\b(?:reasons?|grounds?|motifs?|raisons?) (?:\w+ ){0,3}?(?:of|for|du|de) (?:\w+ ){0,2}?(?:refus\w*|decision"
    r"|rejet\w*)\b"
)
"""Words (folded) by which a sentence tells what a refusal said."""
_NEXT = expression(
    r"^(?:and |also |secondly |firstly |finally |et )?(?:the |le |la |un |une |l )?"
    r"(?:first|second|third|fourth|other|another|last|only|main|premiere?|deuxieme|seconde?|troisieme|autre|derniere?)"
    r" (?:one |reason |ground |concern |point |doubt |raison |motif )?(?:was|is|were|concerned|related|et(?:ait"
    r"|aient)|concernait"
    r"|portait)\b"
)
"""Words (folded) that go on to the next reason."""
_COUNTS = expression(r"\b(?:reasons?|grounds?|concerns?|doubts?|points?|motifs?|raisons?|doutes?)\b")
_DENIES = expression(
    r"\b(?:(?:did|does|do|has|have|had) not (?:\w+ )?(?:raise|mention|question|doubt|refuse|state|say|cite|find"
    r"|concern|object)"
    r"|(?:was|were|is|are) not (?:refused|questioned|raised|mentioned|a (?:reason|ground|concern)|the (?:reason"
    r"|ground|concern)"
    r"|because)|never (?:raised|mentioned|questioned|doubted)|no (?:concern|doubt|question)s?|not because|rather than"
    r"|n a (?:pas|jamais|nullement)|ne (?:met|remet|conteste|mentionne|souleve) pas|accepted|satisfied with|positive"
    r"|(?<!not )sufficient(?! to)|(?<!pas )suffisant\w*|appear(?:s|ed)? (?:to be )?(?:sufficient|adequate|genuine)"
    r"|no longer)\b"
)
"""Words (folded) by which a sentence says what was no reason, or what spoke for the applicant."""
_NOT_SATISFIED = expression(r"\bnot (?:satisfied|convinced|persuaded)\b|\bpas (?:convaincue?|satisfaite?)\b")
_FOREIGN = expression(
    r"\b(?:schengen|consul\w*|usa|u s|us (?=visa|embassy|officer|authorit|border|tourist|immigration))\b"
)
_OF_A_STATE = (
    expression(
        r"\b((?:[a-z'.-]+ ){1,3}?)(?:visas?|(?:visa |immigration |border )?officers?|embass(?:y|ies)|high commissions?"
        r"|authorit(?:y|ies)|immigration|border|ministry|home office|government)\b"
    ),
    expression(
        r"\b(?:embassy|high commission|ambassade|officers?|agente?s?|authorities|autorites|ministry|ministere"
        r"|government|gouvernement|visas?) (?:of |de |du |des |d')?(?:the |la |le |les |l')?((?:[a-z'.-]+ ?){1,3})"
    ),
    expression(
        r"\b(?:refus\w+|rejet\w+|reject\w+|denied) (?:(?:an?|my|the|entry|visas?|visitor|tourist|work|study|student"
        r"|permit|une?|mon|ma|le|la|demande|application) ){0,4}(?:in|en|au|aux) (?:the )?((?:[a-z'.-]+ ?){1,3})"
    ),
    expression(
        r"^(?:in|en|au|aux) (?:the |la |le |les )?((?:[a-z'.-]+ ){0,2}?[a-z'.-]+),? (?:i|my|they|je|on|ma|mon)\b"
    ),
)
"""Where a sentence (in small letters) may name the state of an office, a visa or a refusal."""
_ANSWERED = expression(
    r"\b(?:now|since then|to answer|in answer|today|desormais|depuis lors|maintenant|pour repondre)\b"
)
_GUESSES = expression(
    r"\b(?:(?:i|we) (?:\w+ )?(?:believe|think|suppose|guess|assume|suspect|imagine|presume)|perhaps|maybe"
    r"|probably|possibly|it (?:seems|appears)|je (?:crois|pense|suppose|presume)"
    r"|peut etre|sans doute|probablement|il semble)\b"
)
"""Words (folded) by which a sentence says that it does not know."""
_WILL_LEAVE = expression(r"\b(?:will|would) (?:leave|depart|return)\b|\bquitte\w+\b")
_LONGEST = 60
"""A sentence of more words is none: the boxes of a print-out."""
_TURNS = expression(
    r"[:;]\s|\s[-–—]\s|,?\s+(?:however|but|yet|though|although|while|whereas|so|therefore|thus|hence|mais|cependant|toutefois"
    r"|alors que|donc|or)\b|,\s+(?:I|we|my|our|je|nous|mon|ma|mes|J|j)\b"
)
"""Where a sentence may turn from what it quotes to what the writer says."""
UMBRELLAS = frozenset({"will-leave", "incomplete", "nothing-new", "family-cascade"})
"""Grounds that may be said of any refusal."""
NEAR: dict[str, frozenset[str]] = {
    "finances": frozenset({"employment"}),
    "employment": frozenset(
        {"finances", "ties-family", "residence-status", "perform-work", "job-offer", "employer-lmia"}
    ),
    "purpose": frozenset({"length-of-stay", "job-offer", "wrong-stream", "employment"}),
    "length-of-stay": frozenset({"purpose"}),
    "travel": frozenset({"residence-status", "unauthorized"}),
    "residence-status": frozenset({"travel", "employment", "unauthorized"}),
    "ties-family": frozenset({"employment"}),
    "perform-work": frozenset({"employment"}),
    "job-offer": frozenset({"employer-lmia", "purpose", "employment"}),
    "employer-lmia": frozenset({"job-offer"}),
    "not-truthful": frozenset({"misrepresentation"}),
    "misrepresentation": frozenset({"not-truthful", "inadmissible"}),
    "inadmissible": frozenset({"misrepresentation", "unauthorized"}),
    "unauthorized": frozenset({"residence-status", "inadmissible"}),
}
"""Grounds that applicants call by words of the other."""


BESIDE: dict[str, frozenset[str]] = {
    "finances": frozenset({"job-offer"}),
    "employer-lmia": frozenset({"perform-work", "job-offer"}),
}
"""Grounds whose words also tell why another was held: the employer's deficit, what the LMIA asks for."""


class Misquoted(Struct, frozen=True):
    """A reason that a letter says was given, and was not."""

    slug: str
    passage: Passage


def misquoted(letter: Paper, refused: Sequence[Refused]) -> Iterator[Misquoted]:
    """Give the reasons that a letter quotes from refusals that gave none of them, each once."""
    if not all(_is_clear(one) for one in refused) or _others(letter, refused):
        return
    given = {told.record.reason for one in refused for told in one.reasons}
    quoted: dict[str, Passage] = {}
    for passage in _quoting(letter):
        named = _quoted(passage.text)
        rightly = named & given
        for slug in sorted(named - UMBRELLAS):
            if given.isdisjoint(_akin(slug)) and rightly.isdisjoint(BESIDE.get(slug, frozenset())):
                quoted.setdefault(slug, passage)
    if not quoted:
        return  # and what else the decisions speak of need not be read
    spoken = {slug for one in refused for paper in one.papers for slug in _spoken_of(paper)}
    yield from (Misquoted(slug, told) for slug, told in quoted.items() if spoken.isdisjoint(_akin(slug)))


def _akin(slug: str) -> frozenset[str]:
    return NEAR.get(slug, frozenset()) | {slug}


def _quoted(text: str) -> frozenset[str]:
    """Give the grounds that a sentence quotes, before it turns to what answers them."""
    ends = [*(cut.start() for cut in _TURNS.finditer(text)), len(text)]
    return next((named for end in ends if (named := named_in(text[:end]))), frozenset())


def _is_clear(one: Refused) -> bool:
    """True where every reason of a refusal is known, and there are any."""
    read = all(paper.document.read == "full" and paper.document.method != "ocr" for paper in one.papers)
    return read and bool(one.reasons) and all(map(_is_known, one.reasons))


def _is_known(told: Told[RefusalReason]) -> bool:
    words = fold(told.record.details or "")
    return told.record.reason is not None or _WILL_LEAVE.search(words) is not None


def _others(letter: Paper, refused: Sequence[Refused]) -> bool:
    """True where the letter tells of more refusals by Canada than there are decisions here."""
    return sum(is_by_canada(told) for told in letter.all(Refusal)) > len(refused)


def _spoken_of(paper: Paper) -> frozenset[str]:
    """Give the grounds of which a paper of IRCC speaks at all, but for what stands in every such letter."""
    if not decided_by_canada(paper):
        return frozenset()
    found: set[str] = set()
    for passage in passages(paper):
        low = plain(passage.text)
        formal = is_law(low) or FORMALITY.match(low) or OUTRO.match(low) or len(low.split()) > _LONGEST
        if not formal:
            found |= named_in(passage.text)
    return frozenset(found)


def _quoting(letter: Paper) -> Iterator[Passage]:
    """Give the sentences that tell what a refusal said, and those that go on to its next reason."""
    counting = False
    for passage in argument(letter):
        words = fold(passage.text)
        quotes = _QUOTES.search(words) is not None or (counting and _NEXT.match(words) is not None)
        if quotes and not _is_doubtful(words, passage):
            yield passage
        counting = (quotes and _COUNTS.search(words) is not None) or (counting and bool(_NEXT.match(words)))


def _is_doubtful(words: str, passage: Passage) -> bool:
    """True for a sentence that says what was no reason, guesses or answers one, or tells of another state or person."""
    if _GUESSES.search(words):
        return True
    if _DENIES.search(_NOT_SATISFIED.sub(" ", words)) or _ANSWERED.search(words):
        return True
    low = plain(passage.text)
    if _FOREIGN.search(words) or _is_of_another_state(low):
        return True
    return any(part.others for part in clauses(low, first_person=True))


def _is_of_another_state(low: str) -> bool:
    """True for a sentence (in small letters) that names another state than Canada as who refused or doubted."""
    beside = (found[1] for pattern in _OF_A_STATE for found in pattern.finditer(low))
    states = {refuser(low), *map(state_named, beside)}
    return not states <= {None, "CA"}
