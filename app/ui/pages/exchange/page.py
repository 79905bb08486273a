"""The page 往来同步: one button out, drop a file in, and how it stands with every other office."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import UserError
from app.services.changes import Changes
from app.services.exchange import arrivals, receiving, repair
from app.services.exchange.arrivals import Arrivals
from app.services.exchange.receiving import Result
from app.system.drives import Drive, removable_drives
from app.system.errors import EnvironmentProblem
from app.ui import theme
from app.ui.context import Context
from app.ui.pages.exchange.attention_card import AttentionCard
from app.ui.pages.exchange.check_sheet import CheckSheet
from app.ui.pages.exchange.drive_list import DriveList, FindDrives
from app.ui.pages.exchange.enrolment_panel import EnrolmentPanel
from app.ui.pages.exchange.history_card import HistoryCard
from app.ui.pages.exchange.layers import Layers
from app.ui.pages.exchange.mail_acts import MailActs
from app.ui.pages.exchange.peer_acts import PeerActs
from app.ui.pages.exchange.peers_card import PeersCard
from app.ui.pages.exchange.preview import ImportPreview
from app.ui.pages.exchange.reading import ExchangeReading, read_exchange
from app.ui.pages.exchange.receiving_card import ReceivingCard, by_kind
from app.ui.pages.exchange.sending_card import SendingCard
from app.ui.tasks import Progress
from app.ui.widgets.page import Page
from app.ui.widgets.states import LoadingState

_SIDE_WIDTH = 320
_NARROW_BELOW = 900
_MEGABYTE = 1024 * 1024
Find = Callable[[], Arrivals]


class ExchangePage(Page):
    """`opened(paths)` looks into these files at once. `find_drives` is what tells which sticks are there."""

    interests = Changes.EXCHANGE | Changes.CASES | Changes.OFFICE

    def __init__(self, context: Context, find_drives: FindDrives = removable_drives) -> None:
        super().__init__(context.bus)
        self._context = context
        self._office = context.office
        self._node = ""
        self._find: Find | None = None
        self.read: ExchangeReading | None = None
        self.drives = DriveList(find_drives, self)
        self.acts = PeerActs(context, self)
        self.mail = MailActs(context, self)
        self.sheet = CheckSheet(context, self)
        self.attention = AttentionCard()
        self.sending = SendingCard(context)
        self.history = HistoryCard()
        self.receiving = ReceivingCard(context)
        self.peers = PeersCard()
        self.preview = ImportPreview()
        self.enrolment = EnrolmentPanel()
        self._loading = LoadingState("正在读取往来记录……")
        self._searching = LoadingState("正在检查文件……")
        self._build()
        self._connect()

    # ---- showing ----

    def opened(self, target: object) -> None:
        """Look into files dropped on the window."""
        if isinstance(target, (list, tuple)) and target:
            self.look_into([Path(one) for one in target])

    def refresh(self) -> None:
        """Read everything again; a preview stays."""
        node = self._node
        self._context.tasks.run(self, lambda _progress: read_exchange(self._office, node), self._show)

    def showEvent(self, event: QShowEvent) -> None:
        """Sticks are looked for only while somebody looks."""
        super().showEvent(event)
        self.drives.watch(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """No timer runs behind another page."""
        super().hideEvent(event)
        self.drives.watch(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room beside, import and peers stand below."""
        super().resizeEvent(event)
        narrow = event.size().width() < _NARROW_BELOW
        below, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(below if narrow else beside)
        self._side.setMaximumWidth(16_777_215 if narrow else _SIDE_WIDTH)
        self._side.setMinimumWidth(0 if narrow else _SIDE_WIDTH)
        self.history.setMinimumHeight(300 if narrow else 180)

    def take_focus(self) -> None:
        """The step that is next: enrolment, importing, or the first way out."""
        here = self._layers.current()
        if here is self.enrolment:
            self.enrolment.take_focus()
        elif here is self.preview:
            self.preview.take_focus()
        elif here is self._main:
            self.sending.first_way().setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, read: ExchangeReading) -> None:
        first = self._layers.current() is self._loading
        self.read = read
        self._node = read.chosen.node if read.chosen is not None else ""
        self.enrolment.show_reading(read)
        self.attention.show_attention(read.attention)
        self.sending.show_reading(read)
        self.history.show_report(read.report)
        self.receiving.show_volumes(read.volumes)
        self.receiving.show_mailbox(read.mailbox, read.mailbox_problem, read.documents)
        self.peers.show_reading(read)
        if self._layers.current() in (self.preview, self._searching):
            return
        self._show_main()
        if first and self.isVisible():
            self.take_focus()

    def _show_main(self) -> None:
        if self.read is not None:
            self._layers.show_layer(self._main if self.read.peers else self.enrolment)

    # ---- in ----

    def look_into(self, paths: Sequence[Path]) -> None:
        """Files and folders: packages are previewed, requests and notices open their own dialog."""
        for suffix, read in ((".yzr", self.acts.read_application), (".yzk", self.acts.read_notice)):
            found = by_kind(paths, suffix)
            if found:
                read(found[0])
                return
        wanted = list(paths)
        answer = self._as_answer(wanted)
        if answer is not None:
            self.acts.read_answer(answer)
            return
        self._preview(lambda: arrivals.gather(self._office, wanted))

    def look_at_stick(self, drive: Drive) -> None:
        """What a stick holds for this office."""
        self._preview(lambda: arrivals.from_stick(self._office, drive.path))

    def _look_at_fetched(self, warning: str) -> None:
        """What letters brought; `warning` about those that could not be read."""
        self._preview(lambda: arrivals.from_spool(self._office))
        if warning:
            self.banner.show_warning(warning)

    def _as_answer(self, paths: Sequence[Path]) -> Path | None:
        """入网批复 is a package too; before enrolment nothing else can be opened, later its name tells."""
        only = paths[0] if len(paths) == 1 and paths[0].suffix.lower() == ".yzt" else None
        if only is None or self.read is None:
            return None
        return only if "入网批复" in only.name or not self.read.peers else None

    def _preview(self, find: Find) -> None:
        self._find = find
        self.banner.clear()
        self._layers.show_layer(self._searching)
        office = self._office
        self._context.tasks.run(
            self,
            lambda progress: receiving.preview_found(office, find(), _in_megabytes(progress, "正在检查")),
            self._on_previewed,
            self._on_unreadable,
        )

    def _on_previewed(self, result: Result) -> None:
        self.preview.show_result(result)
        self._layers.show_layer(self.preview)
        self.preview.take_focus()

    def _on_unreadable(self, problem: UserError | EnvironmentProblem) -> None:
        self._show_main()
        self.show_problem(problem.message)

    def start_import(self) -> None:
        """Take in what was previewed; cancelling leaves the package at work without a trace."""
        find = self._find
        if find is None:
            return
        office = self._office
        self.banner.clear()
        self.preview.set_busy(True)
        job = self._context.tasks.run(
            self,
            lambda progress: receiving.import_found(office, find(), _in_megabytes(progress, "正在导入")),
            self._on_imported,
            lambda problem: self.show_problem(problem.message, "再试一次", self.start_import),
        )
        self.preview.progress.follow(job)
        job.ended.connect(self._on_import_ended)

    def _on_imported(self, result: Result) -> None:
        self._find = None
        self.preview.show_result(result)
        self.preview.set_busy(False)
        self.preview.take_focus()
        self._context.saved(result.changes, f"已导入，新增 {result.new:,} 条")

    def _on_import_ended(self) -> None:
        self.preview.set_busy(False)
        if not self.preview.done and not self.banner.text():
            self.banner.show_info("已取消。已经完整导入的文件保留，正在导入的那一个没有留下任何内容。")

    def leave_preview(self) -> None:
        """Back to the page."""
        self._find = None
        self._layers.show_layer(self._main)
        self._show_main()
        self.receiving.list_sticks(self.drives.drives)
        self.take_focus()

    # ---- with whom ----

    def choose_peer(self, node: str) -> None:
        """Show what goes to and came from another office."""
        if node != self._node:
            self._node = node
            self.mark_stale()

    def stop_chosen(self) -> None:
        """停止往来 with the office the page stands on."""
        if self.read is not None and self.read.chosen is not None:
            self.acts.stop(self.read.chosen)

    def ask_for_account(self, field: str = "") -> None:
        """邮箱账号; `field` is where something is missing."""
        self.mail.ask_for_account(self.read, field)

    def fetch_letters(self) -> None:
        """收取邮件, its progress beside the button."""
        job = self.mail.fetch()
        self.receiving.fetch_button.setEnabled(False)
        self.receiving.progress.follow(job)
        job.ended.connect(lambda: self.receiving.fetch_button.setEnabled(True))

    def print_check(self) -> None:
        """同步体检 of the chosen office."""
        if self.read is not None and self.read.chosen is not None:
            self.sheet.show_sheet(self.read.chosen)

    def _request(self) -> None:
        """入网申请; new keys where the old ones are gone."""
        self.acts.request(lost_keys=self.read is not None and self.read.keys_lost)

    def _begin_act(self, kind: str) -> None:
        if kind == repair.CLONE_HERE:
            self.acts.repair_clone()
        elif kind == repair.KEYS_LOST:
            self.acts.request(lost_keys=True)

    def _on_drives(self, drives: Sequence[Drive]) -> None:
        self.sending.show_drives(drives)
        self.receiving.list_sticks(drives)

    # ---- building ----

    def _build(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(theme.GAP)
        for card in (self.attention, self.sending):
            left.addWidget(card)
        left.addWidget(self.history, 1)
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(theme.GAP)
        side.addWidget(self.receiving)
        side.addWidget(self.peers, 1)
        self._main = QWidget()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._main)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(theme.GAP)
        self._columns.addLayout(left, 1)
        self._columns.addWidget(self._side)
        self._layers = Layers()
        for layer in (self._loading, self._main, self.enrolment, self._searching, self.preview):
            self._layers.add(layer)
        self.content.addWidget(self._layers, 1)
        add = self.peers.add_act
        add("批复下级的入网申请…", self.acts.choose_application)
        add("写入网申请…", self.acts.request)
        add("打开入网批复…", self.acts.choose_answer)
        self.peers.menu.addSeparator()
        add("接受往来单位的新密钥…", self.acts.choose_notice)
        add("更换本单位密钥…", self.acts.change_keys)
        self.peers.menu.addSeparator()
        add("邮箱账号…", self.ask_for_account)
        add("停止与所选单位往来…", self.stop_chosen)

    def _connect(self) -> None:
        self.drives.changed.connect(self._on_drives)
        self.attention.case_wanted.connect(self._context.case_wanted)
        self.attention.act_wanted.connect(self._begin_act)
        self.sending.peer_chosen.connect(self.choose_peer)
        self.peers.peer_chosen.connect(self.choose_peer)
        self.history.check_button.clicked.connect(self.print_check)
        self.receiving.files_chosen.connect(self.look_into)
        self.receiving.stick_chosen.connect(self.look_at_stick)
        self.receiving.fetch_wanted.connect(self.fetch_letters)
        self.receiving.account_wanted.connect(self.ask_for_account)
        self.receiving.document_left.connect(self.mail.leave_document)
        self.sending.address_wanted.connect(lambda: self.ask_for_account("addresses"))
        self.mail.fetched.connect(self._look_at_fetched)
        self.mail.again_wanted.connect(self.fetch_letters)
        self.preview.confirmed.connect(self.start_import)
        self.preview.left.connect(self.leave_preview)
        self.preview.case_wanted.connect(self._context.case_wanted)
        self.enrolment.request_wanted.connect(self._request)
        self.enrolment.accept_wanted.connect(self.acts.choose_answer)
        self.enrolment.approve_wanted.connect(self.acts.choose_application)


def _in_megabytes(progress: Progress, words: str) -> Callable[[int, int], None]:
    """How far an import is, as a person counts; raises when it was cancelled."""

    def tell(done: int, total: int) -> None:
        whole = max(1, -(-total // _MEGABYTE))
        progress.report(min(whole, -(-done // _MEGABYTE)), whole, f"{words}，单位 MB：")

    return tell
