"""A report on its page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from app.services.casework import CaseView
from app.ui.context import Context
from app.ui.dialogs import repeats, report_check, report_outcome, reporter
from app.ui.dialogs.add_evidence import AddEvidenceDialog
from app.ui.dialogs.closing import CloseDialog, FileDialog, ReplyDialog
from app.ui.dialogs.competence import DIALOGS as COMPETENCE_DIALOGS
from app.ui.dialogs.handing import DIALOGS as HANDING_DIALOGS
from app.ui.dialogs.inquiry import RecordInquiryDialog, VoidEvidenceDialog
from app.ui.dialogs.intake import NotifyDialog, VoidDialog
from app.ui.dialogs.jurisdiction import JudgeJurisdictionDialog
from app.ui.dialogs.merging import CloseMergedDialog, UnmergeDialog
from app.ui.kinds.report import facts, records, words
from app.ui.kinds.report.mark import MARK
from app.ui.matter import tabs
from app.ui.matter.face import KindFace, by_act


def uncover(context: Context, view: CaseView, window: Any, then: Callable[[], None]) -> None:
    """A look behind the seal: asked for with a reason, written down, then shown."""
    dialog = reporter.ViewIdentityDialog(context, view, None, window)
    dialog.seen.connect(then)
    dialog.recorded.connect(context.saved)
    dialog.begin()


FACE = KindFace(
    mark=MARK,
    line=words.line,
    facts=facts.facts,
    has_numbers=facts.has_numbers,
    steps=words.steps,
    needed=words.needed,
    idle=words.idle,
    sections=records.SECTIONS,
    tabs=(
        tabs.work("intake", "decision", "result"),
        tabs.evidence("check"),
        tabs.papers("archive"),
        tabs.similar(),
        tabs.history(),
    ),
    dialogs=by_act(
        NotifyDialog,
        VoidDialog,
        RecordInquiryDialog,
        AddEvidenceDialog,
        VoidEvidenceDialog,
        ReplyDialog,
        CloseDialog,
        CloseMergedDialog,
        UnmergeDialog,
        FileDialog,
        JudgeJurisdictionDialog,
        *COMPETENCE_DIALOGS,
        *report_check.DIALOGS,
        *report_outcome.DIALOGS,
        *repeats.DIALOGS,
        *reporter.DIALOGS,
        *HANDING_DIALOGS,
    ),
    uncover=uncover,
)
