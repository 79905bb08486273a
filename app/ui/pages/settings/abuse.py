"""设置 › 第17条提示: from which number on each thing is shown. The law leaves that to the place."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from app.domain.abuse_rules import AbuseRules, Measure
from app.domain.errors import InvalidFields, UserError
from app.services import abuse
from app.services.changes import Changes
from app.system.errors import EnvironmentProblem
from app.ui.context import Context
from app.ui.pages.section import Section
from app.ui.widgets.card import Card
from app.ui.widgets.form_grid import FormGrid
from app.ui.widgets.labels import button, label
from app.ui.widgets.number_field import NumberField
from app.ui.workplace import Workplace


class AbuseSection(Section):
    """One number for each measure, under the item of the article it may belong to."""

    def __init__(self, context: Context, workplace: Workplace) -> None:
        super().__init__(
            "第17条提示",
            "办法第17条列了判断“不是为生活消费需要”的因素，具体标准由设区的市级以上部门细化。"
            "这里定达到多少才提示；提示只供参考，不会自动不予受理。",
            context,
            workplace,
        )
        self.form = FormGrid(2)
        usual = {one.id: one for one in abuse.shipped_rules().measure}
        for item in abuse.shipped_rules().item:
            if all(one.fixed for one in usual.values() if one.item == item.code):
                continue
            heading = self.form.add_heading(f"{item.label}{item.text.rstrip('；。')}")
            heading.setWordWrap(True)
            for measure in usual.values():
                if measure.item == item.code and not measure.fixed:
                    self.form.add(measure.id, _caption(measure), NumberField(), hint=_usual(measure))
        self.save_button = button("保存", self.save, kind="primary")
        self.reset_button = button("全部用默认值", self.reset)
        card = Card("达到多少才提示")
        card.body.addWidget(self.form)
        foot = QHBoxLayout()
        foot.addWidget(label("改动从下一次查看起生效，已作的评估不变。", "note"), 1)
        foot.addWidget(self.reset_button)
        foot.addWidget(self.save_button)
        card.body.addLayout(foot)
        self.content.addWidget(card)
        for row in self.form.rows.values():
            row.field.changed.connect(self._on_edited)
        self.refresh()

    def refresh(self) -> None:
        """The numbers in force."""
        self.form.set_values(self._in_force())
        self._on_edited()

    def is_dirty(self) -> bool:
        """Whether a number was changed and not saved."""
        return self.form.values() != self._in_force()

    def reset(self) -> None:
        """Show what the program carries; counts after saving."""
        self.form.set_values(_numbers(abuse.shipped_rules()))

    def save(self) -> None:
        """Keep the numbers; an empty one goes back to what the program carries."""
        if not self.form.check():
            return
        wanted: dict[str, int | None] = dict(self.form.values())
        self.context.tasks.run(
            self,
            lambda _progress: abuse.change_thresholds(self.office, wanted),
            self._on_saved,
            self._on_refused,
        )

    def _in_force(self) -> dict[str, int]:
        return _numbers(abuse.rules_of(self.office))

    def _on_edited(self) -> None:
        self.save_button.setEnabled(self.is_dirty())

    def _on_saved(self, changes: Changes) -> None:
        self.refresh()
        self.context.saved(changes)

    def _on_refused(self, problem: UserError | EnvironmentProblem) -> None:
        if isinstance(problem, InvalidFields):
            self.form.show_problems(problem.problems)
        else:
            self.tell_problem(problem)


def _numbers(rules: AbuseRules) -> dict[str, int]:
    return {one.id: one.at_least for one in rules.measure if not one.fixed}


def _caption(measure: Measure) -> str:
    span = f"{measure.days} 日内" if measure.days else ""
    alike = f"相似 {measure.percent}% 以上" if measure.percent and "文字" in measure.label else ""
    return f"{measure.label}（{'，'.join(part for part in (span, alike, measure.unit) if part)}）"


def _usual(measure: Measure) -> str:
    return f"默认 {measure.at_least}"
