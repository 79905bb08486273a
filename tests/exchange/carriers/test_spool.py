"""What arrives is kept whole and once, in any order, over restarts, until all volumes are there."""

from __future__ import annotations

import datetime as dt
import os
import random
from pathlib import Path

import pytest

from app.exchange.carriers.spool import Spool
from app.exchange.file_names import volume_name
from app.exchange.node_keys import NodeKeys, new_keys
from app.exchange.package_reader import Peer, Receiver, open_package
from app.exchange.package_writer import write_package
from app.exchange.refusals import Refusal
from app.exchange.volumes import join, split_package
from app.system.errors import EnvironmentProblem
from tests.loop_media import stick

PACKAGE = "beizhan-xianju-000012.yzt"


class Two:
    """A station, the county, and what the county knows."""

    def __init__(self, folder: Path) -> None:
        self.station = new_keys("1" * 32, "北站")
        self.county = new_keys("2" * 32, "县局")
        self.known: set[str] = set()
        self.peers: dict[str, NodeKeys] = {self.station.fingerprint: self.station}
        self.folder = folder

    def receiver(self) -> Receiver:
        """The county as the reader of packages."""

        def peer(fingerprint: str) -> Peer | None:
            keys = self.peers.get(fingerprint)
            return None if keys is None else Peer(keys.card, revoked=False)

        return Receiver(
            keys=[self.county], peer=peer, received=lambda found: found in self.known, spool=self.folder
        )

    def volumes(self, size: int = 100_000) -> list[Path]:
        """A package of the station in volumes of 16 KiB and a bit."""
        package = self.folder / PACKAGE
        now = dt.datetime(2026, 7, 1, 9, 0, tzinfo=dt.timezone(dt.timedelta(hours=8)))
        events = [os.urandom(500).hex().encode() for _ in range(size // 500)]
        write_package(
            package,
            self.station,
            self.county.card,
            number=12,
            made_at=now,
            statement=b"{}",
            events=[b'"' + event + b'"' for event in events],
        )
        return split_package(
            package, self.folder, self.station, 20_000, lambda n, m: volume_name(PACKAGE, n, m)
        )


@pytest.fixture
def two(tmp_path: Path) -> Two:
    """Two offices that know each other."""
    return Two(tmp_path)


def test_any_order_and_any_repetition_is_complete_in_the_end(two: Two, tmp_path: Path) -> None:
    volumes = two.volumes()
    assert len(volumes) > 3
    arriving = volumes * 2
    random.Random(7).shuffle(arriving)
    for path in arriving[:3]:
        Spool(tmp_path / "spool").keep(path, "yzv")
    (early,) = Spool(tmp_path / "spool").volumes(two.receiver()).sets
    assert early.missing
    for path in arriving[3:]:
        Spool(tmp_path / "spool").keep(path.read_bytes(), "yzv")
    spool = Spool(tmp_path / "spool")
    assert len(spool.files("yzv")) == len(volumes)
    (found,) = spool.volumes(two.receiver()).sets
    assert found.missing == []
    assert found.number == 12
    join(found, tmp_path / "joined.yzt")
    with open_package(tmp_path / "joined.yzt", two.receiver()) as package:
        assert package.header.number == 12
    spool.remove(found.paths.values())
    assert spool.files("yzv") == []


def test_a_volume_kept_twice_is_one_file(two: Two, tmp_path: Path) -> None:
    path = two.volumes()[0]
    spool = Spool(tmp_path / "spool")
    first, second = spool.keep(path, "yzv"), spool.keep(path.read_bytes(), "yzv")
    assert (first.new, second.new) == (True, False)
    assert first.path == second.path


def test_a_file_the_disk_spoiled_is_taken_again(two: Two, tmp_path: Path) -> None:
    path = two.volumes()[0]
    spool = Spool(tmp_path / "spool")
    kept = spool.keep(path, "yzv")
    kept.path.write_bytes(b"spoiled")
    assert spool.keep(path, "yzv").new
    assert kept.path.read_bytes() == path.read_bytes()


def test_spoilt_volumes_are_put_aside_and_the_good_ones_wait(two: Two, tmp_path: Path) -> None:
    volumes = two.volumes()
    spool = Spool(tmp_path / "spool")
    spoiled = bytearray(volumes[0].read_bytes())
    spoiled[5000] ^= 1
    spool.keep(bytes(spoiled), "yzv")
    for path in volumes[1:]:
        spool.keep(path, "yzv")
    found = spool.volumes(two.receiver())
    assert [problem.code for _path, problem in found.refused] == [Refusal.BROKEN]
    assert found.sets[0].missing == [1]
    assert len(spool.aside()) == 1
    assert spool.volumes(two.receiver()).refused == []
    spool.keep(volumes[0], "yzv")
    assert spool.volumes(two.receiver()).sets[0].missing == []


def test_volumes_of_a_package_that_is_known_leave_and_of_an_unknown_sender_wait(
    two: Two, tmp_path: Path
) -> None:
    spool = Spool(tmp_path / "spool")
    for path in two.volumes():
        spool.keep(path, "yzv")
    count = len(spool.files("yzv"))
    peers, two.peers = two.peers, {}
    assert {problem.code for _path, problem in spool.volumes(two.receiver()).refused} == {
        Refusal.UNKNOWN_SENDER
    }
    assert len(spool.files("yzv")) == count
    two.peers = peers
    two.known = {spool.volumes(two.receiver()).sets[0].cut.package}
    spool.volumes(two.receiver())
    assert spool.files("yzv") == spool.aside() == []


def test_foreign_files_in_the_spool_are_passed_over_and_never_removed(tmp_path: Path) -> None:
    spool = Spool(tmp_path / "spool")
    foreign = tmp_path / "spool" / "notes.txt"
    foreign.write_text("x")
    (tmp_path / "spool" / f"{'0' * 64}.yzv").symlink_to(foreign)
    assert spool.files("yzv") == []
    with pytest.raises(ValueError):
        spool.remove([foreign])
    with pytest.raises(ValueError):
        spool.remove([tmp_path / f"{'0' * 64}.yzv"])


def test_a_full_disk_keeps_nothing_half(tmp_path: Path) -> None:
    with stick(tmp_path, "tmpfs", 8) as small:
        spool = Spool(small.path / "spool")
        with pytest.raises(EnvironmentProblem, match="空间不够"):
            spool.keep(os.urandom(9_000_000), "yzt")
        assert spool.files("yzt") == []
        assert list(small.path.rglob("*.part")) == []
