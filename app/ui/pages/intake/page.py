"""The page 登记 (F2): the form of each kind, what can be told of it while it is typed, what comes after."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QStackedWidget

from app.domain.errors import InvalidFields, UserError
from app.domain.matter.checks import RELATIONS
from app.services import alerts, drafts, identities, linking
from app.system.errors import EnvironmentProblem
from app.ui import actions
from app.ui.context import Context, IntakeTarget, Tie
from app.ui.draft_keeper import DraftKeeper, kept_at
from app.ui.kinds.registry import INTAKES
from app.ui.matter.intake_form import AfterSaving, IntakeForm, Saved
from app.ui.pages.intake.beside import Beside
from app.ui.pages.intake.counter_acts import CounterActs
from app.ui.pages.intake.form_card import FormCard
from app.ui.pages.intake.kept_drafts import DRAFT_FORM, draft_title
from app.ui.pages.intake.saved_view import SavedView
from app.ui.widgets.next_field import is_composing
from app.ui.widgets.page import Page


class IntakePage(Page):
    """Open it with `opened(key)`: "" for a fresh form, else the key of a draft to go on with.

    `opened(IntakeTarget(kind, words))` begins a form of that kind, with words already known. A form that
    holds something is never replaced without being kept as a draft first.
    """

    def __init__(self, context: Context) -> None:
        super().__init__(context.bus)
        self._context = context
        self._office = context.office
        self._busy = False
        self._tie: Tie | None = None
        self.card = FormCard(context.office, self.save, self._ask_to_clear)
        self.shelf = self.card.shelf
        self.side = self.card.side
        self.saved_view = SavedView()
        self.keeper = DraftKeeper(context, self, DRAFT_FORM, self.shelf.draft_fields)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.card)
        self._stack.addWidget(self.saved_view)
        self.content.addWidget(self._stack)
        self.beside = Beside(context, self, self.card)
        self.counter = CounterActs(context, self, self.card)
        self._connect()
        self._start_fresh()

    @property
    def form(self) -> IntakeForm:
        """The form on screen."""
        return self.shelf.form

    # ------------------------------------------------------------------ opening and leaving

    def opened(self, target: object) -> None:
        """A draft's key, "" for a new form, or a kind with words; what is being typed already stays."""
        if isinstance(target, IntakeTarget):
            self._open_target(target)
            return
        key = str(target)
        if key and key != self.keeper.key:
            self.keeper.keep()
            self._context.tasks.run(
                self, lambda _progress: drafts.load(self._office, DRAFT_FORM, key), self._on_draft
            )
        elif not key and (self._is_done() or not self.keeper.is_dirty()):
            self._start_fresh()
        self._focus_first()

    def choose_kind(self, name: str) -> None:
        """Go on in the form of another kind; the words both ask for go along."""
        if self._busy or self._is_done() or name == self.shelf.entry.id:
            self.card.kinds.set_value(self.shelf.entry.id)
            return
        closed = identities.why_not_registered(self._context.office, name)
        if closed:
            self.banner.show_warning(closed)
            return
        empty = not self.keeper.is_dirty()
        self.banner.clear()
        self.shelf.choose(name)
        if empty:
            self.keeper.start(self.keeper.key, self.shelf.draft_fields())
        else:
            self.keeper.compare_with(self.shelf.untouched())
            self.keeper.touched()
        self._show_kind()
        self._focus_first()

    def refresh(self) -> None:
        """Offer what was left unfinished, when nothing has been typed yet."""
        if self.keeper.is_dirty() or self._is_done():
            return
        own = self.keeper.key
        self._context.tasks.run(
            self,
            lambda _progress: [
                d for d in drafts.waiting(self._office) if d.form == DRAFT_FORM and d.key != own
            ],
            self._offer_drafts,
        )

    def can_close(self) -> bool:
        """What was typed is kept as a draft, so nothing stands in the way."""
        self.keeper.keep_before_closing()
        return True

    def showEvent(self, event: QShowEvent) -> None:
        """The keyboard goes where typing begins, or back to where it was."""
        super().showEvent(event)
        if self._is_done():
            self.saved_view.take_focus()
        elif not self.keeper.is_dirty():
            self._focus_first()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.keeper.keep()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.card.fit_width(event.size().width())

    def _is_done(self) -> bool:
        return self._stack.currentWidget() is self.saved_view

    def _open_target(self, target: IntakeTarget) -> None:
        """What is typed already is kept as a draft of its own."""
        self.keeper.keep()
        self._start_fresh(target.kind)
        self.form.take(target.words)
        self._follow(target.tie)
        self.keeper.touched()
        self.beside.review()
        self._focus_first()

    def _follow(self, tie: Tie | None) -> None:
        """From now on the form is of a case that follows from another one."""
        self._tie = tie
        if tie is not None:
            relation = RELATIONS[tie.relation]
            self.banner.show_info(
                f"保存后与{tie.number}关联（{relation}）。", "不关联", lambda: self._follow(None)
            )
        else:
            self.banner.clear()

    # ------------------------------------------------------------------ saving

    def save(self) -> None:
        """Ctrl+S."""
        if self._busy or is_composing() or self._is_done():
            return
        self.banner.clear()
        if not self.form.check():
            return
        problems = self.form.problems()
        if problems:
            self.form.show_problems(problems)
            return
        if not self.card.danger.complete():
            self.banner.show_warning("有危险字词：请先告知负责人，填写告知了谁，再保存。")
            return
        self._set_busy(True)
        self.keeper.stop()
        write, alert = self._writing(), self.card.danger.alert()
        self._context.tasks.run(
            self,
            lambda _progress: alerts.register_with_alert(self._office, write, alert),
            self._on_saved,
            self._on_refused,
        )

    def _writing(self) -> Callable[[], Saved]:
        write, tie = self.form.register(self.keeper.name), self._tie
        if tie is None:
            return write
        return lambda: linking.register_tied(self._office, write, tie.relation, tie.case_id)

    def show_invalid(self, problems: dict[str, str]) -> None:
        """Problems at their fields; the rest in the message line."""
        rest = self.form.show_problems(problems)
        if rest:
            self.banner.show_error("；".join(rest.values()))
        else:
            count = len(problems)
            self.banner.show_error(f"还有 {count} 处没有填好，已在下面标出，改好后再保存。")

    def _on_saved(self, saved: Saved) -> None:
        self._set_busy(False)
        self._tie = None
        after = self.form.after(saved)
        if after.stay:
            self._start_fresh(self.shelf.entry.id)
            self._tell_saved(saved, after)
            self._focus_first()
        else:
            self.saved_view.show_saved(saved, after)
            self._stack.setCurrentWidget(self.saved_view)
            self.saved_view.take_focus()
        self._context.saved(saved.changes, f"已保存 {saved.number}", self)

    def _tell_saved(self, saved: Saved, after: AfterSaving) -> None:
        words = "，".join(part for part in (f"已登记 {saved.number}", after.line, after.term) if part)
        self.banner.show_success(f"{words}。", "打开", lambda: self._context.case_wanted.emit(saved.case_id))

    def _on_refused(self, problem: UserError | EnvironmentProblem) -> None:
        self._set_busy(False)
        self.keeper.go_on()
        self.keeper.touched()
        if isinstance(problem, InvalidFields):
            self.show_invalid(problem.problems)
        else:
            self.show_problem(problem.message)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.card.set_busy(busy)

    # ------------------------------------------------------------------ drafts

    def _start_fresh(self, kind: str = "") -> None:
        self.keeper.stop()
        self._tie = None
        self.banner.clear()
        self.shelf.show_fresh(kind or INTAKES[0].id)
        self.card.danger.forget()
        self.keeper.start(uuid.uuid4().hex, self.shelf.draft_fields())
        self._show_kept(None)
        self._stack.setCurrentWidget(self.card)
        self._show_kind()
        self.mark_stale()

    def _on_draft(self, draft: drafts.Draft | None) -> None:
        if draft is None:
            self.banner.show_info("这份草稿已经登记或者清空，可以重新填写。")
            return
        self.keeper.stop()
        self.shelf.show_draft(draft.fields)
        self.keeper.start(draft.key, self.shelf.untouched(), draft.fields)
        self._stack.setCurrentWidget(self.card)
        self.banner.clear()
        self._show_kind()
        self._show_kept(kept_at(draft))
        self.beside.look()
        self._focus_first()

    def _offer_drafts(self, waiting: list[drafts.Draft]) -> None:
        if not waiting or self.keeper.is_dirty() or self._is_done() or self.banner.text():
            return
        latest = waiting[0]
        count = (
            f"有 {len(waiting)} 份草稿没有登记完，最近一份是"
            if len(waiting) > 1
            else "有一份草稿没有登记完："
        )
        self.banner.show_info(
            f"{count}{draft_title(latest)}（{kept_at(latest):%m-%d %H:%M}）。",
            "继续填写",
            partial(self.opened, latest.key),
        )

    def _ask_to_clear(self) -> None:
        if not self.keeper.is_dirty():
            self._focus_first()
            return
        self.banner.show_warning(
            "清空后，这份没有登记的内容和它的草稿都找不回来。", "清空并放弃草稿", self._clear
        )

    def _clear(self) -> None:
        self.keeper.discard()
        self._start_fresh(self.shelf.entry.id)
        self._focus_first()

    def _show_kept(self, moment: dt.datetime | None) -> None:
        self.card.say_kept("" if moment is None else f"{moment:%H:%M} 已存草稿")

    # ------------------------------------------------------------------ beside the form

    def _show_kind(self) -> None:
        """Everything around the form follows the kind on screen."""
        self.card.show_kind()
        self.beside.begin()

    # ------------------------------------------------------------------ building

    def _connect(self) -> None:
        self.shelf.edited.connect(self.keeper.touched)
        self.card.kinds.chosen.connect(self.choose_kind)
        self.card.hint.intake_wanted.connect(self.choose_kind)
        self.card.hint.why_wanted.connect(self.banner.show_info)
        self.keeper.kept.connect(self._show_kept)
        self.side.case_wanted.connect(self._context.case_wanted)
        self.saved_view.act_wanted.connect(self._context.act_wanted)
        self.saved_view.print_wanted.connect(self._context.paper_wanted)
        self.saved_view.case_wanted.connect(self._context.case_wanted)
        self.saved_view.another_wanted.connect(partial(self.opened, ""))
        for place, entry in enumerate(INTAKES, 1):
            actions.bind(f"intake.{place}", self, partial(self.choose_kind, entry.id))
        save = QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self)
        # Not `WidgetShortcut`: the keyboard stands in a field within.
        save.setContext(actions.WITHIN)
        save.activated.connect(self.save)

    def _focus_first(self) -> None:
        if not self._is_done():
            self.form.go_to(self.form.first)
