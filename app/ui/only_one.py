"""A second start for the same data directory brings the first window forward instead of failing."""

from __future__ import annotations

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_ANSWER_WITHIN = 500
_WORD = b"show"


class OnlyOne(QObject):
    """`claim()` first; False means that another process has the place and was asked to show itself.

    `asked()`: such a request arrived here.
    """

    asked = Signal()

    def __init__(self, data_dir: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        place = str(data_dir.absolute()).encode("utf-8", "surrogatepass")
        self._name = f"yizhantong-{hashlib.sha256(place).hexdigest()[:24]}"
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)

    def claim(self) -> bool:
        """Whether this process is the first for its directory; else that one is asked to come forward."""
        if self._ask_the_other():
            return False
        # A socket file left by a crash answers nobody and may go.
        QLocalServer.removeServer(self._name)
        self._server.listen(self._name)
        return True

    def close(self) -> None:
        """Answer no more."""
        self._server.close()

    def _ask_the_other(self) -> bool:
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_ANSWER_WITHIN):
            return False
        socket.write(_WORD)
        socket.waitForBytesWritten(_ANSWER_WITHIN)
        socket.disconnectFromServer()
        return True

    def _on_connection(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            self.asked.emit()
