"""设置 › 经办人: who may sign in, one's own password, the recovery code."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from app.domain.errors import InvalidFields, UserError
from app.domain.office import ROLES, Operator
from app.services import access, founding
from app.services.changes import Changes
from app.system.errors import EnvironmentProblem
from app.ui.context import Context
from app.ui.pages.section import Section
from app.ui.pages.settings.recovery_dialog import RecoveryDialog
from app.ui.tasks import Progress
from app.ui.widgets.card import Card
from app.ui.widgets.cells import Column
from app.ui.widgets.choice_field import ChoiceField
from app.ui.widgets.form_dialog import FormDialog
from app.ui.widgets.form_grid import FormGrid
from app.ui.widgets.labels import button, label
from app.ui.widgets.password_field import PasswordField
from app.ui.widgets.small_table import SmallTable
from app.ui.widgets.text_fields import NameField
from app.ui.workplace import Workplace

_COLUMNS = (
    Column("name", "姓名", 180, "strong"),
    Column("role", "岗位", 140),
    Column("state", "状态", 140, "chip", stretch=True),
)
_LENGTH_HINT = f"至少 {access.SHORTEST_PASSWORD} 个字符"


class PeopleSection(Section):
    """The list with what can be done to the person chosen, then what concerns oneself."""

    def __init__(self, context: Context, workplace: Workplace) -> None:
        super().__init__(
            "经办人",
            "每人用自己的密码登录，办理记录里写着是谁办的。姓名只保存在加密的数据库里。",
            context,
            workplace,
        )
        self.table = SmallTable("operators", _COLUMNS, grow=True)
        self.table.current_changed.connect(lambda _id: self._on_chosen())
        self.retire_button = button("停用…", self._ask_to_retire, kind="danger")
        people = Card("可以登录的人", flush=True)
        people.body.addWidget(self.table)
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 8, 14, 10)
        foot.addWidget(label("停用后不能再登录，办过的案件和记录都保留。", "note"))
        foot.addStretch(1)
        foot.addWidget(self.retire_button)
        foot.addWidget(button("添加经办人…", self.add_person, icon="plus"))
        people.body.addLayout(foot)
        self.content.addWidget(people)
        self.content.addWidget(self._own_card())
        self.content.addWidget(self._recovery_card())

    def refresh(self) -> None:
        """The people as they are."""
        operators = sorted(self.office.office.operators.values(), key=lambda one: not one.active)
        self.table.set_rows([(one.id, self._cells(one)) for one in operators])
        self._on_chosen()

    def add_person(self) -> None:
        """A dialog for one more person."""
        dialog = FormDialog(
            "添加经办人", "添加", "先设一个初始密码，本人登录后可以自己改。", 2, self.window()
        )
        form = _grid(dialog)
        form.add("name", "姓名", NameField(50), mandatory=True)
        form.add("role", "岗位", ChoiceField(list(ROLES.items())), mandatory=True)
        form.add("password", "初始密码", PasswordField(), mandatory=True, hint=_LENGTH_HINT)
        form.add("again", "再输一次", PasswordField(), mandatory=True)

        def submit() -> None:
            typed = dialog.values()
            problems = access.check_repeated(typed["password"], typed["again"])
            if problems:
                dialog.show_invalid(problems)
                return
            self._run_dialog(
                dialog,
                lambda _progress: founding.add_operator(
                    self.office, typed["name"], typed["role"], typed["password"]
                ),
                f"已添加 {typed['name']}",
            )

        dialog.submitted.connect(submit)
        dialog.start({"role": "clerk"})

    def change_own_password(self) -> None:
        """A dialog for a new password."""
        dialog = FormDialog("修改我的密码", "修改密码", "新密码从下次登录或解锁起使用。", 2, self.window())
        form = _grid(dialog)
        form.add("old", "现在的密码", PasswordField(), 2, mandatory=True)
        form.add("password", "新密码", PasswordField(), mandatory=True, hint=_LENGTH_HINT)
        form.add("again", "再输一次", PasswordField(), mandatory=True)

        def work(typed: dict[str, str]) -> Changes:
            try:
                founding.change_password(self.office, typed["old"], typed["password"])
            except UserError as error:
                raise InvalidFields({"old": error.message}) from error
            return Changes.NONE

        def submit() -> None:
            typed = dialog.values()
            problems = access.check_repeated(typed["password"], typed["again"])
            if problems:
                dialog.show_invalid(problems)
            else:
                self._run_dialog(dialog, lambda _progress: work(typed), "密码已修改")

        dialog.submitted.connect(submit)
        dialog.start()

    def retire(self, operator_id: str) -> None:
        """Take the right to sign in from somebody."""
        self.context.tasks.run(
            self,
            lambda _progress: founding.retire_operator(self.office, operator_id),
            lambda changes: self.context.saved(changes, "已停用"),
        )

    def new_recovery_code(self) -> None:
        """Make the sheet anew; the one before no longer opens anything."""

        def work(_progress: Progress) -> tuple[str, bytes]:
            from app.services.papers import recovery_sheet

            code = founding.new_recovery_code(self.office)
            return code, recovery_sheet(self.office, code)

        self.context.tasks.run(self, work, lambda made: RecoveryDialog(*made, self.window()).open())

    def _own_card(self) -> Card:
        card = Card("我的密码")
        row = QHBoxLayout()
        row.addWidget(label(f"{self.office.operator.name}：怀疑别人知道了密码，就马上改。", "secondary"), 1)
        row.addWidget(button("修改我的密码…", self.change_own_password, icon="lock"))
        card.body.addLayout(row)
        return card

    def _recovery_card(self) -> Card:
        card = Card("恢复密钥")
        row = QHBoxLayout()
        text = "忘记密码或只剩备份时用来打开数据。恢复密钥单遗失、启封过，或保管人换了，就重新生成一张。"
        row.addWidget(label(text, "secondary", wrap=True), 1)
        row.addWidget(button("重新生成…", self._ask_for_recovery_code, icon="document"))
        card.body.addLayout(row)
        return card

    def _ask_for_recovery_code(self) -> None:
        self.warn("重新生成后，旧的恢复密钥单马上作废，请准备好打印机。", "重新生成", self.new_recovery_code)

    def _ask_to_retire(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.warn(
                f"停用以后，{chosen.name}不能再登录，要恢复只能重新添加。",
                f"停用{chosen.name}",
                lambda: self.retire(chosen.id),
            )

    def _chosen(self) -> Operator | None:
        return self.office.office.operators.get(self.table.current_id() or "")

    def _on_chosen(self) -> None:
        chosen = self._chosen()
        others = chosen is not None and chosen.active and chosen.id != self.office.operator.id
        self.retire_button.setEnabled(others)

    def _cells(self, one: Operator) -> tuple[object, ...]:
        state = ("可以登录", "success") if one.active else ("已停用", "neutral")
        own = "（我）" if one.id == self.office.operator.id else ""
        return (f"{one.name}{own}", ROLES[one.role], state)

    def _run_dialog(self, dialog: FormDialog, work: object, text: str) -> None:
        dialog.set_busy(True)

        def done(changes: Changes) -> None:
            dialog.finish()
            self.context.saved(changes, text)

        def failed(problem: UserError | EnvironmentProblem) -> None:
            if isinstance(problem, InvalidFields):
                dialog.show_invalid(problem.problems)
            else:
                dialog.show_problem(problem.message)

        self.context.tasks.run(dialog, work, done, failed)  # type: ignore[arg-type]


def _grid(dialog: FormDialog) -> FormGrid:
    """The dialog's own rows; it has no drawn form here."""
    assert isinstance(dialog.form, FormGrid)
    return dialog.form
