"""Wrong turns: a mediator who steps aside, a closed case taken up again, a case from the village and back."""

from __future__ import annotations

from app.domain.kinds.complaint.facts import Deal
from app.domain.matter.standing import IdentityProofAnswered, IdentityProofDemanded
from app.domain.matter.turns import CaseReopened, ResultBrought
from app.domain.settlement.turns import RecusalDecided, RecusalRequested
from app.services import casework, handing, turns
from app.services.demo.calendar_play import Story, at
from app.services.demo.forms import form, person, shop
from app.services.demo.premises import MEDIATOR, OPERATOR
from app.services.demo.scene import Scene, pay

OTHER = "何涛"
HEAD = "周国强"
PENS = 180_00
WASHER, WASHER_MORE = 480_00, 160_00
SOFA = 1_200_00
CHICKS, CHICKS_BACK = 2_600_00, 780_00
BACK = SOFA + WASHER + WASHER_MORE + CHICKS_BACK
"""What came back in all of these cases."""


def recusal(scene: Scene) -> Story:
    """The shop asks the mediator to step aside; mediation stands still, then another one mediates."""
    yield at(9, 16, 9)
    scene.register(
        form(
            at(9, 16, 9),
            person("程玉兰", "13807925511", "中心街52号"),
            shop("佳美家具城", "0792-4226610", "工业路3号", "邹国平", "邹国平"),
            Deal(
                bought_on=at(8, 29, 0).date(),
                amount=SOFA,
                category="furniture",
                goods="布艺沙发",
                problem="quality",
                demands=("refund",),
                facts="购买布艺沙发一套1200元，半月后坐垫塌陷，商家只同意维修，投诉人要求退款。",
            ),
        )
    )
    yield at(9, 17, 10)
    scene.accept()
    yield at(9, 18, 9)
    scene.consents()
    yield at(9, 18, 10)
    scene.arrange(at(9, 23, 9, 30))
    yield at(9, 21, 15)
    _ask_to_step_aside(scene)
    yield at(9, 22, 9)
    _grant(scene)
    yield at(9, 23, 9, 30)
    scene.mediate(
        "查看实物照片和购货单，坐垫海绵密度与样品不符，经营者同意退款取回沙发。",
        "agreed",
        "程玉兰、邹国平",
        mediator=OTHER,
    )
    scene.agree("经营者退还货款1200元并自行取回沙发。", pay(1, SOFA, at(9, 30, 0), "沙发货款"))
    yield at(9, 28, 16)
    scene.paid(1, SOFA, "微信转账")
    yield at(9, 29, 9)
    scene.answer("您投诉佳美家具城沙发质量一事，货款1200元已经退还。")


def _ask_to_step_aside(scene: Scene) -> None:
    casework.record(
        scene.office,
        scene.case_id,
        RecusalRequested(
            no=1,
            party="respondent",
            mediators=(MEDIATOR,),
            reason=f"{MEDIATOR}与投诉人是邻居，关系密切",
            on=scene.today,
            by=OPERATOR,
        ),
    )


def _grant(scene: Scene) -> None:
    """The head decides; both sides are told."""
    casework.record(
        scene.office,
        scene.case_id,
        RecusalDecided(
            no=1,
            granted=True,
            reason="经核实，双方同住一个院落，可能影响公正处理投诉",
            replacement=(OTHER,),
            decided_on=scene.today,
            by=HEAD,
        ),
    )
    for party in ("complainant", "respondent"):
        scene.paper("recusal_decision", to=party)
        scene.tell("recusal", party, "phone")


def reopened(scene: Scene) -> Story:
    """Filed; then the same fault comes back, and the case is taken up again for a second agreement."""
    yield at(7, 6, 9)
    scene.register(
        form(
            at(7, 6, 9),
            person("孔祥瑞", "13907923388", "红旗村6组9号"),
            shop("惠民家电维修部", "0792-4223377", "北门街21号", "姚斌", "姚斌"),
            Deal(
                bought_on=at(6, 20, 0).date(),
                amount=WASHER,
                category="air_conditioner",
                goods="家电维修服务",
                problem="after_sale",
                demands=("refund",),
                facts="维修收费480元，三日后同一故障再次出现，维修部不同意返修。",
            ),
        )
    )
    yield at(7, 7, 9)
    scene.accept()
    yield at(7, 8, 9)
    scene.consents()
    yield at(7, 9, 10)
    scene.mediate("维修部同意免费返修并退还检测费。", "agreed", "孔祥瑞、姚斌", mode="phone")
    scene.agree(
        "退还检测费160元，免费返修。",
        pay(1, WASHER_MORE, at(7, 13, 0), "检测费"),
        without_letter="both_agreed",
    )
    yield at(7, 13, 9)
    scene.paid(1, WASHER_MORE)
    yield at(7, 14, 9)
    scene.answer("检测费160元已退，并已免费返修。")
    yield at(7, 20, 9)
    scene.call_back("satisfied", "已修好。")
    yield at(7, 21, 9)
    scene.close("退还检测费160元，免费返修。")
    yield at(7, 22, 9)
    scene.file()
    yield at(10, 12, 9)
    reason = "投诉人持新的检测报告来访：返修时装的是旧件，故障再次出现。"
    casework.record(scene.office, scene.case_id, CaseReopened(on=scene.today, reason=reason, by=OPERATOR))
    yield at(10, 13, 9)
    scene.consents()
    yield at(10, 14, 9)
    scene.mediate(
        "出示检测报告，维修部承认使用旧件，同意全额退还维修费。", "agreed", "孔祥瑞、姚斌", mode="phone"
    )
    scene.agree("退还维修费480元。", pay(1, WASHER, at(10, 20, 0), "维修费"), without_letter="both_agreed")
    yield at(10, 19, 9)
    scene.paid(1, WASHER, "现金")
    yield at(10, 20, 9)
    scene.answer("维修费480元已全部退还。")


