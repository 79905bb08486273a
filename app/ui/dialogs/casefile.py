"""生成卷宗: what is missing first, then where to, then the work with its progress."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.domain.errors import UserError
from app.services import casefile
from app.services.casefile import CaseFile
from app.services.casefile_plan import Plan
from app.system.errors import EnvironmentProblem
from app.ui import theme
from app.ui.context import Context
from app.ui.tasks import Job, Progress
from app.ui.widgets.banner import Banner
from app.ui.widgets.form_dialog import FormDialog
from app.ui.widgets.labels import label
from app.ui.widgets.last_place import ask_where, show_folder
from app.ui.widgets.states import ProgressPanel
from app.ui.widgets.tick_box import TickBox

_WIDTH = 640
_MOST_LINES = 8


class CaseFileDialog(FormDialog):
    """Makes the file of one case and saves it where the clerk says. Nothing of the case changes.

    Closing it while it works stops the work; then no file is left behind.
    """

    def __init__(self, context: Context, case_id: str, number: str, parent: QWidget | None = None) -> None:
        super().__init__(
            "生成卷宗", "生成并保存…", f"{number} · 封面、目录、全部文书和附件合成一个 PDF", 1, parent
        )
        self._context = context
        self._case_id = case_id
        self._job: Job | None = None
        self.wanted: Plan | None = None
        self.saved_to: Path | None = None
        self.setMinimumWidth(min(_WIDTH, self.screen().availableGeometry().width() - 40))
        self.unsealed = TickBox("把保密的材料也装进去（要有权限，这次查看会记入案件）")
        self.unsealed.hide()
        self.gaps = Banner(self)
        self.content = label("正在核对卷内材料……", "", wrap=True)
        self.apart = label("", "note", wrap=True)
        self.progress = ProgressPanel(self)
        self.progress.hide()
        self.body.setSpacing(theme.STEP * 2)
        for part in (self.gaps, self.content, self.apart, self.unsealed, self.progress):
            self.body.addWidget(part)
        self.form.hide()  # nothing to fill in
        self.primary.setEnabled(False)
        self.submitted.connect(self._ask_where)

    def begin(self) -> None:
        """Show the dialog and read what the file will hold."""
        self.start()
        office, case_id = self._context.office, self._case_id

        def read(_progress: object) -> tuple[Plan, bool, str]:
            return casefile.plan(office, case_id), *casefile.seal_of(office, case_id)

        self._context.tasks.run(self, read, lambda found: self._show(*found))

    def make(self, out: Path) -> None:
        """Make the file and write it to `out`, its data and the transfer list beside it."""
        office, case_id, unsealed = self._context.office, self._case_id, self.unsealed.value()
        self.banner.clear()
        self.set_busy(True)
        # Reading, and the look behind a seal, belong to the database's thread; the rest does not.
        self._context.tasks.run(
            self,
            lambda _progress: casefile.plan(office, case_id, unsealed=unsealed),
            lambda wanted: self._bind(wanted, out),
            self._on_refused,
        )

    def reject(self) -> None:
        """Esc and 取消 stop the work first."""
        if self._job is not None:
            self._job.cancel()
            return
        super().reject()

    # ---- inside ----

    def _show(self, wanted: Plan, sealed: bool, why_not: str) -> None:
        self.wanted = wanted
        self.primary.setEnabled(True)
        if wanted.missing:
            self.gaps.show_warning("卷内还缺：" + _few(wanted.missing, "；").replace("。；", "；"))
        self.content.setText(f"{wanted.kind}，共 {len(wanted.items)} 件文书和附件，另附办理经过。")
        if wanted.apart:
            lines = [f"{one.title}（{one.reason}）" for one in wanted.apart]
            self.apart.setText(f"不并入、列在卷宗情况说明里的：{_few(lines, '；')}")
        self.apart.setVisible(bool(wanted.apart))
        self.unsealed.setVisible(sealed)
        self.unsealed.setEnabled(not why_not)
        self.unsealed.setToolTip(why_not)
        self.fit()
        self.primary.setFocus()

    def _ask_where(self) -> None:
        if self.wanted is not None:
            ask_where(self, "生成卷宗", f"{self.wanted.name}.pdf", "PDF (*.pdf)", self.make)

    def _bind(self, wanted: Plan, out: Path) -> None:
        office = self._context.office

        def work(progress: Progress) -> CaseFile:
            made = casefile.make(office, wanted, progress.report, out.stem)
            progress.check()
            casefile.save(made, out)
            return made

        self._job = self._context.tasks.run_heavy(
            self, work, lambda made: self._on_saved(made, out), self._on_refused
        )
        self._job.ended.connect(self._on_ended)
        self.progress.follow(self._job)
        self.fit()

    def _on_saved(self, made: CaseFile, out: Path) -> None:
        self.saved_to = out
        self.banner.show_success(
            f"卷宗已保存：{len(made.listed)} 件 {made.pages} 页，“{out.name}”，旁边是元数据和移交清单。",
            "打开所在文件夹",
            lambda: show_folder(out),
        )
        refused = [one for one in made.apart if one.reason.startswith("无法并入")]
        if refused:
            lines = [f"{one.title}（{one.reason}）" for one in refused]
            self.gaps.show_warning(f"有文件没能并入，已列在卷宗情况说明里：{_few(lines, '；')}")
        self.cancel_button.setText("关闭")

    def _on_refused(self, problem: UserError | EnvironmentProblem) -> None:
        self.show_problem(problem.message)

    def _on_ended(self) -> None:
        self._job = None
        self.set_busy(False)
        (self.primary if self.saved_to is None else self.cancel_button).setFocus()
        self.fit()


def _few(lines: Sequence[str], between: str) -> str:
    """The first ones, and how many more there are."""
    shown = between.join(lines[:_MOST_LINES])
    return f"{shown}{between}等 {len(lines)} 项" if len(lines) > _MOST_LINES else shown
