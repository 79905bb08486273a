"""import-orders: counts, reasons, several files, all or nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.system.resources import path_of
from tests.cli.conftest import Run

PLATFORM = path_of("resources/demo/orders_platform.xlsx")
LISTING = path_of("resources/demo/orders_list.csv")


def test_two_files_in_two_layouts_and_encodings(yzt: Run, data: Path) -> None:
    told = yzt("import-orders", "--data", data, PLATFORM, LISTING, "--json")
    assert (told.code, told.err) == (0, "")
    report = told.json()
    assert (report["new"], report["known"], report["damaged"]) == (5, 0, 1)
    assert [row["verdict"] for row in report["rows"]] == ["new"] * 5 + ["damaged"]
    assert [row["file"] for row in report["rows"]] == [PLATFORM.name] * 3 + [LISTING.name] * 3
    assert [row["row"] for row in report["rows"]] == [2, 3, 4, 2, 3, 4]
    ruined = report["rows"][-1]
    assert "科学记数" in ruined["reason"]
    assert ruined["number"] == ""
    assert [row["number"] for row in report["rows"][:5]] == [f"消投〔2026〕{n}号" for n in range(3, 8)]
    assert len(yzt("list", "--data", data, "--json").json()) == 7


def test_what_is_here_already_is_known(yzt: Run, data: Path) -> None:
    first = yzt("import-orders", "--data", data, PLATFORM, "--json").json()
    again = yzt("import-orders", "--data", data, PLATFORM, PLATFORM, "--json").json()
    assert (again["new"], again["known"], again["damaged"]) == (0, 6, 0)
    assert [row["number"] for row in again["rows"][:3]] == [row["number"] for row in first["rows"]]
    assert all("已经导入过" in row["reason"] for row in again["rows"])


def test_the_same_file_twice_is_one(yzt: Run, data: Path) -> None:
    report = yzt("import-orders", "--data", data, PLATFORM, PLATFORM, "--json").json()
    assert (report["new"], report["known"]) == (3, 3)


def test_a_preview_writes_nothing(yzt: Run, data: Path) -> None:
    report = yzt("import-orders", "--data", data, PLATFORM, "--preview", "--json").json()
    assert (report["new"], report["imported"]) == (3, False)
    assert len(yzt("list", "--data", data, "--json").json()) == 2


def test_text_for_people(yzt: Run, data: Path) -> None:
    told = yzt("import-orders", "--data", data, LISTING)
    assert told.out.endswith("新增 2，已有 0，有问题 1；已登记 2 件。\n")
    assert "龚𬭎" in yzt("list", "--data", data).out
    assert "1360429002026111800090001" in told.out


@pytest.mark.parametrize(
    ("name", "content", "part"),
    [
        ("empty.xlsx", b"", "空"),
        ("broken.xlsx", b"PK\x03\x04 and nothing more", "broken.xlsx"),
        ("letter.csv", "尊敬的领导：\n您好\n".encode(), "没有找到表头"),
        ("missing.xlsx", None, "missing.xlsx"),
    ],
)
def test_one_bad_file_stops_all(
    yzt: Run, data: Path, tmp_path: Path, name: str, content: bytes | None, part: str
) -> None:
    bad = tmp_path / name
    if content is not None:
        bad.write_bytes(content)
    assert part in yzt("import-orders", "--data", data, PLATFORM, bad).refused()
    assert len(yzt("list", "--data", data, "--json").json()) == 2
