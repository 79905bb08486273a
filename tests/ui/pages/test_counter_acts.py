"""At the counter before anything is registered: the 告知单 and the questions of jurisdiction, by keys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.services import routing
from app.services.office import OpenOffice
from app.ui.context import Context
from app.ui.dialogs.jurisdiction import JurisdictionDialog
from app.ui.dialogs.routing_notice import RoutingNoticeDialog
from app.ui.pages.intake.page import IntakePage
from tests.papers.reading import text_of


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> Iterator[IntakePage]:
    made = IntakePage(context)
    made.resize(1180, 700)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: not context.tasks.busy and made.isActiveWindow())
    yield made
    made.can_close()
    made.close()
    qtbot.waitUntil(lambda: not context.tasks.busy)
    made.deleteLater()


def press(page: IntakePage, key: Qt.Key) -> None:
    QTest.keyClick(page, key, Qt.KeyboardModifier.AltModifier)


def notice_dialog(qtbot: QtBot, page: IntakePage) -> RoutingNoticeDialog:
    page.activateWindow()
    qtbot.waitUntil(lambda: page.isActiveWindow() and page.counter.dialog is None)
    press(page, Qt.Key.Key_N)
    dialog = page.counter.dialog
    assert isinstance(dialog, RoutingNoticeDialog)
    return dialog


def test_the_notice_begins_with_what_was_typed_and_is_kept_when_saved(
    qtbot: QtBot, page: IntakePage, office: OpenOffice, context: Context, tmp_path: Path
) -> None:
    page.form.field("complainant.name").set_value("陈䶮")
    page.form.field("deal.facts").set_value("买的水稻种子不发芽，\n农资店不管")
    dialog = notice_dialog(qtbot, page)
    values = dialog.values()
    assert (values["route"], values["person"]) == ("seed", "陈䶮")
    assert values["matter"] == "买的水稻种子不发芽， 农资店不管"
    assert values["department"] == "农业农村局"
    assert "不得自行移送" in dialog._duties.text()
    assert "没有核对原文" in dialog._duties.text()
    out = tmp_path / "告知单.pdf"
    with qtbot.waitSignal(dialog.given):
        dialog._save_file()
        assert dialog.asking is not None
        dialog.asking.fileSelected.emit(str(out))
    assert "农业农村局" in text_of(out.read_bytes())
    (event,) = routing.given(office)
    assert (event.person, event.department, event.basis) == ("陈䶮", "农业农村局", "")
    assert "1号告知单" in page.banner.text()
    assert page.form.field("deal.facts").value()


def test_another_route_is_chosen_from_the_table_and_words_may_be_changed(
    qtbot: QtBot, page: IntakePage, office: OpenOffice, tmp_path: Path
) -> None:
    dialog = notice_dialog(qtbot, page)
    assert dialog.values()["route"] == ""
    dialog.submit()
    assert routing.given(office) == ()
    dialog.form.field("route").set_value("in_court")
    dialog._on_route()
    with qtbot.waitSignal(dialog.given):
        dialog._give(tmp_path / "a.pdf", None)
    dialog = notice_dialog(qtbot, page)
    dialog.form.field("route").set_value("in_court")
    dialog._on_route()
    dialog.form.field("why").set_value("自己写的理由")
    with qtbot.waitSignal(dialog.given):
        dialog._give(tmp_path / "b.pdf", None)
    second, first = routing.given(office)
    assert first.basis == "投诉举报处理办法第16条第2项"
    assert (second.why, second.basis) == ("自己写的理由", "")


def test_the_questions_of_jurisdiction_end_in_a_sentence_on_the_page(qtbot: QtBot, page: IntakePage) -> None:
    press(page, Qt.Key.Key_G)
    dialog = page.counter.dialog
    assert isinstance(dialog, JurisdictionDialog)
    for code in ("yes", "on_platform", "not_shown", "away"):
        dialog.walk.choices.set_value(code)
        dialog.submit()
    with qtbot.waitSignal(dialog.judged):
        dialog.submit()
    assert "平台住所地" in page.banner.text()
    assert "第13条" in page.banner.text()
