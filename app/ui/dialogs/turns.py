"""Wrong turns: withdrawn, taken up again, a mistyped date or amount put right, respondents more or less."""

from __future__ import annotations

from typing import Any

from app.domain.kinds.complaint.checks import WAYS_OF_WITHDRAWING
from app.domain.kinds.complaint.facts import Respondent
from app.domain.kinds.complaint.respondents import RespondentAdded, RespondentWithdrawn
from app.domain.kinds.complaint.state import Complaint
from app.domain.matter.intake import tidy_business
from app.domain.matter.state import next_no
from app.domain.matter.turns import PAYMENT, CaseReopened
from app.services import turns
from app.services.changes import Changes
from app.ui.dialogs.act_dialog import ActDialog
from app.ui.generated.ui_add_respondent import Ui_AddRespondentForm
from app.ui.generated.ui_correct import Ui_CorrectForm
from app.ui.generated.ui_party_reasoned import Ui_PartyReasonedForm
from app.ui.generated.ui_reasoned import Ui_ReasonedForm
from app.ui.generated.ui_withdraw import Ui_WithdrawForm


class WithdrawDialog(ActDialog):
    """撤回 or 自行和解."""

    act = "withdraw"
    verb = "保存"
    sheet = Ui_WithdrawForm
    danger = True

    def prepare(self) -> None:
        self.form.field("way").set_choices(list(WAYS_OF_WITHDRAWING.items()))
        self.offer("method", "notice_methods")

    def prefill(self) -> dict[str, Any]:
        return {"method": "in_person", "on": self.today, "by": self.operator}

    def begin(self) -> None:
        super().begin()
        if self.view.case.phase == "accepted":
            self.banner.show_info("已经受理：保存后依办法第23条第一项终止调解，终止决定应当告知双方。")
        else:
            self.banner.show_info("还没有受理：保存后本件不再审查，回复来件单位后可以结案。")
        self.fit()

    def carry_out(self, values: dict[str, Any]) -> Changes:
        return turns.withdraw(self.context.office, self.view.case.id, **values, version=self.view.version)


class ReopenDialog(ActDialog):
    """A closed or filed case is taken up again."""

    act = "reopen"
    verb = "重新办理"
    purpose = "进入下一轮办理；原来的结案和归档记录保留，期限不重新计算"
    sheet = Ui_ReasonedForm

    def prefill(self) -> dict[str, Any]:
        return {"on": self.today, "by": self.operator}

    def carry_out(self, values: dict[str, Any]) -> Changes:
        return self.record(CaseReopened(**values))


class CorrectDialog(ActDialog):
    """One date or amount; the old one stays in the history."""

    act = "correct"
    verb = "保存更正"
    purpose = "原来的内容保留在经过里，金额合计和期限随之重算"
    sheet = Ui_CorrectForm

    def prepare(self) -> None:
        self._found = {one.key: one for one in turns.correctable(self.view.case)}
        self.form.field("what").set_choices([(key, one.shown) for key, one in self._found.items()])
        self.form.field("what").changed.connect(self._on_what)

    def prefill(self) -> dict[str, Any]:
        return {"by": self.operator}

    def begin(self) -> None:
        super().begin()
        self._on_what()

    def carry_out(self, values: dict[str, Any]) -> Changes:
        return turns.correct(
            self.context.office,
            self.view.case.id,
            self._found[values["what"]],
            values[self._row(values["what"])],
            reason=values["reason"],
            by=values["by"],
            version=self.view.version,
        )

    def show_invalid(self, problems: dict[str, str]) -> None:
        if "new" in problems:
            row = self._row(self.form.field("what").value())
            problems = {**{k: v for k, v in problems.items() if k != "new"}, row: problems["new"]}
        super().show_invalid(problems)

    def _on_what(self) -> None:
        wanted = self._row(self.form.field("what").value())
        for name in ("amount", "day", "moment"):
            self.form.row(name).setVisible(name == wanted)
        self.fit()

    def _row(self, key: str) -> str:
        """The row the corrected value is typed into."""
        found = self._found.get(key)
        if found is None:
            return ""
        if found.record != PAYMENT:
            return "moment"
        return "amount" if found.field == "amount" else "day"


class AddRespondentDialog(ActDialog):
    """One more business on the other side: asked and told for itself."""

    act = "add_respondent"
    verb = "追加"
    purpose = "同一争议的另一个经营者；以后分别征询、分别告知"
    sheet = Ui_AddRespondentForm
    least_width = 760

    def prefill(self) -> dict[str, Any]:
        return {"on": self.today, "by": self.operator}

    def carry_out(self, values: dict[str, Any]) -> Changes:
        case = self.view.as_a(Complaint)
        shop = {
            name.partition(".")[2]: text for name, text in values.items() if name.startswith("respondent.")
        }
        event = RespondentAdded(
            no=next_no([1, *(one.added.no for one in case.co_respondents)]),
            respondent=tidy_business(Respondent(**shop)),
            reason=values["reason"],
            on=values["on"],
            by=values["by"],
        )
        return self.record(event)


class StrikeRespondentDialog(ActDialog):
    """The complaint is not upheld against one of several any more."""

    act = "strike_respondent"
    verb = "撤回"
    purpose = "只撤回对这一个被投诉人的投诉，其余继续办理"
    sheet = Ui_PartyReasonedForm

    def prepare(self) -> None:
        case = self.view.as_a(Complaint)
        self._numbers = {c.party: c.added.no for c in case.co_respondents if c.withdrawn is None}
        names = case.party_names()
        self.form.field("party").set_choices(
            [(party, f"{case.PARTIES[party]} {names[party]}") for party in self._numbers]
        )
        self.form.row("party").setCaption("被投诉人")

    def prefill(self) -> dict[str, Any]:
        return {"party": next(iter(self._numbers), ""), "on": self.today, "by": self.operator}

    def carry_out(self, values: dict[str, Any]) -> Changes:
        number = self._numbers[values["party"]]
        return self.record(
            RespondentWithdrawn(no=number, reason=values["reason"], on=values["on"], by=values["by"])
        )

    def show_invalid(self, problems: dict[str, str]) -> None:
        if "no" in problems:
            problems = {**problems, "party": problems["no"]}
            del problems["no"]
        super().show_invalid(problems)


DIALOGS = (WithdrawDialog, ReopenDialog, CorrectDialog, AddRespondentDialog, StrikeRespondentDialog)
"""Those of a complaint."""
