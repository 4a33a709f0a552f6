"""The processes of this machine: each has pipes of its own, and the thread that wants their work leads them.

Nothing is shared between them, no lock and no queue, and no thread stands between: so a process may be killed at any
moment, and the program interrupted at any other, without another's work being lost or anybody waiting for ever.
"""

from __future__ import annotations

import atexit
import os
import pickle
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Collection, Iterable
from concurrent.futures import Future
from contextlib import nullcontext, suppress
from importlib import import_module
from multiprocessing import connection, get_all_start_methods, get_context
from pathlib import Path
from tempfile import gettempdir
from typing import Any, NamedTuple

from msgspec import Struct, field

from consistency.ending import undisturbed
from consistency.workers.places import LOOK, A, B, Bounds, Dropped, Lost
from consistency.workers.serving import Ends, serve

HELD = 2
"""Pieces of work that a process holds: one in hand, one to go on with while the first one's result is looked at."""
AHEAD = HELD + 1
"""Pieces for each process that are taken ahead: those it holds, and one for whichever is free first.

With the last ones nobody is given a second piece, which another could do meanwhile."""
SMALL = 16_000
"""Bytes of a piece that always find room in a pipe (64 kB; pipe(7)), whatever the process is busy with."""
GRACE = 1.0
"""Seconds for which processes that are asked to end may put in order what they were writing."""
TASKS = Path("/proc/self/task")
"""The threads of this process, also those that libraries began (Linux, proc(5))."""
NICE = 10
"""How far a process that is to end stands back (setpriority(2)): a tenth of another's time."""
LEAVING = 10.0
"""Seconds for which a process that was killed is waited for."""
_BEGINNING = threading.RLock()
"""Held while a process is begun anew, and by the main thread for good once this program ends: no other thread then
leaves one half begun, that waits for its orders."""
atexit.register(_BEGINNING.acquire, timeout=LEAVING)
RENEWED = 100
"""Pieces of work after which a fresh process is renewed, so that what libraries keep in memory never adds up."""


class _Piece(NamedTuple):
    """A piece of work on its way: its result to come, and itself, packed."""

    future: Future[Any]
    packed: bytes


class _Hand(Struct, eq=False):
    """A process that does pieces of work one after the other, and what it was given."""

    process: Any
    ends: Ends
    pieces: deque[_Piece] = field(default_factory=deque)
    taken: int = 0
    since: float = 0.0
    """When the first of its pieces was begun, by a clock that nobody sets."""

    def take(self, piece: _Piece) -> None:
        """Give it one more piece; a process that is gone by now shows when it is listened to."""
        if not self.pieces:
            self.since = time.monotonic()
        self.pieces.append(piece)
        self.taken += 1
        with suppress(OSError):
            self.ends.orders.send_bytes(piece.packed)

    def answer(self) -> tuple[_Piece, Any, BaseException | None] | None:
        """Give the first piece with what came of it; None where nothing came yet.

        Raises EOFError for a process that is dead.
        """
        try:
            if not self.ends.answers.poll():
                return None
            told = self.ends.answers.recv_bytes()
        except OSError as error:
            raise EOFError from error
        self.since = time.monotonic()
        return (self.pieces.popleft(), *pickle.loads(told))

    def kill(self) -> None:
        """End the process, with whatever it has begun, and wait until it is gone."""
        if self.process.is_alive() and hasattr(os, "killpg"):
            with suppress(OSError):  # it is gone by now, or leads no group yet
                os.killpg(self.process.pid, signal.SIGKILL)
        self.process.kill()
        self.process.join(LEAVING)
        self.ends.close()


def _set_back(process: int) -> None:
    """Let a process that is to end go after others: giving back its memory would take a core from the one that goes on.

    Not last of all: on a machine without a core to spare it must end soon, too.
    """
    if hasattr(os, "setpriority"):
        with suppress(OSError):  # it is gone by now
            os.setpriority(os.PRIO_PROCESS, process, NICE)


def _end(hands: Iterable[_Hand]) -> None:
    """Ask processes to end, and kill those that do not within a while; nothing interrupts that."""
    with undisturbed():
        for hand in hands:
            hand.process.terminate()
        _see_off(hands)


def _see_off(hands: Iterable[_Hand]) -> None:
    """Wait for processes that were asked to end, and kill those that do not within a while."""
    end = time.monotonic() + GRACE
    for hand in hands:
        hand.process.join(max(0.0, end - time.monotonic()))
        hand.kill()


_LEAVING: deque[_Hand] = deque()
"""Processes that were asked to end with nothing in hand: giving back what they held takes them longer than anybody
needs to wait. They are seen off before another one is begun, and when the program ends."""


def _see_off_leaving() -> None:
    with undisturbed(), suppress(IndexError):
        while True:
            _see_off((_LEAVING.popleft(),))


atexit.register(_see_off_leaving)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_LEAVING.clear)


