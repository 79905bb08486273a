"""Which dialog carries out which act of the procedure."""

from __future__ import annotations

from app.ui.dialogs.act_dialog import ActDialog
from app.ui.dialogs.add_evidence import AddEvidenceDialog
from app.ui.dialogs.agreement import ReachAgreementDialog
from app.ui.dialogs.closing import CloseDialog, FileDialog, FollowUpDialog, ReplyDialog
from app.ui.dialogs.execution import DeclareBreachDialog, RecordPerformanceDialog, UrgeDialog
from app.ui.dialogs.inquiry import (
    RecordInquiryDialog,
    ReportAppraisalDialog,
    StartAppraisalDialog,
    VoidEvidenceDialog,
)
from app.ui.dialogs.intake import DecideAcceptanceDialog, NotifyDialog, VoidDialog
from app.ui.dialogs.mediation import (
    HoldSessionDialog,
    RecordConsentDialog,
    ScheduleSessionDialog,
    TerminateDialog,
)

DIALOGS: dict[str, type[ActDialog]] = {
    dialog.act: dialog
    for dialog in (
        DecideAcceptanceDialog,
        NotifyDialog,
        VoidDialog,
        RecordInquiryDialog,
        AddEvidenceDialog,
        VoidEvidenceDialog,
        StartAppraisalDialog,
        ReportAppraisalDialog,
        RecordConsentDialog,
        ScheduleSessionDialog,
        HoldSessionDialog,
        TerminateDialog,
        ReachAgreementDialog,
        RecordPerformanceDialog,
        UrgeDialog,
        DeclareBreachDialog,
        ReplyDialog,
        FollowUpDialog,
        CloseDialog,
        FileDialog,
    )
}
"""By the name the procedure gives the act; a test holds that none is missing."""
