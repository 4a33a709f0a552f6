"""family/marital-status: a status that cannot have followed the one before."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations

from msgspec import Struct

from consistency.comparator.aligned.relatives import SLIP, names_alike
from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.family.unions import never_wed, year_later
from consistency.comparator.openly import cited_openly, lowered, said_openly
from consistency.comparator.statements import OFFICERS, by_value, citations, corrected, said
from consistency.model import Case, Citation, FamilyMember, Paper, Person, Relationship, Severity
from consistency.normalizer import kinship
from consistency.normalizer.dates import PartialDate
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

FORWARD = {
    "single": {"common-law", "conjugal", "married"},
    "common-law": {"married", "separated", "widowed"},
    "conjugal": {"common-law", "married", "separated", "widowed", "single"},
    "married": {"separated", "divorced", "widowed", "annulled"},
    "separated": {"divorced", "widowed", "annulled", "married", "common-law"},
    "divorced": {"common-law", "conjugal", "married"},
    "widowed": {"common-law", "conjugal", "married"},
    "annulled": {"common-law", "conjugal", "married", "single"},
}
"""What each status can turn into at once."""

PARTNERS = frozenset({"spouse", "partner"})
NEVER, FORMER = "single", "previous-spouse"
DIVORCED = expression(r"\b(?:divorc\w+|dissol\w+)\b")
VOID = expression(r"\b(?:void|null\w*|annul\w*|death|died|deces)\b")
TOPIC = ("marital status", "civil status", "etat civil", "etat matrimonial", "situation matrimoniale")


class Claim(Struct, frozen=True, eq=False):
    """What a paper says of the applicant's status, by a word or by a spouse whom it lists."""

    paper: Paper
    value: str
    citation: Citation
    since: PartialDate | None = None
    """The day of a marriage, where it is the claim."""

    @property
    def day(self) -> PartialDate | None:
        """The day as of which it is true."""
        return self.since or self.paper.as_of.date


CERTIFICATE = "civil-certificate"


