"""identity/citizenship: a citizenship that is told in one paper and not in another."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.openly import supplements
from consistency.comparator.passages import passages
from consistency.comparator.statements import Statement, citations, parted, said, stated
from consistency.model import Case, Person, Severity
from consistency.normalizer import places
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

GAINED = expression(
    r"\b(?:naturali[sz]\w+|(?:acquir|obtain|receiv|gain|grant|renounc|became|become|lost|gave up|took)\w*"
    r"(?: \w+){0,4} (?:citizen\w*|nationalit\w*)|(?:citizen\w*|nationalit\w*)(?: \w+){0,4} (?:acquired|obtained|granted"
    r"|received|renounced|lost|acquise|obtenue)|(?:acquis|obtenu|recu|renonce)\w*(?: \w+){0,4} (?:citoyennete"
    r"|nationalite)|second (?:citizenship|nationality)|dual (?:citizen\w*|national\w*)|double nationalite)\b"
)
"""Words (folded) that tell how a citizenship came or went."""


@rule(Severity.MAJOR, references=["IRPA s.16(1)", "IRPR s.10(2)(a)"])
def citizenship(case: Case) -> Iterator[Mismatch]:
    """A citizenship is dropped, or another one appears.

    Why: citizenship decides on visas and admissibility, and an offer is linked to its application by it, to the
    letter.
    Advice: correct the draft; or say openly in the explanation letter which older record was wrong; or document
    when and how a citizenship was acquired or given up.

    Reports another citizenship on a form than in the passport:
        draft/passport.pdf as of 2022-05-02: family_name=RAHIMI birth_date=1990-05-04 citizenship=IR
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI birth_date=1990-05-04 citizenship=TR

    Reports a citizenship that an older form did not tell although the passport is older:
        2024/imm1295.pdf as of 2024-05-02: family_name=RAHIMI birth_date=1990-05-04 citizenship=IR
        draft/passport.pdf as of 2022-05-02: family_name=RAHIMI birth_date=1990-05-04 citizenship=TR
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI birth_date=1990-05-04 citizenship=TR

    Accepts a naturalisation shown by a passport issued since:
        2020/imm1295.pdf as of 2020-05-02: family_name=RAHIMI birth_date=1990-05-04 citizenship=IR
        draft/passport.pdf as of 2022-05-02: family_name=RAHIMI birth_date=1990-05-04 citizenship=TR
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI birth_date=1990-05-04 citizenship=TR

    Accepts a naturalisation that the letter tells:
        2020/imm1295.pdf as of 2020-05-02: family_name=RAHIMI birth_date=1990-05-04 citizenship=IR
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI birth_date=1990-05-04 citizenship=TR
        draft/explanation-letter.pdf as of 2026-03-01: text "In 2023 I acquired Turkish citizenship."

    Accepts two citizenships told both times:
        2020/imm1295.pdf as of 2020-05-02: family_name=RAHIMI birth_date=1990-05-04 citizenship=IR
        2020/imm1295.pdf as of 2020-05-02: citizenship=TR
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI birth_date=1990-05-04 citizenship=IR
        draft/imm1295.pdf as of 2026-03-01: citizenship=TR
    """
    for person in case.people:
        told = stated(case, person, "citizenship")
        groups = parted(told, _agree)
        apart = [pair for pair in combinations(groups, 2) if not _explained(case, *pair)]
        kept = [group for group in groups if any(group is side for pair in apart for side in pair)]
        if kept:
            yield _mismatch(person, kept)


def _agree(one: Statement, other: Statement) -> bool:
    if places.compare_countries(one.value, other.value).agrees:
        return True
    own, others = ({f.value for f in s.paper.facts if f.attribute == "citizenship"} for s in (one, other))
    return one.value in others or other.value in own


def _explained(case: Case, one: Sequence[Statement], other: Sequence[Statement]) -> bool:
    """True where a letter tells how the one came, or a passport issued after all papers of the other shows it."""
    if _later(one, other) or _later(other, one):
        return True
    names = [places.name_of(group[0].value) for group in (one, other)]
    letters = {p.path: p for s in (*one, *other) for p in supplements(case, s.paper)}
    told = (fold(p.text) for letter in letters.values() for p in passages(letter))
    return any(GAINED.search(text) and _speaks_of(text, names) for text in told)


def _speaks_of(text: str, names: Sequence[str]) -> bool:
    """True where a sentence names one of two countries, or none at all."""
    return any(fold(name)[:4] in text for name in names) or not places.find_country(text)


def _later(old: Sequence[Statement], new: Sequence[Statement]) -> bool:
    days = [s.paper.as_of.date for s in (*old, *new)]
    if any(day is None for day in days):
        return False
    last = max(day.latest for s in old if (day := s.paper.as_of.date))
    first = min(day.earliest for s in new if (day := s.paper.as_of.date))
    return last < first and any(s.paper.kind == "passport" for s in new)


def _mismatch(person: Person, groups: Sequence[Sequence[Statement]]) -> Mismatch:
    return Mismatch(
        person=person,
        subject="citizenship",
        detail=f"The citizenship differs, and no paper tells when it changed: {said(groups)}.",
        evidence=citations(groups),
    )
