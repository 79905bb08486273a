"""人民调解 in the demonstration: a card that is paid back, 311 days with seven sessions, a wall between
neighbours, and one that fails."""

from __future__ import annotations

import datetime as dt

from app.domain.kinds.dispute import events as e
from app.domain.kinds.dispute.facts import Application, Disputant, Quarrel, Side
from app.domain.kinds.dispute.state import MEDIATOR as MEDIATOR_ROLE
from app.domain.kinds.dispute.state import DisputeCase
from app.domain.matter.events import CaseFiled
from app.domain.matter.facts import Origin
from app.domain.settlement.events import (
    AgreementReached,
    ConsentRecorded,
    MediationTerminated,
    ObligationPerformed,
    SessionHeld,
)
from app.domain.settlement.facts import Obligation
from app.services import casework, committee, dispute
from app.services.demo.calendar_play import Story, at
from app.services.demo.forms import TOWN
from app.services.demo.premises import MEDIATOR, OPERATOR
from app.services.demo.scene import Scene, pay
from app.services.office import OpenOffice

COMMITTEE, COURT = "江安县青山镇人民调解委员会", "江安县人民法院"
ROOM = "青山镇人民调解委员会调解室"
LEFT = 16_540_00
TWO_CARDS = 8_988_00
SIDES = ("applicant", "respondent")


def name_committee(office: OpenOffice) -> None:
    """The committee and its roster, once."""
    if office.office.committee.name:
        return
    committee.name_committee(office, COMMITTEE, COURT)
    for name, post, sex in (
        (MEDIATOR, "chair", "male"),
        ("周玉梅", "deputy", "female"),
        ("何平", "member", "male"),
    ):
        committee.list_mediator(
            office, name=name, post=post, sex=sex, nation="汉族", since=dt.date(2025, 3, 1)
        )


