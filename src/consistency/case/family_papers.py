"""Papers about a whole family from the applicant's side: who each of those is whom they list.

A register says who somebody is to its head, a koseki whose child somebody is, a certificate of kinship who somebody
is to the person who asked for it: whether that is the applicant, the spouse or a parent, only the case knows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from consistency.model import Fact, FamilyMember, Paper, Record, Relationship
from consistency.normalizer.text import fold

KIN, OTHER = "kin", "other"
"""The cells of who somebody is to the person whose family it is, and of the person whose marriage is told."""
SELF = "self"
PARENTS = ("father", "mother")
_BY_SPOUSE = {"child": "child", "spouse": "spouse"}
_BY_CHILD = {"child": "sibling"}

Same = Callable[[str, str], bool]


def is_of_a_family(paper: Paper) -> bool:
    """Tell whether a paper lists a family."""
    return any(KIN in member.cells for member in paper.all(FamilyMember))


class FamilyPaper(Struct, frozen=True):
    """A paper that lists a family, and the principal among them."""

    paper: Paper
    principal: str
    listed: Sequence[FamilyMember]
    """The relatives whom the other papers list."""
    same: Same

    def turned(self) -> Paper:
        """Give the paper with each as what that one is to the principal; who is nothing known is left out.

        Where no paper names the principal, each keeps the role that the certificate gives.
        """
        if not self.principal:
            return replace(self.paper, records=tuple(self._as_said()))
        own = self._own
        facts = (
            (Fact("birth_date", own.birth_date.iso, own.cite("birth_date")),)
            if own and own.birth_date
            else ()
        )
        records = (*self._relatives(own), *(self._parents(own) if own else ()), *self._marriages())
        return replace(self.paper, facts=(*self.paper.facts, *facts), records=records)

    def _as_said(self) -> Iterator[Record]:
        """Give whom the certificate gives a role: to its head, to whoever asked for it, or as a listed one's child."""
        for record in self.paper.records:
            if not isinstance(record, FamilyMember):
                yield record
            elif record.kinship != SELF and (relation := record.relation or self._as_child(record)):
                yield replace(record, relation=relation)

    def _as_child(self, member: FamilyMember) -> str | None:
        parents = [member.cells[role].quote or "" for role in PARENTS if role in member.cells]
        others = [one.name for one in self._members if one is not member and one.name]
        listed = any(self._is_called(name, parent) for name in others for parent in parents)
        return "child" if listed else None

    def _is_called(self, name: str, whole: str) -> bool:
        """Tell whether a name is that of somebody, or the given name alone: a register names a family once."""
        words = fold(name).split()
        return self.same(name, whole) or (len(words) == 1 and words[0] in fold(whole).split())

    @property
    def _members(self) -> list[FamilyMember]:
        return [member for member in self.paper.all(FamilyMember) if KIN in member.cells and member.name]

    @property
    def _own(self) -> FamilyMember | None:
        return next((one for one in self._members if self._is_principal(one.name or "")), None)

    def _is_principal(self, name: str) -> bool:
        return self._is_called(name, self.principal)

    def _relatives(self, own: FamilyMember | None) -> Iterator[Record]:
        for member in self._members:
            relation = None if member is own else self._relation(member, own)
            if relation:
                yield replace(member, relation=relation, kinship=None)

    def _relation(self, member: FamilyMember, own: FamilyMember | None) -> str | None:
        parents = [member.cells[role].quote or "" for role in PARENTS if role in member.cells]
        if any(self._is_principal(name) for name in parents):
            return "child"
        if own is None:
            return member.relation if self._is_asked_for and member.kinship != SELF else None
        if own.relation is None:
            return member.relation
        if own.relation == "spouse":
            return "spouse" if member.kinship == SELF else _BY_SPOUSE.get(member.relation or "")
        if own.relation == "child":
            return _BY_CHILD.get(member.relation or "") or self._parent(member)
        return None

    @property
    def _is_asked_for(self) -> bool:
        """True for a paper that names the principal outside its rows, and says of nobody whose family it is."""
        words = set(fold(self.paper.document.text).split())
        headed = any(member.kinship == SELF for member in self._members)
        return not headed and set(fold(self.principal).split()) <= words

    def _parent(self, member: FamilyMember) -> str | None:
        """Name which parent somebody is, as the forms list that one."""
        known = (one for one in self.listed if one.relation in PARENTS and one.name)
        return next((one.relation for one in known if self.same(one.name or "", member.name or "")), None)

    def _parents(self, own: FamilyMember) -> Iterator[FamilyMember]:
        for role in PARENTS:
            if role in own.cells:
                yield FamilyMember(evidence=own.cells[role], relation=role, name=own.cells[role].quote)

    def _marriages(self) -> Iterator[Record]:
        for marriage in self.paper.all(Relationship):
            other = marriage.cells.get(OTHER)
            if other and self._is_principal(other.quote or ""):
                yield marriage
            elif other and self._is_principal(marriage.name or ""):
                cells = {
                    **marriage.cells,
                    "name": other,
                    OTHER: marriage.cells.get("name", marriage.evidence),
                }
                yield replace(marriage, name=other.quote, evidence=other, cells=cells)
