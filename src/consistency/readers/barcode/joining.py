"""From the barcodes of a document to its form: which they are, whether they belong together, what they hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from consistency.model import Form, FormField, Problem
from consistency.readers import problems
from consistency.readers.barcode.orders import Order, orders
from consistency.readers.barcode.symbol import BETWEEN, Symbol


class Joined(Struct, frozen=True):
    """What the barcodes of a document give together: a form, or none, and what is the matter with them."""

    form: Form | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def whole(self) -> bool:
        """True where all barcodes of the form were read."""
        return self.form is not None and not self.problems


def order_of(names: Iterable[str], language: str | None = None) -> Order | None:
    """Give the order that has the most of the barcodes, of several the one in that language, else in English."""
    wanted = frozenset(names)
    ranked = (
        (len(wanted & order.barcodes.keys()), order.language == (language or "en"), order)
        for order in orders()
    )
    count, _, order = max(ranked, key=lambda rank: rank[:2])
    return order if count else None


def join(
    path: str, symbols: Sequence[Symbol], printed: Iterable[str] = (), language: str | None = None
) -> Joined:
    """Join the barcodes of a document in their order.

    ``printed`` are the names printed below barcodes, so that one that could not be read is missed. Nothing is
    made of barcodes that are of no known order, or of more than one form.
    """
    named = [(symbol.name, symbol) for symbol in symbols if symbol.name is not None]
    read = dict(named)
    order = order_of((*read, *printed), language)
    if order is None:
        return Joined(problems=_unknown(path, read, list(read)))
    strange = [name for name, symbol in named if not _fits(symbol, name)]
    if strange:
        return Joined(problems=_unknown(path, read, list(dict.fromkeys(strange))))
    texts = {symbol.text for _, symbol in named}
    if read.keys() - order.barcodes.keys() or len(texts) > len(read) or not _agree(order, read):
        return Joined(problems=(problems.barcodes_mixed(path, next(iter(read.values())).page),))
    missing = [name for name in order.barcodes if name not in read]
    lost = (problems.barcode_unread(path, missing),) if missing else ()
    return Joined(_form(order, read, missing) if read else None, lost)


def _fits(symbol: Symbol, name: str) -> bool:
    """Tell whether a barcode has as many values as an order says."""
    counts = (len(order.barcodes[name]) for order in orders() if name in order.barcodes)
    return any(len(_values(symbol.text, count)) == count for count in counts)


def _values(text: str, count: int) -> list[str]:
    """Give the values behind the name; behind the last of so many there may stand a stroke too."""
    values = text.split(BETWEEN)[1:]
    return values[:-1] if len(values) == count + 1 and not values[-1].strip() else values


def _unknown(path: str, read: Mapping[str, Symbol], strange: Sequence[str]) -> tuple[Problem, ...]:
    return (problems.barcode_unknown(path, strange, read[strange[0]].page),) if strange else ()


def _agree(order: Order, read: Mapping[str, Symbol]) -> bool:
    """Tell whether what several barcodes hold, the sum over the form's data, is the same in each."""
    said: dict[str, str] = {}
    told = (pair for name, symbol in read.items() for pair in _pairs(order, name, symbol))
    return all(said.setdefault(path, value) == value for path, value in told)


def _pairs(order: Order, name: str, symbol: Symbol) -> Iterator[tuple[str, str]]:
    paths = order.barcodes[name]
    return zip(paths, _values(symbol.text, len(paths)), strict=True)


def _form(order: Order, read: Mapping[str, Symbol], missing: Sequence[str]) -> Form:
    values: dict[str, str] = {}
    places: dict[str, Symbol] = {}
    for name, symbol in read.items():
        for path, value in _pairs(order, name, symbol):
            values[path], places[path] = value, symbol
    for date in order.dates:
        values[date.path] = date.of(values)
        places |= {date.path: places[date.parts[0]]} if date.parts[0] in places else {}
    fields = (
        FormField(path, values[path].strip("\r\n"), places[path].page, places[path].box)
        for path in order.paths
        if values.get(path, "").strip()
    )
    lost = (path for name in missing for path in order.held(name))
    return Form(
        datasets=tuple(fields),
        template=(order.form,),
        root=order.paths[0].partition("/")[0],
        nodes=tuple(_nodes(order.paths)),
        unread=tuple(dict.fromkeys((*lost, *sorted(path for path in order.unsure if not values.get(path))))),
    )


def _nodes(paths: Iterable[str]) -> Iterable[str]:
    """Give every element that the paths go through, each once."""
    steps = (path.split("/") for path in paths)
    return dict.fromkeys("/".join(step[:size]) for step in steps for size in range(1, len(step) + 1))
