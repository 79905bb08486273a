"""The page 登记 (F2): the form, what can be told of it while it is typed, and what comes after saving."""

from __future__ import annotations

import datetime as dt
import uuid
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QWidget

from app.domain.calendar import weekday_name
from app.domain.errors import InvalidFields, UserError
from app.domain.kinds.complaint.facts import Registration
from app.services import drafts, duplicates, intake_review
from app.services.duplicates import Likeness
from app.services.registration import Registered, register_complaint
from app.system.errors import EnvironmentProblem
from app.ui import theme
from app.ui.context import Context
from app.ui.dialogs.intake import DecideAcceptanceDialog
from app.ui.draft_keeper import DraftKeeper, kept_at
from app.ui.pages.intake.form import IntakeForm
from app.ui.pages.intake.kept_drafts import DRAFT_FORM, draft_title
from app.ui.pages.intake.saved_view import SavedView
from app.ui.pages.intake.side_panel import SidePanel
from app.ui.widgets.card import Card
from app.ui.widgets.labels import button, label
from app.ui.widgets.next_field import is_composing
from app.ui.widgets.page import Page

PAPER = "complaint_registration"
_REVIEW_AFTER = 250
_LOOK_AFTER = 600
_SIDE_WIDTH = 300
_NARROW_BELOW = 960
_LEAST_FORM = 420


