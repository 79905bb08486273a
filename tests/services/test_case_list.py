"""The rows of the case list say in words what the record holds."""

from __future__ import annotations

import datetime as dt

import msgspec

from app.services import case_list, integrity
from app.services.case_list import CaseFilter
from app.services.office import OpenOffice
from app.services.registration import register_complaint
from tests.offices import walk_in


def test_a_row_in_words(office: OpenOffice) -> None:
    case_id = register_complaint(office, walk_in(dt.date(2026, 11, 10))).case_id
    (row,) = case_list.ids(office, CaseFilter())
    (line,) = case_list.block(office, [row])
    assert line is not None
    assert (line.case_id, line.channel, line.phase_label) == (case_id, "来访", "待受理审查")
    assert (line.due_on, line.days_left, line.unit) == (dt.date(2026, 11, 19), -1, "workday")
    assert (line.amount, line.category, line.next_action) == (30_000, "空调类产品", "作出受理决定")
    assert case_list.case_id_of(office, row) == case_id
    assert case_list.row_of(office, case_id) == row


def test_a_row_that_is_gone_keeps_its_place(office: OpenOffice) -> None:
    register_complaint(office, walk_in())
    (row,) = case_list.ids(office, CaseFilter())
    assert [line is None for line in case_list.block(office, [99, row, 98])] == [True, False, True]
    assert case_list.case_id_of(office, 99) == ""
    assert case_list.row_of(office, "none") is None


def test_numbers_sort_as_numbers(office: OpenOffice) -> None:
    for _ in range(11):
        register_complaint(office, walk_in())
    ids = case_list.ids(office, CaseFilter(sort="number", descending=False))
    numbers = [line.number for line in case_list.block(office, ids) if line is not None]
    assert numbers == [f"消投〔2026〕{n}号" for n in range(1, 12)]


def test_search_finds_the_same_before_and_after_tidying(office: OpenOffice) -> None:
    for _ in range(3):
        register_complaint(office, walk_in())
    before = list(case_list.ids(office, CaseFilter(text="陈䶮 hddq")))
    steps: list[int] = []
    integrity.tidy(office, lambda: steps.append(1))
    assert list(case_list.ids(office, CaseFilter(text="陈䶮 hddq"))) == before
    assert len(before) == 3


def test_a_case_called_by_its_number_comes_before_what_only_mentions_it(office: OpenOffice) -> None:
    first = register_complaint(office, walk_in(dt.date(2026, 11, 10)))
    street = msgspec.structs.replace(walk_in().respondent, address="青山镇中山路1号")
    register_complaint(office, walk_in(respondent=street))
    ids = case_list.ids(office, CaseFilter(text="1号"))
    assert len(ids) == 2
    assert case_list.case_id_of(office, ids[0]) == first.case_id
