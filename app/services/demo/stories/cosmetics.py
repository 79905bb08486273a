"""Cosmetics sold to a child of fourteen, received on the last day of the old 暂行办法 (R2020)."""

from __future__ import annotations

from app.domain.kinds.complaint.facts import Deal
from app.domain.matter.standing import GUARDIAN
from app.services.demo.calendar_play import Story, at
from app.services.demo.forms import form, person, shop
from app.services.demo.scene import Scene, hand_over, pay

RECEIVED = at(4, 14, 9, 30)
AMOUNT = 19_000_00
REFUND = 12_600_00
_PARTIES = "袁桂兰（法定代理人）、冯倩"


def story(scene: Scene) -> Story:
    """What is unopened goes back and 12,600 yuan are refunded."""
    yield from _until_mediation(scene)
    yield from _settled(scene)


def _until_mediation(scene: Scene) -> Story:
    yield RECEIVED
    scene.register(
        form(
            RECEIVED,
            person(
                "袁晓彤",
                "13507923107",
                "学府路3号",
                traits=("minor", "student"),
                agent="袁桂兰",
                agent_phone="13507923107",
            ),
            shop("丽人美妆店", "0792-4220762", "学府路15号", "冯倩", "冯倩"),
            Deal(
                bought_on=at(4, 5, 0).date(),
                amount=AMOUNT,
                category="cosmetics",
                goods="护肤套盒",
                problem="contract",
                demands=("return_goods", "refund"),
                facts=(
                    "投诉人系14周岁初中生，2026年4月5日起在丽人美妆店多次购买护肤套盒，用其母手机付款共19000元。"
                    "法定代理人袁桂兰不予追认，要求退货退款，商家只同意换购。"
                ),
            ),
        )
    )
    yield at(4, 16, 9)
    scene.represented(GUARDIAN, "袁桂兰", "13507923107", "母亲")
    yield at(4, 17, 10)
    scene.accept()
    yield at(4, 22, 15)
    scene.inquire(
        "visit",
        "青山镇学府路15号丽人美妆店",
        "冯倩（经营者）",
        "销售记录显示共售出套盒11套，店员没有询问年龄。",
    )
    scene.evidence("手机支付记录", "payment_record")
    scene.evidence("户口簿复印件", "identity")
    yield at(4, 24, 9)
    scene.consents()
    yield at(4, 28, 10)
    scene.arrange(at(5, 8, 9, 30))


def _settled(scene: Scene) -> Story:
    yield at(5, 8, 9, 30)
    scene.mediate("清点套盒：未拆封7套，已拆封4套。经营者要求回去核算，约定再调。", "continue", _PARTIES)
    yield at(5, 12, 9)
    scene.arrange(at(5, 20, 9, 30), bring="身份证明、监护关系证明、未拆封商品")
    yield at(5, 20, 9, 30)
    scene.mediate("未拆封的7套按原价退货，已拆封的由双方分担，投诉人一方不再主张。", "agreed", _PARTIES)
    scene.agree(
        "投诉人退回未拆封套盒7套，经营者退款12600元；已拆封的4套不退。",
        hand_over(1, "complainant", "退回未拆封护肤套盒7套", at(5, 26, 0)),
        pay(2, REFUND, at(5, 31, 0), "未拆封商品货款"),
    )
    yield at(5, 25, 10)
    scene.done(1, "7套已当面交回并清点")
    yield at(5, 28, 14)
    scene.paid(2, REFUND, "银行转账到账")
    yield at(5, 29, 9)
    scene.answer("丽人美妆店已退款12600元。")
    yield at(6, 5, 10)
    scene.call_back("satisfied", "对处理结果满意。")
    yield at(6, 8, 9)
    scene.close("退回未拆封商品，退款12600元，已经履行完毕。")
    yield at(6, 10, 9)
    scene.file()
