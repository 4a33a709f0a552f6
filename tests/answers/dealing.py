"""Re-applications dealt by chance: which grounds, which of them the letter names, which papers are there.

What is expected of each ground follows from the deal and from the tables here; nothing is shared with the rules.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random

from fixtures.papers import docx_paper, letter_pdf

from tests.answers.papers import BUILT, LMIA, Applicant, family, form, refusal_letter

HALVES = ("development", "held_out")

ANSWERS: Mapping[str, tuple[str, ...]] = {
    "travel": ("travel-history",),
    "purpose": ("employment-contract", "offer-of-employment", "lmia"),
    "finances": ("bank-statement", "payslip"),
    "ties-family": ("civil-certificate", "imm5707"),
    "employment": ("employment-letter", "payslip"),
    "perform-work": ("employment-letter", "language-test"),
    "job-offer": ("offer-of-employment", "employment-contract", "lmia"),
    "residence-status": ("permit",),
    "length-of-stay": ("employment-contract", "offer-of-employment", "lmia"),
    "employer-lmia": ("lmia", "offer-of-employment"),
    "inadmissible": ("police-certificate",),
    "will-leave": (), "incomplete": (), "not-truthful": (), "nothing-new": (), "unauthorized": (),
}  # fmt: skip
"""The kinds of paper that answer each ground; none where words answer it."""

BELIED = frozenset({"incomplete", "inadmissible", "unauthorized"})
"""Grounds whose answer the packages belie: they hold no passport, and the forms deny the crime and the work."""

OF_THE_OFFER = frozenset({"job-offer", "employer-lmia", "not-truthful"})
"""Grounds whose answer a form belies that leaves out the number of the LMIA."""

TOPICS = (
    ("purpose", "job-offer", "length-of-stay", "employer-lmia", "nothing-new"),
    ("employment", "perform-work"),
    ("finances",),
    ("ties-family",),
    ("travel",),
    ("residence-status", "unauthorized"),
    ("incomplete", "not-truthful", "inadmissible"),
)
"""Grounds of one topic can be named in one breath: of each topic a refusal gives one at most."""

GIVEN: Mapping[str, tuple[str, str]] = {
    "travel": ("your travel history", "vos antécédents de voyage"),
    "purpose": ("the purpose of your visit", "le but de votre visite"),
    "finances": (
        "your personal assets and financial status",
        "vos biens mobiliers et votre situation financière",
    ),
    "ties-family": (
        "your family ties in Canada and in your country of residence",
        "vos liens familiaux au Canada et dans votre pays de résidence",
    ),
    "employment": ("your current employment situation", "votre situation d'emploi actuelle"),
    "perform-work": (
        "you have not demonstrated that you will be able to adequately perform the work you seek",
        "vous n'avez pas démontré que vous serez en mesure d'exercer adéquatement l'emploi que vous cherchez",
    ),
    "job-offer": (
        "I am not satisfied that the job offer is genuine",
        "l'offre d'emploi ne me paraît pas authentique",
    ),
    "residence-status": (
        "your immigration status outside your country of nationality or habitual residence",
        "votre statut d'immigration à l'extérieur de votre pays de nationalité ou de résidence habituelle",
    ),
    "length-of-stay": (
        "the length of your proposed stay in Canada",
        "la durée de votre séjour prévu au Canada",
    ),
    "employer-lmia": (
        "your employer has not provided a valid Labour Market Impact Assessment",
        "votre employeur n'a pas fourni d'étude d'impact sur le marché du travail valide",
    ),
    "inadmissible": (
        "you are inadmissible to Canada on grounds of criminality",
        "vous êtes interdit de territoire au Canada pour criminalité",
    ),
    "will-leave": (
        "I am not satisfied that you will leave Canada at the end of your stay",
        "je ne suis pas convaincu que vous quitterez le Canada à la fin de votre séjour",
    ),
    "incomplete": (
        "your application is incomplete: documents that were requested are missing",
        "votre demande est incomplète : des documents demandés sont manquants",
    ),
    "not-truthful": (
        "you have not answered all questions truthfully",
        "vous n'avez pas répondu véridiquement à toutes les questions",
    ),
    "nothing-new": (
        "you have not shown that your circumstances have changed since your last application was refused",
        "vous n'avez pas démontré que votre situation a changé depuis le refus de votre dernière demande",
    ),
    "unauthorized": (
        "you have worked in Canada without authorization",
        "vous avez travaillé au Canada sans autorisation",
    ),
}
"""How a refusal gives each ground."""

ODD = ("the considerations set out under heading seven", "les considérations énoncées sous la rubrique sept")
"""A bullet that names no ground anybody knows."""

FILLER = (
    (
        "I was born in Tunis and have cooked since I was a boy.",
        "Je suis né à Tunis et je cuisine depuis l'enfance.",
    ),
    (
        "I thank you for the time that you give to my file.",
        "Je vous remercie du temps accordé à mon dossier.",
    ),
    ("Please read this together with the forms.", "Veuillez lire ceci avec les formulaires."),
    ("I hope to hear from you soon.", "Dans l'attente de votre réponse."),
)
LISTED = {
    "bank-statement": ("Letter of the bank", "Attestation de la banque"),
    "employment-letter": ("Letter of the employer", "Lettre de l'employeur"),
    "payslip": ("Pay slip", "Bulletin de paie"),
    "employment-contract": ("Employment contract", "Contrat de travail"),
    "offer-of-employment": ("Offer of employment", "Offre d'emploi"),
    "lmia": ("LMIA", "EIMT"),
    "travel-history": ("Travel history", "Antécédents de voyage"),
    "civil-certificate": ("Birth certificate", "Acte de naissance"),
    "police-certificate": ("Police certificate", "Certificat de police"),
    "language-test": ("Language test", "Test de langue"),
}
PEOPLE = (
    ("Noor", "Sample", "Jasmine Example Restaurant"),
    ("Sami", "Specimen", "Carthage Example Kitchens"),
    ("Leila", "Model", "Harbour View Example Hotel"),
    ("Yassine", "Exemple", "Medina Example Grill"),
)
FIRMS = ("Example Kitchens Inc.", "Prairie Sample Foods Ltd.", "Northern Specimen Lodge Inc.")


@dataclass(frozen=True, slots=True)
class Dealt:
    """A re-application: its files, and what is expected of each ground of the refusals."""

    name: str
    half: str
    language: str
    files: Mapping[str, bytes]
    verdicts: Mapping[str, str]
    standing: Mapping[str, str]
    odd: str | None
    states: Mapping[str, str]
    """What became of each paper of the draft."""
    told: Mapping[str, str]
    """The words by which the letter names a ground, or speaks of something near it."""


@cache
def wordings() -> dict[str, dict[str, dict[str, list[str]]]]:
    return tomllib.loads((Path(__file__).parent / "wordings.toml").read_text(encoding="utf-8"))


def dealt(number: int, half: str) -> Dealt:
    """Deal one re-application."""
    chance = Random(f"{number} {half}")
    language = "fr" if number % 3 == 2 else "en"
    given, family_name, work = PEOPLE[number % len(PEOPLE)]
    decided = date(2025, 8, 4) + timedelta(chance.randrange(60))
    who = Applicant(
        given,
        family_name,
        "Tunis",
        work,
        FIRMS[number % len(FIRMS)],
        language,
        f"W3288150{number % 90 + 10}",
        decided,
    )
    grounds = [chance.choice(topic) for topic in chance.sample(TOPICS, chance.randint(3, 5))]
    if number % 6 == 1:
        grounds = ["will-leave"]  # the umbrella: a refusal that names a factor does not give it as a ground
    named = {ground for ground in grounds if chance.random() < 0.55}
    states = dict(_states(grounds, chance))
    told = {ground: _words(ground, ground in named, half, who, number) for ground in grounds}
    before, standing = _earlier(grounds, chance)
    odd = ODD[language == "fr"] if number % 5 == 0 else None
    files = dict(_files(who, grounds, before, odd, states))
    draft = [kind for kind, state in states.items() if state != "absent" and kind in LISTED]
    files.update(_letter(who, [*told.values()], draft, chance))
    verdicts = {ground: _verdict(ground, ground in named, states) for ground in grounds}
    verdicts |= {ground: "" for ground in before if ground not in grounds}
    return Dealt(f"{half}-{number}", half, language, files, verdicts, standing, odd, states, told)


def _states(grounds: Sequence[str], chance: Random) -> Iterator[tuple[str, str]]:
    """Deal what became of each paper: those that answer a ground, and some others."""
    kinds = dict.fromkeys(kind for ground in grounds for kind in ANSWERS[ground])
    for kind in [*kinds, *chance.sample(sorted(BUILT), 2)]:
        if kind in BUILT:
            yield kind, chance.choice(("absent", "absent", "same", "same", "changed", "new"))
    if "ties-family" in grounds:
        yield "imm5707", chance.choice(("absent", "absent", "changed"))


def _number(states: Mapping[str, str]) -> str:
    """Give the LMIA's number for the form; where the old one is filed again it is forgotten there."""
    return "" if _forgotten(states) or states.get("lmia", "absent") == "absent" else LMIA


