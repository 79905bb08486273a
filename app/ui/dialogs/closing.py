"""回复、回访、结案、归档."""

from __future__ import annotations

from typing import Any

from app.domain.kinds.complaint.events import CaseClosed, CaseFiled, Replied
from app.domain.matter.checks import UNSATISFIED
from app.services import casefile, papers, reply
from app.services.changes import Changes
from app.services.history.words import party
from app.ui.dialogs.act_dialog import ActDialog
from app.ui.dialogs.reply_words import closing_text, reply_text
from app.ui.generated.ui_close import Ui_CloseForm
from app.ui.generated.ui_file_case import Ui_FileCaseForm
from app.ui.generated.ui_follow_up import Ui_FollowUpForm
from app.ui.generated.ui_reply import Ui_ReplyForm


class ReplyDialog(ActDialog):
    """Answering the complainant or the body that sent the case."""

    act = "reply"
    verb = "保存回复"
    sheet = Ui_ReplyForm
    least_width = 760
    keeps_draft = True

    def prepare(self) -> None:
        case = self.view.case
        names = {**case.party_names(), "source": case.origin.source if case.origin else ""}
        due = [(who, f"{party(self.view.kind, who)} {names[who]}".strip()) for who in case.replies_due()]
        self.form.field("to").set_choices(due, across=True)
        self.offer("method", "notice_methods")
        self.offer("result", "notice_results")
        self.form.field("to").changed.connect(self._on_to)

    def prefill(self) -> dict[str, Any]:
        due = self.view.case.replies_due()
        return {
            "to": due[0] if due else "",
            "on": self.today,
            "by": self.operator,
            "text": reply_text(self.view.case),
            "result": "reached",
        }

    def carry_out(self, values: dict[str, Any]) -> Changes:
        return self.record(
            Replied(
                to=values["to"],
                on=values["on"],
                method=values["method"],
                by=values["by"],
                text=values["text"],
                result=values["result"],
            )
        )

    def _on_to(self) -> None:
        """The platform is answered in the platform, a person by telephone."""
        to = self.form.field("to").value()
        self.form.field("method").set_value("internet" if to == "source" else "phone")


class FollowUpDialog(ActDialog):
    """回访. An unsatisfied complainant sends the case back."""

    act = "follow_up"
    verb = "保存回访"
    purpose = "不满意的，案件退回重新办理一轮"
    sheet = Ui_FollowUpForm

    def prepare(self) -> None:
        self.form.field("reached").set_choices([("yes", "联系上了"), ("no", "没有联系上")], across=True)
        self.offer("satisfaction", "satisfaction")
        self.offer("method", "notice_methods")
        for name in ("reached", "satisfaction"):
            self.form.field(name).changed.connect(self._on_answer)

    def prefill(self) -> dict[str, Any]:
        return {"reached": "yes", "on": self.today, "method": "phone", "by": self.operator}

    def begin(self) -> None:
        super().begin()
        self._on_answer()

    def carry_out(self, values: dict[str, Any]) -> Changes:
        reached = values["reached"] == "yes"
        return reply.follow_up(
            self.context.office,
            self.view.case.id,
            on=values["on"],
            method=values["method"],
            by=values["by"],
            reached=reached,
            satisfaction=values["satisfaction"] if reached else "",
            text=values["text"],
            no_return_reason=values["no_return_reason"] if reached else "",
            version=self.view.version,
        )

    def _on_answer(self) -> None:
        reached = self.form.field("reached").value() == "yes"
        unsatisfied = reached and self.form.field("satisfaction").value() == UNSATISFIED
        self.form.row("satisfaction").setVisible(reached)
        self.form.row("no_return_reason").setVisible(unsatisfied and self.view.case.round > 1)
        if unsatisfied:
            self.banner.show_warning(
                f"保存后案件退回重新办理，进入第 {self.view.case.round + 1} 轮；"
                "投诉人的意见写在下面，作为退回的理由。"
            )
        else:
            self.banner.clear()
        self.fit()


class LastLookDialog(ActDialog):
    """A dialog at the end of a case: names the papers nobody has made, while they still can be."""

    def begin(self) -> None:
        super().begin()
        missing = papers.missing(self.context.office, self.view)
        if missing:
            self.banner.show_warning(f"还没有制作：{'、'.join(missing)}。需要存档的，先到“文书”里制作。")
            self.fit()


class CloseDialog(LastLookDialog):
    """结案."""

    act = "close"
    verb = "结案"
    sheet = Ui_CloseForm

    def prefill(self) -> dict[str, Any]:
        return {"on": self.today, "by": self.operator, "summary": closing_text(self.view.case)}

    def carry_out(self, values: dict[str, Any]) -> Changes:
        return self.record(CaseClosed(on=values["on"], summary=values["summary"], by=values["by"]))


class FileDialog(LastLookDialog):
    """归档."""

    act = "file"
    verb = "归档"
    sheet = Ui_FileCaseForm

    def prepare(self) -> None:
        self.offer("retention", "retention")

    def prefill(self) -> dict[str, Any]:
        return {
            "on": self.today,
            "volume": self.view.case.number,
            "retention": "d10",
            "pages": None,
            "by": self.operator,
        }

    def begin(self) -> None:
        """The number of pages is that of the file as it would be bound now, unless one is typed first."""
        super().begin()
        office, case_id = self.context.office, self.view.case.id
        self.context.tasks.run_heavy(
            self,
            lambda progress: casefile.page_count(office, case_id, progress.report),
            self._offer_pages,
            lambda problem: self.banner.show_warning(f"卷内页数没有算出来，请自己填写：{problem.message}"),
        )

    def _offer_pages(self, pages: int) -> None:
        field = self.form.field("pages")
        if field.value() in (None, ""):
            field.set_value(pages)
            self._start["pages"] = field.value()

    def carry_out(self, values: dict[str, Any]) -> Changes:
        return self.record(
            CaseFiled(
                on=values["on"],
                volume=values["volume"],
                retention=values["retention"],
                pages=values["pages"],
                by=values["by"],
            )
        )
