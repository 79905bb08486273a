"""A window's context over a real office, and cases of published decisions to show in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager

from app.domain.kinds.complaint.events import (
    AcceptanceDecided,
    ConsentRecorded,
    PartyNotified,
    SessionScheduled,
)
from app.domain.kinds.complaint.facts import Complainant, Deal, Respondent
from app.services import casework
from app.services.office import OpenOffice
from app.services.registration import register_complaint
from app.system.clock import SHANGHAI
from app.ui.bus import Bus
from app.ui.context import Context
from app.ui.tasks import Tasks
from tests.offices import TODAY, walk_in


@contextmanager
def context_of(office: OpenOffice) -> Iterator[Context]:
    """The context of a window, without the window; a defect in a worker is raised at the end."""
    defects: list[BaseException] = []
    tasks = Tasks(defects.append)
    yield Context(office, tasks, Bus())
    assert tasks.close()
    if defects:
        raise defects[0]


STORIES: tuple[tuple[str, str, int, str, str, str, int], ...] = (
    ("刘桂芳", "悦动健身房", 48, "健身卡用了两个月后停业，要求退还余额。", "fitness", "refund", 298800),
    ("何平", "金穗种业经营部", 30, "购小麦种子出苗率低，要求赔偿损失。", "seeds", "compensate", 460000),
    ("钱芳", "启航教育培训中心", 21, "预付课时费未上课即停课。", "subject_training", "refund", 1654000),
    ("孙丽", "天天烘焙坊", 11, "预存500元后门店转让，新店不认账。", "bakery", "refund", 50000),
    ("赵强", "顺通二手车行", 9, "过户后检测有切割更换痕迹。", "cars", "return_goods", 3800000),
    ("李建军", "惠民超市", 4, "购散装食品，扫码价高于货架标价。", "general_food", "refund", 1050),
    ("王秀英", "康源保健品会销点", 2, "会销购羊奶粉，夸大功效。", "health_food", "refund", 220000),
    ("周小军", "鑫源化肥门市", 1, "所购复合肥与标示含量不符。", "fertiliser", "compensate", 140000),
)
"""Complainant, shop, days ago, facts, goods, demand, cents: after published cases."""


def fill(office: OpenOffice) -> list[str]:
    """Register the stories, oldest first; their ids. The second and the fifth are accepted."""
    found = []
    for name, shop, days, facts, category, demand, amount in STORIES:
        day = TODAY - dt.timedelta(days=days)
        form = walk_in(
            day,
            complainant=Complainant(name=name, phone=f"1390792{5000 + days}", address="青山镇红旗村3组"),
            respondent=Respondent(name=shop, address="青山镇中山路88号"),
            deal=Deal(
                bought_on=day,
                amount=amount,
                category=category,
                problem="quality",
                demands=(demand,),
                facts=facts,
            ),
        )
        found.append(register_complaint(office, form).case_id)
    for place in (1, 4):
        accept(office, found[place], TODAY - dt.timedelta(days=STORIES[place][2] - 2))
    return found


def accept(office: OpenOffice, case_id: str, day: dt.date) -> None:
    """Decide to accept on that day and tell the complainant by telephone."""
    at = dt.datetime.combine(day, dt.time(9, 0), SHANGHAI)
    told = PartyNotified(
        matter="acceptance", party="complainant", method="phone", at=at, by="王敏", result="reached"
    )
    casework.record(office, case_id, AcceptanceDecided(accepted=True, decided_on=day, by="王敏"), told)


def arrange(office: OpenOffice, case_id: str, at: dt.datetime) -> None:
    """Both agree to be mediated; the first session is arranged."""
    agreed = [
        ConsentRecorded(party=party, agrees=True, on=TODAY, method="phone", by="王敏")
        for party in ("complainant", "respondent")
    ]
    session = SessionScheduled(no=1, at=at, place="综治中心调解室", mode="face", mediators=("王敏",))
    casework.record(office, case_id, *agreed, session)
