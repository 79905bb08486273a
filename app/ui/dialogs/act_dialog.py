"""What every act on a case has in common: prefilling, saving in the background, errors at their fields,
and what happens when a colleague was quicker."""

from __future__ import annotations

import datetime as dt
import re
from functools import partial
from typing import Any, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import InvalidFields, UserError
from app.domain.procedure import Choice
from app.services import casework, choices, drafts, intake_review, phrases
from app.services.changes import Changes
from app.system.errors import EnvironmentProblem
from app.ui.context import Context
from app.ui.draft_keeper import DraftKeeper, kept_at
from app.ui.phrase_keys import PhraseKeys
from app.ui.widgets.choice_field import ChoiceField
from app.ui.widgets.designed_acts import MomentRow
from app.ui.widgets.designed_rows import DayRow, DesignedForm
from app.ui.widgets.draft_text import DraftText
from app.ui.widgets.form_dialog import FormDialog
from app.ui.widgets.labels import label
from app.ui.widgets.next_field import is_composing

_NOTHING: tuple[object, ...] = ("", None, [], ())
_VERBS = {"RadioList": "选择", "ChoiceField": "选择", "MultiPick": "选择"}


class ActDialog(FormDialog):
    """One act on one case, on a form drawn in Designer.

    A dialog names its `act`, `verb`, `sheet` and writes `prepare` (words to choose from), `prefill` and
    `carry_out`, which runs in the database thread and returns what changed. `recorded(changes)` comes
    once it is on disk; `outdated()` when the case was changed by somebody else meanwhile and read anew;
    `other_wanted(act)`, after it closed, when another act has to come first.

    `target` is what the act is about (an obligation, an item of evidence), None for the usual one.
    """

    act: ClassVar[str]
    verb: ClassVar[str] = "保存"
    title: ClassVar[str] = ""
    purpose: ClassVar[str] = ""
    sheet: ClassVar[type[Any]]
    danger: ClassVar[bool] = False
    least_width: ClassVar[int] = 640
    keeps_draft: ClassVar[bool] = False

    recorded = Signal(object)
    outdated = Signal()
    other_wanted = Signal(str)

    def __init__(
        self, context: Context, view: casework.CaseView, target: object = None, parent: QWidget | None = None
    ) -> None:
        self.context = context
        self.view = view
        self.target = target
        sheet = DesignedForm()
        self.sheet().setupUi(sheet)
        sheet.collect()
        super().__init__(
            self._heading(), self.verb, self._basis(), parent=parent, danger=self.danger, form=sheet
        )
        self.form: DesignedForm = sheet
        for row in sheet.rows.values():
            if isinstance(row, DayRow):
                row.use_calendar(context.office.clock.today, self.day_note)
            elif isinstance(row, MomentRow):
                row.use_clock(context.office.clock, self.day_note)
        self._drafts: DraftKeeper | None = None
        self.setMinimumWidth(min(self.least_width, self.screen().availableGeometry().width() - 40))
        self._draft_note = label("", "note")
        self._foot.insertWidget(0, self._draft_note)
        self.phrase_keys = PhraseKeys(
            self,
            context.office,
            self.act,
            sheet.rows,
            lambda: phrases.values_of_case(context.office, self.view.case),
        )
        self.prepare()
        self.submitted.connect(self._save)

    # ---- what a dialog writes ----

    def prepare(self) -> None:
        """Give the fields their words and connect what depends on what."""

    def prefill(self) -> dict[str, Any]:
        """What stands in the fields at first."""
        return {}

    def carry_out(self, values: dict[str, Any]) -> Changes:
        """Do it. Called in the database thread; no widget may be touched."""
        raise NotImplementedError

    # ---- for the caller ----

    def begin(self) -> None:
        """Prefill, offer a kept draft, show."""
        self.start(self.prefill())
        if self.keeps_draft:
            self._drafts = self._keep_draft()

    def submit(self) -> None:
        """Rows marked as mandatory must be filled before the services are asked at all."""
        if self._busy or is_composing():
            return
        empty = {
            path: f"请{_VERBS.get(type(row.field).__name__, '填写')}{row.caption()}"
            for path, row in self.form.rows.items()
            if row.mandatory
            and not row.isHidden()
            and not row.field.problem()
            and row.field.value() in _NOTHING
        }
        if empty:
            self.show_invalid(empty)
            return
        super().submit()

    def reject(self) -> None:
        """A dialog that keeps a draft closes without asking: nothing is lost."""
        if self._drafts is not None and self.is_dirty() and not self._busy and not is_composing():
            self.context.toast_wanted.emit("已存为草稿，下次打开可以接着写")
            self.done(0)
            return
        super().reject()

    def note_draft(self, moment: dt.datetime | None) -> None:
        """The draft is on disk, or there is none any more."""
        self._draft_note.setText("" if moment is None else f"{moment:%H:%M} 已存草稿")

    # ---- for the dialogs ----

    @property
    def today(self) -> dt.date:
        """The day at the counter."""
        return self.context.office.clock.today()

    @property
    def now(self) -> dt.datetime:
        """The present minute."""
        return self.context.office.clock.now().replace(second=0, microsecond=0)

    @property
    def operator(self) -> str:
        """Who is at work."""
        return self.context.office.operator.name

    def offer(self, path: str, dictionary: str) -> None:
        """Give a choice field the words of a dictionary that are in use today, found by initials too."""
        found = choices.offers(dictionary, self.today)
        field = self.form.field(path)
        if isinstance(field, ChoiceField):
            search = {one.label: one.search for one in found}
            field.set_initials(search.__getitem__)
            field.set_choices([(one.code, one.label) for one in found])
        else:
            field.set_choices([(one.code, one.label) for one in found], across=True)

    def day_note(self, day: dt.date) -> str:
        """What is said beside a date: 星期六 · 非工作日."""
        return intake_review.day_note(self.context.office, day)

    def record(self, *events: Any) -> Changes:
        """Write events to the case as this dialog saw it."""
        return casework.record(self.context.office, self.view.case.id, *events, version=self.view.version)

    # ---- drafts ----

    def _keep_draft(self) -> DraftKeeper:
        """From now on; what was kept before is shown and offered to be thrown away."""
        form, key = f"case.{self.act}", self.view.case.id
        text = DraftText(self.form.rows, self)
        keeper = DraftKeeper(self.context, self, form, text.fields)
        untouched = text.fields()
        kept = drafts.load(self.context.office, form, key)
        keeper.start(key, untouched, None if kept is None else kept.fields)

        def start_over() -> None:
            keeper.discard()
            text.show(untouched)
            keeper.start(key, untouched)

        if kept is not None:
            text.show(kept.fields)
            self.fit()
            self.banner.show_info(
                f"这是 {kept_at(kept):%m-%d %H:%M} 没有写完的草稿，可以接着写。",
                "不要草稿，重新写",
                start_over,
            )
        text.changed.connect(keeper.touched)
        keeper.kept.connect(self.note_draft)
        self.finished.connect(keeper.keep_and_leave)
        return keeper

    # ---- saving ----

    def _save(self) -> None:
        values = self.values()
        self.set_busy(True)
        if self._drafts is not None:
            self._drafts.stop()
        self.context.tasks.run(
            self, lambda _progress: self.carry_out(values), self._on_saved, self._on_refused
        )

    def _on_saved(self, changes: Changes) -> None:
        if self._drafts is not None:
            self._drafts.discard()
        self.finish()
        self.recorded.emit(changes)

    def _on_refused(self, problem: UserError | EnvironmentProblem) -> None:
        if self._drafts is not None:
            self._drafts.go_on()
            self._drafts.touched()
        if isinstance(problem, InvalidFields):
            self.show_invalid(problem.problems)
        elif isinstance(problem, casework.StaleVersion):
            self.set_busy(False)
            self.banner.show_error(problem.message, "刷新", self._read_again)
        else:
            self.show_problem(problem.message)

    def _read_again(self) -> None:
        self.set_busy(True)
        case_id = self.view.case.id
        self.context.tasks.run(
            self, lambda _progress: casework.load(self.context.office, case_id), self._on_read_again
        )

    def _on_read_again(self, view: casework.CaseView) -> None:
        self.set_busy(False)
        self.view = view
        self.outdated.emit()
        choice = self._choice()
        if choice.allowed:
            self.banner.show_info("已经刷新到最新情况，您填写的内容还在，请核对后再保存。")
        else:
            self.primary.setEnabled(False)
            self.banner.show_warning(f"案件情况已经变化：{choice.reason}", "关闭", partial(self.done, 0))

    def _choice(self) -> Choice:
        return next(choice for choice in self.view.choices if choice.name == self.act)

    def _heading(self) -> str:
        return self.title or self._choice().label

    def _basis(self) -> str:
        basis = self._choice().basis
        parts = (self.view.case.number, self.purpose, f"依据：{basis}" if basis else "")
        return " · ".join(part for part in parts if part)


def names_in(text: str) -> tuple[str, ...]:
    """Several names written in one field: 李强、周玉梅."""
    return tuple(part for part in re.split(r"[、，,；;\s]+", text) if part)
