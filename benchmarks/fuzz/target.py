"""What a target of the fuzzing is: a function that is given bytes and may not fail on them, whatever they are."""

from __future__ import annotations

import hashlib
import pkgutil
import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from random import Random

Run = Callable[[bytes], object]
Seeds = Callable[[], Iterable[bytes]]
Mutator = Callable[[bytes, Random], bytes]

PROGRAM = "/consistency/"
"""Where frames of a traceback that are the program's own lie."""


@dataclass(frozen=True, slots=True)
class Target:
    """A reader under test."""

    name: str
    about: str
    """What it reads, for the list of the targets."""
    run: Run
    seeds: Seeds
    """Gives small inputs that are right: whatever is tried is made from them."""
    mutate: Mutator
    """Makes another input from one, mostly one whose outer form still holds."""
    refuses: tuple[type[Exception], ...] = ()
    """What it may raise, as its docstring says, for an input that it refuses."""


@dataclass(frozen=True, slots=True)
class Crash:
    """An input on which a target failed."""

    name: str
    """The error, and a key of the place that it came from: the same for all inputs that fail there."""
    told: str
    """The traceback."""


def target(
    seeds: Seeds, mutate: Mutator, *, refuses: tuple[type[Exception], ...] = ()
) -> Callable[[Run], Target]:
    """Make a target of a function; its name and the first line of its docstring are the target's."""

    def made(run: Run) -> Target:
        about = (run.__doc__ or "").partition("\n")[0]
        return Target(run.__name__.replace("_", "-"), about, run, seeds, mutate, refuses)

    return made


@cache
def targets() -> Mapping[str, Target]:
    """Give all targets by name: the functions of the modules in ``targets/`` that are made so."""
    import benchmarks.fuzz.targets as room

    modules = (
        import_module(f"{room.__name__}.{found.name}") for found in pkgutil.iter_modules(room.__path__)
    )
    found = (one for module in modules for one in vars(module).values() if isinstance(one, Target))
    return {one.name: one for one in found}


def crash_of(target: Target, data: bytes) -> Crash | None:
    """Run a target on an input; None where it holds."""
    try:
        target.run(data)
    except target.refuses:
        return None
    except Exception as error:  # noqa: BLE001  whatever is raised is what is looked for
        key = hashlib.sha256(repr(tuple(_places(error))).encode()).hexdigest()[:8]
        return Crash(f"{type(error).__name__}-{key}", "".join(traceback.format_exception(error)))
    return None


def _places(error: BaseException) -> Iterator[tuple[str, str]]:
    """Give the innermost frame of the program, and the innermost of all, by file and function."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if PROGRAM in frame.filename]
    for frame in (*own[-1:], *frames[-1:]):
        yield Path(frame.filename).name, f"{frame.name} {frame.line}"


def tried(target: Target, seed: int, most: int, times: int) -> Iterator[bytes]:
    """Give at most so many of the target's seeds, and inputs made from each by lot, the same for the same seed."""
    chance = Random(f"{target.name} {seed}")
    held = list(target.seeds())
    for data in chance.sample(held, min(most, len(held))):
        yield data
        for _ in range(times):
            yield target.mutate(data, chance)
