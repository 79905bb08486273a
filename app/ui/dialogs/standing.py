"""Who acts for a party, proof of identity, help at signing, another name, a party that is gone."""

from __future__ import annotations

from typing import Any

from app.domain.matter import standing as s
from app.domain.matter.state import Matter
from app.services.changes import Changes
from app.ui.dialogs.act_dialog import ActDialog
from app.ui.generated.ui_aid_signing import Ui_AidSigningForm
from app.ui.generated.ui_answer_proof import Ui_AnswerProofForm
from app.ui.generated.ui_demand_proof import Ui_DemandProofForm
from app.ui.generated.ui_party_gone import Ui_PartyGoneForm
from app.ui.generated.ui_party_reasoned import Ui_PartyReasonedForm
from app.ui.generated.ui_rename_party import Ui_RenamePartyForm
from app.ui.generated.ui_representative import Ui_RepresentativeForm

USUAL_PROOF = "居民身份证或者其他有效身份证件；本人实名的联系电话和通讯地址"
ADVICE = {
    "died": "有继承人的，问明是否承受权利义务并写在下面；没有的，终止调解（办法第23条第七项）。",
    "deregistered": "查企业信用信息公示系统：有承受人的（个体户经营者、清算义务人、"
    "分立合并后的企业）写在下面并变更当事人；没有的，终止调解（办法第23条第七项）。",
    "unreachable": "到登记住所和实际经营地核实，留存照片；查登记电话、平台公示地址，"
    "请市场主体登记机关列入经营异常；期限内达不成协议的，依法终止调解，告知诉讼途径。",
}
"""What to do next, by `standing.DEPARTURES`."""


def party_choices(case: Matter) -> list[tuple[str, str]]:
    """The parties of a case with their names."""
    names = case.party_names()
    return [(code, f"{label} {names.get(code, '')}".strip()) for code, label in case.PARTIES.items()]


class NameRepresentativeDialog(ActDialog):
    """A delegate or a guardian."""

    act = "name_representative"
    verb = "保存代理人"
    purpose = "委托要有授权委托书原件和受托人身份证明，载明事项、权限和期限；未成年人由法定代理人代为投诉"
    sheet = Ui_RepresentativeForm
    least_width = 760

    def prepare(self) -> None:
        self.form.field("party").set_choices(party_choices(self.view.case))
        self.form.field("role").set_choices(list(s.ROLES.items()), across=True)
        self.form.field("powers").set_choices(list(s.POWERS.items()))
        self.offer("id_type", "id_types")
        self.form.field("role").changed.connect(self._on_role)

    def prefill(self) -> dict[str, Any]:
        minor = getattr(self.view.case, "minor", None)
        young = minor is not None and minor(self.today)
        return {
            "party": next(iter(self.view.case.PARTIES), ""),
            "role": s.GUARDIAN if young else s.DELEGATE,
            "since": self.today,
            "on": self.today,
            "by": self.operator,
        }

    def begin(self) -> None:
        super().begin()
        self._on_role()

    def carry_out(self, values: dict[str, Any]) -> Changes:
        guardian = values["role"] == s.GUARDIAN
        powers = tuple(s.POWERS) if guardian else tuple(values["powers"])
        return self.record(s.RepresentativeNamed(**{**values, "powers": powers}))

    def _on_role(self) -> None:
        guardian = self.form.field("role").value() == s.GUARDIAN
        self.form.row("powers").setVisible(not guardian)
        self.form.row("relation").setMandatory(guardian)
        self.fit()


class EndRepresentativeDialog(ActDialog):
    """The party acts in person again."""

    act = "end_representative"
    verb = "保存"
    sheet = Ui_PartyReasonedForm

    def prepare(self) -> None:
        acting = self.view.case.standing.representatives
        labels = self.view.case.PARTIES
        self.form.field("party").set_choices(
            [
                (party, f"{labels.get(party, party)}的{s.ROLES[one.role]} {one.name}")
                for party, one in acting.items()
            ]
        )

    def prefill(self) -> dict[str, Any]:
        acting = self.view.case.standing.representatives
        return {"party": next(iter(acting), ""), "on": self.today, "by": self.operator}

    def carry_out(self, values: dict[str, Any]) -> Changes:
        return self.record(s.RepresentativeEnded(**values))


