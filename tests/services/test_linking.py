"""Two cases are tied in both histories or in neither, whatever their kinds."""

from __future__ import annotations

import pytest

from app.domain.errors import InvalidFields, UserError
from app.domain.matter.events import CaseVoided
from app.services import casework, consultation, integrity, linking, registration, timeline
from app.services.case_list import CaseFilter, block, ids
from app.services.office import OpenOffice
from app.store.event_log import StaleVersion
from tests.offices import TODAY, walk_in
from tests.services.test_consultation import asked


@pytest.fixture
def pair(office: OpenOffice) -> tuple[str, str]:
    """A consultation and the complaint it led to."""
    return (
        consultation.register_consultation(office, asked()).case_id,
        registration.register_complaint(office, walk_in()).case_id,
    )


def versions(office: OpenOffice, pair: tuple[str, str]) -> list[int]:
    return [casework.load(office, case_id).version for case_id in pair]


def test_both_histories_say_it(office: OpenOffice, pair: tuple[str, str]) -> None:
    linking.link(office, "continued", *pair, note="咨询后决定投诉")
    [there] = linking.linked_cases(office, pair[0])
    [back] = linking.linked_cases(office, pair[1])
    assert (there.number, there.place, there.kind_label, there.here) == (
        "消投〔2026〕1号",
        "to",
        "投诉",
        True,
    )
    assert (back.number, back.place, back.phase_label) == ("消询〔2026〕1号", "from", "已答复")
    for case_id in pair:
        assert timeline.entries(office, casework.load(office, case_id))[-1].title == "关联案件：续办"
    assert [line.linked for line in block(office, ids(office, CaseFilter())) if line] == [1, 1]
    assert integrity.verify(office) == []


def test_it_can_be_undone_with_a_reason(office: OpenOffice, pair: tuple[str, str]) -> None:
    linking.link(office, "merged", *pair)
    with pytest.raises(InvalidFields):
        linking.unlink(office, "merged", *pair, reason=" ")
    assert versions(office, pair) == [2, 2]
    # From whichever side.
    linking.unlink(office, "merged", pair[1], pair[0], reason="不是同一件事")
    assert linking.linked_cases(office, pair[0]) == linking.linked_cases(office, pair[1]) == []
    with pytest.raises(UserError, match="不存在"):
        linking.unlink(office, "merged", *pair, reason="再来一次")


@pytest.mark.parametrize("wrong", ["itself", "unknown", "twice", "void", "stale"])
def test_neither_is_touched_when_one_refuses(office: OpenOffice, pair: tuple[str, str], wrong: str) -> None:
    one, other = pair
    if wrong == "twice":
        linking.link(office, "split", one, other)
    if wrong == "void":
        casework.record(office, other, CaseVoided(on=TODAY, reason="重复", by="王敏"))
    before = versions(office, pair)
    with pytest.raises(UserError) as caught:
        linking.link(
            office,
            "cousins" if wrong == "unknown" else "split",
            one,
            one if wrong == "itself" else other,
            target_version=9 if wrong == "stale" else None,
        )
    assert isinstance(caught.value, StaleVersion) is (wrong == "stale")
    assert versions(office, pair) == before
    assert integrity.verify(office) == []


def test_equals_have_no_first(office: OpenOffice, pair: tuple[str, str]) -> None:
    linking.link(office, "split", *pair)
    assert {linked.place for case_id in pair for linked in linking.linked_cases(office, case_id)} == {""}
