"""生成卷宗 in the window: what is missing is said first, three files are written, it can be stopped."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.matter.events import EvidenceAdded
from app.services import attachments, casework, report
from app.services.consultation import register_consultation
from app.services.registration import register_complaint
from app.ui.context import Context
from app.ui.dialogs.casefile import CaseFileDialog
from tests.offices import TODAY, walk_in
from tests.papers.test_casefile import picture
from tests.services.test_consultation import asked
from tests.services.test_report import form
from tests.ui.pages.case_walker import Clerk


@pytest.fixture
def clerk(qtbot: QtBot, context: Context) -> Iterator[Clerk]:
    made = Clerk(qtbot, context)
    yield made
    made.leave()


def opened(clerk: Clerk, case_id: str = "") -> CaseFileDialog:
    clerk.open(case_id)
    clerk.page.show_papers()
    tab = clerk.tab("papers")
    QTest.keyClick(tab.table, Qt.Key.Key_P, Qt.KeyboardModifier(0x06000000))
    clerk.rest()
    dialog = tab.casefile
    assert isinstance(dialog, CaseFileDialog)
    return dialog


def with_files(clerk: Clerk) -> str:
    case_id = register_complaint(clerk.office, walk_in()).case_id
    for no, (name, data) in enumerate([("照片.jpg", picture()), ("台账.xlsx", b"PK rows")], 1):
        file = attachments.keep_bytes(clerk.office, name, data)
        item = EvidenceAdded(
            no=no, title=name, form="photo", provider="投诉人", received_on=TODAY, attachment=file
        )
        casework.record(clerk.office, case_id, item)
    return case_id


def test_what_is_missing_is_said_before_anything_is_made(clerk: Clerk) -> None:
    dialog = opened(clerk)
    assert "还没有制作投诉登记表" in dialog.gaps.text()
    assert dialog.primary.isEnabled()
    assert dialog.primary.hasFocus()
    assert dialog.unsealed.isHidden()


def test_the_file_is_written_with_its_list_and_data(clerk: Clerk, tmp_path: Path) -> None:
    dialog = opened(clerk, with_files(clerk))
    out = tmp_path / "青投〔2026〕1号-卷宗.pdf"
    dialog.make(out)
    clerk.rest()
    assert sorted(path.name for path in tmp_path.glob("青投*")) == [
        "青投〔2026〕1号-卷宗-移交清单.pdf",
        "青投〔2026〕1号-卷宗.json",
        "青投〔2026〕1号-卷宗.pdf",
    ]
    assert "卷宗已保存" in dialog.banner.text()
    assert "台账.xlsx（无法并入：不是图片或 PDF）" in dialog.gaps.text()
    assert dialog.cancel_button.text() == "关闭"
    assert dialog.cancel_button.hasFocus()
    dialog.reject()
    clerk.qtbot.waitUntil(lambda: clerk.tab("papers").casefile is None)


def test_stopping_leaves_no_file(clerk: Clerk, tmp_path: Path) -> None:
    dialog = opened(clerk, with_files(clerk))
    dialog.make(tmp_path / "x.pdf")
    clerk.qtbot.waitUntil(lambda: not dialog.progress.isHidden())
    dialog.reject()
    clerk.rest()
    assert list(tmp_path.glob("x*")) == []
    assert dialog.isVisible()
    assert dialog.primary.isEnabled()


def test_a_disk_that_refuses_is_explained(clerk: Clerk, tmp_path: Path) -> None:
    dialog = opened(clerk)
    dialog.make(tmp_path / "no such folder" / "x.pdf")
    clerk.rest()
    assert "找不到这个位置" in dialog.banner.text()
    assert dialog.primary.isEnabled()


def test_a_sealed_case_asks_whether_to_take_it_in(clerk: Clerk) -> None:
    dialog = opened(clerk, report.register_report(clerk.office, form()).case_id)
    assert not dialog.unsealed.isHidden()
    assert not dialog.unsealed.value()


def test_filing_offers_the_pages_of_the_file(clerk: Clerk) -> None:
    clerk.open(register_consultation(clerk.office, asked()).case_id)
    clerk.start("file")
    clerk.rest()
    assert clerk.dialog.form.field("pages").value() == 1
    clerk.save()
    assert clerk.case.phase == "filed"
