"""What is done with the mailbox: its account, the test of it, and fetching. Servers are asked in a worker."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.domain.errors import UserError
from app.services.changes import Changes
from app.services.exchange import arrivals, mail
from app.services.exchange.mail import Account, Fetched
from app.system.errors import EnvironmentProblem
from app.ui.context import Context
from app.ui.pages.exchange.mail_dialog import MailDialog
from app.ui.pages.exchange.reading import ExchangeReading
from app.ui.tasks import Job, Progress
from app.ui.widgets.page import Page

_FINE = "发件、收件两个服务器都登录成功，可以保存。"
_NOTHING = "邮箱里没有新的一站通邮件。"
_HARMLESS = ("incomplete", "already_received")


class MailActs(QObject):
    """`fetched(warning)`: something to look at lies in the spool; `again_wanted()`: fetch once more.

    `dialog` is the one now open.
    """

    fetched = Signal(str)
    again_wanted = Signal()

    def __init__(self, context: Context, page: Page) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self.dialog: MailDialog | None = None

    # ---- the account ----

    def ask_for_account(self, read: ExchangeReading | None, field: str = "") -> MailDialog | None:
        """Show what is saved, test it, save or remove it."""
        if read is None:
            return None
        dialog = MailDialog(read.mailbox, read.chosen, self._page.window())
        dialog.add_button("测试连接", lambda: self._test(dialog))
        if read.mailbox is not None:
            dialog.add_button("删除账号", lambda: self._ask_to_forget(dialog))
        dialog.submitted.connect(lambda: self._save(dialog))
        dialog.destroyed.connect(self._forget_dialog)
        self.dialog = dialog
        dialog.start_with(field)
        if read.mailbox_problem:
            dialog.banner.show_warning(read.mailbox_problem)
        return dialog

    def _save(self, dialog: MailDialog) -> None:
        office, wanted = self._context.office, dialog.wanted()

        def done(changes: Changes) -> None:
            dialog.finish()
            self._context.saved(changes, "邮箱账号已保存")

        dialog.set_busy(True)
        self._context.tasks.run(dialog, lambda _progress: mail.save(office, wanted), done)

    def _test(self, dialog: MailDialog) -> None:
        office, wanted = self._context.office, dialog.wanted()

        def work(_progress: Progress) -> Account:
            used = mail.completed(office, wanted)
            mail.check(used)
            return used

        def done(_used: Account) -> None:
            dialog.set_busy(False)
            dialog.banner.show_success(_FINE)

        dialog.set_busy(True)
        dialog.banner.show_info("正在连接邮件服务器……")
        self._context.tasks.run_heavy(dialog, work, done)

    def _ask_to_forget(self, dialog: MailDialog) -> None:
        dialog.banner.show_warning(
            "删除后本机不再保存这个邮箱的账号和授权码，往来记录不变。", "删除", lambda: self._remove(dialog)
        )

    def _remove(self, dialog: MailDialog) -> None:
        office = self._context.office

        def done(changes: Changes) -> None:
            dialog.finish()
            self._context.saved(changes, "邮箱账号已删除")

        dialog.set_busy(True)
        self._context.tasks.run(dialog, lambda _progress: mail.forget(office), done)

    # ---- fetching ----

    def fetch(self) -> Job:
        """Take our letters into the spool, then tell or show what came."""
        office = self._context.office
        self._page.banner.clear()

        def work(progress: Progress) -> Fetched:
            progress.report(0, 0, "正在连接邮箱……")
            return mail.fetch(office, lambda done, total: progress.report(done, total, "正在收取，封数："))

        # A slow line must not hold up what is registered meanwhile.
        return self._context.tasks.run_heavy(self._page, work, self._on_fetched, self._on_failed)

    def leave_document(self, path: Path) -> None:
        """A request that came by mail leaves the list."""
        office = self._context.office
        self._context.tasks.run(
            self._page,
            lambda _progress: arrivals.put_aside(office, path),
            lambda _nothing: self._context.saved(Changes.EXCHANGE),
        )

    def _on_fetched(self, got: Fetched) -> None:
        self._context.saved(Changes.EXCHANGE)
        warning = "".join(got.problems)
        if got.found.packages or any(one.code not in _HARMLESS for one in got.found.refused):
            self.fetched.emit(warning)
        elif warning:
            self._page.banner.show_warning(warning)
        else:
            self._page.banner.show_info(_said(got))

    def _on_failed(self, problem: UserError | EnvironmentProblem) -> None:
        self._page.banner.show_error(problem.message, "再试一次", self.again_wanted.emit)

    def _forget_dialog(self) -> None:
        self.dialog = None


def _said(got: Fetched) -> str:
    """One sentence where there is nothing to look at."""
    if not got.letters:
        return _NOTHING
    waiting = [one.reason for one in got.found.refused if one.code == "incomplete"]
    brought = f"收到 {got.letters} 封邮件"
    if waiting:
        return f"{brought}。{''.join(waiting)}"
    if got.found.refused:
        return f"{brought}，都是以前收过的，不用再导入。"
    return f"{brought}，里面的入网申请或更换密钥的通知列在“导入”下面。"