class DemandProofDialog(ActDialog):
    """限期提供身份证明材料; the paper (文书式样四) is made afterwards."""

    act = "demand_proof"
    verb = "保存"
    purpose = "不影响七个工作日的受理期限；保存后在“文书”里制作通知书"
    sheet = Ui_DemandProofForm

    def prefill(self) -> dict[str, Any]:
        return {"on": self.today, "by": self.operator, "materials": USUAL_PROOF}

    def carry_out(self, values: dict[str, Any]) -> Changes:
        materials = tuple(part.strip() for part in values["materials"].replace("；", "\n").splitlines())
        party = next(iter(self.view.case.PARTIES))
        kept = tuple(part for part in materials if part)
        return self.record(s.IdentityProofDemanded(**{**values, "materials": kept, "party": party}))


class AnswerProofDialog(ActDialog):
    """What came of it; a refusal leads to 不予受理."""

    act = "answer_proof"
    verb = "保存结果"
    purpose = "没有提供或者冒用他人名义的，依法不予受理"
    sheet = Ui_AnswerProofForm

    def prepare(self) -> None:
        self.form.field("result").set_choices(list(s.PROOF_RESULTS.items()))

    def prefill(self) -> dict[str, Any]:
        return {"on": self.today, "by": self.operator}

    def begin(self) -> None:
        super().begin()
        self.fit()

    def carry_out(self, values: dict[str, Any]) -> Changes:
        party = next(iter(self.view.case.PARTIES))
        return self.record(s.IdentityProofAnswered(**values, party=party))


class AidSigningDialog(ActDialog):
    """A party who cannot write, or who needs an interpreter."""

    act = "aid_signing"
    verb = "保存"
    purpose = "印在调解记录和协议上"
    sheet = Ui_AidSigningForm

    def prepare(self) -> None:
        self.form.field("party").set_choices(party_choices(self.view.case))
        self.form.field("aid").set_choices(list(s.AIDS.items()))

    def prefill(self) -> dict[str, Any]:
        first = next(iter(self.view.case.PARTIES), "")
        return {"party": first, "on": self.today, "by": self.operator, "helper": self.operator}

    def begin(self) -> None:
        super().begin()
        self.fit()

    def carry_out(self, values: dict[str, Any]) -> Changes:
        return self.record(s.SigningAided(**values))


class RenamePartyDialog(ActDialog):
    """Another name from now on; what was issued keeps the old one."""

    act = "rename_party"
    verb = "保存变更"
    purpose = "以前的记录和文书保留原名称"
    sheet = Ui_RenamePartyForm

    def prepare(self) -> None:
        self.form.field("party").set_choices(party_choices(self.view.case))

    def prefill(self) -> dict[str, Any]:
        parties = list(self.view.case.PARTIES)
        return {"party": parties[1] if len(parties) > 1 else "", "on": self.today, "by": self.operator}

    def carry_out(self, values: dict[str, Any]) -> Changes:
        former = self.view.case.party_names().get(values["party"], "")
        return self.record(s.PartyRenamed(**values, former=former))


class PartyGoneDialog(ActDialog):
    """A party died, ceased to exist or cannot be found; says what to do next."""

    act = "party_gone"
    verb = "保存"
    sheet = Ui_PartyGoneForm
    least_width = 760

    def prepare(self) -> None:
        self.form.field("party").set_choices(party_choices(self.view.case))
        self.form.field("how").set_choices(list(s.DEPARTURES.items()))
        self.form.field("how").changed.connect(self._on_how)

    def prefill(self) -> dict[str, Any]:
        parties = list(self.view.case.PARTIES)
        return {"party": parties[1] if len(parties) > 1 else "", "on": self.today, "by": self.operator}

    def carry_out(self, values: dict[str, Any]) -> Changes:
        return self.record(s.PartyGone(**values))

    def _on_how(self) -> None:
        advice = ADVICE.get(self.form.field("how").value(), "")
        if advice:
            self.banner.show_info(advice)
            self.fit()


DIALOGS = (
    NameRepresentativeDialog,
    EndRepresentativeDialog,
    DemandProofDialog,
    AnswerProofDialog,
    AidSigningDialog,
    RenamePartyDialog,
    PartyGoneDialog,
)
"""For every kind whose procedure has these acts."""
