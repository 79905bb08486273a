"""Four cards of private lessons at 10,000 yuan each: the regulator entrusts the committee (办法第19条), whose
agreement comes back into the complaint."""

from __future__ import annotations

from app.domain.kinds.complaint.facts import Deal
from app.domain.kinds.dispute.events import ConfirmationDeclined
from app.domain.matter.events import CaseClosed, Replied
from app.domain.settlement.entrusting import MediationEntrusted
from app.services import casework, entrusting
from app.services.demo.calendar_play import Story, at
from app.services.demo.forms import form, person, shop
from app.services.demo.premises import MEDIATOR, OPERATOR
from app.services.demo.scene import Scene, pay
from app.services.demo.stories.disputes import COMMITTEE, Table, name_committee

PAID = 40_000_00
BACK = 26_000_00
TERMS = "解除四张私教卡的服务合同，被申请人退还未上课时费用26000元。双方就此事再无其他争议。"


def story(scene: Scene) -> Story:
    """Both agree to entrusting; a dispute of its own; 26,000 yuan come back."""
    yield at(8, 3, 9, 10)
    scene.register(
        form(
            at(8, 3, 9),
            person("蒋雯", "13907928817", "滨江花园6栋", born="19850716", serial=44),
            shop("蓝天健身中心", "0792-4229955", "滨江路15号", "邓凯", "邓凯"),
            Deal(
                bought_on=at(1, 9, 0).date(),
                amount=PAID,
                category="fitness",
                goods="私人教练卡4张",
                problem="contract",
                demands=("prepaid_balance",),
                facts="2026年1月购买私人教练卡4张，每张10000元，共付40000元，教练陆续离职，课程无法继续。",
            ),
        )
    )
    yield at(8, 4, 9)
    scene.accept()
    scene.consents()
    yield at(8, 5, 10)
    name_committee(scene.office)
    given = MediationEntrusted(
        to=COMMITTEE, agreed=("complainant", "respondent"), on=scene.today, by=OPERATOR
    )
    entrusting.entrust(scene.office, scene.case_id, given, open_dispute=True)
    at_table = Scene(scene.office, scene.case.links[0].other)
    table = Table(at_table)
    table.accept()
    yield at(8, 6, 9)
    table.consents()
    table.prepare(MEDIATOR)
    yield at(8, 11, 9, 30)
    table.session("核对上课记录，双方确认未上课时价值26000元，被申请人同意退还。", "agreed")
    table.agree(TERMS, pay(1, BACK, at(8, 25, 0)))
    table.write(
        ConfirmationDeclined(on=table.today, by=OPERATOR, note="双方认为没有必要"),
        Replied(to="source", on=table.today, method="in_person", by=OPERATOR, text="已达成协议，见协议书。"),
        CaseClosed(
            on=table.today,
            summary="受委托调解成功，结果已回复，由委托单位监督履行。",
            by=OPERATOR,
            open_obligations="由委托的投诉案件登记履行情况",
        ),
    )
    result = entrusting.reported(scene.office, scene.case_id)
    assert result is not None
    casework.record(scene.office, scene.case_id, result)
    scene.agree(TERMS, pay(1, BACK, at(8, 25, 0)), without_letter="both_agreed")
    yield at(8, 21, 15)
    scene.paid(1, BACK, "银行转账到账")
    yield at(8, 24, 9)
    scene.answer("蓝天健身中心已退还26000元，调解协议全部履行。")
