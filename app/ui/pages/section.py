"""One section of the settings: a heading, a sentence, cards below each other."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.errors import UserError
from app.system.errors import EnvironmentProblem
from app.ui import theme
from app.ui.context import Context
from app.ui.tasks import show_problem
from app.ui.widgets.labels import label
from app.ui.widgets.page import Page
from app.ui.workplace import Workplace

_WIDEST = 900


class Section(QWidget):
    """Base of the sections. `refresh()` reads what is shown; `is_dirty()` keeps the window open.

    Problems of work done for a section go to the page around it.
    """

    def __init__(self, title: str, lead: str, context: Context, workplace: Workplace) -> None:
        super().__init__()
        self.setProperty("kind", "scrolled")
        self.context = context
        self.office = context.office
        self.workplace = workplace
        self.content = QVBoxLayout()
        self.content.setSpacing(theme.GAP)
        self.setMaximumWidth(_WIDEST)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, theme.STEP, 0)
        layout.setSpacing(theme.STEP)
        layout.addWidget(label(title, "title"))
        layout.addWidget(label(lead, "secondary", wrap=True))
        layout.addSpacing(theme.STEP * 2)
        layout.addLayout(self.content)
        layout.addStretch(1)

    def refresh(self) -> None:
        """Read anew; called when the section comes up and after changes of the office."""

    def is_dirty(self) -> bool:
        """Whether something was typed and not saved."""
        return False

    def undo(self) -> None:
        """Forget what was typed."""
        self.refresh()

    def warn(self, text: str, action: str, on_action: Callable[[], object]) -> None:
        """Ask in the page's message line before something that counts."""
        self._page().banner.show_warning(text, action, on_action)

    def tell(self, text: str) -> None:
        """Say in the page's message line that something was done."""
        self._page().banner.show_success(text)

    def tell_problem(self, problem: UserError | EnvironmentProblem) -> None:
        """Show a problem in the page's message line."""
        show_problem(self, problem)

    def _page(self) -> Page:
        widget: QWidget | None = self
        while widget is not None and not isinstance(widget, Page):
            widget = widget.parentWidget()
        assert widget is not None, "a section stands on a page"
        return widget
