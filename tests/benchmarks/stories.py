"""Made-up complaints as a township counter keeps them over three years: most closed, some under way.

The same seed gives the same cases, so that two runs compare.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from typing import NamedTuple

from app.domain.events import Event
from app.domain.kinds.complaint.events import (
    AcceptanceDecided,
    CaseClosed,
    ComplaintRegistered,
    ConsentRecorded,
    PartyNotified,
    SessionScheduled,
)
from app.domain.kinds.complaint.facts import Complainant, Deal, Origin, Registration, Respondent
from app.system.clock import SHANGHAI

CLERK = "王敏"
LAST_DAY = dt.date(2026, 11, 20)
FIRST_DAY = dt.date(2024, 1, 2)
_OPEN_DAYS = 75
_OPEN_SHARE = 0.3
_NEW_RULES = dt.date(2026, 4, 15)

_SURNAMES = "王李张刘陈杨黄赵周吴徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶"
_GIVEN = "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂华建国玉春红梅德云志海燕龙文斌小龙桂香䶮"
_SHOP_WORDS = ("宏达", "惠民", "金穗", "悦动", "启航", "天天", "顺通", "鑫源", "康源", "永兴", "新世纪")
_SHOP_KINDS = ("电器商行", "超市", "种业经营部", "健身房", "培训中心", "烘焙坊", "车行", "化肥门市", "建材店")
_VILLAGES = ("红旗村", "青山村", "和平村", "新桥村", "双溪村", "石门村", "柳林村", "东湖社区", "中山路社区")
_GOODS = (
    ("air_conditioner", "空调", "不制冷，上门维修时以不能出示发票为由另收电容费和充氟费"),
    ("fitness", "三年期健身卡", "使用两个月后停业，联系不上负责人"),
    ("seeds", "小麦种子", "播种后出苗率不足六成，与包装标示不符"),
    ("cars", "二手轿车", "过户后检测发现有切割更换痕迹，销售时未告知"),
    ("bakery", "预付卡", "门店转让后新店不认账，余额无法使用"),
    ("general_food", "散装食品", "扫码价高于货架标价，要求按标价结算被拒"),
    ("fertiliser", "复合肥", "实际含量与标示不符，施用后作物发黄"),
    ("health_food", "羊奶粉", "会销时夸大功效，开封前要求退货被拒"),
)
_CHANNELS = ("visit", "call", "platform_12315", "hotline_12345")


class Story(NamedTuple):
    """One case: the form, and what happened after it was registered, with no admission asked."""

    form: Registration
    afterwards: tuple[Event, ...]


def moment(day: dt.date, hour: int = 10) -> dt.datetime:
    """That day at the counter."""
    return dt.datetime(day.year, day.month, day.day, hour, tzinfo=SHANGHAI)


def registration(day: dt.date, rng: random.Random) -> Registration:
    """A complete complaint received on `day`, some sixty characters of facts in it."""
    category, goods, trouble = rng.choice(_GOODS)
    bought = day - dt.timedelta(days=rng.randrange(2, 300))
    amount = rng.randrange(2_000, 900_000)
    village = rng.choice(_VILLAGES)
    return Registration(
        origin=Origin(channel=rng.choice(_CHANNELS), received_on=day),
        complainant=Complainant(
            name=rng.choice(_SURNAMES) + "".join(rng.choices(_GIVEN, k=rng.choice((1, 2, 2)))),
            phone=f"13{rng.randrange(10**9):09d}",
            address=f"青山镇{village}{rng.randrange(1, 20)}组{rng.randrange(1, 99)}号",
        ),
        respondent=Respondent(
            name=f"{rng.choice(_SHOP_WORDS)}{rng.choice(_SHOP_KINDS)}",
            phone=f"0792-{rng.randrange(4_000_000, 7_000_000)}",
            address=f"青山镇中山路{rng.randrange(1, 300)}号",
        ),
        deal=Deal(
            bought_on=bought,
            amount=amount,
            category=category,
            goods=goods,
            problem="quality",
            demands=("refund",),
            facts=(
                f"{bought.month}月{bought.day}日购买{goods}，支付{amount // 100}元，{trouble}，"
                "多次协商未果，要求退款。"
            ),
        ),
    )


def stories(count: int, seed: int = 2026) -> Iterator[Story]:
    """`count` cases, the oldest first, spread evenly from FIRST_DAY to LAST_DAY."""
    rng = random.Random(seed)
    days = (LAST_DAY - FIRST_DAY).days
    for number in range(count):
        day = FIRST_DAY + dt.timedelta(days=number * days // max(1, count - 1))
        yield Story(registration(day, rng), _afterwards(day, rng))


def registered(form: Registration, serial: int) -> ComplaintRegistered:
    """The event of a form; the rule set follows 收到日期."""
    day = form.origin.received_on
    return ComplaintRegistered(
        number=f"消投〔{day.year}〕{serial}号",
        serial=serial,
        rule_set="R2026" if day >= _NEW_RULES else "R2020",
        origin=form.origin,
        complainant=form.complainant,
        respondent=form.respondent,
        deal=form.deal,
    )


def _afterwards(day: dt.date, rng: random.Random) -> tuple[Event, ...]:
    accepted = min(day + dt.timedelta(days=3), LAST_DAY)
    decided = AcceptanceDecided(accepted=True, decided_on=accepted, by=CLERK)
    if (LAST_DAY - day).days > _OPEN_DAYS or rng.random() > _OPEN_SHARE:
        closed = min(day + dt.timedelta(days=rng.randrange(10, 60)), LAST_DAY)
        return decided, CaseClosed(on=closed, summary="双方已和解，协议履行完毕。", by=CLERK)
    step = rng.randrange(4)
    if step == 0:
        return ()
    told = PartyNotified(
        matter="acceptance",
        party="complainant",
        method="phone",
        at=moment(accepted, 15),
        by=CLERK,
        result="reached",
    )
    if step < 3:
        return decided, told
    consents = (
        ConsentRecorded(party=party, agrees=True, on=accepted, method="phone", by=CLERK)
        for party in ("complainant", "respondent")
    )
    session = SessionScheduled(
        no=1,
        at=moment(LAST_DAY + dt.timedelta(days=rng.randrange(1, 12)), 9),
        place="综治中心调解室",
        mode="face",
        mediators=(CLERK,),
    )
    return decided, told, *consents, session
