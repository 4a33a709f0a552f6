"""reapplication/stale-letter: the explanation letter is one of an older application."""

from collections.abc import Iterator

from consistency.comparator.engine import Cause, Mismatch, rule
from consistency.comparator.passages import Passage, passages
from consistency.comparator.reapplication.decisions import Refused, decisions, letters
from consistency.comparator.reapplication.packages import package
from consistency.comparator.telling import cite_papers
from consistency.comparator.work.offers import drafted, refused
from consistency.model import Case, Citation, Paper, Person, Refusal, Severity
from consistency.normalizer import organisations
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

FIRST = expression(
    r"\b(?:(?:this|it) (?:is|will be|would be) my (?:very )?first (?:ever )?(?:application|request|time applying)"
    r"|my first time applying|(?:this|present) (?:\w+ ){0,3}?application (?:(?:which|that) is |being |as )?my (?:very )?first"
    r"|my (?:very )?first (?:ever )?request for (?:an? |the )?(?:\w+ )?(?:permission|authori[sz]ation|permit|visa)"
    r"|(?:i (?:am )?appl(?:y|ying)|je (?:demande|sollicite|depose|presente)) (?:\w+ ){0,8}(?:for the first time|pour la premiere fois)"
    r"|c est la premiere fois que je (?:demande|sollicite|depose|presente)"
    r"|(?:have )?never (?:been )?(?:applied|refused)|no (?:previous|prior) (?:application|refusal)s?"
    r"|first time (?:that )?i (?:am )?appl\w+|(?:c est|il s agit de) (?:ma|la) (?:toute )?premiere demande"
    r"|jamais (?:presente|depose|fait) (?:une|de) demande|n ?ai jamais (?:ete|essuye) (?:refuse\w*|un refus)"
    r"|aucun(?:e)? (?:refus|demande) (?:anterieur|precedent)\w*)\b"
)
"""Words (folded) that call the application the first, or deny one before it."""
NAMED_FIRST = expression(
    r"\bmy (?:very )?first (?:ever )?(?:application|time applying)\b|\b(?:ma|cette) premiere demande\b"
)
"""Words (folded) that only name a first application: in a letter that tells the refusal, it lies behind."""
_PAST_VERB = (
    r"(?:was|were|had|has|have|did|lacked|failed|contained|a|avait|n|etait|fut|contenait|manquait|filed|submitted|made|lodged"
    r"|sent|dated|deposee|presentee|soumise|of|du)"
)
FORMER = expression(
    r"\b(?:since|after|from|of|than|in|to|with|unlike|following|during|against|depuis|apres|(?<!agit )de|dans|que|lors de|suite a)"
    r" (?:my|ma|cette) (?:very )?(?:first|premiere)\b"
    rf"|\b(?:first (?:\w+ )?application|premiere demande)(?: \w*\d\w*| no| number| numero)* {_PAST_VERB}\b"
    r"|\b(?:first (?:\w+ )?application|premiere demande)(?: no| number| numero)? [a-z]?\d{6,}\b"
    r"|(?:^|\b(?:that|because|when|although|since|and|but|que|car|quand|lorsque|mais) )(?:my|ma) (?:very )?(?:first (?:\w+ )?"
    r"application|premiere demande)(?: (?!(?:i|we|je|nous)\b)\w+){1,10}? (?:was|were|had|did|lacked|failed|a ete|avait|etait|fut)\b"
)
"""Words (folded) that speak of the first application as of one that lies behind."""
REFUSED = expression(
    r"\b(?:was|were|got|has been|had been|being|a ete|avait ete|fut|est) (?:(?!never\b|not\b|pas\b|jamais\b)\w+ ){0,2}"
    r"(?:refus\w*|reject\w*|denied|declined|returned|rejete\w*)\b"
    r"|\b(?:officer|agent|ircc|embassy|canada) (?:\w+ )?(?:refused|rejected|denied|declined|a refuse|a rejete)\b"
    r"|\b(?:the|a|un|le|ce|ladite) (?:refusal|refus|rejet) (?:of|for|on|dated|de|du|pour)\b"
    r"|\b(?:until|till|except|apart from|other than|save for|hormis|sauf|jusqu a|a part|excepte) "
)
"""Words (folded) that tell a refusal, or an exception to there having been none."""
OTHER_REFUSAL = expression(
    r"\b(?:refused|denied|turned back|refoule\w*|refuse\w*) (?:(?:the |l |d |de )?(?:entry|admission|boarding|entree|extension)"
    r"|at (?:a|the|any) (?:border|airport)|a l entree|a la frontiere)\b"
)
"""Words (folded) for another refusal than that of an application, which a letter that tells the refusals may deny."""
ELSEWHERE = expression(
    r"\b(?:(?:applied|applying) for (?:one|it|that|such|asylum|refugee|permanent|citizenship)|to (?:any )?other"
    r"|other countr\w+|usa?|united states|uk|schengen|autres? pays|ailleurs)\b"
)


