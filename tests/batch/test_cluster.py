"""The same work by a real Dask scheduler and two workers in processes of their own, on this machine."""

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from consistency.batch.cluster import Cluster, NoCluster, cluster
from consistency.batch.running import Way, once
from consistency.batch.state import State
from consistency.pipeline import BOUNDS
from consistency.workers import Unfit
from tests.batch.making import applicants, asked, slowly, tree
from tests.batch.places import Now
from tests.batch.test_batch import summary

ROOT = Path(__file__).parents[2]
FOLDERS = 8
PATIENCE = 20.0


@dataclass
class Machines:
    """A scheduler and its workers, and where it is found."""

    address: str
    scheduler: subprocess.Popen[bytes]
    workers: list[subprocess.Popen[bytes]]


def dask(*words: str) -> subprocess.Popen[bytes]:
    paths = os.pathsep.join([str(ROOT), str(ROOT / "src")])
    command = [sys.executable, "-m", "dask", *words, "--no-dashboard"]
    return subprocess.Popen(
        command,
        env=os.environ | {"PYTHONPATH": paths},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def free_port() -> int:
    import socket

    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


@pytest.fixture(scope="module")
def machines(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machines]:
    place = tmp_path_factory.mktemp("dask")
    port = free_port()
    address = f"tcp://127.0.0.1:{port}"
    scheduler = dask("scheduler", "--host", "127.0.0.1", "--port", str(port))
    workers = [
        dask("worker", address, "--no-nanny", "--nthreads", "1", "--local-directory", str(place / name))
        for name in ("a", "b")
    ]
    yield Machines(address, scheduler, workers)
    for process in (*workers, scheduler):
        process.kill()
        process.wait()


def ready(place: Cluster, workers: int) -> None:
    end = time.monotonic() + PATIENCE
    while place.slots < workers and time.monotonic() < end:
        time.sleep(0.05)
    assert place.slots == workers


def test_a_cluster_gives_the_same_and_a_killed_worker_loses_nothing(
    tmp_path: Path, machines: Machines
) -> None:
    wanted = asked(tmp_path)
    names = applicants(wanted.root, FOLDERS)
    with State(wanted) as state:
        once(wanted, state, Now(), Way(), lambda _name: None)
    here = tree(wanted.output)
    there = asked(tmp_path, output=tmp_path / "there")
    told: list[str] = []

    def kill_one(name: str) -> None:
        told.append(name)
        if len(told) == 2:
            os.kill(machines.workers[0].pid, signal.SIGKILL)

    with State(there) as state, cluster(machines.address, BOUNDS, PATIENCE) as place:
        ready(place, 2)
        once(there, state, place, Way(), kill_one, slowly)
        assert place.slots == 1
        assert not once(there, state, place, Way(), lambda _name: None), "all is finished, and stays so"
    assert Counter(told) == Counter(names)
    assert tree(there.output) == here
    assert summary(there)["summary"]["failed"] == 0


def test_a_worker_of_another_version_is_refused(tmp_path: Path, machines: Machines) -> None:
    wanted = asked(tmp_path, version="0")
    applicants(wanted.root, 1)
    with (
        State(wanted) as state,
        cluster(machines.address, BOUNDS, PATIENCE) as place,
        pytest.raises(Unfit, match="a worker runs"),
    ):
        once(wanted, state, place, Way(), lambda _name: None)


def test_a_lost_scheduler_is_said_in_a_sentence_and_what_is_done_is_kept(
    tmp_path: Path, machines: Machines
) -> None:
    wanted = asked(tmp_path)
    names = applicants(wanted.root, 6)
    told: list[str] = []

    def end(name: str) -> None:
        told.append(name)
        if len(told) == 2:
            machines.scheduler.kill()

    with (
        State(wanted) as state,
        cluster(machines.address, BOUNDS, 1.0) as place,
        pytest.raises(NoCluster, match="no Dask scheduler answers"),
    ):
        once(wanted, state, place, Way(), end, slowly)
    done = {row["folder"] for row in summary(wanted)["folders"]}
    assert set(told) <= done < set(names)


def test_without_the_engine_a_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with (
        pytest.raises(NoCluster, match=r"pip install 'consistency\[cluster\]'"),
        cluster("tcp://127.0.0.1:1", BOUNDS, 1),
    ):
        raise AssertionError
