"""family/relative-in-canada: a relative lives in Canada although a letter says that none does."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.family.kin import called, relatives
from consistency.comparator.family.places import denied_in_canada, told_in_canada, whereabouts
from consistency.comparator.family.words import ALL, ANY_KIN
from consistency.comparator.openly import cited_openly, is_supplement, said_openly
from consistency.comparator.passages import Passage
from consistency.comparator.searching import passages_with
from consistency.comparator.statements import corrected, named
from consistency.comparator.telling import Same, Told
from consistency.model import Case, Citation, FamilyMember, Paper, Person, Severity
from consistency.normalizer import kinship, places
from consistency.normalizer.expressions import expression

_OF_KIN = expression(rf"{ANY_KIN.pattern}|\b(?:nobody|no ?one|noone|personne)\b")
"""A sentence (folded) about relatives, or about nobody, has one of these words."""
CONTACTS = frozenset({"imm5257"})
"""Forms that ask whom the applicant will visit, and for an address in Canada alone."""

TOPIC = (
    "relative in canada",
    "family in canada",
    "brother",
    "sister",
    "uncle",
    "aunt",
    "cousin",
    "famille au canada",
)


class There(Struct, frozen=True):
    """That a relative lives in Canada, as papers say."""

    words: str
    relation: str
    citations: tuple[Citation, ...]
    papers: tuple[Paper, ...]


@rule(Severity.MAJOR, references=["IRPA s.16(1)", "IRPA s.40(1)(a)", "IRPR s.200(1)(b)"])
def relative_in_canada(case: Case) -> Iterator[Mismatch]:
    """A relative lives in Canada, although another paper says that no family does.

    Why: family in Canada is weighed as a reason not to leave, and a relative who is denied reads as concealed.
    Advice: correct the draft; or say openly in the explanation letter who lives in Canada and since when; or document
    that the relative has left Canada, or moved there since.

    Reports a sister with a Canadian address, and a letter that denies any family there:
        draft/imm5645.pdf as of 2026-03-01: family_member relation=sibling name="Yasmin Sample" birth_date=1993-06-07 address="22 King St, Brampton, ON L6Y 1A1"
        draft/explanation-letter.pdf as of 2026-03-01: text "I have no family in Canada."

    Reports the same in French:
        draft/imm5406.pdf as of 2026-03-01: family_member relation=sibling name="Yasmin Sample" birth_date=1993-06-07 address="Montréal (Québec)"
        draft/explanation-letter.pdf as of 2026-03-01: text "Je n'ai aucune famille au Canada."

    Reports a letter that lets all siblings live elsewhere:
        draft/imm5406.pdf as of 2026-03-01: family_member relation=sibling name="Yasmin Sample" birth_date=1993-06-07 address=Toronto
        draft/explanation-letter.pdf as of 2026-03-01: text "My parents and siblings live in Tunisia."

    Reports an uncle whom the applicant was going to visit:
        2022/imm5257.pdf as of 2022-08-11: family_member relation=relative name="Ali Sample" kinship=Uncle address="12 Main Street"
        draft/explanation-letter.pdf as of 2026-03-01: text "I have no relatives in Canada."

    Reports an aunt of whom an older letter tells:
        2022/explanation-letter.pdf as of 2022-08-11: text "I will stay with my aunt in Calgary."
        2022/imm5257.pdf as of 2022-08-11: family_name=SAMPLE
        draft/explanation-letter.pdf as of 2026-03-01: text "I do not have any relatives in Canada."
        draft/imm1295.pdf as of 2026-03-01: family_name=SAMPLE

    Reports two forms of one submission, one with a Canadian address and one without:
        2022/imm5257.pdf as of 2022-08-11: family_member relation=sibling name="Omar Sample" kinship=Brother address="Calgary, AB"
        2022/imm5645.pdf as of 2022-08-11: family_member relation=sibling name="Omar Sample" birth_date=1987-02-03 address="Sfax, Tunisia"

    Reports a mother against a letter that denies any relative, who is a parent in French:
        draft/imm5707.pdf as of 2026-03-01: family_member relation=mother name="Ana Sample" birth_date=1963-06-07 address="Laval, Canada"
        draft/explanation-letter.pdf as of 2026-03-01: text "Je n'ai aucun parent au Canada."

    Reports a brother of whom the wife tells in a letter of her own:
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI given_names=ALI birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "I have no relatives in Canada."
        draft/support-letter.pdf as of 2026-02-20: full_name="Ali Rahimi"
        draft/support-letter.pdf as of 2026-02-20: text "I, Sara Karimi, let my husband go. His brother lives in Calgary."

    Reports a letter that says that nobody is there:
        draft/imm5645.pdf as of 2026-03-01: family_member relation=sibling name="Omar Sample" birth_date=1993-06-07 address=Toronto
        draft/explanation-letter.pdf as of 2026-03-01: text "I have nobody in Canada."

    Reports a brother there by the letter, and elsewhere by the form beside it:
        draft/imm5645.pdf as of 2026-03-01: family_member relation=sibling name="Omar Sample" birth_date=1993-06-07 address="Sfax, Tunisia"
        draft/explanation-letter.pdf as of 2026-03-01: text "My brother Omar lives in Winnipeg."

    Accepts a relative there who is not said to be the child:
        draft/imm5645.pdf as of 2026-03-01: family_member relation=child name="Omar Sample" birth_date=2023-06-07 address="Sfax, Tunisia"
        draft/explanation-letter.pdf as of 2026-03-01: text "My husband works in Halifax. He is my only relative in Canada."

    Accepts a cousin there, whom no form asks for, and one of two brothers whose address says no country:
        draft/imm5645.pdf as of 2026-03-01: family_member relation=sibling name="Omar Sample" birth_date=1993-06-07 address="Sfax, Tunisia"
        draft/imm5645.pdf as of 2026-03-01: family_member relation=sibling name="Sami Sample" birth_date=1995-06-07 address="12 Main Street"
        draft/explanation-letter.pdf as of 2026-03-01: text "My cousin Ali lives in Winnipeg. My brother Sami lives in Calgary."

    Accepts a relative of whom the form of a later application tells:
        2024/imm1295.pdf as of 2024-03-01: family_name=RAHIMI given_names=ALI birth_date=1990-05-04
        2024/explanation-letter.pdf as of 2024-03-01: text "I have no relatives in Canada."
        2024/refusal-letter.pdf as of 2024-06-01: refusal country=CA from=2024-06-01
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI given_names=ALI birth_date=1990-05-04
        draft/imm5645.pdf as of 2026-03-01: full_name="Ali Rahimi" birth_date=1990-05-04
        draft/imm5645.pdf as of 2026-03-01: family_member relation=sibling name="Reza Rahimi" birth_date=1988-01-09 address="12 King St, Toronto, Canada"

    Accepts a relative who moved to Canada after the letter:
        2022/explanation-letter.pdf as of 2022-08-11: text "I have no family in Canada."
        2022/imm5645.pdf as of 2022-08-11: family_member relation=sibling name="Yasmin Sample" birth_date=1993-06-07 address=Tunis
        draft/imm5645.pdf as of 2026-03-01: family_member relation=sibling name="Yasmin Sample" birth_date=1993-06-07 address=Toronto

    Accepts a relative who had left Canada by then:
        2022/imm5645.pdf as of 2022-08-11: family_member relation=sibling name="Yasmin Sample" birth_date=1993-06-07 address=Toronto
        draft/imm5645.pdf as of 2026-03-01: family_member relation=sibling name="Yasmin Sample" birth_date=1993-06-07 address=Tunis
        draft/explanation-letter.pdf as of 2026-03-01: text "I have no family in Canada."

    Accepts London, and other places that are not Canada by their name alone:
        draft/imm5645.pdf as of 2026-03-01: family_member relation=sibling name="Yasmin Sample" birth_date=1993-06-07 address="12 Ontario Road, London"
        draft/explanation-letter.pdf as of 2026-03-01: text "I have no family in Canada."

    Accepts an exception that the letter tells:
        draft/imm5645.pdf as of 2026-03-01: family_member relation=sibling name="Yasmin Sample" birth_date=1993-06-07 address=Toronto
        draft/explanation-letter.pdf as of 2026-03-01: text "I have no family in Canada other than my sister."

    Accepts a cousin beside a letter that denies the nearest family:
        2022/imm5257.pdf as of 2022-08-11: family_member relation=relative name="Ali Sample" kinship=Cousin address=Calgary
        draft/explanation-letter.pdf as of 2026-03-01: text "I do not have any immediate family in Canada."

    Accepts a letter about the ties that the refusal spoke of:
        draft/imm5645.pdf as of 2026-03-01: family_member relation=sibling name="Yasmin Sample" birth_date=1993-06-07 address=Toronto
        draft/explanation-letter.pdf as of 2026-03-01: text "The officer found no family ties outside Canada."

    Accepts a relative who has died there:
        draft/imm5645.pdf as of 2026-03-01: family_member relation=sibling name="Omar Sample" birth_date=1987-02-03 address="Deceased (Toronto)"
        draft/explanation-letter.pdf as of 2026-03-01: text "I have no family in Canada."
    """
    for person in case.people:
        groups = relatives(case, person, *ALL)
        found = [
            (denial, there)
            for denial, relations in _denials(case, person)
            for there in (*_on_forms(groups, denial.paper), *_in_words(case, person, denial.paper))
            if there.relation in relations
        ]
        if found:
            yield _mismatch(case, person, found)
        else:
            yield from _beside_a_form(case, person)
        for group in groups:
            yield from _two_addresses(person, group)


def _denials(case: Case, person: Person) -> Iterator[tuple[Passage, frozenset[str]]]:
    """Give what letters say against relatives in Canada, and against which."""
    for letter in case.of(person):
        if is_supplement(letter) and letter.as_of.date is not None:
            for passage in passages_with(letter, _OF_KIN):
                elsewhere = [told.relations for told in whereabouts(passage.text) if told.country != "CA"]
                relations = denied_in_canada(passage.text).union(*elsewhere)
                if relations:
                    yield passage, relations


def _in_canada(told: Told[FamilyMember]) -> bool | None:
    """Say whether a row lets a relative live in Canada; None where it does not tell."""
    address = told.record.address
    if kinship.nobody(address) or kinship.tells_of_death(address) or kinship.name_of(told.record.name)[1]:
        return None
    country = places.country_of_address(address or "")
    if told.paper.kind in CONTACTS:
        return True
    return None if country is None else country == "CA"


def _on_forms(groups: Sequence[Same[FamilyMember]], letter: Paper) -> Iterator[There]:
    """Give the relatives who lived in Canada by the newest row that is no younger than a letter."""
    for group in groups:
        rows = [t for t in group.told if _in_canada(t) is not None and _by(t.paper, letter)]
        beside = [t for t in rows if t.paper.application == letter.application]
        rows = beside or rows[-1:]
        there = [t for t in rows if _in_canada(t)]
        if there:
            yield There(
                called(group) or "a relative",
                there[0].record.relation or "relative",
                tuple(t.cite("address", t.record.address) for t in there),
                tuple(t.paper for t in there),
            )


def _by(paper: Paper, letter: Paper) -> bool:
    """True for a paper of a letter's submission, or an older one."""
    day, last = paper.as_of.date, letter.as_of.date
    if paper.application == letter.application:
        return True
    return day is not None and last is not None and not day.after(last)