class Here:
    """The processes of this machine: one that dies or takes too long costs its own piece of work alone."""

    def __init__(self, jobs: int, bounds: Bounds, fresh: str | None = None, *, kept: bool = False) -> None:
        self.slots = jobs
        self.bounds, self._renewed = bounds, RENEWED if fresh or kept else sys.maxsize
        self._kept = kept
        self._context = _context(fresh)
        self._waiting: deque[_Piece] = deque()
        self._hands: list[_Hand] = []

    def start(self, work: Callable[[A], B], item: A) -> Future[Any]:
        """Hand out a piece of work; its time runs from when a process takes it."""
        piece = _Piece(Future(), pickle.dumps((work, item)))
        self._waiting.append(piece)
        self._hand_out()
        return piece.future

    def wait(self, futures: Collection[Future[Any]]) -> Collection[Future[Any]]:
        """Give those that are done; where none is, wait for one a while."""
        if not any(future.done() for future in futures):
            self._hand_out()
            ends = [hand.since + self.bounds.seconds for hand in self._hands if hand.pieces]
            left = min((end - time.monotonic() for end in ends), default=LOOK)
            connection.wait([hand.ends.answers for hand in self._hands], min(max(left, 0.0), LOOK))
        for hand in tuple(self._hands):
            self._listen(hand)
        self._hand_out()
        if not self._kept and not self._waiting and any(hand.pieces for hand in self._hands):
            self._let_go()
        return [future for future in futures if future.done()]

    def reason(self, error: BaseException) -> Lost | None:
        """Say why a piece was lost: its time was over, its process died, or had no more memory."""
        if isinstance(error, MemoryError):
            return Lost("reading it took more memory than it may")
        return error if isinstance(error, Lost) else None

    def end(self) -> None:
        """End all processes, whatever they are doing; those that do nothing are not waited for."""
        self._let_go()
        _end(self._hands)
        self._hands.clear()

    def clear(self) -> None:
        """Keep the processes that live and have nothing in hand, and end the others with what they are at."""
        self._waiting.clear()
        _end(busy := [hand for hand in self._hands if hand.pieces or not hand.process.is_alive()])
        self._hands = [hand for hand in self._hands if hand not in busy]

    def _let_go(self) -> None:
        """Ask processes with nothing in hand to end: while others are at the last pieces it costs nobody's time."""
        with undisturbed():
            for hand in [hand for hand in self._hands if not hand.pieces]:
                _set_back(hand.process.pid)
                hand.process.terminate()
                _LEAVING.append(hand)
                self._hands.remove(hand)

    def _hand_out(self) -> None:
        while self._waiting and (hand := self._free(self._waiting[0])) is not None:
            hand.take(self._waiting.popleft())

    def _free(self, piece: _Piece) -> _Hand | None:
        """Give a process that can take one more piece, a new one where there may be more; None where all are busy."""
        able = [hand for hand in self._hands if hand.taken < self._renewed]
        hand = min(able, key=lambda one: len(one.pieces), default=None)
        if hand is not None and not hand.pieces:
            return hand
        if len(self._hands) < self.slots:
            return self._begun()
        if len(piece.packed) >= SMALL or len(self._waiting) <= self.slots:
            return None
        return hand if hand is not None and len(hand.pieces) < HELD else None

    def _begun(self) -> _Hand:
        """Begin a process; nothing interrupts that, so that none is ever begun and not known of."""
        _see_off_leaving()
        with undisturbed():
            (orders, give), (take, answers), (life, own) = (
                self._context.Pipe(duplex=False) for _ in range(3)
            )
            theirs, ours = Ends(orders, answers, life), Ends(give, take, own)
            unused = [*(hand.ends for hand in self._hands), ours] if _is_copy(self._context) else []
            process = self._context.Process(
                target=serve, args=(theirs, unused, self.bounds.memory), daemon=True
            )
            try:
                with nullcontext() if _is_copy(self._context) else _BEGINNING:
                    process.start()
            except BaseException:
                ours.close()
                raise
            finally:
                theirs.close()
            self._hands.append(_Hand(process, ours))
        return self._hands[-1]

    def _listen(self, hand: _Hand) -> None:
        """Take what a process has done; one that is gone, or whose time is over, loses the piece it is at."""
        try:
            while (answer := hand.answer()) is not None:
                _settle(*answer)
        except EOFError:
            self._lose(hand, Dropped("reading it crashed the reader"))
            return
        if hand.pieces and time.monotonic() - hand.since > self.bounds.seconds:
            self._lose(hand, Lost(f"reading took longer than {self.bounds.seconds:.0f} seconds"))
        elif not hand.pieces and hand.taken >= self._renewed:
            self._dismiss(hand)

    def _lose(self, hand: _Hand, why: Lost) -> None:
        self._dismiss(hand)
        if hand.pieces:
            hand.pieces.popleft().future.set_exception(why)
        self._waiting.extendleft(reversed(hand.pieces))

    def _dismiss(self, hand: _Hand) -> None:
        _end((hand,))
        self._hands.remove(hand)


def _settle(piece: _Piece, given: Any, error: BaseException | None) -> None:
    if error is not None:
        piece.future.set_exception(error)
    else:
        piece.future.set_result(given)


LONGEST_FOLDER = (107 if sys.platform == "linux" else 103) - 32
"""Bytes of the folder for temporary files that leave room in the address of a fork server's socket for its own names
(32); unix(7) gives an address 107, macOS 103."""


def _context(fresh: str | None) -> Any:
    """Give the way in which processes begin: as copies of this one, or anew with a module loaded.

    A copy of a process with threads may wait for ever for a lock that one of them held; one without has what it needs
    loaded once, for all.
    """
    if fresh is None:
        return get_context("fork") if sys.platform == "linux" else get_context()
    if sys.platform == "linux" and len(list(TASKS.iterdir())) == 1:
        import_module(fresh)
        return get_context("fork")
    if "forkserver" not in get_all_start_methods() or len(os.fsencode(gettempdir())) > LONGEST_FOLDER:
        return get_context("spawn")
    from multiprocessing import resource_tracker

    resource_tracker.ensure_running()  # begun later it would let signals through that are put off
    context = get_context("forkserver")
    context.set_forkserver_preload(["__main__", fresh])
    return context


def _is_copy(context: Any) -> bool:
    return bool(context.get_start_method() == "fork")
