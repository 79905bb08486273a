"""Six groups of a fingerprint, typed while somebody reads them out by phone; each wrong group is named."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QWidget

from app.ui.widgets.text_fields import NameField

GROUPS, GROUP = 6, 4
_HEX = frozenset("0123456789ABCDEF")


def groups_of(text: str) -> list[str]:
    """The letters of a typed fingerprint in groups of four, whatever stood between them."""
    letters = "".join(text.split()).replace("-", "").upper()
    return [letters[at : at + GROUP] for at in range(0, len(letters), GROUP)]


def compared(text: str, expected: str) -> str:
    """What to say while it is typed: nothing yet, how far it agrees, or which group does not."""
    typed = groups_of(text)
    if not typed:
        return ""
    if any(letter not in _HEX for group in typed for letter in group):
        return "指纹里只有数字 0–9 和字母 A–F，请再听一遍。"
    for at, (one, other) in enumerate(zip(typed, groups_of(expected), strict=False), 1):
        if not other.startswith(one):
            return f"第 {at} 组对不上，请让对方把这一组再念一遍。"
    if len(typed) > GROUPS:
        return "多了几位，指纹只有 6 组。"
    whole = len(typed) == GROUPS and len(typed[-1]) == GROUP
    return "6 组都对上了。" if whole else f"前 {sum(len(one) == GROUP for one in typed)} 组对上了。"


class FingerprintField(NameField):
    """`expected` is never shown: it must be heard from the other side, not copied from the file."""

    hint_changed = Signal(str)

    def __init__(self, expected: str, parent: QWidget | None = None) -> None:
        super().__init__(60, "对方念一组，键入一组，如 4F2A 91C0 …", parent)
        self._expected = expected
        fixed = QFont(self.font())
        fixed.setFamilies(
            [*QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).families(), *fixed.families()]
        )
        self.setFont(fixed)
        self.textEdited.connect(self._regroup)
        self.changed.connect(lambda: self.hint_changed.emit(compared(self.text(), self._expected)))

    def problem(self) -> str:
        """Told when the field is left with something else than six groups that agree."""
        if not self.value():
            return "请打电话请对方念出指纹，键入这里"
        if groups_of(self.value()) != groups_of(self._expected):
            return compared(self.text(), self._expected).replace("对上了。", "对上了，还没有键完。")
        return ""

    def _regroup(self, text: str) -> None:
        """Capital letters in groups while typing at the end; in the middle the hand is not disturbed."""
        if self.cursorPosition() == len(text) and not text.endswith(" "):
            self.setText(" ".join(groups_of(text)))
