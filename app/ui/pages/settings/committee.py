"""设置 › 人民调解委员会: its name and court, the roster with terms, what is not as the law wants it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout

from app.domain.committee import POSTS, Mediator
from app.domain.errors import InvalidFields, UserError
from app.services import committee
from app.services.changes import Changes
from app.system.errors import EnvironmentProblem
from app.ui.context import Context
from app.ui.pages.section import Section
from app.ui.widgets.card import Card
from app.ui.widgets.cells import Column
from app.ui.widgets.choice_field import ChoiceField
from app.ui.widgets.date_fields import DateField
from app.ui.widgets.form_dialog import FormDialog
from app.ui.widgets.form_grid import FormGrid
from app.ui.widgets.labels import button, label
from app.ui.widgets.small_table import SmallTable
from app.ui.widgets.text_fields import NameField
from app.ui.workplace import Workplace

_COLUMNS = (
    Column("name", "姓名", 110, "strong"),
    Column("post", "职务", 110),
    Column("term", "任期", 210),
    Column("state", "状态", 110, "chip", stretch=True),
)
SEXES = [("female", "女"), ("male", "男")]


class CommitteeSection(Section):
    """What papers call the committee, then who mediates."""

    def __init__(self, context: Context, workplace: Workplace) -> None:
        super().__init__(
            "人民调解委员会",
            "矛盾纠纷以人民调解委员会的名义调解、盖它的章；填了名称才能受理。委员三至九人，每届任期三年。",
            context,
            workplace,
        )
        self.named = label("", "secondary", wrap=True)
        self.remarks = label("", "problem", wrap=True)
        about = Card("委员会")
        row = QHBoxLayout()
        row.addWidget(self.named, 1)
        row.addWidget(button("填写或者更改…", self.name_committee, icon="edit"))
        about.body.addLayout(row)
        about.body.addWidget(self.remarks)
        self.table = SmallTable("mediators", _COLUMNS, grow=True)
        self.table.current_changed.connect(lambda _id: self._on_chosen())
        self.change_button = button("更改…", self._change, icon="edit")
        self.strike_button = button("移出名册…", self._strike, kind="danger")
        roster = Card("调解员名册", flush=True)
        roster.body.addWidget(self.table)
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 8, 14, 10)
        foot.addWidget(label("移出以后不能再指定，办过的案件不变。", "note"))
        foot.addStretch(1)
        foot.addWidget(self.strike_button)
        foot.addWidget(self.change_button)
        foot.addWidget(button("添加调解员…", self.list_mediator, icon="plus"))
        roster.body.addLayout(foot)
        self.content.addWidget(about)
        self.content.addWidget(roster)

    def refresh(self) -> None:
        """The committee as it is."""
        found = self.office.office.committee
        court = f"，司法确认法院：{found.court}" if found.court else ""
        self.named.setText(f"{found.name}{court}" if found.name else "还没有填写。")
        remarks = committee.remarks(self.office)
        self.remarks.setText("\n".join(remarks))
        self.remarks.setVisible(bool(remarks))
        listed = sorted(found.roster.values(), key=lambda m: (m.struck_on is not None, m.since, m.name))
        self.table.set_rows([(one.id, self._cells(one)) for one in listed])
        self._on_chosen()

    def _cells(self, one: Mediator) -> tuple[object, ...]:
        today = self.context.office.clock.today()
        state = ("在任", "success")
        if one.struck_on is not None:
            state = ("已移出", "neutral")
        elif not one.serves(today):
            state = ("任期届满", "warning")
        return (one.name, POSTS[one.post], f"{one.since} 至 {one.ends_on}", state)

    def _chosen(self) -> Mediator | None:
        return self.office.office.committee.roster.get(self.table.current_id() or "")

    def _on_chosen(self) -> None:
        one = self._chosen()
        for each in (self.change_button, self.strike_button):
            each.setEnabled(one is not None and one.struck_on is None)

    def name_committee(self) -> None:
        """A dialog for the committee itself."""
        found = self.office.office.committee
        dialog = FormDialog("人民调解委员会", "保存", "名称印在人民调解文书上。", 2, self.window())
        form = dialog.form
        assert isinstance(form, FormGrid)
        form.add("name", "名称", NameField(100), 2, mandatory=True)
        form.add("court", "司法确认的人民法院", NameField(100), 2)
        form.add("phone", "电话", NameField(30))
        form.add("address", "地址", NameField(200))

        def submit() -> None:
            typed = dialog.values()
            self._run(dialog, lambda: committee.name_committee(self.office, **typed))

        dialog.submitted.connect(submit)
        dialog.start(
            {"name": found.name, "court": found.court, "phone": found.phone, "address": found.address}
        )

    def list_mediator(self, one: Mediator | None = None) -> None:
        """A dialog for one more mediator, or to change one."""
        title = "更改调解员" if one is not None else "添加调解员"
        dialog = FormDialog(title, "保存", "任期没有另外写明的为三年（人民调解法第9条）。", 2, self.window())
        form = dialog.form
        assert isinstance(form, FormGrid)
        today = self.context.office.clock.today
        form.add("name", "姓名", NameField(50), mandatory=True)
        form.add("post", "职务", ChoiceField(list(POSTS.items())), mandatory=True)
        form.add("sex", "性别", ChoiceField(SEXES))
        form.add("nation", "民族", NameField(20))
        form.add("since", "任期开始", DateField(today), mandatory=True)
        form.add("until", "任期届满", DateField(today, None, "future"))
        form.add("phone", "电话", NameField(30))
        key = one.id if one is not None else ""

        def submit() -> None:
            typed = dialog.values()
            self._run(dialog, lambda: committee.list_mediator(self.office, mediator=key, **typed))

        dialog.submitted.connect(submit)
        names = ("name", "post", "sex", "nation", "since", "phone")
        kept = {name: getattr(one, name) for name in names} if one is not None else {"post": "member"}
        dialog.start({**kept, **({"until": one.ends_on} if one is not None else {})})

    def _change(self) -> None:
        one = self._chosen()
        if one is not None:
            self.list_mediator(one)

    def _strike(self) -> None:
        one = self._chosen()
        if one is None:
            return
        dialog = FormDialog(f"把{one.name}移出名册", "移出", "罢免、解聘、届满或者辞任。", 1, self.window())
        form = dialog.form
        assert isinstance(form, FormGrid)
        form.add("reason", "理由", NameField(200), mandatory=True)

        def submit() -> None:
            reason = dialog.values()["reason"]
            self._run(dialog, partial(committee.strike_mediator, self.office, one.id, reason))

        dialog.submitted.connect(submit)
        dialog.start()

    def _run(self, dialog: FormDialog, work: Callable[[], Changes]) -> None:
        dialog.set_busy(True)

        def done(changes: Changes) -> None:
            dialog.finish()
            self.context.saved(changes, "已保存")

        def failed(problem: UserError | EnvironmentProblem) -> None:
            if isinstance(problem, InvalidFields):
                dialog.show_invalid(problem.problems)
            else:
                dialog.show_problem(problem.message)

        self.context.tasks.run(dialog, lambda _progress: work(), done, failed)
