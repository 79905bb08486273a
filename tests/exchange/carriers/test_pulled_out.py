"""The stick is pulled out, full, write-protected, broken, or the power fails, at every moment there is.

Whatever happens, a reader finds nothing or something whole; the sentence says what happened; the same
again finishes the work. Real disks where root may mount them.
"""

from __future__ import annotations

import errno
import os
import resource
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from app.exchange.carriers.places import MediumGone, Place, folder_at, stick_at
from app.exchange.carriers.proven_writing import Outgoing
from app.exchange.carriers.shipments import take_in
from app.exchange.carriers.stick import ROOT, inbox, send
from app.system.errors import EnvironmentProblem
from tests.exchange.carriers.faulty_disks import PowerCut, WatchedDisk, deadly, refusing
from tests.loop_media import MEGABYTE, stick

COUNTY, NORTH = "xianju", "beizhan"
FIRST, SECOND = "beizhan-xianju-000001.1of2.yzv", "beizhan-xianju-000001.2of2.yzv"
SHIPMENT = "beizhan-xianju-000001"


def volumes(size: int) -> list[Outgoing]:
    """Two volumes that cannot be compressed or guessed."""
    return [Outgoing(FIRST, os.urandom(size)), Outgoing(SECOND, os.urandom(size))]


def arrived(place: Place, home: Path) -> list[bytes]:
    """What a reader gets: nothing, or every byte of what its list promises."""
    home.mkdir(exist_ok=True)
    found = [shipment for shipment in inbox(place, COUNTY).shipments if shipment.whole]
    return [path.read_bytes() for shipment in found for path in take_in(place, shipment, home)]


def calls_of_a_good_run(folder: Path, sent: list[Outgoing]) -> int:
    """How many calls there are to fail at."""
    folder.mkdir()
    disk = WatchedDisk(lambda _count, _name: None)
    send(folder_at(folder), COUNTY, NORTH, SHIPMENT, sent, calls=disk)
    return len(disk.calls)


