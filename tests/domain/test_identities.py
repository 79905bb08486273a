"""Who is legally acting decides what exists: the table of 办理身份 and what it withholds."""

from __future__ import annotations

import pytest

from app.domain.errors import UserError
from app.domain.identities import parse_identities
from app.services import kinds, rulebook

ACTING = rulebook.identities()


def test_a_station_decides_nothing_and_is_told_whom_to_hand_to() -> None:
    for power in ("decide", "mediate", "examine", "petition", "people_mediation", "entrust"):
        sentence = ACTING.refusal("station", power)
        assert "消费维权服务站" in sentence
        assert "{" not in sentence
    assert ACTING.refusal("station", "") == ""


def test_whoever_was_entrusted_cannot_entrust_again() -> None:
    assert "不得再委托" in ACTING.refusal("entrusted", "entrust")
    assert ACTING.refusal("bureau_office", "entrust") == ""


def test_only_a_committee_mediates_as_the_people_s_mediators() -> None:
    able = {code for code in ACTING.known if not ACTING.refusal(code, "people_mediation")}
    assert able == {"people_mediation"}


def test_a_case_from_before_identities_keeps_every_power() -> None:
    assert ACTING.refusal("", "decide") == ""


def test_a_power_nobody_defined_is_refused() -> None:
    text = """
    [[identity]]
    code = "x"
    label = "某"
    about = ""
    basis = ""
    kinds = []
    powers = ["fly"]
    name_on_papers = "office"
    """
    with pytest.raises(UserError, match="fly"):
        parse_identities(text)


def test_withdrawing_an_accepted_complaint_needs_who_may_terminate() -> None:
    """Before 受理 anybody may write it down; afterwards the mediation is terminated in the same step."""
    kind = kinds.kind_named("complaint")
    procedure = kinds.procedure_of(kind)
    action = procedure.action("withdraw")
    case = kind.empty("c")
    case.identity = "station"
    case.phase = "registered"
    assert kind.steps.why_not(procedure, action, case) == ""
    case.phase = "accepted"
    assert "终止调解" in kind.steps.why_not(procedure, action, case)
    case.identity = "bureau_office"
    assert kind.steps.why_not(procedure, action, case) == ""
