"""The reports of the demonstration: two clocks for one letter, 诉转案, an anonymous one, new facts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from app.domain.dates import SHANGHAI
from app.domain.kinds.report.state import Report
from app.services import case_list, casework, demo, integrity, rulebook, timeline
from app.services.case_list import CaseFilter
from app.services.casework import CaseView
from app.services.demo.calendar_play import play
from app.services.demo.programme import STORIES
from app.services.demo.scene import Scene
from app.services.office import OpenOffice
from app.system.clock import FixedClock
from tests.offices import QUICK

TOLD = ("split_letter", "unlicensed_dealer", "anonymous_report", "new_facts")
Lived = tuple[OpenOffice, dict[str, str]]


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lived]:
    """An office in which only the reports happened; the tests here only look."""
    clock = FixedClock(demo.TODAY)
    office = demo.found(tmp_path_factory.mktemp("reports") / "office", clock, hardness=QUICK).office
    scenes = {name: Scene(office) for name in TOLD}
    play(clock, [STORIES[name](scene) for name, scene in scenes.items()])
    clock.move_to(demo.TODAY)
    yield office, {name: scene.case_id for name, scene in scenes.items()}
    office.close()


def linked(office: OpenOffice, view: CaseView, relation: str) -> CaseView:
    """The case one is tied to."""
    return casework.load(office, view.case.linked(relation)[0].other)


def test_one_letter_two_cases_two_clocks(lived: Lived) -> None:
    office, cases = lived
    complaint = casework.load(office, cases["split_letter"])
    told = linked(office, complaint, "split")
    assert complaint.case.deal.amount == 1050
    assert {row.clock for row in complaint.deadlines} >= {"complaint.acceptance", "complaint.mediation"}
    assert [row.clock for row in told.deadlines] == ["report.check"]
    assert (complaint.case.phase, told.case.phase) == ("accepted", "closed")
    assert {paper.paper for paper in told.case.papers} == {"report_registration", "result_notice"}
    reasons = [look.reason for look in told.as_a(Report).looks]
    assert reasons == ["制作举报登记表", "制作举报处理结果告知书", "电话告知处理结果"]


def test_a_clue_from_mediation_goes_its_own_way(lived: Lived) -> None:
    office, cases = lived
    complaint = casework.load(office, cases["unlicensed_dealer"])
    clue = linked(office, complaint, "turned_report")
    assert len(complaint.case.sessions) == 2
    assert complaint.case.recovered() == 520_000
    assert clue.as_a(Report).receipt is not None
    (row,) = clue.deadlines
    assert (row.clock, row.starts_on, row.due_on) == (
        "report.clue-check",
        dt.date(2026, 10, 15),
        dt.date(2026, 11, 26),
    )
    assert row.done_on == dt.date(2026, 11, 12)


def test_an_anonymous_report_stands_still_while_the_scale_is_tested(lived: Lived) -> None:
    office, cases = lived
    view = casework.load(office, cases["anonymous_report"])
    assert view.as_a(Report).reporter.anonymous
    assert view.deadlines[0].due_on is None
    assert view.next_step is not None
    assert view.next_step.name == "end_testing"


def test_new_facts_count_the_period_anew(lived: Lived) -> None:
    office, cases = lived
    view = casework.load(office, cases["new_facts"])
    assert view.deadlines[0].starts_on == dt.date(2026, 11, 18)
    assert len(view.as_a(Report).added) == 1


def test_no_list_and_no_history_names_a_reporter(lived: Lived) -> None:
    office, _ = lived
    rows = case_list.ids(office, CaseFilter(kinds=("report",)))
    assert len(rows) == 5
    for row in rows:
        view = casework.load(office, case_list.case_id_of(office, row))
        told = str(timeline.entries(office, view)) + str(case_list.block(office, [row]))
        name = view.as_a(Report).reporter.name
        assert not name or name not in told
    assert list(case_list.ids(office, CaseFilter(text="秦望山"))) == []


def test_the_record_is_whole_and_nobody_works_on_a_rest_day(lived: Lived) -> None:
    office, cases = lived
    assert integrity.verify(office) == []
    for case_id in cases.values():
        for stored in casework.load(office, case_id).events:
            moment = dt.datetime.fromtimestamp(stored.wall_ms() / 1000, SHANGHAI)
            assert rulebook.calendar().is_workday(moment.date())
            assert 8 <= moment.hour < 18
