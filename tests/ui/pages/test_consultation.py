"""咨询: the fastest form of the program, and words that follow from kind to kind."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from pytestqt.qtbot import QtBot

from app.domain.kinds.consultation.state import ConsultationCase
from app.services import case_list, casework, drafts
from app.services.case_list import CaseFilter
from app.services.office import OpenOffice
from app.ui.context import Context, IntakeTarget
from app.ui.kinds.registry import INTAKES, face_of
from app.ui.pages.desk_side import DraftsCard
from app.ui.pages.intake.kept_drafts import draft_title
from app.ui.pages.intake.page import IntakePage
from tests.offices import TODAY
from tests.ui.pages.case_walker import Clerk
from tests.ui.pages.intake_typist import Typist

QUESTION, ANSWER = "办了健身卡能不能退？", "七日内未使用的可以无理由退款。"


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> Iterator[IntakePage]:
    """The page on screen, a complaint's form on it."""
    made = IntakePage(context)
    made.resize(1180, 700)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: not context.tasks.busy)
    yield made
    made.can_close()
    made.close()
    qtbot.waitUntil(lambda: not context.tasks.busy)
    made.deleteLater()


@pytest.fixture
def clerk(qtbot: QtBot, context: Context) -> Iterator[Clerk]:
    made = Clerk(qtbot, context)
    yield made
    made.leave()


def only_case(office: OpenOffice) -> ConsultationCase:
    """The one case there is."""
    (row,) = case_list.ids(office, CaseFilter())
    return casework.load(office, case_list.case_id_of(office, row)).as_a(ConsultationCase)


def place_of(kind: str) -> int:
    """The number of a form's segment, from 1."""
    return [entry.id for entry in INTAKES].index(kind) + 1


def ask(page: IntakePage) -> None:
    """A consultation typed, not saved."""
    page.choose_kind("consultation")
    page.form.field("answer.question").set_value(QUESTION)
    page.form.field("answer.answer").set_value(ANSWER)


