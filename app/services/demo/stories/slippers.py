"""A gift that bled colour, settled on the spot; the people have names few fonts can print."""

from __future__ import annotations

from app.domain.kinds.complaint.facts import Deal
from app.domain.matter.standing import DELEGATE
from app.services.demo.calendar_play import Story, at
from app.services.demo.forms import form, person, shop
from app.services.demo.scene import Scene, hand_over, pay

AMOUNT = 500_00
BALANCE = 400_00
RARE = "䶮㛃𬭎𠮷"
"""Characters in the names of this case: CJK extensions A, B and C and the compatibility of 吉."""


def story(scene: Scene) -> Story:
    """The slippers go back and 400 yuan of the top-up are paid at once."""
    yield at(8, 27, 9, 50)
    scene.register(
        form(
            at(8, 27, 9),
            person("陈䶮", "13707922519", "北门街7号", agent="陈㛃", agent_phone="13707922520"),
            shop("𠮷祥鞋服生活馆", "0792-4221055", "商业街18号", "吴𬭎", "吴𬭎"),
            Deal(
                bought_on=at(8, 20, 0).date(),
                amount=AMOUNT,
                category="shoes",
                goods="会员充值及赠送拖鞋",
                problem="quality",
                demands=("prepaid_balance",),
                facts=(
                    "2026年8月20日在𠮷祥鞋服生活馆充值500元，获赠拖鞋一双。拖鞋严重掉色，染坏袜子和地垫，"
                    "投诉人陈䶮要求退还卡内余额400元，商家以赠品不退为由拒绝。"
                ),
            ),
        )
    )
    yield at(8, 28, 9)
    scene.represented(DELEGATE, "陈㛃", "13707922520", "妹妹")
    scene.paper("authorisation")
    scene.accept()
    yield at(8, 31, 10)
    scene.inquire("phone", "0792-4221055", "吴𬭎（经营者）", "承认赠品拖鞋有掉色情况，卡内余额400元。")
    scene.evidence("掉色拖鞋照片", "photo", picture="slippers.png")
    scene.consents()
    yield at(8, 31, 11)
    scene.arrange(at(9, 2, 10))
    yield at(9, 2, 10)
    scene.mediate("说明赠品同样应当符合质量要求，经营者当场同意退还余额。", "agreed", "陈䶮、陈㛃、吴𬭎")
    scene.agree(
        "投诉人退回拖鞋，经营者退还卡内余额400元，会员卡注销。",
        hand_over(1, "complainant", "退回赠送的拖鞋一双", at(9, 2, 0)),
        pay(2, BALANCE, at(9, 2, 0), "卡内余额", "微信转账"),
        without_letter="performed_at_once",
    )
    scene.done(1, "当场交回")
    scene.paid(2, BALANCE, "当场到账")
    yield at(9, 3, 9)
    scene.answer("𠮷祥鞋服生活馆已当场退还余额400元。")
    yield at(9, 10, 10)
    scene.call_back("satisfied", "已收到退款。")
    yield at(9, 11, 9)
    scene.close("即时履行，退还卡内余额400元。")
    yield at(9, 14, 9)
    scene.file()
