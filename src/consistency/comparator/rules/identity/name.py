"""identity/name: one person, two names."""

from collections.abc import Iterable, Iterator, Sequence

from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.identity.naming import (
    CHANGED,
    Named,
    agree,
    aliases,
    named_in,
    related,
    same_given,
    shortened,
    words,
)
from consistency.comparator.identity.supporters import own_papers
from consistency.comparator.openly import cited_openly, lowered, said_openly, supplements
from consistency.comparator.passages import Passage, passages
from consistency.comparator.statements import citations, corrected, only_officers, parted, said, settled
from consistency.model import Case, Paper, Person, Severity
from consistency.normalizer import names
from consistency.normalizer.dates import PartialDate
from consistency.normalizer.name_words import INITIAL, NICKNAME, REASONS, SPELLING
from consistency.normalizer.names import PersonName
from consistency.normalizer.text import fold

NOT_COPIED = frozenset({REASONS[SPELLING], REASONS[NICKNAME], REASONS[INITIAL]})
"""Variants of spelling that are one name, and yet not what the passport shows."""
SHORT, LEFT_OUT = 3, 3
"""Letters that the short form of a name has, and that it leaves out, at the least."""
MISREAD = 2
"""So many letters of a letter on a picture may have been misread."""

TOPIC = ("name", "family name", "surname", "given name", "first name", "last name", "spelling", "spelt", "misspelt",
         "misspelled", "nom", "nom de famille", "prenom", "orthographe")  # fmt: skip


