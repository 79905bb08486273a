"""设置 › 本地承诺: limits the office promises beside the law, each switched on by itself."""

from __future__ import annotations

from app.services import local_promises
from app.ui.context import Context
from app.ui.pages.settings.questions import Question, QuestionsSection
from app.ui.workplace import Workplace


def questions() -> tuple[Question, ...]:
    """One question a group of resources/rules/local_promises.toml."""
    return tuple(
        Question(
            group.setting,
            group.title,
            f"{group.about}{local_promises.group_words(group)}依据：{group.basis}。",
            (
                ("off", "不用", "不显示这项时限。默认。"),
                ("on", "启用", "在每件案件的期限里显示，标明“本地承诺”，不影响法定期限。"),
            ),
        )
        for group in local_promises.promises().groups
    )


class PromisesSection(QuestionsSection):
    """One card a group of promises."""

    def __init__(self, context: Context, workplace: Workplace) -> None:
        super().__init__(
            "本地承诺",
            "地方自己定的时限，和法定期限一起显示，标明“本地承诺”，不代替法定期限。按小时的连续计算，不扣节假日。",
            context,
            workplace,
        )
        for question in questions():
            self.add_question(question)
        self.refresh()
