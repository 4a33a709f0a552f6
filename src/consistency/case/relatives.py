"""Whose papers lie beside the applicant's without an application: the spouse's letter of work, a sponsor's.

Such a paper has a name and nothing else that could tell whose it is. It is a relative's where a form lists that
relative. A paper of work is another's too where the name shares no given name with the applicant, the employer is
none of the applicant's, and either the family name is the applicant's or a letter tells of that person.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from consistency.model import FamilyMember, Job, Paper, Relationship, Role
from consistency.normalizer import kinship, names, organisations
from consistency.normalizer.names import PersonName
from consistency.normalizer.text import fold

OF_WORK = frozenset({"employment-letter", "payslip"})
"""Papers of what somebody does for an employer, who need not be the applicant."""
TELLING = frozenset({"explanation-letter", "support-letter"})
"""Letters that tell of relatives and of sponsors."""
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
        """Tell whether a paper of work is somebody else's, of whom the folder knows, or of the same family name."""
        if paper.kind not in OF_WORK or len(_words(name)) < 1 or not self._given or self._shares_given(name):
            return False
        if any(_is_one(job, known) for job in paper.all(Job) for known in self._jobs(paper)):
            return False
        return bool(_words(name) & self._families) or self._told_of(name)

    @property
    def _given(self) -> set[str]:
        return {word for _, known in self.own if known.family for word in _spelt(known.given)}

    @property
    def _families(self) -> set[str]:
        return {word for _, known in self.own if known.given for word in _spelt(known.family)}

    def _shares_given(self, name: PersonName) -> bool:
        if bool(_words(name) & self._given) or any(names.spelling_slip(known, name) for _, known in self.own):
            return True
        initials = {word for word in name.all_tokens if len(word) == 1}
        return _words(name) <= self._families and bool(initials & {word[0] for word in self._given})

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


def _words(name: PersonName) -> set[str]:
    return {names.canonical(word) for word in name.all_tokens if len(word) > 1}


def _spelt(text: str) -> set[str]:
    return _words(PersonName(full=text))
