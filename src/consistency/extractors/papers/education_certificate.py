"""A diploma, a transcript, or a school's certificate of studies."""

from collections.abc import Iterator

from consistency.extractors.reading import Reading
from consistency.extractors.schooling.diploma import Diploma
from consistency.extractors.schooling.school import HEAD, is_of_board, names_board, names_school
from consistency.extractors.wording.letters import language_of
from consistency.extractors.wording.official import (
    day_fact,
    is_form,
    is_signed,
    name_fact,
    titled,
)
from consistency.extractors.wording.prose import plain
from consistency.model import AsOf, Document, Line, Segment
from consistency.normalizer.expressions import expression

_TITLE = expression(
    r"\b(?:diploma|degree|transcripts?|academic records?|statement of (?:marks|results|academic)"
    r"|marks?[ -]?sheet|marks? cards?|marks? statement|record of achievement|bachelor|graduation|testamur"
    r"|certificate of (?:completion|graduation|achievement|studies|study|attendance|education|training|qualification"
    r"|proficiency|competency|apprenticeship)|(?:provisional|trade|vocational|apprenticeship|competency"
    r"|proficiency|secondary|matriculation"
    r"|school|study|studies|leaving|completion|training|education|graduation|academic"
    r"|enrolment) certificate|diplome|releve de notes|attestation (?:de |d')(?:reussite|scolarite|etudes?"
    r"|formation|diplome|inscription|frequentation)|certificat (?:de |d')(?:scolarite|etudes?|formation"
    r"|fin(?! de (?:service|contrat|travail|mission|fonction))|reussite|qualification|inscription)"
    r"|(?:confirmation|preuve) d'inscription"
    r"|(?:confirmation|proof|verification|letter) of enroll?ment|enroll?ment (?:confirmation|verification|letter)"
    r"|bulletin|licence|titulo|certificado (?:de |academico)|constancia de estudios"
    r"|certificat d'aptitude|brevet|baccalaureat|attestat"
    r"|historico escolar|certificado|ijazah|zeugnis|urkunde|master)\b"
)
_AWARD = expression(
    r"\b(?:awarded|conferred?(?:s|red)?|graduated?|admitted to the degree|has (?:successfully "
    r"|satisfactorily |duly )?(?:completed|fulfilled|obtained|earned|passed)|obtained|was a student"
    r"|is a graduate|having (?:fulfilled|completed|satisfied|passed)|courses?|credits?|grades?|cours"
    r"|credits?|notes?|decerne|confere|delivre|a obtenu|a suivi|a termine|a reussi|etudiante?|student"
    r"|studies|registrar|dean|rector|recteur|doyen|otorga|concluiu|egreso)\b"
)
_DRIVES = expression(
    r"\bdriv(?:ing|er'?s?) (?:licen[cs]e|permit)|\bpermis de conduire|\blicencia de conducir\b"
)
_OTHERS = expression(
    r"\b(?:curriculum vitae|resume|work experience|professional experience|employment history"
    r"|experience professionnelle|has been employed|dear (?:visa )?officer|i am applying"
    r"|letter of acceptance|offer of admission|lettre d'acceptation|pleased to offer|account holder"
    r"|employment contract|study permit (?:number|no)|birth certificate|has worked"
    r"|(?:business|trade|trading) name|nome (?:empresarial|fantasia)|microempreended\w+|sole proprietor\w*"
    r"|certificate of (?:incorporation|(?:business|company|trade) registration)|nature of (?:the )?business"
    r"|auto-?entrepreneu\w+|registre (?:national de l'|du commerce|des metiers)|raison sociale|nom commercial|enseigne"
    r"|(?:business|company|trade|udyam) registration|main (?:business )?activity|micro-?entrepreneur"
    r"|(?:statutory|sworn|solemn) declaration|solemnly|affidavit|(?:sworn|declared|affirmed) (?:\w+ )?before me)\b"
)
_SUBJECTS = expression(
    r"\b(?:police|labou?r market|marriage|salary|language test|ielts|objectives?|skills)\b"
)
"""Words of other papers in a heading or a sentence, and of the names of courses in a table."""
_SENTENCE = 10
"""So many words make a sentence; the name of a course has fewer."""
_CAREER = expression(
    r"^\W*(?:curriculum vitae|resume|(?:[a-z]+ ){0,2}(?:experience|employment|history)s?"
    r"|(?:[a-z]+ )?skills|objectives?|competences|experiences? professionnelles?|profile?|languages"
    r"|langues|interests|references)\W*$"
)
_IN_A_COLUMN = expression(
    r"\W*(?:skills|work|(?:work |professional )?experience|employment|objectives?|profile)\W*"
)
"""Headings beside what they head; a course may be called "Languages" or "Communication skills"."""
_CERTIFIES = expression(r"certif|confirm|confer|award|decern|attest|hace constar|otorga")
_LABELS = frozenset(("full_name", "level", "start", "end", "period", "date", "place", "institution", "field"))


