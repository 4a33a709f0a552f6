"""family/relative: a parent or sibling that one paper tells and a family form leaves out."""

from collections.abc import Iterable, Iterator, Sequence

from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.family.kin import (
    Omission,
    asked_for,
    born,
    called,
    holds_all,
    is_told,
    named_with,
    omissions,
    rows_of,
)
from consistency.comparator.family.plans import siblings_by_rank
from consistency.comparator.family.statements import Count, siblings_told
from consistency.comparator.openly import cited_openly, is_supplement, said_openly, supplements
from consistency.comparator.passages import Passage, passages
from consistency.comparator.statements import named
from consistency.comparator.telling import cite_papers
from consistency.model import Case, Citation, FamilyMember, Paper, Person, Severity
from consistency.normalizer import kinship
from consistency.normalizer.text import fold

WORDS = {"mother": "the mother", "father": "the father", "sibling": "a brother or sister"}
ASKED = {
    "mother": "asks for both parents",
    "father": "asks for both parents",
    "sibling": "asks for all of them",
}
NOT_FULL_BLOOD = (
    "half brother", "half sister", "half sibling", "half siblings", "step brother", "step sister", "stepbrother",
    "stepsister", "step siblings", "demi frere", "demi soeur", "demi freres", "demi soeurs",
)  # fmt: skip
NO_ROOM = "A brother or sister does not fit on the form"


