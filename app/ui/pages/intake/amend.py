"""补齐登记, 更正登记: the registration form over an existing case, with the reason that is kept."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import InvalidFields, UserError
from app.services import casework, drafts
from app.services.casework import CaseView
from app.services.changes import Changes
from app.system.errors import EnvironmentProblem
from app.ui.context import Context
from app.ui.draft_keeper import DraftKeeper, kept_at
from app.ui.kinds.registry import INTAKES, form_of
from app.ui.widgets.form_dialog import FormDialog
from app.ui.widgets.form_row import FormRow
from app.ui.widgets.text_fields import NameField

DRAFT_FORM = "case.amend"
_REASON = "reason"
_AMEND, _COMPLETE = "更正登记", "补齐登记"
_WIDTH = 900


class AmendDialog(FormDialog):
    """Make one and call `begin()`. `recorded(changes)` comes once the change is on disk.

    What is typed is kept as a draft of the case and offered again.
    """

    recorded = Signal(object)

    def __init__(self, context: Context, case_id: str, parent: QWidget | None = None) -> None:
        view = casework.load(context.office, case_id)
        entry = next(one for one in INTAKES if one.id == view.kind.name)
        self.intake = form_of(entry)(context.office)
        super().__init__(
            _COMPLETE if self.intake.missing(view) else _AMEND,
            "保存",
            "只记下改动的部分和理由，原来的内容留在案件经过里（办法第10条）。",
            parent=parent,
            form=self.intake,
        )
        self._context = context
        self._case_id = case_id
        self._view: CaseView = view
        self.intake.give_room()
        self.reason = FormRow("补充或更正的理由", NameField(limit=200), mandatory=True)
        self.body.addWidget(self.reason)
        self.setMinimumWidth(min(_WIDTH, self.screen().availableGeometry().width() - 40))
        self.keeper = DraftKeeper(context, self, DRAFT_FORM, self._draft_fields)
        self.intake.edited.connect(self.keeper.touched)
        self.reason.field.changed.connect(self.keeper.touched)
        self.submitted.connect(self._save)
        self.finished.connect(self._on_closed)

    def begin(self) -> None:
        """Show the case, offer what was left unfinished."""
        office, view = self._context.office, self._view
        self.intake.show_case(view)
        missing = self.intake.missing(view)
        if missing:
            self.reason.field.set_value(_COMPLETE)
        self.start({})
        untouched = self._draft_fields()
        kept = drafts.load(office, DRAFT_FORM, self._case_id)
        self.keeper.start(self._case_id, untouched, kept.fields if kept is not None else None)
        if kept is not None:
            self._show_draft(kept)
        elif missing:
            self.banner.show_info(f"还缺：{'、'.join(missing)}。补齐后才能受理。")

    def values(self) -> dict[str, object]:
        """The fields of the form and the reason."""
        return {**super().values(), _REASON: self.reason.field.value()}

    def show_invalid(self, problems: dict[str, str]) -> None:
        """The reason stands below the form and has its own line."""
        self.reason.set_problem(problems.get(_REASON, ""))
        super().show_invalid({path: text for path, text in problems.items() if path != _REASON})

    def _save(self) -> None:
        problems = self.intake.problems()
        if problems:
            self.show_invalid(problems)
            return
        write = self.intake.amendment(self._case_id, self.reason.field.value(), self._view.version)
        self.set_busy(True)
        self.keeper.stop()
        self._context.tasks.run(self, lambda _progress: self._record(write), self._on_saved, self._on_refused)

    def _record(self, write: Callable[[], Changes]) -> Changes:
        changes = write()
        drafts.discard(self._context.office, DRAFT_FORM, self._case_id)
        return changes | Changes.DRAFTS

    def _on_saved(self, changes: Changes) -> None:
        self.finish()
        self._context.saved(changes, "已保存更正", self)
        self.recorded.emit(changes)

    def _on_refused(self, problem: UserError | EnvironmentProblem) -> None:
        self.keeper.go_on()
        if isinstance(problem, InvalidFields):
            self.show_invalid(problem.problems)
        else:
            self.show_problem(problem.message)

    def _on_closed(self, code: int) -> None:
        """Put away by the user, the draft goes too; it was for a crash or a power cut."""
        if code == self.DialogCode.Rejected:
            self.keeper.discard()
        else:
            self.keeper.stop()

    def _show_draft(self, kept: drafts.Draft) -> None:
        self.intake.show_draft(kept.fields)
        self.reason.field.set_value(kept.fields.get(_REASON, ""))
        self.banner.show_info(
            f"这是 {kept_at(kept):%m-%d %H:%M} 没有保存的更正，可以接着写。",
            "不要草稿，重新写",
            partial(self._start_over, self._case_id),
        )

    def _start_over(self, case_id: str) -> None:
        self.keeper.discard()
        self._view = casework.load(self._context.office, case_id)
        self.intake.show_case(self._view)
        self.reason.field.set_value("")
        self.keeper.start(case_id, self._draft_fields())

    def _draft_fields(self) -> dict[str, str]:
        return {**self.intake.draft_fields(), _REASON: self.reason.field.text()}