class Table:
    """What the committee does at one dispute."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.office = scene.office

    @property
    def case(self) -> DisputeCase:
        """The dispute as it stands."""
        return casework.load(self.office, self.scene.case_id).as_a(DisputeCase)

    @property
    def today(self) -> dt.date:
        """The day the story has reached."""
        return self.office.clock.today()

    def register(self, one: Disputant, other: Disputant, quarrel: Quarrel, received: dt.date) -> None:
        """Register and print; the committee is named the first time it is needed."""
        name_committee(self.office)
        form = Application(
            origin=Origin(channel="visit", received_on=received, on_site=True),
            applicant=Side(people=(one,)),
            respondent=Side(people=(other,)),
            quarrel=quarrel,
        )
        self.scene.case_id = dispute.register_dispute(self.office, form).case_id
        if quarrel.came == "application":
            self.scene.paper("mediation_application")
        self.scene.paper("dispute_registration")

    def accept(self, on: dt.date | None = None) -> None:
        """Taken up."""
        decided = e.DisputeDecided(accepted=True, decided_on=on or self.today, by=OPERATOR)
        dispute.decide(self.office, self.scene.case_id, decided)

    def consents(self, *, respondent: bool = True, on: dt.date | None = None) -> None:
        """Whoever has not agreed by applying is asked."""
        for party in SIDES:
            if party not in self.case.consents:
                agrees = respondent or party == "applicant"
                self.write(
                    ConsentRecorded(
                        party=party, agrees=agrees, on=on or self.today, method="in_person", by=OPERATOR
                    )
                )

    def prepare(self, *mediators: str, on: dt.date | None = None) -> None:
        """Rights told and signed for, mediators accepted."""
        day = on or self.today
        for party in SIDES:
            self.scene.paper("rights_notice", to=party)
            self.write(
                e.RightsTold(
                    party=party,
                    on=day,
                    by=OPERATOR,
                    signed_by=self.case.side(party).first().legal_rep or self.case.side(party).first().name,
                    how="signature",
                )
            )
        self.write(
            e.MediatorsNamed(mediators=mediators, chosen="committee", accepted=SIDES, on=day, by=OPERATOR)
        )

    def session(self, text: str, outcome: str, mode: str = "face", when: dt.datetime | None = None) -> None:
        """Written down, and printed."""
        started = when or self.office.clock.now()
        no = self.case.next_session()
        names = self.case.party_names()
        self.write(
            SessionHeld(
                no=no,
                started_at=started,
                ended_at=started + dt.timedelta(hours=1),
                place=ROOM,
                mode=mode,
                mediators=self.case.named_mediators(),
                recorder=OPERATOR,
                attendees=f"{names['applicant']}、{names['respondent']}",
                text=text,
                outcome=outcome,
            )
        )
        self.scene.paper("dispute_session_record", session=no)

    def agree(self, terms: str, *obligations: Obligation, oral: bool = False) -> None:
        """In writing with every signature of the day, or by word of mouth."""
        self.write(
            AgreementReached(
                agreed_on=self.today,
                terms=terms,
                obligations=obligations,
                instrument="none" if oral else "letter",
                no_letter_reason="both_agreed" if oral else "",
            )
        )
        if oral:
            self.scene.paper("oral_agreement")
            return
        self.scene.paper("mediation_agreement")
        signatures = tuple(
            e.Signature(
                role=role,
                name=name,
                how="seal" if role != MEDIATOR_ROLE and self._is_body(role) else "signature",
                on=self.today,
            )
            for role, name in self.case.unsigned()
        )
        self.write(e.AgreementSigned(signatures=signatures, sealed_on=self.today))

    def visit(self, kept: str, text: str) -> None:
        """回访, by telephone."""
        self.write(
            e.VisitMade(
                on=self.today,
                method="phone",
                by=OPERATOR,
                whom=self.case.applicant.title(),
                purpose="了解调解协议的履行情况",
                kept=kept,
                text=text,
                satisfied=True,
            )
        )
        self.scene.paper("visit_record")

    def file(self) -> None:
        """归档: every sheet printed so far is in the volume."""
        case = self.case
        filed = CaseFiled(
            on=self.today,
            volume=f"{self.today.year}-{case.number.partition('〕')[2].removesuffix('号')}",
            retention="d10",
            pages=sum(paper.pages for paper in case.papers),
            by=OPERATOR,
        )
        self.write(filed)

    def write(self, *events: object) -> None:
        """Into the case."""
        casework.record(self.office, self.scene.case_id, *events)  # type: ignore[arg-type]

    def _is_body(self, role: str) -> bool:
        return self.case.side(role).first().is_body


def card_balance(scene: Scene) -> Story:
    """概不退款: back to back, 16,540 yuan in writing, paid, visited, closed."""
    table = Table(scene)
    yield at(5, 6, 9, 20)
    table.register(
        Disputant(
            name="陆文英", sex="female", nation="汉族", age=46, occupation="青山中学教师",
            phone="13907926618", address=f"{TOWN}育才路6号",
        ),
        Disputant(
            name="逸动健身有限公司", legal_rep="钱立峰", phone="0792-4226655", address=f"{TOWN}中山路58号"
        ),
        Quarrel(
            sort="consumer",
            facts="申请人2025年10月预付20000元办理健身储值卡，尚余16540元未消费。因家人生病不能继续健身，"
            "要求退还余额，被申请人以合同写明“概不退款”为由拒绝。",
            wanted=("退还卡内余额16540元",),
            amount=LEFT,
        ),
        at(5, 6, 9).date(),
    )  # fmt: skip
    table.accept()
    yield at(5, 7, 10)
    table.consents()
    table.prepare(MEDIATOR, "周玉梅")
    yield at(5, 8, 9, 30)
    table.session(
        "背对背分别听取意见。向被申请人讲明：“概不退款”的格式条款免除自身责任、排除消费者权利，属于无效条款；"
        "向申请人说明已消费部分应当计价。双方各自表示愿意考虑。",
        "continue",
        "separate",
    )
    yield at(5, 12, 9, 30)
    table.session("双方当面确认余额16540元，被申请人同意全额退还余额，十五日内付清。", "agreed")
    table.agree(
        "双方确认合同中“概不退款”的约定无效，解除服务合同，被申请人退还卡内余额16540元。"
        "双方就此事再无其他争议。",
        pay(1, LEFT, at(5, 27, 0)),
    )
    yield at(5, 13, 9)
    table.write(
        e.ConfirmationDeclined(on=table.today, by=OPERATOR, note="被申请人已经备款，双方认为没有必要")
    )
    table.write(e.VisitPlanned(on=at(6, 3, 0).date(), purpose="核实退款是否到账", by=OPERATOR))
    yield at(5, 25, 15)
    table.write(ObligationPerformed(obligation_no=1, on=table.today, amount=LEFT, note="银行转账到账"))
    yield at(6, 3, 10)
    table.visit("all", "申请人表示16540元已全部收到，没有其他要求。")
    yield at(6, 4, 9)
    scene.close("人民调解成功，退还余额16540元，已全部履行。")
    table.file()


def long_haul(scene: Scene) -> Story:
    """Two cards, seven sessions, 311 days; the court confirms the agreement on the spot."""
    table = Table(scene)
    received = dt.date(2026, 1, 10)
    yield at(4, 14, 10)
    table.register(
        Disputant(
            name="徐建华", sex="male", nation="汉族", age=38, phone="13507929917", address=f"{TOWN}新村路20号"
        ),
        Disputant(name="力健健身馆", legal_rep="胡波", phone="0792-4223310", address=f"{TOWN}环城路9号"),
        Quarrel(
            sort="consumer",
            facts="申请人在被申请人处办理健身卡2988元，又购买私教课6000元，合计8988元，教练离职后课程无法履行，"
            "双方对已上课时和退款比例争议很大。",
            wanted=("退还健身卡和私教课费用8988元",),
            amount=TWO_CARDS,
        ),
        received,
    )
    table.accept(dt.date(2026, 1, 12))
    table.consents(on=dt.date(2026, 1, 13))
    table.prepare(MEDIATOR, on=dt.date(2026, 1, 13))
    moment = dt.datetime(2026, 1, 20, 9, 30, tzinfo=scene.office.clock.now().tzinfo)
    table.session("双方对已上课时各执一词，约定各自核对签到记录。", "continue", when=moment)
    table.session(
        "核对签到记录，确认已上10节；对每节单价仍有分歧。", "continue", when=moment + dt.timedelta(days=41)
    )
    table.write(
        e.MediationProlonged(
            until=at(11, 30, 0).date(), reason="双方愿意继续协商", on=table.today, by=OPERATOR
        )
    )
    for month, day, mode, text in (
        (5, 19, "separate", "背对背听取底线：申请人愿让步一成，被申请人只愿退五成。"),
        (6, 23, "separate", "讲解预付卡退款的计算方法，被申请人同意按优惠价计算已上课时。"),
        (8, 18, "phone", "被申请人称资金紧张，提出分期；申请人要求先付一半。"),
        (9, 29, "face", "双方对退款数额接近一致，被申请人要求与股东商量。"),
    ):
        yield at(month, day, 9, 30)
        table.session(text, "continue", mode)
    yield from _confirmed(table)


def _confirmed(table: Table) -> Story:
    """The agreement, the court, the first instalment."""
    yield at(11, 17, 9, 30)
    table.session("双方同意退还4988元，分两期付清。", "agreed")
    table.agree(
        "解除健身服务合同，被申请人退还4988元，分两期付清。双方就此事再无其他争议。",
        pay(1, 2_494_00, at(11, 20, 0), "第1期"),
        pay(2, 2_494_00, at(12, 20, 0), "第2期"),
    )
    yield at(11, 19, 10)
    table.write(
        e.ConfirmationApplied(on=table.today, court=COURT, by=OPERATOR, papers="申请书、协议书、身份证明")
    )
    table.scene.paper("confirmation_body")
    table.write(
        e.ConfirmationTaken(taken=True, on=table.today, number="（2026）赣0429诉前调确字31号"),
        e.ConfirmationDecided(
            result="confirmed",
            on=table.today,
            number="（2026）赣0429诉前调确字31号",
            reason="双方同时到场，当即审查",
        ),
    )
    yield at(11, 20, 11)
    table.write(ObligationPerformed(obligation_no=1, on=table.today, amount=2_494_00, note="第1期到账"))
    table.write(e.VisitPlanned(on=at(12, 21, 0).date(), purpose="核实第2期是否到账", by=OPERATOR))


def garden_wall(scene: Scene) -> Story:
    """On the committee's own initiative: neighbours settle by word of mouth and pay on the spot."""
    table = Table(scene)
    yield at(7, 21, 15)
    table.register(
        Disputant(name="熊冬生", sex="male", age=61, phone="13979220013", address=f"{TOWN}红旗村5组8号"),
        Disputant(name="熊国平", sex="male", age=55, phone="13979220014", address=f"{TOWN}红旗村5组9号"),
        Quarrel(
            came="initiative",
            sort="neighbour",
            facts="两户相邻，熊国平修院墙时碰坏熊冬生家排水管，雨后积水，双方发生口角，村民小组长反映到委员会。",
            wanted=(),
            amount=360_00,
        ),
        table.today,
    )
    table.accept()
    table.consents()
    table.prepare("周玉梅")
    table.session("就地查看排水管，讲解相邻关系的规定，双方同意赔修理费360元并互相致歉。", "agreed")
    table.agree(
        "熊国平当场赔偿排水管修理费360元，双方再无其他争议。",
        pay(1, 360_00, at(7, 21, 0), "排水管修理费", "现金"),
        oral=True,
    )
    table.write(ObligationPerformed(obligation_no=1, on=table.today, amount=360_00, note="当场付清"))
    yield at(8, 4, 10)
    table.visit("all", "排水管已修好，两家关系恢复。")
    yield at(8, 5, 9)
    scene.close("主动调解，口头协议即时履行。")
    table.file()


