"""print: a paper by id or name, as draft or with its number."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run

CASE = "消投〔2026〕1号"


def test_issuing_takes_a_number_once(yzt: Run, data: Path, tmp_path: Path) -> None:
    out = tmp_path / "受理.pdf"
    first = yzt("print", CASE, "acceptance_decision", "--data", data, "--out", out)
    assert first.code == 0
    assert "江市监青受〔" in first.out
    assert out.read_bytes().startswith(b"%PDF")
    again = yzt("print", CASE, "投诉受理决定书", "--data", data, "--out", out)
    assert "第1号" in again.out
    assert "第 2 次制作" in again.out
    other = yzt("show", CASE, "--data", data, "--json").json()["papers"]
    assert [(p["serial"], p["printing"]) for p in other] == [(1, 1), (0, 2)]


def test_a_draft_takes_none(yzt: Run, data: Path, tmp_path: Path) -> None:
    out = tmp_path / "draft.pdf"
    assert yzt("print", CASE, "acceptance_decision", "--draft", "--data", data, "--out", out).code == 0
    assert out.read_bytes().startswith(b"%PDF")
    assert yzt("show", CASE, "--data", data, "--json").json()["papers"] == []


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ((CASE, "diploma"), "投诉没有名为“diploma”的文书"),
        ((CASE, "移送函"), "投诉没有名为“移送函”的文书"),
        ((CASE, "投诉调解书"), "还没有达成调解协议"),
        ((CASE, "mediation_record"), "还没有调解记录"),
        ((CASE, "acceptance_decision", "--to", "respondent"), "受送达人"),
        (("消投〔2026〕9号", "complaint_registration"), "没有编号为"),
    ],
)
def test_what_cannot_be_printed(
    yzt: Run, data: Path, tmp_path: Path, words: tuple[str, ...], part: str
) -> None:
    out = tmp_path / "x.pdf"
    assert part in yzt("print", *words, "--data", data, "--out", out).refused()
    assert not out.exists()


def test_a_place_that_is_none_uses_up_no_number(yzt: Run, data: Path, tmp_path: Path) -> None:
    words = ("print", CASE, "acceptance_decision", "--data", data, "--out")
    yzt(*words, tmp_path / "missing" / "x.pdf").refused()
    assert "第1号" in yzt(*words, tmp_path / "x.pdf").out
