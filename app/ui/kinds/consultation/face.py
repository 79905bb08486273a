"""A consultation on its page: the question beside, the answer in the middle."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.kinds.consultation.state import ConsultationCase
from app.domain.masking import mask_phone
from app.domain.procedure import Choice
from app.services.labels import label
from app.ui.dialogs.closing import FileDialog
from app.ui.dialogs.handing import ALERTS
from app.ui.dialogs.intake import VoidDialog
from app.ui.kinds.consultation.mark import MARK
from app.ui.matter import matter_records, tabs
from app.ui.matter.face import Fact, KindFace, Shown, by_act
from app.ui.matter.record_list import Record
from app.ui.matter.words import joined, lines, short_day
from app.ui.widgets.cells import named
from app.ui.widgets.step_bar import Step


def line(case: ConsultationCase) -> str:
    """王秀英 · 健身服务 · 办卡后能不能退."""
    answer = case.answer
    category = label("goods_services", answer.category) if answer and answer.category else ""
    question = " ".join(answer.question.split()) if answer else ""
    return joined(named(case.asker.name), category, question)


def has_numbers(case: ConsultationCase) -> bool:
    """Whether there is a number to uncover."""
    return bool(case.asker.phone)


def facts(case: ConsultationCase, uncovered: bool) -> list[Fact]:
    """Who asked what, and how it came."""
    person, answer, origin = case.asker, case.answer, case.origin
    phone = person.phone if uncovered else mask_phone(person.phone)
    came = joined(label("channels", origin.channel), f"{origin.received_on} 收到") if origin else ""
    return [
        Fact("person", "咨询人", joined(person.name, phone), person.address),
        Fact("question", "问题", answer.question if answer else ""),
        Fact("category", "类别", label("goods_services", answer.category) if answer else ""),
        Fact("origin", "来源", lines(came, origin.external_no if origin else "")),
    ]


def steps(shown: Shown) -> Sequence[tuple[str, Step]]:
    """Answered from the beginning; filing may follow."""
    case: ConsultationCase = shown.case
    answer = case.answer
    told = f"{short_day(answer.answered_on, shown.today)} {answer.by}" if answer else "—"
    filed = case.filed_on
    return [
        ("answer", Step("答复", told, "done")),
        ("archive", Step("归档", short_day(filed, shown.today), "done") if filed else Step("归档")),
    ]


def needed(_shown: Shown, _step: Choice) -> str:
    """Nothing is ever demanded of a consultation."""
    return ""


def idle(shown: Shown) -> tuple[str, str]:
    """Title and sentence in place of a next step."""
    case: ConsultationCase = shown.case
    if case.phase == "filed":
        return "已经归档", f"卷号 {case.volume}。"
    if case.phase == "void":
        return "已经作废", f"{case.void_reason}。"
    return "已经答复", "咨询当场办结，没有期限。写错的用“更正登记”；要成卷保存的可以归档。"


def answers(case: ConsultationCase) -> list[Record]:
    """What was answered, in full."""
    answer = case.answer
    if answer is None:
        return []
    title = joined(label("notice_methods", answer.method), f"答复人 {answer.by}")
    return [Record(str(answer.answered_on), title, answer.answer)]


FACE = KindFace(
    mark=MARK,
    line=line,
    facts=facts,
    has_numbers=has_numbers,
    steps=steps,
    needed=needed,
    idle=idle,
    sections={"归档": matter_records.endings, "答复": answers},
    tabs=(tabs.work("answer", "archive"), tabs.history()),
    dialogs=by_act(FileDialog, VoidDialog, *ALERTS),
)
