"""Registering at the counter: by keyboard alone, with checks, drafts and likely duplicates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from app.services import case_list, casework, drafts
from app.services.case_list import CaseFilter
from app.services.office import OpenOffice
from app.services.registration import register_complaint
from app.ui.context import Context
from app.ui.pages.intake.kept_drafts import DRAFT_FORM
from app.ui.pages.intake.page import IntakePage
from app.ui.widgets.labels import Button
from tests.offices import TODAY, walk_in
from tests.ui.keys import compose
from tests.ui.pages.intake_typist import Typist

FACTS = "保修期内空调不制冷，上门维修收取120元、180元，要求退还。"


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> Iterator[IntakePage]:
    """The page on screen with the keyboard in its first field."""
    made = IntakePage(context)
    made.resize(1180, 700)
    made.show()
    qtbot.waitUntil(lambda: not context.tasks.busy)
    made.opened("")
    yield made
    made.can_close()
    made.close()
    qtbot.waitUntil(lambda: not context.tasks.busy)
    made.deleteLater()


def cases(office: OpenOffice) -> list[str]:
    """The ids of all cases."""
    return [case_list.case_id_of(office, row) for row in case_list.ids(office, CaseFilter())]


def fill(page: IntakePage) -> None:
    """Everything 办法第10条 demands."""
    for path, value in {
        "complainant.name": "陈䶮",
        "complainant.phone": "13907925561",
        "complainant.address": "青山镇红旗村3组21号",
        "respondent.name": "宏达电器商行",
        "respondent.address": "青山镇中山路88号",
        "deal.demands": ["refund"],
        "deal.facts": FACTS,
    }.items():
        page.form.field(path).set_value(value)


def saved(qtbot: QtBot, page: IntakePage) -> None:
    """Save and wait until the page says that it is done."""
    with qtbot.waitSignal(page._context.toast_wanted):
        page.save()


def test_a_complaint_is_registered_by_keyboard_alone(
    qtbot: QtBot, page: IntakePage, office: OpenOffice
) -> None:
    clerk = Typist()
    assert page.form.field("origin.channel").hasFocus()
    clerk.enter(4)
    clerk.write("陈䶮")
    clerk.enter()
    clerk.write("139 0792 5561")
    clerk.enter(2)
    clerk.write("360122197803120039")
    clerk.enter()
    clerk.write("青山镇红旗村3组21号")
    clerk.enter()
    clerk.short("y")
    clerk.enter()
    clerk.short("y")
    clerk.enter(4)
    clerk.write("宏达电器商行")
    clerk.enter(3)
    clerk.write("青山镇中山路88号")
    clerk.enter(3)
    clerk.write("0702")
    clerk.enter()
    clerk.write("300")
    clerk.enter()
    clerk.short("ktlcp")
    clerk.enter()
    clerk.short("shfw")
    clerk.enter(2)
    assert page.form.field("deal.demands").hasFocus()
    clerk.short("tk")
    clerk.key(Qt.Key.Key_Space)
    clerk.enter(2)
    clerk.write(FACTS)
    with qtbot.waitSignal(page._context.toast_wanted) as told:
        clerk.key(Qt.Key.Key_S, modifier=Qt.KeyboardModifier.ControlModifier)
    assert told.args == ["已保存 消投〔2026〕1号"]
    case = casework.load(office, cases(office)[0]).case
    assert case.origin is not None
    assert (case.origin.channel, case.origin.received_on, case.origin.on_site) == ("visit", TODAY, True)
    assert (case.complainant.name, case.complainant.phone) == ("陈䶮", "13907925561")
    assert (case.complainant.id_type, case.complainant.id_no) == ("resident_id", "360122197803120039")
    assert (case.complainant.publish_consent, case.complainant.delegation_consent) == (True, True)
    assert (case.deal.bought_on, case.deal.amount) == (dt.date(2026, 7, 2), 30_000)
    assert (case.deal.category, case.deal.problem) == ("air_conditioner", "after_sale")
    assert (case.deal.demands, case.deal.facts) == (("refund",), FACTS)
    assert clerk.strokes <= 43


def test_the_whole_form_fits_on_the_smallest_screen(qtbot: QtBot, page: IntakePage) -> None:
    fill(page)
    page.form.field("deal.amount").set_value(298_800)
    # 1366 x 768 less rail, top bar and status line.
    page.resize(1198, 694)
    area = page.findChild(QScrollArea)
    assert area is not None
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() == 0)
    shown = area.viewport().rect()
    for row in page.form.rows.values():
        assert shown.contains(row.rect().translated(row.mapTo(area.viewport(), row.rect().topLeft())))


def test_a_wrong_number_is_told_when_the_field_is_left_and_stops_saving(
    page: IntakePage, office: OpenOffice
) -> None:
    fill(page)
    page.form.go_to("complainant.id_no")
    clerk = Typist()
    clerk.write("360122197803120034")
    assert page.form.row("complainant.id_no").problem() == ""
    clerk.enter()
    assert "应为 9" in page.form.row("complainant.id_no").problem()
    page.save()
    assert page.form.field("complainant.id_no").hasFocus()
    assert cases(office) == []


def test_what_article_10_demands_is_told_at_its_fields(
    qtbot: QtBot, page: IntakePage, office: OpenOffice
) -> None:
    page.save()
    qtbot.waitUntil(lambda: bool(page.banner.text()))
    wrong = {path for path, row in page.form.rows.items() if row.problem()}
    assert wrong == {
        "complainant.name", "complainant.phone", "complainant.address", "respondent.name",
        "respondent.address", "deal.demands", "deal.facts",
    }  # fmt: skip
    assert page.form.field("complainant.name").hasFocus()
    assert cases(office) == []


def test_without_a_day_of_receipt_nothing_is_saved(page: IntakePage, office: OpenOffice) -> None:
    fill(page)
    page.form.field("origin.received_on").setText("")
    page.save()
    assert page.form.row("origin.received_on").problem() == "请填写收到日期"
    assert cases(office) == []


def test_the_body_that_wants_an_answer_follows_the_channel_until_it_is_chosen(page: IntakePage) -> None:
    source, channel = page.form.field("origin.source"), page.form.field("origin.channel")
    channel.set_value("hotline_12345")
    assert source.value() == "12345"
    channel.set_value("visit")
    assert source.value() == ""
    source.set_value("上级")
    source.activated.emit(source.currentIndex())
    channel.set_value("hotline_12345")
    assert source.value() == "上级"


def test_a_draft_is_on_disk_soon_and_holds_text_still_being_composed(
    qtbot: QtBot, page: IntakePage, office: OpenOffice
) -> None:
    name = page.form.field("complainant.name")
    name.setFocus()
    with qtbot.waitSignal(page.keeper.kept, timeout=2000):
        Typist().write("陈𠮷")
        compose(name, "wang")
    (draft,) = drafts.waiting(office)
    assert (draft.form, draft.key) == page.keeper.name
    assert draft.fields["complainant.name"] == "陈𠮷wang"
    assert draft.fields["origin.received_on"] == "2026-11-21"


def test_half_a_date_survives_the_way_through_a_draft(page: IntakePage) -> None:
    page.form.field("deal.bought_on").setText("2026-7")
    page.form.field("deal.demands").set_value(["repair", "refund"])
    page.form.field("deal.facts").set_value("一\n二")
    kept = page.form.draft_fields()
    page.form.show_fresh()
    assert page.form.draft_fields() != kept
    page.form.show_draft(kept)
    assert page.form.draft_fields() == kept


def test_an_unfinished_draft_is_offered_again_and_gone_on_with(
    qtbot: QtBot, page: IntakePage, office: OpenOffice, context: Context
) -> None:
    drafts.save(office, DRAFT_FORM, "lost", {"complainant.name": "刘桂芳", "respondent.name": "悦动健身房"})
    page.mark_stale()
    qtbot.waitUntil(lambda: "刘桂芳 → 悦动健身房" in page.banner.text())
    page.opened("lost")
    qtbot.waitUntil(lambda: page.keeper.key == "lost")
    assert page.form.field("complainant.name").value() == "刘桂芳"
    fill(page)
    saved(qtbot, page)
    assert drafts.waiting(office) == []


def test_saving_leaves_no_draft_and_shows_what_comes_next(
    qtbot: QtBot, page: IntakePage, office: OpenOffice, context: Context
) -> None:
    fill(page)
    page.keeper.keep()
    qtbot.waitUntil(lambda: len(drafts.waiting(office)) == 1)
    saved(qtbot, page)
    assert drafts.waiting(office) == []
    shown = [label.text() for label in page.saved_view.findChildren(QLabel)]
    assert "消投〔2026〕1号" in shown
    assert any("2026-12-01（星期二）" in text for text in shown)
    begun, printed = QSignalSpy(context.act_wanted), QSignalSpy(context.paper_wanted)
    page.saved_view._next.click()
    page.saved_view._print.click()
    (case_id,) = cases(office)
    assert begun.at(0) == [case_id, "decide_acceptance"]
    assert printed.at(0) == [case_id, "complaint_registration"]
    page.saved_view._another.click()
    assert page.form.field("complainant.name").value() == ""
    assert page.form.field("origin.channel").value() == "visit"


def test_clearing_asks_first_and_takes_the_draft_along(
    qtbot: QtBot, page: IntakePage, office: OpenOffice
) -> None:
    fill(page)
    page.keeper.keep()
    qtbot.waitUntil(lambda: len(drafts.waiting(office)) == 1)
    page.card.clear_button.click()
    assert "找不回来" in page.banner.text()
    assert page.form.field("complainant.name").value() == "陈䶮"
    page.banner._action.click()
    qtbot.waitUntil(lambda: drafts.waiting(office) == [])
    assert page.form.field("complainant.name").value() == ""


def test_asking_for_a_new_form_never_drops_what_is_typed(page: IntakePage) -> None:
    fill(page)
    page.opened("")
    assert page.form.field("complainant.name").value() == "陈䶮"


def test_closing_the_window_keeps_what_was_typed_a_moment_ago(page: IntakePage, office: OpenOffice) -> None:
    page.form.field("complainant.name").set_value("陈䶮")
    assert page.can_close()
    assert [d.fields["complainant.name"] for d in drafts.waiting(office)] == ["陈䶮"]


def test_a_form_emptied_by_hand_is_no_draft_any_more(
    qtbot: QtBot, page: IntakePage, office: OpenOffice
) -> None:
    name = page.form.field("complainant.name")
    name.set_value("陈")
    page.keeper.keep()
    qtbot.waitUntil(lambda: len(drafts.waiting(office)) == 1)
    name.set_value("")
    page.keeper.keep()
    qtbot.waitUntil(lambda: drafts.waiting(office) == [])


def test_the_same_matter_is_shown_beside_the_form(qtbot: QtBot, page: IntakePage, office: OpenOffice) -> None:
    earlier = register_complaint(office, walk_in(dt.date(2026, 11, 17)))
    fill(page)
    page.beside.look()
    link = f"{earlier.number}"
    qtbot.waitUntil(lambda: any(b.text() == link for b in page.side.findChildren(Button)))
    wanted = QSignalSpy(page._context.case_wanted)
    next(b for b in page.side.findChildren(Button) if b.text() == link).click()
    assert wanted.at(0) == [earlier.case_id]


def test_the_period_beside_the_form_follows_the_day_of_receipt(qtbot: QtBot, page: IntakePage) -> None:
    page.form.field("origin.received_on").setText("2026-09-30")

    def shown() -> str:
        return " ".join(label.text() for label in page.side.findChildren(QLabel) if label.isVisible())

    qtbot.waitUntil(lambda: "最迟 2026-10-15（星期四）" in shown() and "第15、45条" in shown())


def test_a_preset_kind_of_document_without_a_number_is_not_stored(page: IntakePage) -> None:
    fill(page)
    assert page.form.field("complainant.id_type").value() == "resident_id"
    assert page.form.registration().complainant.id_type == ""
