"""family/relationship-date: one marriage or partnership, two dates."""

from collections.abc import Iterator, Sequence

from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.family.unions import Day, Union, both_told, conflicts, unions
from consistency.comparator.openly import cited_openly, said_openly
from consistency.comparator.statements import citations, corrected, only_officers, parted, said, settled
from consistency.model import Case, Person, Severity
from consistency.normalizer.text import fold

TOPIC = (
    "date of marriage", "marriage date", "date of our marriage", "married on", "wedding", "date of divorce", "divorce",
    "date du mariage", "date de mariage", "date de notre mariage", "mariage", "common law",
)  # fmt: skip


@rule(Severity.MAJOR, references=["IRPA s.16(1)", "IRPR s.10(2)(a)"])
def relationship_date(case: Case) -> Iterator[Mismatch]:
    """The date on which a marriage or common-law relationship began or ended differs.

    Why: the date stands on a certificate that the officer has or can ask for, and decides whether a spouse had to be
    declared on an older form.
    Advice: correct the draft after the certificate; or say openly in the explanation letter which older paper was
    wrong; or document both days where there were two ceremonies, or a separation before the divorce.

    Reports the draft against the certificate, the letter and an older form:
        2022/imm5257.pdf as of 2022-01-21: marital_status=married
        2022/imm5257.pdf as of 2022-01-21: relationship relation=spouse name="Sara Karimi" from=2019-02-20
        draft/imm1295.pdf as of 2026-03-01: marital_status=married
        draft/imm1295.pdf as of 2026-03-01: relationship relation=spouse name="Sara Karimi" from=2020-02-20
        draft/civil-certificate.pdf as of 2025-07-07: relationship relation=spouse name="Sara Karimi" from=2019-02-20
        draft/explanation-letter.pdf as of 2026-02-27: marital_status=married marriage_date=2019-02-20

    Reports a letter that tells the date without a name:
        draft/imm1295.pdf as of 2026-03-01: marital_status=married
        draft/imm1295.pdf as of 2026-03-01: relationship relation=spouse name="Sara Karimi" from=2020-02-20
        draft/explanation-letter.pdf as of 2026-02-27: marital_status=married marriage_date=2019-02-20

    Reports another year beside the maiden name of one spouse:
        draft/imm1295.pdf as of 2026-03-01: marital_status=married
        draft/imm1295.pdf as of 2026-03-01: relationship relation=spouse name="Sara Rahimi" from=2018-02-20
        draft/civil-certificate.pdf as of 2025-07-07: relationship relation=spouse name="Sara Karimi" from=2019-02-20

    Reports a day some years apart beside the maiden name, where the given names are the same:
        draft/imm1295.pdf as of 2026-03-01: marital_status=married
        draft/imm1295.pdf as of 2026-03-01: relationship relation=spouse name="Sara Leila Rahimi" from=2018-10-06
        draft/civil-certificate.pdf as of 2025-07-07: relationship relation=spouse name="Sara Leila Karimi" from=2012-10-06

    Accepts two marriages to persons of one given name:
        2014/imm1295.pdf as of 2014-01-21: relationship relation=spouse name="Sara Rahimi" from=2009-05-14
        draft/imm1295.pdf as of 2026-03-01: relationship relation=spouse name="Sara Karimi" from=2019-02-20
        draft/imm1295.pdf as of 2026-03-01: relationship relation=previous-spouse name="Sara Rahimi" from=2009-05-14 to=2016-01-01

    Reports another beginning of a common-law relationship:
        2024/imm1295.pdf as of 2024-01-21: marital_status=common-law
        2024/imm1295.pdf as of 2024-01-21: relationship relation=spouse name="Sara Karimi" from=2019-02-20
        draft/imm1295.pdf as of 2026-03-01: marital_status=common-law
        draft/imm1295.pdf as of 2026-03-01: relationship relation=spouse name="Sara Karimi" from=2021-06-01

    Reports another first day together in a deed of a couple:
        draft/imm1295.pdf as of 2026-03-01: marital_status=common-law
        draft/imm1295.pdf as of 2026-03-01: relationship relation=spouse name="Sara Karimi" from=2016-07-30
        draft/civil-certificate.pdf as of 2026-02-01: relationship relation=partner name="Sara Karimi" from=2018-07-30

    Reports another end of a former marriage:
        2024/imm1295.pdf as of 2024-01-21: relationship relation=previous-spouse name="Ana Ruiz" from=2009-05-14 to=2012-11-20
        draft/imm1295.pdf as of 2026-03-01: relationship relation=previous-spouse name="Ana Ruiz" from=2009-05-14 to=2014-11-20

    Accepts a month beside a day, and a year:
        2024/imm1295.pdf as of 2024-01-21: relationship relation=spouse name="Sara Karimi" from=2019-02
        draft/imm1295.pdf as of 2026-03-01: relationship relation=spouse name="Sara Karimi" from=2019-02-20
        draft/explanation-letter.pdf as of 2026-02-27: marital_status=married marriage_date=2019

    Accepts two ceremonies that the letter tells:
        2024/imm1295.pdf as of 2024-01-21: relationship relation=spouse name="Sara Karimi" from=2019-02-20
        draft/imm1295.pdf as of 2026-03-01: relationship relation=spouse name="Sara Karimi" from=2019-05-04
        draft/explanation-letter.pdf as of 2026-02-27: text "Our religious ceremony was on 20 February 2019. The civil marriage followed on 4 May 2019."

    Accepts the first day together and that of the union by law, which one paper tells both:
        draft/imm1295.pdf as of 2026-03-01: marital_status=common-law
        draft/imm1295.pdf as of 2026-03-01: relationship relation=spouse name="Sara Karimi" from=2020-06-01
        draft/civil-certificate.pdf as of 2026-02-01: relationship relation=partner name="Sara Karimi" from=2019-06-01
        draft/explanation-letter.pdf as of 2026-02-27: text "We live together since 1 June 2019 and are common-law partners since 1 June 2020."

    Reports another first day together where the letter tells one:
        draft/imm1295.pdf as of 2026-03-01: marital_status=common-law
        draft/imm1295.pdf as of 2026-03-01: relationship relation=spouse name="Sara Karimi" from=2020-06-01
        draft/civil-certificate.pdf as of 2026-02-01: relationship relation=partner name="Sara Karimi" from=2019-06-01
        draft/explanation-letter.pdf as of 2026-02-27: text "We live together since 1 June 2019 as common-law partners."

    Accepts a separation before the divorce, both told:
        2024/imm1295.pdf as of 2024-01-21: relationship relation=previous-spouse name="Ana Ruiz" to=2012-11-20
        draft/imm1295.pdf as of 2026-03-01: relationship relation=previous-spouse name="Ana Ruiz" to=2014-01-15
        draft/explanation-letter.pdf as of 2026-02-27: text "We separated on 2012-11-20, and the divorce was granted on 2014-01-15."

    Accepts the first day together beside the wedding:
        2022/imm1295.pdf as of 2022-01-21: marital_status=common-law
        2022/imm1295.pdf as of 2022-01-21: relationship relation=spouse name="Sara Karimi" from=2017-05-01
        draft/imm1295.pdf as of 2026-03-01: marital_status=married
        draft/imm1295.pdf as of 2026-03-01: relationship relation=spouse name="Sara Karimi" from=2023-06-15

    Accepts two marriages, one after the other:
        2014/imm1295.pdf as of 2014-01-21: relationship relation=spouse name="Ana Ruiz" from=2009-05-14
        draft/imm1295.pdf as of 2026-03-01: relationship relation=spouse name="Sara Karimi" from=2019-02-20
        draft/imm1295.pdf as of 2026-03-01: relationship relation=previous-spouse name="Ana Ruiz" from=2009-05-14 to=2016-01-01

    Accepts a slip in the officer's notes alone:
        2024/imm1295.pdf as of 2024-01-21: uci=11112222
        2024/imm1295.pdf as of 2024-01-21: relationship relation=spouse name="Sara Karimi" from=2019-02-20
        2024/gcms-notes.pdf as of 2024-03-01: uci=11112222 marriage_date=2019-12-20
    """
    for person in case.people:
        for union in unions(case, person):
            yield from _compared(case, person, union)


