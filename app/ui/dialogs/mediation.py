"""调解: consent, arranging a session, writing it down, ending without agreement."""

from __future__ import annotations

import datetime as dt
from typing import Any

from app.domain.kinds.complaint.events import ConsentRecorded, MediationTerminated
from app.domain.kinds.complaint.state import Complaint
from app.domain.rules import RuleSet
from app.domain.settlement.state import Settled
from app.services import abuse, mediation, rulebook
from app.services.changes import Changes
from app.services.mediation import Told
from app.services.timeline import OUTCOMES
from app.ui.dialogs.act_dialog import ActDialog, names_in
from app.ui.generated.ui_hold_session import Ui_HoldSessionForm
from app.ui.generated.ui_record_consent import Ui_RecordConsentForm
from app.ui.generated.ui_schedule_session import Ui_ScheduleSessionForm
from app.ui.generated.ui_terminate import Ui_TerminateForm

_SIDES = ("complainant", "respondent")
"""The rows of the form: the one who brought the matter, and the other side, whatever the kind calls them."""
_YES, _NO, _LATER = "yes", "no", "later"
_PAST = "注意：这个时间已经过去。确实是补登的可以保存，否则请改成以后的时间。"
_TOLD_ROWS = ("told_method", "told_at", "told_by")


class RecordConsentDialog(ActDialog):
    """Whether the parties agree to mediation: both in one step, or one now and one later."""

    act = "record_consent"
    verb = "保存意愿"
    purpose = "双方都同意才能调解"
    sheet = Ui_RecordConsentForm

    def prepare(self) -> None:
        answers = [(_YES, "同意调解"), (_NO, "不同意"), (_LATER, "这次没有征询")]
        names = self.view.case.party_names()
        for side, party in self._sides():
            self.form.field(side).set_choices(answers)
            self.form.row(side).setCaption(f"{self.view.case.PARTIES[party]} {names[party]}")
        self.offer("method", "notice_methods")

    def prefill(self) -> dict[str, Any]:
        known = self.view.as_a(Settled).consents
        answers = {side: _LATER if party in known else "" for side, party in self._sides()}
        return {**answers, "on": self.today, "method": "phone", "by": self.operator}

    def carry_out(self, values: dict[str, Any]) -> Changes:
        return self.record(
            *(
                ConsentRecorded(
                    party=party,
                    agrees=values[side] == _YES,
                    on=values["on"],
                    method=values["method"],
                    by=values["by"],
                    note=values["note"],
                )
                for side, party in self._sides()
                if values[side] != _LATER
            )
        )

    def _sides(self) -> list[tuple[str, str]]:
        """Rows of the form with the parties they ask; of several respondents the next one not yet asked."""
        first, *others = self.view.case.PARTIES
        known = self.view.as_a(Settled).consents
        second = next((party for party in others if party not in known), others[0])
        return list(zip(_SIDES, (first, second), strict=True))

    def submit(self) -> None:
        if all(self.form.field(side).value() == _LATER for side in _SIDES):
            self.show_invalid({"complainant": "请至少登记一方的意愿"})
            return
        super().submit()

    def show_invalid(self, problems: dict[str, str]) -> None:
        if "party" in problems:
            problems = {**problems, "complainant": problems["party"]}
        super().show_invalid(problems)


class ScheduleSessionDialog(ActDialog):
    """When, where and by whom; with the telling of both parties in the same step when it was done."""

    act = "schedule_session"
    verb = "保存安排"
    sheet = Ui_ScheduleSessionForm
    least_width = 820

    def prepare(self) -> None:
        self.offer("mode", "session_modes")
        self.offer("told_method", "notice_methods")
        self.form.field("told").changed.connect(self._on_told)
        self.form.field("at").changed.connect(self._on_time)

    def prefill(self) -> dict[str, Any]:
        case, office = self.view.as_a(Settled), self.context.office.office
        last = case.schedules[-1] if case.schedules else None
        return {
            "at": dt.datetime.combine(self._next_workday(), dt.time(9, 30), self.now.tzinfo),
            "mode": last.mode if last else "face",
            "place": last.place if last else f"{office.name}调解室",
            "mediators": "、".join(last.mediators if last else case.named_mediators() or (self.operator,)),
            "recusal_days": last.recusal_days if last else 3,
            "bring": last.bring if last else "购物凭证及其他证据材料",
            "told_method": "phone",
            "told_at": self.now,
            "told_by": self.operator,
        }

    def begin(self) -> None:
        super().begin()
        self._on_told()

    def carry_out(self, values: dict[str, Any]) -> Changes:
        told = None
        if values["told"]:
            told = Told(method=values["told_method"], at=values["told_at"], by=values["told_by"])
        return mediation.schedule_session(
            self.context.office,
            self.view.case.id,
            at=values["at"],
            place=values["place"],
            mode=values["mode"],
            mediators=names_in(values["mediators"]),
            bring=values["bring"],
            recusal_days=values["recusal_days"],
            told=told,
            version=self.view.version,
        )

    def _next_workday(self) -> dt.date:
        return self.context.office.calendar.first_workday_from(self.today + dt.timedelta(days=1))

    def _on_time(self) -> None:
        """A session that was agreed by telephone may be written down later; a slip of the year must show."""
        at = self.form.field("at").value()
        past = at is not None and at < self.now
        self.form.row("at").set_hint(_PAST if past else "")
        self.fit()

    def _on_told(self) -> None:
        for name in _TOLD_ROWS:
            self.form.row(name).setVisible(self.form.field("told").value())
        self.fit()


