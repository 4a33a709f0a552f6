"""Where each field of a machine-readable zone stands: ICAO Doc 9303-4 (TD3), -5 (TD1), -6 (TD2), -7 (MRV-A, MRV-B)."""

from msgspec import Struct

Span = tuple[int, int]


class Layout(Struct, frozen=True):
    """Where each field stands, as spans in the lines joined to one text; a check digit follows its field."""

    size: int
    names: Span
    number: Span
    nationality: Span
    birth: Span
    sex: Span
    expiry: Span
    optional: tuple[Span, ...]
    optional_check: int | None = None
    composite: tuple[Span, ...] = ()

    @property
    def of_a_card(self) -> bool:
        """True for TD1 and TD2, whose last check digit holds for optional data that have none of their own."""
        return bool(self.composite) and self.optional_check is None


def _two_lines(width: int, optional_end: int, composite: bool) -> Layout:
    def second(start: int, end: int) -> Span:
        return width + start, width + end

    return Layout(
        size=2 * width,
        names=(5, width),
        number=second(0, 9),
        nationality=second(10, 13),
        birth=second(13, 19),
        sex=second(20, 21),
        expiry=second(21, 27),
        optional=(second(28, optional_end),),
        optional_check=width + 42 if width == 44 and composite else None,
        composite=(second(0, 10), second(13, 20), second(21, width - 1)) if composite else (),
    )


LAYOUTS = {
    "TD3": _two_lines(44, 42, composite=True),
    "MRV-A": _two_lines(44, 44, composite=False),
    "TD2": _two_lines(36, 35, composite=True),
    "MRV-B": _two_lines(36, 36, composite=False),
    "TD1": Layout(
        size=90,
        names=(60, 90),
        number=(5, 14),
        nationality=(45, 48),
        birth=(30, 36),
        sex=(37, 38),
        expiry=(38, 44),
        optional=((15, 30), (48, 59)),
        composite=((5, 30), (30, 37), (38, 45), (48, 59)),
    ),
}