@rule(Severity.MAJOR, references=["IRPA s.16(1)"])
def stale_letter(case: Case) -> Iterator[Mismatch]:
    """The explanation letter of the draft is that of an older application.

    Why: a letter that knows nothing of the refusal, or speaks of the old employer, tells the officer that nothing was
    thought over since.
    Advice: write the letter anew for this application: the refusal, what has changed since, the new offer, today's date.

    Reports a letter dated before the refusal:
        2025/refusal-letter.pdf as of 2025-05-13: refusal country=CA from=2025-05-13 number=W330977914
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2025-02-01: text "I apply for a work permit."

    Reports a letter that calls the application the first:
        2025/refusal-letter.pdf as of 2025-05-13: refusal country=CA from=2025-05-13 number=W330977914
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "This is my first application for a work permit."

    Reports a letter that calls it the first request beside the refusal that it tells:
        2025/refusal-letter.pdf as of 2025-05-13: refusal country=CA from=2025-05-13 number=W330977914
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: refusal country=CA from=2025-05-13 number=W330977914
        draft/explanation-letter.pdf as of 2026-03-01: text "With this I make my first request for a permit to work in Canada."

    Reports a French letter that knows of no refusal:
        2025/refusal-letter.pdf as of 2025-05-13: refusal country=CA from=2025-05-13 number=W330977914
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "Je n'ai jamais essuyé un refus."

    Reports a letter that speaks of the refused offer alone:
        2025/imm1295.pdf as of 2025-02-01: family_name=SILVA birth_date=1990-05-04
        2025/imm1295.pdf as of 2025-02-01: offer employer="Chinook Catering Ltd." number=7000111
        2025/refusal-letter.pdf as of 2025-05-13: refusal country=CA from=2025-05-13 number=W330977914
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/imm1295.pdf as of 2026-03-01: offer employer="Maple Ridge Foods Ltd." number=7000999
        draft/explanation-letter.pdf as of 2026-03-01: text "I am to work for Chinook Catering Ltd. as a cook."

    Accepts a letter of its own day that tells the refusal and the new offer:
        2025/imm1295.pdf as of 2025-02-01: family_name=SILVA birth_date=1990-05-04
        2025/imm1295.pdf as of 2025-02-01: offer employer="Chinook Catering Ltd." number=7000111
        2025/refusal-letter.pdf as of 2025-05-13: refusal country=CA from=2025-05-13 number=W330977914
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/imm1295.pdf as of 2026-03-01: offer employer="Maple Ridge Foods Ltd." number=7000999
        draft/explanation-letter.pdf as of 2026-03-01: text "The offer of Chinook Catering Ltd. has lapsed."
        draft/explanation-letter.pdf as of 2026-03-01: text "I am now to work for Maple Ridge Foods Ltd."

    Accepts "never refused" about another country:
        2025/refusal-letter.pdf as of 2025-05-13: refusal country=CA from=2025-05-13 number=W330977914
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "I have never been refused a visa to any other country."

    Accepts a visa of another state for which nobody applied:
        2025/refusal-letter.pdf as of 2025-05-13: refusal country=CA from=2025-05-13 number=W330977914
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "France refused my sister a visa; I have never applied for one."

    Accepts a letter that tells the refusal and denies to have been turned back at a border:
        2025/refusal-letter.pdf as of 2025-05-13: refusal country=CA from=2025-05-13 number=W330977914
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: refusal country=CA from=2025-05-13 number=W330977914
        draft/explanation-letter.pdf as of 2026-03-01: text "I have never been refused entry, removed or fined anywhere."

    Reports the refused letter again under another day:
        2025/imm1295.pdf as of 2025-02-01: family_name=SILVA birth_date=1990-05-04
        2025/explanation-letter.pdf as of 2025-02-01: text "I wish to work as a cook in Winnipeg for two years."
        2025/refusal-letter.pdf as of 2025-05-13: refusal country=CA from=2025-05-13 number=W330977914
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "I wish to work as a cook in Winnipeg for two years."

    Accepts the first application as one that lies behind:
        2025/refusal-letter.pdf as of 2025-05-13: refusal country=CA from=2025-05-13 number=W330977914
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "Much has changed since my first application."
        draft/explanation-letter.pdf as of 2026-03-01: text "Ma première demande a été refusée en mai."
        draft/explanation-letter.pdf as of 2026-03-01: text "My first application (W330977914), filed in June, did not say it."

    Accepts a first application:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "This is my first application for a work permit."
    """
    for person in case.people:
        known = decisions(case, person)
        for letter in letters(case, person) if known else ():
            found = [
                *_older(person, letter, known[-1]),
                *_first(person, letter, known[-1]),
                *_old_offer(case, person, letter),
            ]
            yield from found or _copied(case, person, letter, known[-1])


