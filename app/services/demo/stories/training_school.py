"""A training school that closed: 23 families, all but one agree to three instalments, the first has come.
And 22 elderly people who bought milk powder at a show, refunded at once."""

from __future__ import annotations

from app.domain.instalments import Instalment
from app.domain.kinds.complaint.events import AgreementReached
from app.domain.kinds.complaint.facts import Deal
from app.domain.settlement.member_events import MembersConsented, RepresentativesElected
from app.domain.settlement.members import Member, Plan
from app.services import attachments, casework, group
from app.services.demo.calendar_play import Story, at
from app.services.demo.forms import form, person, shop
from app.services.demo.premises import OPERATOR
from app.services.demo.scene import Scene
from app.system import resources

SURNAMES = "陈李王张刘杨黄周吴徐孙胡朱高林何郭马罗梁宋郑谢"
"""One family each."""
FEES = tuple(2_400_00 + 180_50 * place for place in range(23))
"""Lessons paid and not given, in cents."""
REFUSING = 17
ELDERLY_CLAIM = 2_272_73
MILK_POWDER = tuple(2_206_81 + (18 if place == 0 else 0) for place in range(22))
"""48,550.00 yuan together: what was unopened in full, what was opened in part, gifts kept."""


def story(scene: Scene) -> Story:
    """23 families, 22 bound, the first of three instalments paid."""
    yield at(11, 3, 9, 20)
    scene.register(
        form(
            at(11, 3, 9),
            person("陈丽华", "13807921301", "学府路8号", born="19860311", serial=61),
            shop("星辰课后托管培训中心", "0792-4227201", "学府路21号", "何志强", "何志强"),
            Deal(
                bought_on=at(3, 1, 0).date(),
                amount=sum(FEES),
                category="subject_training",
                goods="课后辅导课程",
                problem="contract",
                demands=("refund",),
                facts="培训中心2026年8月底停课，23名学员剩余课时费没有退还，家长共同要求退费。",
            ),
        )
    )
    members = [
        Member(no=0, name=f"{surname}家长", phone=f"138079220{place:02d}", claim=fee, note=f"学员{place}")
        for place, (surname, fee) in enumerate(zip(SURNAMES, FEES, strict=True), start=1)
    ]
    group.add_members(scene.office, scene.case_id, members)
    scene.paper("member_election")
    picture = resources.read_bytes("resources/demo/tiles.png")
    proof = attachments.keep_bytes(scene.office, "推选书.png", picture)
    elected = RepresentativesElected(nos=(1, 8), on=scene.today, by=OPERATOR, proof=proof)
    casework.record(scene.office, scene.case_id, elected)
    yield at(11, 4, 14)
    scene.accept()
    yield at(11, 5, 9)
    scene.inquire("visit", "学府路21号", "何志强（负责人）", "承认停课，认可课时统计，称可分期退还。")
    scene.consents()
    yield at(11, 9, 14, 30)
    scene.mediate(
        "逐户核对剩余课时，负责人同意退还九成，分三期付清。", "agreed", "两名代表人、何志强", mode="phone"
    )
    terms = group.Terms(relief="refund", per_mille=900, parts=3, first_due=at(11, 15, 0).date())
    group.set_plans(scene.office, scene.case_id, group.plans_of(scene.case, range(1, 24), terms))
    yield at(11, 10, 16)
    _ask(scene, tuple(no for no in range(1, 24) if no != REFUSING), agrees=True)
    _ask(scene, (REFUSING,), agrees=False)
    _agree(
        scene, "培训中心向经本人同意的家长退还剩余课时费的九成，分三期付清，任何一期逾期可以就全部余款起诉。"
    )
    yield at(11, 13, 10)
    due = group.due_payments(scene.case, range(1, 24), at(11, 15, 0).date())
    group.record_payments(scene.office, scene.case_id, due, on=scene.today, note="第一期，银行转账")
    scene.paper("performance_receipt")


def milk_powder(scene: Scene) -> Story:
    """C1: 22 elderly people, about 50,000 paid, 48,550 back on the day."""
    yield at(11, 12, 9)
    scene.register(
        form(
            at(11, 12, 9),
            person("赵桂英", "13807921402", "老街5号", born="19480209", serial=62, traits=("elderly",)),
            shop("康源羊奶粉体验店", "0792-4227302", "老街40号", "钱大勇", "钱大勇"),
            Deal(
                bought_on=at(10, 20, 0).date(),
                amount=22 * ELDERLY_CLAIM,
                category="health_food",
                goods="羊奶粉、鱼油",
                problem="false_publicity",
                demands=("refund",),
                facts="会销现场夸大功效，22名老人先后购买羊奶粉、鱼油，共约5万元，要求退货退款。",
            ),
        )
    )
    members = [
        Member(no=0, name=f"老人{place}", phone=f"138079230{place:02d}", claim=ELDERLY_CLAIM)
        for place in range(1, 23)
    ]
    group.add_members(scene.office, scene.case_id, members)
    yield at(11, 13, 9)
    scene.accept()
    yield at(11, 16, 9)
    scene.inquire("visit", "老街40号", "钱大勇（经营者）", "承认讲课时夸大功效，愿意退款。")
    scene.consents()
    yield at(11, 17, 14)
    scene.mediate("未拆封的全额退款，已拆封的部分退款，赠品不退。", "agreed", "赵桂英、钱大勇", mode="phone")
    today = scene.today
    plans = [
        Plan(member=no, relief="refund", parts=(Instalment(amount=cents, due_on=today),), method="现金")
        for no, cents in enumerate(MILK_POWDER, start=1)
    ]
    group.set_plans(scene.office, scene.case_id, plans)
    _ask(scene, tuple(range(1, 23)), agrees=True)
    _agree(scene, "未拆封的全额退款，已拆封的按比例退款，赠品归老人所有。")
    group.record_payments(scene.office, scene.case_id, group.due_payments(scene.case, range(1, 23)), on=today)
    scene.paper("performance_receipt")
    scene.answer("22名老人的货款已经当场退还，共48550元。")


def _ask(scene: Scene, nos: tuple[int, ...], *, agrees: bool) -> None:
    asked = MembersConsented(nos=nos, agrees=agrees, on=scene.today, method="phone", by=OPERATOR)
    casework.record(scene.office, scene.case_id, asked)


def _agree(scene: Scene, terms: str) -> None:
    """The agreement as the members consented to it, with letter and list."""
    agreed = AgreementReached(
        agreed_on=scene.today,
        terms=terms,
        obligations=group.agreed_obligations(scene.case),
        instrument="letter",
    )
    casework.record(scene.office, scene.case_id, agreed)
    scene.paper("mediation_letter")
    scene.paper("member_schedule")