def _in_words(case: Case, person: Person, letter: Paper) -> Iterator[There]:
    """Give the relatives in Canada of whom letters and notes tell that are no younger than a letter."""
    for paper in case.of(person):
        if paper.is_form or not _by(paper, letter):
            continue
        for passage in passages_with(paper, ANY_KIN):
            for relation in sorted(told_in_canada(passage.text)):
                citation = passage.cite("in Canada")
                yield There(f"“{passage.text}”", relation, (citation,), (paper,))


def _mismatch(case: Case, person: Person, found: Sequence[tuple[Passage, There]]) -> Mismatch:
    denials = list({passage.text: passage for passage, _ in found}.values())
    there = list({one.citations: one for _, one in found}.values())
    openly = corrected(case, [passage.paper for passage in denials], TOPIC)
    letter = openly if openly and openly.text not in {passage.text for passage in denials} else None
    words = "; ".join(f"{one.words} lives in Canada by {named(one.papers)}" for one in there)
    said = "; ".join(f"{passage.paper.path} says “{passage.text}”" for passage in denials)
    return Mismatch(
        person=person,
        subject="relatives in canada",
        detail=f"{said}, but {words}.{said_openly(letter)}",
        evidence=(
            *(passage.cite("not in Canada") for passage in denials),
            *(citation for one in there for citation in one.citations),
            *cited_openly(letter),
        ),
        severity=Severity.MINOR if letter else None,
    )


