"""The answer of every comparison of two values: a verdict and the reason for it."""

from typing import Literal

from msgspec import Struct

Verdict = Literal["same", "variant", "different"]


class Agreement(Struct, frozen=True):
    """Whether two values agree, and why.

    ``same``: equal but for writing (case, accents, punctuation, order).
    ``variant``: one may stand for the other (initials, transliteration, a legal form left out).
    ``different``: no known way of writing makes one of the other.
    ``reason`` is a short clause for a report ("an initial stands for a name").
    """

    verdict: Verdict
    reason: str

    @property
    def agrees(self) -> bool:
        """True unless the values are different."""
        return self.verdict != "different"


def same(reason: str = "the same but for writing") -> Agreement:
    """Give the agreement of two equal values."""
    return Agreement("same", reason)


def variant(reason: str) -> Agreement:
    """Give the agreement of two ways to write one thing."""
    return Agreement("variant", reason)


def different(reason: str) -> Agreement:
    """Give the disagreement of two unlike values."""
    return Agreement("different", reason)
