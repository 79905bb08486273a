"""Layers of which only the one on screen asks for room."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget


class Layers(QWidget):
    """Qt's own stack is as high as its highest layer: a short one would stand far down and scroll."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layers: list[QWidget] = []
        self._current: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def add(self, layer: QWidget) -> None:
        """Add a layer; the first is shown."""
        self._layers.append(layer)
        self._column.addWidget(layer, 1)
        layer.setVisible(self._current is None)
        self._current = self._current or layer

    def current(self) -> QWidget | None:
        """The layer on screen."""
        return self._current

    def show_layer(self, layer: QWidget) -> None:
        """Show this one instead."""
        if layer is self._current:
            return
        # The old one goes first, else both would ask for room for a moment.
        if self._current is not None:
            self._current.hide()
        self._current = layer
        layer.show()
