"""What can be asked or given at the counter before anything is registered: jurisdiction, 告知单."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.domain.errors import UserError
from app.domain.jurisdiction import MATTERS, Finding
from app.services import competence, triage
from app.services.routing import GivenNotice
from app.ui import actions
from app.ui.context import Context
from app.ui.dialogs.jurisdiction import JurisdictionDialog
from app.ui.dialogs.routing_notice import RoutingNoticeDialog
from app.ui.pages.intake.form_card import FormCard
from app.ui.widgets.page import Page


class CounterActs(QObject):
    """One for the page 登记. `dialog` is the one on screen, None when there is none."""

    def __init__(self, context: Context, page: Page, card: FormCard) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._card = card
        self.dialog: JurisdictionDialog | RoutingNoticeDialog | None = None
        actions.bind("intake.jurisdiction", page, self.judge)
        actions.bind("intake.notice", page, self.notify)
        card.judge_button.clicked.connect(self.judge)
        card.notice_button.clicked.connect(self.notify)

    def judge(self) -> None:
        """The questions of jurisdiction for a matter that came today; they only advise here."""
        kind = self._card.shelf.entry.id
        matter = kind if kind in MATTERS else "complaint"
        office = self._context.office
        try:
            tree = competence.tree_for(office, office.clock.today())
        except UserError as problem:
            self._page.show_problem(problem.message)
            return
        dialog = JurisdictionDialog(tree, matter, parent=self._page.window())
        dialog.judged.connect(self._on_judged)
        self._show(dialog)
        dialog.begin()

    def notify(self) -> None:
        """A 告知单 for where the words typed point to; the table can be searched for another."""
        form = self._card.shelf.form
        advice = triage.advise(self._context.office, form.submission())
        dialog = RoutingNoticeDialog(self._context, self._page.window())
        dialog.given.connect(self._on_given)
        self._show(dialog)
        dialog.begin(
            route=advice.destinations[0].route.id if advice.destinations else "",
            person=form.shared_text("name"),
            matter=form.shared_text("facts"),
        )

    def _show(self, dialog: JurisdictionDialog | RoutingNoticeDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(self._forget)

    def _forget(self, _result: int) -> None:
        self.dialog = None

    def _on_judged(self, finding: Finding) -> None:
        self._page.banner.show_info(f"管辖判断：{finding.sentence} {finding.advice(by_dispatch=False)}")

    def _on_given(self, made: GivenNotice, where: str) -> None:
        number = f"{made.event.on.year}年第{made.event.no}号告知单"
        told = f"保存为“{where}”" if where else "已送打印机"
        self._context.saved(made.changes, f"{number}已制作")
        self._page.banner.show_success(f"{number}已制作，{told}。")