def withdrawn(scene: Scene) -> Story:
    """Identity papers are demanded and brought; then the shop pays and the complaint is withdrawn."""
    yield at(10, 26, 15)
    scene.register(
        form(
            at(10, 26, 15),
            person("白晓雯", "13607925566", "滨江路12号"),
            shop("晨光文具批发部", "0792-4228899", "学府路30号", "魏明", "魏明"),
            Deal(
                bought_on=at(10, 20, 0).date(),
                amount=PENS,
                category="furniture",
                goods="学生书桌",
                problem="quality",
                demands=("refund",),
                facts="来访投诉书桌开裂，要求退款180元，没有带身份证件，姓名和电话无法核对。",
            ),
        )
    )
    yield at(10, 27, 9)
    demanded = IdentityProofDemanded(
        party="complainant",
        materials=("居民身份证", "购物凭证"),
        due_on=at(10, 30, 0).date(),
        on=scene.today,
        by=OPERATOR,
    )
    casework.record(scene.office, scene.case_id, demanded)
    scene.paper("identity_demand", to="complainant")
    yield at(10, 29, 10)
    answered = IdentityProofAnswered(
        party="complainant", result="provided", on=scene.today, by=OPERATOR, note="本人持身份证到场"
    )
    casework.record(scene.office, scene.case_id, answered)
    yield at(10, 30, 9)
    turns.withdraw(
        scene.office,
        scene.case_id,
        way="withdrawn",
        on=scene.today,
        method="in_person",
        by=OPERATOR,
        note="经营者已经上门退款",
    )
    scene.paper("withdrawal_request")
    yield at(10, 30, 10)
    scene.close("投诉人撤回投诉，经营者已自行退款。")


def village(scene: Scene) -> Story:
    """W2: a village station hands up to the window, the window to the office, the result comes back."""
    yield at(10, 9, 9)
    scene.register(
        form(
            at(10, 9, 9),
            person("段桂香", "13507925599", "红旗村2组5号"),
            shop("兴农种苗经营部", "0792-4227003", "农贸市场东区8号", "盛利", "盛利"),
            Deal(
                bought_on=at(9, 28, 0).date(),
                amount=CHICKS,
                category="seeds",
                goods="鸡苗200只",
                problem="quality",
                demands=("compensate",),
                facts="购买鸡苗200只共2600元，三日内死亡120只，双方对死亡原因各执一词，村站调解不成。",
            ),
        ),
        identity="station",
    )
    scene.evidence("鸡苗收据", "receipt")
    yield at(10, 10, 9)
    _hand(scene, "青山镇综治中心消费维权窗口", "争议较大，村站协商两次不成，提请窗口办理。")
    yield at(10, 12, 9)
    handing.receive(scene.office, scene.case_id, identity="entrusted", on=scene.today, by="镇窗口 陶静")
    yield at(10, 13, 9)
    _hand(scene, "江安县市场监督管理局青山所", "需要核对进货检疫证明，提请市场监督管理所协助。")
    yield at(10, 14, 9)
    handing.receive(scene.office, scene.case_id, identity="bureau_office", on=scene.today, by=OPERATOR)
    yield at(10, 15, 10)
    scene.inquire(
        "visit", "农贸市场东区8号", "盛利（经营者）", "检疫证明只覆盖80只；经营者愿意赔偿死亡鸡苗的一半。"
    )
    yield at(10, 16, 9)
    _result(scene, "help", "已核对检疫证明并说明规定，经营者愿意赔偿，交回窗口继续协商。")
    yield at(10, 19, 9)
    _result(scene, "help", "市场监督管理所协助核对，经营者愿意赔偿，交回村站由双方签和解协议。")
    yield at(10, 20, 9)
    scene.settle(
        "经营者赔偿死亡鸡苗损失780元，双方不再争执。", pay(1, CHICKS_BACK, at(10, 26, 0), "鸡苗损失", "现金")
    )
    scene.paper("private_settlement")
    yield at(10, 26, 10)
    scene.paid(1, CHICKS_BACK, "在村站当面付清")
    yield at(10, 27, 9)
    scene.answer("赔偿款780元已经付清。", method="in_person")


def _hand(scene: Scene, to_office: str, reason: str) -> None:
    handing.hand(
        scene.office,
        scene.case_id,
        direction=handing.UP,
        to_office=to_office,
        reason=reason,
        on=scene.today,
        by=OPERATOR,
    )
    if scene.case.identity == "station":
        scene.paper("handing_sheet")


def _result(scene: Scene, outcome: str, result: str) -> None:
    brought = ResultBrought(outcome=outcome, result=result, on=scene.today, by=OPERATOR)
    casework.record(scene.office, scene.case_id, brought)
