"""What 委托调解 changes in a case, and the field rules of its two events (办法第19条)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from app.domain.matter.checking import Context, Fields
from app.domain.settlement.entrusting import EntrustedResult, Entrustment, MediationEntrusted
from app.domain.settlement.state import Settled


def _given(event: MediationEntrusted, case: Settled) -> None:
    case.entrustments.append(Entrustment(given=event, round=case.round))


def _answered(event: EntrustedResult, case: Settled) -> None:
    found = case.entrusted()
    if found is not None:
        found.result = event


HANDLERS: dict[type, Callable[[Any, Any], None]] = {MediationEntrusted: _given, EntrustedResult: _answered}


def _check_given(event: MediationEntrusted, case: Settled, context: Context) -> None:
    fields = Fields()
    fields.need("to", event.to.strip(), "受委托的组织")
    missing = [name for party, name in case.PARTIES.items() if party not in event.agreed]
    fields.say(
        "agreed", bool(missing), f"委托调解应当经双方同意，{'、'.join(missing)}还没有同意（办法第19条）"
    )
    fields.need("by", event.by.strip(), "经办人")
    fields.date("on", event.on, "委托日期", context, after=case.accepted_on, what="受理日期")
    fields.done()


def _check_answered(event: EntrustedResult, case: Settled, context: Context) -> None:
    fields = Fields()
    fields.say("outcome", event.outcome not in ("agreed", "failed"), "请选择调解结果")
    fields.need("text", event.text.strip(), "调解情况")
    fields.need("by", event.by.strip(), "经办人")
    found = case.entrusted()
    after = found.given.on if found is not None else None
    fields.date("on", event.on, "结果日期", context, after=after, what="委托日期")
    fields.done()


CHECKS: dict[type, Callable[[Any, Any, Context], None]] = {
    MediationEntrusted: _check_given,
    EntrustedResult: _check_answered,
}
