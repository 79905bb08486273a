"""共同投诉: acts on members of a group. `target`: a tuple of their numbers, None for all the act concerns."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from app.domain.matter.facts import Attachment
from app.domain.money import format_yuan
from app.domain.settlement.member_events import MembersConsented, RepresentativesElected
from app.domain.settlement.members import LEFT, GroupMember, Member, shared_out
from app.domain.settlement.relief import RELIEFS
from app.domain.settlement.state import Settled
from app.services import attachments, group
from app.services.changes import Changes
from app.services.execution import recovery_rule
from app.ui.dialogs.act_dialog import ActDialog
from app.ui.dialogs.add_evidence import FilePick
from app.ui.generated.ui_amend_member import Ui_AmendMemberForm
from app.ui.generated.ui_ask_members import Ui_AskMembersForm
from app.ui.generated.ui_elect_representatives import Ui_ElectRepresentativesForm
from app.ui.generated.ui_leave_members import Ui_LeaveMembersForm
from app.ui.generated.ui_plan_members import Ui_PlanMembersForm
from app.ui.widgets.labels import label

CHOSEN, FITTING, ALL = "chosen", "fitting", "all"


class MembersDialog(ActDialog):
    """An act on several members: those chosen in the list, those it is due for, or everybody."""

    fitting = "适合的"

    @property
    def case(self) -> Settled:
        """The case as this dialog saw it."""
        return self.view.as_a(Settled)

    def fits(self, one: GroupMember) -> bool:
        """Whether the act is due for this member."""
        return True

    def may(self, one: GroupMember) -> bool:
        """Whether the act can be done to this member at all."""
        return one.present()

    def choices(self) -> dict[str, tuple[int, ...]]:
        """The numbers behind each choice, those without anybody left out."""
        possible = [one for one in self.case.members if self.may(one)]
        target = self.target if isinstance(self.target, tuple) else ()
        found = {
            CHOSEN: tuple(one.member.no for one in possible if one.member.no in target),
            FITTING: tuple(one.member.no for one in possible if self.fits(one)),
            ALL: tuple(one.member.no for one in possible),
        }
        if found[FITTING] == found[ALL]:
            del found[FITTING]
        return {key: nos for key, nos in found.items() if nos}

    def prepare(self) -> None:
        self.nos = self.choices()
        captions = {CHOSEN: "名单中选中的", FITTING: self.fitting, ALL: "全部"}
        self.form.field("who").set_choices(
            [(key, f"{captions[key]} {len(nos)} 人", self._names(nos)) for key, nos in self.nos.items()]
        )

    def first(self) -> str:
        """The choice the dialog begins with."""
        return next(iter(self.nos), "")

    def _names(self, nos: tuple[int, ...]) -> str:
        first = [one.member.name for no in nos[:4] if (one := self.case.member(no)) is not None]
        return "、".join(first) + ("等" if len(nos) > 4 else "")


class LeaveMembersDialog(MembersDialog):
    """Members withdraw, or settle by themselves."""

    act = "leave_members"
    verb = "登记退出"
    purpose = "其他成员的投诉继续办理"
    sheet = Ui_LeaveMembersForm
    danger = True

    def may(self, one: GroupMember) -> bool:
        bound = self.case.phase == "agreed" and one.agrees()
        return one.present() and not bound

    def prepare(self) -> None:
        super().prepare()
        self.form.field("reason").set_choices(list(LEFT.items()), across=True)

    def prefill(self) -> dict[str, Any]:
        return {"who": CHOSEN if CHOSEN in self.nos else "", "on": self.today}

    def carry_out(self, values: dict[str, Any]) -> Changes:
        return group.leave(
            self.context.office,
            self.view.case.id,
            self.nos[values["who"]],
            on=values["on"],
            reason=values["reason"],
            note=values["note"],
            version=self.view.version,
        )

    def show_invalid(self, problems: dict[str, str]) -> None:
        super().show_invalid({("who" if path == "nos" else path): text for path, text in problems.items()})


class PlanMembersDialog(MembersDialog):
    """拟定成员方案: what is proposed to these members alike; sums are worked out, not typed."""

    act = "plan_members"
    verb = "保存方案"
    purpose = "方案改动后要重新征求本人同意"
    sheet = Ui_PlanMembersForm
    fitting = "还没有方案的"
    least_width = 720

    def fits(self, one: GroupMember) -> bool:
        return one.plan is None

    def prepare(self) -> None:
        super().prepare()
        reliefs = [(one.code, one.label) for one in recovery_rule().reliefs]
        self.form.field("relief").set_choices(reliefs)
        basis = [("share", "按诉求金额的比例"), ("fixed", "每人相同金额")]
        self.form.field("basis").set_choices(basis, across=True)
        self._sum = label("", "secondary", wrap=True)
        self.body.addWidget(self._sum)
        for path in ("who", "relief", "basis", "percent", "amount", "parts", "first_due"):
            self.form.field(path).changed.connect(self._on_changed)

    def prefill(self) -> dict[str, Any]:
        return {
            "who": self.first(),
            "relief": "refund",
            "method": "转账",
            "basis": "share",
            "percent": 100,
            "parts": 1,
        }

    def carry_out(self, values: dict[str, Any]) -> Changes:
        plans = group.plans_of(self.case, self.nos[values["who"]], _terms(values))
        return group.set_plans(self.context.office, self.view.case.id, plans, version=self.view.version)

    def _on_changed(self) -> None:
        kind = RELIEFS.get(self.form.field("relief").value(), "")
        money, other = kind == "money", kind in ("goods", "act")
        share = self.form.field("basis").value() != "fixed"
        shown = {
            "basis": money,
            "percent": money and share,
            "amount": money and not share,
            "parts": money,
            "first_due": bool(kind),
            "method": bool(kind),
            "worth": other,
            "description": bool(kind),
        }
        for path, wanted in shown.items():
            self.form.row(path).setVisible(wanted)
        self.form.row("description").setMandatory(other)
        self._sum.setText(self._words(money=money))
        self.fit()

    def _words(self, *, money: bool) -> str:
        """The sum of the plans as they would be, or nothing while something is missing."""
        nos = self.nos.get(self.form.field("who").value(), ())
        if not money or not nos:
            return ""
        missing = [no for no in nos if (one := self.case.member(no)) is not None and one.member.claim is None]
        if self.form.field("basis").value() != "fixed" and missing:
            one = self.case.member(missing[0])
            name = one.member.name if one is not None else ""
            return f"{name}等 {len(missing)} 人没有登记诉求金额，不能按比例计算。"
        percent, amount = self.form.field("percent").value(), self.form.field("amount").value()
        if self.form.field("basis").value() == "fixed":
            total = (amount or 0) * len(nos)
        else:
            claims = [one.member.claim or 0 for no in nos if (one := self.case.member(no)) is not None]
            total = sum(shared_out(claims, (percent or 0) * 10))
        return f"{len(nos)} 人合计 {format_yuan(total)} 元。"


def _terms(values: dict[str, Any]) -> group.Terms:
    kind = RELIEFS[values["relief"]]
    fixed = values["basis"] == "fixed"
    return group.Terms(
        relief=values["relief"],
        first_due=values["first_due"],
        per_mille=(values["percent"] or 0) * 10,
        amount=(values["amount"] or 0) if fixed and kind == "money" else None,
        parts=values["parts"] or 1,
        worth=(values["worth"] or 0) if kind in ("goods", "act") else 0,
        description=values["description"],
        method=values["method"],
    )


class AskMembersDialog(MembersDialog):
    """征求成员同意: each of them agrees to their own plan, or does not (办法第12条)."""

    act = "ask_members"
    verb = "保存意见"
    purpose = "没有本人同意的成员不受协议约束"
    sheet = Ui_AskMembersForm
    fitting = "还没有征求的"

    def may(self, one: GroupMember) -> bool:
        bound = self.case.phase == "agreed" and one.agrees()
        return one.present() and one.plan is not None and not bound

    def fits(self, one: GroupMember) -> bool:
        return one.consent is None

    def prepare(self) -> None:
        super().prepare()
        self.form.field("answer").set_choices([("yes", "同意方案"), ("no", "不同意")], across=True)
        self.offer("method", "notice_methods")

    def prefill(self) -> dict[str, Any]:
        return {
            "who": self.first(),
            "answer": "yes",
            "on": self.today,
            "method": "phone",
            "by": self.operator,
        }

    def carry_out(self, values: dict[str, Any]) -> Changes:
        return self.record(
            MembersConsented(
                nos=self.nos[values["who"]],
                agrees=values["answer"] == "yes",
                on=values["on"],
                method=values["method"],
                by=values["by"],
                note=values["note"],
            )
        )


class UrgeMembersDialog(MembersDialog):
    """督促履行 of what the chosen members are still owed, one entry for each promise."""

    act = "urge_members"
    verb = "保存督促"
    purpose = "对每名成员尚未了结的义务各记一次"
    sheet = Ui_AskMembersForm
    fitting = "已经到期的"

    def may(self, one: GroupMember) -> bool:
        return bool(group.open_promises(self.case, (one.member.no,)))

    def fits(self, one: GroupMember) -> bool:
        owed = group.open_promises(self.case, (one.member.no,))
        return any(promise.obligation.due_on <= self.today for promise in owed)

    def prepare(self) -> None:
        super().prepare()
        self.form.row("answer").hide()
        self.form.row("on").setCaption("督促日期")
        self.form.row("method").setCaption("督促方式")
        self.form.row("by").setCaption("督促人")
        self.offer("method", "notice_methods")

    def prefill(self) -> dict[str, Any]:
        return {"who": self.first(), "on": self.today, "method": "phone", "by": self.operator}

    def carry_out(self, values: dict[str, Any]) -> Changes:
        return group.urge(
            self.context.office,
            self.view.case.id,
            self.nos[values["who"]],
            on=values["on"],
            method=values["method"],
            by=values["by"],
            note=values["note"],
            version=self.view.version,
        )


class ElectRepresentativesDialog(ActDialog):
    """推选代表人: one or two, with the written election."""

    act = "elect_representatives"
    verb = "保存推选"
    purpose = "书面推选，最多两名；原件照片或者扫描件随案保存"
    sheet = Ui_ElectRepresentativesForm

    def prepare(self) -> None:
        people = [
            (str(one.member.no), f"{one.member.no} {one.member.name}")
            for one in self.view.as_a(Settled).present_members()
        ]
        self.form.field("first").set_choices(people)
        self.form.field("second").set_choices(people)
        self.pick = FilePick("把推选书的照片或扫描件拖到这里，或按 Ctrl+V 粘贴")
        self.body.addWidget(self.pick)
        self.pick.drop.files_chosen.connect(lambda files: self.pick.take_file(files[0]))
        self.pick.drop.image_pasted.connect(self.pick.take_image)

    def prefill(self) -> dict[str, Any]:
        target = self.target if isinstance(self.target, tuple) else ()
        named = [str(no) for no in target[:2]] + ["", ""]
        return {"first": named[0], "second": named[1], "on": self.today}

    def values(self) -> dict[str, Any]:
        return {**super().values(), "file": self.pick.chosen()}

    def submit(self) -> None:
        """The election is in writing: without the sheet nothing is kept."""
        if self.pick.chosen() is None:
            self.banner.show_error("请附上推选书的照片或者扫描件；空白的推选书可以在“文书”里打印。")
            return
        super().submit()

    def carry_out(self, values: dict[str, Any]) -> Changes:
        office, file = self.context.office, values["file"]
        if isinstance(file, Path):
            proof: Attachment = attachments.keep_file(office, file)
        else:
            proof = attachments.keep_bytes(office, f"推选书 {values['on']}.png", file)
        nos = tuple(int(no) for no in (values["first"], values["second"]) if no)
        return self.record(RepresentativesElected(nos=nos, on=values["on"], by=self.operator, proof=proof))

    def show_invalid(self, problems: dict[str, str]) -> None:
        super().show_invalid({("first" if path == "nos" else path): text for path, text in problems.items()})


class AmendMemberDialog(ActDialog):
    """更正成员."""

    act = "amend_member"
    verb = "保存更正"
    sheet = Ui_AmendMemberForm

    def prepare(self) -> None:
        case = self.view.as_a(Settled)
        self.form.field("member").set_choices(
            [(str(one.member.no), f"{one.member.no} {one.member.name}") for one in case.present_members()]
        )
        self.form.field("member").changed.connect(self._on_member)

    def prefill(self) -> dict[str, Any]:
        target = self.target if isinstance(self.target, tuple) else ()
        return {"member": str(target[0])} if target else {}

    def begin(self) -> None:
        super().begin()
        self._on_member()

    def _member(self, number: str) -> Member | None:
        one = self.view.as_a(Settled).member(int(number)) if number else None
        return one.member if one is not None else None

    def _on_member(self) -> None:
        member = self._member(self.form.field("member").value())
        if member is None:
            return
        for path in ("name", "phone", "id_no", "claim", "address", "note"):
            self.form.field(path).set_value(getattr(member, path))

    def carry_out(self, values: dict[str, Any]) -> Changes:
        member = Member(
            no=int(values["member"]),
            name=values["name"],
            phone=values["phone"],
            id_no=values["id_no"],
            address=values["address"],
            claim=values["claim"],
            note=values["note"],
        )
        return group.amend_member(
            self.context.office, self.view.case.id, member, values["reason"], version=self.view.version
        )

    def show_invalid(self, problems: dict[str, str]) -> None:
        super().show_invalid({path.removeprefix("member."): text for path, text in problems.items()})
