"""funds/intent: one paper tells of a wish to stay for good, another denies it."""

from collections.abc import Iterator, Sequence

from consistency.case.decisions import DECISIONS
from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.passages import Passage, passages
from consistency.comparator.searching import passages_with
from consistency.model import Case, Person, Severity
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

TELLING = frozenset(
    {"explanation-letter", "offer-of-employment", "employment-contract", "cv", "employment-letter"}
)
"""Papers in whose words an intent stands."""

STAYS = expression(
    r"\b(?:(?:intend|plan|wish|hope|want|aim|would like|goal is|dream is|looking forward)\w* (?:\w+ ){0,3}"
    r"(?:to )?(?:settle|live|stay|remain|reside|immigrate|relocate) (?:\w+ ){0,3}(?:permanently|for good|forever)"
    r"|(?:appl\w+|qualify|eligible|obtain|get|seek\w*|pathway|support\w*|sponsor\w*)(?: \w+){0,4} permanent residen\w+"
    r"|become (?:a )?permanent residents?|settle permanently|immigrate permanently|make canada (?:my|our) (?:\w+ )?home"
    r"|m ?(?:installer|etablir) (?:\w+ ){0,3}(?:definitivement|de facon permanente)|devenir residente? permanente?"
    r"|(?:demand\w+|obtenir|solliciter)(?: \w+){0,3} residence permanente)\b"
)
"""Words (folded) of a wish to stay for good."""

OWN_STAY = expression(
    r"\b(?:i|we) (?:can|could|will|shall|may|might|am able to|are able to|(?:hope|want|wish|intend|plan|would like|dream)\w* (?:to|of))"
    r"(?: \w+){0,2} (?:settl\w+|stay\w*|liv\w+|remain\w*) (?:\w+ ){0,4}(?:for good|permanently|forever)"
    r"|\b(?:je|nous) (?:\w+ ){0,4}(?:installer\w*|etablir\w*|installerai|installerons|etablirai|etablirons|rester|vivre)"
    r" (?:\w+ ){0,4}(?:definitivement|pour de bon|pour toujours)\b"
    r"|\b(?:mon|notre) (?:projet|but|reve|souhait|objectif|intention)(?: \w+){0,3} (?:m|nous) ?(?:y )?(?:installer|etablir)"
    r" (?:\w+ ){0,4}(?:definitivement|pour de bon|de facon permanente)\b"
    r"|\b(?:my|our) (?:plan|goal|aim|dream|hope|wish|intention) is to (?:\w+ ){0,3}?(?:settle|live|stay|remain)"
    r" (?:\w+ ){0,4}(?:for good|permanently|forever)\b"
)
"""Words (folded) of such a wish that are the writer's own, whoever else the sentence names."""

HOME = expression(
    r"\b(?:return\w*|(?:go|come|went|move|moving) back|back (?:home|to)|home country|my own country|retourn\w*|rentr\w*|mon pays|notre pays)\b"
)
"""Words (folded) of a sentence about living at home again."""

NEGATED = expression(r"\b(?:no|not|never|without|nor|cannot|ne|n|ni|pas|jamais|aucune?)\b")

DENIES = expression(
    r"\b(?:(?:no|not|never|without)(?: \w+){0,4} (?:intention|intent|intend\w*|plans?|planning|desire|wish|want|interested)"
    r"(?: \w+){0,3} (?:settl\w+|immigrat\w+|remain\w*|stay\w*|(?:\w+ ){0,4}permanent residen\w+|liv\w+ (?:\w+ ){0,3}permanently)"
    r"|(?:not|never)(?: \w+){0,3} (?:settle|stay|remain|live|reside)(?: \w+){0,4} (?:permanently|for good|forever)"
    r"|(?:aucune intention|pas l ?intention|ni l ?intention)(?: \w+){0,4} (?:m ?installer|m ?etablir|rester|immigrer"
    r"|demeurer)|ne (?:souhaite|veux|compte|desire) pas(?: \w+){0,4} (?:installer|etablir|immigrer|residence permanente))\b"
)
"""Words (folded) that deny such a wish."""

