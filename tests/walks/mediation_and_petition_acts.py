"""Acts that only a people's mediation or a petition knows."""

from __future__ import annotations

import datetime as dt

import msgspec

from app.domain.events import Event
from app.domain.kinds.dispute.events import Signature
from app.domain.kinds.dispute.state import MEDIATOR
from app.domain.kinds.petition.state import FINDINGS, ROUTED_WAYS, WAYS
from tests.walks.clerk import BY, HEAD, Desk, act, make
from tests.walks.settlement_acts import MEDIATORS

COURT = "江安县人民法院"


@act("DisputeAmended")
def amend_dispute(d: Desk) -> list[Event]:
    quarrel = msgspec.structs.replace(d.case.quarrel, facts=f"预付卡纠纷{d.rng.randrange(99)}")
    return [make("DisputeAmended", quarrel=quarrel, reason="核对")]


@act("DisputeDecided")
def decide_dispute(d: Desk) -> list[Event]:
    if d.rng.random() < 0.15:
        ground = d.rng.choice(d.rules.refusal_grounds).code
        return [
            make(
                "DisputeDecided", accepted=False, decided_on=d.today, grounds=(ground,), facts="已起诉", by=BY
            )
        ]
    return [make("DisputeDecided", accepted=True, decided_on=d.today, by=BY)]


@act("RightsTold")
def tell_rights(d: Desk) -> list[Event]:
    party = next((p for p in d.case.PARTIES if p not in d.case.rights), d.party())
    return [make("RightsTold", party=party, on=d.today, by=BY, signed_by="本人", how="signature")]


@act("MediatorsNamed")
def name_mediators(d: Desk) -> list[Event]:
    free = [name for name in MEDIATORS if name not in d.case.recused()]
    both = d.rng.random() < 0.9
    return [
        make(
            "MediatorsNamed",
            mediators=(d.rng.choice(free),),
            chosen="committee",
            accepted=tuple(d.case.PARTIES) if both else (),
            on=d.today,
            by=BY,
        )
    ]


@act("RiskReported")
def report_risk(d: Desk) -> list[Event]:
    return [make("RiskReported", level="worsening", facts="争吵", measures="劝解", at=d.noon, by=BY)]


@act("MediationProlonged")
def prolong(d: Desk) -> list[Event]:
    until = d.today + dt.timedelta(days=30)
    return [make("MediationProlonged", until=until, reason="双方愿意", on=d.today, by=BY)]


@act("AgreementSigned")
def sign(d: Desk) -> list[Event]:
    missing = d.case.unsigned()
    some = missing if d.rng.random() < 0.7 else missing[:1]
    signatures = tuple(Signature(role=r, name=n, how="signature", on=d.today) for r, n in some)
    sealed = d.today if d.rng.random() < 0.8 or not signatures else None
    assert all(role == MEDIATOR or role in d.case.PARTIES for role, _ in some)
    return [make("AgreementSigned", signatures=signatures, sealed_on=sealed)]


@act("VisitPlanned")
def plan_visit(d: Desk) -> list[Event]:
    return [make("VisitPlanned", on=d.today + dt.timedelta(days=5), purpose="履行情况", by=BY)]


@act("VisitMade")
def make_visit(d: Desk) -> list[Event]:
    return [
        make(
            "VisitMade",
            on=d.today,
            method="phone",
            by=BY,
            whom="双方",
            purpose="履行",
            kept=d.rng.choice(("all", "part", "none")),
            text="在付",
        )
    ]


@act("ConfirmationApplied")
def apply_confirmation(d: Desk) -> list[Event]:
    due = d.limit()
    late = due is not None and d.today > due
    return [] if late else [make("ConfirmationApplied", on=d.today, court=COURT, by=BY)]


@act("ConfirmationDeclined")
def decline_confirmation(d: Desk) -> list[Event]:
    return [make("ConfirmationDeclined", on=d.today, by=BY)]


@act("ConfirmationTaken")
def take_confirmation(d: Desk) -> list[Event]:
    taken = d.rng.random() < 0.8
    return [make("ConfirmationTaken", taken=taken, on=d.today, number="诉前调确1号", reason="不明确")]


@act("ConfirmationDecided")
def decide_confirmation(d: Desk) -> list[Event]:
    found = d.case.confirmation()
    results = ("confirmed", "rejected", "withdrawn") if found.taken is not None else ("withdrawn",)
    return [make("ConfirmationDecided", result=d.rng.choice(results), on=d.today, reason="不明确")]


@act("EnforcementNoted")
def note_enforcement(d: Desk) -> list[Event]:
    return [make("EnforcementNoted", on=d.today, court=COURT, text="余款", by=BY)]


