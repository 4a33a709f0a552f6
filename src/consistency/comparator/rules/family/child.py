"""family/child: a child that one paper tells and a family form leaves out."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.family.kin import (
    Omission,
    born,
    called,
    holds_all,
    named_with,
    omissions,
    rows_of,
)
from consistency.comparator.family.unions import unions
from consistency.comparator.family.words import number_of
from consistency.comparator.openly import cited_openly, lowered, said_openly, supplements
from consistency.comparator.passages import LETTER, SUPPORT, Passage, passages
from consistency.comparator.searching import passages_with
from consistency.comparator.statements import named
from consistency.comparator.telling import cite_papers
from consistency.model import Case, Citation, FamilyMember, Paper, Person, Severity
from consistency.normalizer import kinship
from consistency.normalizer.dates import PartialDate
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

CHILD = "child"
CERTIFICATE = "civil-certificate"
NO_ROOM = "A child does not fit on the form"
ADOPTION = ("adopt",)
COUNT = expression(
    r"\b(?:(?:we|i) (?:now |also |only )?have|(?:together|mother|father|parents?) of|nous avons|j ?ai|(?:mere"
    r"|pere) de"
    r"|our|my|nos|mes)"
    r" (?P<count>\d|one|an?|two|three|four|five|six|seven|un|une|deux|trois|quatre|cinq)"
    r" (?:(?:minor|young|small|beautiful|dependent|jeunes?|petits?) )?(?:child|children|kids?|enfants?)\b"
    r"(?! (?:in law|of (?:my|our|his|her)\b))"
)
OWN = expression(
    r"\b(?:my|our|mon|ma|notre) (?:(?:only|elder|eldest|younger|youngest|little|infant|newborn|own|petite?|ainee?"
    r"|jeune) )*"
    r"(?:son|daughter|child|baby|fils|fille|enfant|bebe)\b"
    r"(?! (?:in law|care|hood|psychology|labou?r|support|welfare|benefits?|protection|minding|development|health"
    r"|sitting)\b)"
)
"""Words (folded) of a child that the writer has."""
WHOLE = expression(
    r"\b(?:(?:we|i) (?:now |only )?have|nous avons|j ?ai) (?:only |seulement |juste )?"
    r"(?P<count>\d|one|an?|two|three|four|five|six|un|une|deux|trois|quatre|cinq) (?:children|kids?|child|enfants?)\b"
    r"(?! (?:together|from|with|of|in|at|who|aged|under|still|living|qui|de|du|d|issus?|ages?|mineurs?|a|au"
    r"|ensemble|encore"
    r"|vivants?|scolarises?|et une?|and an? (?:step|foster|adopted))\b)"
    r"|\b(?:our|my) only child\b|\b(?:notre|mon|ma) (?:(?:seul|unique) enfant|(?:enfant|fils|fille) unique)\b"
)
"""Words (folded) of all children that a writer has, who may be fewer than a form lists."""
SON = expression(r"\b(?:my|our|mon|notre) (?:\w+ )?(?:son|fils)\b(?! in law)")
DAUGHTER = expression(r"\b(?:my|our|ma|notre) (?:\w+ )?(?:daughter|fille)\b(?! in law)")
OURS = expression(r"(?:our|nos|we|nous)\b")
SPOUSES = expression(
    r"\b(?:my (?:wife|husband|spouse)|ma femme|mon (?:mari|epoux|epouse)|(?:husband|wife|mari|epoux"
    r"|epouse) (?:of|de))\b"
)
"""Words (folded) by which a letter shows that a husband or wife writes it."""
UNSURE = expression(
    r"\b(?:no|not|never|future|would|hope\w*|wish\w*|plan\w*|expect\w*|pregnan\w*|unborn|stillborn|miscarr\w*"
    r"|god\w*|step|adopt\w*|beau|belle|pas|aucune?"
    r"|jamais|died|deceased|decede\w*|late|(?:as|like) (?:an?|my|our)|sa(?:id|ys?)|told|enceinte|futur\w*)\b"
)


@rule(
    Severity.CRITICAL, references=["IRPA s.16(1)", "IRPA s.40(1)(a)", "IRPR s.10(2)(a)", "IRPR s.117(9)(d)"]
)
def child(case: Case) -> Iterator[Mismatch]:
    """A child is left out, dropped, or added although it was born before an earlier application.

    Why: every child has to be listed, wherever it lives; one that was not declared and examined can be shut out of
    the family class for good, and the signed form is used to verify later ones.
    Advice: list the child in the draft; or say openly in the explanation letter that an older form left it out, and
    why; or document why the child does not belong there.

    Reports a child of an earlier form that the draft drops:
        2024/imm5406.pdf as of 2024-08-11: full_name=Sidhu birth_date=1990-05-04
        2024/imm5406.pdf as of 2024-08-11: family_member relation=child name="Ilan Sidhu" birth_date=2019-02-03
        draft/imm5406.pdf as of 2026-03-01: full_name=Sidhu birth_date=1990-05-04
        draft/imm5406.pdf as of 2026-03-01: family_member relation=mother name="Asha Sidhu" birth_date=1960-02-03

    Reports a child born before an earlier form that did not list it:
        2024/imm5645.pdf as of 2024-08-11: full_name=Sidhu birth_date=1990-05-04
        2024/imm5645.pdf as of 2024-08-11: family_member relation=child name="Ilan Sidhu" birth_date=2019-02-03
        draft/imm5645.pdf as of 2026-03-01: full_name=Sidhu birth_date=1990-05-04
        draft/imm5645.pdf as of 2026-03-01: family_member relation=child name="Ilan Sidhu" birth_date=2019-02-03
        draft/imm5645.pdf as of 2026-03-01: family_member relation=child name="Mira Sidhu" birth_date=2015-02-03

    Reports a child whom only a birth certificate shows:
        draft/imm5707.pdf as of 2026-03-01: full_name=Sidhu birth_date=1990-05-04
        draft/imm5707.pdf as of 2026-03-01: family_member relation=mother name="Asha Sidhu" birth_date=1960-02-03
        draft/civil-certificate.pdf as of 2025-03-01: family_member relation=child name="Ilan Sidhu" birth_date=2019-02-03

    Reports a number of children in the letter that the form does not hold:
        draft/imm5645.pdf as of 2026-03-01: full_name=Sidhu birth_date=1990-05-04
        draft/imm5645.pdf as of 2026-03-01: family_member relation=child name="Ilan Sidhu" birth_date=2019-02-03
        draft/explanation-letter.pdf as of 2026-03-01: text "I am married; we have 2 children. They stay at home."

    Reports as a note a child for which the form has no room:
        draft/imm5645.pdf as of 2026-03-01: family_member relation=child name="Asha Sidhu" birth_date=2011-01-01
        draft/imm5645.pdf as of 2026-03-01: family_member relation=child name="Bela Sidhu" birth_date=2012-01-02
        draft/imm5645.pdf as of 2026-03-01: family_member relation=child name="Chandra Sidhu" birth_date=2013-01-03
        draft/imm5645.pdf as of 2026-03-01: family_member relation=child name="Dinesh Sidhu" birth_date=2014-01-04
        draft/imm5645.pdf as of 2026-03-01: family_member relation=child name="Firoz Sidhu" birth_date=2016-01-06
        draft/imm5645.pdf as of 2026-03-01: family_member relation=child name="Gita Sidhu" birth_date=2017-01-07
        draft/civil-certificate.pdf as of 2025-03-01: family_member relation=child name="Elan Sidhu" birth_date=2015-01-05

    Reports a child of whom the letter speaks beside a form that lists none:
        draft/imm5707.pdf as of 2026-03-01: family_name=SIDHU birth_date=1990-05-04
        draft/imm5707.pdf as of 2026-03-01: family_member relation=mother name="Asha Sidhu" birth_date=1960-02-03
        draft/explanation-letter.pdf as of 2026-03-01: text "My wife and my son will stay with my parents in Ludhiana."

    Accepts a child that is hoped for, and one that has died:
        draft/imm5707.pdf as of 2026-03-01: family_name=SIDHU birth_date=1990-05-04
        draft/imm5707.pdf as of 2026-03-01: family_member relation=mother name="Asha Sidhu" birth_date=1960-02-03
        draft/explanation-letter.pdf as of 2026-03-01: text "We hope that our first child grows up here. I work for our future child."
        draft/explanation-letter.pdf as of 2026-03-01: text "My late daughter died in 2019."

    Accepts somebody else's child that is called so, and other matters of children:
        draft/imm5707.pdf as of 2026-03-01: family_name=SIDHU birth_date=1990-05-04
        draft/imm5707.pdf as of 2026-03-01: family_member relation=mother name="Asha Sidhu" birth_date=1960-02-03
        draft/explanation-letter.pdf as of 2026-03-01: text "I care for them as my own child. My child care course ended in 2019."
        draft/explanation-letter.pdf as of 2026-03-01: text "My father told me: go, my son."

    Reports children of whom the letter speaks as of all:
        draft/imm5707.pdf as of 2026-03-01: family_name=SIDHU birth_date=1990-05-04
        draft/imm5707.pdf as of 2026-03-01: family_member relation=child name="Asha Sidhu" birth_date=2019-02-03
        draft/explanation-letter.pdf as of 2026-03-01: text "Our two children go to school in Jalandhar and stay with my mother."

    Reports a son and a daughter in the letter beside a form that lists one child:
        draft/imm5645.pdf as of 2026-03-01: family_name=KARIMI given_names=SARA birth_date=1992-01-09
        draft/imm5645.pdf as of 2026-03-01: family_member relation=child name="Lina Karimi" birth_date=2018-05-04
        draft/explanation-letter.pdf as of 2026-03-01: family_name=KARIMI given_names=SARA birth_date=1992-01-09
        draft/explanation-letter.pdf as of 2026-03-01: text "Our daughter Lina and our son Omar stay with my parents."

    Accepts one child of whom a letter speaks twice:
        draft/imm5645.pdf as of 2026-03-01: family_name=KARIMI given_names=SARA birth_date=1992-01-09
        draft/imm5645.pdf as of 2026-03-01: family_member relation=child name="Lina Karimi" birth_date=2018-05-04
        draft/explanation-letter.pdf as of 2026-03-01: family_name=KARIMI given_names=SARA birth_date=1992-01-09
        draft/explanation-letter.pdf as of 2026-03-01: text "My daughter Lina is eight. Our daughter and my son in law stay."

    Accepts a number of children in the spouse's letter:
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI given_names=ALI birth_date=1990-05-04
        draft/imm5645.pdf as of 2026-03-01: full_name="Ali Rahimi" birth_date=1990-05-04
        draft/imm5645.pdf as of 2026-03-01: family_member relation=child name="Lina Rahimi" birth_date=2020-08-30
        draft/explanation-letter.pdf as of 2026-03-01: family_name=KARIMI given_names=SARA birth_date=1992-01-09
        draft/explanation-letter.pdf as of 2026-03-01: text "I have three children."

    Accepts a child born after the older form:
        2022/imm5645.pdf as of 2022-08-11: family_member relation=mother name="Asha Sidhu" birth_date=1960-02-03
        draft/imm5645.pdf as of 2026-03-01: family_member relation=mother name="Asha Sidhu" birth_date=1960-02-03
        draft/imm5645.pdf as of 2026-03-01: family_member relation=child name="Ilan Sidhu" birth_date=2023-02-03

    Accepts a child adopted after the older form:
        2022/imm5645.pdf as of 2022-08-11: family_member relation=mother name="Asha Sidhu" birth_date=1960-02-03
        draft/imm5645.pdf as of 2026-03-01: family_member relation=mother name="Asha Sidhu" birth_date=1960-02-03
        draft/imm5645.pdf as of 2026-03-01: family_member relation=child name="Ilan Sidhu" birth_date=2019-02-03
        draft/explanation-letter.pdf as of 2026-03-01: text "We adopted Ilan in 2024."

    Reports a child whom a court gave to the applicant before the form:
        draft/imm5645.pdf as of 2026-03-01: family_member relation=mother name="Asha Sidhu" birth_date=1960-02-03
        draft/civil-certificate.pdf as of 2018-10-08: family_member relation=child name="Ilan Sidhu" birth_date=2012-02-03
        draft/civil-certificate.pdf as of 2018-10-08: text "Decree of adoption of the minor Ilan Sidhu."

    Accepts one whom a court gave after it:
        2016/imm5645.pdf as of 2016-03-01: family_member relation=mother name="Asha Sidhu" birth_date=1960-02-03
        draft/civil-certificate.pdf as of 2018-10-08: family_member relation=child name="Ilan Sidhu" birth_date=2012-02-03
        draft/civil-certificate.pdf as of 2018-10-08: text "Decree of adoption of the minor Ilan Sidhu."

    Reports as a question a child of whom a form says that it was adopted, and nothing says when:
        2022/imm5645.pdf as of 2022-08-11: family_member relation=mother name="Asha Sidhu" birth_date=1960-02-03
        draft/imm5406.pdf as of 2026-03-01: family_member relation=child name="Ilan Sidhu" birth_date=2019-02-03 kinship="adopted son"

    Accepts a step-child of a marriage after the older form:
        2022/imm5645.pdf as of 2022-08-11: family_member relation=mother name="Asha Sidhu" birth_date=1960-02-03
        draft/imm5406.pdf as of 2026-03-01: family_member relation=child name="Ilan Gill" birth_date=2019-02-03 kinship=step-son
        draft/imm1295.pdf as of 2026-03-01: relationship relation=spouse name="Mira Gill" from=2024-05-01

    Reports more children of both in the letter of the husband:
        draft/imm5645.pdf as of 2026-03-01: family_member relation=child name="Asha Sidhu" birth_date=2011-01-01
        draft/support-letter.pdf as of 2026-03-01: text "I let my wife work in Canada. Our three children stay with me."

    Accepts the children of a mother who writes:
        draft/imm5645.pdf as of 2026-03-01: family_member relation=child name="Asha Sidhu" birth_date=2011-01-01
        draft/support-letter.pdf as of 2026-03-01: text "My daughter is one of our four children. I let her work in Canada."

    Reports fewer children in the letter than on the form beside it:
        draft/imm5645.pdf as of 2026-03-01: family_member relation=child name="Asha Sidhu" birth_date=2011-01-01
        draft/imm5645.pdf as of 2026-03-01: family_member relation=child name="Bela Sidhu" birth_date=2012-01-02
        draft/explanation-letter.pdf as of 2026-03-01: text "I am married and we have one child, our son Bela."

    Accepts a letter that tells of some of the children:
        draft/imm5645.pdf as of 2026-03-01: family_member relation=child name="Asha Sidhu" birth_date=2011-01-01
        draft/imm5645.pdf as of 2026-03-01: family_member relation=child name="Bela Sidhu" birth_date=2012-01-02
        draft/explanation-letter.pdf as of 2026-03-01: text "We have one child in school. Our only daughter paints."

    Accepts a form that does not ask for children:
        draft/imm1295.pdf as of 2026-03-01: family_name=SIDHU birth_date=1990-05-04
        draft/civil-certificate.pdf as of 2025-03-01: family_member relation=child name="Ilan Sidhu" birth_date=2019-02-03

    Accepts a child whose name is spelt otherwise:
        2024/imm5406.pdf as of 2024-08-11: family_member relation=child name="Ilan Sidhu" birth_date=2019-02-03
        draft/imm5406.pdf as of 2026-03-01: family_member relation=child name="lan SIDHU" birth_date=2019-02-03

    Accepts a child listed in the letter because the form has no room:
        draft/imm5645.pdf as of 2026-03-01: family_member relation=child name="Asha Sidhu" birth_date=2011-01-01
        draft/imm5645.pdf as of 2026-03-01: family_member relation=child name="Bela Sidhu" birth_date=2012-01-02
        draft/imm5645.pdf as of 2026-03-01: family_member relation=child name="Chandra Sidhu" birth_date=2013-01-03
        draft/imm5645.pdf as of 2026-03-01: family_member relation=child name="Dinesh Sidhu" birth_date=2014-01-04
        draft/imm5645.pdf as of 2026-03-01: family_member relation=child name="Firoz Sidhu" birth_date=2016-01-06
        draft/imm5645.pdf as of 2026-03-01: family_member relation=child name="Gita Sidhu" birth_date=2017-01-07
        draft/explanation-letter.pdf as of 2026-03-01: text "Our fifth child is Elan Sidhu, born in 2015."
        draft/civil-certificate.pdf as of 2025-03-01: family_member relation=child name="Elan Sidhu" birth_date=2015-01-05

    Accepts a form of which no row was read:
        draft/imm5645.png as of 2026-03-01: full_name=Sidhu birth_date=1990-05-04
        draft/civil-certificate.pdf as of 2025-03-01: family_member relation=child name="Ilan Sidhu" birth_date=2019-02-03
    """
    for person in case.people:
        told = (_since_decreed(one) for one in omissions(case, person, CHILD))
        found = [one for one in told if not _came_since(case, person, one)]
        for omission in found:
            yield _mismatch(person, omission)
        covered = {paper.path for one in found for paper in (*one.missing, *one.no_room)}
        yield from _counts(case, person, covered)


def _came_since(case: Case, person: Person, omission: Omission) -> bool:
    """True where a child joined the family after every form that lacks it: adopted, or by a marriage."""
    if not _is_new(omission):
        return False
    if any(kinship.closer(told.record.kinship) == "step" for told in omission.relative.told):
        days = [day.date for union in unions(case, person) for day in union.of("start")]
        return any(all(p.as_of.date and p.as_of.date.before(day) for p in omission.missing) for day in days)
    sheets = [p for p in case.papers if p.kind in {LETTER, CERTIFICATE}]
    decreed = _decree(omission)
    since = decreed is None or any(p.as_of.date and p.as_of.date.before(decreed) for p in omission.missing)
    return since and named_with(omission.relative, sheets, ADOPTION)


def _decree(omission: Omission) -> PartialDate | None:
    """Give the day of the court's own paper by which a child was adopted."""
    told = {t.paper.path: t.paper for t in omission.relative.told if t.paper.kind == CERTIFICATE}
    days = [p.as_of.date for p in told.values() if named_with(omission.relative, [p], ADOPTION)]
    return min((day for day in days if day), key=lambda day: day.latest, default=None)


