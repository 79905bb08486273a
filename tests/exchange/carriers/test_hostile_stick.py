"""Whatever somebody put on a stick: nothing foreign is opened, followed, removed or waited for."""

from __future__ import annotations

import os
import string
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.exchange.carriers.carrier_names import (
    is_carried_name,
    is_package_name,
    is_word,
    list_name,
    shipment_of,
)
from app.exchange.carriers.places import Place, stick_at
from app.exchange.carriers.proven_writing import Outgoing
from app.exchange.carriers.shipments import take_in
from app.exchange.carriers.stick import ROOT, inbox, outbox, send
from app.system.errors import EnvironmentProblem
from tests.loop_media import stick as small_disk

COUNTY, NORTH = "xianju", "beizhan"
PACKAGE = "beizhan-xianju-000012.yzt"
SECRET = "beizhan-xianju-000099.yzt"
SOUND = "0" * 64


@pytest.fixture
def stick(tmp_path: Path) -> Place:
    """A folder that is taken for a stick."""
    (tmp_path / "stick").mkdir()
    return stick_at(tmp_path / "stick")


@pytest.fixture
def letterbox(stick: Place) -> Path:
    """The folder of one sender on it."""
    folder = stick.path / ROOT / COUNTY / NORTH
    folder.mkdir(parents=True)
    return folder


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    """A file of this computer that is none of the stick's business."""
    folder = tmp_path / "computer"
    folder.mkdir()
    (folder / SECRET).write_bytes(b"secret")
    return folder


def list_of(*files: object) -> bytes:
    """A list with these files in it."""
    return msgspec.json.encode({"format": 1, "files": files})


HOSTILE_NAMES = [
    "../../etc/passwd",
    "..\\..\\x.yzt",
    "/etc/x.yzt",
    "C:\\x.yzt",
    "C:x.yzt",
    "x.yzt:stream",
    "CON.yzt",
    "con.yzt",
    "NUL.txt",
    "COM1.yzt",
    "LPT9.1of2.yzv",
    ".yzt",
    ".hidden.yzt",
    "x.yzt ",
    "x.yzt.",
    "x .yzt",
    "x\u202etzy.exe",
    "x\u200b.yzt",
    "x\x00.yzt",
    "x\n.yzt",
    "x.exe",
    "x.yzt.exe",
    "autorun.inf",
    "desktop.ini",
    "x.lnk",
    "x.yzt.lnk",
    "-.yzt",
    "x.1of2of3.yzv",
    "x.11111of2.yzv",
    "a" * 117 + ".yzt",
    "县" * 40 + ".yzt",
    "\udcff.yzt",
    "x\uff0fy.yzt",
    "",
    ".",
    "..",
]


@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_a_hostile_name_is_not_ours(name: str) -> None:
    assert not is_package_name(name)
    assert not is_carried_name(name)


@pytest.mark.parametrize(
    "name",
    [
        PACKAGE,
        "beizhan-xianju-000012.3of12.yzv",
        "北街服务站-入网申请.yzr",
        "北街服务站-入网批复.yzt",
        "北街服务站-更换密钥.yzk",
        "beizhan-xianju-000012-说明.txt",
    ],
)
def test_the_names_of_the_format_are_ours(name: str) -> None:
    assert is_carried_name(name)


@given(st.text(alphabet=string.printable + "县局\u202e\udcff\\/:.", max_size=130))
def test_no_name_that_is_ours_leaves_its_folder(name: str) -> None:
    if is_carried_name(name) or is_word(name):
        assert Path(name).name == name
        assert not set(name) & set('/\\:*?"<>|\x00')
        assert not name.startswith(".")
        assert len(name.encode()) <= 120
    assert shipment_of(list_name(name)) in (None, name)


@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_a_list_that_names_what_is_not_ours_counts_for_nothing(
    stick: Place, letterbox: Path, name: str
) -> None:
    if "\udcff" in name:
        pytest.skip("no JSON holds half a character")
    (letterbox / PACKAGE).write_bytes(b"")
    (letterbox / "s-清单.json").write_bytes(
        list_of({"name": PACKAGE, "size": 0, "sha256": SOUND}, {"name": name, "size": 0, "sha256": SOUND})
    )
    assert inbox(stick, COUNTY).shipments == ()


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"{",
        b"[" * 100_000,
        b'{"format":1,"files":[]}',
        b'{"format":2,"files":[{"name":"a-b-000001.yzt","size":1,"sha256":"' + b"0" * 64 + b'"}]}',
        list_of({"name": PACKAGE, "size": -1, "sha256": SOUND}),
        list_of({"name": PACKAGE, "size": 2**63, "sha256": SOUND}),
        list_of({"name": PACKAGE, "size": 1.5, "sha256": SOUND}),
        list_of({"name": PACKAGE, "size": 1, "sha256": "ABC"}),
        list_of({"name": PACKAGE, "size": 1, "sha256": SOUND, "run": "x.exe"}),
        list_of(*[{"name": PACKAGE, "size": 1, "sha256": SOUND}] * 2),
        list_of(
            *[{"name": name, "size": 1, "sha256": SOUND} for name in ("a-b-000001.yzt", "A-b-000001.yzt")]
        ),
        b" " * 5_000_000,
        b'{"format":1,"files":"\xff"}',
    ],
)
def test_a_damaged_or_crafted_list_counts_for_nothing(stick: Place, letterbox: Path, raw: bytes) -> None:
    (letterbox / "s-清单.json").write_bytes(raw)
    found = inbox(stick, COUNTY)
    assert found.shipments == ()
    assert [path.name for path in found.unfinished] == ["s-清单.json"]


