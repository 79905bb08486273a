"""设置 › 常用语: every phrase with where it is offered; own ones to write, those from above to hide."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from app.domain.errors import InvalidFields, UserError
from app.domain.phrases import LONGEST_TEXT, LONGEST_TITLE, VARIABLES
from app.services import phrases
from app.services.changes import Changes
from app.services.phrases import PhraseOffer
from app.system.errors import EnvironmentProblem
from app.ui import theme
from app.ui.context import Context
from app.ui.pages.section import Section
from app.ui.widgets.card import Card
from app.ui.widgets.cells import Column
from app.ui.widgets.form_dialog import FormDialog
from app.ui.widgets.form_grid import FormGrid
from app.ui.widgets.labels import button, label
from app.ui.widgets.multi_pick import MultiPick
from app.ui.widgets.segments import Segments
from app.ui.widgets.small_table import SmallTable
from app.ui.widgets.text_fields import NameField, TextArea
from app.ui.workplace import Workplace

_COLUMNS = (
    Column("title", "名称", 250, "strong"),
    Column("fields", "用在", 200, "secondary"),
    Column("origin", "来源", 84, "chip"),
    Column("text", "内容", 200, "secondary", stretch=True),
)
_ALL, _OWN, _HIDDEN = "all", "own", "hidden"
_TABLE_HEIGHT = 380
_HINT = "大括号里的名称由案件填入，可用的有：{}。没有的内容写“＿＿”，插入后逐处补写。"


class PhrasesSection(Section):
    """The list, what the marked phrase says, and what can be done with it."""

    def __init__(self, context: Context, workplace: Workplace) -> None:
        super().__init__(
            "常用语",
            "在多行文字框里按 Ctrl J 打开，输入拼音首字母查找，回车插入。案件里有的内容自动填好。",
            context,
            workplace,
        )
        self._shown: dict[str, PhraseOffer] = {}
        self.which = Segments("来源", [(_ALL, "全部"), (_OWN, "本单位"), (_HIDDEN, "已停用")])
        self.search = NameField(40, "名称、拼音首字母或内容")
        self.search.setAccessibleName("查找常用语")
        self.table = SmallTable("phrases", _COLUMNS)
        self.table.setMinimumHeight(_TABLE_HEIGHT)
        self.text = label("", "secondary", wrap=True)
        self.text.setMinimumHeight(3 * self.text.fontMetrics().lineSpacing())
        self.edit_button = button("修改…", self.edit, icon="edit")
        self.retire_button = button("停用", self.retire)
        self._build()
        self.which.chosen.connect(lambda _key: self.refresh())
        self.search.changed.connect(self.refresh)
        self.table.current_changed.connect(lambda _id: self._on_chosen())
        self.table.opened.connect(lambda _id: self.edit())

    def refresh(self) -> None:
        """The phrases as they are."""
        every = phrases.every(self.office)
        kinds = {
            _ALL: [one for one in every if not one.retired],
            _OWN: [one for one in every if one.own and not one.retired],
            _HIDDEN: [one for one in every if one.retired],
        }
        self.which.show_counts({key: len(found) for key, found in kinds.items()})
        found = phrases.matching(kinds[self.which.value()], self.search.value())
        self._shown = {one.id: one for one in found}
        self.table.set_rows([(one.id, _cells(one)) for one in found])
        if self.table.current_id() is None and found:
            self.table.go_to(found[0].id)
        self._on_chosen()

    def add(self) -> FormDialog:
        """A dialog for a new own phrase."""
        return self._open_dialog("添加常用语", "", {})

    def edit(self) -> FormDialog | None:
        """A dialog for the marked phrase; one from above becomes the office's own wording."""
        chosen = self._chosen()
        if chosen is None or chosen.retired:
            return None
        values: dict[str, object] = {
            "title": chosen.title,
            "text": chosen.text,
            "fields": list(chosen.fields),
        }
        return self._open_dialog("修改常用语", chosen.id, values, from_above=not chosen.own)

    def retire(self) -> None:
        """Stop offering the marked phrase, or offer it again."""
        chosen = self._chosen()
        if chosen is None:
            return
        act = phrases.restore if chosen.retired else phrases.retire
        said = "已恢复使用" if chosen.retired else "已停用，写好的文字不受影响"
        self.context.tasks.run(
            self,
            lambda _progress: act(self.office, chosen.id),
            lambda changes: self._on_saved(changes, said),
        )

    def _open_dialog(
        self, title: str, phrase: str, values: dict[str, object], *, from_above: bool = False
    ) -> FormDialog:
        basis = "保存后用本单位的写法代替随程序来的写法。" if from_above else ""
        dialog = FormDialog(title, "保存", basis, 2, self.window())
        form = dialog.form
        assert isinstance(form, FormGrid)
        fields = [(field.code, field.label) for field in phrases.book().fields]
        form.add("title", "名称", NameField(LONGEST_TITLE, "用来查找，如：退款、择日再调"), mandatory=True)
        form.add("fields", "用在", MultiPick(fields), mandatory=True)
        form.add("text", "内容", TextArea(LONGEST_TEXT, rows=7), 2, mandatory=True)
        names = "、".join(f"{{{name}}}" for name in VARIABLES)
        dialog.body.addWidget(label(_HINT.format(names), "note", wrap=True))
        dialog.setMinimumWidth(720)

        def failed(problem: UserError | EnvironmentProblem) -> None:
            if isinstance(problem, InvalidFields):
                dialog.show_invalid(problem.problems)
            else:
                dialog.show_problem(problem.message)

        def done(changes: Changes) -> None:
            dialog.finish()
            self._on_saved(changes, "已保存")

        def submit() -> None:
            typed = dialog.values()
            dialog.set_busy(True)
            self.context.tasks.run(
                dialog,
                lambda _progress: phrases.save(
                    self.office, phrase, typed["title"], typed["text"], tuple(typed["fields"])
                ),
                done,
                failed,
            )

        dialog.submitted.connect(submit)
        dialog.start(values)
        return dialog

    def _on_saved(self, changes: Changes, said: str) -> None:
        self.refresh()
        self.context.saved(changes, said)

    def _chosen(self) -> PhraseOffer | None:
        return self._shown.get(self.table.current_id() or "")

    def _on_chosen(self) -> None:
        chosen = self._chosen()
        self.text.setText(chosen.text if chosen is not None else "没有这样的常用语。")
        self.edit_button.setEnabled(chosen is not None and not chosen.retired)
        self.retire_button.setEnabled(chosen is not None)
        self.retire_button.setText("恢复使用" if chosen is not None and chosen.retired else "停用")

    def _build(self) -> None:
        card = Card("常用语", flush=True)
        bar = QHBoxLayout()
        bar.setContentsMargins(theme.STEP * 3, theme.STEP * 2, theme.CARD_MARGIN, theme.STEP * 2)
        bar.setSpacing(theme.STEP * 3)
        bar.addWidget(self.which)
        bar.addWidget(self.search, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.CARD_MARGIN, theme.STEP * 2, theme.CARD_MARGIN, theme.STEP * 3)
        foot.setSpacing(theme.STEP * 2)
        foot.addWidget(self.text, 1)
        for one in (self.retire_button, self.edit_button, button("添加常用语…", self.add, icon="plus")):
            foot.addWidget(one)
        card.body.addLayout(bar)
        card.body.addWidget(self.table, 1)
        card.body.addLayout(foot)
        self.content.addWidget(card, 1)


def _cells(one: PhraseOffer) -> tuple[object, ...]:
    book = phrases.book()
    origin = ("本单位", "info") if one.own else ("随程序", "neutral")
    where = "、".join(book.label_of(code) for code in one.fields)
    return one.title, where, ("已停用", "neutral") if one.retired else origin, one.text.replace("\n", " ")