def _since_decreed(omission: Omission) -> Omission:
    """Leave out the forms that were signed before the decree by which a child was adopted, where a younger one lacks it."""
    decreed = _decree(omission)
    if decreed is None:
        return omission
    younger = tuple(p for p in omission.missing if p.as_of.date and not p.as_of.date.before(decreed))
    return replace(omission, missing=younger) if younger else omission


def _is_new(omission: Omission) -> bool:
    """True for a child whom no form listed before one that lacks it."""
    telling = [t.paper.as_of.date for t in omission.relative.told if t.paper.is_form and t.paper.as_of.date]
    silent = [paper.as_of.date for paper in omission.missing if paper.as_of.date]
    return not any(day.before(other) for day in telling for other in silent)


def _mismatch(person: Person, omission: Omission) -> Mismatch:
    group, absent = omission.relative, omission.missing or omission.no_room
    name, birth = called(group) or "a child", born(group)
    shown = f"{name} (born {birth})" if birth else name
    no_room = not omission.missing
    why = "has no room for another child: list it on an extra page" if no_room else "asks for every child"
    adopted = _is_new(omission) and any(kinship.closer(t.record.kinship) == "adopted" for t in group.told)
    level = Severity.MINOR if adopted else lowered(Severity.CRITICAL, omission.openly)
    question = " Was the child adopted before or after that?" if adopted else ""
    evidence = [t.cite("name", t.record.name) for t in group.told]
    evidence += cite_papers(absent)
    evidence += cited_openly(omission.openly)
    return Mismatch(
        person=person,
        subject=f"child {fold(name)} {birth or ''}".strip(),
        detail=f"{shown} is told in {named(group.papers)}, but not in {named(absent)}, which {why}."
        f"{question}{said_openly(omission.openly)}",
        evidence=tuple(evidence),
        severity=Severity.INFO if no_room else level,
        title=NO_ROOM if no_room else None,
        ask=adopted,
    )