def _forgotten(states: Mapping[str, str]) -> bool:
    return states.get("lmia") == "same"


def _offered_again(states: Mapping[str, str]) -> bool:
    """Say whether the draft makes the offer with papers of the refused application alone."""
    told = [states.get(kind, "absent") for kind in ("offer-of-employment", "employment-contract")]
    return "same" in told and set(told) <= {"same", "absent"}


def _verdict(ground: str, named: bool, states: Mapping[str, str]) -> str:
    fresh = any(states.get(kind) in {"changed", "new"} for kind in ANSWERS[ground])
    if named and (fresh or not ANSWERS[ground]):
        belied = ground in BELIED or (_forgotten(states) and ground in OF_THE_OFFER)
        return "contradicted" if belied or (ground == "job-offer" and _offered_again(states)) else "answered"
    if named:
        return "mentioned only"
    return "evidence only" if fresh else "unanswered"


def _words(ground: str, named: bool, half: str, who: Applicant, number: int) -> str:
    """Choose how the letter names a ground, or speaks of something near it."""
    table = wordings()[ground][who.language]
    choice = table[half] if named else table["near" if half == "development" else f"near_{half}"]
    text = choice[(number * 7 + len(ground)) % len(choice)]
    return text.format(home=who.home, city=who.city, firm=who.firm, work=who.work)


