"""The guided acts of the page: 入网 on both sides, change of keys, stopping, repair of a copied computer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from app.domain.errors import InvalidFields, UserError
from app.services.changes import Changes
from app.services.exchange import enrolment, key_change, peers, repair
from app.services.exchange.enrolment import Answer, Applicant, Applied, Approved
from app.services.exchange.key_change import Changed, Notice
from app.services.exchange.peers import PeerLine
from app.services.exchange.repair import Repaired
from app.system.errors import EnvironmentProblem
from app.ui.context import Context
from app.ui.pages.exchange.enrolment_dialogs import (
    AcceptDialog,
    ApproveDialog,
    ChangeKeysDialog,
    NoticeDialog,
    ReasonDialog,
)
from app.ui.pages.exchange.sending_card import choose_folder
from app.ui.widgets.form_dialog import FormDialog
from app.ui.widgets.last_place import begin_in_last_place, show_folder
from app.ui.widgets.page import Page

_REQUESTS = "入网申请 (*.yzr)"
_APPROVALS = "入网批复 (*.yzt)"
_NOTICES = "更换密钥的通知 (*.yzk)"


class PeerActs(QObject):
    """Dialogs over one page; what they did is told in its message line. `dialog` is the one now open."""

    def __init__(self, context: Context, page: Page) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self.dialog: FormDialog | None = None

    # ---- 入网, the office below ----

    def request(self, *, lost_keys: bool = False) -> QFileDialog:
        """Ask where, write 入网申请 there."""
        return choose_folder(
            self._page,
            "入网申请写到哪里（U 盘或文件夹）",
            lambda folder: self.request_into(folder, lost_keys=lost_keys),
        )

    def request_into(self, folder: Path, *, lost_keys: bool = False) -> None:
        """Write 入网申请 and say what to do with it."""
        office = self._context.office

        def done(applied: Applied) -> None:
            self._context.saved(Changes.EXCHANGE, "已写入网申请")
            words = (
                f"入网申请“{applied.path.name}”已写好，请交给上级。"
                f"上级打电话来时，念出本单位指纹：{applied.fingerprint}"
            )
            self._page.banner.show_success(words, "打开所在文件夹", lambda: show_folder(applied.path))

        self._run(lambda: enrolment.request(office, folder, lost_keys=lost_keys), done)

    def choose_answer(self) -> QFileDialog:
        """Ask for the file of 入网批复."""
        return self._choose("打开入网批复", _APPROVALS, self.read_answer)

    def read_answer(self, path: Path) -> None:
        """Show what an answer says and compare by phone."""
        office = self._context.office

        def show(answer: Answer) -> None:
            dialog = AcceptDialog(answer, self._page.window())

            def accepted(changes: Changes) -> None:
                self._context.saved(changes, "已入网")
                self._page.banner.show_success(f"已经入网，上级是{answer.name}。现在可以导出，把案件报上去。")

            self._submit(
                dialog,
                lambda typed: enrolment.accept(
                    office, path, fingerprint=typed["fingerprint"], confirmed_with=typed["confirmed_with"]
                ),
                accepted,
            )
            dialog.start()

        self._run(lambda: enrolment.read_answer(office, path), show)

    # ---- 入网, the office above ----

    def choose_application(self) -> QFileDialog:
        """Ask for the file of 入网申请."""
        return self._choose("打开入网申请", _REQUESTS, self.read_application)

    def read_application(self, path: Path) -> None:
        """Show who asks, compare by phone, then ask where the answer goes."""
        office = self._context.office

        def show(asked: Applicant) -> None:
            dialog = ApproveDialog(asked, self._page.window())
            self._submit_with_place(
                dialog,
                "入网批复写到哪里（U 盘或文件夹）",
                lambda typed, folder: enrolment.approve(
                    office,
                    path,
                    folder,
                    fingerprint=typed["fingerprint"],
                    confirmed_with=typed["confirmed_with"],
                    name=typed["name"],
                    code=typed["code"],
                ),
                self._on_approved,
            )
            dialog.start({"name": asked.known_as or asked.name, "code": asked.code})

        self._run(lambda: enrolment.read_application(office, path), show)

    def _on_approved(self, approved: Approved) -> None:
        self._context.saved(approved.changes, "已批复")
        words = (
            f"已批复{approved.name}入网，给了 {approved.ranges} 个号段。请把“{approved.path.name}”交给它；"
            f"它打电话来时，念出本单位指纹：{approved.fingerprint}"
        )
        self._page.banner.show_success(words, "打开所在文件夹", lambda: show_folder(approved.path))

    # ---- keys ----

    def choose_notice(self) -> QFileDialog:
        """Ask for a peer's notice of new keys."""
        return self._choose("打开更换密钥的通知", _NOTICES, self.read_notice)

    def read_notice(self, path: Path) -> None:
        """Show whose keys changed and compare by phone."""
        office = self._context.office

        def show(notice: Notice) -> None:
            dialog = NoticeDialog(notice, self._page.window())
            self._submit(
                dialog,
                lambda typed: key_change.accept(
                    office, path, fingerprint=typed["fingerprint"], confirmed_with=typed["confirmed_with"]
                ),
                lambda changes: self._context.saved(changes, "已改用新密钥"),
            )
            dialog.start()

        self._run(lambda: key_change.read_notice(office, path), show)

    def change_keys(self) -> FormDialog:
        """The guarded change of this office's keys."""
        office = self._context.office
        dialog = ChangeKeysDialog(office.office.name, self._page.window())

        def done(changed: Changed) -> None:
            self._context.saved(Changes.EXCHANGE, "已更换密钥")
            names = "、".join(name for name, _path in changed.notices[:5])
            words = (
                f"已更换密钥，新指纹 {changed.fingerprint}。"
                f"通知已写好 {len(changed.notices)} 份，请分别交给{names or '往来单位'}，并打电话核对。"
            )
            first = changed.notices[0][1] if changed.notices else None
            if first is None:
                self._page.banner.show_success(words)
            else:
                self._page.banner.show_success(words, "打开所在文件夹", lambda: show_folder(first))

        self._submit_with_place(
            dialog,
            "更换密钥的通知写到哪里",
            lambda typed, folder: key_change.change(office, folder, sure=typed["sure"]),
            done,
        )
        dialog.start()
        return dialog

    # ---- stopping, repairing ----

    def stop(self, peer: PeerLine) -> FormDialog:
        """停止往来 with one office."""
        office = self._context.office
        dialog = ReasonDialog(
            f"停止与{peer.name}往来",
            "停止往来",
            "以前收到的不动；它以后发来的不收，也不再向它导出。要恢复，请它重新申请入网。",
            "原因",
            self._page.window(),
            hint="如：站点撤并",
        )
        self._submit(
            dialog,
            lambda typed: peers.revoke(office, peer.node, typed["reason"]),
            lambda changes: self._context.saved(changes, "已停止往来"),
        )
        dialog.start()
        return dialog

    def repair_clone(self) -> FormDialog:
        """修复身份 of a copied computer."""
        office = self._context.office
        dialog = ReasonDialog(
            "修复这台电脑的身份",
            "修复身份",
            "本机改用自己的身份和密钥，在这里写过的记录原样保留；修复后要重新入网一次。",
            "这台电脑是怎么来的",
            self._page.window(),
            hint="如：整机复制",
        )

        def done(repaired: Repaired) -> None:
            self._context.saved(repaired.changes, "已修复身份")
            steps = "".join(f"{at}. {step}" for at, step in enumerate(repaired.steps, 1))
            self._page.banner.show_success(
                f"本机有了自己的身份，{repaired.again:,} 条记录已归到新身份下。接下来：{steps}"
                "修复以前的备份不能再用，请在“设置 › 备份”里马上备份一次。",
                "写入网申请…",
                self.request,
            )

        self._submit(dialog, lambda typed: repair.repair_clone(office, typed["reason"]), done)
        dialog.start()
        return dialog

    # ---- inside ----

    def _choose(self, title: str, kinds: str, chosen: Callable[[Path], object]) -> QFileDialog:
        dialog = QFileDialog(self._page, title)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([kinds, "所有文件 (*)"])
        begin_in_last_place(dialog)
        dialog.fileSelected.connect(lambda name: chosen(Path(name)))
        dialog.finished.connect(lambda _result: dialog.deleteLater())
        dialog.open()
        return dialog

    def _run(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        self._page.banner.clear()
        self._context.tasks.run(self._page, lambda _progress: work(), done)

    def _submit(
        self, dialog: FormDialog, act: Callable[[dict[str, Any]], Any], done: Callable[[Any], None]
    ) -> None:
        """Ctrl+S of the dialog does the act with what was typed."""
        dialog.submitted.connect(lambda: self._act(dialog, lambda: act(dialog.values()), done))
        self._hold(dialog)

    def _submit_with_place(
        self,
        dialog: FormDialog,
        title: str,
        act: Callable[[dict[str, Any], Path], Any],
        done: Callable[[Any], None],
    ) -> None:
        """As `_submit`, but a folder is asked for in between."""
        dialog.submitted.connect(
            lambda: choose_folder(
                dialog, title, lambda folder: self._act(dialog, lambda: act(dialog.values(), folder), done)
            )
        )
        self._hold(dialog)

    def _act(self, dialog: FormDialog, act: Callable[[], Any], done: Callable[[Any], None]) -> None:
        def finished(value: Any) -> None:
            dialog.finish()
            done(value)

        def failed(problem: UserError | EnvironmentProblem) -> None:
            if isinstance(problem, InvalidFields):
                dialog.show_invalid(problem.problems)
            else:
                dialog.show_problem(problem.message)

        dialog.set_busy(True)
        self._context.tasks.run(dialog, lambda _progress: act(), finished, failed)

    def _hold(self, dialog: FormDialog) -> None:
        self.dialog = dialog
        dialog.destroyed.connect(self._forget)

    def _forget(self) -> None:
        self.dialog = None