def in_a_child(work: Callable[[], object]) -> int:
    """Run in a process of its own; the signal or the code it ended with."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            work()
            code = 0
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def test_killed_at_every_call_leaves_nothing_or_everything_and_the_next_run_finishes(tmp_path: Path) -> None:
    sent = volumes(3000)
    count = calls_of_a_good_run(tmp_path / "good", sent)
    assert count > 30
    whole = [file.content for file in sent]
    for at in range(1, count + 1):
        (tmp_path / f"{at}").mkdir()
        place = stick_at(tmp_path / f"{at}")
        ended = in_a_child(lambda: send(place, COUNTY, NORTH, SHIPMENT, sent, calls=deadly(at)))  # noqa: B023
        assert ended == -signal.SIGKILL
        assert arrived(place, tmp_path / f"{at}-home") in ([], whole), at
        send(place, COUNTY, NORTH, SHIPMENT, sent)
        assert arrived(place, tmp_path / f"{at}-home") == whole, at


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENODEV, "中途被拔出或断开"),
        (errno.EIO, "读写出错"),
        (errno.ENOSPC, "磁盘已满"),
        (errno.EROFS, "只能读、不能写"),
        (errno.EFBIG, "文件太大"),
    ],
)
def test_refused_at_every_call_it_is_told_and_the_next_run_finishes(
    tmp_path: Path, number: int, words: str
) -> None:
    sent = volumes(3000)
    whole = [file.content for file in sent]
    for at in range(1, calls_of_a_good_run(tmp_path / "good", sent) + 1):
        (tmp_path / f"{at}").mkdir()
        place = stick_at(tmp_path / f"{at}")
        with pytest.raises(EnvironmentProblem, match=words):
            send(place, COUNTY, NORTH, SHIPMENT, sent, calls=refusing(at, number))
        assert arrived(place, tmp_path / f"{at}-home") in ([], whole), at
        send(place, COUNTY, NORTH, SHIPMENT, sent)
        assert arrived(place, tmp_path / f"{at}-home") == whole, at


def test_no_power_cut_shows_half_a_shipment_or_takes_back_what_may_be_pulled_out(
    tmp_path: Path,
) -> None:
    """Every subset of names that were not synced, with and without the bytes that were not synced."""
    sent = volumes(300)
    whole = [file.content for file in sent]
    count = calls_of_a_good_run(tmp_path / "good", sent)
    disks = 0
    for at in range(1, count + 2):
        (tmp_path / f"{at}").mkdir()
        place = stick_at(tmp_path / f"{at}")
        disk = PowerCut(place.path)
        finished = _until(place, sent, disk, at)
        for number, found in enumerate(disk.leftovers(tmp_path / f"{at}-found")):
            disks += 1
            got = arrived(folder_at(found), tmp_path / f"{at}-home-{number}")
            assert got in ([whole] if finished else ([], whole)), (at, number)
    assert disks > 100


def test_what_a_second_run_finishes_survives_a_power_cut_too(tmp_path: Path) -> None:
    """The first run ended without syncing all it did; the second must not take its word for it."""
    sent = volumes(300)
    whole = [file.content for file in sent]
    for at in range(1, calls_of_a_good_run(tmp_path / "good", sent) + 1):
        (tmp_path / f"{at}").mkdir()
        place = stick_at(tmp_path / f"{at}")
        disk = PowerCut(place.path)
        _until(place, sent, disk, at)
        send(place, COUNTY, NORTH, SHIPMENT, sent, calls=disk)
        for number, found in enumerate(disk.leftovers(tmp_path / f"{at}-found")):
            assert arrived(folder_at(found), tmp_path / f"{at}-home-{number}") == whole, (at, number)


def test_a_file_somebody_copied_there_is_synced_before_it_is_listed(tmp_path: Path) -> None:
    """A file manager says 完成 long before the bytes are on the stick."""
    sent = volumes(300)
    (tmp_path / "stick").mkdir()
    place = stick_at(tmp_path / "stick")
    disk = PowerCut(place.path)
    folder = place.directory((ROOT, COUNTY, NORTH), disk)
    handle = disk.open_new(folder / FIRST)
    disk.write(handle, sent[0].open().read())
    disk.close(handle)
    assert send(place, COUNTY, NORTH, SHIPMENT, sent, calls=disk).kept == 1
    for number, found in enumerate(disk.leftovers(tmp_path / "found")):
        assert arrived(folder_at(found), tmp_path / f"home-{number}") == [file.content for file in sent]


_CALLS = ("make_directory", "open_new", "write", "sync", "rename", "sync_directory", "read_back")


class _Cut(Exception):
    """The power fails now."""


def _until(place: Place, sent: list[Outgoing], disk: PowerCut, at: int) -> bool:
    """Send until call `at` of the disk; whether it came to its end, and so said 可以拔出."""
    counted = 0
    for name in _CALLS:
        real = getattr(disk, name)

        def limited(*words: object, real: Callable[..., object] = real) -> object:
            nonlocal counted
            counted += 1
            if counted == at:
                raise _Cut
            return real(*words)

        setattr(disk, name, limited)
    try:
        send(place, COUNTY, NORTH, SHIPMENT, sent, calls=disk)
    except _Cut:
        return False
    finally:
        for name in _CALLS:
            delattr(disk, name)
    return True


def pull_at(share: float, act: Callable[[], object]) -> Callable[[int, int], None]:
    """A progress that does something once when that share is through."""
    waiting = [act]

    def hear(done: int, total: int) -> None:
        if waiting and done >= share * total:
            waiting.pop()()

    return hear


@pytest.mark.parametrize(("share", "kept"), [(0.05, 0), (0.2, 0), (0.45, 1), (0.7, 1), (0.95, 2)])
@pytest.mark.parametrize("kind", ["ext4", "vfat"])
def test_a_real_stick_pulled_out_half_way_says_so_and_continues(
    tmp_path: Path, kind: str, share: float, kept: int
) -> None:
    sent = volumes(3 * MEGABYTE)
    with stick(tmp_path, kind, 64 if kind == "vfat" else 24) as plugged:
        place = stick_at(plugged.path)
        with pytest.raises(MediumGone, match="中途被拔出或断开；已经写完整的文件还在"):
            send(place, COUNTY, NORTH, SHIPMENT, sent, pull_at(share, plugged.pull))
        assert list(plugged.path.iterdir()) == [], "nothing was written where the stick had been"
        plugged.push_in()
        again = stick_at(plugged.path)
        assert arrived(again, tmp_path / "home") == []
        told = send(again, COUNTY, NORTH, SHIPMENT, sent)
        assert told.kept == kept
        assert arrived(again, tmp_path / "home") == [file.content for file in sent]


def test_a_stick_that_is_no_longer_there_is_told_before_anything(tmp_path: Path) -> None:
    with stick(tmp_path) as plugged:
        place = stick_at(plugged.path)
        plugged.pull()
        with pytest.raises(MediumGone, match="中途被拔出或断开"):
            send(place, COUNTY, NORTH, SHIPMENT, volumes(10))
        with pytest.raises(MediumGone, match="没有取进一半的东西"):
            inbox(place, COUNTY)
        assert list(plugged.path.iterdir()) == []


def test_pulled_out_while_taking_in_keeps_whole_files_only(tmp_path: Path) -> None:
    sent = volumes(3 * MEGABYTE)
    home = tmp_path / "home"
    home.mkdir()
    with stick(tmp_path, megabytes=24) as plugged:
        place = stick_at(plugged.path)
        send(place, COUNTY, NORTH, SHIPMENT, sent)
        (shipment,) = inbox(place, COUNTY).shipments
        with pytest.raises(MediumGone, match="没有取进一半的东西"):
            take_in(place, shipment, home, pull_at(0.5, plugged.pull))
        assert [path.name for path in home.iterdir()] == [FIRST]
        plugged.push_in()
        again = stick_at(plugged.path)
        take_in(again, inbox(again, COUNTY).shipments[0], home)
    assert [(home / file.name).read_bytes() for file in sent] == [file.content for file in sent]


def once_before(call: str, act: Callable[[], object]) -> WatchedDisk:
    """A disk to which something happens right before the first such call."""
    waiting = [act]

    def hear(_count: int, name: str) -> None:
        if name == call and waiting:
            waiting.pop()()

    return WatchedDisk(hear)


def test_a_card_that_died_after_the_writing_is_not_called_whole(tmp_path: Path) -> None:
    """The image is cut off under the system: memory still has every byte, the disk has none of them."""
    with stick(tmp_path, megabytes=24) as plugged:
        image = plugged.image
        assert image is not None

        def die() -> None:
            os.sync()
            os.truncate(image, MEGABYTE)

        disk = once_before("read_back", die)
        with pytest.raises(EnvironmentProblem, match=r"读出来不一样|读写出错"):
            send(stick_at(plugged.path), COUNTY, NORTH, SHIPMENT, volumes(3 * MEGABYTE), calls=disk)


def test_write_protected_half_way_is_told_and_continues_after_that(tmp_path: Path) -> None:
    sent = volumes(3 * MEGABYTE)
    with stick(tmp_path, megabytes=24) as plugged:
        place = stick_at(plugged.path)
        # Between the first volume and the second: no system makes a disk read-only under an open file.
        disk = once_before("read_back", plugged.write_protect)
        with pytest.raises(EnvironmentProblem, match="只能读、不能写"):
            send(place, COUNTY, NORTH, SHIPMENT, sent, calls=disk)
        assert arrived(place, tmp_path / "home") == []
        plugged.pull()
        plugged.push_in()
        assert send(stick_at(plugged.path), COUNTY, NORTH, SHIPMENT, sent).kept == 1


def test_a_write_protected_stick_is_told_at_once(tmp_path: Path) -> None:
    with stick(tmp_path) as plugged:
        plugged.write_protect()
        with pytest.raises(EnvironmentProblem, match="写保护开关"):
            send(stick_at(plugged.path), COUNTY, NORTH, SHIPMENT, volumes(10))


@pytest.mark.parametrize("kind", ["ext4", "tmpfs"])
def test_a_stick_without_room_is_told_before_anything_is_written(tmp_path: Path, kind: str) -> None:
    with stick(tmp_path, kind, 8) as plugged:
        before = sorted(plugged.path.iterdir())
        with pytest.raises(EnvironmentProblem, match="空间不够"):
            send(stick_at(plugged.path), COUNTY, NORTH, SHIPMENT, volumes(6 * MEGABYTE))
        assert list(plugged.path.rglob("*.part")) == []
        assert sorted(plugged.path.iterdir()) == sorted([*before, plugged.path / ROOT])


def test_a_stick_filled_meanwhile_is_told_and_continues_when_there_is_room(tmp_path: Path) -> None:
    sent = volumes(3 * MEGABYTE)
    with stick(tmp_path, "tmpfs", 10) as plugged:
        place = stick_at(plugged.path)
        other = plugged.path / "somebody.iso"
        with pytest.raises(EnvironmentProblem, match="磁盘已满"):
            send(
                place,
                COUNTY,
                NORTH,
                SHIPMENT,
                sent,
                pull_at(0.2, lambda: other.write_bytes(bytes(6 * MEGABYTE))),
            )
        assert arrived(place, tmp_path / "home") == []
        other.unlink()
        send(place, COUNTY, NORTH, SHIPMENT, sent)
        assert arrived(place, tmp_path / "home") == [file.content for file in sent]


def test_a_system_that_lets_no_file_grow_is_told(tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    place = stick_at(tmp_path / "stick")

    def limited() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))
        with pytest.raises(EnvironmentProblem, match="文件太大"):
            send(place, COUNTY, NORTH, SHIPMENT, volumes(9000))

    assert in_a_child(limited) == 0
    assert arrived(place, tmp_path / "home") == []
