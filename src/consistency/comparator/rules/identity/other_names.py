"""identity/other-names: no other name was ever used, and yet one stands in a paper."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.identity.naming import Named, agree, aliases, name_of, same_given, words
from consistency.comparator.passages import LETTER, passages
from consistency.comparator.statements import listed, named
from consistency.comparator.telling import Told, told_by
from consistency.model import Answer, Case, Citation, Paper, Person, Severity
from consistency.normalizer import names
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

QUESTION = "other-names"
BESIDE = expression(
    r"\b(?i:née|nee|né|formerly|maiden name|also known as|a\.?k\.?a\.?|alias|nom de jeune fille)[\s:]+"
    r"(?P<name>[A-ZÀ-ÖØ-Þ][^()\d]+)"
)
"""A name that stands beside the name of the person."""

_DOES = (
    r"(?:was|were|am|have|had|has|is|work\w*|live[ds]?|stud\w+|joined|graduat\w+|attend\w*|moved|visit\w*|travel\w*|went|served"
    r"|taught|suis|etais|ai|avais|travaill\w+|habite\w*|vis|etudi\w+|viens)"
)
"""What somebody does: behind it a place or a house was formerly called otherwise."""
OWN = expression(
    r"\bmy (?:maiden|former|previous|birth|other|old) (?:family |last )?name"
    r"|\bi (?:was|am|have been|had been) (?:formerly |previously |also |then )?known (?:as|(?:and|or) (?:called"
    r"|addressed))"
    r"|\bi (?:have )?(?:legally )?changed my (?:family |last |given |first )?name"
    rf"|\bi\b(?: (?!{_DOES}\b)\w+){{0,14}}? (?:formerly|previously|heretofore|also|otherwise) (?:called|named|known as)\b"
    r"|\b(?:abandon\w*|renounc\w*|relinquish\w*|give up|given up) (?:the |my )(?:former|old|previous|said|maiden) name\b"
    rf"|\bje(?: (?!{_DOES}\b)\w+){{0,14}}? (?:anciennement|precedemment|jadis) (?:appelee?|nommee?|denommee?)\b"
    r"|\bmon (?:nom de jeune fille|ancien nom)|\bj ?ai change (?:mon|de) nom"
)
"""Words (folded) by which the applicant tells of another name."""


class Other(Struct, frozen=True):
    """Another name of a person, in a paper: as a name, or in the words of a letter."""

    paper: Paper
    citation: Citation
    in_words: bool = False


@rule(Severity.MAJOR, references=["IRPA s.16(1)", "IRPA s.40(1)(a)"])
def other_names(case: Case) -> Iterator[Mismatch]:
    """The form says that no other name was ever used, but another one stands in a document.

    Why: the question asks for every maiden, married and former name; a name that turns up later looks hidden, and
    its records were never searched.
    Advice: answer Yes in the draft and give the name; or say openly in the explanation letter that an older form
    left it out; or document that the paper with the other name is not about the applicant.

    Reports a diploma in a maiden name:
        draft/imm1295.pdf as of 2026-03-01: family_name=PATEL given_names=ANITA birth_date=1990-05-04
        draft/imm1295.pdf as of 2026-03-01: answer question=other-names answer=no
        draft/education-certificate.pdf as of 2011-02-01: full_name="Anita Desai"

    Reports an older form in another family name:
        2019/imm1295.pdf as of 2019-03-01: family_name=DESAI given_names=ANITA birth_date=1990-05-04 uci=11112222
        draft/imm1295.pdf as of 2026-03-01: family_name=PATEL given_names=ANITA birth_date=1990-05-04 uci=11112222
        draft/imm1295.pdf as of 2026-03-01: answer question=other-names answer=no

    Reports an alias that an older form told:
        2019/imm1295.pdf as of 2019-03-01: family_name=PATEL given_names=ANITA other_family_name=DESAI uci=11112222
        2019/imm1295.pdf as of 2019-03-01: birth_date=1990-05-04
        draft/imm1295.pdf as of 2026-03-01: family_name=PATEL given_names=ANITA birth_date=1990-05-04 uci=11112222
        draft/imm1295.pdf as of 2026-03-01: answer question=other-names answer=no

    Reports a name told in brackets:
        draft/imm1295.pdf as of 2026-03-01: family_name=PATEL given_names=ANITA birth_date=1990-05-04
        draft/imm1295.pdf as of 2026-03-01: answer question=other-names answer=no
        draft/cv.pdf as of 2026-02-01: full_name="Anita Patel (née Desai)"

    Reports a name that the explanation letter tells:
        draft/imm1295.pdf as of 2026-03-01: family_name=PATEL given_names=ANITA birth_date=1990-05-04
        draft/imm1295.pdf as of 2026-03-01: answer question=other-names answer=no
        draft/explanation-letter.pdf as of 2026-03-02: text "My maiden name was Desai."

    Reports a name that the applicant declares on oath:
        draft/imm1295.pdf as of 2026-03-01: family_name=PATEL given_names=ANITA birth_date=1990-05-04
        draft/imm1295.pdf as of 2026-03-01: answer question=other-names answer=no
        draft/unknown.pdf as of 2026-02-02: text "I, ANITA PATEL, solemnly declare: I am also known and called ANITA DESAI."

    Reports a deed by which the name changed:
        draft/imm1295.pdf as of 2026-03-01: family_name=PATEL given_names=ANITA birth_date=1990-05-04
        draft/imm1295.pdf as of 2026-03-01: answer question=other-names answer=no
        draft/unknown.pdf as of 2012-02-02: text "I, ANITA PATEL, heretofore known as Nita Desai, give up my former name."

    Accepts the former name of a house or a town:
        draft/imm1295.pdf as of 2026-03-01: family_name=PATEL given_names=ANITA birth_date=1990-05-04
        draft/imm1295.pdf as of 2026-03-01: answer question=other-names answer=no
        draft/explanation-letter.pdf as of 2026-03-02: text "I was born in Mumbai, previously known as Bombay."

    Accepts a change that was only thought of:
        draft/imm1295.pdf as of 2026-03-01: family_name=PATEL given_names=ANITA birth_date=1990-05-04
        draft/imm1295.pdf as of 2026-03-01: answer question=other-names answer=no
        draft/explanation-letter.pdf as of 2026-03-02: text "I gave up the plan to change my name after the wedding."

    Accepts what somebody else declares:
        draft/imm1295.pdf as of 2026-03-01: family_name=PATEL given_names=ANITA birth_date=1990-05-04
        draft/imm1295.pdf as of 2026-03-01: answer question=other-names answer=no
        draft/unknown.pdf as of 2026-02-02: text "I, RAVI KUMAR, solemnly declare: I am also known and called RAVI DESAI."

    Accepts a name that came after the form:
        2019/imm1295.pdf as of 2019-03-01: family_name=DESAI given_names=ANITA birth_date=1990-05-04 uci=11112222
        2019/imm1295.pdf as of 2019-03-01: answer question=other-names answer=no
        draft/imm1295.pdf as of 2026-03-01: family_name=PATEL given_names=ANITA birth_date=1990-05-04 uci=11112222
        draft/imm1295.pdf as of 2026-03-01: answer question=other-names answer=yes

    Accepts another spelling of the name:
        draft/imm1295.pdf as of 2026-03-01: family_name=KARIMI given_names=MUHAMMAD birth_date=1990-05-04
        draft/imm1295.pdf as of 2026-03-01: answer question=other-names answer=no
        draft/cv.pdf as of 2026-02-01: full_name="Mohammad Karimi"

    Accepts a second family name that a paper leaves out:
        draft/imm1295.pdf as of 2026-03-01: family_name="OLVERA PENA" given_names=JOAQUIN birth_date=1990-05-04
        draft/imm1295.pdf as of 2026-03-01: answer question=other-names answer=no
        draft/cv.pdf as of 2026-02-01: full_name="Joaquín Olvera"
    """
    for person in case.people:
        told = (one for one in told_by(case.of(person), Answer) if one.record.question == QUESTION)
        found = [*_against(case, person, [no for no in told if no.record.answer == "no"])]
        if found:
            yield _mismatch(person, found)


def _against(
    case: Case, person: Person, noes: Sequence[Told[Answer]]
) -> Iterator[tuple[Told[Answer], Citation]]:
    """Give each No with every other name that was known by then."""
    own = {no.paper.path: name for no in noes if (name := name_of(no.paper)) is not None}
    each = {one.name: one for one in own.values()}
    others = {name: _others(case, person, one) for name, one in each.items()}
    for no in noes:
        if no.paper.path in own:
            known = others[own[no.paper.path].name]
            yield from ((no, other.citation) for other in known if _known_then(other, no.paper))


def _others(case: Case, person: Person, own: Named) -> list[Other]:
    """Give the other names that stand in the papers of a person who goes by a name."""
    return [other for paper in case.of(person) for other in _in_paper(paper, own)]


def _in_paper(paper: Paper, own: Named) -> Iterator[Other]:
    name = name_of(paper)
    if name is not None and _another(name, own):
        yield Other(paper, name.citation)
    yield from (Other(paper, alias.citation) for alias in aliases(paper) if not agree(alias, own))
    yield from (Other(paper, citation) for citation in _beside(paper))
    if paper.kind == LETTER or (paper.kind == "unknown" and _declares(paper, own)):
        told = (passage for passage in passages(paper) if OWN.search(fold(passage.text)))
        yield from (Other(paper, passage.citation, in_words=True) for passage in told)


def _declares(paper: Paper, own: Named) -> bool:
    """True for a paper of no known kind that calls the person by the whole name, as a declaration on oath does."""
    return words(own.name) <= {names.canonical(word) for word in fold(paper.document.text).split()}


def _known_then(other: Other, form: Paper) -> bool:
    """True for a paper of the same submission, or for a name in one that is not younger than the form."""
    paper = other.paper
    if other.in_words or paper.application == form.application:
        return paper.application == form.application
    day, signed = paper.as_of.date, form.as_of.date
    return day is not None and signed is not None and day.latest <= signed.latest


def _another(one: Named, own: Named) -> bool:
    return (
        not agree(one, own) and same_given(one.name, own.name) and not names.spelling_slip(one.name, own.name)
    )


def _beside(paper: Paper) -> Iterator[Citation]:
    for fact in paper.facts:
        if fact.attribute in {"full_name", "family_name"}:
            for found in BESIDE.finditer(f"{fact.value} {fact.evidence.quote or ''}"):
                yield Citation(fact.evidence, found["name"].strip(), paper.as_of.date)
                break


def _mismatch(person: Person, found: Sequence[tuple[Told[Answer], Citation]]) -> Mismatch:
    noes = {no.paper.path: no for no, _ in found}
    others = tuple(dict.fromkeys(citation for _, citation in found))
    values = listed(c.value or c.evidence.quote or "" for c in others)
    papers = ", ".join(dict.fromkeys(c.evidence.document for c in others))
    return Mismatch(
        person=person,
        subject="other names",
        detail=f"{named(no.paper for no in noes.values())} says that no other name was ever used; {papers} "
        f"has {values}.",
        evidence=(*(no.cite("answer", "no") for no in noes.values()), *others),
    )
