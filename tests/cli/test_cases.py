"""list and show: the same case by every name it has."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.test_work_orders import PLATFORM


def test_list_as_json(yzt: Run, data: Path) -> None:
    cases = yzt("list", "--data", data, "--json").json()
    assert [case["number"] for case in cases] == ["消投〔2026〕2号", "消投〔2026〕1号"]
    first = cases[1]
    assert first["complainant"] == "陈䶮"
    assert first["amount_cents"] == 30_000
    assert (first["phase"], first["phase_label"]) == ("accepted", "办理中")
    assert first["due"] == "2027-01-20"
    assert first["provisional"] is True


@pytest.mark.parametrize("query", ["陈䶮", "13907925561", "〔2026〕1号", "宏达", "充氟费", "hddqsh"])
def test_search(yzt: Run, data: Path, query: str) -> None:
    found = yzt("list", "--data", data, "--query", query, "--json").json()
    assert "消投〔2026〕1号" in [case["number"] for case in found]


def test_nothing_found(yzt: Run, data: Path) -> None:
    assert yzt("list", "--data", data, "--query", "不存在的人", "--json").json() == []
    assert yzt("list", "--data", data, "--query", "不存在的人").out == "没有符合条件的案件。\n"


def test_open_and_closed(yzt: Run, data: Path) -> None:
    assert len(yzt("list", "--data", data, "--open", "--json").json()) == 2
    assert yzt("list", "--data", data, "--closed", "--json").json() == []


def test_list_as_text_shows_yuan(yzt: Run, data: Path) -> None:
    told = yzt("list", "--data", data).out
    assert "300.00" in told
    assert told.endswith("共 2 件。\n")


def test_show_as_json(yzt: Run, data: Path) -> None:
    case = yzt("show", "消投〔2026〕1号", "--data", data, "--json").json()
    assert case["deal"]["amount_cents"] == 30_000
    assert "amount" not in case["deal"]
    rules = {deadline["rule"]: deadline for deadline in case["deadlines"]}
    assert set(rules) == {"complaint.acceptance", "complaint.mediation"}
    assert rules["complaint.acceptance"]["done_on"] == "2026-11-21"
    assert rules["complaint.acceptance"]["days_left"] is None
    for deadline in case["deadlines"]:
        assert deadline["due"]
        assert deadline["explanation"]
        assert deadline["basis"]
        assert isinstance(deadline["provisional"], bool)
    assert case["next_step"]["name"] == "record_inquiry"
    assert {choice["name"] for choice in case["choices"] if choice["allowed"]} >= {
        "terminate",
        "add_evidence",
    }
    assert all(choice["reason"] for choice in case["choices"] if not choice["allowed"])
    assert [entry["title"] for entry in case["history"]][:2] == ["登记投诉", "决定受理"]
    assert case["complainant"]["name"] == "陈䶮"


def test_a_case_by_id_and_by_external_number(yzt: Run, data: Path) -> None:
    case = yzt("show", "消投〔2026〕1号", "--data", data, "--json").json()
    assert yzt("show", case["id"], "--data", data, "--json").json() == case
    yzt("import-orders", "--data", data, PLATFORM)
    order = yzt("show", "1360429002026111600080001", "--data", data, "--json").json()
    assert order["number"] == "消投〔2026〕3号"
    assert order["origin"]["order_text"]["企业名称"] == "鑫鑫水果店"


def test_show_as_text(yzt: Run, data: Path) -> None:
    told = yzt("show", "消投〔2026〕1号", "--data", data).out
    for part in ("办理中", "争议金额　300.00 元", "60 日调解期限", "下一步　记录调查", "决定受理"):
        assert part in told


@pytest.mark.parametrize("word", ["消投〔2026〕77号", "office", "", "'; DROP TABLE cases; --"])
def test_an_unknown_case(yzt: Run, data: Path, word: str) -> None:
    assert "没有编号为" in yzt("show", word, "--data", data).refused()


@pytest.mark.parametrize("kind", ["投诉", "complaint"])
def test_one_kind_by_its_chinese_name_or_its_code(yzt: Run, data: Path, kind: str) -> None:
    assert len(yzt("list", "--data", data, "--kind", kind, "--json").json()) == 2


def test_other_kinds_are_left_out_and_unknown_ones_named(yzt: Run, data: Path) -> None:
    assert yzt("list", "--data", data, "--kind", "信访", "--json").json() == []
    assert (
        "请从投诉、举报、咨询、矛盾纠纷、信访中选一种"
        in yzt("list", "--data", data, "--kind", "来信").refused()
    )