def _earlier(grounds: Sequence[str], chance: Random) -> tuple[list[str], dict[str, str]]:
    """Deal the grounds of a refusal before the last one: one that comes back, and one that does not."""
    standing = dict.fromkeys(grounds, "new")
    if chance.random() > 0.35:
        return [], standing
    again, other = chance.choice(grounds), "travel" if "travel" not in grounds else "purpose"
    if other in grounds or any({other, ground} <= set(topic) for topic in TOPICS for ground in grounds):
        other = again
    standing[again] = "repeated"
    if other != again:
        standing[other] = "earlier"
    return list(dict.fromkeys((again, other))), standing


def _files(
    who: Applicant, grounds: Sequence[str], before: Sequence[str], odd: str | None, states: Mapping[str, str]
) -> Iterator[tuple[str, bytes]]:
    """Build the refused packages and the draft, but for its letter."""
    french = who.language == "fr"
    filed, signed = who.decided - timedelta(70), who.decided + timedelta(330)
    past, now = who.decided - timedelta(80), signed - timedelta(12)
    refused = [f"Work permit refused by Canada on {who.decided} ({who.number})"]
    if before:
        first = date(2023, 6, 20)
        yield (
            "2023 visitor visa/Refusal.pdf",
            refusal_letter(who, first, "V310274986", "visitor visa", [GIVEN[g][french] for g in before]),
        )
        refused.insert(0, f"Visitor visa refused by Canada on {first} (V310274986)")
    yield "2025 work permit/IMM1295.pdf", form(who, filed, refused[:-1])
    said = [*(GIVEN[ground][french] for ground in grounds), *([odd] if odd else [])]
    yield "2025 work permit/Refusal.pdf", refusal_letter(who, who.decided, who.number, "work permit", said)
    yield "2026 draft/IMM1295.pdf", form(who, signed, refused, _number(states))
    if states.get("imm5707") == "changed":
        yield "2025 work permit/IMM5707.pdf", family(who, filed, 0)
        yield "2026 draft/IMM5707.pdf", family(who, signed, 1)
    for kind, state in states.items():
        if kind in BUILT:
            name, build = BUILT[kind]
            if state != "new":
                yield f"2025 work permit/{name}", build(who, past, 0)
            if state != "absent":
                data = build(who, past, 0) if state == "same" else build(who, now, 1)
                yield f"2026 draft/{name if state != 'same' else f'copy of {name}'}", data


def _letter(
    who: Applicant, told: Sequence[str], draft: Sequence[str], chance: Random
) -> Iterator[tuple[str, bytes]]:
    """Write the letter of explanation: what answers, what is near, and what has nothing to do with it."""
    french = who.language == "fr"
    begin = _begin(who, (who.decided + timedelta(328)).isoformat())
    body = [*told, *(text[french] for text in chance.sample(FILLER, 2))]
    chance.shuffle(body)
    if chance.random() < 0.3:
        body = [" ".join(body)]
    lines = [*begin, *body]
    if draft and chance.random() < 0.6:
        lines += ["Pièces jointes" if french else "Enclosures", *(LISTED[kind][french] for kind in draft)]
    lines += ["Veuillez agréer mes salutations," if french else "Yours sincerely,", "(signed)", who.name]
    pdf = chance.random() < 0.5
    yield (
        f"2026 draft/Letter of explanation.{'pdf' if pdf else 'docx'}",
        (letter_pdf if pdf else docx_paper)(lines),
    )


def _begin(who: Applicant, day: str) -> list[str]:
    if who.language == "fr":
        return [
            *(
                who.name,
                day,
                "À l'agent des visas",
                "Objet : demande de permis de travail, lettre explicative",
            ),
            "Madame, Monsieur,",
            f"Ma demande {who.number} a été refusée le {who.decided}. Voici ma nouvelle demande.",
        ]
    return [
        *(who.name, day, "To the Visa Officer", "Subject: Work permit application - letter of explanation"),
        "Dear Officer,",
        f"My application {who.number} was refused on {who.decided}. This is my new application.",
    ]
