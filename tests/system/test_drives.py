"""Sticks are found by what the system says of them, real mounts and tables kept from real machines."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.system.drives import Drive, DriveWatch, Linux, file_system_of, removable_drives, shown_label
from tests.loop_media import MEGABYTE, stick

# Lines of mountinfo as a laptop with a stick, a card, an NTFS disk and an encrypted stick shows them.
# {0} is a folder that exists, so that room can be asked for.
_TABLE = """\
22 28 0:21 / /proc rw,nosuid - proc proc rw
28 1 259:2 / / rw,relatime shared:1 - ext4 /dev/nvme0n1p2 rw
36 28 259:1 / /boot/efi rw,relatime - vfat /dev/nvme0n1p1 rw
40 28 8:17 / {0}/media/wang/\\345\\267\\245\\344\\275\\234\\040A rw,nosuid shared:2 - vfat /dev/sdb1 rw,utf8
41 28 8:17 /x {0}/bound rw - vfat /dev/sdb1 rw
42 28 179:1 / {0}/media/wang/CARD ro,nosuid - exfat /dev/mmcblk0p1 rw
43 28 179:257 / {0}/media/wang/EMMC rw - ext4 /dev/mmcblk1p1 rw
44 28 0:55 / {0}/media/wang/NTFS rw - fuseblk /dev/sdc1 rw,user_id=0
45 28 253:0 / {0}/media/wang/SECRET rw - ext4 /dev/mapper/luks-1 ro
46 28 8:1 / {0}/data rw - ext4 /dev/sda1 rw
47 28 8:33 / {0}/media/wang/GONE rw - vfat /dev/sdd1 rw
a line that is none
48 28 8:34
"""


def block(sys: Path, number: str, at: str, *, partition: bool = True, removable: str = "0") -> Path:
    """A block device as /sys shows it: its place on the bus, its number, its name."""
    device = sys / "devices" / at
    device.mkdir(parents=True)
    disk = device.parent if partition else device
    (disk / "removable").write_text(f"{removable}\n")
    if partition:
        (device / "partition").write_text("1\n")
    for folder, name in (("dev/block", number), ("class/block", device.name)):
        (sys / folder).mkdir(parents=True, exist_ok=True)
        (sys / folder / name).symlink_to(device)
    return disk


@pytest.fixture
def laptop(tmp_path: Path) -> Linux:
    """The tables of that laptop."""
    sys, labels = tmp_path / "sys", tmp_path / "labels"
    block(sys, "259:2", "pci0/nvme/nvme0n1/nvme0n1p2")
    block(sys, "8:17", "pci0/ata1/sdb/sdb1", removable="1")
    card = block(sys, "179:1", "pci0/mmc_host/mmc0/mmcblk0/mmcblk0p1")
    soldered = block(sys, "179:257", "pci0/mmc_host/mmc1/mmcblk1/mmcblk1p1")
    for disk, kind in ((card, "SD"), (soldered, "MMC")):
        (disk / "device").mkdir()
        (disk / "device" / "type").write_text(f"{kind}\n")
    ntfs = block(sys, "8:32", "pci0/usb2/2-1/host3/sdc/sdc1")
    secret = block(sys, "253:0", "virtual/block/dm-0", partition=False)
    (secret / "slaves").mkdir()
    (secret / "slaves" / "sdc1").symlink_to(ntfs / "sdc1")
    block(sys, "8:1", "pci0/ata2/sda/sda1")
    block(sys, "8:33", "pci0/ata3/sdd/sdd1", removable="1")
    labels.mkdir()
    (labels / "\\x41\\xe7\\x9b\\x98").symlink_to("/dev/sdc1")
    for name in ("工作 A", "CARD", "EMMC", "NTFS", "SECRET"):
        (tmp_path / "media" / "wang" / name).mkdir(parents=True)
    (tmp_path / "data").mkdir()
    (tmp_path / "bound").mkdir()
    table = tmp_path / "mountinfo"
    table.write_bytes(_TABLE.format(tmp_path).encode())
    return Linux(mountinfo=table, sys=sys, labels=labels)


def test_sticks_cards_and_usb_disks_are_found_and_nothing_else(laptop: Linux) -> None:
    found = {drive.path.name: drive for drive in laptop.drives()}
    assert sorted(found) == ["CARD", "NTFS", "SECRET", "工作 A"]
    assert found["工作 A"].file_system == "vfat"
    assert found["工作 A"].writable
    assert found["工作 A"].total >= found["工作 A"].free > 0
    assert not found["CARD"].writable
    assert not found["SECRET"].writable, "the file system itself is read-only"
    assert found["NTFS"].label == "A盘"


def test_a_stick_pulled_out_a_moment_ago_is_not_listed(laptop: Linux) -> None:
    assert "GONE" not in {drive.path.name for drive in laptop.drives()}


def test_the_running_system_is_no_stick_even_when_it_runs_from_one(tmp_path: Path) -> None:
    block(tmp_path / "sys", "8:1", "pci0/usb1/sda/sda1", removable="1")
    table = tmp_path / "mountinfo"
    table.write_text("1 0 8:1 / / rw - ext4 /dev/sda1 rw\n2 1 8:1 / /home rw - ext4 /dev/sda1 rw\n")
    assert Linux(mountinfo=table, sys=tmp_path / "sys", labels=tmp_path).drives() == []


def test_a_later_mount_at_one_place_covers_the_first(tmp_path: Path, laptop: Linux) -> None:
    with laptop.mountinfo.open("a") as table:
        table.write(f"49 28 8:1 / {tmp_path}/media/wang/CARD rw - ext4 /dev/sda1 rw\n")
    assert "CARD" not in {drive.path.name for drive in laptop.drives()}


@pytest.mark.parametrize("kind", ["ext4", "tmpfs", "vfat"])
def test_a_real_mount_is_listed_with_its_room_and_goes_when_pulled(tmp_path: Path, kind: str) -> None:
    megabytes = 64 if kind == "vfat" else 8
    with stick(tmp_path, kind, megabytes) as plugged:
        linux = Linux(also=lambda mount: mount.path == plugged.path)
        (drive,) = [drive for drive in linux.drives() if drive.path == plugged.path]
        assert drive.file_system == kind
        assert 0 < drive.free <= drive.total <= megabytes * MEGABYTE
        assert drive.writable
        assert file_system_of(plugged.path / "not" / "there") == kind
        plugged.write_protect()
        (drive,) = [drive for drive in linux.drives() if drive.path == plugged.path]
        assert not drive.writable
        plugged.pull()
        assert plugged.path not in [drive.path for drive in linux.drives()]


def test_a_loop_device_nobody_marked_is_no_stick(tmp_path: Path) -> None:
    with stick(tmp_path, "ext4", 8) as plugged:
        assert plugged.path not in [drive.path for drive in removable_drives()]


def test_a_watch_tells_what_came_and_what_went(tmp_path: Path) -> None:
    with stick(tmp_path, "ext4", 8) as plugged:
        linux = Linux(also=lambda mount: mount.path == plugged.path)
        watch = DriveWatch(linux.drives)
        first = watch.look()
        assert [drive.path for drive in first.drives] == [plugged.path]
        assert first.arrived == first.gone == ()
        plugged.pull()
        second = watch.look()
        assert second.drives == ()
        assert [drive.path for drive in second.gone] == [plugged.path]
        plugged.push_in()
        assert [drive.path for drive in watch.look().arrived] == [plugged.path]
        assert watch.look().arrived == ()


def test_another_stick_at_the_same_path_is_told_as_another() -> None:
    def drive(device: str) -> Drive:
        return Drive(Path("/media/a"), device, "A", "vfat", 1, 2, writable=True)

    answers = [[drive("8:17")], [drive("8:33")]]
    watch = DriveWatch(lambda: answers.pop(0))
    watch.look()
    second = watch.look()
    assert [gone.device for gone in second.gone] == ["8:17"]
    assert [came.device for came in second.arrived] == ["8:33"]


def test_a_label_is_one_short_line() -> None:
    assert shown_label("县局\n\u202e盘\x00" + "x" * 100) == "县局盘" + "x" * 37
    assert shown_label(" \x07 ") == "U 盘"