def test_links_are_never_followed(stick: Place, secret: Path, tmp_path: Path) -> None:
    for depth in (ROOT, f"{ROOT}/{COUNTY}", f"{ROOT}/{COUNTY}/{NORTH}"):
        base = tmp_path / str(len(depth))
        (base / depth).parent.mkdir(parents=True)
        (base / depth).symlink_to(secret)
        (secret / "s-清单.json").write_bytes(list_of({"name": SECRET, "size": 6, "sha256": SOUND}))
        place = stick_at(base)
        assert inbox(place, COUNTY).shipments == ()
        assert outbox(place, NORTH).shipments == ()
        with pytest.raises(EnvironmentProblem, match="是文件或链接"):
            send(place, COUNTY, NORTH, "s", [Outgoing(PACKAGE, b"x")])
    assert sorted(path.name for path in secret.iterdir()) == [SECRET, "s-清单.json"]


def test_a_link_in_place_of_a_listed_file_is_missing(stick: Place, letterbox: Path, secret: Path) -> None:
    (letterbox / PACKAGE).symlink_to(secret / SECRET)
    (letterbox / "s-清单.json").write_bytes(list_of({"name": PACKAGE, "size": 6, "sha256": SOUND}))
    (shipment,) = inbox(stick, COUNTY).shipments
    assert shipment.missing == (PACKAGE,)
    with pytest.raises(EnvironmentProblem, match="找不到"):
        take_in(stick, shipment, secret)
    assert [path.name for path in secret.iterdir()] == [SECRET]


@pytest.mark.parametrize("ending", ["", ".part"])
def test_writing_never_goes_through_a_link(stick: Place, letterbox: Path, secret: Path, ending: str) -> None:
    (letterbox / f"{PACKAGE}{ending}").symlink_to(secret / SECRET)
    if ending:
        send(stick, COUNTY, NORTH, "s", [Outgoing(PACKAGE, b"mine")])
        assert (letterbox / PACKAGE).read_bytes() == b"mine"
    else:
        with pytest.raises(EnvironmentProblem, match="是文件夹或链接"):
            send(stick, COUNTY, NORTH, "s", [Outgoing(PACKAGE, b"mine")])
    assert (secret / SECRET).read_bytes() == b"secret"


def test_a_part_with_a_second_name_is_not_written_into(stick: Place, letterbox: Path, secret: Path) -> None:
    os.link(secret / SECRET, letterbox / f"{PACKAGE}.part")
    send(stick, COUNTY, NORTH, "s", [Outgoing(PACKAGE, b"mine")])
    assert (secret / SECRET).read_bytes() == b"secret"


def test_pipes_and_folders_with_our_names_hold_nobody_up(stick: Place, letterbox: Path) -> None:
    os.mkfifo(letterbox / PACKAGE)
    os.mkfifo(letterbox / "s-清单.json")
    (letterbox / "beizhan-xianju-000013.yzt").mkdir()
    (letterbox / "t-清单.json").mkdir()
    found = inbox(stick, COUNTY)
    assert (found.shipments, found.unfinished, found.foreign) == ((), (), 4)


def test_foreign_files_are_counted_and_left_alone(stick: Place, letterbox: Path) -> None:
    names = ["autorun.inf", "照片.jpg", ".Trashes", "setup.exe", "x.lnk"]
    for name in names:
        (letterbox / name).write_bytes(b"foreign")
    (stick.path / "autorun.inf").write_bytes(b"[autorun]\nopen=x.exe")
    (stick.path / ROOT / COUNTY / "不是 地址").mkdir()
    send(stick, COUNTY, NORTH, "s", [Outgoing(PACKAGE, b"mine")])
    found = inbox(stick, COUNTY)
    assert found.foreign == 5
    assert len(found.shipments) == 1
    assert all((letterbox / name).read_bytes() == b"foreign" for name in names)


def test_a_list_that_promises_more_than_fits_is_refused_before_copying(
    stick: Place, letterbox: Path, tmp_path: Path
) -> None:
    huge = letterbox / PACKAGE
    with huge.open("wb") as file:
        file.truncate(2**37)
    (letterbox / "s-清单.json").write_bytes(list_of({"name": PACKAGE, "size": 2**37, "sha256": SOUND}))
    assert inbox(stick, COUNTY).shipments == (), "no package is as large as that"
    os.truncate(huge, 2**30)
    (letterbox / "s-清单.json").write_bytes(list_of({"name": PACKAGE, "size": 2**30, "sha256": SOUND}))
    (shipment,) = inbox(stick, COUNTY).shipments
    with small_disk(tmp_path, "tmpfs", 8, "home") as home:
        with pytest.raises(EnvironmentProblem, match="空间不够"):
            take_in(stick, shipment, home.path)
        assert list(home.path.iterdir()) == []


def test_far_too_many_files_are_refused_in_words(
    stick: Place, letterbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.exchange.carriers.places.MOST_ENTRIES", 50)
    for number in range(60):
        (letterbox / f"{number}.jpg").touch()
    with pytest.raises(EnvironmentProblem, match="超过 50 个"):
        inbox(stick, COUNTY)
