"""The tables equal the fold of the log, always, and a rebuild makes the same bytes again."""

from __future__ import annotations

import datetime as dt
import random
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.kinds.complaint import events as e
from app.store.event_log import StaleVersion
from app.store.projections import DuplicateExternalNumber
from app.store.store import Store
from tests.domain.test_complaint_walks import walk
from tests.store.office import ACTOR, Projector, add_case, closed, new_store, registered, reopened

TABLES = ("cases", "case_states", "case_attachments", "deadlines", "recoveries", "series", "search_terms")
EXTERNAL = "1360429002026041512345678"


def projected(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every projection; of the search index every token with its place."""
    while store.tidy():
        pass
    return {table: sorted(store.database.rows(f"SELECT * FROM {table}"), key=repr) for table in TABLES}


@given(st.lists(st.integers(0, 10**9), min_size=1, max_size=3), st.integers(0, 10**9))
@settings(max_examples=25)
def test_any_lawful_history_projects_to_its_fold_and_rebuilds_the_same(seeds: list[int], order: int) -> None:
    rng = random.Random(order)
    with tempfile.TemporaryDirectory() as folder, new_store(Path(folder)) as store:
        histories = {store.log.new_id(): walk(seed, steps=15)[1] for seed in seeds}
        waiting = [case_id for case_id, events in histories.items() for _ in events]
        rng.shuffle(waiting)  # cases progress side by side
        for case_id in waiting:
            if histories[case_id]:
                count = rng.randrange(1, 4)
                events, histories[case_id] = histories[case_id][:count], histories[case_id][count:]
                _append_unless_duplicate(store, case_id, events)
            if rng.random() < 0.05:
                store.log.forget()
        assert store.verify() == []
        before = projected(store)
        assert store.rebuild() == []
        assert projected(store) == before
        assert store.verify() == []


def _append_unless_duplicate(store: Store, case_id: str, events: list[e.Event]) -> None:
    """Two walks may draw the same work order; the second is refused whole and its case never begins."""
    if not store.log.read_stream(case_id) and not isinstance(events[0], e.ComplaintRegistered):
        return
    try:
        store.log.append(case_id, events, ACTOR)
    except DuplicateExternalNumber:
        assert isinstance(events[0], e.ComplaintRegistered)


def test_rebuild_mends_what_was_altered_and_reports_progress(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        for serial in range(1, 6):
            add_case(store, registered(serial))
        before = projected(store)
        with store.transaction():
            store.database.sql("UPDATE cases SET complainant = '假的', due_on = NULL WHERE id = 2")
            store.database.sql("DELETE FROM deadlines WHERE case_row = 3")
            store.database.sql("DELETE FROM search WHERE rowid = 4")
            store.database.sql("UPDATE series SET last = 99")
            store.database.sql("UPDATE case_states SET state = '{}' WHERE case_row = 5")
        findings = store.verify()
        for number, part in ((2, "complainant、due_on"), (3, "deadlines"), (4, "search"), (5, "state")):
            assert any(f"{number}号" in finding and part in finding for finding in findings), findings
        assert any("编号" in finding for finding in findings)
        told: list[tuple[int, int]] = []
        store.rebuild(lambda done, total: told.append((done, total)))
        assert projected(store) == before
        assert store.verify() == []
        assert told[-1] == (5, 5)


def test_a_rebuild_that_fails_leaves_the_old_projections(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        add_case(store, registered(1))
        before = projected(store)

        def refuse(done: int, total: int) -> None:
            raise ZeroDivisionError

        with pytest.raises(ZeroDivisionError):
            store.rebuild(refuse)
        assert projected(store) == before


def test_a_calendar_that_moves_deadlines_reports_each_of_them(tmp_path: Path) -> None:
    projector = Projector(days=60)
    with new_store(tmp_path, projector=projector) as store:
        first = add_case(store, registered(1))
        second = add_case(store, registered(2, received_on=dt.date(2026, 7, 3)))
        projector.days = 61
        changes = store.rebuild(version="calendar-2027")
        found = {(change.case_id, change.clock): (change.old, change.new) for change in changes}
        assert found == {
            (first, "mediation"): (dt.date(2026, 8, 30), dt.date(2026, 8, 31)),
            (second, "mediation"): (dt.date(2026, 9, 1), dt.date(2026, 9, 2)),
        }
        assert [row[24] for row in store.desk.worklist(5)] == ["2026-08-31", "2026-09-02"]
        assert store.projection_version() == "calendar-2027"
        assert store.rebuild() == []
        assert store.projection_version() == "calendar-2027"


def test_a_case_keeps_its_row_number_through_rebuilds(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        first = add_case(store, registered(1))
        second = add_case(store, registered(2))
        store.log.append(first, [closed()], ACTOR)
        numbers = [store.cases.row_of(case_id) for case_id in (first, second)]
        store.rebuild()
        assert [store.cases.row_of(case_id) for case_id in (first, second)] == numbers


class TestNumbers:
    def test_they_count_by_series_and_year_without_gaps(self, tmp_path: Path) -> None:
        with new_store(tmp_path) as store:
            for expected in (1, 2, 3):
                with store.transaction():
                    serial = store.next_serial("case", 2026)
                    assert serial == expected
                    case_id = add_case(store, registered(serial))
            with store.transaction():
                assert store.next_serial("case", 2027) == 1
                assert store.next_serial("acceptance", 2026) == 1
                paper = e.PaperIssued(
                    paper="acceptance", number="1号", serial=1, printing=1, issued_on=dt.date(2026, 7, 2),
                    sha256="0" * 64, pages=1,
                )  # fmt: skip
                store.log.append(case_id, [paper], ACTOR)
                assert store.next_serial("acceptance", 2026) == 2
                assert store.next_serial("case", 2026) == 4

    def test_a_number_of_a_failed_transaction_is_given_again(self, tmp_path: Path) -> None:
        with new_store(tmp_path) as store:

            def take_and_fail() -> None:
                with store.transaction():
                    add_case(store, registered(store.next_serial("case", 2026)))
                    raise ZeroDivisionError

            with pytest.raises(ZeroDivisionError):
                take_and_fail()
            with store.transaction():
                assert store.next_serial("case", 2026) == 1

    def test_they_survive_reopening_and_rebuilding(self, tmp_path: Path) -> None:
        store = new_store(tmp_path)
        add_case(store, registered(41))
        store = reopened(store)
        with store:
            store.rebuild()
            with store.transaction():
                assert store.next_serial("case", 2026) == 42

    def test_they_are_taken_only_where_they_are_used(self, tmp_path: Path) -> None:
        with new_store(tmp_path) as store, pytest.raises(RuntimeError, match="inside the transaction"):
            store.next_serial("case", 2026)


class TestWorkOrders:
    def test_the_same_order_twice_is_refused_and_nothing_is_written(self, tmp_path: Path) -> None:
        with new_store(tmp_path) as store:
            first = add_case(store, registered(1, external_no=EXTERNAL, source="12315"))
            with pytest.raises(DuplicateExternalNumber, match=r"消投〔2026〕1号"):
                add_case(store, registered(2, external_no=EXTERNAL, source="12315"))
            assert store.log.count() == 1
            assert store.cases.by_external_no(EXTERNAL, "12315") == [first]
            assert store.verify() == []

    def test_another_source_may_use_the_same_number(self, tmp_path: Path) -> None:
        with new_store(tmp_path) as store:
            ids = [
                add_case(store, registered(1, external_no=EXTERNAL, source="12315")),
                add_case(store, registered(2, external_no=EXTERNAL, source="12345")),
            ]
            assert store.cases.by_external_no(EXTERNAL) == ids
            assert store.cases.known_external_nos([EXTERNAL, "x"], "12315") == {EXTERNAL}
            assert store.cases.known_external_nos([EXTERNAL], "county") == set()

    def test_many_are_looked_up_at_once(self, tmp_path: Path) -> None:
        with new_store(tmp_path) as store:
            with store.transaction():
                for serial in range(1, 31):
                    add_case(store, registered(serial, external_no=f"{serial:025}", source="12315"))
            asked = [f"{number:025}" for number in range(1, 1201)]
            assert store.cases.known_external_nos(asked, "12315") == set(asked[:30])

    def test_an_order_whose_case_was_voided_can_be_registered_again(self, tmp_path: Path) -> None:
        with new_store(tmp_path) as store:
            first = add_case(store, registered(1, external_no=EXTERNAL, source="12315"))
            store.log.append(first, [e.CaseVoided(on=dt.date(2026, 7, 1), reason="录错", by="李")], ACTOR)
            assert store.cases.known_external_nos([EXTERNAL], "12315") == set()
            second = add_case(store, registered(2, external_no=EXTERNAL, source="12315"))
            assert store.cases.by_external_no(EXTERNAL) == [first, second]
            assert store.verify() == []

    def test_cases_without_an_order_never_collide(self, tmp_path: Path) -> None:
        with new_store(tmp_path) as store:
            add_case(store, registered(1))
            add_case(store, registered(2))
            assert store.cases.by_external_no("") == []

    def test_the_version_is_checked_before_the_order(self, tmp_path: Path) -> None:
        with new_store(tmp_path) as store:
            case_id = add_case(store, registered(1, external_no=EXTERNAL, source="12315"))
            with pytest.raises(StaleVersion):
                store.log.append(case_id, [closed()], ACTOR, expected_version=0)
