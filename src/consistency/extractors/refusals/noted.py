"""What an officer's notes state of the applicant: marriage, work, earlier refusals; each as the notes have it."""

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from consistency.extractors.refusals.told import refusals
from consistency.extractors.wording.career_words import employer_weight
from consistency.extractors.wording.prose import Passage, sentences
from consistency.extractors.wording.statements import Statement, statement
from consistency.extractors.wording.values import marital_word
from consistency.model import Evidence, Fact, Job, Record, Refusal
from consistency.normalizer import dates, occupations
from consistency.normalizer.dates import Period
from consistency.normalizer.expressions import expression

_SUBJECT = (
    r"(?:pa|p\.a\.|(?:principal )?applicant|client|clt|subject|subj|he|she|fn|foreign national"
    r"|demandeur|demanderesse|requerante?|il|elle|cliente)"
)
_STATUS = (
    r"(?P<it>common[- ]law|c/?l|married|single|divorced|separated|widowed|widower|widow|unmarried"
    r"|never married|mariee?|celibataire|divorcee?|separee?|veuf|veuve|conjointe? de fait"
    r"|en union de fait|en union libre)"
)
_MARRIED = (
    expression(
        rf"\b{_SUBJECT}(?: principal[e]?)?,? (?:is|was|also|states?|stated|says?|claims?|declares?"
        rf"|declared|indicates?|indicated|reports?|advises?|est|se dit|declare|indique|affirme)"
        rf"(?: (?:that|to be|being|be|he|she|they|is|are|was|currently|legally|still|now|etre|qu'(?:il"
        rf"|elle) est|a|an|\d{{2}}[- ]?(?:years?[- ]old|y/?o|yrs?)(?: old)?,?|who|male|female"
        rf"|citizen of [a-z ]+?,?))* {_STATUS}\b"
    ),
    expression(
        rf"(?:^|[.;,] ?)(?:states?|says?|claims?|declares?|declared|stated|indique|declare"
        rf"|se dit)(?: (?:to be|being|that (?:he|she) is|etre|qu'(?:il|elle) est))* {_STATUS}\b"
    ),
    expression(
        rf"(?:^|[.;,] ?){_SUBJECT}(?: is)?(?: an?)?(?:,? \(?\d{{2}}(?:/[mf])?\)?,?)?"
        rf"(?: \d{{2}}[- /]?(?:years?[- ]old|y/?o"
        rf"|yrs?)(?: old)?)?,? {_STATUS}(?=[ ,.;]|$)(?! (?:entry|bank|letter|room))"
    ),
    expression(
        rf"\b\d{{2}}[- /]?(?:years?[- ]old|y/?o|yrs?(?: old)?)(?:,? (?:[a-z]+ ?){{1,2}}){{0,3}}?,? {_STATUS}\b"
        rf"(?! (?:entry|bank|letter|room))"
    ),
    expression(rf"\b(?:aged?|ans),? {_STATUS}\b"),
    expression(rf"(?:^|[.;] ?){_STATUS} (?:male|female|man|woman|homme|femme)\b"),
    expression(
        rf"\b(?:marital status|etat matrimonial|etat civil|situation matrimoniale)\W{{1,4}}{_STATUS}\b"
    ),
)
_OTHERS = expression(
    r"\b(?:brother|sister|father|mother|parents?|siblings?|son|daughter|host|inviter|employer|frere|soeur|pere|mere|fils|fille|hote)\b[^.;]{0,25}$"
)
_WORKS = expression(
    r"\b(?:employed|works?|worked|working|serving|serves|travaille|employee? (?:comme|chez|depuis)"
    r"|occupe|exerce|employment|occupation|self-employed|emploi)\b"
)
_PLANNED = expression(
    r"\b(?:will|would|to) (?:work|be employed)|\b(?:offered|proposed|intended|prospective|future"
    r"|sought|seeks|seeking|job offer|offer of employment|lmia|in canada|au canada|offre d'emploi"
    r"|spouse|husband|wife|father|mother|conjointe?|epou[xs]e?)\b|not (?:currently )?(?:working|employed)"
)
_EARLIER = expression(
    r"\b(?:previous\w*|prior|prev|past|earlier|history|anterieure?s?|precedente?s?|was|were|had been"
    r"|has been|refused on|refused in|twice|once)\b|\b(?:trv|vrt|wp|sp|eta|visa|permit"
    r"|application)s?\b.{0,30}\brefus"
    r"|\b(?:[bfhj]-?[12](?: ?/ ?b-?2)?|214 ?\(b\)|221 ?\(g\)|schengen)(?![a-z])"
)
_ANOTHERS = expression(
    r"\b(?:spouse|husband|wife|partner|brother|sister|father|mother|parents?|son|daughter|child|children|host|inviter|conjointe?|epou[xs]e?|mari|frere|soeur|pere|mere|enfants?)(?:'s)?\b[^.;]{0,40}\b(?:refus|rejet|reject|denied)"
)
_OWN = expression(
    r"\b(?:i|je|j'ai|this|present|la presente)\b.{0,30}\brefus|application (?:is )?(?:therefore )?refused|^refus\w+\W*$"
)

