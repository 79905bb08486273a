"""The 告知单: made from the table, printed, kept, printed again to the same bytes."""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec
import pytest

from app.domain.errors import InvalidFields, UserError
from app.domain.office import OfficeChanged
from app.services import founding, integrity, routing
from app.services.office import OpenOffice
from tests.offices import TODAY
from tests.papers.reading import text_of


def test_a_notice_says_where_why_what_to_bring_and_the_ways(office: OpenOffice) -> None:
    place = routing.chosen(office, "seed")
    form = routing.form_for(place, person="陈䶮", matter="水稻种子不发芽")
    given = routing.give(office, form)
    text = text_of(given.pdf)
    for words in (
        "陈䶮：",
        "水稻种子不发芽",
        "农业农村局",
        "购种发票或收据",
        "第三十九条",
        "青山镇消费维权窗口",
    ):
        assert words in text, words
    assert "种子法" not in text
    assert "第一百一十五条" not in text
    assert given.event.no == 1
    assert given.event.sha256 == hashlib.sha256(given.pdf).hexdigest()
    assert given.filename == "告知单2026-1.pdf"


def test_food_prints_the_handover_of_article_115(office: OpenOffice) -> None:
    form = routing.form_for(routing.chosen(office, "tableware"), person="张三")
    assert "第一百一十五条" in text_of(routing.give(office, form).pdf)


def test_notices_count_within_the_year_and_print_again_as_they_were(office: OpenOffice) -> None:
    first = routing.give(office, routing.form_for(routing.chosen(office, "tobacco"), person="张三"))
    second = routing.give(office, routing.form_for(routing.chosen(office, "wages"), person="李四"))
    assert [one.no for one in routing.given(office)] == [2, 1]
    founding.change_office(
        office,
        OfficeChanged(
            name="另一个名字", identity="entrusted", bureau="江安县市场监督管理局",
            case_word="消投", document_word="江市监青",
        ),
    )  # fmt: skip
    assert routing.print_again(office, TODAY.year, 1) == first.pdf
    assert routing.print_again(office, TODAY.year, 2) == second.pdf
    with pytest.raises(UserError, match="没有第3号"):
        routing.print_again(office, TODAY.year, 3)
    assert integrity.verify(office) == []


def test_a_draft_records_nothing(office: OpenOffice) -> None:
    routing.draft(office, routing.form_for(routing.chosen(office, "tobacco")))
    assert routing.given(office) == ()


def test_nothing_is_recorded_when_the_file_cannot_be_saved(office: OpenOffice, tmp_path: Path) -> None:
    form = routing.form_for(routing.chosen(office, "tobacco"))
    with pytest.raises(Exception, match="保存"):
        routing.give(office, form, tmp_path / "none" / "a.pdf")
    assert routing.given(office) == ()
    routing.give(office, form, tmp_path / "告知单.pdf")
    assert (tmp_path / "告知单.pdf").read_bytes().startswith(b"%PDF")


def test_what_is_missing_is_told_at_its_field(office: OpenOffice) -> None:
    form = msgspec.structs.replace(routing.form_for(routing.chosen(office, "tobacco")), why=" ", bring=())
    with pytest.raises(InvalidFields) as caught:
        routing.give(office, form)
    assert set(caught.value.problems) == {"why", "bring"}


def test_the_county_calls_its_departments_by_their_own_names(office: OpenOffice) -> None:
    routing.name_department(office, "agriculture", "县农业农村水利局", "0792-1234567", "江安县农业路1号")
    form = routing.form_for(routing.chosen(office, "seed"), matter="种子")
    text = text_of(routing.give(office, form).pdf)
    assert "县农业农村水利局" in text
    assert "0792-1234567" in text
    assert "江安县农业路1号" in text
    with pytest.raises(UserError, match="没有这个部门"):
        routing.name_department(office, "moon", "月球局")
    with pytest.raises(InvalidFields):
        routing.name_department(office, "police", "公" * 61)
