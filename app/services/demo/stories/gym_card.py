"""A gym card: the shop wants to keep 30 per cent, no agreement, termination on ground three."""

from __future__ import annotations

from app.domain.calculators.prepaid import PrepaidCase
from app.domain.kinds.complaint.facts import Deal
from app.services import calculation
from app.services.demo.calendar_play import Story, at
from app.services.demo.forms import form, person, shop
from app.services.demo.scene import Scene

AMOUNT = 3_000_00
GROUND = "3"


def story(scene: Scene) -> Story:
    """Two sessions, then 终止调解 and the way to the court."""
    yield at(6, 22, 9, 40)
    scene.register(
        form(
            at(6, 22, 9),
            person("孙丽", "13607926602", "建设路5号", born="19890214", serial=68),
            shop("悦动健身房", "0792-4226633", "中山路10号", "钱峰", "钱峰"),
            Deal(
                bought_on=at(3, 8, 0).date(),
                amount=AMOUNT,
                category="fitness",
                goods="健身年卡",
                problem="contract",
                demands=("prepaid_balance",),
                facts=(
                    "2026年3月8日办理健身年卡，付款3000元，尚未使用即因膝伤不能健身，医院出具了诊断证明。"
                    "要求退卡时，商家称合同写明“概不退款”，最多扣除三成手续费后退还。"
                ),
            ),
        )
    )
    yield at(6, 24, 10)
    scene.accept()
    yield at(6, 29, 15)
    scene.inquire(
        "inquiry",
        "青山市场监督管理所",
        "钱峰（经营者）",
        "坚持按合同扣除30%，称年卡已有优惠；承认投诉人一次也没有到店。",
    )
    scene.evidence("健身合同", "contract")
    scene.evidence("诊断证明", "other")
    _compute(scene)
    yield at(6, 30, 9)
    scene.consents()
    yield at(7, 1, 10)
    scene.arrange(at(7, 8, 9, 30))
    yield at(7, 8, 9, 30)
    scene.mediate(
        "投诉人要求全额退款；经营者要求扣除30%即900元。调解人员说明格式条款“概不退款”无效。双方约定再议。",
        "continue",
        "孙丽、钱峰",
    )
    yield at(7, 9, 9)
    scene.arrange(at(7, 15, 9, 30))
    yield at(7, 15, 9, 30)
    scene.mediate("投诉人让步至扣除一成，经营者坚持三成，双方明确表示无法达成协议。", "failed", "孙丽、钱峰")
    yield at(7, 16, 10)
    scene.terminate(GROUND, "经两次组织调解，双方对退款比例分歧较大，均明确表示无法达成调解协议。")
    yield at(7, 17, 9)
    scene.tell("termination", "complainant", "in_person", note="已说明可以向法院起诉")
    yield at(7, 20, 9)
    scene.tell("termination", "respondent", "letter")
    yield at(7, 27, 10)
    scene.call_back("basically_satisfied", "已向法院起诉，对调解过程没有意见。")
    yield at(7, 28, 9)
    scene.close("双方不能达成协议，依法终止调解并告知诉讼途径。")
    yield at(7, 31, 9)
    scene.file()


def _compute(scene: Scene) -> None:
    """What 法释〔2025〕4号 gives back when the consumer's own health is the cause."""
    whole = PrepaidCase(mode="balance", paid=AMOUNT, cause="consumer", used=0)
    given = (("实付金额（元）", "3,000.00"), ("已消费金额（元）", "0.00"))
    scene.calculate(calculation.prepaid_refund(whole), *given)
