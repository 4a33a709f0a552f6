"""``python -m consistency`` is the command."""

from consistency.cli import main

main()