@rule(Severity.MAJOR, references=["IRPA s.16(1)", "IRPA s.40(1)(a)", "IRPR s.10(2)(a)"])
def relative(case: Case) -> Iterator[Mismatch]:
    """A parent, brother or sister is left out of a family form, or appears although born before an older one.

    Why: the family form asks for both parents and for all brothers and sisters, half and step ones too, wherever they
    live; once signed it is used to verify later ones, and one who is gone reads as a relative concealed in Canada.
    Advice: list the relative in the draft; or say openly in the explanation letter that an older form left them out,
    and why; or document why the person does not belong there.

    Reports a sibling of an older form whom the draft drops:
        2024/imm5645.pdf as of 2024-08-11: full_name="Noor Sample" birth_date=1990-05-04
        2024/imm5645.pdf as of 2024-08-11: family_member relation=sibling name="Omar Sample" birth_date=1987-02-03
        2024/imm5645.pdf as of 2024-08-11: family_member relation=sibling name="Yasmin Sample" birth_date=1993-06-07
        draft/imm5645.pdf as of 2026-03-01: full_name="Noor Sample" birth_date=1990-05-04
        draft/imm5645.pdf as of 2026-03-01: family_member relation=sibling name="Yasmin Sample" birth_date=1993-06-07

    Reports a sibling who appears now, although born before an older form:
        2024/imm5406.pdf as of 2024-08-11: family_member relation=sibling name="Omar Sample" birth_date=1987-02-03
        draft/imm5406.pdf as of 2026-03-01: family_member relation=sibling name="Omar Sample" birth_date=1987-02-03
        draft/imm5406.pdf as of 2026-03-01: family_member relation=sibling name="Ali Sample" birth_date=1985-02-03

    Reports once a form that lists no sibling at all:
        2024/imm5406.pdf as of 2024-08-11: family_member relation=mother name="Amel Sample" birth_date=1960-02-03
        draft/imm5406.pdf as of 2026-03-01: family_member relation=mother name="Amel Sample" birth_date=1960-02-03
        draft/imm5406.pdf as of 2026-03-01: family_member relation=sibling name="Omar Sample" birth_date=1987-02-03
        draft/imm5406.pdf as of 2026-03-01: family_member relation=sibling name="Ali Sample" birth_date=1985-02-03

    Reports one of two twins who is left out:
        2024/imm5406.pdf as of 2024-08-11: family_member relation=sibling name="Omar Sample" birth_date=1987-02-03
        2024/imm5406.pdf as of 2024-08-11: family_member relation=sibling name="Ali Sample" birth_date=1987-02-03
        draft/imm5406.pdf as of 2026-03-01: family_member relation=sibling name="Omar Sample" birth_date=1987-02-03

    Reports one of two siblings of one name who is left out:
        2024/imm5406.pdf as of 2024-08-11: family_member relation=sibling name="Ali Sample" birth_date=1979-02-03
        2024/imm5406.pdf as of 2024-08-11: family_member relation=sibling name="Ali Sample" birth_date=1995-09-13
        draft/imm5406.pdf as of 2026-03-01: family_member relation=sibling name="Ali Sample" birth_date=1979-02-03

    Reports a parent who is "unknown" on one form and named on another:
        2024/imm5707.pdf as of 2024-08-11: family_member relation=mother name="Amel Sample" birth_date=1960-02-03
        2024/imm5707.pdf as of 2024-08-11: family_member relation=father name=Unknown
        draft/imm5707.pdf as of 2026-03-01: family_member relation=mother name="Amel Sample" birth_date=1960-02-03
        draft/imm5707.pdf as of 2026-03-01: family_member relation=father name="Hedi Sample" birth_date=1958-02-03

    Reports a brother visited in Canada whom the family form does not list:
        2022/imm5257.pdf as of 2022-08-11: family_member relation=sibling name="Omar Sample" address="Calgary, AB"
        draft/imm5645.pdf as of 2026-03-01: family_member relation=mother name="Amel Sample" birth_date=1960-02-03

    Reports a number of siblings in the letter that the form does not hold:
        draft/imm5645.pdf as of 2026-03-01: family_member relation=sibling name="Omar Sample" birth_date=1987-02-03
        draft/explanation-letter.pdf as of 2026-03-01: text "I have two brothers and one sister. They live in Tunis."

    Reports a rank among more siblings than the form holds:
        draft/imm5645.pdf as of 2026-03-01: family_member relation=sibling name="Omar Sample" birth_date=1987-02-03
        draft/explanation-letter.pdf as of 2026-03-01: text "I am the youngest of four children of a fisherman."

    Accepts a rank that the form agrees with:
        draft/imm5645.pdf as of 2026-03-01: family_member relation=sibling name="Omar Sample" birth_date=1987-02-03
        draft/explanation-letter.pdf as of 2026-03-01: text "I am the elder of two children. My wife is the first of five siblings."

    Reports an only child whose form lists a sibling:
        draft/imm5645.pdf as of 2026-03-01: family_member relation=sibling name="Omar Sample" birth_date=1987-02-03
        draft/explanation-letter.pdf as of 2026-03-01: text "I am the only child of my parents."

    Reports as a lighter one a half-brother newly understood to belong there:
        2024/imm5406.pdf as of 2024-08-11: family_member relation=sibling name="Omar Sample" birth_date=1987-02-03
        draft/imm5406.pdf as of 2026-03-01: family_member relation=sibling name="Omar Sample" birth_date=1987-02-03
        draft/imm5406.pdf as of 2026-03-01: family_member relation=sibling name="Ali Sample" birth_date=1985-02-03 kinship=half-brother

    Reports as a note a sibling for whom the form has no room:
        2024/imm5406.pdf as of 2024-03-01: family_member relation=sibling name="Hadi Sample" birth_date=1980-01-08
        draft/imm5645.pdf as of 2026-03-01: family_member relation=sibling name="Asma Sample" birth_date=1981-01-01
        draft/imm5645.pdf as of 2026-03-01: family_member relation=sibling name="Bilal Sample" birth_date=1982-01-02
        draft/imm5645.pdf as of 2026-03-01: family_member relation=sibling name="Chedi Sample" birth_date=1983-01-03
        draft/imm5645.pdf as of 2026-03-01: family_member relation=sibling name="Dalila Sample" birth_date=1984-01-04
        draft/imm5645.pdf as of 2026-03-01: family_member relation=sibling name="Emna Sample" birth_date=1985-01-05
        draft/imm5645.pdf as of 2026-03-01: family_member relation=sibling name="Farid Sample" birth_date=1986-01-06
        draft/imm5645.pdf as of 2026-03-01: family_member relation=sibling name="Ghada Sample" birth_date=1987-01-07

    Reports more siblings in the draft's letter than the last form listed, where no form of the draft asks:
        2024/imm5406.pdf as of 2024-08-11: family_name=SAMPLE given_names=NOOR birth_date=1990-05-17
        2024/imm5406.pdf as of 2024-08-11: family_member relation=sibling name="Omar Sample" birth_date=1987-02-03
        draft/imm1295.pdf as of 2026-03-01: family_name=SAMPLE given_names=NOOR birth_date=1990-05-17
        draft/explanation-letter.pdf as of 2026-03-01: text "I have two brothers and a sister, who support my parents."

    Reports an only child in the draft's letter beside a sister on the last form that asked:
        2024/imm5406.pdf as of 2024-08-11: family_name=SAMPLE given_names=NOOR birth_date=1990-05-17
        2024/imm5406.pdf as of 2024-08-11: family_member relation=sibling name="Yasmin Sample" birth_date=1993-06-07
        draft/imm1295.pdf as of 2026-03-01: family_name=SAMPLE given_names=NOOR birth_date=1990-05-17
        draft/explanation-letter.pdf as of 2026-03-01: text "I am an only child and my parents need me."

    Accepts fewer, of whom the letter need not tell all:
        2024/imm5406.pdf as of 2024-08-11: family_name=SAMPLE given_names=NOOR birth_date=1990-05-17
        2024/imm5406.pdf as of 2024-08-11: family_member relation=sibling name="Omar Sample" birth_date=1987-02-03
        2024/imm5406.pdf as of 2024-08-11: family_member relation=sibling name="Yasmin Sample" birth_date=1993-06-07
        draft/imm1295.pdf as of 2026-03-01: family_name=SAMPLE given_names=NOOR birth_date=1990-05-17
        draft/explanation-letter.pdf as of 2026-03-01: text "I have a brother who runs the farm."

    Accepts a sibling born after the older form:
        2022/imm5406.pdf as of 2022-08-11: family_member relation=mother name="Amel Sample" birth_date=1975-02-03
        draft/imm5406.pdf as of 2026-03-01: family_member relation=mother name="Amel Sample" birth_date=1975-02-03
        draft/imm5406.pdf as of 2026-03-01: family_member relation=sibling name="Lina Sample" birth_date=2023-02-03

    Accepts a form that does not ask for siblings:
        2024/imm5645.pdf as of 2024-08-11: family_member relation=sibling name="Omar Sample" birth_date=1987-02-03
        draft/imm5707.pdf as of 2026-03-01: family_member relation=mother name="Amel Sample" birth_date=1960-02-03
        2024/imm5645.pdf as of 2024-08-11: family_member relation=mother name="Amel Sample" birth_date=1960-02-03

    Accepts a sibling whose birth date is off by a digit:
        2024/imm5406.pdf as of 2024-08-11: family_member relation=sibling name="Omar Sample" birth_date=1987-02-03
        draft/imm5406.pdf as of 2026-03-01: family_member relation=sibling name="Omar Sample" birth_date=1987-02-08

    Accepts a sister under her married name:
        2024/imm5406.pdf as of 2024-08-11: family_member relation=sibling name="Yasmin Sample" birth_date=1993-06-07
        draft/imm5406.pdf as of 2026-03-01: family_member relation=sibling name="Yasmin Trabelsi" birth_date=1993-06-07

    Accepts a sibling of whom one form tells the first name alone:
        2024/imm5645.pdf as of 2024-08-11: family_member relation=sibling name=Yasmin birth_date=1993-06-07
        draft/imm5406.pdf as of 2026-03-01: family_member relation=sibling name="Yasmin Sample" birth_date=1993-06-07

    Accepts a dead parent whom one form names and another calls dead:
        2024/imm5707.pdf as of 2024-08-11: family_member relation=father name=Deceased
        draft/imm5707.pdf as of 2026-03-01: family_member relation=father name="Hedi Sample" birth_date=1958-02-03 address=décédé

    Accepts two parents in the other order:
        2024/imm5406.pdf as of 2024-08-11: family_member relation=mother name="Amel Sample" birth_date=1960-02-03
        2024/imm5406.pdf as of 2024-08-11: family_member relation=father name="Hedi Sample" birth_date=1958-02-03
        draft/imm5406.pdf as of 2026-03-01: family_member relation=mother name="Hedi Sample" birth_date=1958-02-03
        draft/imm5406.pdf as of 2026-03-01: family_member relation=father name="Amel Sample" birth_date=1960-02-03

    Accepts a number in the letter that leaves out half-siblings:
        draft/imm5645.pdf as of 2026-03-01: family_member relation=sibling name="Omar Sample" birth_date=1987-02-03
        draft/imm5645.pdf as of 2026-03-01: family_member relation=sibling name="Ali Haddad" birth_date=1980-02-03 kinship="Half brother"
        draft/explanation-letter.pdf as of 2026-03-01: text "I have only one brother."

    Accepts the siblings of whom the letter tells only those in one place:
        draft/imm5645.pdf as of 2026-03-01: family_member relation=sibling name="Omar Sample" birth_date=1987-02-03
        draft/imm5645.pdf as of 2026-03-01: family_member relation=sibling name="Yasmin Sample" birth_date=1993-06-07
        draft/imm5645.pdf as of 2026-03-01: family_member relation=sibling name="Ali Sample" birth_date=1980-02-03
        draft/explanation-letter.pdf as of 2026-03-01: text "I have two siblings in Tunis and one in Sfax."

    Accepts a printed row that could not be made out:
        2024/imm5406.pdf as of 2024-08-11: family_member relation=sibling name="Omar Sample" birth_date=1987-02-03
        2024/imm5406.pdf as of 2024-08-11: family_member relation=sibling name="Yasmin Sample" birth_date=1993-06-07
        draft/imm5406.png as of 2026-03-01: full_name="Noor Sample"
        draft/imm5406.png as of 2026-03-01: family_member relation=sibling name="Yasmin Sample" birth_date=1993-06-07
        draft/imm5406.png as of 2026-03-01: text "Brother Sample Omar l987-O2-O3"
    """
    for person in case.people:
        for relation in WORDS:
            found = list(omissions(case, person, relation))
            yield from _left_out(case, person, relation, found)
            if relation == "sibling":
                covered = {p.path for one in found for p in (*one.missing, *one.no_room)}
                yield from _counts(case, person, covered)


