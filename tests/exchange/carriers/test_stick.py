"""One stick for many offices: what is sent arrives whole, and each reader sees only what is for it."""

from __future__ import annotations

import os
from pathlib import Path

import msgspec
import pytest

from app.exchange.carriers.places import Place, folder_at, stick_at
from app.exchange.carriers.proven_writing import Outgoing
from app.exchange.carriers.shipments import Shipment, take_in
from app.exchange.carriers.stick import ROOT, inbox, outbox, send, tidy
from app.system.errors import EnvironmentProblem
from tests.exchange.carriers.faulty_disks import BadCard, WatchedDisk

COUNTY, NORTH, SOUTH = "xianju", "beizhan", "nanzhan"
PACKAGE = "beizhan-xianju-000012.yzt"
NOTE = "beizhan-xianju-000012-说明.txt"


@pytest.fixture
def stick(tmp_path: Path) -> Place:
    """A folder that is taken for a stick."""
    (tmp_path / "stick").mkdir()
    return stick_at(tmp_path / "stick")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Where what arrives is taken in."""
    (tmp_path / "home").mkdir()
    return tmp_path / "home"


def files(size: int = 3_000_000) -> list[Outgoing]:
    """A package and its note."""
    return [Outgoing(PACKAGE, os.urandom(size)), Outgoing(NOTE, "北站发给县局，请勿改动。".encode())]


def test_what_was_sent_arrives_whole(stick: Place, home: Path, tmp_path: Path) -> None:
    source = tmp_path / "export.tmp"
    source.write_bytes(os.urandom(5_000_001))
    told = send(stick, COUNTY, NORTH, "beizhan-xianju-000012", [Outgoing(PACKAGE, source), files(1)[1]])
    assert told.sentence == "已写好，并从 U 盘重新读出核对无误，可以拔出。"
    assert (told.files, told.kept) == (2, 0)
    found = inbox(stick, COUNTY)
    (shipment,) = found.shipments
    assert (shipment.sender, shipment.recipient, shipment.whole) == (NORTH, COUNTY, True)
    assert found.unfinished == ()
    (taken,) = take_in(stick, shipment, home)
    assert taken.read_bytes() == source.read_bytes()
    assert sorted(path.name for path in told.folder.iterdir()) == sorted(
        [PACKAGE, NOTE, "beizhan-xianju-000012-清单.json"]
    )


def test_one_stick_serves_many_and_each_reads_its_own(stick: Place) -> None:
    for recipient, sender in ((COUNTY, NORTH), (COUNTY, SOUTH), (NORTH, COUNTY)):
        send(stick, recipient, sender, f"{sender}-1", [Outgoing(f"{sender}-{recipient}-000001.yzt", b"x")])
    assert [shipment.sender for shipment in inbox(stick, COUNTY).shipments] == [NORTH, SOUTH]
    assert [shipment.sender for shipment in inbox(stick, NORTH).shipments] == [COUNTY]
    assert inbox(stick, SOUTH).shipments == ()
    assert [shipment.recipient for shipment in outbox(stick, COUNTY).shipments] == [NORTH]


def test_the_list_tells_length_and_hash_and_is_written_last(stick: Place) -> None:
    disk = WatchedDisk(lambda _count, _name: None)
    told = send(stick, COUNTY, NORTH, "s", files(10), calls=disk)
    listing = msgspec.json.decode((told.folder / "s-清单.json").read_bytes())
    assert [one["name"] for one in listing["files"]] == [PACKAGE, NOTE]
    assert [one["size"] for one in listing["files"]] == [10, len(files()[1].content)]  # type: ignore[arg-type]
    one_file = ["open_new", "write", "sync", "rename", "sync_directory", "read_back"]
    calls = [name for name, before in zip(disk.calls, ["", *disk.calls], strict=False) if name != before]
    assert calls[-6:] == one_file
    assert calls[-12:-6] == one_file


def test_progress_tells_bytes_written_and_read_back(stick: Place) -> None:
    told: list[tuple[int, int]] = []
    send(stick, COUNTY, NORTH, "s", [Outgoing(PACKAGE, bytes(2_500_000))], lambda *step: told.append(step))
    assert told[-1] == (5_000_000, 5_000_000)
    assert [done for done, _total in told] == sorted(done for done, _total in told)
    assert len(told) > 4


def test_a_long_file_is_synced_as_it_goes_so_that_progress_is_true(stick: Place) -> None:
    """A slow stick would otherwise stand at 100 % for minutes with everything still in memory."""
    disk = WatchedDisk(lambda _count, _name: None)
    send(stick, COUNTY, NORTH, "s", [Outgoing(PACKAGE, bytes(20_000_000))], calls=disk)
    assert disk.calls[: disk.calls.index("rename")].count("sync") == 3


class Stopped(Exception):
    """The user pressed 取消."""


def test_cancelled_in_the_middle_nothing_is_visible_and_the_next_run_continues(stick: Place) -> None:
    sent = files(6_000_000)

    def stop(done: int, _total: int) -> None:
        if done > 3_000_000:
            raise Stopped

    with pytest.raises(Stopped):
        send(stick, COUNTY, NORTH, "s", sent, stop)
    found = inbox(stick, COUNTY)
    assert found.shipments == ()
    assert [path.name for path in found.unfinished] == [f"{PACKAGE}.part"]
    disk = WatchedDisk(lambda _count, _name: None)
    told = send(stick, COUNTY, NORTH, "s", sent, calls=disk)
    assert "cut" in disk.calls, "the part was continued"
    assert (told.folder / PACKAGE).read_bytes() == sent[0].content
    assert inbox(stick, COUNTY).unfinished == ()


def test_a_part_of_something_else_is_not_continued(stick: Place) -> None:
    folder = stick.path / ROOT / COUNTY / NORTH
    folder.mkdir(parents=True)
    (folder / f"{PACKAGE}.part").write_bytes(b"other" * 1000)
    told = send(stick, COUNTY, NORTH, "s", files(100))
    assert (told.folder / PACKAGE).stat().st_size == 100


def test_the_same_again_writes_nothing_new(stick: Place) -> None:
    sent = files(100_000)
    send(stick, COUNTY, NORTH, "s", sent)
    disk = WatchedDisk(lambda _count, _name: None)
    again = send(stick, COUNTY, NORTH, "s", sent, calls=disk)
    assert again.kept == 2
    assert not {"write", "rename", "remove"} & set(disk.calls)


def test_a_file_that_became_empty_is_written_again(stick: Place) -> None:
    """What exFAT leaves of a file when the stick is pulled too early."""
    sent = files(100_000)
    told = send(stick, COUNTY, NORTH, "s", sent)
    (told.folder / PACKAGE).write_bytes(b"")
    assert inbox(stick, COUNTY).shipments[0].missing == (PACKAGE,)
    assert send(stick, COUNTY, NORTH, "s", sent).kept == 1
    assert inbox(stick, COUNTY).shipments[0].whole


def test_a_whole_file_of_an_earlier_shipment_is_never_replaced(stick: Place) -> None:
    sent = files(100)
    told = send(stick, COUNTY, NORTH, "s", sent)
    for shipment in ("s", "t"):
        with pytest.raises(EnvironmentProblem, match="已有同名而内容不同的"):
            send(stick, COUNTY, NORTH, shipment, files(100))
    assert (told.folder / PACKAGE).read_bytes() == sent[0].content
    assert inbox(stick, COUNTY).shipments[0].whole


def test_a_card_that_keeps_wrong_bytes_is_told_and_lists_nothing(stick: Place) -> None:
    with pytest.raises(EnvironmentProblem, match="读出来不一样"):
        send(stick, COUNTY, NORTH, "s", files(), calls=BadCard())
    assert inbox(stick, COUNTY).shipments == ()


def test_what_the_stick_spoiled_later_is_not_taken_in(stick: Place, home: Path) -> None:
    told = send(stick, COUNTY, NORTH, "s", files(50_000))
    spoiled = bytearray((told.folder / PACKAGE).read_bytes())
    spoiled[777] ^= 1
    (told.folder / PACKAGE).write_bytes(spoiled)
    (shipment,) = inbox(stick, COUNTY).shipments
    with pytest.raises(EnvironmentProblem, match="与清单不一致"):
        take_in(stick, shipment, home)
    assert list(home.iterdir()) == []


def test_taking_in_again_copies_nothing_and_repairs_what_is_damaged_here(stick: Place, home: Path) -> None:
    sent = files(50_000)
    send(stick, COUNTY, NORTH, "s", sent)
    (shipment,) = inbox(stick, COUNTY).shipments
    (path,) = take_in(stick, shipment, home)
    first = path.stat().st_ino
    assert take_in(stick, shipment, home) == [path]
    assert path.stat().st_ino == first
    path.write_bytes(b"damaged here")
    take_in(stick, shipment, home)
    assert path.read_bytes() == sent[0].content


def test_a_package_larger_than_fat_knows_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    large = tmp_path / "large.yzt"
    with large.open("wb") as file:
        file.truncate(2**32)
    (tmp_path / "stick").mkdir()
    plain = stick_at(tmp_path / "stick")
    fat = Place(plain.path, plain.device, "vfat", plain.word)
    with pytest.raises(EnvironmentProblem, match=r"超过 4 GB，FAT.*分卷导出"):
        send(fat, COUNTY, NORTH, "s", [Outgoing(PACKAGE, large)])
    assert list(fat.path.iterdir()) == []


def test_our_own_unreadable_file_is_not_blamed_on_the_stick(stick: Place, tmp_path: Path) -> None:
    with pytest.raises(EnvironmentProblem, match="读取要发送的文件没有成功"):
        send(stick, COUNTY, NORTH, "s", [Outgoing(PACKAGE, tmp_path / "gone.yzt")])


@pytest.mark.parametrize(
    "name", ["../x.yzt", "a/b.yzt", "CON.yzt", "x.exe", ".yzt", "a..yzt", "", "a.yzt.part"]
)
def test_a_name_of_another_shape_is_our_own_mistake(stick: Place, name: str) -> None:
    with pytest.raises(ValueError, match="no files for a carrier"):
        send(stick, COUNTY, NORTH, "s", [Outgoing(name, b"x")])


def test_tidying_removes_what_was_chosen_and_nothing_else(stick: Place) -> None:
    for number in (1, 2, 3):
        name = f"beizhan-xianju-00000{number}"
        send(stick, COUNTY, NORTH, name, [Outgoing(f"{name}.yzt", bytes(number * 100))])
    folder = stick.path / ROOT / COUNTY / NORTH
    (folder / "beizhan-xianju-000009.yzt.part").write_bytes(b"half")
    (folder / "照片.jpg").write_bytes(b"somebody's")
    mine = outbox(stick, NORTH)
    assert [shipment.size for shipment in mine.shipments] == [100, 200, 300]
    assert tidy(stick, mine.shipments[:2], mine.unfinished) == 304
    assert sorted(path.name for path in folder.iterdir()) == [
        "beizhan-xianju-000003-清单.json",
        "beizhan-xianju-000003.yzt",
        "照片.jpg",
    ]


def test_tidying_keeps_a_file_another_list_still_needs(stick: Place) -> None:
    package = Outgoing(PACKAGE, b"same")
    send(stick, COUNTY, NORTH, "s", [package])
    send(stick, COUNTY, NORTH, "t", [package])
    first, _second = outbox(stick, NORTH).shipments
    assert tidy(stick, [first]) == 0
    assert [shipment.whole for shipment in outbox(stick, NORTH).shipments] == [True]


def test_only_the_tree_of_the_stick_is_tidied(stick: Place, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "s-清单.json").write_bytes(b"{}")
    with pytest.raises(ValueError):
        tidy(stick, [Shipment(name="s", folder=other, files=())])
    (stick.path / ROOT).symlink_to(other)
    with pytest.raises(ValueError):
        tidy(stick, [Shipment(name="s", folder=stick.path / ROOT, files=())])
    assert (other / "s-清单.json").exists()


def test_a_folder_says_nothing_of_pulling_out(tmp_path: Path) -> None:
    told = send(folder_at(tmp_path), COUNTY, NORTH, "s", files(10))
    assert told.sentence == "已写好，并重新读出核对无误。"