@rule(Severity.CRITICAL, references=["IRPA s.16(1)", "IRPA s.40(1)(a)", "IRPR s.10(2)(a)"])
def marital_status(case: Case) -> Iterator[Mismatch]:
    """The marital status goes backwards or skips a step, or two papers of one time disagree.

    Why: a spouse who is told once and gone later reads as concealed, and family members who were not declared
    cannot be sponsored afterwards.
    Advice: correct the draft; or say openly in the explanation letter which older record was wrong; or document the
    steps between with the certificates of marriage, divorce or death.

    Reports married, then single:
        2023/imm1295.pdf as of 2023-05-02: family_name=RAHIMI birth_date=1990-05-04 marital_status=married
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI birth_date=1990-05-04 marital_status=single

    Reports a form that still names the spouse of a marriage that a certificate ended:
        draft/civil-certificate.pdf as of 2021-10-12: relationship relation=previous-spouse name="Sara Karimi" to=2021-10-12
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI birth_date=1990-05-04 marital_status=married
        draft/imm1295.pdf as of 2026-03-01: relationship relation=spouse name="KARIMI, SARA" from=2015-02-14

    Reports a form that says single after a decree of divorce:
        draft/civil-certificate.pdf as of 2021-10-12: relationship relation=previous-spouse name="Sara Karimi" to=2021-10-12
        draft/civil-certificate.pdf as of 2021-10-12: text "Decree of divorce"
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI birth_date=1990-05-04 marital_status=single

    Accepts another spouse after it, and the same one wedded again:
        draft/civil-certificate.pdf as of 2021-10-12: relationship relation=previous-spouse name="Sara Karimi" to=2021-10-12
        2024/imm1295.pdf as of 2024-03-01: family_name=RAHIMI birth_date=1990-05-04 marital_status=married
        2024/imm1295.pdf as of 2024-03-01: relationship relation=spouse name="Mina Azadi" from=2023-02-14
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI birth_date=1990-05-04 marital_status=married
        draft/imm1295.pdf as of 2026-03-01: relationship relation=spouse name="Sara Karimi" from=2025-02-14

    Accepts single after a marriage that was void:
        draft/civil-certificate.pdf as of 2021-10-12: relationship relation=previous-spouse name="Sara Karimi" to=2021-10-12
        draft/civil-certificate.pdf as of 2021-10-12: text "The marriage is declared void; it is not dissolved by divorce."
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI birth_date=1990-05-04 marital_status=single

    Reports divorced, then single:
        2023/imm5257.pdf as of 2023-05-02: family_name=RAHIMI birth_date=1990-05-04 marital_status=divorced
        draft/imm5710.pdf as of 2026-03-01: family_name=RAHIMI birth_date=1990-05-04 marital_status=single

    Reports single, then divorced without a marriage between:
        2023/imm1294.pdf as of 2023-05-02: family_name=RAHIMI birth_date=1990-05-04 marital_status=single
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI birth_date=1990-05-04 marital_status=divorced

    Reports two forms of one day that disagree:
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI birth_date=1990-05-04 marital_status=single
        draft/imm5406.pdf as of 2026-03-01: family_name=RAHIMI birth_date=1990-05-04 marital_status=common-law

    Reports a letter that disagrees with the form:
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI birth_date=1990-05-04 marital_status=married
        draft/explanation-letter.pdf as of 2026-02-25: full_name=Rahimi marital_status=single

    Reports single although a spouse is listed:
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI birth_date=1990-05-04 marital_status=single
        draft/imm5645.pdf as of 2026-03-01: family_name=RAHIMI birth_date=1990-05-04
        draft/imm5645.pdf as of 2026-03-01: family_member relation=spouse name="Sara Karimi" birth_date=1992-01-09

    Reports single on a day after the marriage that another paper dates:
        2023/imm1295.pdf as of 2023-05-02: family_name=RAHIMI birth_date=1990-05-04 marital_status=single
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI birth_date=1990-05-04 marital_status=married
        draft/imm1295.pdf as of 2026-03-01: relationship relation=spouse name="Sara Karimi" from=2019-06-01

    Reports single after a certificate of marriage:
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI birth_date=1990-05-04 marital_status=single
        draft/civil-certificate.pdf as of 2025-03-01: relationship relation=spouse name="Sara Karimi" from=2019-06-01

    Reports as a note a slip in the officer's notes alone:
        2023/imm1295.pdf as of 2023-05-02: family_name=RAHIMI birth_date=1990-05-04 marital_status=single uci=11112222
        2023/gcms-notes.pdf as of 2023-07-02: full_name=Rahimi marital_status=married uci=11112222
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI birth_date=1990-05-04 marital_status=single uci=11112222

    Accepts single, then married with a date after the older form:
        2023/imm1295.pdf as of 2023-05-02: family_name=RAHIMI birth_date=1990-05-04 marital_status=single
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI birth_date=1990-05-04 marital_status=married
        draft/imm1295.pdf as of 2026-03-01: relationship relation=spouse name="Sara Karimi" from=2024-06-01

    Accepts single in the first year of living together, before which there is no common-law partner:
        2017/imm1295.pdf as of 2017-03-13: family_name=RAHIMI birth_date=1990-05-04 marital_status=single
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI birth_date=1990-05-04 marital_status=common-law
        draft/imm1295.pdf as of 2026-03-01: relationship relation=spouse name="Sara Karimi" from=2016-07-30

    Reports single after more than a year of living together:
        2017/imm1295.pdf as of 2017-09-13: family_name=RAHIMI birth_date=1990-05-04 marital_status=single
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI birth_date=1990-05-04 marital_status=common-law
        draft/imm1295.pdf as of 2026-03-01: relationship relation=spouse name="Sara Karimi" from=2016-07-30

    Accepts married, then divorced:
        2023/imm1295.pdf as of 2023-05-02: family_name=RAHIMI birth_date=1990-05-04 marital_status=married
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI birth_date=1990-05-04 marital_status=divorced

    Accepts a whole marriage between, with its dates:
        2020/imm1295.pdf as of 2020-05-02: family_name=RAHIMI birth_date=1990-05-04 marital_status=single
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI birth_date=1990-05-04 marital_status=divorced
        draft/imm1295.pdf as of 2026-03-01: relationship relation=previous-spouse name="A B" from=2021-01 to=2024-03

    Accepts a marriage between two papers of one submission:
        draft/explanation-letter.pdf as of 2026-02-01: full_name=Rahimi marital_status=single
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI birth_date=1990-05-04 marital_status=married
        draft/imm1295.pdf as of 2026-03-01: relationship relation=spouse name="Sara Karimi" from=2026-02-14

    Accepts a certificate of single status that is older than the wedding, beside the family of today:
        draft/civil-certificate.pdf as of 2021-03-06: full_name=Rahimi marital_status=single
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI birth_date=1990-05-04 marital_status=married
        draft/imm1295.pdf as of 2026-03-01: relationship relation=spouse name="Sara Karimi" from=2021-08-14
        draft/imm5406.pdf as of 2026-03-01: family_name=RAHIMI birth_date=1990-05-04 marital_status=married
        draft/imm5406.pdf as of 2026-03-01: family_member relation=spouse name="Sara Karimi" birth_date=1992-01-09

    Accepts such a certificate where no paper tells the day of the wedding:
        draft/civil-certificate.pdf as of 2021-03-06: full_name=Rahimi marital_status=single
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI birth_date=1990-05-04 marital_status=married
        draft/imm1295.pdf as of 2026-03-01: relationship relation=spouse name="Sara Karimi"

    Reports a certificate of single status that is newer than the wedding:
        draft/civil-certificate.pdf as of 2022-03-06: full_name=Rahimi marital_status=single
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI birth_date=1990-05-04 marital_status=married
        draft/imm1295.pdf as of 2026-03-01: relationship relation=spouse name="Sara Karimi" from=2021-08-14

    Accepts words for nobody in the place of a spouse:
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI birth_date=1990-05-04 marital_status=single
        draft/imm5645.pdf as of 2026-03-01: family_name=RAHIMI birth_date=1990-05-04
        draft/imm5645.pdf as of 2026-03-01: family_member relation=spouse name="Not applicable"

    Accepts the spouse's own status on the spouse's own form:
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI birth_date=1990-05-04 marital_status=married
        draft/imm1295.pdf as of 2026-03-01: relationship relation=spouse name="Sara Karimi" from=2016-02-14
        spouse/imm5257.pdf as of 2015-03-01: family_name=KARIMI birth_date=1992-01-09 marital_status=single
    """
    for person in case.people:
        unwed = never_wed(case, person)
        claims = [claim for paper in case.of(person) for claim in _claims(paper, unwed)]
        events = _events(case, person)
        pairs = [*_conflicts(claims, events), *_after_the_end(case, person, claims)]
        own = [pair for pair in pairs if not any(claim.paper.kind in OFFICERS for claim in pair)]
        if pairs:
            yield _mismatch(case, person, own or pairs, Severity.CRITICAL if own else Severity.INFO)


