"""Field rules of wrong turns and of the standing of parties, the same in every kind."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from app.domain.errors import UserError
from app.domain.identifiers import check_phone, check_resident_id
from app.domain.matter import standing as s
from app.domain.matter import turns as t
from app.domain.matter.checking import Context, Fields
from app.domain.matter.state import Matter, received_on


def _reopened(event: t.CaseReopened, case: Matter, context: Context) -> None:
    fields = Fields()
    fields.need("reason", event.reason.strip(), "重新办理的理由")
    fields.need("by", event.by, "经办人")
    fields.date("on", event.on, "重新办理日期", context, after=case.closed_on, what="结案日期")
    fields.done()


def correction_fields(event: t.FactCorrected, old: str, context: Context) -> Fields:
    """What every correction needs; `old` is what stands there now."""
    if (event.record, event.field) not in t.CORRECTABLE:
        raise UserError("这一项不能这样更正，请用“更正登记”，或者作废后重新登记。")
    if event.old != old:
        raise UserError("这一项刚刚已被更正，请刷新后再办理。")
    fields = Fields()
    fields.say("new", event.new == old, "更正后的内容与原来相同")
    fields.need("reason", event.reason.strip(), "更正的理由")
    fields.need("by", event.by, "更正人")
    fields.date("on", event.on, "更正日期", context, after=None, what="")
    return fields


def moment_of(event: t.FactCorrected, old: dt.datetime, context: Context, fields: Fields) -> dt.datetime:
    """The corrected moment, with the problem said when it cannot be; then the old one."""
    try:
        moment = t.corrected_moment(old, event.new)
    except ValueError:
        fields.say("new", True, "请写完整的日期和时间")
        return old
    fields.say("new", moment.date() > context.today, "更正后的时间不能晚于今天")
    return moment


def corrected(event: t.FactCorrected, case: Matter, context: Context) -> None:
    """A notice; the settlement checks its own records and comes here with the rest."""
    if event.record != t.NOTICE or not 1 <= event.no <= len(case.notices):
        raise UserError("要更正的记录不存在，请刷新后重新选择。")
    notice = case.notices[event.no - 1]
    fields = correction_fields(event, notice.at.isoformat(), context)
    moment = moment_of(event, notice.at, context, fields)
    decided, received = case.decided_on(notice.matter), received_on(case)
    # A notice of an earlier round told of an earlier decision than the one in force.
    since = decided if decided is not None and decided <= notice.at.date() else received
    early = since is not None and moment.date() < since
    fields.say("new", early, f"告知时间不能早于 {since.isoformat() if since else ''}")
    fields.done()


def _received(event: t.CaseReceived, case: Matter, context: Context) -> None:
    if not case.holder or case.received():
        raise UserError("案件没有待接收的移交，请刷新后再看。")
    fields = Fields()
    fields.need("office", event.office.strip(), "接收单位")
    acting = context.procedure.identities
    fields.say("identity", event.identity not in acting.known, "请选择以什么办理身份接收")
    fields.say(
        "identity", not acting.takes(event.identity, case.kind), "这种办理身份不办理这类事项，请换一种"
    )
    fields.need("by", event.by, "接收人")
    fields.date("on", event.on, "接收日期", context, after=case.handovers[-1].on, what="移交日期")
    fields.done()


def _brought(event: t.ResultBrought, case: Matter, context: Context) -> None:
    if not case.handovers:
        raise UserError("案件没有移交出去，不需要登记办理结果。")
    fields = Fields()
    fields.say("outcome", event.outcome not in t.OUTCOMES, "请选择办理结果")
    fields.need("result", event.result.strip(), "对方办理的情况")
    fields.need("by", event.by, "经办人")
    fields.date("on", event.on, "交回日期", context, after=case.handovers[-1].on, what="移交日期")
    fields.done()


def _party(fields: Fields, party: str, case: Matter) -> None:
    fields.say("party", party not in case.PARTIES, "请选择当事人")


def _represented(event: s.RepresentativeNamed, case: Matter, context: Context) -> None:
    fields = Fields()
    _party(fields, event.party, case)
    fields.say("role", event.role not in s.ROLES, "请选择是法定代理人还是委托代理人")
    fields.need("name", event.name.strip(), "代理人姓名")
    if event.phone:
        fields.say("phone", bool(check_phone(event.phone).problem), check_phone(event.phone).problem or "")
    if event.id_no and event.id_type == "resident_id":
        found = check_resident_id(event.id_no, context.today)
        fields.say("id_no", bool(found.problem), found.problem or "")
    fields.say("relation", event.role == s.GUARDIAN and not event.relation.strip(), "请填写与当事人的关系")
    fields.say("powers", bool(set(event.powers) - set(s.POWERS)), "所选权限有误，请重新选择")
    fields.say("until", event.until is not None and event.until < event.since, "授权截止不能早于开始")
    fields.need("by", event.by, "经办人")
    fields.date("on", event.on, "登记日期", context, after=received_on(case), what="收到日期")
    fields.done()


def _unrepresented(event: s.RepresentativeEnded, case: Matter, context: Context) -> None:
    if case.standing.acting(event.party) is None:
        raise UserError("这一方现在没有代理人，请刷新后再看。")
    fields = Fields()
    fields.need("reason", event.reason.strip(), "不再代理的理由")
    fields.need("by", event.by, "经办人")
    fields.date("on", event.on, "日期", context, after=received_on(case), what="收到日期")
    fields.done()


def _demanded(event: s.IdentityProofDemanded, case: Matter, context: Context) -> None:
    fields = Fields()
    _party(fields, event.party, case)
    fields.need("materials", event.materials, "需要提供的身份证明材料")
    fields.need("by", event.by, "经办人")
    fields.date("on", event.on, "通知日期", context, after=received_on(case), what="收到日期")
    fields.say("due_on", event.due_on <= event.on, "提供期限应当在通知日期之后")
    fields.done()


def _answered(event: s.IdentityProofAnswered, case: Matter, context: Context) -> None:
    demand = case.standing.open_demand()
    if demand is None:
        raise UserError("没有等待提供的身份证明材料。")
    fields = Fields()
    fields.say("result", event.result not in s.PROOF_RESULTS, "请选择核验结果")
    fields.need("by", event.by, "核验人")
    fields.say("note", event.result != "provided" and not event.note.strip(), "请写明经过和依据")
    fields.date("on", event.on, "核验日期", context, after=demand.on, what="通知日期")
    fields.done()


def _renamed(event: s.PartyRenamed, case: Matter, context: Context) -> None:
    fields = Fields()
    _party(fields, event.party, case)
    former = case.party_names().get(event.party, "")
    fields.say("name", event.former != former, "原名称刚刚已经变化，请刷新后再办理")
    fields.need("name", event.name.strip(), "现在的名称（姓名）")
    fields.say("name", event.name.strip() == former, "名称没有变化")
    fields.need("basis", event.basis.strip(), "变更的依据")
    fields.need("by", event.by, "经办人")
    fields.date("on", event.on, "变更日期", context, after=None, what="")
    fields.done()


def _gone(event: s.PartyGone, case: Matter, context: Context) -> None:
    fields = Fields()
    _party(fields, event.party, case)
    fields.say("how", event.how not in s.DEPARTURES, "请选择情况")
    fields.need("facts", event.facts.strip(), "核实的情况和依据")
    fields.need("by", event.by, "经办人")
    fields.date("on", event.on, "核实日期", context, after=received_on(case), what="收到日期")
    fields.done()


def _aided(event: s.SigningAided, case: Matter, context: Context) -> None:
    fields = Fields()
    _party(fields, event.party, case)
    fields.say("aid", event.aid not in s.AIDS, "请选择怎样协助")
    fields.need("helper", event.helper.strip(), "宣读人或者翻译人员")
    fields.say("witness", event.aid == "fingerprint" and not event.witness.strip(), "按指印应当有见证人")
    fields.need("by", event.by, "经办人")
    fields.date("on", event.on, "日期", context, after=received_on(case), what="收到日期")
    fields.done()


CHECKS: dict[type, Callable[[Any, Any, Context], None]] = {
    t.CaseReopened: _reopened,
    t.FactCorrected: corrected,
    t.CaseReceived: _received,
    t.ResultBrought: _brought,
    s.RepresentativeNamed: _represented,
    s.RepresentativeEnded: _unrepresented,
    s.IdentityProofDemanded: _demanded,
    s.IdentityProofAnswered: _answered,
    s.PartyRenamed: _renamed,
    s.PartyGone: _gone,
    s.SigningAided: _aided,
}
"""The rule of each event, for `check_matter`."""
