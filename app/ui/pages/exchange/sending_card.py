"""导出: what goes to the chosen office, one button for each way out, how far it is, what came of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.domain.errors import UserError
from app.services.exchange import mail, sending
from app.services.exchange.mail import Account
from app.services.exchange.peers import PeerLine
from app.services.exchange.sending import Sent
from app.system.drives import Drive
from app.system.errors import EnvironmentProblem
from app.ui import theme
from app.ui.backup_rows import file_size
from app.ui.context import Context
from app.ui.pages.exchange.drive_list import drive_words
from app.ui.pages.exchange.letters_dialog import LettersDialog
from app.ui.pages.exchange.reading import PARENT, ExchangeReading
from app.ui.tasks import Job, Progress
from app.ui.widgets.banner import Banner
from app.ui.widgets.card import Card
from app.ui.widgets.choice_field import ChoiceField
from app.ui.widgets.flow_layout import FlowBox
from app.ui.widgets.labels import button, label
from app.ui.widgets.last_place import begin_in_last_place, show_folder
from app.ui.widgets.states import ProgressPanel

_PERCENT = 100
_ALWAYS_ALL = "对方还没有确认的内容每次都会全部带上，丢了 U 盘也不会丢数据"
_CANCELLED = "已取消。没有写完的不算已导出，下次导出会全部带上。"
_POST_CANCELLED = "已取消，还不算已导出。再按“发送邮件”会接着发，已发出的不重发。"
_NO_STICK = "插入 U 盘，这里就会出现它的按钮。"
_FULL_BELOW = 1024 * 1024
Send = Callable[[Callable[[int, int], object]], Sent]


class SendingCard(Card):
    """`peer_chosen(node)`: another office is to be looked at; `address_wanted()`: no mail address."""

    peer_chosen = Signal(str)
    address_wanted = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("导出", _ALWAYS_ALL, parent=parent)
        self._context = context
        self._peer: PeerLine | None = None
        self._drives: Sequence[Drive] = ()
        self._size = 0
        self._busy = False
        self._address = ""
        self._mailbox: Account | None = None
        self.peer_field = ChoiceField(placeholder="选择单位")
        self.peer_field.setMinimumWidth(220)
        self.peer_field.setAccessibleName("导出给哪个单位")
        self.peer_field.changed.connect(self._on_peer)
        self.add_choice(self.peer_field)
        self.figures = {name: label("—", "figure") for name in ("events", "cases", "attachments")}
        self._bytes = label("", "note")
        self._buttons = FlowBox(gap=8, line_gap=8)
        self.stick_buttons: list[QPushButton] = []
        self.post_button = button("发送邮件", self.post)
        self.mail_button = button("邮件…", self.ask_for_letters)
        self.folder_button = button("保存到文件夹…", self.ask_for_folder, icon="folder")
        self._no_stick = label(_NO_STICK, "note")
        self.progress = ProgressPanel()
        self.progress.hide()
        self.result = Banner()
        self.dialog: LettersDialog | None = None
        self._build()

    # ---- showing ----

    def show_reading(self, read: ExchangeReading) -> None:
        """What would go to the chosen office now."""
        self._peer = read.chosen
        self._mailbox = read.mailbox
        active = [one for one in read.peers if one.active]
        self.peer_field.setVisible(len(active) > 1)
        self.peer_field.blockSignals(True)
        self.peer_field.set_choices([(one.node, one.name) for one in active])
        self.peer_field.set_value(read.chosen.node if read.chosen is not None else "")
        self.peer_field.blockSignals(False)
        peer = read.chosen
        if peer is None:
            return
        verb = "上报" if peer.role == PARENT else "下发"
        self.set_title(verb if len(active) > 1 else f"{verb} {peer.name}")
        pending = read.pending
        self.figures["events"].setText(f"{pending.events:,}" if pending else "—")
        self.figures["cases"].setText(f"{pending.cases:,}" if pending else "—")
        self.figures["attachments"].setText(f"{pending.attachments:,}" if pending else "—")
        self._size = pending.bytes if pending else 0
        self._bytes.setText(file_size(self._size) if pending and pending.attachments else "")
        if pending is not None:
            self.set_note(_said(peer, pending.events, pending.fresh))
        self._show_buttons()

    def show_drives(self, drives: Sequence[Drive]) -> None:
        """The sticks that are plugged in now."""
        self._drives = drives
        for old in self.stick_buttons:
            self._buttons.flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        rest = (self.post_button, self.mail_button, self.folder_button)
        for kept in rest:
            self._buttons.flow.removeWidget(kept)
        self.stick_buttons = [self._stick_button(at, drive) for at, drive in enumerate(drives)]
        for made in (*self.stick_buttons, *rest):
            self._buttons.flow.addWidget(made)
            made.show()
        self._no_stick.setVisible(not drives)
        self._show_buttons()

    # ---- out ----

    def to_stick(self, drive: Drive) -> Job | None:
        """Write to a stick; the message tells when it may be pulled out."""
        peer = self._peer
        if peer is None:
            return None
        office, node = self._context.office, peer.node
        return self._run(
            lambda step: sending.to_stick(office, node, drive.path, progress=step),
            f"正在加密并写入 {drive_words(drive)}，写完后重新读出校验",
            lambda: self.to_stick(drive),
        )

    def to_folder(self, folder: Path) -> Job | None:
        """Write into a folder."""
        peer = self._peer
        if peer is None:
            return None
        office, node = self._context.office, peer.node
        return self._run(
            lambda step: sending.to_folder(office, node, folder, progress=step),
            "正在加密并写入文件夹，写完后重新读出校验",
            lambda: self.to_folder(folder),
        )

    def to_letters(self, address: str, volume_mb: int, folder: Path) -> Job | None:
        """Write drafts and open the first in the mail program."""
        peer = self._peer
        if peer is None:
            return None
        self._address = address
        office, node = self._context.office, peer.node
        return self._run(
            lambda step: sending.as_letters(
                office, node, address, folder, volume_mb=volume_mb, progress=step
            ),
            "正在加密并写成邮件草稿",
            lambda: self.to_letters(address, volume_mb, folder),
            letters=True,
        )

    def post(self) -> Job | None:
        """Send through the mail server; without the peer's address it is asked for first."""
        peer = self._peer
        if peer is None or self._mailbox is None:
            return None
        if not self._mailbox.addresses.get(peer.node):
            self.address_wanted.emit()
            return None
        office, node = self._context.office, peer.node
        return self._run(
            lambda step: mail.send(office, node, step),
            f"正在加密并发到 {self._mailbox.addresses[node]}",
            self.post,
            cancelled=_POST_CANCELLED,
        )

    def ask_for_folder(self) -> QFileDialog:
        """Ask which folder."""
        return choose_folder(self, "保存到哪个文件夹", self.to_folder)

    def ask_for_letters(self) -> LettersDialog | None:
        """Ask for the address, then for the folder where the drafts are kept."""
        if self._peer is None:
            return None
        dialog = LettersDialog(self._peer.name, self.window())

        def go() -> None:
            typed = dialog.values()
            dialog.finish()
            choose_folder(
                self,
                "邮件草稿放在哪个文件夹",
                lambda folder: self.to_letters(typed["address"], typed["volume_mb"], folder),
            )

        dialog.submitted.connect(go)
        dialog.start({"address": self._address, "volume_mb": sending.LARGEST_VOLUME_MB})
        self.dialog = dialog
        dialog.destroyed.connect(self._forget_dialog)
        return dialog

    def _run(
        self,
        send: Send,
        words: str,
        again: Callable[[], object],
        *,
        letters: bool = False,
        cancelled: str = _CANCELLED,
    ) -> Job:
        self.result.clear()
        self._busy = True
        self._show_buttons()
        settled: list[bool] = []

        def work(progress: Progress) -> Sent:
            def step(done: int, total: int) -> None:
                progress.report(done * _PERCENT // max(total, 1), _PERCENT, words)

            return send(step)

        def done(sent: Sent) -> None:
            settled.append(True)
            self._tell(sent, letters=letters)
            self._context.saved(sent.changes, "已导出")

        def failed(problem: UserError | EnvironmentProblem) -> None:
            settled.append(True)
            self.result.show_error(problem.message, "再试一次", again)

        def ended() -> None:
            self._busy = False
            self._show_buttons()
            if not settled:
                self.result.show_info(cancelled)

        # Beside the database's own thread: a slow stick must not hold up what is registered meanwhile.
        job = self._context.tasks.run_heavy(self, work, done, failed)
        self.progress.follow(job)
        job.ended.connect(ended)
        return job

    def _tell(self, sent: Sent, *, letters: bool) -> None:
        """可以拔出 stands only in the sentence of the carrier, which has read everything back."""
        words = (
            f"第 {sent.number} 号文件：{sent.events:,} 条记录、{sent.attachments:,} 个附件。{sent.sentence}"
        )
        if sent.lacking:
            words += f"另有 {sent.lacking} 个附件本机已找不到，没有带上，请到“设置 › 数据校验”查看。"
        if sent.granted:
            words += f"已给对方 {sent.granted} 个新号段。"
        show = self.result.show_warning if sent.lacking else self.result.show_success
        if letters:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(sent.files[0])))
            show(words, "打开草稿所在文件夹", lambda: show_folder(sent.files[0]))
        else:
            show(words)

    # ---- building ----

    def first_way(self) -> QPushButton:
        """The primary button: where the keyboard begins."""
        usual = self.folder_button if self._mailbox is None else self.post_button
        return next((made for made in self.stick_buttons if made.isEnabled()), usual)

    def _build(self) -> None:
        figures = QHBoxLayout()
        figures.setSpacing(theme.STEP * 7)
        captions = {"events": "记录", "cases": "涉及案件", "attachments": "附件"}
        for name, caption in captions.items():
            column = QVBoxLayout()
            column.setSpacing(1)
            column.addWidget(label(caption, "note"))
            line = QHBoxLayout()
            line.setSpacing(theme.STEP)
            line.addWidget(self.figures[name])
            if name == "attachments":
                line.addWidget(self._bytes)
            column.addLayout(line)
            figures.addLayout(column)
        figures.addStretch(1)
        self.body.addLayout(figures)
        self.body.addWidget(self._buttons)
        self.body.addWidget(self._no_stick)
        self.body.addWidget(self.progress)
        self.body.addWidget(self.result)
        self.show_drives(())

    def _stick_button(self, at: int, drive: Drive) -> QPushButton:
        words = f"写入 U 盘（{drive_words(drive)}）"
        first = drive.writable and not any(one.writable for one in self._drives[:at])
        made = button(words, partial(self.to_stick, drive), "primary" if first else "", "usb")
        if not drive.writable:
            made.setEnabled(False)
            made.setText(f"{drive_words(drive)}（只读）")
            made.setToolTip("这个 U 盘不能写入，请拨开侧面的写保护开关，或换一个。")
        elif drive.free < max(self._size, _FULL_BELOW):
            made.setToolTip(f"这个 U 盘只剩 {file_size(drive.free)}，可能放不下，请先清理或换一个。")
        else:
            made.setToolTip(f"剩余 {file_size(drive.free)}")
        return made

    def _show_buttons(self) -> None:
        usable = self._peer is not None and self._peer.active and not self._busy
        for made, drive in zip(self.stick_buttons, self._drives, strict=True):
            made.setEnabled(usable and drive.writable)
        stick = any(drive.writable for drive in self._drives)
        posts = self._mailbox is not None
        self.post_button.setVisible(posts)
        self.mail_button.setText("邮件草稿…" if posts else "邮件…")
        theme.style(self.post_button, kind="" if stick else "primary")
        theme.style(self.folder_button, kind="" if stick or posts else "primary")
        theme.set_icon(self.folder_button, "folder", "text" if stick or posts else "primary_text")
        for rest in (self.post_button, self.mail_button, self.folder_button, self.peer_field):
            rest.setEnabled(usable or (rest is self.peer_field and not self._busy))

    def _on_peer(self) -> None:
        node = self.peer_field.value()
        if node and (self._peer is None or node != self._peer.node):
            self.result.clear()
            self.peer_chosen.emit(node)

    def _forget_dialog(self) -> None:
        self.dialog = None


def choose_folder(parent: QWidget, title: str, chosen: Callable[[Path], object]) -> QFileDialog:
    """Ask for a folder without stopping the program."""
    dialog = QFileDialog(parent, title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    begin_in_last_place(dialog)
    dialog.fileSelected.connect(lambda name: chosen(Path(name)))
    dialog.open()
    return dialog


def _said(peer: PeerLine, events: int, fresh: int) -> str:
    if not events:
        return "没有新内容要带去；导出会把回执带给对方"
    again = events - fresh
    return f"新 {fresh:,} 条；另有 {again:,} 条已导出、对方还没有确认，会再带上" if again else _ALWAYS_ALL
