"""background/medical: the medical questions are answered No although a paper tells an illness that they ask for."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from consistency.case.decisions import DECISIONS
from consistency.comparator.answers import answers, signed
from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.openly import is_supplement
from consistency.comparator.passages import Passage
from consistency.comparator.searching import utterances_with
from consistency.comparator.statements import named
from consistency.comparator.telling import Told
from consistency.model import Answer, Case, Paper, Person, Severity
from consistency.normalizer.dates import PartialDate, find_dates
from consistency.normalizer.expressions import expression
from consistency.normalizer.negation import affirmed, flat, of_kin

QUESTION = "medical"
TWO_YEARS = 731

_TUBERCULOSIS = expression(
    r"\b(?:tuberculos[ei]s|tuberculose|(?<!officer )(?<!agent )(?<!agente )(?<!initials )(?<!initiales )"
    r"tb\b(?! (?:skin )?test|\d)|latent tb|inh therapy)"
)
"""The illness by its name or its letters, which may be an officer's initials, too."""
_ILLNESS = expression(
    r"\b(?:dialysis|dialyse|chemotherapy|chimiotherapie|radiotherapy|cancer|leuk(?:a)?emia|lymphoma|tumou?r"
    r"|transplant\w*"
    r"|kidney (?:failure|disease)|renal failure|insuffisance (?:renale|cardiaque|hepatique)|dialyse\w*"
    r"|hepatitis [bc]|hepatite [bc]|hiv\b|aids\b|vih\b"
    r"|schizophreni\w*|bipolar|psychos[ei]s|psychotic|dementia|psychiatric (?:hospital|ward|treatment)"
    r"|hospitali[sz]ed for"
    r"|epilep\w*|multiple sclerosis|sclerose en plaques|cirrhosis|heart (?:failure|surgery|disease)|stroke"
    r"|paraly[sz]ed"
    r"|wheelchair|fauteuil roulant|disabilit\w+|handicap\w*|autis\w+|down syndrome|trisomie|awaiting (?:an? )?surgery"
    r"|suffer\w* from|souffre d\w*|under (?:the )?treatment (?:for|of)|undergoing (?:medical )?treatment"
    r"|suivie? pour)\b"
)
_FAILED = expression(
    r"\b(?:medical\w* (?:inadmissib\w*|failed)|inadmissib\w* (?:on |for )?(?:medical|health)|excessive demand"
    r"|danger to public health"
    r"|fardeau excessif|motifs sanitaires|m[345] (?:assessment|profile))\b"
)
_SICK = expression("|".join(words.pattern for words in (_TUBERCULOSIS, _ILLNESS, _FAILED)))
_WRITER = expression(
    r"\b(?:i|my|me|the applicant|patient|client|patiente|pa|mr|mrs|ms|he|she|je|j'ai|mon|ma|mes|le demandeur"
    r"|la demandeuse)\b"
)
_OTHERWISE = expression(
    r"\b(?:insurance|coverage|allowance|patients?' |patients|care of|caring for|ward of|volunteer\w*|donat\w+"
    r"|research|course"
    r"|vaccin\w*|nurse|nursing|duties|assurance|benevol\w*|school|ngo|charity|awareness|screening|negative"
    r"|non reactive)\b"
)
"""Words of work with the sick, of insurance and of tests that found nothing."""

_MEDICAL_PAPER = expression(
    r"\b(?:medical (?:report|certificate|examination|record|history)|discharge summary|hospital|clinic"
    r"|laboratory report"
    r"|certificat medical|rapport medical|compte rendu|dossier medical)\b"
)
_HEAD = 400


class Illness(Struct, frozen=True):
    """A sentence that tells an illness, and of when it speaks."""

    passage: Passage
    tuberculosis: bool
    days: tuple[PartialDate, ...]

    def asked_by(self, no: Told[Answer]) -> bool:
        """True where the form asks for it as of its day: tuberculosis of the two years before, the rest as it stood."""
        day = signed(no)
        if any(told.after(day) for told in self.days[:1]):
            return False
        last = max(self.days, key=lambda d: d.latest, default=self.passage.paper.as_of.date)
        if self.tuberculosis:
            return last is None or (day.earliest - last.latest).days <= TWO_YEARS
        written = self.passage.paper.as_of.date
        return bool(self.days) or written is None or not written.after(day)


