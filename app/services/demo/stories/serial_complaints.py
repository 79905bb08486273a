"""A serial complainant dispatched by the platform: 不予受理, not bought for daily use."""

from __future__ import annotations

from app.domain.kinds.complaint.facts import Deal
from app.services.demo.calendar_play import Story, at
from app.services.demo.forms import form, person, shop
from app.services.demo.scene import Scene

GROUND = "3"
AMOUNT = 9_90


def story(scene: Scene) -> Story:
    """Thirty-six complaints against thirty-two shops; refused with reasons, the platform is answered."""
    yield at(10, 26, 9)
    scene.register(
        form(
            at(10, 26, 9),
            person("何某某", "17007920003", "城南新区暂住地"),
            shop("惠民超市", "0792-4223390", "中山路9号", "黄秀英"),
            Deal(
                bought_on=at(10, 20, 0).date(),
                amount=AMOUNT,
                category="general_food",
                goods="袋装坚果",
                problem="false_publicity",
                demands=("compensate",),
                demand_note="赔偿1000元",
                facts="在惠民超市购买袋装坚果一袋，付款9.90元，包装称“纯天然”，认为虚假宣传，要求赔偿1000元。",
            ),
            channel="platform_12315",
            external_no="1360429002026102600060001",
            source="12315",
        )
    )
    yield at(10, 29, 10)
    scene.inquire(
        "phone",
        "0792-4223390",
        "黄秀英（店长）",
        "同一投诉人当日在本镇7家超市各买一件同类商品；经平台查询，一年内就同类问题投诉36件，涉及32家店铺，"
        "购买后未食用、未保留商品。",
    )
    scene.evidence("平台关联投诉查询单", "other", provider="office")
    yield at(10, 29, 16)
    scene.assess_abuse(
        ("1", "2"),
        "同一投诉人一年内就同类问题投诉36件，涉及32家店铺；当日在本镇7家超市各买一件同类商品，未食用、未保留。",
        "购买数量和频次与通常消费习惯明显不符，不是为生活消费需要购买商品。",
    )
    yield at(10, 30, 9)
    scene.refuse(
        GROUND,
        "投诉人短期内就同类商品、同类问题大量投诉，购买数量和频次与通常消费习惯明显不符，"
        "不是为生活消费需要购买商品。",
        "internet",
    )
    yield at(11, 2, 9)
    scene.answer("已作出不予受理决定并通过平台告知投诉人。", to="source", method="internet")
    yield at(11, 3, 9)
    scene.close("不是为生活消费需要购买商品，依法不予受理。")
    yield at(11, 6, 9)
    scene.file()
