"""Whose papers lie beside the applicant's without an application: the spouse's letter of work, a sponsor's.

Such a paper has a name and nothing else that could tell whose it is. It is a relative's where a form lists that
relative. A paper of work, taxes or insurance is another's too where the name shares no given name with the applicant,
the employer is none of the applicant's, and either the family name is the applicant's or a letter tells of that person.
A decision is on another where it names somebody in full who cannot be the applicant, and nowhere calls the applicant.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from consistency.case.decisions import DECISIONS
from consistency.model import FamilyMember, Job, Paper, Relationship, Role
from consistency.normalizer import kinship, names, organisations
from consistency.normalizer.names import PersonName
from consistency.normalizer.text import fold

OF_WORK = frozenset({"employment-letter", "employment-record", "payslip", "tax-slip"})
"""Papers of what somebody does for an employer, who need not be the applicant."""
OF_ANYBODY = OF_WORK | {"tax-assessment", "personal-record"}
"""Papers that lie in a folder for a relative as often: a host's taxes, a child's vaccinations."""
TELLING = frozenset({"explanation-letter", "support-letter"})
"""Letters that tell of relatives and of sponsors."""
SHORTEST = 4
"""Letters of a given name from which on it may be another one with a letter wrong, whatever the family name."""
SHORT = 3
"""Letters from which on it may be so beside the same family name."""
_ROLES: dict[str, Role] = {"spouse": "spouse", "partner": "spouse", "child": "child"}


class Household(Struct):
    """What the papers of the applicant say, against which a paper with another name is held."""

    own: Sequence[tuple[Paper, PersonName]]
    papers: Sequence[Paper]

    def relative(self, name: PersonName) -> str | None:
        """Give the name of the listed relative who is meant."""
        listed = (known for paper, _ in self.own for _, known in relatives(paper))
        return next((known.display for known in listed if names.compare(known, name).agrees), None)

    def is_another(self, paper: Paper, name: PersonName) -> bool:
        """Tell whether a paper of work or taxes is another's, whom the folder knows, or of the same family name."""
        if paper.kind not in OF_ANYBODY or not _words(name) or self.may_be_own(name):
            return False
        if any(_is_one(job, known) for job in paper.all(Job) for known in self._jobs(paper)):
            return False
        return self.has_family_name(name) or self._told_of(name)

    def decides_on_another(self, paper: Paper, name: PersonName) -> bool:
        """Tell whether a decision names somebody else in full, and nowhere the applicant.

        A family name is shared with relatives, and changes with a marriage.
        """
        if paper.kind not in DECISIONS or len(name.all_tokens) < 2 or self.may_be_own(name):
            return False
        return not self._given & {names.canonical(word) for word in fold(paper.document.text).split()}

    def may_be_own(self, name: PersonName) -> bool:
        """Tell whether a name may be the applicant's: a given name is shared, near, or an initial.

        Nothing is known against it where the applicant's given names are not, or where it has another script.
        """
        if not self._given or not all(names.canonical(word).isascii() for word in name.all_tokens):
            return True
        if _words(name) & self._given or any(names.spelling_slip(known, name) for _, known in self.own):
            return True
        kin = self.has_family_name(name)
        others = [word for word in name.all_tokens if names.canonical(word) not in self._families]
        if any(_is_near(word, other, kin) for word in self._spelt_given for other in others):
            return True
        initials = {word for word in name.all_tokens if len(word) == 1}
        return _words(name) <= self._families and bool(initials & {word[0] for word in self._given})

    def has_family_name(self, name: PersonName) -> bool:
        """Tell whether a name has one of the applicant's family names."""
        return bool(_words(name) & self._families)

    @property
    def _given(self) -> set[str]:
        return {word for _, known in self.own if known.family for word in _spelt(known.given)}

    @property
    def _spelt_given(self) -> set[str]:
        given = (PersonName(full=known.given) for _, known in self.own if known.family)
        return {word for name in given for word in name.all_tokens}

    @property
    def _families(self) -> set[str]:
        return {word for _, known in self.own if known.given for word in _spelt(known.family)}

    def _jobs(self, paper: Paper) -> Iterator[Job]:
        """Give the jobs of the other papers that are not another's letter of work."""
        own = {one.path for one, _ in self.own}
        for other in self.papers:
            if other.path != paper.path and (other.path in own or other.kind not in OF_WORK):
                yield from other.all(Job)

    def _told_of(self, name: PersonName) -> bool:
        said = (other.document.text for other in self.papers if other.kind in TELLING)
        return len(_words(name)) > 1 and any(fold(name.display) in fold(text) for text in said)


def relatives(paper: Paper) -> Iterable[tuple[Role, PersonName]]:
    """Give the relatives that a paper lists, with the part that each has in an application."""
    for marriage in paper.all(Relationship):
        if marriage.relation in {"spouse", "partner"} and marriage.name:
            yield "spouse", names.parse_full(marriage.name)
    for member in paper.all(FamilyMember):
        name = kinship.name_of(member.name)[0] if member.name else None
        if name:
            yield _ROLES.get(member.relation or "", "other"), names.parse_full(name)


def _is_one(job: Job, other: Job) -> bool:
    if not job.employer or not other.employer:
        return False
    return organisations.compare(job.employer, other.employer).agrees


def _is_near(word: str, other: str, kin: bool) -> bool:
    """True for words of which one is the other with a letter wrong, its beginning, or a short form of it.

    A short form counts beside one family name alone: Ana and Anne begin alike and differ in length, while José and
    João are two brothers.
    """
    from rapidfuzz.distance import OSA

    short, long = sorted((word, other), key=len)
    if len(short) < (SHORT if kin else SHORTEST):
        return False
    apart = OSA.distance(short, long)
    alike = kin and len(short) < len(long) and short[:2] == long[:2] and apart <= 2
    return long.startswith(short) or apart <= 1 or alike


def _words(name: PersonName) -> set[str]:
    return {names.canonical(word) for word in name.all_tokens if len(word) > 1}


def _spelt(text: str) -> set[str]:
    return _words(PersonName(full=text))
