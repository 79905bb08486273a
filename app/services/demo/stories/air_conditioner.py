"""A repair charged within the warranty: agreement performed in two instalments, from counter to file."""

from __future__ import annotations

import datetime as dt

from app.domain.kinds.complaint.facts import Deal
from app.services.demo.calendar_play import Story, at
from app.services.demo.forms import form, person, shop
from app.services.demo.scene import Scene, pay

AMOUNT = 300_00
FIRST, SECOND = 120_00, 180_00


def story(scene: Scene) -> Story:
    """Two repair fees of 120 and 180 yuan are paid back."""
    yield from _until_agreement(scene)
    yield from _performed(scene)


def _until_agreement(scene: Scene) -> Story:
    yield at(9, 7, 9, 20)
    scene.register(
        form(
            at(9, 7, 9),
            person("刘桂芳", "13907925561", "红旗村3组21号", born="19580312", serial=24, traits=("elderly",)),
            shop("宏达电器商行", "0792-4225188", "中山路8号", "周建国", "周建国"),
            Deal(
                bought_on=dt.date(2025, 5, 18),
                amount=AMOUNT,
                category="air_conditioner",
                goods="壁挂式空调",
                problem="after_sale",
                demands=("refund",),
                demand_note="退还保修期内两次收取的维修费",
                facts=(
                    "2025年5月18日在宏达电器商行购买壁挂式空调一台，整机包修三年。2026年7月、8月空调两次不制冷，"
                    "商家上门维修，分别收取120元和180元。投诉人认为在三包有效期内维修不应收费，"
                    "有购机发票和两张收款收据为证。"
                ),
            ),
        )
    )
    yield at(9, 8, 10)
    scene.accept()
    yield at(9, 9, 15, 10)
    scene.inquire(
        "visit",
        "青山镇中山路8号宏达电器商行",
        "周建国（经营者）",
        "经营者承认两次上门维修共收费300元，称更换的启动电容不在包修范围；出示的三包凭证载明整机包修三年。",
    )
    scene.evidence("购机发票", "invoice")
    scene.evidence("维修收款收据", "receipt", picture="repair_receipt.png")
    yield at(9, 10, 9, 30)
    scene.consents()
    yield at(9, 11, 10)
    scene.arrange(at(9, 15, 9, 30), bring="身份证明、购机发票、三包凭证")
    yield at(9, 15, 9, 30)
    scene.mediate(
        "调解人员出示三包凭证并说明部分商品修理更换退货责任规定，包修期内正常使用发生的性能故障应免费修理。"
        "经营者认可收费不当，同意分两次退还。",
        "agreed",
        "刘桂芳、周建国",
    )
    scene.agree(
        "被投诉人退还保修期内收取的维修费共300元，分两次付清；投诉人不再就此提出其他请求。",
        pay(1, FIRST, at(9, 18, 0), "第一次维修费", "现金"),
        pay(2, SECOND, at(9, 30, 0), "第二次维修费", "微信转账"),
    )


def _performed(scene: Scene) -> Story:
    yield at(9, 18, 11)
    scene.paid(1, FIRST, "在本所当面付清")
    yield at(9, 29, 16)
    scene.paid(2, SECOND, "投诉人出示微信到账截图")
    yield at(9, 30, 9)
    scene.answer("您投诉宏达电器商行收取维修费一事，协议约定的300元已经全部退还。")
    yield at(10, 12, 10)
    scene.call_back("satisfied", "款项已收到，空调使用正常。")
    yield at(10, 13, 9)
    scene.close("达成调解协议，退还维修费300元，分两期履行完毕。")
    yield at(10, 14, 9)
    scene.file()