def _counts(case: Case, person: Person, covered: set[str]) -> Iterator[Mismatch]:
    """Compare the number of children that a letter tells with the rows of the family forms beside it."""
    for form in case.of(person):
        if form.path in covered or not holds_all(form, CHILD):
            continue
        rows = rows_of(form, CHILD)
        own = (_count(letter) for letter in supplements(case, form) if letter.person == person.id)
        beside = (_shared(paper) for paper in case.papers if paper.application == form.application)
        for told in _above(own, len(rows)) or _above(beside, len(rows)):
            yield _count_mismatch(person, form, rows, told)
        for letter in supplements(case, form) if len(rows) > 1 else ():
            told_all = _whole(letter) if letter.person == person.id and letter.kind == LETTER else None
            if told_all and told_all[0] < len(rows):
                yield _count_mismatch(person, form, rows, told_all)


def _whole(letter: Paper) -> tuple[int, Passage] | None:
    """Give how many children a letter says that there are in all, where nothing else in it tells of further ones."""
    told = [passage for passage in passages_with(letter, WHOLE) if not UNSURE.search(fold(passage.text))]
    found = [match for passage in told if (match := WHOLE.search(fold(passage.text)))]
    counts = {number_of(match["count"]) if match["count"] else 1 for match in found}
    return (counts.pop(), told[0]) if len(counts) == 1 else None