@act("RoutesTold")
def tell_routes(d: Desk) -> list[Event]:
    party = d.rng.choice(d.case.routes_untold())
    return [make("RoutesTold", party=party, routes=("judicial",), on=d.today, method="in_person", by=BY)]


@act("MediationResumed")
def resume(d: Desk) -> list[Event]:
    return [make("MediationResumed", on=d.today, reason="重新约定", by=BY)]


# ---- petition


@act("PetitionAmended")
def amend_petition(d: Desk) -> list[Event]:
    request = msgspec.structs.replace(d.case.request, facts=f"村道塌方{d.rng.randrange(99)}")
    return [make("PetitionAmended", request=request, reason="核对")]


@act("PetitionSorted")
def sort(d: Desk) -> list[Event]:
    way = d.rng.choice([*WAYS, "opinion", "opinion", "duty"])
    return [make("PetitionSorted", way=way, reason="依职权范围", on=d.today, by=BY)]


@act("PetitionDecided")
def decide_petition(d: Desk) -> list[Event]:
    if d.rng.random() < 0.15:
        ground = d.rng.choice(d.rules.refusal_grounds).code
        return [
            make(
                "PetitionDecided", accepted=False, decided_on=d.today, grounds=(ground,), facts="已诉", by=BY
            )
        ]
    return [make("PetitionDecided", accepted=True, decided_on=d.today, by=BY)]


@act("PetitionForwarded")
def forward(d: Desk) -> list[Event]:
    mode = d.rng.choice(("forward", "assign"))
    return [
        make(
            "PetitionForwarded",
            mode=mode,
            to="县纪委监委",
            on=d.today,
            reason="职权范围",
            reply_by=d.today + dt.timedelta(days=20) if mode == "assign" else None,
            by=BY,
        )
    ]


@act("ForwardingAnswered")
def answer_forwarding(d: Desk) -> list[Event]:
    return [make("ForwardingAnswered", on=d.today, text="已经办理")]


@act("PetitionRouted")
def route(d: Desk) -> list[Event]:
    assert d.case.way() in ROUTED_WAYS
    return [make("PetitionRouted", procedure=d.case.way(), to=COURT, on=d.today, by=BY)]


@act("ObjectionRaised")
def object_to(d: Desk) -> list[Event]:
    return [make("ObjectionRaised", to="江安县信访局", reason="不属本镇职权", on=d.today, by=BY)]


@act("ObjectionAnswered")
def answer_objection(d: Desk) -> list[Event]:
    return [make("ObjectionAnswered", agreed=d.rng.random() < 0.4, on=d.today)]


@act("HandlingExtended")
def extend_handling(d: Desk) -> list[Event]:
    due = d.limit()
    if due is not None and d.today > due:
        return []
    days = d.rng.randrange(1, 31)
    return [make("HandlingExtended", days=days, reason="情况复杂", approved_by=HEAD, on=d.today)]


@act("MediationGivenUp")
def give_up(d: Desk) -> list[Event]:
    if d.rng.random() < 0.6:
        return []
    return [make("MediationGivenUp", on=d.today, facts="分歧较大", by=BY)]


@act("OpinionIssued")
def opine(d: Desk) -> list[Event]:
    return [
        make(
            "OpinionIssued",
            on=d.today,
            finding=d.rng.choice(list(FINDINGS)),
            facts="查明",
            opinion="予以修复",
            basis="公路法",
            by=BY,
        )
    ]


@act("ReviewRequested")
def request_review(d: Desk) -> list[Event]:
    level = "review" if d.case.review_of("review") is None else "recheck"
    return [
        make(
            "ReviewRequested", level=level, received_on=d.today, body="江安县政府", ours=d.rng.random() < 0.5
        )
    ]


@act("ReviewDecided")
def decide_review(d: Desk) -> list[Event]:
    level = d.case.review_open().requested.level
    result = d.rng.choice(("upheld", "changed", "again"))
    return [make("ReviewDecided", level=level, on=d.today, result=result, opinion="维持")]


@act("HearingHeld")
def hear(d: Desk) -> list[Event]:
    return [make("HearingHeld", starts_on=d.today, ends_on=d.today, place="镇政府", text="各方陈述")]


@act("UrgentReported")
def report_urgent(d: Desk) -> list[Event]:
    return [make("UrgentReported", to="镇党委", at=d.noon, summary="多人聚集", by=BY)]


@act("SupervisionIssued")
def supervise(d: Desk) -> list[Event]:
    until = d.today + dt.timedelta(days=7)
    return [make("SupervisionIssued", to="村委会", on=d.today, answer_by=until, reason="逾期", by=BY)]


@act("SupervisionAnswered")
def answer_supervision(d: Desk) -> list[Event]:
    return [make("SupervisionAnswered", on=d.today, text="已经整改")]
