"""A complaint on its page."""

from __future__ import annotations

from app.services import mediation
from app.ui.dialogs.abuse import AssessAbuseDialog
from app.ui.dialogs.add_evidence import AddEvidenceDialog
from app.ui.dialogs.agreement import ReachAgreementDialog
from app.ui.dialogs.calculation import KeepCalculationDialog
from app.ui.dialogs.closing import CloseDialog, FileDialog, FollowUpDialog, ReplyDialog
from app.ui.dialogs.competence import DIALOGS as COMPETENCE_DIALOGS
from app.ui.dialogs.entrusting import EntrustMediationDialog, ReportEntrustedDialog
from app.ui.dialogs.execution import (
    DeclareBreachDialog,
    RecordLatePerformanceDialog,
    RecordPerformanceDialog,
    UrgeDialog,
    WaiveDialog,
)
from app.ui.dialogs.group import GROUP_DIALOGS
from app.ui.dialogs.handing import DIALOGS as HANDING_DIALOGS
from app.ui.dialogs.inquiry import (
    RecordInquiryDialog,
    ReportAppraisalDialog,
    StartAppraisalDialog,
    VoidEvidenceDialog,
)
from app.ui.dialogs.intake import DecideAcceptanceDialog, NotifyDialog, VoidDialog
from app.ui.dialogs.jurisdiction import JudgeJurisdictionDialog
from app.ui.dialogs.mediation import (
    HoldSessionDialog,
    RecordConsentDialog,
    ScheduleSessionDialog,
    TerminateDialog,
)
from app.ui.dialogs.merging import CloseMergedDialog, MergeDialog, ReplyMergedDialog, UnmergeDialog
from app.ui.dialogs.private_settlement import SettleDialog
from app.ui.dialogs.recusal import DIALOGS as RECUSAL_DIALOGS
from app.ui.dialogs.standing import DIALOGS as STANDING_DIALOGS
from app.ui.dialogs.turn_report import TurnReportDialog
from app.ui.dialogs.turns import DIALOGS as TURN_DIALOGS
from app.ui.kinds.complaint import facts, records, words
from app.ui.kinds.complaint.mark import MARK
from app.ui.kinds.complaint.signals_card import SignalsCard
from app.ui.matter import tabs
from app.ui.matter.face import KindFace, by_act

FACE = KindFace(
    mark=MARK,
    line=words.parties_line,
    facts=facts.facts,
    has_numbers=facts.has_numbers,
    steps=words.steps,
    needed=words.needed,
    basis=words.basis_of,
    idle=words.idle,
    sections=records.SECTIONS,
    tabs=(
        tabs.work("intake", "mediation", "reply"),
        tabs.evidence("inquiry"),
        tabs.papers("archive"),
        tabs.agreement("execution"),
        tabs.members(),
        tabs.similar(),
        tabs.history(),
    ),
    dialogs=by_act(
        DecideAcceptanceDialog,
        AssessAbuseDialog,
        NotifyDialog,
        VoidDialog,
        RecordInquiryDialog,
        AddEvidenceDialog,
        VoidEvidenceDialog,
        KeepCalculationDialog,
        StartAppraisalDialog,
        ReportAppraisalDialog,
        RecordConsentDialog,
        ScheduleSessionDialog,
        HoldSessionDialog,
        TerminateDialog,
        EntrustMediationDialog,
        ReportEntrustedDialog,
        ReachAgreementDialog,
        RecordPerformanceDialog,
        UrgeDialog,
        DeclareBreachDialog,
        RecordLatePerformanceDialog,
        WaiveDialog,
        *GROUP_DIALOGS,
        ReplyDialog,
        FollowUpDialog,
        CloseDialog,
        MergeDialog,
        UnmergeDialog,
        ReplyMergedDialog,
        CloseMergedDialog,
        FileDialog,
        JudgeJurisdictionDialog,
        TurnReportDialog,
        *COMPETENCE_DIALOGS,
        *STANDING_DIALOGS,
        *HANDING_DIALOGS,
        *RECUSAL_DIALOGS,
        *TURN_DIALOGS,
        SettleDialog,
    ),
    read=mediation.expired,
    cards=(SignalsCard,),
)