FOR_A_TIME = expression(
    r"\b(?:(?:my|our|this|intended) (?:intent\w*|stay|visit|purpose|trip|plans?)(?: in canada)? (?:is|are|will be|remains)"
    r" (?:\w+ ){0,2}temporary(?! (?:resident|residence|foreign))"
    r"|(?:mon|notre|ce) (?:sejour|intention|projet)(?: au canada)? (?:est|sera|reste|demeure) (?:\w+ ){0,2}temporaire)\b"
)
"""Words (folded) by which the writer's own stay is but for a time."""
OF_THE_STAY = expression(f"{DENIES.pattern}|{FOR_A_TIME.pattern}")

LAWFUL = expression(
    r"\b(?:beyond|after|past|longer than|illegal\w*|unauthori[sz]ed|overstay\w*|without (?:status|authori[sz]ation|a permit)"
    r"|au dela|apres|sans (?:statut|autorisation|permis))\b"
)
"""Words (folded) of a promise to keep to the permit, which denies nothing."""

OTHERS = expression(
    r"\b(?:brother|sister|uncle|aunt|cousin|friend|father|mother|wife|husband|spouse|son|daughter|officer|refused|refusal"
    r"|previous\w*|is a permanent resident|are permanent residents|permanent residen\w* (?:in|of) (?!canada)"
    r"|frere|soeur|oncle|ami|conjointe?|mari|epouse|fils|fille|agent|refus)\b"
)
"""Words (folded) of a sentence that is about somebody else or another country, or about what the officer wrote."""


@rule(Severity.MAJOR, references=["IRPA s.22(2)", "IRPR s.200(1)(b)"])
def intent(case: Case) -> Iterator[Mismatch]:
    """One paper tells of an intent to stay in Canada for good, another denies it.

    Why: to wish for both is lawful (dual intent, A22(2)) as long as the officer believes that the applicant leaves when
    the stay ends; to tell of the wish in one paper and deny it in another is not believed.
    Advice: say openly in the explanation letter what is planned and that the stay ends with the permit unless another
    status is granted; or correct the paper that does not say what is meant.

    Reports a contract that promises what the letter denies:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/employment-contract.pdf as of 2026-02-01: text "The employer will support her application for permanent residence."
        draft/explanation-letter.pdf as of 2026-03-01: text "I have no intention to settle permanently in Canada."

    Reports a letter of the refused application:
        2024/imm1295.pdf as of 2024-03-01: family_name=SILVA birth_date=1990-05-04
        2024/explanation-letter.pdf as of 2024-03-01: text "I hope to become a permanent resident of Canada."
        2024/refusal-letter.pdf as of 2024-06-01: refusal country=CA from=2024-06-01
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "I will not stay in Canada permanently."

    Reports French papers:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/offer-of-employment.pdf as of 2026-02-01: text "Nous l'aiderons à obtenir la résidence permanente."
        draft/explanation-letter.pdf as of 2026-03-01: text "Je n'ai pas l'intention de m'installer au Canada."

    Reports a wish that a sentence about the family tells:
        2024/imm1295.pdf as of 2024-03-01: family_name=SILVA birth_date=1990-05-04
        2024/explanation-letter.pdf as of 2024-03-01: text "My son stays with his aunt until we can live in Canada for good."
        2024/refusal-letter.pdf as of 2024-06-01: refusal country=CA from=2024-06-01
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "I have no intention to settle permanently in Canada."

    Reports a plan of the refused application that the new letter calls temporary:
        2024/explanation-letter.pdf as of 2024-03-01: text "Our dream is to settle in Canada for good with our children."
        2024/imm1295.pdf as of 2024-03-01: family_name=SILVA birth_date=1990-05-04
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "My stay in Canada is temporary; my wife waits for me."

    Accepts the wish to live at home for good:
        2024/imm1295.pdf as of 2024-03-01: family_name=SILVA birth_date=1990-05-04
        2024/explanation-letter.pdf as of 2024-03-01: text "When I return we will live permanently in our new house. We plan to settle permanently when I return."
        2024/refusal-letter.pdf as of 2024-06-01: refusal country=CA from=2024-06-01
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "I have no intention to settle permanently in Canada."

    Accepts the wish of a relative:
        2024/imm1295.pdf as of 2024-03-01: family_name=SILVA birth_date=1990-05-04
        2024/explanation-letter.pdf as of 2024-03-01: text "My brother hopes to settle in Canada for good."
        2024/refusal-letter.pdf as of 2024-06-01: refusal country=CA from=2024-06-01
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "I have no intention to settle permanently in Canada."

    Accepts a letter that tells of both, openly:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/employment-contract.pdf as of 2026-02-01: text "The employer will support her application for permanent residence."
        draft/explanation-letter.pdf as of 2026-03-01: text "I may apply for permanent residence; I will leave when my permit ends."

    Accepts a letter that promises to leave, without a denial:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/employment-contract.pdf as of 2026-02-01: text "The employer will support her application for permanent residence."
        draft/explanation-letter.pdf as of 2026-03-01: text "I will leave Canada at the end of my stay."

    Accepts a promise to stay no longer than the permit:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/employment-contract.pdf as of 2026-02-01: text "The employer will support her application for permanent residence."
        draft/explanation-letter.pdf as of 2026-03-01: text "I have no intention to remain in Canada beyond my permit."
        draft/explanation-letter.pdf as of 2026-03-01: text "I have never applied for permanent residence."

    Accepts a denial alone:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "I have no intention to settle permanently in Canada."

    Accepts the permanent residence of a relative:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "My brother applied for permanent residence in 2019."
        draft/explanation-letter.pdf as of 2026-03-01: text "I have no intention to settle permanently in Canada."
    """
    for person in case.people:
        told = [p for p in case.of(person) if p.kind in TELLING and p.kind not in DECISIONS]
        if not any(case.in_draft(paper) for paper in told for _ in passages_with(paper, OF_THE_STAY)):
            continue
        every = [passage for paper in told for passage in passages(paper)]
        wishes = [*filter(_is_for_good, every)]
        open_letters = {p.paper.path for p in wishes if p.paper.kind == "explanation-letter"}
        denials = [p for p in _denials(every) if case.in_draft(p.paper) and p.paper.path not in open_letters]
        if wishes and denials:
            yield _mismatch(person, wishes, denials)


