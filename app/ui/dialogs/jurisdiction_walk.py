"""The questions of jurisdiction one after the other: the answers given above, the finding at the end."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.jurisdiction import VERDICTS, DecisionTree, Finding
from app.services.competence import advice
from app.ui import theme
from app.ui.widgets.labels import label
from app.ui.widgets.radio_list import RadioList


class JurisdictionWalk(QWidget):
    """One question at a time. `moved` comes after every step; `finding` is None until the end.

    `source` is the body that sent the matter ("" when the person came): what to do depends on it.
    """

    moved = Signal()

    def __init__(
        self, tree: DecisionTree, matter: str, source: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tree = tree
        self._matter = matter
        self._source = source
        self._codes: list[str] = []
        self.before = label("", "note", wrap=True)
        self.ask = label("", "strong", wrap=True)
        self.help = label("", "secondary", wrap=True)
        self.choices = RadioList()
        self.result = label("", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.STEP * 2)
        for part in (self.before, self.ask, self.help, self.choices, self.result):
            layout.addWidget(part)
        self._show()

    @property
    def finding(self) -> Finding | None:
        """Where the answers led, None while a question is open."""
        return self._tree.follow(self._matter, self._codes).finding

    def answers(self) -> tuple[str, ...]:
        """The codes answered so far."""
        return tuple(self._codes)

    def can_go_back(self) -> bool:
        """Whether an answer can be taken back."""
        return bool(self._codes)

    def go_on(self) -> bool:
        """Take the chosen answer; False when none is chosen or there is no question left."""
        chosen = self.choices.value()
        if self.finding is not None or not chosen:
            return False
        self._codes.append(chosen)
        self._show()
        return True

    def go_back(self) -> None:
        """Take the last answer back; it stays chosen."""
        if self._codes:
            last = self._codes.pop()
            self._show()
            self.choices.set_value(last)
            self.take_focus()

    def take_focus(self) -> None:
        """The keyboard to the answers."""
        self.choices.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        path = self._tree.follow(self._matter, self._codes)
        self.before.setText("\n".join(f"{question.ask} {answer.label}" for question, answer in path.answered))
        self.before.setVisible(bool(path.answered))
        question, finding = path.question, path.finding
        self.ask.setText(question.ask if question is not None else "")
        self.help.setText(question.help if question is not None else "")
        # New answers are shown with their list, and only what is shown takes the keyboard.
        self.choices.hide()
        self.choices.set_value("")
        answers = question.answers if question is not None else ()
        self.choices.set_choices([(one.code, one.label) for one in answers])
        self.choices.setAccessibleName(self.ask.text())
        self.result.setText(result_words(finding, self._source) if finding is not None else "")
        for part in (self.ask, self.choices):
            part.setVisible(question is not None)
        self.help.setVisible(question is not None and bool(question.help))
        self.result.setVisible(finding is not None)
        if question is not None:
            self.take_focus()
        self.moved.emit()


def result_words(finding: Finding, source: str) -> str:
    """Who is competent, why, by which article, and what to do now."""
    return (
        f"结论：{VERDICTS[finding.verdict]}\n理由：{finding.reason}\n"
        f"依据：{'、'.join(finding.basis)}\n现在怎么办：{advice(finding, source)}"
    )
