"""设置 › 数据校验: is every record whole and unaltered; making lists and deadlines anew."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit

from app.services import integrity
from app.services.changes import Changes
from app.ui.context import Context
from app.ui.pages.section import Section
from app.ui.tasks import Progress
from app.ui.widgets.banner import Banner
from app.ui.widgets.card import Card
from app.ui.widgets.labels import button, label
from app.ui.widgets.resting import rest
from app.ui.widgets.states import ProgressPanel
from app.ui.workplace import Workplace

_ADVICE = "请先做一份备份，再试“重建列表”；问题还在就从较早的备份恢复，或把这张清单交给维护人员。"


class VerifySection(Section):
    """Checking only reads; rebuilding makes lists and deadlines again from the records."""

    def __init__(self, context: Context, workplace: Workplace) -> None:
        super().__init__(
            "数据校验",
            "逐条核对办理记录有没有缺失、被改动，列表和期限是否与记录一致，附件是否完整。每周自动做一次。",
            context,
            workplace,
        )
        self._last = label("", "heading")
        self.check_button = button("开始校验", self.check, kind="primary", icon="check")
        self._check_progress = ProgressPanel()
        self._check_progress.hide()
        self.result = Banner()
        self.findings = QPlainTextEdit()
        self.findings.setReadOnly(True)
        self.findings.setAccessibleName("校验发现的问题")
        self.findings.setMinimumHeight(180)
        self.findings.hide()
        card = Card()
        row = QHBoxLayout()
        row.addWidget(self._last, 1)
        row.addWidget(self.check_button)
        card.body.addLayout(row)
        card.body.addWidget(self._check_progress)
        card.body.addWidget(self.result)
        card.body.addWidget(self.findings)
        self.content.addWidget(card)
        self.content.addWidget(self._rebuild_card())
        workplace.housekeeping.checked.connect(self.show_findings)

    def refresh(self) -> None:
        """When it was last done."""
        moment = self.workplace.housekeeping.last_check()
        when = f"上次校验：{moment:%Y年%m月%d日 %H:%M}" if moment is not None else "还没有校验过"
        self._last.setText(when)

    def check(self) -> None:
        """Check everything, beside other work."""
        self.result.clear()
        wake = rest(self.check_button)
        job = self.workplace.housekeeping.check(self, lambda _findings: None)
        self._check_progress.follow(job)
        job.ended.connect(wake)

    def show_findings(self, findings: list[str]) -> None:
        """What a check found, also one that ran by itself."""
        self.refresh()
        self.findings.setVisible(bool(findings))
        self.findings.setPlainText("\n".join(findings))
        if findings:
            self.result.show_error(f"发现 {len(findings)} 个问题。{_ADVICE}")
        else:
            self.result.show_success("全部正常：记录完整，没有被改动，列表、期限和附件都与记录一致。")

    def rebuild(self) -> None:
        """Make lists and deadlines anew."""
        wake = rest(self.rebuild_button)

        def work(progress: Progress) -> Changes:
            return integrity.rebuild(
                self.office, lambda done, total: progress.report(done, total, "正在重建：")
            )

        def done(changes: Changes) -> None:
            self.context.saved(changes, "列表和期限已重建")

        job = self.context.tasks.run(self, work, done)
        self._rebuild_progress.follow(job)
        job.ended.connect(wake)

    def _rebuild_card(self) -> Card:
        card = Card("重建列表")
        row = QHBoxLayout()
        text = (
            "按办理记录重新生成案件列表、查找索引和期限，记录本身不动。"
            "校验说列表不一致，或者查不到明明有的案件时用。"
        )
        row.addWidget(label(text, "secondary", wrap=True), 1)
        self.rebuild_button = button("重建列表", self.rebuild, icon="refresh")
        row.addWidget(self.rebuild_button)
        self._rebuild_progress = ProgressPanel()
        self._rebuild_progress.hide()
        card.body.addLayout(row)
        card.body.addWidget(self._rebuild_progress)
        return card
