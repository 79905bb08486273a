"""Volumes: any order, any subset, as often as one likes; missing ones are named, false ones are told."""

from __future__ import annotations

import itertools
import random
from pathlib import Path

import msgspec
import pytest

from app.exchange import limits
from app.exchange.package_reader import open_package
from app.exchange.refusals import Refusal, Refused
from app.exchange.signatures import Signed
from app.exchange.signed_block import written
from app.exchange.volumes import VolumeHeader, gather, join, split_package
from tests.exchange.parties import (
    COUNTY,
    REVOKED,
    STATION,
    STRANGER,
    TOWN,
    attached,
    event_lines,
    packed,
    receiver,
)

LARGEST = 20 * 1024


def volumes_of(tmp_path: Path, size: int = 60_000, largest: int = LARGEST, **how: int) -> list[Path]:
    data = random.Random(3).randbytes(size)
    packed(tmp_path / "p.yzt", events=event_lines(10), attachments=attached(data), **how)  # type: ignore[arg-type]
    return split_package(tmp_path / "p.yzt", tmp_path, STATION, largest, lambda n, m: f"{n}of{m}.yzv")


def test_any_order_makes_the_same_file(tmp_path: Path) -> None:
    paths = volumes_of(tmp_path)
    assert len(paths) == 4
    assert all(path.stat().st_size <= LARGEST for path in paths)
    for order in itertools.permutations(paths):
        (found,) = gather([*order, order[0]], receiver(tmp_path)).sets
        assert found.missing == []
        join(found, tmp_path / "joined")
        assert (tmp_path / "joined").read_bytes() == (tmp_path / "p.yzt").read_bytes()
    with open_package(tmp_path / "joined", receiver(tmp_path)) as package:
        assert list(package.events()) == event_lines(10)


def test_any_subset_names_what_is_missing(tmp_path: Path) -> None:
    paths = volumes_of(tmp_path)
    for count in range(1, len(paths)):
        for some in itertools.combinations(range(len(paths)), count):
            (found,) = gather([paths[place] for place in some], receiver(tmp_path)).sets
            assert found.missing == [place + 1 for place in range(len(paths)) if place not in some]
            assert (found.cut.volumes, found.number, found.cut.sender) == (4, 1, STATION.fingerprint)
            with pytest.raises(Refused) as refused:
                join(found, tmp_path / "joined")
            assert refused.value.code is Refusal.INCOMPLETE
            assert f"还缺第 {found.missing[0]}" in refused.value.message
    assert not (tmp_path / "joined").exists()


def test_one_volume_is_enough_for_a_small_package(tmp_path: Path) -> None:
    paths = volumes_of(tmp_path, size=100)
    (found,) = gather(paths, receiver(tmp_path)).sets
    assert (len(paths), found.missing) == (1, [])
    join(found, tmp_path / "joined")
    open_package(tmp_path / "joined", receiver(tmp_path)).close()


def test_packages_and_cuts_do_not_mix(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    first = volumes_of(tmp_path / "a")
    second = split_package(
        tmp_path / "a" / "p.yzt", tmp_path / "b", STATION, LARGEST + 1000, lambda n, m: f"{n}of{m}"
    )
    other = volumes_of(tmp_path / "b", number=2)
    mixed = [*first[:2], *second[1:], *other]
    random.Random(1).shuffle(mixed)
    sets = {(found.number, found.cut.unit): found for found in gather(mixed, receiver(tmp_path)).sets}
    assert len(sets) == 3
    assert sorted(len(found.missing) for found in sets.values()) == [0, 1, 2]


def test_volumes_are_refused_like_packages(tmp_path: Path) -> None:
    paths = volumes_of(tmp_path)
    data = paths[0].read_bytes()
    header = msgspec.json.decode(data.split(b"\n")[1], type=VolumeHeader)
    path, part = tmp_path / "forged", data[limits.BLOCK_SIZE :]

    def code(reading: object = None, **lies: object) -> Refusal:
        signer = lies.pop("signer", STATION)
        changed = msgspec.structs.replace(header, **lies)
        path.write_bytes(written(changed, signer, Signed.VOLUME) + part)  # type: ignore[arg-type]
        found = gather([path], reading or receiver(tmp_path))  # type: ignore[arg-type]
        assert not found.sets
        return found.refused[0][1].code

    assert code(receiver(tmp_path, TOWN)) is Refusal.NOT_FOR_US
    assert code(receiver(tmp_path, seen=[header.package])) is Refusal.ALREADY_RECEIVED
    assert code(signer=TOWN) is Refusal.BROKEN
    assert code(signer=STRANGER, sender=STRANGER.fingerprint) is Refusal.UNKNOWN_SENDER
    assert code(signer=REVOKED, sender=REVOKED.fingerprint) is Refusal.REVOKED_SENDER
    assert code(recipient=TOWN.fingerprint) is Refusal.NOT_FOR_US
    assert code(test=True) is Refusal.TEST_KEY
    assert code(suite="sm2+sm4+sm3+zstd") is Refusal.NEWER_PROGRAM
    assert code(sha256="0" * 64) is Refusal.BROKEN
    for lies in (
        {"volume": 0},
        {"volume": 5},
        {"volume": 2},
        {"volumes": 5},
        {"volumes": 10**9},
        {"offset": 5},
        {"offset": -header.size},
        {"size": header.size - 1},
        {"whole": 10**6},
        {"whole": 0},
        {"whole": 2**60},
        {"package": "../" * 8},
        {"number": -1},
    ):
        assert code(**lies) in (Refusal.BROKEN, Refusal.TOO_LARGE), lies
    path.write_bytes((tmp_path / "p.yzt").read_bytes())
    assert gather([path], receiver(tmp_path)).refused[0][1].code is Refusal.WRONG_PURPOSE
    with pytest.raises(Refused) as refused:
        open_package(paths[0], receiver(tmp_path))
    assert refused.value.code is Refusal.WRONG_PURPOSE


def test_volumes_that_fit_but_make_another_whole_are_refused(tmp_path: Path) -> None:
    """Signed by a hostile peer: every volume is right by itself, together they are not what was announced."""
    paths = volumes_of(tmp_path)
    data = paths[1].read_bytes()
    header = msgspec.json.decode(data.split(b"\n")[1], type=VolumeHeader)
    import hashlib

    part = bytes(header.size)
    changed = msgspec.structs.replace(header, sha256=hashlib.sha256(part).hexdigest())
    paths[1].write_bytes(written(changed, STATION, Signed.VOLUME) + part)
    (found,) = gather(paths, receiver(tmp_path)).sets
    assert not found.missing
    with pytest.raises(Refused) as refused:
        join(found, tmp_path / "joined")
    assert refused.value.code is Refusal.BROKEN
    assert not list(tmp_path.glob("joined*"))


def test_only_the_sender_splits(tmp_path: Path) -> None:
    packed(tmp_path / "p")
    for keys, largest in ((COUNTY, LARGEST), (STATION, limits.SMALLEST_VOLUME - 1)):
        with pytest.raises(ValueError, match="too small, or not our package"):
            split_package(tmp_path / "p", tmp_path, keys, largest, lambda n, m: f"{n}")
