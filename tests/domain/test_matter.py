"""What every kind of matter shares, on the smallest kind: links, alerts, handing on, numbering."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from app.domain.errors import InvalidFields, UserError
from app.domain.events import Event, known_kinds
from app.domain.kind import Kind
from app.domain.kinds.consultation.events import ConsultationRegistered
from app.domain.kinds.consultation.facts import Answer
from app.domain.kinds.consultation.kind import KIND
from app.domain.kinds.consultation.state import ConsultationCase
from app.domain.matter import events as e
from app.domain.matter.checking import Context
from app.domain.matter.facts import Origin, Person
from app.domain.numbering import SeriesUse, series_uses
from app.domain.procedure import parse_procedure
from app.domain.rules import NO_RULES, RuleBook
from app.services.kinds import KINDS, procedure_of
from tests.domain.shipped_data import RESOURCES

DAY = dt.date(2026, 5, 6)
NOON = dt.datetime(2026, 5, 6, 12, tzinfo=dt.timezone(dt.timedelta(hours=8)))
PROCEDURE = parse_procedure((RESOURCES / "rules/consultation.toml").read_text(encoding="utf-8"), KIND.guards)
CONTEXT = Context(today=DAY, rule_set=NO_RULES, procedure=PROCEDURE)


def registered(serial: int = 1) -> ConsultationRegistered:
    return ConsultationRegistered(
        number=f"消询〔2026〕{serial}号",
        serial=serial,
        rule_set="",
        origin=Origin(channel="call", received_on=DAY),
        asker=Person(name="陈䶮"),
        answer=Answer(question="能退吗", answer="能", method="phone", answered_on=DAY, by="王敏"),
    )


def after(*events: Event) -> ConsultationCase:
    """A case after events whose fields are right; whether a consultation knows the act is not asked."""
    case = KIND.fold("c", [registered()])
    for event in events:
        KIND.check(event, case, CONTEXT)
        KIND.apply(event, case)
    return case


def handed(office: str, direction: str = "up") -> e.CaseHanded:
    return e.CaseHanded(direction=direction, to_office=office, reason="不属本站办理", on=DAY, by="王敏")


def alert(level: str, *words: str, note: str = "") -> e.AlertRaised:
    return e.AlertRaised(level=level, words=words, told="周所长", at=NOON, by="王敏", note=note)


def test_the_case_says_who_has_it_in_hand() -> None:
    case = after(handed("青山镇窗口"), handed("江安县局"))
    assert case.holder == "江安县局"
    case = after(
        handed("青山镇窗口"), handed("江安县局"), e.CaseTakenBack(reason="退回补正", on=DAY, by="王敏")
    )
    assert case.holder == "青山镇窗口"
    case = after(handed("青山镇窗口"), e.CaseTakenBack(reason="误交", on=DAY, by="王敏"))
    assert (case.holder, case.handovers) == ("", [])


def test_it_is_not_handed_to_who_has_it_nor_taken_back_from_nobody() -> None:
    with pytest.raises(InvalidFields) as caught:
        after(handed("青山镇窗口"), handed("青山镇窗口"))
    assert "to_office" in caught.value.problems
    with pytest.raises(UserError, match="没有移交"):
        after(e.CaseTakenBack(reason="误交", on=DAY, by="王敏"))


def test_an_alert_stands_until_it_is_lifted() -> None:
    case = after(alert("danger", "爆炸"))
    assert case.alert_level() == 2
    case = after(alert("danger", "爆炸"), alert("attention", note="已安抚"))
    assert case.alert_level() == 1
    case = after(alert("danger", "爆炸"), alert("none", note="已安抚"))
    assert (case.alert_level(), case.alert()) == (0, None)


def test_an_alert_tells_somebody_and_says_why() -> None:
    with pytest.raises(InvalidFields) as caught:
        after(e.AlertRaised(level="danger", words=(), told=" ", at=NOON, by="王敏"))
    assert set(caught.value.problems) == {"told", "note"}
    with pytest.raises(InvalidFields):
        after(alert("none", note="没有警示可解除"))


def test_a_tie_is_undone_alone() -> None:
    def tie(relation: str) -> e.CaseLinked:
        return e.CaseLinked(relation=relation, other="d", number="消投〔2026〕1号", on=DAY, by="王敏")

    undo = e.CaseUnlinked(relation="merged", other="d", on=DAY, by="王敏", reason="不是同一件")
    case = after(tie("merged"), tie("split"), undo)
    assert [link.relation for link in case.linked()] == ["split"]
    assert case.linked("merged") == []
    with pytest.raises(UserError, match="自己"):
        after(e.CaseLinked(relation="split", other="c", number="", on=DAY, by="王敏"))


def test_every_registration_takes_a_number_of_its_own_series() -> None:
    assert series_uses(registered(7)) == (SeriesUse(series="consultation", year=2026, serial=7),)
    series = [kind.series for kind in KINDS.values()]
    words = [kind.number_word for kind in KINDS.values()]
    assert len(set(series)) == len(set(words)) == len(KINDS)


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_a_kind_and_its_procedure_agree(kind: Kind[Any]) -> None:
    procedure = procedure_of(kind)
    assert procedure.kind == kind.name == kind.empty("c").kind
    assert {phase for action in procedure.actions for phase in action.phases} <= set(kind.phases)
    assert kind.done <= set(kind.phases)
    assert {to for paper in procedure.papers for to in paper.to} <= set(kind.parties)
    assert set(kind.empty("c").party_names()) == set(kind.parties)


def test_a_law_without_periods_covers_every_day() -> None:
    assert RuleBook([NO_RULES]).for_received(dt.date(1999, 1, 1)).clocks == ()


def test_an_event_two_acts_write_needs_one_of_them_to_be_lawful() -> None:
    text = """
    kind = "consultation"
    [[stage]]
    id = "answer"
    label = "答复"
    [[action]]
    name = "one"
    label = "归档甲"
    stage = "answer"
    events = ["CaseFiled"]
    phases = ["void"]
    [[action]]
    name = "other"
    label = "归档乙"
    stage = "answer"
    events = ["CaseFiled"]
    phases = ["PHASE"]
    """
    for phase, reason in (("answered", ""), ("filed", "案件已答复，不能“归档甲”。")):
        procedure = parse_procedure(text.replace("PHASE", phase), KIND.guards)
        assert KIND.steps.refusal(procedure, "CaseFiled", KIND.fold("c", [registered()])) == reason


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_what_no_act_of_a_kind_writes_is_refused(kind: Kind[Any]) -> None:
    """Every event the program knows, asked of every kind: only its own acts and a few others come through."""
    procedure = procedure_of(kind)
    written = {name for action in procedure.actions for name in action.events}
    begun = {event.kind() for event in kind.registration_events}
    beside = set(known_kinds()) - written
    passed = {name for name in beside if not kind.steps.refusal(procedure, name, kind.empty("c"))}
    own = {"complaint": {"CaseReturned"}, "report": {"NewFactsAdded"}}.get(kind.name, set())
    assert passed == {"CaseLinked", "CaseUnlinked", "PaperIssued"} | begun | own


def test_a_consultation_is_neither_handed_on_nor_answered_a_second_time() -> None:
    case = KIND.fold("c", [registered()])
    replied = e.Replied(to="asker", on=DAY, method="phone", by="王敏", text="能", result="reached")
    for event in (handed("青山镇窗口"), replied):
        with pytest.raises(UserError, match="没有这一步"):
            KIND.admit(event, case, CONTEXT)


def test_a_case_is_registered_once() -> None:
    with pytest.raises(UserError, match="已经登记过"):
        KIND.admit(registered(2), KIND.fold("c", [registered()]), CONTEXT)
