"""办理途径告知单: for a matter another department handles; printed or saved, and kept in the office's log."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.domain.errors import InvalidFields, UserError
from app.domain.referral import LONGEST_MATTER, LONGEST_NAME
from app.domain.routing import Destination, duties
from app.services import choices, routing
from app.services.routing import GivenNotice, NoticeForm
from app.system.errors import EnvironmentProblem
from app.ui.context import Context
from app.ui.printing import ask_for_printer, paint_pages
from app.ui.widgets.choice_field import ChoiceField
from app.ui.widgets.form_dialog import FormDialog
from app.ui.widgets.form_grid import FormGrid
from app.ui.widgets.labels import label
from app.ui.widgets.last_place import ask_where
from app.ui.widgets.text_fields import NameField, TextArea
from app.ui.widgets.tick_box import TickBox

_TITLE = "办理途径告知单"
_LONGEST = 400
_PREFILLED = ("department", "phone", "address", "why", "bring", "shared")


class RoutingNoticeDialog(FormDialog):
    """`route` chosen fills in what the table knows; every word may be changed before it is printed.

    `given(GivenNotice, where)` comes when it is recorded: `where` is the file, "" when it went to a printer.
    """

    given = Signal(object, str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(
            _TITLE, "打印", "告诉群众去哪个部门、为什么、带什么；不移送，不是处理决定", 2, parent
        )
        self.asking: QFileDialog | None = None
        self._context = context
        self._office = context.office
        table = routing.table(self._office)
        names = [
            (one.id, f"{one.subject}（{table.department(one.department).name}）") for one in table.routes
        ]
        form = self.form
        assert isinstance(form, FormGrid)
        form.add("route", "反映的是哪一类事", ChoiceField(names), 2, mandatory=True)
        form.add("person", "来访人", NameField(LONGEST_NAME))
        form.add("method", "告知方式", ChoiceField(_methods(context)), mandatory=True)
        form.add("matter", "所反映的事", NameField(LONGEST_MATTER), 2, mandatory=True)
        form.add("department", "有权办理的部门", NameField(LONGEST_NAME), 2, mandatory=True)
        form.add("phone", "部门电话", NameField(LONGEST_NAME))
        form.add("address", "部门地址", NameField(LONGEST_NAME))
        form.add("why", "理由", TextArea(_LONGEST, rows=2), 2, mandatory=True)
        form.add("bring", "带什么材料（用、隔开）", TextArea(_LONGEST, rows=2), 2, mandatory=True)
        form.add("shared", "市场监督管理部门管的部分", TextArea(_LONGEST, rows=2), 2)
        form.add("dispute", "消费争议", TickBox("印上消费者权益保护法第39条的解决途径"), 2)
        self._duties = label("", "note", wrap=True)
        self.body.insertWidget(0, self._duties)
        self.add_button("保存为 PDF…", self._save_file)
        self.setMinimumWidth(min(720, self.screen().availableGeometry().width() - 40))
        form.row("route").field.changed.connect(self._on_route)
        self.submitted.connect(self._print)

    def begin(self, *, route: str = "", person: str = "", matter: str = "") -> None:
        """Show it with what is known; `matter` is shortened to what fits one line."""
        line = re.sub(r"\s+", " ", matter).strip()[:60]
        self.start({"person": person, "matter": line, "method": "in_person", "dispute": True})
        if route:
            self.form.row("route").field.set_value(route)
            self._on_route()

    def notice(self) -> NoticeForm:
        """The form as the service takes it. UserError when no route is chosen."""
        typed = self.values()
        place = routing.chosen(self._office, typed["route"])
        return NoticeForm(
            route=place.route.id,
            person=typed["person"],
            matter=typed["matter"],
            department=typed["department"],
            phone=typed["phone"],
            address=typed["address"],
            why=typed["why"],
            basis=place.printed_basis if typed["why"].strip() == place.route.why else "",
            bring=tuple(re.split(r"[、\n]+", typed["bring"])),
            shared=typed["shared"],
            food=bool(place.route.handover),
            dispute=typed["dispute"],
            method=typed["method"],
        )

    def _on_route(self) -> None:
        chosen = self.form.row("route").field.value()
        if not chosen:
            return
        place = routing.chosen(self._office, chosen)
        known = routing.form_for(place)
        values: dict[str, Any] = {name: getattr(known, name) for name in _PREFILLED}
        values["bring"] = "、".join(known.bring)
        if not self.form.row("matter").field.value():
            values["matter"] = known.matter
        for name, value in values.items():
            self.form.row(name).field.set_value(value)
        self._duties.setText(_duty_words(place))
        self.fit()

    def _print(self) -> None:
        if not ask_for_printer(_TITLE, self, lambda printer: self._give(None, printer)):
            self._context.toast_wanted.emit("没有找到打印机，先保存成 PDF，再到有打印机的电脑上打印")
            self._save_file()

    def _save_file(self) -> None:
        if not self.form.check():
            return
        self.asking = ask_where(
            self, f"保存{_TITLE}", f"{_TITLE}.pdf", "PDF (*.pdf)", lambda out: self._give(out, None)
        )

    def _give(self, out: Path | None, printer: object) -> None:
        try:
            form = self.notice()
        except UserError as problem:
            self.show_problem(problem.message)
            return

        def done(made: GivenNotice) -> None:
            if printer is not None:
                paint_pages(made.pdf, printer)
            self.finish()
            self.given.emit(made, str(out) if out is not None else "")

        def failed(problem: UserError | EnvironmentProblem) -> None:
            if isinstance(problem, InvalidFields):
                self.show_invalid(problem.problems)
            else:
                self.show_problem(problem.message)

        self.set_busy(True)
        self._context.tasks.run(self, lambda _progress: routing.give(self._office, form, out), done, failed)


def _methods(context: Context) -> list[tuple[str, str]]:
    return [(one.code, one.label) for one in choices.offers("notice_methods", context.office.clock.today())]


def _duty_words(place: Destination) -> str:
    basis = "" if place.route.verified else f"\n依据“{place.route.basis}”没有核对原文，不印在告知单上。"
    return "\n".join(filter(None, (place.route.ask, *duties((place,))))) + basis
