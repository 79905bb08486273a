"""Any folder carries: what goes out is listed, what comes in is found whatever a person points at."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.exchange.carriers.folder import find, send
from app.exchange.carriers.places import folder_at, stick_at
from app.exchange.carriers.proven_writing import Outgoing
from app.exchange.carriers.shipments import take_in
from app.exchange.carriers.stick import send as send_on_stick
from app.system.errors import EnvironmentProblem

PACKAGE = "beizhan-xianju-000012.yzt"


def test_what_goes_out_lies_flat_in_the_folder_and_is_found_there(tmp_path: Path) -> None:
    out, home = tmp_path / "out", tmp_path / "home"
    out.mkdir()
    home.mkdir()
    send(folder_at(out), "beizhan-xianju-000012", [Outgoing(PACKAGE, b"content")])
    assert sorted(path.name for path in out.iterdir()) == ["beizhan-xianju-000012-清单.json", PACKAGE]
    found = find(out, "xianju")
    assert found.loose == found.broken == ()
    (taken,) = take_in(found.place, found.shipments[0], home)
    assert taken.read_bytes() == b"content"


def test_a_folder_with_a_copied_stick_in_it_is_read_as_one(tmp_path: Path) -> None:
    send_on_stick(stick_at(tmp_path), "xianju", "beizhan", "s", [Outgoing(PACKAGE, b"x")])
    assert [shipment.sender for shipment in find(tmp_path, "xianju").shipments] == ["beizhan"]
    assert find(tmp_path, "nanzhan").shipments == ()


def test_files_a_browser_renamed_are_found_and_foreign_ones_are_not(tmp_path: Path) -> None:
    for name in ("beizhan-xianju-000012 (1).yzt", "a.YZV", "x.exe", "照片.jpg"):
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / "link.yzt").symlink_to(tmp_path / "x.exe")
    (tmp_path / "folder.yzt").mkdir()
    assert [path.name for path in find(tmp_path, "xianju").loose] == [
        "a.YZV",
        "beizhan-xianju-000012 (1).yzt",
    ]


def test_a_single_file_is_found_by_itself(tmp_path: Path) -> None:
    (tmp_path / "a.yzt").write_bytes(b"x")
    (tmp_path / "b.yzt").write_bytes(b"x")
    assert find(tmp_path / "a.yzt", "xianju").loose == (tmp_path / "a.yzt",)
    assert find(tmp_path / "gone.yzt", "xianju").loose == ()


def test_a_shipment_with_something_missing_is_told_apart(tmp_path: Path) -> None:
    send(folder_at(tmp_path), "s", [Outgoing(PACKAGE, b"content")])
    (tmp_path / PACKAGE).unlink()
    found = find(tmp_path, "xianju")
    assert found.shipments == ()
    assert found.broken[0].missing == (PACKAGE,)


def test_a_place_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentProblem, match="找不到这个位置"):
        folder_at(tmp_path / "gone")
    (tmp_path / "file").touch()
    with pytest.raises(EnvironmentProblem, match="不是文件夹"):
        folder_at(tmp_path / "file")