def _is_for_good(passage: Passage) -> bool:
    """Tell whether the applicant says here that the stay is for good."""
    return _is_own(passage) and _stays(passage) and not (_denies(passage) or _is_for_a_time(passage))


def _denials(told: Sequence[Passage]) -> list[Passage]:
    """Give the sentences that deny it outright, then those by which the stay is for a time."""
    return [*filter(_denies, told), *(p for p in told if _is_for_a_time(p) and not _denies(p))]


def _is_own(passage: Passage) -> bool:
    """True for a sentence that is about the writer's stay, and not about somebody else's."""
    return not OTHERS.search(fold(passage.text)) or _wishes(passage)


def _denies(passage: Passage) -> bool:
    """True for a sentence by which the writer does not mean to stay for good."""
    words = fold(passage.text)
    return _is_own(passage) and DENIES.search(words) is not None and not LAWFUL.search(words)


def _is_for_a_time(passage: Passage) -> bool:
    return FOR_A_TIME.search(fold(passage.text)) is not None


def _stays(passage: Passage) -> bool:
    """True for a wish to stay for good, in Canada and not at home again."""
    words = fold(passage.text)
    if STAYS.search(words) is not None and ("canada" in words or HOME.search(words) is None):
        return True
    return _wishes(passage)


def _wishes(passage: Passage) -> bool:
    """True for a sentence by which the writer means to stay for good, alone or with others."""
    words = fold(passage.text)
    return (
        "canada" in words
        and OWN_STAY.search(words) is not None
        and not (NEGATED.search(words) or HOME.search(words))
    )


def _mismatch(person: Person, wishes: list[Passage], denials: list[Passage]) -> Mismatch:
    wish, denial = wishes[0], denials[0]
    detail = (
        f"{wish.paper.path} says “{wish.text}”; {denial.paper.path} says “{denial.text}” To wish for both a stay for a "
        "time and one for good is lawful (A22(2))."
    )
    return Mismatch(person, "permanent intent", detail, tuple(p.cite(p.text) for p in (*wishes, *denials)))