def _claims(paper: Paper, unwed: bool) -> Iterator[Claim]:
    day = paper.as_of.date
    for fact in paper.facts:
        if fact.attribute == "marital_status" and fact.value in FORWARD:
            yield Claim(paper, fact.value, Citation(fact.evidence, fact.value, day))
    for marriage in paper.all(Relationship):
        if marriage.relation in PARTNERS:
            began = year_later(marriage.start) if unwed and marriage.start else marriage.start
            yield Claim(paper, "a spouse", Citation(marriage.evidence, marriage.name, day), began)
    for member in paper.all(FamilyMember):
        if member.relation in PARTNERS and kinship.name_of(member.name)[0]:
            yield Claim(paper, "a spouse", Citation(member.evidence, member.name, day))


def _events(case: Case, person: Person) -> list[PartialDate]:
    """Give the days on which a marriage or partnership began or ended, each once."""
    periods = [r.period for p in case.of(person) for r in p.all(Relationship) if r.period is not None]
    told = [
        PartialDate.of(f.value) for p in case.of(person) for f in p.facts if f.attribute == "marriage_date"
    ]
    told += [day for period in periods for day in (period.start, period.end) if day is not None]
    return list(dict.fromkeys(told))


def _conflicts(claims: Sequence[Claim], events: Sequence[PartialDate]) -> list[tuple[Claim, Claim]]:
    return [(one, other) for one, other in combinations(claims, 2) if _conflict(one, other, events)]


def _conflict(one: Claim, other: Claim, events: Sequence[PartialDate]) -> bool:
    if one.value == other.value or one.day is None or other.day is None:
        return False
    if not events and (_certified_before(one, other) or _certified_before(other, one)):
        return False
    words = [claim for claim in (one, other) if claim.value in FORWARD]
    if len(words) == 2:
        first, last = sorted(words, key=_age)
        return _cannot_follow(first, last, events)
    return len(words) == 1 and _never_beside(words[0], other if words[0] is one else one, events)


