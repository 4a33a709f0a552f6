"""``python -m consistency`` and ``consistency`` are the command."""

from consistency import ending


def run() -> None:
    """Run the command; what asks it to end is heeded before anything else is loaded."""
    ending.at_once()
    from consistency.cli import main

    main()


if __name__ == "__main__":
    run()
