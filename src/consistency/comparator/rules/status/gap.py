"""status/gap: days in Canada that nothing in the folder covers."""

from collections.abc import Iterator

from consistency.clocks.restoration import in_time
from consistency.comparator.day_spans import length
from consistency.comparator.engine import Cause, Mismatch, rule
from consistency.comparator.openly import cited_openly
from consistency.comparator.status.status_words import maintained, restored
from consistency.comparator.status.stay_gaps import Gap, gaps
from consistency.model import Case, Person, Severity


@rule(Severity.CRITICAL, references=["IRPR s.182(1)", "IRPR s.183(5)", "IRPR s.200(3)(e)"])
def gap(case: Case) -> Iterator[Mismatch]:
    """Days in Canada that no permit, visitor period or maintained status covers.

    Why: a stay without status is a failure to comply with the conditions of the stay; the officer has all entries and
    permits on the screen, and the form asks whether it ever happened.
    Advice: enclose the paper that covers the days (a permit, a visitor record, the confirmation of an extension that
    was filed in time, a decision that restored the status); correct the dates in the draft where they are wrong; or
    say openly in the explanation letter what happened.

    Reports days between two permits:
        draft/permit.pdf as of 2019-08-20: permit number=S334080645 status="Study Permit" from=2019-08-20 to=2021-08-31
        draft/permit_2.pdf as of 2021-11-20: permit number=U334081832 status="Work Permit" from=2021-11-20 to=2024-06-20
        draft/imm5710.pdf as of 2024-05-27: job employer="Chinook Catering" title=cook country=CA from=2020-06 to=present

    Reports days after the last permit of somebody who was still there:
        draft/permit.pdf as of 2019-08-20: permit number=S334080645 status="Study Permit" from=2019-08-20 to=2021-08-31
        draft/imm1295.pdf as of 2024-05-27: residence country=CA status=student from=2019-08-20 to=2021-12-15

    Reports days after the six months of a visitor:
        draft/imm5708.pdf as of 2024-11-27: entry country=CA city=Calgary from=2024-02-10 purpose=tourism

    Reports days after the refusal of an extension:
        draft/permit.pdf as of 2021-06-20: permit number=U334081832 status="Work Permit" from=2021-06-20 to=2024-06-20
        2024/imm5710.pdf as of 2024-05-02: entry country=CA city=Calgary from=2022-01-10
        2024/refusal-letter.pdf as of 2024-09-13: refusal country=CA number=W334081832 from=2024-09-13
        draft/imm5710.pdf as of 2025-01-20: entry country=CA city=Calgary from=2022-01-10

    Reports as a note what the letter explains:
        draft/permit.pdf as of 2019-08-20: permit number=S334080645 status="Study Permit" from=2019-08-20 to=2021-08-31
        draft/permit_2.pdf as of 2021-11-20: permit number=U334081832 status="Work Permit" from=2021-11-20 to=2024-06-20
        draft/imm5710.pdf as of 2024-05-27: job employer="Chinook Catering" title=cook country=CA from=2020-06 to=present
        draft/explanation-letter.pdf as of 2024-05-27: text "From 31 August 2021 I was on maintained status."

    Reports days of which the letter, that asks for a restoration now, says nothing:
        draft/permit.pdf as of 2019-08-20: permit number=S334080645 status="Study Permit" from=2019-08-20 to=2021-08-31
        draft/permit_2.pdf as of 2021-09-20: permit number=U334081832 status="Work Permit" from=2021-09-20 to=2024-06-20
        draft/imm5710.pdf as of 2024-07-27: job employer="Chinook Catering" title=cook country=CA from=2020-06 to=present
        draft/imm5710.pdf as of 2024-07-27: permit status=restoration
        draft/explanation-letter.pdf as of 2024-07-27: text "I request the restoration of my status as a worker."

    Accepts permits that follow each other:
        draft/permit.pdf as of 2019-08-20: permit number=S334080645 status="Study Permit" from=2019-08-20 to=2021-08-31
        draft/permit_2.pdf as of 2021-09-01: permit number=U334081832 status="Work Permit" from=2021-09-01 to=2024-06-20
        draft/imm5710.pdf as of 2024-05-27: job employer="Chinook Catering" title=cook country=CA from=2020-06 to=present

    Accepts an extension filed in time, until it was granted:
        draft/permit.pdf as of 2019-08-20: permit number=S334080645 status="Study Permit" from=2019-08-20 to=2021-08-31
        2021/imm5710.pdf as of 2021-08-15: entry country=CA city=Calgary from=2019-08-20
        draft/permit_2.pdf as of 2021-11-20: permit number=U334081832 status="Work Permit" from=2021-11-20 to=2024-06-20
        draft/imm5710.pdf as of 2024-05-27: job employer="Chinook Catering" title=cook country=CA from=2020-06 to=present

    Accepts a draft that extends in time what is held:
        draft/permit.pdf as of 2021-06-20: permit number=U334081832 status="Work Permit" from=2021-06-20 to=2024-06-20
        draft/imm5710.pdf as of 2024-06-19: entry country=CA city=Calgary from=2022-01-10

    Accepts the months between the seasons of one row:
        draft/permit.pdf as of 2022-04-04: permit number=U334081832 status="Work Permit" from=2022-04-04 to=2022-11-15
        draft/permit_2.pdf as of 2023-04-11: permit number=U334081833 status="Work Permit" from=2023-04-11 to=2023-11-15
        draft/imm1295.pdf as of 2026-03-01: job employer="Hill Farm" title="seasonal picker" country=CA from=2022-04 to=2023-10

    Accepts days abroad between two permits:
        draft/permit.pdf as of 2019-08-20: permit number=S334080645 status="Study Permit" from=2019-08-20 to=2021-08-31
        draft/permit_2.pdf as of 2021-11-20: permit number=U334081832 status="Work Permit" from=2021-11-20 to=2024-06-20
        draft/imm5710.pdf as of 2024-05-27: job employer="Chinook Catering" title=cook country=CA from=2020-06 to=present
        draft/imm5562.pdf as of 2024-05-27: trip country=PH from=2021-08-31 to=2021-11-20 purpose=family

    Accepts two permits between which nothing shows where the person was:
        draft/permit.pdf as of 2019-08-20: permit number=S334080645 status="Study Permit" from=2019-08-20 to=2021-08-31
        draft/permit_2.pdf as of 2021-11-20: permit number=U334081832 status="Work Permit" from=2021-11-20 to=2024-06-20

    Accepts a stay before the first permit in the folder, of which older permits may tell:
        draft/permit.pdf as of 2024-06-12: permit number=U334086166 status="Work Permit" from=2024-06-12 to=2027-03-31
        draft/imm5710.pdf as of 2026-10-27: job employer="Chinook Catering" title=cook country=CA from=2020-06 to=present

    Accepts an entry for studies whose permit is not in the folder:
        draft/imm5709.pdf as of 2024-11-27: entry country=CA city=Calgary from=2022-08-10 purpose=studies

    Accepts a later status that a form tells and whose permit is not in the folder:
        draft/permit.pdf as of 2019-08-20: permit number=S334080645 status="Study Permit" from=2019-08-20 to=2021-08-31
        draft/imm5710.pdf as of 2024-05-27: residence country=CA status=worker from=2021-08-30 to=2024-08-30
        draft/imm5710.pdf as of 2024-05-27: entry country=CA city=Calgary from=2020-01-10

    Accepts a restoration that is asked for in time:
        draft/permit.pdf as of 2021-06-20: permit number=U334081832 status="Work Permit" from=2021-06-20 to=2024-06-20
        draft/imm5710.pdf as of 2024-08-19: entry country=CA city=Calgary from=2022-01-10
        draft/imm5710.pdf as of 2024-08-19: permit status=restoration

    Accepts the last days of a month that is told without days:
        draft/permit.pdf as of 2019-08-20: permit number=S334080645 status="Study Permit" from=2019-08-20 to=2021-08-10
        draft/cv.pdf as of 2024-05-27: job employer="Chinook Catering" title=cook country=CA from=2020-06 to=2021-08

    Accepts a visit of less than six months:
        draft/imm1295.pdf as of 2024-11-27: trip country=CA from=2024-02-10 to=2024-08-09 purpose=tourism
    """
    for person in case.people:
        for found in gaps(case, person):
            if not in_time(case, person, found):
                yield _mismatch(case, person, found)


