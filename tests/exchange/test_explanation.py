"""The note beside a package says what it is to somebody without our program, and nothing about a person."""

from __future__ import annotations

from pathlib import Path

from app.exchange.explanation import explanation, write_explanation
from tests.exchange.parties import COUNTY, STATION, event_lines, packed


def test_the_note(tmp_path: Path) -> None:
    header = packed(tmp_path / "p", number=7, events=event_lines(3))
    text = explanation(
        header,
        name="青山镇消保站-县局-000007.yzt",
        sender=STATION.card.name,
        recipient=COUNTY.card.name,
        events=3,
        attachments=2,
        volumes=4,
    )
    for told in (
        "青山镇消保站",
        "示范县市场监督管理局",
        "第 7 号",
        "2026-11-21 10:00",
        "3 条",
        "2 个",
        "4 卷",
        header.id,
    ):
        assert told in text
    assert "不要改名、编辑或另存" in text
    write_explanation(tmp_path / "说明.txt", text)
    data = (tmp_path / "说明.txt").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") == data.count(b"\n") == text.count("\n")
    assert data.decode("utf-8-sig").replace("\r\n", "\n") == text