def test_question_answer_and_one_key_register_it(
    qtbot: QtBot, page: IntakePage, office: OpenOffice, context: Context
) -> None:
    clerk = Typist()
    alt = Qt.KeyboardModifier.AltModifier
    QTest.keyClick(page, Qt.Key(Qt.Key.Key_0 + place_of("consultation")), alt)
    assert page.form.field("answer.question").hasFocus()
    clerk.write(QUESTION)
    clerk.key(Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
    clerk.write(ANSWER)
    with qtbot.waitSignal(context.toast_wanted) as told:
        clerk.key(Qt.Key.Key_S, modifier=Qt.KeyboardModifier.ControlModifier)
    assert told.args == ["已保存 消询〔2026〕1号"]
    assert clerk.strokes == 2
    case = only_case(office)
    assert case.answer is not None
    assert (case.answer.question, case.answer.answer) == (QUESTION, ANSWER)
    assert (case.answer.by, case.answer.method, case.answer.answered_on) == ("王敏", "in_person", TODAY)


def test_the_form_is_ready_for_the_next_one_and_the_last_can_be_opened(
    qtbot: QtBot, page: IntakePage, context: Context
) -> None:
    ask(page)
    with qtbot.waitSignal(context.toast_wanted):
        page.save()
    assert page.shelf.entry.id == "consultation"
    assert page.form.field("answer.question").value() == ""
    assert page.form.field("answer.question").hasFocus()
    assert "已登记 消询〔2026〕1号" in page.banner.text()
    wanted = QSignalSpy(context.case_wanted)
    page.banner._action.click()
    assert wanted.count() == 1


def test_what_is_missing_is_told_at_its_field(qtbot: QtBot, page: IntakePage, office: OpenOffice) -> None:
    page.choose_kind("consultation")
    page.save()
    qtbot.waitUntil(lambda: bool(page.banner.text()))
    wrong = {path for path, row in page.form.rows.items() if row.problem()}
    assert wrong == {"answer.question", "answer.answer"}
    assert not case_list.ids(office, CaseFilter())


def test_the_way_of_answering_follows_the_channel_until_it_is_chosen(page: IntakePage) -> None:
    page.choose_kind("consultation")
    method, channel = page.form.field("answer.method"), page.form.field("origin.channel")
    channel.set_value("call")
    assert method.value() == "phone"
    method.set_value("sms")
    method.activated.emit(method.currentIndex())
    channel.set_value("visit")
    assert method.value() == "sms"


def test_words_asked_alike_follow_there_and_back_and_the_rest_waits(page: IntakePage) -> None:
    complaint = page.form
    for path, text in {
        "complainant.name": "陈䶮", "complainant.phone": "13907925561", "respondent.name": "宏达电器商行",
        "deal.facts": "空调不制冷", "origin.channel": "call",
    }.items():  # fmt: skip
        complaint.field(path).set_value(text)
    page.choose_kind("consultation")
    form = page.form
    assert form.field("asker.name").value() == "陈䶮"
    assert form.field("asker.phone").value() == "13907925561"
    assert form.field("answer.question").value() == "空调不制冷"
    assert form.field("answer.method").value() == "phone"
    form.field("asker.name").set_value("陈䶮然")
    form.field("answer.answer").set_value("可以要求修理")
    page.choose_kind("complaint")
    assert page.form is complaint
    assert complaint.field("complainant.name").value() == "陈䶮然"
    assert complaint.field("respondent.name").value() == "宏达电器商行"
    page.choose_kind("consultation")
    assert form.field("answer.answer").value() == "可以要求修理"


def test_looking_at_another_kind_makes_no_draft(page: IntakePage, office: OpenOffice) -> None:
    page.choose_kind("consultation")
    page.choose_kind("complaint")
    page.choose_kind("consultation")
    assert not page.keeper.is_dirty()
    page.can_close()
    assert drafts.waiting(office) == []


def test_a_draft_comes_back_in_its_kind_with_what_waited_in_the_other(
    qtbot: QtBot, page: IntakePage, office: OpenOffice
) -> None:
    page.form.field("respondent.name").set_value("宏达电器商行")
    ask(page)
    page.can_close()
    (draft,) = drafts.waiting(office)
    assert draft_title(draft) == f"咨询 {QUESTION}"
    page._clear()
    page.choose_kind("complaint")
    drafts.save(office, draft.form, "again", draft.fields)
    page.opened("again")
    qtbot.waitUntil(lambda: page.keeper.key == "again")
    assert page.shelf.entry.id == "consultation"
    assert page.form.field("answer.answer").value() == ANSWER
    page.choose_kind("complaint")
    assert page.form.field("respondent.name").value() == "宏达电器商行"


def test_the_desk_names_the_draft_by_its_kind(qtbot: QtBot, page: IntakePage, office: OpenOffice) -> None:
    ask(page)
    page.can_close()
    card = DraftsCard()
    qtbot.addWidget(card)
    card.show_drafts([(draft, "") for draft in drafts.waiting(office)])
    assert any(QUESTION in child.accessibleName() for child in card.findChildren(type(page.card.save_button)))


def test_a_form_can_be_opened_with_words_already_known(page: IntakePage) -> None:
    page.form.field("complainant.name").set_value("刘桂芳")
    page.opened(IntakeTarget("consultation", {"name": "陈䶮", "facts": QUESTION}))
    assert page.form.field("asker.name").value() == "陈䶮"
    assert page.form.field("answer.question").value() == QUESTION
    page.choose_kind("complaint")
    assert page.form.field("complainant.name").value() == "陈䶮"


def test_a_suggested_kind_is_one_press_away(page: IntakePage) -> None:
    page.form.field("deal.facts").set_value("想问问七天无理由是怎么规定的")
    page.beside.review()
    assert page.card.hint.act.text().startswith("改为咨询")
    page.card.hint.act.click()
    assert page.shelf.entry.id == "consultation"
    assert "七天无理由" in page.form.field("answer.question").value()


def test_its_page_shows_the_answer_and_nothing_to_be_done(
    qtbot: QtBot, page: IntakePage, clerk: Clerk, office: OpenOffice, context: Context
) -> None:
    ask(page)
    with qtbot.waitSignal(context.toast_wanted):
        page.save()
    clerk.open(only_case(office).id)
    assert clerk.page.header.kind.text() == "咨询"
    assert clerk.page.header.phase.text() == "已答复"
    assert clerk.page.header.next_button.isHidden()
    assert [clerk.page.tabs.tabText(n) for n in range(clerk.page.tabs.count())] == ["办理", "经过 1"]
    assert ANSWER in [record.detail for record in clerk.tab("work").sections["答复"].records._shown]
    clerk.page.show_papers()
    clerk.start("void")
    clerk.fill(reason="重复登记")
    clerk.save()
    assert clerk.case.phase == "void"


def test_a_mistyped_answer_is_put_right_with_a_reason(
    qtbot: QtBot, page: IntakePage, clerk: Clerk, office: OpenOffice, context: Context
) -> None:
    ask(page)
    with qtbot.waitSignal(context.toast_wanted):
        page.save()
    clerk.open(only_case(office).id)
    clerk.page.start_act("amend")
    dialog = clerk.page.dialog
    assert dialog is not None
    dialog.intake.field("answer.answer").set_value("十五日内可以退款。")
    dialog.reason.field.set_value("答复记错了")
    dialog.submit()
    clerk.rest()
    clerk.qtbot.waitUntil(lambda: clerk.page.dialog is None)
    clerk.rest()
    assert clerk.case.answer.answer == "十五日内可以退款。"


def test_pages_of_two_kinds_keep_their_own_tabs(
    qtbot: QtBot, page: IntakePage, clerk: Clerk, office: OpenOffice, context: Context
) -> None:
    ask(page)
    with qtbot.waitSignal(context.toast_wanted):
        page.save()
    asked = only_case(office).id
    complaint = clerk.open()
    clerk.open(asked)
    assert clerk.page.facts._texts["question"].text() == QUESTION
    clerk.open(complaint)
    assert clerk.page.tabs.count() == len(face_of("complaint").tabs)
    assert clerk.page.facts._first_caption.text() == "投诉人"