def _mismatch(case: Case, person: Person, found: Gap) -> Mismatch:
    begins = f" and {found.after.title} begins on {found.after.span[0]}" if found.after else ""
    shown = max(found.shown, key=lambda p: (p.span[1] - p.span[0], p.title))
    days = found.start, found.end
    letter = maintained(case, person, days) or (restored(case, person, days) if found.after else None)
    told = f" {letter.paper.path} says: “{letter.text}” Enclose the proof." if letter else ""
    question = (
        ""
        if letter
        else " Was there another permit or visitor record, or an extension filed in time? Then enclose it."
    )
    return Mismatch(
        person=person,
        subject=str(found.before.span[1]),
        detail=f"Nothing in the folder covers the stay in Canada from {found.start} to {found.end} "
        f"({length(*found.spans)} days): {found.before.title} ended on {found.before.span[1]}{begins}, while "
        f"{shown.title} shows the person there.{told}{question}",
        evidence=(
            *found.before.citations,
            *(found.after.citations if found.after else ()),
            *(p.citation for p in found.shown),
            *cited_openly(letter),
        ),
        severity=Severity.INFO if letter else Severity.MAJOR if found.asked else Severity.CRITICAL,
        ask=True,
        follows=(Cause("status/restoration"),) if found.after is None else (),
    )
