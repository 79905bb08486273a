"""The dialogs of a group and of what follows an agreement, for every kind that has these acts."""

from __future__ import annotations

from app.ui.dialogs.member_lists import AddMembersDialog, PayListDialog
from app.ui.dialogs.members import (
    AmendMemberDialog,
    AskMembersDialog,
    ElectRepresentativesDialog,
    LeaveMembersDialog,
    PlanMembersDialog,
    UrgeMembersDialog,
)
from app.ui.dialogs.referral import AnswerReferralDialog, ComplainAgainDialog, ReferOnDialog

MEMBER_DIALOGS = (
    AddMembersDialog,
    AmendMemberDialog,
    LeaveMembersDialog,
    ElectRepresentativesDialog,
    PlanMembersDialog,
    AskMembersDialog,
    PayListDialog,
    UrgeMembersDialog,
)
"""The acts on the members alone, for a kind that has its own routes after the agreement."""

GROUP_DIALOGS = (
    *MEMBER_DIALOGS,
    ReferOnDialog,
    AnswerReferralDialog,
    ComplainAgainDialog,
)
