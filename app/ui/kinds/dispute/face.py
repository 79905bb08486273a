"""A dispute on its page."""

from __future__ import annotations

from app.ui.dialogs.add_evidence import AddEvidenceDialog
from app.ui.dialogs.closing import CloseDialog, FileDialog, ReplyDialog
from app.ui.dialogs.dispute_court import DIALOGS as COURT
from app.ui.dialogs.dispute_keeping import DIALOGS as KEEPING
from app.ui.dialogs.dispute_start import DIALOGS as START
from app.ui.dialogs.execution import RecordPerformanceDialog, UrgeDialog
from app.ui.dialogs.group import MEMBER_DIALOGS
from app.ui.dialogs.handing import DIALOGS as HANDING_DIALOGS
from app.ui.dialogs.inquiry import RecordInquiryDialog, VoidEvidenceDialog
from app.ui.dialogs.intake import NotifyDialog, VoidDialog
from app.ui.dialogs.mediation import (
    HoldSessionDialog,
    RecordConsentDialog,
    ScheduleSessionDialog,
    TerminateDialog,
)
from app.ui.kinds.dispute import facts, records, words
from app.ui.kinds.dispute.mark import MARK
from app.ui.matter import tabs
from app.ui.matter.face import KindFace, by_act

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
        tabs.work("intake", "preparation", "mediation"),
        tabs.evidence(),
        tabs.papers("archive"),
        tabs.agreement("agreement", "execution"),
        tabs.members(),
        tabs.history(),
    ),
    dialogs=by_act(
        *START,
        NotifyDialog,
        RecordInquiryDialog,
        AddEvidenceDialog,
        VoidEvidenceDialog,
        RecordConsentDialog,
        ScheduleSessionDialog,
        HoldSessionDialog,
        TerminateDialog,
        *KEEPING,
        *COURT,
        *MEMBER_DIALOGS,
        RecordPerformanceDialog,
        UrgeDialog,
        ReplyDialog,
        CloseDialog,
        FileDialog,
        VoidDialog,
        *HANDING_DIALOGS,
    ),
)