def _left_out(case: Case, person: Person, relation: str, found: Sequence[Omission]) -> Iterator[Mismatch]:
    """Report each relative by himself, but those of a relation of which the same forms list nobody together."""
    empty = [
        one for one in found if one.missing and not any(rows_of(paper, relation) for paper in one.missing)
    ]
    for told in _by_form(empty) if len(empty) > 1 else ([one] for one in empty):
        yield _mismatch(case, person, relation, told)
    for one in found:
        if one not in empty:
            yield _mismatch(case, person, relation, [one])


def _by_form(found: Sequence[Omission]) -> list[list[Omission]]:
    """Put together what the same forms leave out, of a relation of which they list nobody."""
    by_form: dict[tuple[str, ...], list[Omission]] = {}
    for one in found:
        by_form.setdefault(tuple(sorted(p.path for p in one.missing)), []).append(one)
    return list(by_form.values())


def _mismatch(case: Case, person: Person, relation: str, found: Sequence[Omission]) -> Mismatch:
    """Report one relative whom forms leave out, or several whom the same forms do."""
    first = found[0]
    absent = first.missing or first.no_room
    no_room = not first.missing
    why = "has no room for them: list them on an extra page" if no_room else ASKED[relation]
    letter = next((one.openly for one in found if one.openly), None)
    told = "; ".join(f"{_shown(one)} is told in {named(one.relative.papers)}" for one in found)
    evidence = [
        t.cite("name", t.record.name) for one in found for t in one.relative.told if is_told(t.record)
    ]
    evidence += [_absence(paper, relation) for paper in absent]
    return Mismatch(
        person=person,
        subject=f"{relation} {' '.join(fold(called(one.relative)) for one in found)} {born(first.relative) or ''}".strip(),
        detail=f"{told}, but not in {named(absent)}, which {why}.{said_openly(letter)}",
        evidence=(*evidence, *cited_openly(letter)),
        severity=Severity.INFO if no_room else _level(case, found),
        title=NO_ROOM if no_room else None,
    )