def _age(claim: Claim) -> tuple[date, str]:
    return claim.day.latest if claim.day else date.max, claim.value


def _never_beside(word: Claim, spouse: Claim, events: Sequence[PartialDate]) -> bool:
    """True where a paper says "single" although a spouse was there."""
    if word.value != NEVER or not _had_spouse(spouse, word):
        return False
    return spouse.since is not None or not any(_between(word, event, spouse) for event in events)


def _cannot_follow(first: Claim, last: Claim, events: Sequence[PartialDate]) -> bool:
    """True where one word for the status cannot stand after another."""
    dated = any(_between(first, event, last) for event in events)
    if _together(first, last) and not dated:
        return True
    if last.value in FORWARD[first.value]:
        return False
    return last.value == NEVER or not dated


def _after_the_end(case: Case, person: Person, claims: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Pair a certificate that a marriage has ended with a younger form: married to the same, or never married."""
    for paper in case.of(person):
        for union in paper.all(Relationship) if paper.kind == CERTIFICATE else ():
            end = union.end
            if union.relation != FORMER or end is None or not union.name:
                continue
            over = Claim(paper, "the end of a marriage", Citation(union.evidence, union.name, end), end)
            younger = (
                c for c in claims if c.paper.is_form and c.paper.as_of.date and c.paper.as_of.date.after(end)
            )
            for claim in younger:
                if (claim.value == NEVER and _by_divorce(paper)) or _still_with(union.name, end, claim):
                    yield over, claim


def _by_divorce(paper: Paper) -> bool:
    text = fold(paper.document.text)
    return DIVORCED.search(text) is not None and VOID.search(text) is None


def _still_with(name: str, end: PartialDate, claim: Claim) -> bool:
    """True where a form says "married" and names the spouse of the marriage that has ended, not wedded again since."""
    if claim.value not in {"married", "common-law"}:
        return False
    rows = [r for r in claim.paper.all(Relationship) if r.relation in PARTNERS and r.name]
    return any(
        names_alike(name, row.name or "") >= SLIP and not (row.start and row.start.after(end)) for row in rows
    )


def _certified_before(one: Claim, other: Claim) -> bool:
    """True for a certificate of single status that is older than the other paper: a wedding may lie between the two."""
    certified = one.paper.kind == CERTIFICATE and one.value == NEVER
    return certified and one.day is not None and other.day is not None and one.day.before(other.day)


def _had_spouse(spouse: Claim, word: Claim) -> bool:
    """True where a spouse was there on the day on which a paper says "single"."""
    if spouse.day is None or word.day is None:
        return False
    if spouse.since is None and spouse.paper.application == word.paper.application:
        return True
    return spouse.day.before(word.day)


def _together(first: Claim, last: Claim) -> bool:
    """True for two papers of one submission, or of one day."""
    same_day = first.day is not None and last.day is not None and not first.day.conflicts(last.day)
    return same_day or first.paper.application == last.paper.application


def _between(first: Claim, event: PartialDate, last: Claim) -> bool:
    if first.day is None or last.day is None:
        return False
    return (
        first.day.earliest <= event.latest
        and event.earliest <= last.day.latest
        and first.day.before(last.day)
    )


def _mismatch(case: Case, person: Person, pairs: Sequence[tuple[Claim, Claim]], level: Severity) -> Mismatch:
    involved = list(dict.fromkeys(claim for pair in pairs for claim in pair))
    groups = by_value(involved)
    letter = corrected(case, [claim.paper for claim in involved], TOPIC)
    return Mismatch(
        person=person,
        subject="marital status",
        detail=f"The marital status cannot have been all of these: {_told(groups)}.{said_openly(letter)}",
        evidence=citations(groups) + cited_openly(letter),
        severity=lowered(level, letter),
    )


def _told(groups: Sequence[Sequence[Claim]]) -> str:
    """Say each status with its papers, and the days as of which they say it."""
    days = [sorted({str(claim.day) for claim in group}) for group in groups]
    return "; ".join(f"{said([group])} ({', '.join(day)})" for group, day in zip(groups, days, strict=True))