class HoldSessionDialog(ActDialog):
    """调解记录. The arranged session is prefilled; the text is kept as a draft while it is typed."""

    act = "hold_session"
    verb = "保存调解记录"
    sheet = Ui_HoldSessionForm
    least_width = 980
    keeps_draft = True

    def prepare(self) -> None:
        self.offer("mode", "session_modes")
        self.form.field("outcome").set_choices(list(OUTCOMES.items()), across=True)

    def prefill(self) -> dict[str, Any]:
        case = self.view.as_a(Settled)
        pending = case.pending_session()
        last = case.sessions[-1] if case.sessions else None
        earlier = pending or last
        started = pending.at if pending is not None and pending.at <= self.now else self.now
        return {
            "started_at": started,
            "ended_at": self.now if started < self.now and started.date() == self.today else None,
            "mode": pending.mode if pending else "phone" if case.ARRANGED_FIRST else "face",
            "place": earlier.place if earlier else f"{self.context.office.office.name}调解室",
            "mediators": "、".join(
                earlier.mediators if earlier else case.named_mediators() or (self.operator,)
            ),
            "recorder": self.operator,
            "attendees": "，".join(
                f"{case.PARTIES[party]} {name}" for party, name in case.party_names().items()
            ),
        }

    def carry_out(self, values: dict[str, Any]) -> Changes:
        return mediation.hold_session(
            self.context.office,
            self.view.case.id,
            started_at=values["started_at"],
            ended_at=values["ended_at"],
            place=values["place"],
            mode=values["mode"],
            mediators=names_in(values["mediators"]),
            recorder=values["recorder"],
            attendees=values["attendees"],
            text=values["text"],
            outcome=values["outcome"],
            version=self.view.version,
        )

    def _heading(self) -> str:
        case = self.view.as_a(Settled)
        pending = case.pending_session()
        number = pending.no if pending else case.next_session()
        return f"第 {number} 次调解记录"


class TerminateDialog(ActDialog):
    """终止调解 with one ground; once the period is over, that ground and its facts stand there already."""

    act = "terminate"
    verb = "终止调解"
    sheet = Ui_TerminateForm
    least_width = 760
    danger = True

    def _rules(self) -> RuleSet:
        return rulebook.rule_book(self.view.kind.rules).by_id(self.view.case.rule_set)

    def prepare(self) -> None:
        rules = self._rules()
        self.form.field("grounds").set_choices([(g.code, g.label, g.text) for g in rules.termination_grounds])
        self.form.row("grounds").setRemark(f"{rules.short_title}{rules.termination_article}")

    def prefill(self) -> dict[str, Any]:
        expired = mediation.expired(self.context.office, self.view)
        case = self.view.case
        abusive = abuse.termination_ground(case) if isinstance(case, Complaint) else None
        because = {"grounds": expired.ground, "facts": expired.facts} if expired is not None else {}
        lost = case.standing.lost()
        ground = self._rules().lost_party_ground
        if lost is not None and ground:
            because = {"grounds": ground, "facts": lost.facts}
        if abusive is not None:
            because = {"grounds": abusive.code, "facts": abusive.facts}
        return {**because, "decided_on": self.today, "by": self.operator}

    def carry_out(self, values: dict[str, Any]) -> Changes:
        return self.record(
            MediationTerminated(
                decided_on=values["decided_on"],
                grounds=(values["grounds"],),
                facts=values["facts"],
                by=values["by"],
            )
        )