@rule(Severity.MAJOR, references=["IRPA s.16(1)", "IRPR s.10(2)(a)"])
def name(case: Case) -> Iterator[Mismatch]:
    """The name differs.

    Why: a form has to carry the name as the passport's machine-readable zone has it; another spelling makes another
    identity, and the old one is kept on the file as an alias.
    Advice: correct the draft to the letter of the passport; or say openly in the explanation letter which older
    record was misspelt; or enclose the paper that documents why both names are the applicant's.

    Reports a slip on a form against the passport:
        draft/passport.pdf as of 2024-05-02: family_name=KARIMI given_names=ALI birth_date=1990-05-04
        draft/imm1295.pdf as of 2026-03-01: family_name=KAREMI given_names=ALI birth_date=1990-05-04

    Reports a slip in a letter:
        draft/imm1295.pdf as of 2026-03-01: family_name=ADEBANJO given_names=CHIDI birth_date=1990-05-04
        draft/employment-letter.pdf as of 2026-02-01: full_name="Chidi Adabanjo"

    Reports a slip in a letter beside the question for other names:
        draft/imm1295.pdf as of 2026-03-01: family_name=ADEBANJO given_names=CHIDI birth_date=1990-05-04
        draft/imm1295.pdf as of 2026-03-01: answer question=other-names answer=no
        draft/employment-letter.pdf as of 2026-02-01: full_name="Chidi Adabanjo"

    Reports as a question a name on the picture of a letter:
        draft/imm1295.pdf as of 2026-03-01: family_name=ADEBANJO given_names=CHIDI birth_date=1990-05-04
        draft/employment-letter.png as of 2026-02-01: full_name="Chidi Adabanjo"

    Reports another given name:
        2024/imm1295.pdf as of 2024-03-01: family_name=SIDHU given_names=HARJIT birth_date=1990-05-04 uci=11112222
        draft/imm1295.pdf as of 2026-03-01: family_name=SIDHU given_names=BALWINDER birth_date=1990-05-04 uci=11112222

    Reports an unrelated name that a number ties to the applicant:
        draft/passport.pdf as of 2024-05-02: family_name=KARIMI given_names=ALI birth_date=1990-05-04 uci=11112222
        draft/imm1295.pdf as of 2026-03-01: family_name=ROSS given_names=TOM birth_date=1990-05-04 uci=11112222

    Reports the account of somebody of the same family name whom no paper tells:
        draft/imm1295.pdf as of 2026-03-01: family_name=OKAFOR given_names=NGOZI birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "My uncle will sponsor me. Chidi Okafor opened the account."
        draft/bank-statement.pdf as of 2026-02-20: full_name="Chidi Okafor"

    Reports as minor a spelling on the form that is not the passport's:
        draft/passport.pdf as of 2024-05-02: family_name=KARIMI given_names=MUHAMMAD birth_date=1990-05-04
        draft/imm1295.pdf as of 2026-03-01: family_name=KARIMI given_names=MOHAMMED birth_date=1990-05-04

    Reports as minor a middle name of the passport that the form leaves out:
        draft/passport.pdf as of 2024-05-02: family_name=SANTOS given_names="MARIA CLARA" birth_date=1990-05-04
        draft/imm1295.pdf as of 2026-03-01: family_name=SANTOS given_names=MARIA birth_date=1990-05-04

    Reports another family name that a letter tells without saying that the name changed:
        2022/imm1295.pdf as of 2022-05-02: family_name=SHARMA given_names=Priya birth_date=1990-05-04 uci=11112222
        draft/imm1295.pdf as of 2026-03-01: family_name=MEHTA given_names=Priya birth_date=1990-05-04 uci=11112222
        draft/explanation-letter.pdf as of 2026-03-01: text "My father Anil Sharma is a farmer."

    Accepts accents and capitals:
        draft/passport.pdf as of 2024-05-02: family_name="OLVERA PENA" given_names=JOAQUIN birth_date=1990-05-04
        draft/imm1295.pdf as of 2026-03-01: family_name="Olvera Peña" given_names=Joaquín birth_date=1990-05-04

    Accepts a transliteration in a letter:
        draft/passport.pdf as of 2024-05-02: family_name=KARIMI given_names=MUHAMMAD birth_date=1990-05-04
        draft/employment-letter.pdf as of 2026-03-01: full_name="Mohammed Karimi"

    Accepts initials in a letter:
        draft/imm1295.pdf as of 2026-03-01: family_name=KARIMI given_names="ALI REZA" birth_date=1990-05-04
        draft/employment-letter.pdf as of 2026-03-01: full_name="A. R. Karimi"

    Accepts a missing middle name in a letter:
        draft/imm1295.pdf as of 2026-03-01: family_name=SANTOS given_names="MARIA CLARA" birth_date=1990-05-04
        draft/cv.pdf as of 2026-03-01: full_name="Maria Santos"

    Reports as a lighter one the short form by which a CV calls the applicant:
        draft/imm1295.pdf as of 2026-03-01: family_name=ADEYEMI given_names="OLUWASEUN PETER" birth_date=1990-05-04
        draft/cv.pdf as of 2026-03-01: full_name="Seun Adeyemi"

    Accepts two short forms of one long name:
        draft/imm1295.pdf as of 2026-03-01: family_name="REYES SANTOS" given_names="MARIA CLARA" birth_date=1990-05-04
        draft/cv.pdf as of 2026-03-01: full_name="Maria Santos"
        draft/employment-letter.pdf as of 2026-03-01: full_name="Clara Reyes"

    Accepts letters in native order, and honorifics:
        draft/imm1295.pdf as of 2026-03-01: family_name=NGUYEN given_names="VAN AN" birth_date=1990-05-04
        draft/employment-letter.pdf as of 2026-03-01: full_name="Mr. Nguyen Van An"

    Accepts a letter that calls the applicant by one name alone:
        draft/imm1295.pdf as of 2026-03-01: family_name=OKAFOR given_names="NGOZI ADA" birth_date=1990-05-04
        draft/imm1295.pdf as of 2026-03-01: answer question=other-names answer=no
        draft/offer-of-employment.pdf as of 2026-02-01: full_name="Okafor"
        draft/employment-letter.pdf as of 2026-02-01: full_name="Ngozi"

    Accepts the account of a relative whom a form lists:
        draft/imm1295.pdf as of 2026-03-01: family_name=OKAFOR given_names=NGOZI birth_date=1990-05-04
        draft/imm5707.pdf as of 2026-03-01: family_member relation=father name="OKAFOR, Chidi"
        draft/bank-statement.pdf as of 2026-02-20: full_name="Mr. Chidi Okafor"

    Accepts the account of somebody of the same family name who pays, as a letter tells:
        draft/imm1295.pdf as of 2026-03-01: family_name=OKAFOR given_names=NGOZI birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "My uncle, Chief Chidi Okafor, will sponsor me."
        draft/bank-statement.pdf as of 2026-02-20: full_name="OKAFOR CHIDI CHIEF"

    Accepts the account of one of the same family name who writes a letter of support:
        draft/imm1295.pdf as of 2026-03-01: family_name=OKAFOR given_names=NGOZI birth_date=1990-05-04
        draft/support-letter.pdf as of 2026-03-01: text "I will pay for her journey. Chief Chidi Okafor"
        draft/bank-statement.pdf as of 2026-02-20: full_name="OKAFOR CHIDI CHIEF"

    Accepts a single name written in the field of the family name:
        draft/passport.pdf as of 2024-05-02: family_name=SURYADI birth_date=1990-05-04
        draft/imm1295.pdf as of 2026-03-01: family_name=SURYADI birth_date=1990-05-04
        draft/cv.pdf as of 2026-03-01: full_name=Suryadi

    Accepts a name that is cut short in a machine-readable zone:
        draft/passport.pdf as of 2024-05-02: family_name=NILAVADHANANANDA given_names="CHAYAPA DEJTHAMRO" sex=male
        draft/cv.pdf as of 2026-03-01: full_name="Chayapa Dejthamrong Nilavadhanananda"

    Accepts the spelling of a passport that was over by then:
        draft/passport.pdf as of 2012-05-02: family_name=BONDAR given_names=OLEG passport_expiry_date=2022-05-02 birth_date=1990-05-04
        draft/imm1295.pdf as of 2026-03-01: family_name=BONDAR given_names=OLEH birth_date=1990-05-04

    Accepts a letter misread from a picture:
        draft/passport.png as of 2024-05-02: family_name=ADEBANJO given_names=CHIDI birth_date=1990-05-04
        draft/imm1295.pdf as of 2026-03-01: family_name=ADEBAMJO given_names=CHIDI birth_date=1990-05-04

    Accepts a legal change of name that is documented:
        2022/imm1295.pdf as of 2022-03-01: family_name=SHARMA given_names=SUNITA birth_date=1990-05-04 uci=11112222
        draft/imm1295.pdf as of 2026-03-01: family_name=ADHIKARI given_names=SUNITA birth_date=1990-05-04 uci=11112222
        draft/explanation-letter.pdf as of 2026-03-01: text "Before my marriage in 2024 my maiden name was Sharma."

    Accepts a maiden name in a letter beside the question for other names, which is checked by itself:
        draft/imm1295.pdf as of 2026-03-01: family_name=PATEL given_names=ANITA birth_date=1990-05-04
        draft/imm1295.pdf as of 2026-03-01: answer question=other-names answer=yes
        draft/education-certificate.pdf as of 2011-02-01: full_name="Anita Desai"

    Accepts a former name that the form itself tells:
        2022/imm1295.pdf as of 2022-03-01: family_name=SHARMA given_names=SUNITA birth_date=1990-05-04 uci=11112222
        draft/imm1295.pdf as of 2026-03-01: family_name=ADHIKARI given_names=SUNITA birth_date=1990-05-04 uci=11112222
        draft/imm1295.pdf as of 2026-03-01: other_family_name=SHARMA other_given_names=SUNITA
    """
    for person in case.people:
        told = own_papers(case, named_in(case, person))
        groups = settled(parted(told, agree))
        if len(groups) > 1:
            yield from _differing(case, person, groups)
        elif pairs := list(_not_copied(told)):
            yield _variant(person, pairs)


