"""A petition on its page."""

from __future__ import annotations

from app.ui.dialogs import petition_decisions, petition_handling
from app.ui.dialogs.add_evidence import AddEvidenceDialog
from app.ui.dialogs.agreement import ReachAgreementDialog
from app.ui.dialogs.closing import CloseDialog, FileDialog, ReplyDialog
from app.ui.dialogs.execution import DeclareBreachDialog, RecordPerformanceDialog, UrgeDialog
from app.ui.dialogs.handing import DIALOGS as HANDING_DIALOGS
from app.ui.dialogs.inquiry import RecordInquiryDialog, VoidEvidenceDialog
from app.ui.dialogs.intake import NotifyDialog, VoidDialog
from app.ui.dialogs.mediation import HoldSessionDialog, RecordConsentDialog, ScheduleSessionDialog
from app.ui.kinds.petition import facts, records, words
from app.ui.kinds.petition.mark import MARK
from app.ui.matter import tabs
from app.ui.matter.face import KindFace, by_act

FACE = KindFace(
    mark=MARK,
    line=facts.line,
    facts=facts.facts,
    has_numbers=facts.has_numbers,
    steps=words.steps,
    needed=words.needed,
    basis=words.basis,
    idle=words.idle,
    sections=records.SECTIONS,
    tabs=(
        tabs.work("intake", "decision", "answer", "review"),
        tabs.evidence("inquiry"),
        tabs.papers("archive"),
        tabs.agreement("mediation"),
        tabs.similar(),
        tabs.history(),
    ),
    dialogs=by_act(
        *petition_decisions.DIALOGS,
        *petition_handling.DIALOGS,
        NotifyDialog,
        VoidDialog,
        RecordInquiryDialog,
        AddEvidenceDialog,
        VoidEvidenceDialog,
        RecordConsentDialog,
        ScheduleSessionDialog,
        HoldSessionDialog,
        ReachAgreementDialog,
        RecordPerformanceDialog,
        UrgeDialog,
        DeclareBreachDialog,
        ReplyDialog,
        CloseDialog,
        FileDialog,
        *HANDING_DIALOGS,
    ),
)
