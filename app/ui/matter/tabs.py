"""The tabs every kind may have on its page, each with the stages whose step in the bar leads to it."""

from __future__ import annotations

from app.ui.matter.agreement_tab import AgreementTab
from app.ui.matter.evidence_tab import EvidenceTab
from app.ui.matter.face import TabEntry
from app.ui.matter.history_tab import HistoryTab
from app.ui.matter.members_tab import MembersTab
from app.ui.matter.papers_tab import PapersTab
from app.ui.matter.similar_tab import SimilarTab
from app.ui.matter.work_tab import WorkTab


def work(*stages: str) -> TabEntry:
    """办理: the next step and what was done. Must be the first tab."""
    return TabEntry(id="work", title="办理", make=lambda _context: WorkTab(), stages=stages)


def evidence(*stages: str) -> TabEntry:
    """证据, for a kind with the acts add_evidence and void_evidence."""
    return TabEntry(
        id="evidence",
        title="证据",
        make=lambda _context: EvidenceTab(),
        count=lambda shown: len(shown.case.live_evidence()),
        stages=stages,
    )


def papers(*stages: str) -> TabEntry:
    """文书."""
    return TabEntry(
        id="papers",
        title="文书",
        make=PapersTab,
        count=lambda shown: len(shown.case.papers),
        stages=stages,
    )


def agreement(*stages: str) -> TabEntry:
    """协议与履行, for a kind that is settled (agreement, promises, past_agreements)."""
    return TabEntry(id="agreement", title="协议与履行", make=lambda _context: AgreementTab(), stages=stages)


def members(*stages: str) -> TabEntry:
    """成员, for a kind that can be a group's."""
    return TabEntry(
        id="members",
        title="成员",
        make=MembersTab,
        count=lambda shown: len(shown.case.present_members()),
        stages=stages,
    )


def similar(*stages: str) -> TabEntry:
    """类似案件: past ones with their outcome and amounts, for any kind with a category."""
    return TabEntry(id="similar", title="类似案件", make=SimilarTab, stages=stages)


def history(*stages: str) -> TabEntry:
    """经过."""
    return TabEntry(
        id="history",
        title="经过",
        make=lambda _context: HistoryTab(),
        count=lambda shown: len(shown.history),
        stages=stages,
    )