@rule(Severity.MAJOR, references=["IRPA s.16(1)"])
def medical(case: Case) -> Iterator[Mismatch]:
    """The form denies an illness that a letter, report or decision tells.

    Why: the questions ask for tuberculosis or contact with it in the last two years, and for a disorder that needs
    more than medication; the medical examination will show it, and a No then reads as concealed.
    Advice: answer Yes and give the diagnosis, the treatment and the physician's letter; or document that it was over,
    needs medication alone, or was another person's.

    Reports what the letter tells:
        draft/explanation-letter.pdf as of 2026-08-11: text "Since 2024 I have been on dialysis three times a week."
        draft/imm1295.pdf as of 2026-10-08: answer question=medical answer=no

    Reports tuberculosis of the last two years, of a relative too:
        draft/explanation-letter.pdf as of 2026-08-11: text "My mother was treated for tuberculosis in 2025."
        draft/imm1295.pdf as of 2026-10-08: answer question=medical answer=no

    Reports a medical report:
        draft/unknown.pdf as of 2026-08-11: text "City Hospital - Medical report"
        draft/unknown.pdf as of 2026-08-11: text "The patient suffers from schizophrenia and needs daily care."
        draft/imm1295.pdf as of 2026-10-08: answer question=medical answer=no

    Reports a decision on medical grounds:
        2024/refusal-letter.pdf as of 2024-08-11: text "You are inadmissible on medical grounds: excessive demand on health services."
        draft/imm1295.pdf as of 2026-10-08: answer question=medical answer=no

    Accepts the answer Yes:
        draft/explanation-letter.pdf as of 2026-08-11: text "Since 2024 I have been on dialysis three times a week."
        draft/imm1295.pdf as of 2026-10-08: answer question=medical answer=yes details="Dialysis"

    Accepts the initials of an officer:
        2024/refusal-letter.pdf as of 2024-08-11: text "Sincerely, Officer TB"
        draft/imm1295.pdf as of 2026-09-08: answer question=medical answer=no

    Accepts tuberculosis long ago:
        draft/explanation-letter.pdf as of 2026-08-11: text "I had tuberculosis in 2012 and was cured."
        draft/imm1295.pdf as of 2026-10-08: answer question=medical answer=no

    Accepts an illness that began after the form was signed:
        2022/imm5257.pdf as of 2022-02-01: answer question=medical answer=no
        draft/explanation-letter.pdf as of 2026-08-11: text "Since 2024 I have been on dialysis three times a week."

    Accepts an examination without a finding:
        draft/unknown.pdf as of 2026-08-11: text "Medical report of the panel physician"
        draft/unknown.pdf as of 2026-08-11: text "No tuberculosis. HIV: negative. Not suffering from any disease."
        draft/imm1295.pdf as of 2026-10-08: answer question=medical answer=no

    Accepts the illness of a relative, and work with the sick:
        draft/explanation-letter.pdf as of 2026-08-11: text "My father has cancer and lives with my sister."
        draft/explanation-letter.pdf as of 2026-08-11: text "I cared for patients with cancer as a volunteer."
        draft/imm1295.pdf as of 2026-10-08: answer question=medical answer=no

    Accepts what needs medication alone:
        draft/explanation-letter.pdf as of 2026-08-11: text "I take tablets for high blood pressure."
        draft/imm1295.pdf as of 2026-10-08: answer question=medical answer=no
    """
    for person in case.people:
        noes = [no for no in answers(case, person, QUESTION) if no.record.answer == "no"]
        told = [one for one in _illnesses(case, person) if noes] if noes else []
        found = [one for one in told if any(one.asked_by(no) for no in noes)]
        if found:
            yield _mismatch(person, [no for no in noes if any(one.asked_by(no) for one in found)], found)


def _illnesses(case: Case, person: Person) -> Iterator[Illness]:
    for paper in case.of(person):
        for passage in utterances_with(paper, _SICK, flat) if _speaks(paper) else ():
            text = flat(passage.text)
            contact = affirmed(text, _TUBERCULOSIS) is not None and not _OTHERWISE.search(text)
            if contact or _is_ill(text, paper):
                yield Illness(passage, contact, tuple(found.date for found in find_dates(passage.text)))


def _speaks(paper: Paper) -> bool:
    """True for letters, decisions and medical papers."""
    medical = paper.kind == "unknown" and _MEDICAL_PAPER.search(flat(paper.document.text[:_HEAD]))
    return is_supplement(paper) or paper.kind in DECISIONS or bool(medical)


def _is_ill(text: str, paper: Paper) -> bool:
    if paper.kind in DECISIONS:
        return affirmed(text, _FAILED) is not None
    ill = affirmed(text, _ILLNESS) is not None and bool(_WRITER.search(text))
    return ill and not of_kin(text) and not _OTHERWISE.search(text)


def _mismatch(person: Person, noes: Sequence[Told[Answer]], found: Sequence[Illness]) -> Mismatch:
    papers = list({no.paper.path: no.paper for no in noes}.values())
    quotes = "; ".join(f"“{one.passage.text}” in {one.passage.paper.path}" for one in found)
    return Mismatch(
        person=person,
        subject="medical",
        detail=f"{named(papers)} {'answer' if len(papers) > 1 else 'answers'} No to the medical questions, but there is "
        f"{quotes}. Is it among what the questions ask for?",
        evidence=(
            *(no.cite("answer", "no") for no in noes),
            *(o.passage.cite(o.passage.text) for o in found),
        ),
        ask=True,
    )
