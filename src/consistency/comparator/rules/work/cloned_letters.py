"""work/cloned-letters: letters of different employers that come from one hand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, product

from msgspec import Struct

from consistency.comparator.aligned.stints import Stint, misread, share_half
from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.openly import cited_openly, lowered, said_openly
from consistency.comparator.renaming import renaming
from consistency.comparator.telling import Told
from consistency.comparator.work.history import jobs, told_openly
from consistency.comparator.work.letter_ties import Own, Tie, ties
from consistency.comparator.work.letters import Letter, letters_of
from consistency.comparator.work.one_group import related
from consistency.model import Case, Person, Severity
from consistency.normalizer import occupations, organisations


class _Alike(Struct, frozen=True):
    """Two letters and what they share."""

    one: Letter
    other: Letter
    ties: tuple[Tie, ...]

    @classmethod
    def of(cls, own: Own, one: Letter, other: Letter) -> _Alike:
        """Look for what they share."""
        return cls(one, other, tuple(ties(own, one, other)))

    @property
    def level(self) -> Severity | None:
        """Give how much it weighs; nothing for a domain alone that belongs to neither employer."""
        if any(tie.strong for tie in self.ties) or len(self.ties) > 1:
            return Severity.CRITICAL
        return Severity.MAJOR if any(tie.what == "signatory" for tie in self.ties) else None


@rule(Severity.CRITICAL, references=["IRPA s.16(1)", "IRPA s.40(1)(a)", "IRPR s.200(3)(a)"])
def cloned_letters(case: Case) -> Iterator[Mismatch]:
    """Letters of different employers share their wording, telephone, e-mail address or signatory.

    Why: officers compare reference letters with one another; letters of two employers in the same words or with the
    same telephone read as written by one hand, and the Federal Court has let such refusals stand (2025 FC 23).
    Advice: ask each employer for a letter in its own words, on its own letterhead and with its own means of contact;
    or document why they share them (one group, one owner, one office); where a letter was filed before, say so openly
    in the explanation letter.

    Reports letters that share the telephone:
        draft/employment-letter_1.pdf as of 2020-02-01: job employer="Blue Lantern" title=cook from=2018-01 to=2020-01
        draft/employment-letter_1.pdf as of 2020-02-01: text "Tel: +62 791 555 0183"
        draft/employment-letter_2.pdf as of 2026-02-01: job employer="Crown House" title=chef from=2020-02 to=present
        draft/employment-letter_2.pdf as of 2026-02-01: text "Phone (0791) 555-0183"

    Reports letters that share an e-mail address, a free one too:
        draft/employment-letter_1.pdf as of 2020-02-01: job employer="Blue Lantern" title=cook from=2018-01 to=2020-01
        draft/employment-letter_1.pdf as of 2020-02-01: text "Contact: letters.hr@gmail.com"
        draft/employment-letter_2.pdf as of 2026-02-01: job employer="Crown House" title=chef from=2020-02 to=present
        draft/employment-letter_2.pdf as of 2026-02-01: text "E-mail letters.hr@gmail.com"

    Reports a letter with the domain of another employer:
        draft/employment-letter_1.pdf as of 2020-02-01: job employer="Blue Lantern" title=cook from=2018-01 to=2020-01
        draft/employment-letter_1.pdf as of 2020-02-01: text "hr@bluelantern.example"
        draft/employment-letter_2.pdf as of 2026-02-01: job employer="Crown House" title=chef from=2020-02 to=present
        draft/employment-letter_2.pdf as of 2026-02-01: text "jobs@bluelantern.example"

    Reports duties in the same words, in another order:
        draft/employment-letter_1.pdf as of 2020-02-01: job employer="Blue Lantern" title=wireman from=2018-01 to=2020-01
        draft/employment-letter_1.pdf as of 2020-02-01: text "• Wire flats and small shops from panel to outlet"
        draft/employment-letter_1.pdf as of 2020-02-01: text "• Find faults in lighting circuits of old houses"
        draft/employment-letter_1.pdf as of 2020-02-01: text "• Fill in the job sheet for the foreman"
        draft/employment-letter_2.pdf as of 2026-02-01: job employer="Crown House" title=electrician from=2020-02 to=present
        draft/employment-letter_2.pdf as of 2026-02-01: text "• Fill in the job sheet for the foreman"
        draft/employment-letter_2.pdf as of 2026-02-01: text "• Wire flats and small shops from panel to outlet"
        draft/employment-letter_2.pdf as of 2026-02-01: text "• Find faults in lighting circuits of old houses"

    Reports the same signatory for two employers:
        draft/employment-letter_1.pdf as of 2020-02-01: job employer="Blue Lantern" title=cook from=2018-01 to=2020-01
        draft/employment-letter_1.pdf as of 2020-02-01: text "(signed) Omar Haddad, General Manager"
        draft/employment-letter_2.pdf as of 2026-02-01: job employer="Crown House" title=chef from=2020-02 to=present
        draft/employment-letter_2.pdf as of 2026-02-01: text "Yours truly, Mr. Omar Haddad"

    Reports a letter of the draft that is like one filed before:
        2024/employment-letter.pdf as of 2020-02-01: job employer="Blue Lantern" title=cook from=2018-01 to=2020-01
        2024/employment-letter.pdf as of 2020-02-01: text "Tel: +62 791 555 0183"
        draft/employment-letter.pdf as of 2026-02-01: job employer="Crown House" title=chef from=2020-02 to=present
        draft/employment-letter.pdf as of 2026-02-01: text "Tel: +62 791 555 0183"

    Accepts the title of the paper among the last lines of a short letter:
        draft/employment-letter_1.pdf as of 2020-02-01: job employer="Le Phare" title=cuisinier from=2018-01 to=2020-01
        draft/employment-letter_1.pdf as of 2020-02-01: text "Attestation de Travail"
        draft/employment-letter_2.pdf as of 2026-02-01: job employer="Café Nador" title=chef from=2020-02 to=present
        draft/employment-letter_2.pdf as of 2026-02-01: text "Attestation de Travail"

    Accepts two letters of one employer:
        2024/employment-letter.pdf as of 2024-02-01: job employer="Blue Lantern" title=cook from=2018-01 to=present
        2024/employment-letter.pdf as of 2024-02-01: text "Tel: +62 791 555 0183"
        draft/employment-letter.pdf as of 2026-02-01: job employer="Blue Lantern Ltd" title=chef from=2020-02 to=present
        draft/employment-letter.pdf as of 2026-02-01: text "Tel: +62 791 555 0183"

    Accepts the letters of one group:
        draft/employment-letter_1.pdf as of 2020-02-01: job employer="Lantern Motors" title=cook from=2018-01 to=2020-01
        draft/employment-letter_1.pdf as of 2020-02-01: text "hr@lantern.example, Tel: +62 791 555 0183"
        draft/employment-letter_2.pdf as of 2026-02-01: job employer="Lantern Retail" title=chef from=2020-02 to=present
        draft/employment-letter_2.pdf as of 2026-02-01: text "hr@lantern.example, Tel: +62 791 555 0183"

    Accepts employers that a paper tells to be one group:
        draft/employment-letter_1.pdf as of 2020-02-01: job employer="Blue Lantern" title=cook from=2018-01 to=2020-01
        draft/employment-letter_1.pdf as of 2020-02-01: text "Tel: +62 791 555 0183"
        draft/employment-letter_2.pdf as of 2026-02-01: job employer="Crown House" title=chef from=2020-02 to=present
        draft/employment-letter_2.pdf as of 2026-02-01: text "Tel: +62 791 555 0183"
        draft/employment-letter_2.pdf as of 2026-02-01: text "Crown House is a subsidiary of Blue Lantern."

    Accepts the formulas that letters of one country share:
        draft/employment-letter_1.pdf as of 2020-02-01: job employer="Blue Lantern" title=cook from=2018-01 to=2020-01
        draft/employment-letter_1.pdf as of 2020-02-01: text "This is to certify that Ms. Rao worked with us as Cook."
        draft/employment-letter_1.pdf as of 2020-02-01: text "We found her sincere, honest and hardworking."
        draft/employment-letter_1.pdf as of 2020-02-01: text "We wish her success in all her future endeavours."
        draft/employment-letter_2.pdf as of 2026-02-01: job employer="Crown House" title=chef from=2020-02 to=present
        draft/employment-letter_2.pdf as of 2026-02-01: text "This is to certify that Ms. Rao works with us as Chef."
        draft/employment-letter_2.pdf as of 2026-02-01: text "We found her sincere, honest and hardworking."
        draft/employment-letter_2.pdf as of 2026-02-01: text "We wish her success in all her future endeavours."

    Accepts a duty or two of one trade in the same words:
        draft/employment-letter_1.pdf as of 2020-02-01: job employer="Blue Lantern" title=cook from=2018-01 to=2020-01
        draft/employment-letter_1.pdf as of 2020-02-01: text "• Prepare tax returns for clients"
        draft/employment-letter_1.pdf as of 2020-02-01: text "• Reconcile bank statements with the cash book"
        draft/employment-letter_1.pdf as of 2020-02-01: text "• Chase unpaid invoices by telephone"
        draft/employment-letter_2.pdf as of 2026-02-01: job employer="Crown House" title=chef from=2020-02 to=present
        draft/employment-letter_2.pdf as of 2026-02-01: text "• Prepare tax returns for clients"
        draft/employment-letter_2.pdf as of 2026-02-01: text "• Close the books of three branches"
        draft/employment-letter_2.pdf as of 2026-02-01: text "• Advise the owner on cash flow"

    Accepts one provider of free e-mail:
        draft/employment-letter_1.pdf as of 2020-02-01: job employer="Blue Lantern" title=cook from=2018-01 to=2020-01
        draft/employment-letter_1.pdf as of 2020-02-01: text "bluelantern.doha@yahoo.com"
        draft/employment-letter_2.pdf as of 2026-02-01: job employer="Crown House" title=chef from=2020-02 to=present
        draft/employment-letter_2.pdf as of 2026-02-01: text "crownhouse.hr@yahoo.com"

    Accepts the telephone of the applicant:
        draft/imm1295.pdf as of 2026-03-01: phone="+62 791 555 0183" email=rao@gmail.com
        draft/employment-letter_1.pdf as of 2020-02-01: job employer="Blue Lantern" title=cook from=2018-01 to=2020-01
        draft/employment-letter_1.pdf as of 2020-02-01: text "Ms. Rao, Tel: +62 791 555 0183, rao@gmail.com"
        draft/employment-letter_2.pdf as of 2026-02-01: job employer="Crown House" title=chef from=2020-02 to=present
        draft/employment-letter_2.pdf as of 2026-02-01: text "Ms. Rao, Tel: +62 791 555 0183, rao@gmail.com"

    Accepts one job under two names, which is another contradiction:
        2024/employment-letter.pdf as of 2024-02-01: job employer="Blue Lantern" title=cook city=Doha from=2018-01 to=2020-01
        2024/employment-letter.pdf as of 2024-02-01: text "Tel: +62 791 555 0183"
        draft/employment-letter.pdf as of 2026-02-01: job employer="Crown House" title=cook city=Doha from=2018-01 to=2020-01
        draft/employment-letter.pdf as of 2026-02-01: text "Tel: +62 791 555 0183"
    """
    for person in case.people:
        own = Own.of(case, person)
        alike = [
            found
            for first, second in combinations(_filed_again(letters_of(case, person)), 2)
            if _two_names(first[0], second[0]) and _Alike.of(own, first[0], second[0]).level is not None
            for one, other in product(first, second)
            if (found := _Alike.of(own, one, other)).level is not None
            and not _told_to_be_one(case, person, one, other)
        ]
        for cluster in _clusters(alike):
            yield _mismatch(case, person, cluster)


def _filed_again(known: Sequence[Letter]) -> list[list[Letter]]:
    """Put together the letters that are one letter, or word for word alike: they are held against others once."""
    found: dict[object, list[Letter]] = {}
    for letter in known:
        found.setdefault((letter.employer, letter.paper.document.text), []).append(letter)
    return list(found.values())


def _two_names(one: Letter, other: Letter) -> bool:
    """True for letters of two employers by their names, which are not those of one group."""
    first, second = one.employer, other.employer
    if not first or not second or organisations.compare(first, second).agrees or related(first, second):
        return False
    return "ocr" not in {one.paper.document.method, other.paper.document.method} or not misread(first, second)


def _told_to_be_one(case: Case, person: Person, one: Letter, other: Letter) -> bool:
    """True where the letters are about one job, or a paper says that the two names are one employer."""
    return _one_job(case, person, one, other) or bool(
        renaming(case.papers, one.employer or "", other.employer or "")
    )


def _one_job(case: Case, person: Person, one: Letter, other: Letter) -> bool:
    """True where both letters are about one job, told under two names."""
    paths = {one.paper.path, other.paper.path}
    if any(paths <= {paper.path for paper in job.papers} for job in jobs(case, person)):
        return True
    same_title = occupations.compare_titles(one.job.title or "", other.job.title or "").agrees
    told = (Stint((Told(letter.paper, letter.job),)) for letter in (one, other))
    return same_title and one.job.period is not None and other.job.period is not None and share_half(*told)


def _clusters(alike: Sequence[_Alike]) -> list[list[_Alike]]:
    """Put together pairs that have an employer in common."""
    clusters: list[list[_Alike]] = []
    for pair in alike:
        near = [c for c in clusters if any(_names(pair) & _names(known) for known in c)]
        merged = [*(known for c in near for known in c), pair]
        clusters = [c for c in clusters if c not in near] + [merged]
    return clusters


def _names(pair: _Alike) -> set[str]:
    return {organisations.key(pair.one.employer), organisations.key(pair.other.employer)}


def _mismatch(case: Case, person: Person, cluster: Sequence[_Alike]) -> Mismatch:
    names = sorted({name for pair in cluster for name in _names(pair)})
    job = [job for job in jobs(case, person) if cluster[0].one.paper in job.papers]
    letter = told_openly(case, [cluster[0].one.paper], job[0]) if job else None
    level = max(pair.level for pair in cluster if pair.level is not None)
    cited = [c for pair in cluster for tie in pair.ties for c in tie.citations]
    return Mismatch(
        person=person,
        subject=f"letters of {' and '.join(names)}",
        detail=" ".join(dict.fromkeys(map(_sentence, cluster))) + said_openly(letter),
        evidence=(*dict.fromkeys(cited), *cited_openly(letter)),
        severity=lowered(level, letter),
    )


def _sentence(pair: _Alike) -> str:
    said: dict[str, list[str]] = {}
    for tie in pair.ties:
        said.setdefault(tie.what, []).append(tie.shown)
    shared = "; ".join(f"{what}: {', '.join(dict.fromkeys(shown))}" for what, shown in said.items())
    papers = f"{pair.one.paper.path} and {pair.other.paper.path}"
    return f"The letters of {pair.one.employer} and {pair.other.employer} ({papers}) share their {shared}."
