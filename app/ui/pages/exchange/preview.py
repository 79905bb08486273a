"""What files hold before they are imported, and what came of it: by package, by case, file by file."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.services.exchange.receiving import PackageResult, Result
from app.ui import theme
from app.ui.widgets.card import Card
from app.ui.widgets.cells import Column
from app.ui.widgets.labels import button, label, rule
from app.ui.widgets.small_table import SmallTable
from app.ui.widgets.states import EmptyState, ProgressPanel

_PACKAGES = (
    Column("verdict", "结果", 104, "chip"),
    Column("from", "单位", 190, "strong"),
    Column("number", "文件", 96),
    Column("new", "新增", 62, "number"),
    Column("known", "已有", 62, "number"),
    Column("conflicts", "双方修改", 78, "number"),
    Column("waiting", "先收着", 66, "number"),
    Column("attachments", "附件", 58, "number"),
    Column("words", "说明", 260, "secondary", stretch=True),
)
_CASES = (
    Column("number", "案件", 190, "strong"),
    Column("what", "情况", 104, "chip"),
    Column("events", "新记录", 78, "number"),
    Column("words", "要注意的", 320, "secondary", stretch=True),
)
_HARMLESS = {"already_received": ("收过了", "neutral"), "incomplete": ("没有到齐", "warning")}


class ImportPreview(QWidget):
    """`confirmed()`: import it; `left()`: back to the page; `case_wanted(id)` from the list of cases."""

    confirmed = Signal()
    left = Signal()
    case_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card = Card("导入前先看一看", flush=True)
        self._summary = label("", "heading", wrap=True)
        self._note = label("", "secondary", wrap=True)
        self.packages = SmallTable("导入的文件", _PACKAGES, grow=True)
        self.cases = SmallTable("涉及的案件", _CASES)
        self.cases.opened.connect(self._open)
        self._no_cases = EmptyState("没有涉及案件", "")
        self.progress = ProgressPanel()
        self.progress.hide()
        self.confirm = button("导入", self.confirmed.emit, kind="primary")
        self.back = button("取消", self.left.emit)
        self._done = False
        self._build()

    @property
    def done(self) -> bool:
        """Whether what is shown has happened already."""
        return self._done

    def show_result(self, result: Result) -> None:
        """Show a preview, or what an import did."""
        self._done = not result.preview
        self._card.set_title("导入完成" if self._done else "导入前先看一看")
        self._summary.setText(summary(result))
        notes = problems_of(result)
        self._note.setText("\n".join(notes))
        self._note.setVisible(bool(notes))
        rows = [((0, at), _package_cells(one)) for at, one in enumerate(result.packages)]
        rows += [
            (
                (1, at),
                (_HARMLESS.get(one.code, ("不收", "danger")), one.file, *("",) * 6, one.reason),
            )
            for at, one in enumerate(result.refused)
        ]
        self.packages.set_rows(rows)
        self._show_cases(result.packages)
        self.confirm.setVisible(not self._done and bool(result.packages))
        new = f"{result.new:,} 条" if result.new else "回执"
        self.confirm.setText(f"导入 {new}")
        self.back.setText("返回" if self._done or not result.packages else "取消")
        theme.style(self.back, kind="primary" if self._done else "")

    def take_focus(self) -> None:
        """The keyboard on the next step."""
        (self.confirm if not self.confirm.isHidden() else self.back).setFocus()

    def set_busy(self, busy: bool) -> None:
        """While it is imported nothing else can be pressed."""
        self.confirm.setEnabled(not busy)
        self.back.setEnabled(not busy)

    def _show_cases(self, packages: Sequence[PackageResult]) -> None:
        touched: dict[str, tuple[object, ...]] = {}
        events: dict[str, int] = {}
        fresh: set[str] = set()
        for package in packages:
            for case in package.cases:
                events[case.case_id] = events.get(case.case_id, 0) + case.events
                fresh |= {case.case_id} if case.fresh else set()
                words = "；".join(case.problems)
                if case.conflicts:
                    then = "按 Enter 打开案件选定" if self._done else "导入后在案件里选定"
                    count = f"{len(case.conflicts)} 处双方修改，{then}"
                    words = "；".join(part for part in (count, words) if part)
                chip = (
                    ("双方修改", "danger")
                    if case.conflicts
                    else ("新案件", "success")
                    if case.case_id in fresh
                    else ("有新记录", "info")
                )
                touched[case.case_id] = (case.number, chip, f"{events[case.case_id]:,}", words)
        ordered = sorted(
            touched.items(), key=lambda one: (one[1][1] != ("双方修改", "danger"), not one[1][3])
        )
        self.cases.set_rows(ordered)
        self.cases.setVisible(bool(ordered))
        self._no_cases.setVisible(not ordered)

    def _open(self, case_id: object) -> None:
        if self._done:
            self.case_wanted.emit(str(case_id))

    def _build(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(theme.CARD_MARGIN, theme.STEP * 3, theme.CARD_MARGIN, theme.STEP * 2)
        head.setSpacing(theme.STEP)
        head.addWidget(self._summary)
        head.addWidget(self._note)
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.CARD_MARGIN, 9, theme.CARD_MARGIN, 10)
        foot.setSpacing(theme.STEP * 3)
        foot.addWidget(self.progress, 1)
        foot.addStretch(0)
        right = QHBoxLayout()
        right.addStretch(1)
        right.addWidget(self.back)
        right.addWidget(self.confirm)
        foot.addLayout(right)
        body = self._card.body
        body.setSpacing(0)
        body.addLayout(head)
        body.addWidget(self.packages)
        body.addSpacing(theme.STEP * 4)
        body.addWidget(rule())
        body.addWidget(self.cases, 1)
        body.addWidget(self._no_cases, 1)
        body.addLayout(foot)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._card)


def summary(result: Result) -> str:
    """One line: how much is new, known, to decide, kept waiting, refused."""
    if not result.packages:
        only_known = result.refused and all(one.code == "already_received" for one in result.refused)
        return "这些文件以前都收过了，不用再导入。" if only_known else "没有可以导入的文件。"
    parts = [f"新增 {result.new:,} 条", f"已有 {result.known:,} 条"]
    if result.conflicts:
        parts.append(f"双方修改 {result.conflicts:,} 处")
    if result.quarantined:
        parts.append(f"先收着 {result.quarantined:,} 条")
    if result.refused:
        parts.append(f"另有 {len(result.refused):,} 个文件没有收")
    return "，".join(parts) + "。"


def problems_of(result: Result) -> list[str]:
    """Sentences a person must read, each once."""
    found: dict[str, None] = {}
    for one in result.packages:
        found.update(dict.fromkeys(one.problems))
        if one.restored_peer:
            found[f"“{one.peer_name}”从备份恢复过，下次向它导出会把它缺的带回去。"] = None
        if one.missing_attachments:
            found[f"有 {one.missing_attachments} 个附件还没有来，下次导出会自动向对方要。"] = None
        for reason, count in one.refused_events:
            found[f"{count} 条记录没有收：{reason}"] = None
        if any(chain.verdict == "different" for chain in one.chains):
            found[f"“{one.peer_name}”的记录与本机的对不上，请打印同步体检，两边核对。"] = None
    return list(found)


def _package_cells(one: PackageResult) -> tuple[object, ...]:
    bad = bool(one.refused_events or one.forked)
    chip = (
        ("有问题", "danger") if bad else ("双方修改", "warning") if one.conflicts else ("可以收", "success")
    )
    words = []
    if one.granted:
        words.append(f"带来 {one.granted} 个号段")
    if one.released:
        words.append(f"先前收着的 {one.released} 条接上了")
    return (
        chip,
        one.peer_name,
        f"第 {one.number} 号",
        f"{one.new:,}",
        f"{one.known:,}",
        f"{one.conflicts:,}",
        f"{one.early + one.forked:,}",
        f"{one.attachments:,}",
        "；".join(words),
    )
