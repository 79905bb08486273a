"""Weedkiller mixed by the shop damaged a crop: 7,400 yuan promised, the second instalment still to come."""

from __future__ import annotations

from app.domain.kinds.complaint.facts import Deal
from app.services.demo.calendar_play import Story, at
from app.services.demo.forms import form, person, shop
from app.services.demo.scene import Scene, pay

AMOUNT = 9_800_00
FIRST, SECOND = 3_400_00, 4_000_00


def story(scene: Scene) -> Story:
    """In execution at the end of the demonstration."""
    yield at(10, 12, 14)
    scene.register(
        form(
            at(10, 12, 14),
            person("郭大山", "13307921743", "石桥村2组", traits=("farmer",)),
            shop("绿野农药店", "0792-4224471", "农贸街11号", "彭勇", "彭勇"),
            Deal(
                bought_on=at(9, 21, 0).date(),
                amount=AMOUNT,
                category="pesticide",
                goods="除草剂",
                problem="quality",
                demands=("compensate",),
                facts=(
                    "店主自行搭配两种除草剂出售，喷施后12亩油菜苗大面积枯黄，农技站查看认为是混配不当造成药害，"
                    "要求赔偿9800元。"
                ),
            ),
            channel="call",
        )
    )
    yield at(10, 14, 9)
    scene.accept()
    yield at(10, 20, 9)
    scene.inquire(
        "visit", "石桥村2组油菜地", "郭大山、彭勇、农技员叶青", "受害面积约12亩，店主承认自行搭配药剂。"
    )
    scene.evidence("药害现场照片", "photo", provider="office", picture="rapeseed.png")
    scene.evidence("农技站查看意见", "appraisal_report", provider="office")
    yield at(10, 27, 9)
    scene.consents()
    yield at(10, 28, 9)
    scene.arrange(at(11, 6, 9, 30))
    yield at(11, 6, 9, 30)
    scene.mediate(
        "参照近三年亩产和补种情况核算损失，双方同意按7400元补偿，分两期支付。", "agreed", "郭大山、彭勇"
    )
    scene.agree(
        "经营者补偿投诉人油菜药害损失7400元，分两期付清；投诉人配合拍照留存补种情况。",
        pay(1, FIRST, at(11, 16, 0), "第一期"),
        pay(2, SECOND, at(11, 30, 0), "第二期"),
    )
    yield at(11, 16, 10)
    scene.paid(1, FIRST, "银行转账到账")