def no_agreement(scene: Scene) -> Story:
    """A decoration quarrel that fails: ended, and both are shown the other routes."""
    table = Table(scene)
    yield at(9, 8, 9)
    table.register(
        Disputant(name="丁小兰", sex="female", age=33, phone="13607928845", address=f"{TOWN}滨江花园3栋"),
        Disputant(name="顺意装饰部", legal_rep="龚亮", phone="0792-4227789", address=f"{TOWN}建材市场12号"),
        Quarrel(
            sort="contract",
            facts="装修完工后墙面开裂，申请人要求返工并赔偿误工损失8000元，被申请人认为是房屋沉降造成，只同意补缝。",
            wanted=("墙面返工", "赔偿损失8000元"),
            amount=8_000_00,
        ),
        table.today,
    )
    table.accept()
    yield at(9, 9, 9)
    table.consents()
    table.prepare("何平")
    yield at(9, 15, 9, 30)
    table.session("双方对开裂原因各执一词，均不愿意先行鉴定。", "continue")
    yield at(9, 22, 9, 30)
    table.session("被申请人最多愿意补缝并赔500元，申请人不同意，双方明确表示无法达成协议。", "failed")
    table.write(
        MediationTerminated(
            decided_on=table.today,
            grounds=("3",),
            facts="经两次调解，双方明确表示无法达成协议。",
            by=OPERATOR,
        )
    )
    dispute.tell_routes(
        scene.office,
        scene.case_id,
        parties=SIDES,
        routes=("arbitration", "administrative", "judicial"),
        on=table.today,
        method="in_person",
        by=OPERATOR,
        note="说明可以先申请鉴定，再向人民法院起诉",
    )
    yield at(9, 23, 9)
    scene.close("调解不成，已终止并告知仲裁、行政、司法途径。")
