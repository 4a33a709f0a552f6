"""What a user can ask for that cannot be done."""

from __future__ import annotations


class WrongUse(ValueError):
    """Something named or asked for that does not exist or cannot be done: each stage tells its own kinds apart.

    The message is one sentence for the user, with what there is instead; the command shows it and ends with code 2.
    """