def _compared(case: Case, person: Person, union: Union) -> Iterator[Mismatch]:
    found: list[tuple[str, Sequence[Sequence[Day]]]] = []
    for which, words in (("start", "began"), ("end", "ended")):
        days = [day for day in union.days if day.which == which]
        differing = conflicts(days)
        involved = [day for day in days if any(day in pair for pair in differing)]
        groups = settled(parted(involved, lambda one, other: not one.date.conflicts(other.date)))
        if len(groups) > 1 and not only_officers(groups) and not both_told(case.papers, involved):
            found.append((words, groups))
    if found:
        yield _mismatch(case, person, union, found)


def _mismatch(
    case: Case, person: Person, union: Union, found: Sequence[tuple[str, Sequence[Sequence[Day]]]]
) -> Mismatch:
    papers = [day.paper for _, groups in found for group in groups for day in group]
    letter = corrected(case, papers, TOPIC)
    with_whom = f" with {union.partner}" if union.partner else ""
    return Mismatch(
        person=person,
        subject=f"relationship {fold(union.partner)}".strip(),
        detail=" ".join(
            f"The day on which the relationship{with_whom} {words} differs: {said(groups)}."
            for words, groups in found
        )
        + said_openly(letter),
        evidence=tuple(c for _, groups in found for c in citations(groups)) + cited_openly(letter),
        severity=Severity.MINOR if letter else None,
    )
