"""往来单位: the office above, the offices below, who has not been heard of, fingerprints to read out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from app.services.exchange.peers import PeerLine
from app.ui import theme
from app.ui.pages.exchange.reading import ExchangeReading
from app.ui.widgets.card import Card
from app.ui.widgets.cells import Column
from app.ui.widgets.chip import Chip
from app.ui.widgets.labels import button, label
from app.ui.widgets.small_table import SmallTable

_COLUMNS = (
    Column("name", "单位", 128, "strong", stretch=True),
    Column("last", "来件", 62, "secondary"),
    Column("state", "状态", 96, "chip"),
)
_GOOD, _NEVER, _STOPPED = "正常", "还没有往来", "已停止往来"


class PeersCard(Card):
    """`peer_chosen(node)`: the left column should be about this one."""

    peer_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("往来单位", flush=True, parent=parent)
        self.menu_button = button("更多")
        self.menu_button.setProperty("hasMenu", "true")
        self.menu = QMenu(self.menu_button)
        self.menu_button.setMenu(self.menu)
        self.add_action(self.menu_button)
        self._own = label("", "note", wrap=True)
        self._own.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._above = label("", "strong", wrap=True)
        self._above_print = label("", "note", wrap=True)
        self._above_print.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._above_state = Chip()
        self._none_above = label("", "note", wrap=True)
        self._below = label("", "heading")
        self.table = SmallTable("下级单位", _COLUMNS, head=False)
        self.table.opened.connect(lambda node: self.peer_chosen.emit(str(node)))
        words = QVBoxLayout()
        words.setContentsMargins(theme.CARD_MARGIN, theme.STEP * 3, theme.CARD_MARGIN, theme.STEP * 2)
        words.setSpacing(theme.STEP)
        for part in (self._above, self._above_print):
            words.addWidget(part)
        words.addWidget(self._above_state, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self._none_above, self._own, self._below):
            words.addWidget(part)
        self.body.addLayout(words)
        self.body.addWidget(self.table, 1)
        self._filler = QWidget()
        self.body.addWidget(self._filler, 1)

    def add_act(self, text: str, on_chosen: Callable[[], object]) -> None:
        """An entry of the menu 更多."""
        self.menu.addAction(text).triggered.connect(lambda _on=False: on_chosen())

    def show_reading(self, read: ExchangeReading) -> None:
        """Show everybody."""
        parent = read.parent
        for part in (self._above, self._above_print, self._above_state):
            part.setVisible(parent is not None)
        if parent is not None:
            self._above.setText(f"上级　{parent.name}")
            self._above_print.setText(
                f"指纹 {parent.fingerprint}\n{parent.enrolled_on:%Y-%m-%d} 电话核对后入网"
            )
            self._above_state.show_status(f"{parent.state} · {_heard(parent)}", state_role(parent))
        no_parent = parent is None and not read.county
        self._none_above.setVisible(no_parent)
        self._none_above.setText("还没有上级。" if no_parent else "")
        self._own.setText(f"本单位指纹（电话里念给对方听）\n{read.own_fingerprint}")
        self._own.setVisible(bool(read.own_fingerprint))
        below = read.children
        self._below.setText(f"下级单位　{len(below)} 个" if below else "")
        self._below.setVisible(bool(below))
        self.table.set_rows([(one.node, _cells(one)) for one in _ordered(below)])
        self.table.setVisible(bool(below))
        self._filler.setVisible(not below)
        if read.chosen is not None:
            self.table.go_to(read.chosen.node)


def state_role(peer: PeerLine) -> str:
    """The colour of how an office stands."""
    if not peer.active or peer.state == _NEVER:
        return "neutral"
    return "success" if peer.state == _GOOD else "warning"


def _ordered(peers: Sequence[PeerLine]) -> list[PeerLine]:
    """Those not heard of for longest first: they are the ones to telephone; those struck off last."""
    return sorted(peers, key=lambda one: (not one.active, -one.quiet_weeks, one.name))


def _cells(peer: PeerLine) -> tuple[object, ...]:
    last = f"{peer.last_in:%m-%d}" if peer.last_in is not None else "—"
    return peer.name, last, (peer.state, state_role(peer))


def _heard(peer: PeerLine) -> str:
    return f"最近来件 {peer.last_in:%m-%d %H:%M}" if peer.last_in is not None else "还没有来件"
