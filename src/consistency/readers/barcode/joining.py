"""From the barcodes of a document to its form: which they are, whether they belong together, what they hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from consistency.model import Form, FormField, Problem
from consistency.readers import problems
from consistency.readers.barcode.orders import NAME, Order, orders
from consistency.readers.barcode.symbol import Symbol

BETWEEN = "|"


@dataclass(frozen=True, slots=True)
class Joined:
    """What the barcodes of a document give together: a form, or none, and what is the matter with them."""

    form: Form | None = None
    problems: tuple[Problem, ...] = ()


def name_of(symbol: Symbol) -> str | None:
    """Give the name of a form's barcode; another paper's (a licence, a boarding pass) has none."""
    name = symbol.text.partition(BETWEEN)[0].strip()
    return name if NAME.fullmatch(name) else None


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
    named = [(name, symbol) for symbol in symbols if (name := name_of(symbol)) is not None]
    texts = {name: {symbol.text for other, symbol in named if other == name} for name, _ in named}
    order = order_of((*texts, *printed), language)
    strange = [
        name for name in texts if order is None or not _fits(texts[name], order.barcodes.get(name, ()))
    ]
    if order is None or (strange and not _of_another(strange)):
        return Joined(problems=_unknown(path, dict(named), strange))
    read = dict(named)
    missing = [name for name in order.barcodes if name not in read]
    if strange or any(len(found) > 1 for found in texts.values()) or not _agree(order, read):
        return Joined(problems=(problems.barcodes_mixed(path, next(iter(read.values())).page),))
    if not read:
        return Joined(problems=(problems.barcode_unread(path, missing),))
    lost = (problems.barcode_unread(path, missing),) if missing else ()
    return Joined(_form(order, read, missing), lost)


def _fits(texts: Iterable[str], paths: Sequence[str]) -> bool:
    """Tell whether a barcode has as many values as its order says, each closed by a stroke."""
    return bool(paths) and all(len(_values(text)) == len(paths) for text in texts)


def _values(text: str) -> list[str]:
    return text.removesuffix(BETWEEN).split(BETWEEN)[1:] if text.endswith(BETWEEN) else []


def _of_another(strange: Iterable[str]) -> bool:
    """Tell whether barcodes that do not belong to a form are those of another form that is known."""
    return all(any(name in order.barcodes for order in orders()) for name in strange)


def _unknown(path: str, read: Mapping[str, Symbol], strange: Sequence[str]) -> tuple[Problem, ...]:
    return (problems.barcode_unknown(path, strange, read[strange[0]].page),) if strange else ()


def _agree(order: Order, read: Mapping[str, Symbol]) -> bool:
    """Tell whether what several barcodes hold, the sum over the form's data, is the same in each."""
    said: dict[str, str] = {}
    told = (pair for name, symbol in read.items() for pair in _pairs(order, name, symbol))
    return all(said.setdefault(path, value) == value for path, value in told)


def _pairs(order: Order, name: str, symbol: Symbol) -> Iterator[tuple[str, str]]:
    found = zip(order.barcodes[name], _values(symbol.text), strict=True)
    return ((path, value) for path, value in found if path)


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
    return Form(
        datasets=tuple(fields),
        template=(order.form,),
        root=order.paths[0].partition("/")[0],
        nodes=tuple(_nodes(order.paths)),
        unread=tuple(dict.fromkeys(path for name in missing for path in order.held(name))),
    )


def _nodes(paths: Iterable[str]) -> Iterable[str]:
    """Give every element that the paths go through, each once."""
    steps = (path.split("/") for path in paths)
    return dict.fromkeys("/".join(step[:size]) for step in steps for size in range(1, len(step) + 1))