class IntakePage(Page):
    """Open it with `opened(key)`: "" for a fresh form, else the key of a draft to go on with.

    A form that holds something is never replaced without being kept as a draft first.
    """

    def __init__(self, context: Context) -> None:
        super().__init__(context.bus)
        self._context = context
        self._office = context.office
        self._busy = False
        self._asked = 0
        self.form = IntakeForm(context.office)
        self.side = SidePanel()
        self.saved_view = SavedView()
        self.keeper = DraftKeeper(context, self, DRAFT_FORM, self.form.draft_fields)
        self._kept_note = label("", "note")
        self.save_button = button("保存  Ctrl S", self.save, kind="primary")
        self.save_button.setAccessibleName("保存")
        self._clear_button = button("清空", self._ask_to_clear, kind="quiet", icon="trash")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._build_form())
        self._stack.addWidget(self.saved_view)
        self.content.addWidget(self._stack)
        self._review_later = self._timer(_REVIEW_AFTER, self._review)
        self._look_later = self._timer(_LOOK_AFTER, self._look_for_likenesses)
        self._connect()
        self._start_fresh()

    # ------------------------------------------------------------------ opening and leaving

    def opened(self, target: object) -> None:
        """A draft's key, or "" for a new form; what is being typed already stays."""
        key = str(target)
        if key and key != self.keeper.key:
            self.keeper.keep()
            self._context.tasks.run(
                self, lambda _progress: drafts.load(self._office, DRAFT_FORM, key), self._on_draft
            )
        elif not key and (self._stack.currentIndex() == 1 or not self.keeper.is_dirty()):
            self._start_fresh()
        self._focus_first()

    def refresh(self) -> None:
        """Offer what was left unfinished, when nothing has been typed yet."""
        if self.keeper.is_dirty() or self._stack.currentIndex() == 1:
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
        if self._stack.currentIndex() == 1:
            self.saved_view.take_focus()
        elif not self.keeper.is_dirty():
            self._focus_first()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.keeper.keep()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room beside the form, the cards stand below it."""
        super().resizeEvent(event)
        narrow = event.size().width() < _NARROW_BELOW
        below, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(below if narrow else beside)
        self._form_card.setMinimumHeight(_LEAST_FORM if narrow else 0)
        self.side.setMaximumWidth(16_777_215 if narrow else _SIDE_WIDTH)
        self.side.setMinimumWidth(0 if narrow else _SIDE_WIDTH)

    # ------------------------------------------------------------------ saving

    def save(self) -> None:
        """Ctrl+S."""
        if self._busy or is_composing() or self._stack.currentIndex() == 1:
            return
        self.banner.clear()
        if not self.form.check():
            return
        if self.form.missing_day():
            self.form.show_problems({"origin.received_on": "请填写收到日期"})
            return
        form = self.form.registration(self._office.clock.today())
        self._set_busy(True)
        self.keeper.stop()
        name = self.keeper.name
        self._context.tasks.run(
            self,
            lambda _progress: register_complaint(self._office, form, draft=name),
            partial(self._on_saved, form),
            self._on_refused,
        )

    def show_invalid(self, problems: dict[str, str]) -> None:
        """Problems at their fields; the rest in the message line."""
        rest = self.form.show_problems(problems)
        if rest:
            self.banner.show_error("；".join(rest.values()))
        else:
            count = len(problems)
            self.banner.show_error(f"还有 {count} 处没有填好，已在下面标出，改好后再保存。")

    def _on_saved(self, form: Registration, saved: Registered) -> None:
        self._set_busy(False)
        due = intake_review.review(self._office, form).decide_by
        term = ""
        if due is not None and due.due_on is not None:
            term = f"最迟 {due.due_on}（{weekday_name(due.due_on)}）决定是否受理并告知投诉人"
        parties = f"{form.complainant.name} → {form.respondent.name}"
        self.saved_view.show_saved(saved, parties, term)
        self._stack.setCurrentIndex(1)
        self.saved_view.take_focus()
        self._context.saved(saved.changes, f"已保存 {saved.number}", self)

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
        self.save_button.setText("正在保存……" if busy else "保存  Ctrl S")

    # ------------------------------------------------------------------ drafts

    def _start_fresh(self) -> None:
        self.keeper.stop()
        self.banner.clear()
        self.form.show_fresh()
        self.keeper.start(uuid.uuid4().hex, self.form.draft_fields())
        self._kept_note.setText("")
        self._card_title("登记", "消费投诉")
        self._stack.setCurrentIndex(0)
        self.side.show_likenesses((), asked=False)
        self._review()
        self.mark_stale()

    def _on_draft(self, draft: drafts.Draft | None) -> None:
        if draft is None:
            self.banner.show_info("这份草稿已经登记或者清空，可以重新填写。")
            return
        self.keeper.stop()
        self.form.show_fresh()
        untouched = self.form.draft_fields()
        self.form.show_draft(draft.fields)
        self.keeper.start(draft.key, untouched, draft.fields)
        self._stack.setCurrentIndex(0)
        self.banner.clear()
        self._card_title("登记", "继续填写草稿")
        self._show_kept(kept_at(draft))
        self._review()
        self._look_for_likenesses()
        self._focus_first()

    def _offer_drafts(self, waiting: list[drafts.Draft]) -> None:
        if not waiting or self.keeper.is_dirty() or self._stack.currentIndex() == 1:
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
        self._start_fresh()
        self._focus_first()

    def _show_kept(self, moment: dt.datetime | None) -> None:
        self._kept_note.setText("" if moment is None else f"{moment:%H:%M} 已存草稿")

    # ------------------------------------------------------------------ beside the form

    def _on_edited(self) -> None:
        self.keeper.touched()
        self._review_later.start()
        self._look_later.start()

    def _review(self) -> None:
        self._review_later.stop()
        self.side.show_review(intake_review.review(self._office, self._typed()))

    def _look_for_likenesses(self) -> None:
        self._look_later.stop()
        typed = self._typed()
        self._asked += 1
        self._context.tasks.run(
            self,
            lambda _progress: duplicates.similar(self._office, typed),
            partial(self._on_likenesses, self._asked, bool(typed.complainant.name or typed.respondent.name)),
        )

    def _on_likenesses(self, asked: int, named: bool, found: list[Likeness]) -> None:
        # An answer to what stood there before is of no use any more.
        if asked == self._asked:
            self.side.show_likenesses(found, asked=named)

    def _typed(self) -> Registration:
        return self.form.registration(self._office.clock.today())

    # ------------------------------------------------------------------ building

    def _build_form(self) -> QWidget:
        inner = QWidget()
        inner.setProperty("ground", "surface")
        around = QHBoxLayout(inner)
        around.setContentsMargins(16, 10, 16, 4)
        around.addWidget(self.form)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inner)
        self._form_card = Card("登记", "Enter 下一项 · Ctrl+Enter 离开事实栏 · Ctrl+S 保存", flush=True)
        self._form_card.body.setSpacing(0)
        self._form_card.body.addWidget(scroll, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 8, 16, 9)
        foot.setSpacing(theme.STEP * 3)
        foot.addWidget(self._clear_button)
        foot.addWidget(self._kept_note)
        foot.addStretch(1)
        foot.addWidget(self.save_button)
        self._form_card.body.addLayout(foot)
        held = QWidget()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, held)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(theme.GAP)
        self._columns.addWidget(self._form_card, 1)
        self._columns.addWidget(self.side)
        return held

    def _card_title(self, title: str, subtitle: str) -> None:
        self._form_card.set_title(title, subtitle)

    def _connect(self) -> None:
        self.form.edited.connect(self._on_edited)
        self.keeper.kept.connect(self._show_kept)
        self.side.case_wanted.connect(self._context.case_wanted)
        self.saved_view.decision_wanted.connect(
            lambda case: self._context.act_wanted.emit(case, DecideAcceptanceDialog.act)
        )
        self.saved_view.print_wanted.connect(lambda case: self._context.paper_wanted.emit(case, PAPER))
        self.saved_view.another_wanted.connect(partial(self.opened, ""))
        save = QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self)
        save.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        save.activated.connect(self.save)

    def _timer(self, interval: int, slot: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval)
        timer.timeout.connect(slot)
        return timer

    def _focus_first(self) -> None:
        if self._stack.currentIndex() == 0:
            self.form.go_to("origin.channel")
