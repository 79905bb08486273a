"""The page 设置: sections at the left, the chosen one at the right."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QScrollArea, QStackedWidget

from app.services.changes import Changes
from app.ui import theme
from app.ui.context import Context
from app.ui.pages.section import Section
from app.ui.pages.settings.about import AboutSection
from app.ui.pages.settings.abuse import AbuseSection
from app.ui.pages.settings.committee import CommitteeSection
from app.ui.pages.settings.destinations import DestinationsSection
from app.ui.pages.settings.display import DisplaySection
from app.ui.pages.settings.office import OfficeSection
from app.ui.pages.settings.people import PeopleSection
from app.ui.pages.settings.phrases import PhrasesSection
from app.ui.pages.settings.promises import PromisesSection
from app.ui.pages.settings.rules import RulesSection
from app.ui.pages.system_check.backup import BackupSection
from app.ui.pages.system_check.verify import VerifySection
from app.ui.widgets.page import Page
from app.ui.workplace import Workplace

_LIST_WIDTH = 132
SECTIONS: tuple[tuple[str, str, Callable[[Context, Workplace], Section]], ...] = (
    ("office", "单位资料", OfficeSection),
    ("people", "经办人", PeopleSection),
    ("committee", "人民调解委员会", CommitteeSection),
    ("rules", "规则与日历", RulesSection),
    ("promises", "本地承诺", PromisesSection),
    ("destinations", "分类与去处", DestinationsSection),
    ("abuse", "第17条提示", AbuseSection),
    ("phrases", "常用语", PhrasesSection),
    ("display", "显示与锁定", DisplaySection),
    ("backup", "备份", BackupSection),
    ("verify", "数据校验", VerifySection),
    ("about", "关于", AboutSection),
)
"""Id, name and what makes it, in the order of the list."""


class SettingsPage(Page):
    """`opened(id)` shows a section of `SECTIONS`."""

    interests = Changes.OFFICE

    def __init__(self, context: Context, workplace: Workplace) -> None:
        super().__init__(context.bus)
        self._context = context
        self._workplace = workplace
        self._built: dict[str, Section] = {}
        self._areas: dict[str, QScrollArea] = {}
        self._list = QListWidget()
        self._list.setProperty("kind", "sections")
        self._list.setFixedWidth(_LIST_WIDTH)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setAccessibleName("设置的各部分")
        self._list.addItems([name for _id, name, _make in SECTIONS])
        self._stack = QStackedWidget()
        across = QHBoxLayout()
        across.setSpacing(theme.GAP)
        across.addWidget(self._list)
        across.addWidget(self._stack, 1)
        self.content.addLayout(across, 1)
        self._list.currentRowChanged.connect(self._show)
        self._list.setCurrentRow(0)

    def opened(self, target: object) -> None:
        """Show a section by its id."""
        ids = [name for name, _title, _make in SECTIONS]
        self._list.setCurrentRow(ids.index(str(target)))

    def section(self) -> Section:
        """The section on screen."""
        area = self._stack.currentWidget()
        assert isinstance(area, QScrollArea)
        shown = area.widget()
        assert isinstance(shown, Section)
        return shown

    def refresh(self) -> None:
        """Read the section on screen, unless something is being typed in it."""
        if not self.section().is_dirty():
            self.section().refresh()

    def show_invalid(self, problems: dict[str, str]) -> None:
        """Problems without a field of their own."""
        self.banner.show_error("；".join(problems.values()))

    def can_close(self) -> bool:
        """Particulars typed and not saved keep the window open until they are saved or given up."""
        for place, (name, title, _make) in enumerate(SECTIONS):
            section = self._built.get(name)
            if section is not None and section.is_dirty():
                self._list.setCurrentRow(place)
                self.banner.show_warning(f"“{title}”改了还没有保存。", "放弃修改", section.undo)
                return False
        return True

    def _show(self, row: int) -> None:
        name, _title, make = SECTIONS[row]
        self.banner.clear()
        if name not in self._built:
            section = make(self._context, self._workplace)
            self._built[name] = section
            area = QScrollArea()
            area.setFrameShape(QFrame.Shape.NoFrame)
            area.setWidgetResizable(True)
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            area.setWidget(section)
            self._stack.addWidget(area)
            self._areas[name] = area
        section = self._built[name]
        self._stack.setCurrentWidget(self._areas[name])
        if not section.is_dirty():
            section.refresh()