_A_FIRM = 2
"""The weight from which words name an employer."""


class Noted(Struct, frozen=True):
    """What notes state."""

    facts: tuple[Fact, ...]
    refusals: tuple[Refusal, ...]
    jobs: tuple[Job, ...]

    @property
    def records(self) -> tuple[Record, ...]:
        """All records."""
        return (*self.refusals, *self.jobs)


def stated_in(notes: Sequence[Passage], own: Refusal | None) -> Noted:
    """Read what notes state; ``own`` is the decision that they are about, and no earlier one."""
    told = [sentence for paragraph in notes for sentence in sentences(paragraph)]
    order = dates.settled_order([paragraph.text for paragraph in notes])
    status = marital_status(told)
    facts = (Fact("marital_status", *status),) if status else ()
    return Noted(facts, tuple(_earlier(told, own, order)), tuple(_jobs(told, order)))


def marital_status(told: Sequence[Passage]) -> tuple[str, Evidence] | None:
    """Give the status that notes state of the applicant, not of a relative."""
    for sentence in told:
        for pattern in _MARRIED:
            for match in pattern.finditer(sentence.plain):
                word = marital_word(match["it"])
                if word and not _OTHERS.search(sentence.plain[: match.start("it")]):
                    return word, sentence.cite(*match.span("it"))
    return None


def _earlier(told: Sequence[Passage], own: Refusal | None, order: dates.Order | None) -> Iterator[Refusal]:
    """Give the refusals of which notes tell, other than the one that they are about."""

    def skipped(one: Passage) -> bool:
        low = one.plain
        return not _EARLIER.search(low) or any(pattern.search(low) for pattern in (_OWN, _ANOTHERS))

    for one in refusals(told, order, skipped=skipped):
        if not _is_own(one, own):
            yield one


def _is_own(one: Refusal, own: Refusal | None) -> bool:
    if own is None:
        return False
    if one.number and own.number and one.number == own.number:
        return True
    day, other = (r.start for r in (one, own))
    return day is None or (other is not None and (day == other or not day.before(other)))


def _jobs(told: Sequence[Passage], order: dates.Order | None) -> Iterator[Job]:
    """Give the work of which notes state both what and where, or either and since when."""
    for sentence in told:
        low = sentence.plain
        if _WORKS.search(low) and not _PLANNED.search(low):
            one = _parted(statement(sentence, order))
            if sum(map(bool, (one.title, one.employer, one.period))) >= 2 and (one.title or one.employer):
                yield _job(one)


def _parted(one: Statement) -> Statement:
    """Part the title from the employer where notes in capitals leave out the word between: "WELDER OLUYOLE STEEL"."""
    words = (one.title or "").split()
    trade = [
        place for place, word in enumerate(words) if occupations.fields(word) and not employer_weight(word)
    ]
    cut = trade[-1] + 1 if trade else 0
    employer = " ".join(words[cut:])
    if one.employer or not one.title or not one.title.isupper() or not cut or len(words) - cut < 2:
        return one
    if employer_weight(employer) < _A_FIRM:
        return one
    cells = one.cells | ({"employer": one.cells["title"]} if "title" in one.cells else {})
    return replace(one, title=" ".join(words[:cut]), employer=employer, cells=cells)


def _job(one: Statement) -> Job:
    period = one.period
    if period is None or period.end is None:
        period = Period(period.start if period else None, None, open=True)
    return Job(
        evidence=one.evidence, cells=one.cells, period=period, title=one.title, employer=one.employer,
        city=one.city, country=one.country,
    )  # fmt: skip
