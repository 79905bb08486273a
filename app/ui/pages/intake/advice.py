"""What the words typed point to: another kind, another department, danger. Told quietly; a person decides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.danger import Danger, highest
from app.services.alerts import Alert
from app.services.triage import Advice
from app.ui import theme
from app.ui.kinds.registry import INTAKES
from app.ui.widgets.labels import ElidedLabel, IconMark, button, label
from app.ui.widgets.text_fields import NameField

_BOTH = "complaint_and_report"
_TONES = {"attention": "warning", "danger": "danger"}


@dataclass(frozen=True)
class Hint:
    """One sentence, all there is to say of it ("" when the sentence is all), the form it would lead to."""

    text: str
    whole: str
    intake: str = ""


def hint_of(advice: Advice, now: str) -> Hint | None:
    """The one thing worth saying beside the form `now`; None when the words agree with it.

    Two lots of work (办法第9条) come first, then another kind, then what belongs elsewhere, then the channel.
    """
    offered = {entry.id: entry.label for entry in INTAKES}
    triage = advice.triage
    if triage.separate and now != _BOTH:
        where = _BOTH if _BOTH in offered else ""
        text = "既请求解决争议，又举报违法行为，应当分别处理（办法第9条）"
        return Hint(text, "\n".join((f"{text}。", *triage.remarks)), where)
    first = triage.kinds[0] if triage.kinds else None
    if first is not None and first.plain and first.kind not in (now, ""):
        both = now == _BOTH and first.kind in ("complaint", "report")
        if first.kind in offered and not both:
            reasons = [reason.sentence for reason in first.reasons]
            whole = "\n".join((f"像是{first.label}，因为：", *reasons))
            return Hint(f"像是{first.label}：{reasons[0]}", whole, first.kind)
    if triage.routes:
        route = triage.routes[0]
        text = f"可能不在这里办：{route.label}，{route.tell}"
        return Hint(text, f"{text}\n{route.reason.sentence}")
    if advice.destinations:
        place = advice.destinations[0]
        return Hint(f"可能属于{place.department.name}", "\n".join((place.sentence, *advice.duties)))
    if advice.channel:
        return Hint(advice.channel, "")
    return None


class HintLine(QWidget):
    """The hint beside the button that saves. `intake_wanted(id)`: the person agrees; `why_wanted(text)`."""

    intake_wanted = Signal(str)
    why_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hint: Hint | None = None
        self._icon = IconMark("info", parent=self)
        self.text = ElidedLabel(kind="secondary")
        self.why = button("理由", self._tell_why, kind="link")
        self.act = button("", self._agree)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.STEP * 2)
        row.addWidget(self._icon)
        row.addWidget(self.text, 1)
        row.addWidget(self.why)
        row.addWidget(self.act)
        self.show_hint(None)

    def show_hint(self, hint: Hint | None) -> None:
        """Show it, or nothing; the room stays either way."""
        if hint == self._hint and hint is not None:
            return
        self._hint = hint
        self._icon.setVisible(hint is not None)
        self._icon.show_icon("info", "info")
        self.text.setText(hint.text if hint else "")
        self.why.setVisible(bool(hint and hint.whole))
        self.text.setAccessibleDescription(hint.whole if hint else "")
        place = next((n for n, e in enumerate(INTAKES, 1) if hint and e.id == hint.intake), 0)
        self.act.setVisible(place > 0)
        if place:
            self.act.setText(f"改为{INTAKES[place - 1].label}  Alt {place}")
            self.act.setToolTip("已填的内容跟过去；由您决定")

    def _tell_why(self) -> None:
        if self._hint is not None:
            self.why_wanted.emit(self._hint.whole)

    def _agree(self) -> None:
        if self._hint is not None and self._hint.intake:
            self.intake_wanted.emit(self._hint.intake)


class DangerStrip(QWidget):
    """Words of danger, what to do first, and who was told: recorded with the registration.

    `appeared()`: it takes room from the form now.
    """

    appeared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = QFrame()
        self._box.setProperty("kind", "banner")
        around = QVBoxLayout(self)
        around.setContentsMargins(16, 4, 16, 2)
        around.addWidget(self._box)
        self._dangers: tuple[Danger, ...] = ()
        self._denied: frozenset[str] = frozenset()
        self._proposed = ""
        self._icon = IconMark("warning", parent=self)
        self.text = label("", wrap=True)
        self.told = NameField(limit=60)
        self.told.setAccessibleName("已告知的负责人")
        self.told.setMaximumWidth(200)
        self._phone = label("", "note")
        self.deny = button("不是危险，不记警示", self._deny, kind="link")
        under = QHBoxLayout()
        under.setSpacing(theme.STEP * 2)
        for part in (label("已告知", "label"), self.told, self._phone):
            under.addWidget(part)
        under.addStretch(1)
        under.addWidget(self.deny)
        words = QVBoxLayout()
        words.setSpacing(theme.STEP)
        words.addWidget(self.text)
        words.addLayout(under)
        row = QHBoxLayout(self._box)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(theme.STEP * 2)
        row.addWidget(self._icon)
        row.addLayout(words, 1)
        self.hide()

    def show_dangers(self, found: Sequence[Danger], person: str, phone: str) -> None:
        """Show them; those a person said are none stay away until the form is a new one."""
        dangers = tuple(one for one in found if one.id not in self._denied)
        if self.told.value() in ("", self._proposed):
            self.told.set_value(person)
            self._proposed = person
        if dangers == self._dangers:
            return
        self._dangers = dangers
        self.setVisible(bool(dangers))
        if not dangers:
            return
        tone = _TONES[highest(dangers)]
        theme.style(self._box, tone=tone)
        self._icon.show_icon("warning", tone)
        sentences = "\n".join(one.sentence for one in dangers)
        self.text.setText(f"{sentences}\n请马上告知负责人；保存时记下警示和告知的人。")
        self._phone.setText(phone)
        self.setAccessibleName(f"危险警示：{sentences}")
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        self.appeared.emit()

    def alert(self) -> Alert | None:
        """What is to be recorded, None when there is no danger."""
        return Alert(dangers=self._dangers, told=self.told.value()) if self._dangers else None

    def complete(self) -> bool:
        """Whether it is said who was told; else the keyboard goes there."""
        if self._dangers and not self.told.value():
            self.told.setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        return True

    def forget(self) -> None:
        """Another form begins."""
        self._denied = frozenset()
        self._dangers = ()
        self.told.set_value("")
        self._proposed = ""
        self.hide()

    def _deny(self) -> None:
        self._denied |= {one.id for one in self._dangers}
        self._dangers = ()
        self.hide()
