"""信访 in the demonstration: six villagers and their opinion, and a petition that is a complaint."""

from __future__ import annotations

import datetime as dt

from app.domain.events import Event
from app.domain.kinds.complaint.facts import Deal
from app.domain.kinds.petition import events as e
from app.domain.kinds.petition.facts import Petition, Request
from app.domain.matter.events import CaseClosed, CaseFiled, InquiryRecorded, PartyNotified
from app.domain.matter.facts import Origin, Person
from app.services import casework, linking, petition, registration
from app.services.demo.calendar_play import Story, at
from app.services.demo.forms import TOWN, form, person, shop
from app.services.demo.premises import BUREAU, OPERATOR
from app.services.demo.scene import Scene

DEPOSIT = 2_000_00


def _register(scene: Scene, received: dt.datetime, who: Person, request: Request) -> None:
    """Register the petition and print 登记表."""
    origin = Origin(channel="visit", received_on=received.date(), on_site=True)
    made = petition.register_petition(scene.office, Petition(origin=origin, petitioner=who, request=request))
    scene.case_id = made.case_id
    scene.paper("petition_registration")


def _tell(scene: Scene, matter: str, paper: str) -> None:
    """Print what is told and hand it over."""
    scene.paper(paper, to="petitioner")
    told = PartyNotified(
        matter=matter,
        party="petitioner",
        method="in_person",
        at=scene.office.clock.now(),
        by=OPERATOR,
        result="reached",
    )
    casework.record(scene.office, scene.case_id, told)


LAMPS = Request(
    sort="plea",
    form="visit",
    people=6,
    representatives=("赵国良", "孙桂珍"),
    topic="村口至小学路灯不亮",
    wanted="请求尽快修复村口至小学的路灯，并说明维修经费从哪里来。",
    facts="村口至小学一段路灯自六月起陆续不亮，学生早晚上学不安全，向公用事业服务所反映三次没有结果。",
    about="青山镇公用事业服务所",
    in_system=True,
    system_no="XF2026090100017",
)
OPINION = "由青山镇公用事业服务所于2026年10月31日前修复，费用从镇级公共照明经费列支。"


def street_lamps(scene: Scene) -> Story:
    """Six people come, two speak for them; the opinion supports them, the county upholds it on review."""
    yield at(9, 1, 9, 30)
    who = Person(name="赵国良", phone="13907925561", address=f"{TOWN}红旗村3组12号")
    _register(scene, at(9, 1, 9), who, LAMPS)
    reason = "请求解决公共设施维护问题，不属于第31条前五项"
    _record(scene, e.PetitionSorted(way="opinion", reason=reason, on=scene.today, by=OPERATOR))
    yield at(9, 2, 10)
    _record(scene, e.PetitionDecided(accepted=True, decided_on=scene.today, by=OPERATOR))
    _tell(scene, "acceptance", "petition_acceptance")
    yield at(9, 7, 9)
    _record(scene, _visit(scene))
    yield at(9, 18, 15)
    _record(scene, _opinion(scene))
    _tell(scene, "opinion", "petition_opinion")
    yield at(9, 30, 9)
    asked = e.ReviewRequested(
        level="review", received_on=scene.today, body="江安县人民政府", ours=False, reason="修复时间太晚"
    )
    _record(scene, asked)
    yield at(10, 22, 9)
    upheld = "原处理意见事实清楚、依据充分，予以维持。"
    _record(scene, e.ReviewDecided(level="review", on=scene.today, result="upheld", opinion=upheld))
    yield at(11, 6, 9)
    summary = "支持请求，9盏路灯已于10月30日修复，复查维持。"
    _record(scene, CaseClosed(on=scene.today, summary=summary, by=OPERATOR))
    yield at(11, 9, 10)
    volume = "2026-信访-001"
    _record(scene, CaseFiled(on=scene.today, volume=volume, retention="10y", pages=12, by=OPERATOR))


def _record(scene: Scene, event: Event) -> None:
    casework.record(scene.office, scene.case_id, event)


def _visit(scene: Scene) -> InquiryRecorded:
    return InquiryRecorded(
        no=1,
        form="visit",
        at=scene.office.clock.now(),
        place="红旗村村口至青山小学路段",
        persons="赵国良、孙桂珍，青山镇公用事业服务所 周所长",
        text="沿线路灯21盏，其中9盏不亮；服务所称已列入下半年维修计划，经费未到位。",
        investigators=(OPERATOR,),
    )


def _opinion(scene: Scene) -> e.OpinionIssued:
    return e.OpinionIssued(
        on=scene.today,
        finding="support",
        facts="沿线路灯21盏，其中9盏不亮，信访人反映的情况属实。",
        opinion=OPINION,
        basis="《城市照明管理规定》；《信访工作条例》第三十二条第一项",
        by=OPERATOR,
    )


def misdirected(scene: Scene) -> Story:
    """A deposit for furniture brought as a petition: led into 投诉举报程序, with its complaint beside it."""
    yield at(11, 16, 10)
    who = Person(name="田秀兰", phone="13807923388", address=f"{TOWN}柳林村1组5号")
    request = Request(
        sort="plea",
        form="visit",
        topic="家具店不退订金",
        wanted="请求家具店退还订金2000元。",
        facts="2026年10月8日在佳美家具城订购衣柜，付订金2000元，约定十日送货，至今没有送货也不退订金。",
        about="佳美家具城",
    )
    _register(scene, at(11, 16, 10), who, request)
    sorted_out = e.PetitionSorted(
        way="administrative",
        reason="与经营者的消费者权益争议，应当走投诉举报程序",
        on=scene.today,
        by=OPERATOR,
    )
    casework.record(scene.office, scene.case_id, sorted_out)
    routed = e.PetitionRouted(procedure="administrative", to=BUREAU, on=scene.today, by=OPERATOR)
    casework.record(scene.office, scene.case_id, routed)
    casework.record(
        scene.office,
        scene.case_id,
        PartyNotified(
            matter="route",
            party="petitioner",
            method="in_person",
            at=scene.office.clock.now(),
            by=OPERATOR,
            result="reached",
            note="当场说明，并在本窗口登记为投诉",
        ),
    )
    complaint = registration.register_complaint(
        scene.office,
        form(
            at(11, 16, 10),
            person("田秀兰", "13807923388", "柳林村1组5号"),
            shop("佳美家具城", "0792-4225566", "建设路20号", "方强", "方强"),
            Deal(
                bought_on=at(10, 8, 0).date(),
                amount=DEPOSIT,
                category="furniture",
                goods="定制衣柜",
                problem="contract",
                demands=("refund",),
                demand_note="退还订金",
                facts=request.facts,
            ),
        ),
    )
    linking.link(scene.office, "continued", scene.case_id, complaint.case_id, note="信访事项导入投诉程序")
    yield at(11, 17, 9)
    casework.record(
        scene.office,
        scene.case_id,
        CaseClosed(on=scene.today, summary=f"导入投诉举报程序，投诉编号 {complaint.number}。", by=OPERATOR),
    )