def _differing(case: Case, person: Person, groups: Sequence[Sequence[Named]]) -> Iterator[Mismatch]:
    anchor = next((g for g in groups if any(n.paper.kind == "passport" for n in g)), groups[0])
    others = [group for group in groups if group is not anchor]
    weighed = [(group, level) for group in others if (level := _level(case, group, anchor)) is not None]
    if not weighed:
        return
    kept = [anchor, *(group for group, _ in weighed)]
    letter = corrected(case, [n.paper for group in kept for n in group], TOPIC)
    level = Severity.INFO if only_officers(kept) else max(level for _, level in weighed)
    yield Mismatch(
        person=person,
        subject="name",
        detail=f"The name differs: {said(kept)}.{said_openly(letter)}",
        evidence=citations(kept) + cited_openly(letter),
        severity=lowered(level, letter),
    )


def _level(case: Case, group: Sequence[Named], anchor: Sequence[Named]) -> Severity | None:
    """Weigh a name against the passport's, or that of most papers; None where it is told otherwise."""
    first, other = group[0], anchor[0]
    if _documented(case, group, anchor):
        return None
    if any(n.official for n in group):
        return Severity.MAJOR if related(first.name, other.name) else Severity.CRITICAL
    slip = names.spelling_slip(first.name, other.name)
    if not slip and same_given(first.name, other.name) and _asked(case, anchor):
        return None
    if not related(first.name, other.name):
        return Severity.CRITICAL if any(n.linked for n in group) else None
    if all(n.paper.document.method == "ocr" for n in group) and _near(first, other):
        return Severity.INFO
    lighter = slip or _called_short(first.name, other.name) or _called_short(other.name, first.name)
    return Severity.MINOR if lighter else Severity.MAJOR


