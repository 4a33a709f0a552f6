"""What a shorter name leaves out of a longer one, and whether people do leave that out."""

from collections.abc import Sequence

from msgspec import Struct

from consistency.normalizer.name_words import Role, Word, listed

_SHORTEST = 4
"""The name of a house has more letters: "Kandage", and not "Page"."""


class Gap(Struct, frozen=True):
    """Two names of which one has all the words of the other and more.

    ``spare`` are the places in the longer name that nothing stands for; ``order`` the other places, as the words
    that stand for them follow in the shorter name; ``respelt`` how many of those are written otherwise.
    """

    longer: Sequence[Word]
    shorter: Sequence[Word]
    spare: Sequence[int]
    order: Sequence[int]
    respelt: int

    @property
    def reason(self) -> str:
        """The known way in which the shorter name is short, ``""`` where it is none."""
        return self._small() or (
            self._alone() if len(set(self.order)) < 2 else self._by_part() or self._by_place()
        )

    def _small(self) -> str:
        left = [self.longer[place] for place in self.spare]
        if all(word.droppable for word in left):
            return "a patronymic is left out"
        return "a particle is left out" if all(word.text in listed("particles") for word in left) else ""

    def _alone(self) -> str:
        """One word against a name: a family name after a title, or a name written twice for want of another."""
        if {self.longer[place].text for place in self.spare} <= {word.text for word in self.shorter}:
            return "one name written twice"
        named = self.shorter[0].role == "family" and self.longer[self.order[0]].role != "given"
        return "only the family name is given" if named else ""

    def _by_part(self) -> str:
        parts = {self.longer[place].role for place in self.spare}
        if not (self._keeps("given") and self._keeps("family")):
            return ""
        if parts == {"given"}:
            return "a given name is left out"
        return "a second family name is left out" if parts == {"family"} else ""

    def _keeps(self, role: Role) -> bool:
        return any(self.longer[place].role == role for place in self.order)

    def _by_place(self) -> str:
        if not self._in_order():
            return ""
        if 0 not in self.spare and len(self.longer) - 1 not in self.spare:
            return "a middle name is left out"
        if len(self.spare) == 1 and self.respelt < 2:
            return "a first or last name is left out"
        return "the name of the house is left out" if self._leaves_out_house() else ""

    def _leaves_out_house(self) -> bool:
        """Tell whether the shorter name begins behind the name of a house of Sri Lanka: "Kandage Don Ruwan Perera"."""
        spare = sorted(self.spare)
        house = [
            n for n, word in enumerate(self.longer) if len(word.text) > _SHORTEST and word.text.endswith("ge")
        ]
        return bool(house) and spare == [*range(len(spare))] and house[-1] + 2 >= len(spare) > house[0]

    def _in_order(self) -> bool:
        """Say whether the words follow as in the longer name, or with the family name moved to the other end."""
        order = list(self.order)
        if order == sorted(order):
            return True
        if sorted(order) not in ([*order[1:], order[0]], [order[-1], *order[:-1]]):
            return False
        known = any(word.role != "any" for word in (*self.longer, *self.shorter))
        ends = (self.longer[0], self.longer[-1], self.shorter[0], self.shorter[-1])
        return known or any(word.text in listed("family_first") for word in ends)
