"""并案 on screen: proposed, chosen by the keyboard, shown on both cases, undone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.domain.matter.merged import lead_of
from app.services import case_merging
from app.services.registration import register_complaint
from app.ui.context import Context
from app.ui.dialogs.merging import BY_NUMBER, FROM, INTO
from tests.offices import walk_in
from tests.services.test_case_merging import ORDER, two
from tests.ui.pages.case_walker import Clerk


@pytest.fixture
def clerk(qtbot: QtBot, context: Context) -> Iterator[Clerk]:
    made = Clerk(qtbot, context)
    yield made
    made.leave()


def texts(clerk: Clerk) -> str:
    return "\n".join(part.text() for part in clerk.page.findChildren(QLabel))


def test_the_likely_case_is_proposed_and_shown_afterwards(clerk: Clerk) -> None:
    lead, order = two(clerk.office)
    clerk.open(order)
    dialog = clerk.start("merge")
    clerk.rest()
    assert dialog.form.field("other").value() == lead
    assert dialog.form.field("direction").value() == INTO
    assert dialog.form.row("number").isHidden()
    clerk.fill(reason="同一争议")
    clerk.save()
    tie = lead_of(clerk.case)
    assert tie is not None
    assert tie.other == lead
    assert "已并入，同一争议" in texts(clerk)
    reasons = {one.name: one.reason for one in clerk.page.shown.view.choices}  # type: ignore[union-attr]
    assert "已并入消投〔2026〕1号，请在主办案件办理" in reasons["record_inquiry"]
    clerk.open(lead)
    assert "并入本案的，同一争议" in texts(clerk)


def test_another_case_is_named_by_its_number(clerk: Clerk) -> None:
    other = register_complaint(clerk.office, walk_in(origin=ORDER)).case_id
    own = register_complaint(clerk.office, walk_in()).case_id
    clerk.open(own)
    clerk.start("merge")
    clerk.rest()
    clerk.fill(other=BY_NUMBER, number="消投〔2026〕99号", direction=FROM, reason="同一争议")
    assert "没有编号为" in clerk.refused()
    clerk.fill(number="消投〔2026〕1号")
    clerk.save()
    assert [link.other for link in clerk.case.links] == [other]
    assert lead_of(clerk.case) is None


def test_it_is_undone_from_either_side(clerk: Clerk) -> None:
    lead, order = two(clerk.office)
    case_merging.merge(clerk.office, order, lead, "同一争议")
    for side in (lead, order):
        clerk.open(side)
        dialog = clerk.start("unmerge")
        assert dialog.form.field("absorbed").value() == order
        clerk.fill(reason="不是同一件")
        clerk.save()
        assert clerk.case.links == []
        case_merging.merge(clerk.office, order, lead, "同一争议")


def test_the_source_of_an_absorbed_case_is_answered_there(clerk: Clerk) -> None:
    lead, order = two(clerk.office)
    case_merging.merge(clerk.office, order, lead, "同一争议")
    clerk.open(order)
    dialog = clerk.start("reply_merged")
    assert dialog.form.field("text").value() == "本件与消投〔2026〕1号是同一争议，已并案办理。"
    clerk.fill(to="source")
    clerk.save()
    assert [reply.to for reply in clerk.case.replies] == ["source"]
    clerk.start("close_merged")
    assert "还没有办结" in clerk.refused()
