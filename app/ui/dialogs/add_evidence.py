"""Adding evidence: one item with its file, dragged in, pasted or chosen."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.services import attachments, investigation
from app.services.changes import Changes
from app.ui import theme
from app.ui.dialogs.act_dialog import ActDialog
from app.ui.dialogs.inquiry import providers
from app.ui.generated.ui_add_evidence import Ui_AddEvidenceForm
from app.ui.widgets.file_drop import FileDrop
from app.ui.widgets.labels import button, label

_KINDS = {
    ".jpg": "photo",
    ".jpeg": "photo",
    ".png": "photo",
    ".mp3": "audio",
    ".m4a": "audio",
    ".wav": "audio",
    ".mp4": "video",
}


class FilePick(QWidget):
    """The file of an item: a drop area until there is one, then its name and a way to take it off."""

    def __init__(self, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path: Path | None = None
        self.image: bytes | None = None
        self.drop = FileDrop(sentence, several=False)
        self.drop.setMinimumHeight(104)
        self._name = label("")
        self._remove = button("去掉文件", self._take_off, kind="quiet", icon="close")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.STEP * 2)
        row.addWidget(self.drop, 1)
        row.addWidget(self._name)
        row.addWidget(self._remove)
        row.addStretch(0)
        self.clear()

    def take_file(self, path: Path) -> None:
        """Show that this file goes with the item."""
        self.path, self.image = path, None
        self._show(path.name)

    def take_image(self, image: bytes) -> None:
        """A picture from the clipboard (PNG)."""
        self.path, self.image = None, image
        self._show("粘贴的图片")

    def clear(self) -> None:
        """No file."""
        self.path, self.image = None, None
        self._show("")

    def _take_off(self) -> None:
        """The button goes away with the file; the keyboard must not fall on the one that saves."""
        self.clear()
        self.drop.setFocus(Qt.FocusReason.OtherFocusReason)

    def chosen(self) -> object:
        """What stands for the choice when asking whether something was entered."""
        return self.path or self.image

    def _show(self, name: str) -> None:
        had_focus = self.drop.isAncestorOf(self.focusWidget()) or self.drop.hasFocus()
        self._name.setText(f"文件：{name}" if name else "")
        self._name.setVisible(bool(name))
        self._remove.setVisible(bool(name))
        if name and had_focus:
            self._remove.setFocus(Qt.FocusReason.OtherFocusReason)
        self.drop.setVisible(not name)


class AddEvidenceDialog(ActDialog):
    """One item of the list. `target` may be a file or a picture that was dropped on the page."""

    act = "add_evidence"
    verb = "保存证据"
    sheet = Ui_AddEvidenceForm

    def prepare(self) -> None:
        self.offer("form", "evidence_kinds")
        self.form.field("provider").set_choices(list(providers(self.view.case).items()))
        self.pick = FilePick("把照片、扫描件拖到这里，或按 Ctrl+V 粘贴图片；没有文件的实物证据可以不加")
        self.body.addWidget(self.pick)
        self.pick.drop.files_chosen.connect(lambda files: self._take(files[0]))
        self.pick.drop.image_pasted.connect(self._take)

    def prefill(self) -> dict[str, Any]:
        return {"provider": next(iter(self.view.case.PARTIES), "other"), "received_on": self.today}

    def begin(self) -> None:
        super().begin()
        if self.target is not None:
            self._take(self.target)

    def values(self) -> dict[str, Any]:
        return {**super().values(), "file": self.pick.chosen()}

    def carry_out(self, values: dict[str, Any]) -> Changes:
        office, file = self.context.office, values["file"]
        if isinstance(file, Path):
            kept = attachments.keep_file(office, file)
        elif file is not None:
            moment = office.clock.now()
            kept = attachments.keep_bytes(office, f"粘贴的图片 {moment:%Y-%m-%d %H%M%S}.png", file)
        else:
            kept = None
        return investigation.add_evidence(
            office,
            self.view.case.id,
            title=values["title"],
            form=values["form"],
            provider=values["provider"],
            received_on=values["received_on"],
            note=values["note"],
            attachment=kept,
            version=self.view.version,
        )

    def _take(self, file: object) -> None:
        if isinstance(file, Path):
            self.pick.take_file(file)
            self._suggest(file.stem[:100], _KINDS.get(file.suffix.lower(), ""))
        elif isinstance(file, bytes):
            self.pick.take_image(file)
            self._suggest("", "photo")

    def _suggest(self, title: str, kind: str) -> None:
        for field, words in (("title", title), ("form", kind)):
            if words and not self.form.field(field).value():
                self.form.field(field).set_value(words)
