"""The state of a report: what is known of it, who has to be told what, since when its period runs."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar, Self

import msgspec

from app.domain.kinds.report.events import (
    CheckExtended,
    CompetenceDenied,
    DisclosureAllowed,
    IdentityViewed,
    NewFactsAdded,
    OpeningDecided,
    ReceiptRecorded,
    RepeatConfirmed,
    ReportConcluded,
    ReportTransferred,
    ResultNoticeJudged,
    TestingEnded,
    TestingStarted,
)
from app.domain.kinds.report.facts import Clue, Reporter
from app.domain.kinds.report.identity import blotted, shown_name
from app.domain.matter.facts import Business
from app.domain.matter.merged import lead_of
from app.domain.matter.state import Matter

PHASES: dict[str, str] = {
    "registered": "待核查",
    "opened": "已立案",
    "not_opened": "不予立案",
    "concluded": "已有处理结果",
    "repeated": "重复举报",
    "elsewhere": "不归本局管辖",
    "transferred": "已移送",
    "closed": "已结案",
    "filed": "已归档",
    "void": "已作废",
}
TESTS: dict[str, str] = {
    "measurement": "检测",
    "inspection": "检验",
    "quarantine": "检疫",
    "appraisal": "鉴定",
    "recognition": "权利人辨认",
}
"""What stands outside the period (市场监督管理行政处罚程序规定第18条)."""
RESULTS: dict[str, str] = {
    "penalty": "行政处罚",
    "no_penalty": "不予行政处罚",
    "dropped": "撤销案件或者终止",
    "transferred": "移送其他机关",
    "other": "其他处理",
}
TRANSFERS: dict[str, str] = {"police": "公安机关", "department": "其他有权处理的部门"}


class Testing(msgspec.Struct, kw_only=True):
    started: TestingStarted
    ended: TestingEnded | None = None


class Extension(msgspec.Struct, frozen=True, kw_only=True):
    """An approved extension and the start of the period it lengthens."""

    event: CheckExtended
    counted_from: dt.date


class Report(Matter, kw_only=True):
    """Everything known of one report. `counted_from` is the day the period of 核查 is counted from.

    `reporter` is sealed: nothing but `services/reporters.py` may show it.
    """

    PARTIES: ClassVar[dict[str, str]] = {"reporter": "举报人", "respondent": "被举报人"}
    SEALED: ClassVar[frozenset[str]] = frozenset({"reporter"})

    kind: str = "report"
    reporter: Reporter = Reporter()
    respondent: Business = Business()
    clue: Clue = Clue()
    discovered: bool = False
    counted_from: dt.date | None = None
    tests: list[Testing] = []
    extensions: list[Extension] = []
    receipt: ReceiptRecorded | None = None
    added: list[NewFactsAdded] = []
    opening: OpeningDecided | None = None
    past_openings: list[OpeningDecided] = []
    result: ReportConcluded | None = None
    judged: ResultNoticeJudged | None = None
    repeat: RepeatConfirmed | None = None
    denied: CompetenceDenied | None = None
    transfers: list[ReportTransferred] = []
    disclosure: DisclosureAllowed | None = None
    looks: list[IdentityViewed] = []

    def party_names(self) -> dict[str, str]:
        """The reporter as everybody may read, 被举报人 by name."""
        return {
            "reporter": shown_name(self.reporter, discovered=self.discovered),
            "respondent": self.respondent.name,
        }

    def true_names(self) -> dict[str, str]:
        """With the reporter's own name, for a paper addressed to them."""
        name = self.reporter.name if self.reporter.named else self.party_names()["reporter"]
        return self.party_names() | {"reporter": name}

    def party_contact(self, party: str) -> tuple[str, str]:
        """Telephone number and address of 被举报人; those of the reporter are sealed."""
        return (self.respondent.phone, self.respondent.address) if party == "respondent" else ("", "")

    def without_secrets(self) -> Self:
        """A copy without the reporter, their name blotted out of what they told."""
        clue = msgspec.structs.replace(
            self.clue,
            subject=self.open_text(self.clue.subject),
            place=self.open_text(self.clue.place),
            facts=self.open_text(self.clue.facts),
        )
        bare = Reporter(anonymous=self.reporter.anonymous)
        return msgspec.structs.replace(self, reporter=bare, clue=clue)

    def open_text(self, text: str) -> str:
        """A text of this case without the reporter's identity."""
        return blotted(text, self.reporter)

    def testing(self) -> Testing | None:
        """The test whose finding is still awaited."""
        return next((one for one in self.tests if one.ended is None), None)

    def extension(self) -> CheckExtended | None:
        """The extension of the period that runs now."""
        for one in reversed(self.extensions):
            if one.counted_from == self.counted_from:
                return one.event
        return None

    def department_transfer(self) -> ReportTransferred | None:
        """The transfer that ended the report here."""
        return next((one for one in self.transfers if one.to == "department"), None)

    def checked_on(self) -> dt.date | None:
        """The day the check came to its end: decided, repeated, denied, transferred, fed back or merged.

        Merged with new facts it goes on in the earlier report, whose period begins anew (办法第35条).
        """
        transfer, fed_back, lead = self.department_transfer(), self.competence.fed_back, lead_of(self)
        days = [
            self.opening.decided_on if self.opening else None,
            self.repeat.on if self.repeat else None,
            self.denied.on if self.denied else None,
            transfer.on if transfer else None,
            fed_back.on if fed_back else None,
            lead.on if lead else None,
        ]
        return min((day for day in days if day is not None), default=None)

    def decided_on(self, matter: str) -> dt.date | None:
        """The day of the decision a notice tells of."""
        transfer = self.department_transfer()
        days = {
            "opening": self.opening.decided_on if self.opening else None,
            "result": self.judged.on if self.judged else None,
            "competence": self.denied.on if self.denied else transfer.on if transfer else None,
        }
        return days.get(matter)

    def notices_due(self) -> list[tuple[str, str]]:
        """What a named reporter must be told: 立案与否 (暂行办法第31条), 管辖 (第34条), 结果 (第36条)."""
        if not self.reporter.named or self.phase in ("closed", "filed", "void"):
            return []
        owed = []
        # 办法 of 2026 no longer knows the notice of 立案 to a named reporter.
        if self.opening is not None and self.rule_set == "R2020":
            owed.append("opening")
        if self.denied is not None or self.department_transfer() is not None:
            owed.append("competence")
        if self.judged is not None and self.judged.owed:
            owed.append("result")
        return [(matter, "reporter") for matter in owed if not self._told(matter)]

    def _told(self, matter: str) -> bool:
        """Told, or sent to the address given and returned: nothing more can be done."""
        since = self.decided_on(matter)
        return any(
            n.matter == matter
            and n.party == "reporter"
            and n.result in ("reached", "returned")
            and (since is None or n.at.date() >= since)
            for n in self.notices
        )

    def replies_due(self) -> list[str]:
        """The body that sent the report waits for what came of it."""
        answered = any(r.to == "source" and r.result == "reached" for r in self.current_replies())
        waiting = self.origin is not None and bool(self.origin.source) and not answered
        ended = self.phase in ("not_opened", "concluded", "repeated", "elsewhere", "transferred", "opened")
        return ["source"] if waiting and ended else []
