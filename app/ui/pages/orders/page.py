"""The page 导入工单: choose files, see what they hold, import all new ones or nothing, keep the report."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from app.domain.errors import UserError
from app.services import work_orders
from app.services.case_list import CaseFilter
from app.services.work_orders import ImportResult, Plan
from app.system.errors import EnvironmentProblem
from app.ui import theme
from app.ui.context import Context
from app.ui.pages.orders.preview import Preview
from app.ui.pages.orders.result import Result
from app.ui.tasks import Progress
from app.ui.widgets.card import Card
from app.ui.widgets.file_drop import FileDrop
from app.ui.widgets.labels import label
from app.ui.widgets.last_place import begin_in_last_place, show_folder
from app.ui.widgets.page import Page
from app.ui.widgets.states import LoadingState, ProgressPanel

PATTERNS = "工单表格 (*.xlsx *.xls *.csv *.txt)"
_ADVICE = (
    "从全国12315平台、12345热线或者上级导出的表格，可以一次选几个；.xlsx、.xls、.csv 都可以。",
    "程序先读一遍给您看：哪些是新的，哪些已经登记过，哪些有问题和为什么。看过再导入，要么全部新增，要么一件不动。",
    "登记编号是 25 位数字，用表格软件另存过的文件常会丢掉后面几位，这样的编号会被指出来。",
)


class OrdersPage(Page):
    """`opened(paths)` reads these files at once; without any it asks for them."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.bus)
        self._context = context
        self._office = context.office
        self.plans: Sequence[Plan] = ()
        self.drop = FileDrop("把工单表格拖到这里", PATTERNS, "选择表格…")
        self.preview = Preview()
        self.result = Result()
        self.progress = ProgressPanel(self)
        self.progress.hide()
        self._choose = self._build_choose()
        self._reading = LoadingState("正在读取表格……")
        self._layers = QStackedWidget()
        for layer in (self._choose, self._reading, self.preview, self.result):
            self._layers.addWidget(layer)
        self.content.addWidget(self.progress)
        self.content.addWidget(self._layers, 1)
        self.drop.files_chosen.connect(self.read)
        self.drop.image_pasted.connect(
            lambda _png: self.show_problem("这是图片，不是表格，请选择导出的 .xlsx、.xls 或 .csv 文件。")
        )
        self.preview.confirmed.connect(self.start_import)
        self.preview.left.connect(self.start_again)
        self.preview.case_wanted.connect(context.case_wanted)
        self.result.cases_wanted.connect(self._show_cases)
        self.result.report_wanted.connect(self.ask_for_report)
        self.result.again_wanted.connect(self.start_again)

    # ------------------------------------------------------------------ reading

    def opened(self, target: object) -> None:
        """Read the given files, or begin again after an import."""
        paths = [Path(one) for one in target] if isinstance(target, (list, tuple)) else []
        if paths:
            self.read(paths)
        elif self._layers.currentWidget() is self.result:
            self.start_again()
        if self._layers.currentWidget() is self._choose:
            self.drop.setFocus(Qt.FocusReason.OtherFocusReason)

    def read(self, paths: Sequence[Path]) -> None:
        """Read files and show what they hold."""
        self.banner.clear()
        self._layers.setCurrentWidget(self._reading)
        self._context.tasks.run(
            self,
            lambda _progress: work_orders.plan_import(self._office, list(paths)),
            self._on_plans,
            self._on_unreadable,
        )

    def start_again(self) -> None:
        """Ask for files."""
        self.plans = ()
        self.banner.clear()
        self._layers.setCurrentWidget(self._choose)
        self.drop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_plans(self, plans: list[Plan]) -> None:
        self.plans = plans
        self.preview.show_plans(plans)
        self._layers.setCurrentWidget(self.preview)
        sure = self.preview.confirm.isEnabled() and not self.preview.needs_a_look()
        aim = self.preview.confirm if sure else self.preview.table
        aim.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_unreadable(self, problem: UserError | EnvironmentProblem) -> None:
        self.start_again()
        self.show_problem(problem.message)

    # ------------------------------------------------------------------ writing

    def start_import(self) -> None:
        """Import every new row of the preview, or nothing when it is cancelled."""
        plans, decisions = self.plans, dict(self.preview.decisions)

        def work(progress: Progress) -> ImportResult:
            return work_orders.import_orders(
                self._office,
                plans,
                lambda done, total: progress.report(done, total, "正在导入工单"),
                decisions,
            )

        self.banner.clear()
        self.preview.setEnabled(False)
        job = self._context.tasks.run(self, work, self._on_imported, self._on_refused)
        job.ended.connect(self._on_import_ended)
        self.progress.follow(job)

    def _on_imported(self, result: ImportResult) -> None:
        self.result.show_result(result)
        self._layers.setCurrentWidget(self.result)
        self.result.take_focus()
        self._context.saved(result.changes, f"已导入 {result.new:,} 件", self)

    def _on_refused(self, problem: UserError | EnvironmentProblem) -> None:
        self.show_problem(problem.message)

    def _on_import_ended(self) -> None:
        self.preview.setEnabled(True)
        if self._layers.currentWidget() is self.preview and not self.banner.text():
            self.banner.show_info("已取消，没有导入任何一件。")

    def _show_cases(self) -> None:
        self._context.cases_wanted.emit(CaseFilter(sort="changed"))

    # ------------------------------------------------------------------ the report

    def ask_for_report(self) -> None:
        """Ask for a place without stopping the program: a file for one table, a folder for several."""
        dialog = QFileDialog(self, "保存结果表")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        begin_in_last_place(dialog)
        if len(self.plans) == 1:
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.setNameFilter("Excel 工作簿 (*.xlsx)")
            dialog.setDefaultSuffix("xlsx")
            dialog.selectFile(report_name(self.plans[0]))
            dialog.fileSelected.connect(lambda name: self.save_reports([Path(name)]))
        else:
            dialog.setFileMode(QFileDialog.FileMode.Directory)
            dialog.fileSelected.connect(
                lambda name: self.save_reports([Path(name) / report_name(plan) for plan in self.plans])
            )
        dialog.open()

    def save_reports(self, outs: Sequence[Path]) -> None:
        """Write the verdict of every row beside its cells, one file for each table."""
        plans, decisions = list(self.plans), dict(self.preview.decisions)

        def work(progress: Progress) -> int:
            rows = 0
            for place, (plan, out) in enumerate(zip(plans, outs, strict=True)):
                progress.report(place, len(plans), "正在保存结果表")
                chosen = {row: choice for (file, row), choice in decisions.items() if file == place}
                rows += work_orders.save_report(self._office, plan, out, chosen)
            return rows

        self._context.tasks.run_heavy(self, work, lambda rows: self._on_reports_saved(outs, rows))

    def _on_reports_saved(self, outs: Sequence[Path], rows: int) -> None:
        what = f"“{outs[0].name}”" if len(outs) == 1 else f"{len(outs)} 个文件"
        self.banner.show_success(
            f"结果表已保存为{what}，共 {rows:,} 行。", "打开所在文件夹", lambda: show_folder(outs[0])
        )

    def _build_choose(self) -> QWidget:
        card = Card("导入工单")
        card.body.setSpacing(theme.STEP * 3)
        card.body.addWidget(self.drop, 1)
        for sentence in _ADVICE:
            card.body.addWidget(label(f"· {sentence}", "secondary", wrap=True))
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        return made


def report_name(plan: Plan) -> str:
    """A name for the report that says which table it answers."""
    return f"{Path(plan.source).stem}-导入结果.xlsx"
