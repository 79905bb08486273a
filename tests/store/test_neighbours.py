"""Cases near one in hand: by one key each, through an index, the newest first, void ones left out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.kinds.complaint import events as e
from app.store.store import Store
from tests.store.office import ACTOR, add_case, new_store, registered

DAYS = [dt.date(2026, 7, day) for day in (1, 2, 3, 4)]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Four cases and a void one: two of one person, three of one shop."""
    with new_store(tmp_path_factory.mktemp("neighbours") / "office") as made:
        for serial, (name, phone, shop, day) in enumerate(
            (
                ("王伟", "13907925561", "天天便利店", DAYS[0]),
                ("王伟", "13907925561", "宏达电器", DAYS[1]),
                ("李娜", "13800000001", "天天便利店", DAYS[2]),
                ("周军", "13800000002", "天天便利店", DAYS[3]),
            ),
            1,
        ):
            event = registered(serial, name=name, phone=phone, shop=shop, received_on=day, category="food")
            add_case(made, event)
        void = add_case(made, registered(5, name="王伟", phone="13907925561", shop="天天便利店"))
        made.log.append(void, [e.CaseVoided(on=DAYS[3], reason="误登记", by="李")], ACTOR)
        yield made


def numbers(found: list[object]) -> list[str]:
    return [one.number.removeprefix("消投〔2026〕") for one in found]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("key", "value", "expected"),
    [
        ("phone", "13907925561", ["2号", "1号"]),
        ("person", "王伟", ["2号", "1号"]),
        ("shop", "天天便利店", ["4号", "3号", "1号"]),
        ("category", "food", ["4号", "3号", "2号", "1号"]),
        ("phone", "", []),
        ("person", "王", []),
    ],
)
def test_by_one_key_the_newest_first(store: Store, key: str, value: str, expected: list[str]) -> None:
    assert numbers(store.neighbours.sharing(key, value)) == expected


def test_within_days_and_a_limit(store: Store) -> None:
    near = store.neighbours
    assert numbers(near.sharing("shop", "天天便利店", since=DAYS[1], until=DAYS[2])) == ["3号"]
    assert numbers(near.sharing("shop", "天天便利店", limit=1)) == ["4号"]
    with pytest.raises(KeyError):
        near.sharing("respondent", "天天便利店")


def test_by_text_by_row_and_by_id(store: Store) -> None:
    near = store.neighbours
    assert numbers(near.holding("便利店", ("name",))) == ["4号", "3号", "1号"]
    assert near.holding("便", ("name",)) == []
    first = near.sharing("person", "李娜")[0]
    assert near.of_rows([first.row, 999]) == [first]
    assert near.of_cases(["nobody", first.case_id]) == [first]
    assert set(near.states([first.row])) == {first.row}
    assert (first.received_on, first.amount, first.is_open) == (DAYS[2], 12_800, True)


@pytest.mark.parametrize(
    ("key", "index"),
    [
        ("phone", "cases_phone"),
        ("person", "cases_person"),
        ("shop", "cases_shop"),
        ("category", "cases_category"),
    ],
)
def test_every_way_is_an_index(store: Store, key: str, index: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A scan of the table would be slow in a big ledger without any test noticing."""
    asked: list[str] = []
    rows = store.database.rows

    def seen(query: str, parameters: tuple[object, ...] = ()) -> list[tuple[object, ...]]:
        plan = rows(f"EXPLAIN QUERY PLAN {query}", parameters)
        asked.append(" ".join(str(step[3]) for step in plan))
        return rows(query, parameters)

    monkeypatch.setattr(store.database, "rows", seen)
    store.neighbours.sharing(key, "甲", since=DAYS[0])
    assert len(asked) == 1
    assert f"USING INDEX {index}" in asked[0]
    assert "TEMP B-TREE" not in asked[0]


def test_it_survives_a_rebuild(store: Store, tmp_path: Path) -> None:
    before = store.neighbours.sharing("shop", "天天便利店")
    store.rebuild()
    assert store.neighbours.sharing("shop", "天天便利店") == before