def _decision(refused: Refused) -> Citation:
    paper = refused.papers[-1]
    day = paper.as_of.date
    return Citation(next(paper.records.__iter__()).evidence, str(day) if day else None, day)


def _older(person: Person, letter: Paper, last: Refused) -> Iterator[Mismatch]:
    day, decided = letter.as_of.date, last.papers[-1].as_of.date
    if (
        letter.as_of.basis in {"metadata", "folder"}
        or day is None
        or decided is None
        or not day.before(decided)
    ):
        return
    fact = letter.fact("document_date")
    own = Citation(fact.evidence if fact else letter.absent(), str(day), day)
    detail = f"{letter.path} is dated {day}; the refusal is of {decided}."
    yield Mismatch(person, "letter before the refusal", detail, (own, _decision(last)))


def _first(person: Person, letter: Paper, last: Refused) -> Iterator[Mismatch]:
    told = any(refusal.country == "CA" for refusal in letter.all(Refusal))
    for passage in passages(letter):
        if _calls_it_first(passage.text, told=told):
            detail = f"{letter.path} says “{passage.text}”; a refusal of {last.papers[-1].as_of.date} is in the folder."
            cited = passage.cite(passage.text)
            follows = (Cause("background/refusal-undeclared"), Cause("background/prior-application"))
            yield Mismatch(
                person, "letter of a first application", detail, (cited, _decision(last)), follows=follows
            )


def _calls_it_first(text: str, *, told: bool) -> bool:
    """True for a sentence by which the application is the first; one of a letter that tells the refusal has to say so."""
    words = fold(_ASIDE.sub(" ", text))
    claimed = FIRST.search(words) or (not told and NAMED_FIRST.search(words))
    if told and OTHER_REFUSAL.search(words):
        return False
    if not claimed or FORMER.search(words) or ELSEWHERE.search(words):
        return False
    return not REFUSED.search(f"{FIRST.sub(' ', words)} ")


_ASIDE = expression(r"[(\[][^()\[\]]{0,120}[)\]]|(?<=\w),\s[^,.;:]{1,80},(?=\s)")
"""What a sentence says in brackets or between commas."""


def _old_offer(case: Case, person: Person, letter: Paper) -> Iterator[Mismatch]:
    """Give the employer of the refused offer where the letter names it and never the new one."""
    offers = [told for told in drafted(case, person) if told.record.employer and told.paper != letter]
    new = {organisations.key(told.record.employer or "") for told in offers}
    text = f" {fold(letter.document.text)} "
    if not new or any(f" {name} " in text for name in new):
        return
    for told in refused(case, person):
        name = organisations.key(told.record.employer or "")
        old = name and name not in new and f" {name} " in text
        passage = _where(letter, name) if old else None
        if passage is not None:
            detail = f"{letter.path} speaks of {told.record.employer}, the employer of the refused application, and not of the new one."
            places = (
                passage.cite(told.record.employer),
                told.cite("employer", told.record.employer),
                offers[0].cite("employer", offers[0].record.employer),
            )
            yield Mismatch(person, f"letter about {name}", detail, places)
            return


def _where(letter: Paper, name: str) -> Passage | None:
    """Give the first sentence of a letter that names an employer."""
    return next((passage for passage in passages(letter) if f" {name} " in f" {fold(passage.text)} "), None)


def _copied(case: Case, person: Person, letter: Paper, last: Refused) -> Iterator[Mismatch]:
    """Give the letter that is the refused one again, but for its day."""
    for match in package(case, person, last).of({letter.kind}):
        if match.new is letter and match.again is not None:
            detail = f"{letter.path} is {match.again[1].path} again, the letter of the application refused on {last.day}."
            follows = (Cause("reapplication/unchanged"),)
            yield Mismatch(person, "the refused letter", detail, cite_papers(match.again), follows=follows)