def recognise(document: Document) -> float:
    """Say how sure it is that a school certifies somebody's studies here."""
    if is_form(document) or not document.lines or len(document.lines) > 400:
        return 0.0
    text = plain(document.text)
    title, award = titled(document, _TITLE), _AWARD.search(text) is not None
    if not (title or award):
        return 0.0
    other = _OTHERS.search(text) is not None or _tells_other(document) or titled(document, _DRIVES, 4)
    headed = any(_CAREER.match(plain(line.text)) for _, line in _headings(document))
    career = headed or any(map(_has_career_column, document.lines))
    if other and career:
        return 0.0  # what weighs as much as all that speaks for it, which is dear to find
    paper = Diploma.of(document)
    issued = paper.school is not None or is_of_board(document)
    if not issued and not (title and paper.level and paper.name):
        return 0.0
    score = 0.25 * issued + 0.25 * title + 0.2 * award + 0.05 * len(set(paper.labels) & _LABELS)
    score += 0.2 * (paper.level is not None)
    score += 0.1 * bool(_CERTIFIES.search(plain("\n".join(line.text for line in document.lines[:14]))))
    score -= 0.6 * (other or career)
    return max(0.0, min(1.0, score))


def _has_career_column(line: Line) -> bool:
    """Tell whether a line of several cells begins with a heading of a curriculum vitae, beside what it heads."""
    return len(line.segments) > 1 and _IN_A_COLUMN.fullmatch(plain(line.segments[0].text)) is not None


def _tells_other(document: Document) -> bool:
    """Tell whether a heading, or a sentence, speaks of what is no subject of studies."""
    heads = {n for n, line in _headings(document) if n < HEAD and not _issues(line.text)}
    return any(
        _SUBJECTS.search(plain(line.text))
        and (number in heads or any(len(cell.text.split()) >= _SENTENCE for cell in line.segments))
        for number, line in enumerate(document.lines)
    )


def _issues(text: str) -> bool:
    return names_school(text) or names_board(text)


def _headings(document: Document) -> Iterator[tuple[int, Line]]:
    """Give the lines of one cell, without those that go on with a cell of the row above."""
    above: tuple[Segment, ...] = ()
    for number, line in enumerate(document.lines):
        if len(line.segments) == 1:
            left = line.segments[0].box
            columns = [cell.box.x0 for cell in above[1:] if cell.box] if len(above) > 1 else []
            if left is None or not any(abs(left.x0 - column) < 1 for column in columns):
                yield number, line
        if len(line.segments) > 1:
            above = line.segments


def read(document: Document) -> Reading:
    """Read who studied where, what, when; and when the paper was issued."""
    paper = Diploma.of(document)
    day, study = paper.day, paper.study()
    return Reading(
        AsOf(day.date, "stated") if day else AsOf(None, "unknown"),
        (*name_fact(paper.name), *day_fact("birth_date", paper.born), *day_fact("document_date", day)),
        (study,) if study else (),
        language=language_of(document),
        signed=is_signed(document),
    )