def _shown(omission: Omission) -> str:
    name, birth = called(omission.relative), born(omission.relative)
    who = name or WORDS[omission.relative.told[0].record.relation or "sibling"]
    kin = next((t.record.kinship for t in omission.relative.told if kinship.closer(t.record.kinship)), None)
    about = ", ".join(part for part in (kin, f"born {birth}" if birth else None) if part)
    return f"{who} ({about})" if about else who


def _absence(paper: Paper, relation: str) -> Citation:
    """Cite the row that names nobody, or that there is none."""
    rows = [m for m in paper.all(FamilyMember) if m.relation == relation and not is_told(m)]
    evidence = rows[0].cite("name") if rows else paper.absent()
    return Citation(evidence, None, paper.as_of.date)


def _level(case: Case, found: Sequence[Omission]) -> Severity:
    """Weigh: a half or step relative newly understood to belong there is minor, one told openly a level lower."""
    if all(_newly_understood(case, one) for one in found):
        return Severity.MINOR
    return Severity.MAJOR.moved(-int(all(one.openly is not None for one in found)))


def _newly_understood(case: Case, omission: Omission) -> bool:
    """True for a half or step relative whom older forms lack and none drops."""
    days = [t.paper.as_of.date for t in omission.relative.told if t.paper.is_form and t.paper.as_of.date]
    dropped = any(
        day.before(paper.as_of.date) for day in days for paper in omission.missing if paper.as_of.date
    )
    closer = any(kinship.closer(t.record.kinship) in {"half", "step"} for t in omission.relative.told)
    told = closer or named_with(omission.relative, [p for p in case.papers if not p.is_form], NOT_FULL_BLOOD)
    return told and not dropped


