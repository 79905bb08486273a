"""Rows, grids and dialogs: named for a screen reader, wrong where it is wrong, nothing lost by Esc."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.ui.widgets.choice_field import ChoiceField
from app.ui.widgets.form_dialog import FormDialog
from app.ui.widgets.form_grid import FormGrid
from app.ui.widgets.form_row import FormRow
from app.ui.widgets.money_field import MoneyField
from app.ui.widgets.text_fields import NameField, TextArea
from tests.ui.keys import compose


def test_a_label_names_its_field(qtbot: QtBot) -> None:
    field = NameField()
    row = FormRow("姓名", field, mandatory=True)
    qtbot.addWidget(row)
    caption = row.findChildren(QLabel)[0]
    assert caption.text() == "姓名 *"
    assert caption.buddy() is field
    assert field.accessibleName() == "姓名（必填）"
    assert row.caption() == "姓名"


def test_a_problem_is_shown_on_leaving_and_gone_with_the_next_key(qtbot: QtBot) -> None:
    field = MoneyField()
    row = FormRow("金额", field)
    qtbot.addWidget(row)
    field.setText("很多")
    assert row.problem() == ""
    field.editingFinished.emit()
    assert "很多" in row.problem()
    assert field.accessibleDescription() == row.problem()
    assert field.property("wrong") == "true"
    field.setText("3")
    assert row.problem() == ""
    assert field.property("wrong") == "false"


def test_hidden_and_disabled_fields_take_their_label_along(qtbot: QtBot) -> None:
    field = NameField()
    row = FormRow("上级工单号", field)
    qtbot.addWidget(row)
    field.setEnabled(False)
    assert not row.findChildren(QLabel)[0].isEnabled()
    field.hide()
    assert row.isHidden()
    field.show()
    assert not row.isHidden()


def grid(columns: int = 4) -> FormGrid:
    form = FormGrid(columns)
    form.add("name", "姓名", NameField(), mandatory=True)
    form.add("amount", "金额", MoneyField())
    form.add("address", "地址", NameField(), 3)
    form.add_heading("被投诉人")
    form.add("facts", "事实", TextArea(limit=5), 4)
    return form


def test_values_go_by_name(qtbot: QtBot) -> None:
    form = grid()
    qtbot.addWidget(form)
    form.set_values({"name": "陈䶮", "amount": 30000, "a field of an older form": 1})
    assert form.values() == {"name": "陈䶮", "amount": 30000, "address": "", "facts": ""}


def test_problems_go_to_their_fields_and_the_rest_comes_back(qtbot: QtBot) -> None:
    form = grid()
    qtbot.addWidget(form)
    form.show()
    rest = form.show_problems({"amount": "金额太大。", "seal": "没有印章。"})
    assert form.row("amount").problem() == "金额太大。"
    assert rest == {"seal": "没有印章。"}
    assert form.focusWidget() is form.field("amount")


def test_check_finds_what_fields_object_to(qtbot: QtBot) -> None:
    form = grid()
    qtbot.addWidget(form)
    assert form.check()
    form.field("facts").set_value("一二三四五六")
    assert not form.check()
    assert "已超出 1 个" in form.row("facts").problem()


def places(form: FormGrid) -> list[tuple[int, int]]:
    return [(row.x() // 100, row.y()) for row in form.rows.values()]


def test_columns_become_fewer_where_there_is_no_room_and_more_again(qtbot: QtBot) -> None:
    form = grid()
    qtbot.addWidget(form)
    form.resize(900, 400)
    form.show()
    wide = places(form)
    assert wide[0][1] == wide[1][1]
    form.resize(200, 600)
    QApplication.sendPostedEvents()
    assert len({x for x, _ in places(form)}) == 1
    assert len({y for _, y in places(form)}) == 4
    form.resize(900, 400)
    QApplication.sendPostedEvents()
    assert places(form) == wide


# ---------------------------------------------------------------------------------------- dialog


@pytest.fixture
def dialog(qtbot: QtBot) -> Iterator[FormDialog]:
    owner = QWidget()
    qtbot.addWidget(owner)
    made = FormDialog("作出受理决定", "决定受理", "办法第十四条", 2, owner)
    made.form.add("who", "承办人", ChoiceField([("1", "王敏"), ("2", "李强")]), mandatory=True)
    made.form.add("amount", "金额", MoneyField())
    made.form.add("why", "说明", TextArea(100), 2)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.start({"who": "1"})
    qtbot.waitUntil(made.isVisible)
    # The owner lives as long as the dialog.
    yield made
    assert owner.children()


def test_ctrl_s_submits_what_no_field_objects_to(qtbot: QtBot, dialog: FormDialog) -> None:
    with qtbot.waitSignal(dialog.submitted, timeout=500):
        qtbot.keyClick(dialog.form.field("amount"), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    dialog.form.field("amount").setText("很多")
    with qtbot.assertNotEmitted(dialog.submitted):
        dialog.submit()
    assert "很多" in dialog.form.row("amount").problem()
    assert dialog.isVisible()


def test_esc_closes_an_untouched_form(qtbot: QtBot, dialog: FormDialog) -> None:
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_esc_asks_before_words_are_lost(qtbot: QtBot, dialog: FormDialog) -> None:
    dialog.form.field("why").set_value("理由")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert "还没有保存" in dialog.banner.text()
    dialog.close()
    assert dialog.isVisible()
    qtbot.mouseClick(dialog.banner._action, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()


def test_composing_belongs_to_the_input_method(qtbot: QtBot, dialog: FormDialog) -> None:
    why = dialog.form.field("why")
    dialog.activateWindow()
    why.setFocus()
    qtbot.waitUntil(why.hasFocus)
    compose(why, "liyou")
    with qtbot.assertNotEmitted(dialog.submitted):
        qtbot.keyClick(why, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
        qtbot.keyClick(why, Qt.Key.Key_Escape)
        qtbot.keyClick(why, Qt.Key.Key_Return)
        dialog.submit()
    assert dialog.isVisible()
    compose(why, "")


def test_errors_of_the_service_find_their_place_and_the_words_stay(qtbot: QtBot, dialog: FormDialog) -> None:
    dialog.form.field("why").set_value("理由")
    dialog.set_busy(True)
    assert not dialog.primary.isEnabled()
    dialog.reject()
    assert dialog.isVisible()
    dialog.show_invalid({"who": "请选择承办人。", "seal": "没有印章。"})
    assert dialog.form.row("who").problem() == "请选择承办人。"
    assert dialog.banner.text() == "没有印章。"
    assert dialog.primary.isEnabled()
    dialog.show_problem("案件已经被别人办理。")
    assert dialog.banner.text() == "案件已经被别人办理。"
    assert dialog.form.field("why").value() == "理由"
    dialog.finish()
    assert not dialog.isVisible()