def _above(counts: Iterable[tuple[int, Passage] | None], listed: int) -> list[tuple[int, Passage]]:
    """Give the counts that are higher than what is listed."""
    return [told for told in counts if told and told[0] > listed]


def _shared(letter: Paper) -> tuple[int, Passage] | None:
    """Give how many children the letter of a husband or wife calls those of both."""
    if letter.kind != SUPPORT or not SPOUSES.search(fold(letter.document.text)):
        return None
    for passage in passages(letter):
        found = COUNT.search(fold(passage.text))
        if found and OURS.match(found[0]):
            return number_of(found["count"]), passage
    return None


def _count(letter: Paper) -> tuple[int, Passage] | None:
    """Give how many children a letter tells by number, else that it speaks of a child of the writer's."""
    told = [(fold(passage.text), passage) for passage in passages(letter)]
    for words, passage in told:
        found = COUNT.search(words)
        if found:
            return number_of(found["count"]), passage
    own = [
        (_kinds(words), passage) for words, passage in told if OWN.search(words) and not UNSURE.search(words)
    ]
    return max(own, key=lambda one: one[0], default=None)


def _kinds(words: str) -> int:
    """Give how many children a sentence tells at the least: a son and a daughter are two."""
    return 1 + (SON.search(words) is not None and DAUGHTER.search(words) is not None)


def _count_mismatch(
    person: Person, form: Paper, rows: Sequence[FamilyMember], told: tuple[int, Passage]
) -> Mismatch:
    count, passage = told
    listed = [Citation(row.cite("name"), row.name, form.as_of.date) for row in rows]
    letter = passage.citation
    return Mismatch(
        person=person,
        subject="number of children",
        detail=f"{passage.paper.path} tells of {'a child' if count == 1 else f'{count} children'}: “{passage.text}”; {form.path} lists {len(rows)}.",
        evidence=(
            Citation(letter.evidence, str(count), letter.as_of),
            *(listed or cite_papers([form])),
        ),
    )
