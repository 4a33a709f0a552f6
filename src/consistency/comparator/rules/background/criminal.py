"""background/criminal: "arrested, charged or convicted" is No although a paper tells an entry."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from consistency.case.decisions import DECISIONS
from consistency.comparator.answers import NARROWER, answers, signed
from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.identity.court_papers import accusation
from consistency.comparator.openly import is_supplement
from consistency.comparator.passages import Passage
from consistency.comparator.searching import utterances_with
from consistency.comparator.statements import named
from consistency.comparator.telling import Told
from consistency.extractors.papers.police_certificate import adverse_entries
from consistency.model import Answer, Case, Citation, Paper, Person, Severity
from consistency.normalizer import crime
from consistency.normalizer.dates import PartialDate, find_dates
from consistency.normalizer.expressions import expression
from consistency.normalizer.negation import affirmed, flat

QUESTION = "criminal"
POLICE = "police-certificate"

_CRIMINALITY = expression(
    r"inadmissib\w+[^.]{0,80}(?:criminal\w*|(?:section|paragraph|subsection|s|a) ?36\b)"
    r"|interdite?s? de territoire[^.]{0,60}criminalite|criminal(?:ly)? inadmissib\w+"
)
"""What says (flat) that somebody was found inadmissible for a crime."""


class Entry(Struct, frozen=True):
    """An arrest, charge or conviction, as one paper tells it."""

    paper: Paper
    words: str
    citation: Citation
    day: PartialDate | None

    @property
    def on_the_road(self) -> bool:
        """True for a breach of the rules of the road that is no crime."""
        return crime.only_traffic(self.words)

    def contradicts(self, no: Told[Answer]) -> bool:
        """True where the form asks for it and it was older than the form; without a day, as old as its paper."""
        if QUESTION in NARROWER.get(no.paper.kind, ()) and not crime.charged(self.words):
            return False  # it asks for charges, convictions and detention, not for an arrest alone
        when = self.day or self.paper.as_of.date
        return when is None or when.earliest <= signed(no).latest


@rule(Severity.CRITICAL, references=["IRPA s.16(1)", "IRPA s.40(1)(a)"])
def criminal(case: Case) -> Iterator[Mismatch]:
    """The form denies an arrest, charge or conviction that a police certificate or letter tells.

    Why: the question takes in whoever was arrested or charged, anywhere and at any time, a charge that was withdrawn
    or a conviction that was pardoned too; a signed No beside a certificate with an entry is untrue on its face.
    Advice: answer Yes in the draft, give place, date, charge and outcome and enclose the court's papers; where an
    older form already said No, say so openly in the explanation letter; or document that the entry is another person's.

    Reports an entry on a police certificate:
        draft/police-certificate.pdf as of 2026-08-11: text "One record: arrested 2018-08-03 for disorderly conduct; released without charge."
        draft/imm1295.pdf as of 2026-10-08: answer question=criminal answer=no

    Reports a charge that was withdrawn:
        draft/police-certificate.pdf as of 2026-08-11: text "Charged with assault on 3 May 2016, charge withdrawn."
        draft/imm5669.pdf as of 2026-10-08: answer question=criminal answer=no

    Reports a conviction that was pardoned:
        draft/police-certificate.pdf as of 2026-08-11: text "A conviction of 2012 was pardoned in 2019."
        draft/imm1295.pdf as of 2026-10-08: answer question=criminal answer=no

    Reports an extract in French:
        draft/police-certificate.pdf as of 2026-08-11: text "L'intéressé a été condamné le 12 mars 2015 pour vol."
        draft/imm1295.pdf as of 2026-10-08: answer question=criminal answer=no

    Reports what the explanation letter tells:
        draft/explanation-letter.pdf as of 2026-08-11: text "In 2015 I was charged with shoplifting; the charge was withdrawn."
        draft/imm1295.pdf as of 2026-10-08: answer question=criminal answer=no

    Reports a charge that somebody filed:
        draft/explanation-letter.pdf as of 2026-08-11: text "A case of theft was filed against me in 2016 and dismissed."
        draft/imm1295.pdf as of 2026-10-08: answer question=criminal answer=no

    Reports what the officer noted:
        2024/gcms-notes.pdf as of 2024-08-11: text "PA convicted of impaired driving in 2016."
        draft/imm1295.pdf as of 2026-10-08: answer question=criminal answer=no

    Reports a decision on that ground:
        2024/refusal-letter.pdf as of 2024-08-11: text "You are inadmissible on grounds of serious criminality (A36)."
        draft/imm1295.pdf as of 2026-10-08: answer question=criminal answer=no

    Reports the order of a court that dismissed the case:
        draft/unknown.pdf as of 2018-03-16: text "MUNICIPAL TRIAL COURT - Criminal Case No. 21-4482"
        draft/unknown.pdf as of 2018-03-16: text "PEOPLE OF THE PHILIPPINES versus ANA LUZ REYES, accused"
        draft/unknown.pdf as of 2018-03-16: text "The case is dismissed on the affidavit of desistance. 16 March 2018."
        draft/imm1295.pdf as of 2026-10-08: family_name=REYES given_names="ANA LUZ" birth_date=1990-05-04
        draft/imm1295.pdf as of 2026-10-08: answer question=criminal answer=no

    Reports the caption of a charge over several lines:
        draft/unknown.pdf as of 2017-11-03: text "STATE COURTS"
        draft/unknown.pdf as of 2017-11-03: text "PUBLIC PROSECUTOR"
        draft/unknown.pdf as of 2017-11-03: text "versus"
        draft/unknown.pdf as of 2017-11-03: text "ANA LUZ REYES"
        draft/unknown.pdf as of 2017-11-03: text "Defendant"
        draft/imm1295.pdf as of 2026-10-08: family_name=REYES given_names="ANA LUZ" birth_date=1990-05-04
        draft/imm1295.pdf as of 2026-10-08: answer question=criminal answer=no

    Accepts a court that certifies that it holds nothing, and the complaint of the applicant:
        draft/unknown.pdf as of 2026-03-16: text "REGIONAL TRIAL COURT"
        draft/unknown.pdf as of 2026-03-16: text "There is no criminal case pending against ANA LUZ REYES."
        draft/unknown_2.pdf as of 2024-03-16: text "POLICE STATION EAST - First information report"
        draft/unknown_2.pdf as of 2024-03-16: text "Complainant: Ana Luz Reyes"
        draft/unknown_2.pdf as of 2024-03-16: text "Accused: a man of no known name"
        draft/imm1295.pdf as of 2026-10-08: family_name=REYES given_names="ANA LUZ" birth_date=1990-05-04
        draft/imm1295.pdf as of 2026-10-08: answer question=criminal answer=no

    Accepts the order of a court against somebody else, and a civil case:
        draft/unknown.pdf as of 2018-03-16: text "MUNICIPAL TRIAL COURT - Criminal Case No. 21-4482"
        draft/unknown.pdf as of 2018-03-16: text "PEOPLE OF THE PHILIPPINES versus PEDRO CRUZ, accused"
        draft/unknown.pdf as of 2018-03-16: text "Ana Luz Reyes, private complainant, testified on 16 March 2018."
        2024/unknown.pdf as of 2018-03-16: text "REGIONAL TRIAL COURT - Civil Case No. 88"
        2024/unknown.pdf as of 2018-03-16: text "PEDRO CRUZ versus ANA LUZ REYES, defendant"
        draft/imm1295.pdf as of 2026-10-08: family_name=REYES given_names="ANA LUZ" birth_date=1990-05-04
        draft/imm1295.pdf as of 2026-10-08: answer question=criminal answer=no

    Reports as a question a fine for the rules of the road:
        draft/police-certificate.pdf as of 2026-08-11: text "The person was fined on 2019-05-02 for speeding."
        draft/imm1295.pdf as of 2026-10-08: answer question=criminal answer=no

    Accepts the answer Yes:
        draft/police-certificate.pdf as of 2026-08-11: text "Convicted on 3 May 2016 of assault."
        draft/imm1295.pdf as of 2026-10-08: answer question=criminal answer=yes details="Assault, 2016, fined"

    Accepts a certificate without an entry:
        draft/police-certificate.pdf as of 2026-08-11: text "Nothing adverse is on record."
        draft/police-certificate.pdf as of 2026-08-11: text "No arrest, charge or conviction. Condamnations : néant. Sin antecedentes."
        draft/police-certificate.pdf as of 2026-08-11: text "Any person who alters this certificate may be fined."
        draft/imm1295.pdf as of 2026-10-08: answer question=criminal answer=no

    Accepts notes that found nothing:
        2024/gcms-notes.pdf as of 2024-08-11: text "Criminality: Passed. Not inadmissible for criminality."
        draft/imm1295.pdf as of 2026-10-08: answer question=criminal answer=no

    Accepts an event younger than the form:
        2020/imm5257.pdf as of 2020-02-01: answer question=criminal answer=no
        draft/police-certificate.pdf as of 2026-08-11: text "Charged with assault on 3 May 2024, charge withdrawn."

    Accepts an arrest without a charge on a form that asks for charges:
        draft/police-certificate.pdf as of 2026-08-11: text "Arrested 2018-08-03 for disorderly conduct; released without charge."
        draft/imm5669.pdf as of 2026-10-08: answer question=criminal answer=no

    Accepts what happened to somebody else, and words that only sound like it:
        draft/explanation-letter.pdf as of 2026-08-11: text "My brother was arrested in 2012. I was charged with managing the kitchen."
        draft/explanation-letter.pdf as of 2026-08-11: text "I have never been arrested. I was charged CAD 155 for the application."
        draft/imm1295.pdf as of 2026-10-08: answer question=criminal answer=no
    """
    for person in case.people:
        noes = [no for no in answers(case, person, QUESTION) if no.record.answer == "no"]
        entries = list(_entries(case, person)) if noes else []
        for traffic, asked in ((False, None), (True, Severity.INFO)):
            told = [e for e in entries if e.on_the_road is traffic and any(e.contradicts(no) for no in noes)]
            untrue = [no for no in noes if any(e.contradicts(no) for e in told)]
            if told:
                yield _mismatch(person, untrue, told, asked)


def _entries(case: Case, person: Person) -> Iterator[Entry]:
    for paper in case.of(person):
        if paper.kind == POLICE:
            for found in adverse_entries(paper.document):
                words = found.quote or ""
                yield Entry(paper, words, Citation(found, words, paper.as_of.date), _day(words, paper))
        elif is_supplement(paper) or paper.kind in DECISIONS:
            for passage in _told(paper):
                cited = passage.cite(passage.text)
                yield Entry(paper, passage.text, cited, _day(passage.text, paper))
        elif accused := accusation(paper, person):
            passage, day = accused
            yield Entry(paper, passage.text, passage.cite(passage.text), day)


def _told(paper: Paper) -> Iterator[Passage]:
    """Give the sentences by which the writer tells an entry, and those by which an officer found one."""
    for passage in utterances_with(paper, crime.admitting(), flat):
        if crime.admission(passage.text) is not None:
            yield passage
    for passage in utterances_with(paper, _CRIMINALITY, flat) if paper.kind in DECISIONS else ():
        if _inadmissible(passage.text) and crime.admission(passage.text) is None:
            yield passage


def _inadmissible(text: str) -> bool:
    return affirmed(flat(text), _CRIMINALITY) is not None


def _day(words: str, paper: Paper) -> PartialDate | None:
    """Give the day of the event: of the dates in a sentence that which stands nearest to the words, never a birth date."""
    told = flat(crime.entry(words) or crime.admission(words) or "")
    at = max(flat(words).find(told), 0)
    days = [found for found in find_dates(words) if str(found.date) != paper.value("birth_date")]
    nearest = min(days, key=lambda found: abs(found.start - at), default=None)
    return nearest.date if nearest else None


def _mismatch(
    person: Person, noes: Sequence[Told[Answer]], told: Sequence[Entry], level: Severity | None
) -> Mismatch:
    papers = list({no.paper.path: no.paper for no in noes}.values())
    quotes = "; ".join(f"“{one.words}” in {one.paper.path}" for one in told)
    asked = (
        " Was that an offence in the law of that country, beyond a fine of the road?"
        if level is not None
        else ""
    )
    return Mismatch(
        person=person,
        subject="fine of the road" if level is not None else "criminal record",
        detail=f"{named(papers)} {'answer' if len(papers) > 1 else 'answers'} No to any arrest, charge or conviction, "
        f"but there is {quotes}.{asked}",
        evidence=(*(no.cite("answer", "no") for no in noes), *(one.citation for one in told)),
        severity=level,
        ask=level is not None,
    )
