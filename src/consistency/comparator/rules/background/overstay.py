"""background/overstay: "overstayed, studied or worked without authorisation" is No although the papers show it."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from msgspec import Struct

from consistency.case.decisions import DECISIONS
from consistency.clocks.restoration import in_time
from consistency.comparator.answers import answers, signed
from consistency.comparator.engine import Cause, Mismatch, rule
from consistency.comparator.openly import is_supplement
from consistency.comparator.passages import Passage
from consistency.comparator.searching import utterances_with
from consistency.comparator.statements import named
from consistency.comparator.status.canadian_work import unauthorised
from consistency.comparator.status.status_words import maintained
from consistency.comparator.status.stay_gaps import gaps
from consistency.comparator.telling import Told
from consistency.comparator.work.history import named as job_named
from consistency.comparator.work.history import subject
from consistency.model import Answer, Case, Citation, Person, Severity
from consistency.normalizer import places
from consistency.normalizer.dates import find_dates
from consistency.normalizer.expressions import expression
from consistency.normalizer.negation import affirmed, flat, of_kin

QUESTION = "overstayed"

_BREACH = expression(
    r"\b(?:overstayed|over-stayed|remained (?:in canada )?(?:beyond|after|past)|stayed (?:in canada )?(?:beyond"
    r"|past|longer than)"
    r"|out of status|lost (?:my|his|her|their) (?:legal |temporary resident |worker |student )?status"
    r"|without (?:legal |valid )?status"
    r"|(?:worked|studied|(?:was|were|been) (?:working|studying|employed)|attended)[^.;]{0,40} without"
    r" (?:a |an |any |the )?(?:valid )?(?:authori[sz]ation|(?:work |study )?permit)"
    r"|unauthori[sz]ed (?:work|employment|study|stay)|worked illegally|failed to comply with|sejour irregulier"
    r"|(?:stayed|remained|stayed on|was still|lived|kept working|went on working)\b[^.;]{0,30} (?:after|although"
    r"|though|when|while|beyond"
    r"|past)\b[^.;]{0,50}\b(?:status|visa|permit|stay|authori[sz]ation)\b[^.;]{0,25}\b(?:expir\w+|ran out|run out"
    r"|ended|lapsed|over)"
    r"|(?:status|visa|permit|authori[sz]ation) (?:had |has |was )?(?:already )?(?:expired|lapsed|ran out|run out"
    r"|ended)[^.;]{0,60}"
    r" (?:but|and|yet) i (?:\w+ )?(?:stayed|remained|did not leave|kept working|went on working)"
    r"|rest(?:ee?|ais) (?:\w+ ){0,6}?(?:apres|au-dela d[eu]|malgre)\b[^.;]{0,60}\b(?:expir\w+|echeance|fin d[eu]"
    r"|termin\w+|echu)"
    r"|depasse la (?:duree|periode)|(?:travaille|etudie|reste)[^.;]{0,40} sans (?:autorisation|permis|statut))\b"
)
"""Words (flat) that say that the conditions of a stay were not kept."""
_COVERED = expression(
    r"\b(?:maintained|implied|restor\w+|extension|extend\w*|renew\w*|retabl\w+|prolong\w+|maintenue?|implicite)\b"
)
"""Words of a stay that an application in time went on to cover."""


_NOTICE = expression(
    r"\byou (?:are|will be|remain|have been)\b[^.;]{0,20}? (?:out of status|without (?:legal |valid )?status)"
    r"|\bvous (?:etes|serez|restez)\b[^.;]{0,20}? (?:sans statut|hors statut)"
)
"""Words (flat) of a decision about the status that ends with it: no finding about the time before."""
_OFFERS = expression(r"\b(?:restor\w+|retabl\w+|90 (?:days|jours)|leave canada|quitter le canada)\b")
"""What such a decision goes on with (flat): the way back to a status, or the journey home."""


class Breach(Struct, frozen=True):
    """A stay or work that nothing allowed: since when, in which words, and what else it is reported as."""

    since: date | None
    words: str
    citations: tuple[Citation, ...]
    level: Severity
    causes: tuple[Cause, ...] = ()

    def before(self, no: Told[Answer]) -> bool:
        """True where it had begun when a form was signed."""
        return self.since is None or self.since < signed(no).latest


@rule(Severity.CRITICAL, references=["IRPA s.16(1)", "IRPA s.40(1)(a)", "IRPR s.200(3)(e)"])
def overstay(case: Case) -> Iterator[Mismatch]:
    """The form denies a stay, study or work without authorisation in Canada that the papers show.

    Why: the officer has every permit, entry and exit on the screen; a signed No beside days that nothing covers reads as
    concealed, and weighs more than the days themselves.
    Advice: answer Yes in the draft and tell the days and how they came about; where an older form already said No, say
    so openly in the explanation letter; or enclose the paper that covers the days.

    Reports work for another employer than the permit's:
        draft/permit.pdf as of 2024-06-12: permit number=U334086166 status="Work Permit" employer="Silver Birch" from=2024-06-12 to=2027-03-31
        draft/imm5710.pdf as of 2026-10-27: job employer="Chinook Catering" title=cook country=CA from=2024-07 to=present
        draft/imm5710.pdf as of 2026-10-27: answer question=overstayed answer=no

    Reports a stay after the permit had ended:
        draft/permit.pdf as of 2019-08-20: permit number=S334080645 status="Study Permit" from=2019-08-20 to=2021-08-31
        draft/imm5562.pdf as of 2024-05-27: trip country=CA from=2019-08-20 to=2021-12-15
        draft/imm1295.pdf as of 2024-05-27: answer question=overstayed answer=no

    Reports what the letter says:
        draft/explanation-letter.pdf as of 2026-08-11: text "In 2022 I overstayed my visa in Canada by three weeks."
        draft/imm1295.pdf as of 2026-10-08: answer question=overstayed answer=no

    Reports what the letter says in other words:
        draft/explanation-letter.pdf as of 2026-08-11: text "I remained there for months after my visitor status had expired in 2020."
        draft/imm1295.pdf as of 2026-10-08: answer question=overstayed answer=no

    Accepts a stay that an application went on to cover:
        draft/explanation-letter.pdf as of 2026-08-11: text "I remained in Canada after my permit expired, as I had applied to extend it."
        draft/imm1295.pdf as of 2026-10-08: answer question=overstayed answer=no

    Reports what a French letter says:
        draft/explanation-letter.pdf as of 2026-08-11: text "Je suis restée au Canada deux mois après la fin de mon visa."
        draft/imm1295.pdf as of 2026-10-08: answer question=overstayed answer=no

    Reports what an officer found:
        2024/refusal-letter.pdf as of 2024-08-11: text "You have worked in Canada without authorization."
        draft/imm1295.pdf as of 2026-10-08: answer question=overstayed answer=no

    Accepts the answer Yes:
        draft/permit.pdf as of 2019-08-20: permit number=S334080645 status="Study Permit" from=2019-08-20 to=2021-08-31
        draft/imm5562.pdf as of 2024-05-27: trip country=CA from=2019-08-20 to=2021-12-15
        draft/imm1295.pdf as of 2024-05-27: answer question=overstayed answer=yes

    Accepts an answer older than the days:
        draft/permit.pdf as of 2019-08-20: permit number=S334080645 status="Study Permit" from=2019-08-20 to=2021-08-31
        draft/imm5562.pdf as of 2024-05-27: trip country=CA from=2019-08-20 to=2021-12-15
        2021/imm5710.pdf as of 2021-08-27: answer question=overstayed answer=no

    Accepts a stay that is covered:
        draft/permit.pdf as of 2019-08-20: permit number=S334080645 status="Study Permit" from=2019-08-20 to=2021-08-31
        draft/imm5562.pdf as of 2024-05-27: trip country=CA from=2019-08-20 to=2021-08-15
        draft/imm1295.pdf as of 2024-05-27: answer question=overstayed answer=no

    Accepts a restoration that is asked for in time:
        draft/permit.pdf as of 2021-06-20: permit number=U334081832 status="Work Permit" from=2021-06-20 to=2024-06-20
        draft/imm5710.pdf as of 2024-08-19: entry country=CA city=Calgary from=2022-01-10
        draft/imm5710.pdf as of 2024-08-19: permit status=restoration
        draft/imm5710.pdf as of 2024-08-19: answer question=overstayed answer=no

    Accepts a refusal that ends the status and offers its restoration:
        2026/refusal-letter.pdf as of 2026-08-21: text "Your extension is refused. You are now out of status."
        2026/refusal-letter.pdf as of 2026-08-21: text "You may apply for restoration within 90 days."
        draft/imm5710.pdf as of 2026-10-08: answer question=overstayed answer=no

    Reports a refusal that finds a time without status:
        2026/refusal-letter.pdf as of 2026-08-21: text "You remained in Canada without legal status after May 2024."
        2026/refusal-letter.pdf as of 2026-08-21: text "You may apply for restoration within 90 days."
        draft/imm5710.pdf as of 2026-10-08: answer question=overstayed answer=no

    Accepts a denial, and a stay in another country:
        draft/explanation-letter.pdf as of 2026-08-11: text "I have never overstayed or worked without a permit in Canada."
        draft/explanation-letter.pdf as of 2026-08-11: text "In 2015 I overstayed in Malaysia by two days."
        draft/explanation-letter.pdf as of 2026-08-11: text "I stayed two days in Hong Kong after my visa had expired."
        draft/explanation-letter.pdf as of 2026-08-11: text "My cousin overstayed in Canada."
        draft/imm1295.pdf as of 2026-10-08: answer question=overstayed answer=no

    Accepts a doubt of an officer about the future:
        2024/gcms-notes.pdf as of 2024-08-11: text "Not satisfied PA would not overstay. Could be out of status soon."
        draft/imm1295.pdf as of 2026-10-08: answer question=overstayed answer=no
    """
    for person in case.people:
        noes = [no for no in answers(case, person, QUESTION) if no.record.answer == "no"]
        breaches = list(_breaches(case, person)) if noes else []
        told = [b for b in breaches if any(b.before(no) for no in noes)]
        if told:
            yield _mismatch(person, [no for no in noes if any(b.before(no) for b in told)], told)


def _breaches(case: Case, person: Person) -> Iterator[Breach]:
    for fault in unauthorised(case, person):
        level = Severity.MAJOR if fault.asked else Severity.CRITICAL
        words = (
            f"work in Canada, {job_named(fault.job)}, from {fault.start}, outside of what the permits allow"
        )
        causes = (Cause("status/unauthorized-work", subject(fault.job)),)
        cited = tuple(t.cite("period", str(t.record.period)) for t in fault.told)
        yield Breach(
            fault.start, words, (*cited, *(c for g in fault.against for c in g.citations)), level, causes
        )
    for gap in gaps(case, person):
        if in_time(case, person, gap) or maintained(case, person):
            continue
        words = f"the stay from {gap.start} to {gap.end} that nothing in the folder covers"
        cited = (*gap.before.citations, *(p.citation for p in gap.shown))
        level = Severity.MAJOR if gap.asked else Severity.CRITICAL
        yield Breach(gap.start, words, cited, level, (Cause("status/gap", str(gap.before.span[1])),))
    yield from _told(case, person)


def _told(case: Case, person: Person) -> Iterator[Breach]:
    for paper in case.of(person):
        told = is_supplement(paper) or paper.kind in DECISIONS
        for passage in utterances_with(paper, _BREACH, flat) if told else ():
            if says_breach(passage.text) and not _tells_the_end(passage):
                yield Breach(
                    _since(passage),
                    f"“{passage.text}” in {paper.path}",
                    (_whole(passage),),
                    Severity.CRITICAL,
                )


def _tells_the_end(passage: Passage) -> bool:
    """True for a decision that says that the status ends with it, and how to go on: the days after it are counted."""
    paper = passage.paper
    notice = paper.kind in DECISIONS and _NOTICE.search(flat(passage.text)) is not None
    return notice and _OFFERS.search(flat(paper.document.text)) is not None


def says_breach(text: str) -> bool:
    """True where a sentence says that somebody overstayed, or worked or studied without leave, in Canada."""
    words = flat(text)
    found = affirmed(words, _BREACH, within=False)
    if found is None or ("after" in found[0] and _COVERED.search(words)):
        return False
    return not of_kin(words) and _of_canada(text)


def _of_canada(text: str) -> bool:
    """False for a sentence that speaks of another country alone."""
    words = re.findall(r"[A-Z][\w-]+", text)
    names = (*words, *(" ".join(pair) for pair in pairwise(words)))
    told = {code for name in names if (code := places.country(name))}
    return not told or "CA" in told


def _since(passage: Passage) -> date | None:
    """Give the day that the sentence tells, else that of its paper."""
    found = find_dates(passage.text)
    day = found[0].date if found else passage.paper.as_of.date
    return day.earliest if day else None


def _whole(passage: Passage) -> Citation:
    return passage.cite(passage.text)


def _mismatch(person: Person, noes: Sequence[Told[Answer]], told: Sequence[Breach]) -> Mismatch:
    papers = list({no.paper.path: no.paper for no in noes}.values())
    return Mismatch(
        person=person,
        subject="overstayed",
        detail=f"{named(papers)} {'answer' if len(papers) > 1 else 'answers'} No to having overstayed, studied or worked "
        f"without authorisation in Canada, but there is {'; '.join(dict.fromkeys(b.words for b in told))}.",
        evidence=(*(no.cite("answer", "no") for no in noes), *(c for b in told for c in b.citations)),
        severity=max(b.level for b in told),
        follows=tuple(cause for b in told for cause in b.causes),
    )
