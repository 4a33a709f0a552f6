"""family/deceased: a relative who has died in one paper and lives in a later one."""

from collections.abc import Iterator

from msgspec import Struct

from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.family.kin import born, called, relatives
from consistency.comparator.family.statements import OF_DEATH, deaths
from consistency.comparator.family.writers import another_writes
from consistency.comparator.openly import cited_openly, said_openly
from consistency.comparator.searching import passages_with
from consistency.comparator.statements import OFFICERS, corrected, named
from consistency.comparator.telling import Same, Told
from consistency.model import Case, Citation, FamilyMember, Paper, Person, Severity
from consistency.normalizer import kinship
from consistency.normalizer.dates import PartialDate
from consistency.normalizer.text import fold

WORDS = {
    "spouse": "the spouse", "partner": "the partner", "mother": "the mother", "father": "the father",
    "child": "the child", "sibling": "the brother or sister",
}  # fmt: skip
PARENTS = frozenset({"mother", "father"})
BOXES = ("name", "address", "occupation", "marital_status")
STILL_HERE = frozenset(
    {"retired", "pensioner", "retraite", "retraitee", "jubilado", "jubilada", "aposentado"}
)
"""What only the living are, where no address is told."""


class Death(Struct, frozen=True):
    """That a relative has died, as a paper says, and by which day for certain."""

    paper: Paper
    by: PartialDate
    citation: Citation
    undated: bool = False
    """True for a sentence that does not say when: it was so before."""


@rule(Severity.MAJOR, references=["IRPA s.16(1)", "IRPR s.10(2)(a)"])
def deceased(case: Case) -> Iterator[Mismatch]:
    """A relative who has died in one paper is alive in a later one.

    Why: one of the two signed forms is wrong, and a living parent told as dead reads as a family tie concealed.
    Advice: correct the draft; or say openly in the explanation letter which older paper was wrong; or enclose the
    certificate of death.

    Reports a father who has died on an older form:
        2024/imm5645.pdf as of 2024-08-11: family_member relation=father name="Hedi Sample" birth_date=1958-02-03 address=Deceased
        draft/imm5645.pdf as of 2026-03-01: family_member relation=father name="Hedi Sample" birth_date=1958-02-03 address="4 Olive Road, Sfax"

    Reports a word beside the name, in another language:
        2024/imm5707.pdf as of 2024-08-11: family_member relation=mother name="Amel Sample (décédée)" birth_date=1960-02-03
        draft/imm5707.pdf as of 2026-03-01: family_member relation=mother name="Amel Sample" birth_date=1960-02-03 occupation=Retired

    Reports two forms of one day that disagree:
        draft/imm5406.pdf as of 2026-03-01: family_member relation=father name="Hedi Sample" birth_date=1958-02-03 address=fallecido
        draft/imm5645.pdf as of 2026-03-01: family_member relation=father name="Hedi Sample" birth_date=1958-02-03 address=Lima

    Reports the letter that tells of a death before the form:
        draft/explanation-letter.pdf as of 2026-02-01: text "My father passed away in 2019 and I care for my mother."
        draft/imm5645.pdf as of 2026-03-01: family_member relation=father name="Hedi Sample" birth_date=1958-02-03 address=Sfax

    Reports a letter of the same days that speaks of a late father:
        draft/imm5645.pdf as of 2026-03-01: family_member relation=father name="Hedi Sample" birth_date=1958-02-03 address=Sfax
        draft/explanation-letter.pdf as of 2026-03-04: text "My late father left us the farm in 1999."

    Accepts the mother of somebody else who writes:
        draft/imm5707.pdf as of 2026-03-01: family_name=RAHIMI given_names=ALI birth_date=1990-05-04
        draft/imm5707.pdf as of 2026-03-01: family_member relation=mother name="Zahra Rahimi" birth_date=1960-01-01 address=Herat
        draft/reference.pdf as of 2025-02-28: full_name="Ali Rahimi"
        draft/reference.pdf as of 2025-02-28: text "I, Antonio Greco, declare that Ali Rahimi cared for my mother. My mother died on 20 February 2025."

    Accepts a parent who died since:
        2024/imm5645.pdf as of 2024-08-11: family_member relation=father name="Hedi Sample" birth_date=1958-02-03 address=Sfax
        draft/imm5645.pdf as of 2026-03-01: family_member relation=father name="Hedi Sample" birth_date=1958-02-03 address=Deceased

    Accepts a death that the letter tells after an older form:
        2018/imm5645.pdf as of 2018-08-11: family_member relation=father name="Hedi Sample" birth_date=1958-02-03 address=Sfax
        draft/explanation-letter.pdf as of 2026-02-01: text "My father passed away in 2019."

    Accepts a dead parent of whom a later form tells no address:
        2024/imm5645.pdf as of 2024-08-11: family_member relation=father name="Hedi Sample" birth_date=1958-02-03 address=Deceased
        draft/imm5406.pdf as of 2026-03-01: family_member relation=father name="Hedi Sample" birth_date=1958-02-03 address=N/A

    Accepts the death of one brother beside another who lives:
        draft/explanation-letter.pdf as of 2026-02-01: text "My brother died in 2019."
        draft/imm5645.pdf as of 2026-03-01: family_member relation=sibling name="Ali Sample" birth_date=1988-02-03 address=Sfax

    Accepts the death of a parent in law:
        draft/explanation-letter.pdf as of 2026-02-01: text "My father-in-law died in 2019."
        draft/imm5645.pdf as of 2026-03-01: family_member relation=father name="Hedi Sample" birth_date=1958-02-03 address=Sfax
    """
    for person in case.people:
        for group in relatives(case, person, *WORDS):
            dead = [*_on_forms(group), *_in_words(case, person, group)]
            alive = [
                told for told in group.told if _alive(told.record) and any(_later(one, told) for one in dead)
            ]
            if alive:
                told = [one for one in dead if any(_later(one, row) for row in alive)]
                yield _mismatch(case, person, group, told, alive)


