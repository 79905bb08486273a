"""Past cases like the one in hand: same goods and words, with what became of them."""

from __future__ import annotations

import datetime as dt

import pytest

from app.domain.kinds.complaint.events import AcceptanceDecided, PartyNotified
from app.domain.kinds.complaint.facts import Complainant, Deal, Respondent
from app.services import casework
from app.services.office import OpenOffice
from app.services.registration import register_complaint
from app.services.similar_cases import similar_cases
from app.system.clock import SHANGHAI
from tests.offices import TODAY, walk_in

NOON = dt.datetime.combine(TODAY, dt.time(12), SHANGHAI)


def case(office: OpenOffice, name: str, shop: str, category: str, facts: str, *, ended: bool = True) -> str:
    """A complaint, by default one that was refused, so that it has an outcome."""
    case_id = register_complaint(
        office,
        walk_in(
            complainant=Complainant(name=name, phone="13907920001", address="青山镇红旗村"),
            respondent=Respondent(name=shop, address="青山镇中山路"),
            deal=Deal(
                amount=300_00,
                category=category,
                goods="空调" if category == "air_conditioner" else "种子",
                problem="after_sale",
                demands=("refund",),
                facts=facts,
            ),
        ),
    ).case_id
    if ended:
        refused = AcceptanceDecided(
            accepted=False, decided_on=TODAY, grounds=("4",), facts="已超过三年", by="王敏"
        )
        told = PartyNotified(
            matter="refusal", party="complainant", method="phone", at=NOON, by="王敏", result="reached"
        )
        casework.record(office, case_id, refused, told)
    return case_id


COOLING = "保修期内空调不制冷，上门维修收取充氟费，要求退还维修费。"


@pytest.fixture
def ledger(office: OpenOffice) -> dict[str, str]:
    return {
        "same": case(office, "甲", "宏达电器商行", "air_conditioner", COOLING),
        "class": case(office, "乙", "国美电器", "air_conditioner", "空调外机噪音大，安装不规范。"),
        "other": case(office, "丙", "金穗种业", "seeds", "玉米种子出苗率不足五成造成减产。"),
        "open": case(office, "丁", "宏达电器商行", "air_conditioner", COOLING, ended=False),
        "hand": case(office, "戊", "美的专卖", "air_conditioner", f"市民反映：{COOLING}", ended=False),
    }


def test_the_most_similar_concluded_ones_come_first(office: OpenOffice, ledger: dict[str, str]) -> None:
    found = similar_cases(office, casework.load(office, ledger["hand"]).case)
    assert [one.case_id for one in found] == [ledger["same"], ledger["class"]]
    first = found[0]
    assert (first.outcome, first.amount, first.recovered) == ("不予受理", 300_00, 0)
    assert first.why == "同类商品或服务、都是空调、同一类问题、金额相近、情节相近"
    assert "情节相近" not in found[1].why


def test_a_case_without_a_class_is_found_by_the_goods(office: OpenOffice, ledger: dict[str, str]) -> None:
    form = walk_in(deal=Deal(goods="空调", demands=("refund",), facts=COOLING))
    fresh = register_complaint(office, form).case_id
    found = similar_cases(office, casework.load(office, fresh).case)
    assert ledger["same"] in [one.case_id for one in found]


def test_nothing_alike_is_an_empty_list(office: OpenOffice) -> None:
    alone = register_complaint(office, walk_in()).case_id
    assert similar_cases(office, casework.load(office, alone).case) == []