def _called_short(short: PersonName, whole: PersonName) -> bool:
    """True for a name that differs by the short form of one word alone: Tunde for Babatunde, Ale for Alejandro."""
    own, others = words(short) - words(whole), words(whole) - words(short)
    if len(own) != 1 or not words(short) & words(whole):
        return False
    (form,) = own
    longer = (word for word in others if len(form) >= SHORT and len(word) - len(form) >= LEFT_OUT)
    return any(word.endswith(form) or word.startswith(form) for word in longer)


def _near(one: Named, other: Named) -> bool:
    """True where a few letters may have been misread from a picture."""
    from rapidfuzz.distance import OSA

    first, second = ("".join(sorted(n.name.all_tokens)) for n in (one, other))
    return OSA.distance(first, second) <= MISREAD


def _asked(case: Case, anchor: Sequence[Named]) -> bool:
    """True where a form asks for other names: a maiden name in a letter is then a matter of that answer."""
    people = {n.paper.person for n in anchor}
    return any(p.answer("other-names") for p in case.papers if p.person in people)


def _documented(case: Case, group: Sequence[Named], anchor: Sequence[Named]) -> bool:
    """True where a form tells the other name as a former one, or a paper tells how the name changed."""
    papers = [n.paper for n in (*group, *anchor)]
    told = [alias for paper in papers for alias in aliases(paper)]
    if any(agree(alias, n) for alias in told for n in (group[0], anchor[0])):
        return True
    first, other = group[0].name, anchor[0].name
    changed = same_given(first, other) and not names.spelling_slip(first, other)
    own = words(first) ^ words(other) if changed else frozenset()
    letters = {s.path: s for paper in papers for s in supplements(case, paper)}
    certificates = (p for p in case.papers if p.kind == "civil-certificate")
    return bool(own) and any(_tells(p, own) for s in (*letters.values(), *certificates) for p in passages(s))


def _tells(passage: Passage, own: Iterable[str]) -> bool:
    """True where a sentence names one of two family names and says that the name changed."""
    text = fold(passage.text)
    spelt = {names.canonical(word) for word in text.split()}
    return bool(CHANGED.search(text)) and bool(spelt & set(own))


def _not_copied(told: Sequence[Named]) -> Iterator[tuple[Named, Named]]:
    """Pair application forms with a passport, in use then, whose name they do not copy to the letter."""
    seen = [n for n in told if n.paper.document.method != "ocr"]
    pages = [n for n in seen if n.paper.kind == "passport"]
    for form in (n for n in seen if n.on_application):
        for page in pages:
            together = page.paper.application == form.paper.application
            if together and not _expired(page.paper, form.paper) and _is_varied(form.name, page.name):
                yield form, page


def _is_varied(name: PersonName, passports: PersonName) -> bool:
    """True for a name that is the passport's, but not to the letter, or not the whole of it."""
    reason = names.compare(name, passports).reason
    return reason in NOT_COPIED or "name is left out" in reason or shortened(name, passports)


def _expired(page: Paper, form: Paper) -> bool:
    """True for an older passport that was over when the form was signed."""
    until, signed = page.value("passport_expiry_date"), form.as_of.date
    return until is not None and signed is not None and PartialDate.of(until).before(signed)


def _variant(person: Person, pairs: Sequence[tuple[Named, Named]]) -> Mismatch:
    forms, pages = ([pair[side] for pair in pairs] for side in (0, 1))
    return Mismatch(
        person=person,
        subject="name",
        detail=f"The form does not copy the name of the passport to the letter: {said([forms, pages])}.",
        evidence=citations([forms, pages]),
        severity=Severity.MINOR,
    )