def _on_forms(group: Same[FamilyMember]) -> Iterator[Death]:
    for told in group.told:
        box = _death_box(told.record)
        if box and told.paper.as_of.date:
            words = told.record.cite(box).quote
            yield Death(told.paper, told.paper.as_of.date, told.cite(box, words))


def _death_box(member: FamilyMember) -> str | None:
    """Name the box that tells that a relative has died."""
    if kinship.name_of(member.name)[1]:
        return "name"
    return next((box for box in BOXES[1:] if kinship.tells_of_death(getattr(member, box))), None)


def _in_words(case: Case, person: Person, group: Same[FamilyMember]) -> Iterator[Death]:
    """Give what letters say of this relative's death: of a parent by the word alone, else by the name too."""
    relation = group.told[0].record.relation
    first = fold(called(group)).partition(" ")[0]
    for paper in case.of(person):
        if paper.is_form or paper.kind in OFFICERS or paper.as_of.date is None:
            continue
        of_death = tuple(passages_with(paper, OF_DEATH))
        if not of_death or another_writes(case, person, paper):
            continue
        for passage in of_death:
            for death in deaths(passage.text):
                meant = relation in PARENTS or (first and f" {first} " in f" {fold(passage.text)} ")
                if relation in death.relations and meant:
                    day = death.day or paper.as_of.date
                    yield Death(paper, day, passage.cite("deceased"), undated=death.day is None)


def _alive(member: FamilyMember) -> bool:
    """True for a row that tells where one lives, or what only the living do, and nothing of a death."""
    if _death_box(member):
        return False
    lives = not kinship.nobody(member.address)
    return lives or fold(member.occupation or "") in STILL_HERE or member.accompanying == "yes"


def _later(death: Death, row: Told[FamilyMember]) -> bool:
    """True where a row that lets a relative live is no older than the death, or stands beside a letter that tells it."""
    day = row.paper.as_of.date
    if day is None or row.paper.path == death.paper.path:
        return False
    beside = death.undated and row.paper.application == death.paper.application
    return beside or not day.before(death.by)


def _mismatch(
    case: Case,
    person: Person,
    group: Same[FamilyMember],
    dead: list[Death],
    alive: list[Told[FamilyMember]],
) -> Mismatch:
    relation = group.told[0].record.relation or "sibling"
    letter = corrected(case, [row.paper for row in alive], ("deceased", "died", "decede", "decedee", "mort"))
    who = f"{WORDS[relation]} {called(group)}".strip()
    where = sorted({row.record.address or row.record.occupation or "alive" for row in alive})
    return Mismatch(
        person=person,
        subject=f"{relation} {fold(called(group))} {born(group) or ''}".strip(),
        detail=f"{who[0].upper()}{who[1:]} has died by {named(one.paper for one in dead)}, but "
        f"{named(row.paper for row in alive)} gives “{'”, “'.join(where)}”.{said_openly(letter)}",
        evidence=(
            *(one.citation for one in dead),
            *(row.cite(_living_box(row.record), _living(row.record)) for row in alive),
            *cited_openly(letter),
        ),
        severity=Severity.MINOR if letter else None,
    )


def _living_box(member: FamilyMember) -> str:
    return "occupation" if kinship.nobody(member.address) else "address"


def _living(member: FamilyMember) -> str | None:
    return member.occupation if kinship.nobody(member.address) else member.address