def _counts(case: Case, person: Person, covered: set[str]) -> Iterator[Mismatch]:
    """Compare the number of siblings that a letter tells with the rows of the family forms beside it."""
    for form in case.of(person):
        if form.path in covered or not holds_all(form, "sibling"):
            continue
        rows = rows_of(form, "sibling")
        full = [m for m in rows if kinship.closer(m.kinship) is None]
        for count, passage in _counted(supplements(case, form), person):
            if count.number > len(rows) or (count.all and count.number < len(full)):
                yield _count_mismatch(person, form, rows, (count, passage))
    yield from _more_than_before(case, person, covered)


def _more_than_before(case: Case, person: Person, covered: set[str]) -> Iterator[Mismatch]:
    """Compare the number in the draft's letter with the last form that asked, where none of the draft asks."""
    asked = [p for p in case.of(person) if asked_for(p, "sibling") is not None and p.as_of.date is not None]
    if not asked or any(map(case.in_draft, asked)):
        return
    form = asked[-1]
    if form.path in covered or not holds_all(form, "sibling"):
        return
    rows = rows_of(form, "sibling")
    for count, passage in _counted(filter(is_supplement, case.drafted(person)), person):
        if count.number > len(rows) or (count.number == 0 and rows):
            yield _count_mismatch(person, form, rows, (count, passage))


def _counted(letters: Iterable[Paper], person: Person) -> Iterator[tuple[Count, Passage]]:
    """Give how many brothers and sisters the letters of a person tell of, each time with the sentence."""
    for letter in letters:
        for passage in passages(letter) if letter.person == person.id else ():
            if count := siblings_told(passage.text) or siblings_by_rank(passage.text):
                yield count, passage


def _count_mismatch(
    person: Person, form: Paper, rows: Sequence[FamilyMember], told: tuple[Count, Passage]
) -> Mismatch:
    count, passage = told
    listed = [Citation(row.cite("name"), row.name, form.as_of.date) for row in rows]
    return Mismatch(
        person=person,
        subject="number of siblings",
        detail=f"{passage.paper.path} tells of {count.number} brothers and sisters: “{passage.text}”; "
        f"{form.path} lists {len(rows)}.",
        evidence=(
            passage.cite(str(count.number)),
            *(listed or cite_papers([form])),
        ),
    )