_NAMED = 3
"""Relations of which a sentence tells at the most; more are any relative: "he is my only relative in Canada"."""


def _beside_a_form(case: Case, person: Person) -> Iterator[Mismatch]:
    """Report a relative who lives in Canada by a letter, where the form beside it lets all such ones live elsewhere."""
    for letter in (paper for paper in case.of(person) if is_supplement(paper) and case.in_draft(paper)):
        told = [(p, told_in_canada(p.text)) for p in passages_with(letter, ANY_KIN)]
        for passage, relation in (
            (p, one) for p, found in told if len(found) <= _NAMED for one in sorted(found)
        ):
            rows = _rows_beside(case, person, letter, relation)
            if rows and all(_in_canada(row) is False for row in rows):
                yield Mismatch(
                    person=person,
                    subject=f"{relation} in canada",
                    detail=f"{letter.path} says “{passage.text}”; {named([rows[0].paper])} gives no address in Canada.",
                    evidence=(
                        passage.cite("in Canada"),
                        *(t.cite("address", t.record.address) for t in rows),
                    ),
                )
                return


def _rows_beside(case: Case, person: Person, letter: Paper, relation: str) -> list[Told[FamilyMember]]:
    """Give the living relatives of a relation on the first form of a letter's submission that lists some."""
    for paper in case.of(person):
        if paper.is_form and paper.application == letter.application and paper.kind not in CONTACTS:
            rows = [Told(paper, row) for row in paper.all(FamilyMember) if row.relation == relation]
            rows = [row for row in rows if not kinship.tells_of_death(row.record.address)]
            if rows:
                return rows
    return []


def _two_addresses(person: Person, group: Same[FamilyMember]) -> Iterator[Mismatch]:
    """Report a relative who lives in Canada on one form of a submission and elsewhere on another of that day."""
    for told in group.told:
        others = [
            t
            for t in group.told
            if t.paper.application == told.paper.application
            and t.paper.as_of.date == told.paper.as_of.date
            and _in_canada(t) is False
        ]
        if _in_canada(told) and others:
            name = called(group)
            yield Mismatch(
                person=person,
                subject=f"address of {name} {told.paper.as_of.date}",
                detail=f"{name} lives in Canada by {told.paper.path} (“{told.record.address}”), and by "
                f"{named(t.paper for t in others)} at “{others[0].record.address}”.",
                evidence=tuple(t.cite("address", t.record.address) for t in (told, *others)),
            )
