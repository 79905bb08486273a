"""The list against a plain filter and sort in Python."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.kinds.complaint import events as e
from app.domain.kinds.complaint.facts import Obligation
from app.store.queries.cases import DUE_CHOICES, LIST_COLUMNS, SORTS, STAGE_GROUPS, CaseFilter
from app.store.store import Store
from tests.store.office import ACTOR, Projector, add_case, closed, new_store, registered

TODAY = dt.date(2026, 7, 15)  # a Wednesday
SUNDAY = dt.date(2026, 7, 19)
COLUMN = {name: at for at, name in enumerate(LIST_COLUMNS)}
CHANNELS = ("visit", "phone", "12315")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    rng = random.Random(2026)
    with new_store(tmp_path_factory.mktemp("list"), projector=Projector(days=10)) as store:
        with store.transaction():
            for serial in range(1, 81):
                _random_case(store, serial, rng)
        yield store


def _random_case(store: Store, serial: int, rng: random.Random) -> None:
    case_id = add_case(
        store,
        registered(
            serial,
            name=rng.choice(["王伟", "李娜", "单雄信"]),
            shop=rng.choice(["宏达电器", "悦动健身"]),
            received_on=dt.date(2026, 6, 20) + dt.timedelta(days=rng.randrange(26)),
            channel=rng.choice(CHANNELS),
            amount=rng.choice([None, 100, 250_000]),
            category=rng.choice(["food", "home"]),
        ),
    )
    if rng.random() < 0.4:
        store.log.append(case_id, [closed()], ACTOR)


def every_row(store: Store) -> list[tuple[object, ...]]:
    return store.database.rows(f"SELECT {', '.join(LIST_COLUMNS)} FROM cases")


def _as_sqlite_sorts(value: object) -> tuple[bool, int, str]:
    """No value comes before every value; a column holds either numbers or texts."""
    if isinstance(value, int):
        return (True, value, "")
    return (value is not None, 0, str(value or ""))


def kept(row: tuple[object, ...], chosen: CaseFilter) -> bool:
    value = {name: row[at] for name, at in COLUMN.items()}
    due = value["due_on"]
    is_due = value["is_open"] and due is not None
    return all(
        (
            chosen.group == "all" or bool(value["is_open"]) == (chosen.group == "open"),
            not chosen.channels or value["channel"] in chosen.channels,
            not chosen.categories or value["category"] in chosen.categories,
            not chosen.phases or value["phase"] in chosen.phases,
            chosen.received_from is None or str(value["received_on"]) >= chosen.received_from.isoformat(),
            chosen.received_to is None or str(value["received_on"]) <= chosen.received_to.isoformat(),
            chosen.text in str(value["complainant"]),
            chosen.due != "overdue" or (is_due and str(due) < TODAY.isoformat()),
            chosen.due != "today" or (is_due and due == TODAY.isoformat()),
            chosen.due != "week" or (is_due and TODAY.isoformat() <= str(due) <= SUNDAY.isoformat()),
        )
    )


FILTERS = st.builds(
    CaseFilter,
    text=st.sampled_from(["", "王伟", "雄信", "没有"]),
    group=st.sampled_from(STAGE_GROUPS),
    phases=st.sampled_from([(), ("closed",), ("registered",)]),
    channels=st.lists(st.sampled_from(CHANNELS), max_size=2).map(tuple),
    categories=st.sampled_from([(), ("food",)]),
    due=st.sampled_from(DUE_CHOICES),
    received_from=st.none() | st.dates(dt.date(2026, 6, 18), dt.date(2026, 7, 20)),
    received_to=st.none() | st.dates(dt.date(2026, 6, 18), dt.date(2026, 7, 20)),
    sort=st.sampled_from(sorted(SORTS)),
    descending=st.booleans(),
)


@given(FILTERS)
def test_the_list_equals_a_filter_and_sort_in_python(store: Store, chosen: CaseFilter) -> None:
    # Numbers sort as numbers within their year.
    column = (
        "substr(received_on, 1, 4) || printf('%05d', serial)"
        if chosen.sort == "number"
        else SORTS[chosen.sort]
    )
    keys = dict(store.database.rows(f"SELECT id, {column} FROM cases"))
    expected = [row for row in every_row(store) if kept(row, chosen)]
    expected.sort(key=lambda row: (*_as_sqlite_sorts(keys[row[0]]), row[0]), reverse=chosen.descending)
    found = list(store.cases.case_ids(chosen, TODAY))
    assert found == [row[0] for row in expected]
    assert store.cases.count(chosen, TODAY) == len(found)
    assert store.cases.case_block(found) == expected


def test_a_block_keeps_the_order_asked_and_leaves_out_what_is_unknown(store: Store) -> None:
    numbers = list(store.cases.case_ids(CaseFilter(), TODAY))[:5]
    asked = [numbers[3], 999_999, numbers[0]]
    assert [row[0] for row in store.cases.case_block(asked)] == [numbers[3], numbers[0]]
    assert store.cases.case_block([]) == []


@pytest.mark.parametrize("chosen", [CaseFilter(group="none"), CaseFilter(due="soon")])
def test_an_unknown_filter_is_a_mistake_of_the_caller(store: Store, chosen: CaseFilter) -> None:
    with pytest.raises(ValueError, match="no such filter"):
        store.cases.case_ids(chosen, TODAY)


def test_names_sort_by_pinyin(store: Store) -> None:
    rows = store.cases.case_block(
        store.cases.case_ids(CaseFilter(sort="complainant", descending=False), TODAY)
    )
    names = [row[COLUMN["complainant"]] for row in rows]
    assert list(dict.fromkeys(names)) == ["李娜", "单雄信", "王伟"]


def test_one_case_by_its_names(store: Store) -> None:
    case_id = store.cases.by_number("消投〔2026〕7号")
    assert case_id is not None
    row = store.cases.row_of(case_id)
    assert row is not None
    assert row[COLUMN["number"]] == "消投〔2026〕7号"
    assert store.cases.by_number("消投〔2026〕7") is None
    assert store.cases.row_of("unknown") is None
    [clock] = store.cases.deadlines(case_id)
    assert (clock.due_on or dt.date.max) - clock.starts_on == dt.timedelta(days=10)
    assert '"number":"消投〔2026〕7号"' in (store.cases.state(case_id) or "")


def test_the_desk_counts_what_the_rows_say(store: Store) -> None:
    rows = every_row(store)
    opened = [row for row in rows if row[COLUMN["is_open"]]]
    counts = store.desk.counts(TODAY)
    assert counts.open == len(opened) > 0
    assert counts.overdue == sum(str(row[COLUMN["due_on"]]) < TODAY.isoformat() for row in opened) > 0
    assert counts.due_today == sum(row[COLUMN["due_on"]] == TODAY.isoformat() for row in opened) > 0
    month = [row for row in rows if "2026-07-01" <= str(row[COLUMN["received_on"]]) <= "2026-07-15"]
    assert counts.received_this_month == len(month) > 0


def test_the_worklist_is_sorted_by_due_date_then_age(store: Store) -> None:
    work = store.desk.worklist(1000)
    order = [(row[COLUMN["due_on"]], row[COLUMN["received_on"]], row[0]) for row in work]
    assert order == sorted(order)
    assert {row[0] for row in work} == {row[0] for row in every_row(store) if row[COLUMN["is_open"]]}
    assert store.desk.worklist(3) == work[:3]


def test_money_counts_in_the_year_it_came_and_not_for_void_cases(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    def promise(store: Store, serial: int) -> str:
        case_id = add_case(store, registered(serial))
        obligation = Obligation(
            no=1, obligor="respondent", kind="money", amount=30_000, due_on=dt.date(2027, 2, 1)
        )
        agreed = e.AgreementReached(
            agreed_on=dt.date(2026, 12, 1), terms="分期退款", obligations=(obligation,), instrument="letter"
        )
        paid = [
            e.ObligationPerformed(obligation_no=1, on=dt.date(2026, 12, 30), amount=10_000),
            e.ObligationPerformed(obligation_no=1, on=dt.date(2027, 1, 2), amount=15_000),
            e.ObligationPerformed(obligation_no=1, on=dt.date(2027, 1, 3), done=True),
        ]
        store.log.append(case_id, [agreed, *paid], ACTOR)
        return case_id

    with new_store(tmp_path_factory.mktemp("money")) as office:
        promise(office, 1)
        void = promise(office, 2)
        office.log.append(void, [e.CaseVoided(on=dt.date(2027, 1, 4), reason="重复登记", by="李")], ACTOR)
        assert office.desk.counts(dt.date(2026, 12, 31)).recovered_this_year == 10_000
        assert office.desk.counts(dt.date(2027, 1, 31)).recovered_this_year == 15_000
        assert office.desk.counts(dt.date(2027, 1, 31)).awaiting_performance == 1
        office.rebuild()
        assert office.desk.counts(dt.date(2027, 1, 31)).recovered_this_year == 15_000
        assert office.verify() == []
