"""Cards of settings that change deadlines: what is asked, why, one answer each, kept by its own button."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QPushButton

from app.domain.errors import UserError
from app.domain.office import SETTINGS, setting
from app.services import founding
from app.services.changes import Changes
from app.system.errors import EnvironmentProblem
from app.ui.context import Context
from app.ui.pages.section import Section
from app.ui.widgets.card import Card
from app.ui.widgets.labels import button, label
from app.ui.widgets.radio_list import RadioList
from app.ui.workplace import Workplace

_SAVE = "保存并重算期限"


@dataclass(frozen=True)
class Question:
    """A point an office decides: what is asked, why it is open, and what each answer means."""

    setting: str
    title: str
    why: str
    answers: tuple[tuple[str, str, str], ...]


class QuestionsSection(Section):
    """A section with cards for settings of `app.domain.office.SETTINGS`."""

    def __init__(self, title: str, lead: str, context: Context, workplace: Workplace) -> None:
        super().__init__(title, lead, context, workplace)
        self._answers: dict[str, tuple[RadioList, QPushButton]] = {}

    def refresh(self) -> None:
        """The answers in force."""
        for name, (answers, save) in self._answers.items():
            answers.set_value(setting(self.office.office, name))
            save.setEnabled(False)

    def is_dirty(self) -> bool:
        """Whether an answer was picked and not saved."""
        return any(
            answers.value() != setting(self.office.office, name)
            for name, (answers, _) in self._answers.items()
        )

    def choose(self, name: str, value: str) -> None:
        """Pick an answer; counts after `save`."""
        self._answers[name][0].set_value(value)

    def save(self, name: str) -> None:
        """Keep an answer and compute every deadline anew."""
        answers, save = self._answers[name]
        value = answers.value()
        save.setEnabled(False)
        save.setText("正在重新计算……")

        def done(changes: Changes) -> None:
            save.setText(_SAVE)
            self.context.saved(changes, "已保存，期限已重新计算")

        def failed(problem: UserError | EnvironmentProblem) -> None:
            save.setText(_SAVE)
            save.setEnabled(True)
            self.tell_problem(problem)

        self.context.tasks.run(
            self, lambda _progress: founding.change_setting(self.office, name, value), done, failed
        )

    def add_question(self, question: Question) -> None:
        """One more card below the others."""
        assert {key for key, _name, _about in question.answers} == set(SETTINGS[question.setting])
        answers = RadioList()
        answers.setAccessibleName(question.title)
        answers.set_choices(question.answers)
        save = button(_SAVE, partial(self.save, question.setting))
        self._answers[question.setting] = (answers, save)
        answers.changed.connect(partial(self._on_picked, question.setting))
        card = Card(question.title)
        card.body.addWidget(label(question.why, "secondary", wrap=True))
        card.body.addWidget(answers)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(save)
        card.body.addLayout(foot)
        self.content.addWidget(card)

    def _on_picked(self, name: str) -> None:
        answers, save = self._answers[name]
        save.setEnabled(answers.value() != setting(self.office.office, name))
