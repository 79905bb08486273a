"""The synonym table the program ships, and mistakes in one."""

from __future__ import annotations

import pytest

from app.sheets.columns import FIELD_NAMES, ColumnBook, fold_header, load_column_book
from app.system.resources import read_text


def test_every_field_has_a_label_and_the_label_or_a_synonym_finds_it(columns: ColumnBook) -> None:
    assert tuple(columns.labels) == FIELD_NAMES
    assert {field for field, _ in columns.ranks.values()} == set(FIELD_NAMES)


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("登记编号", "external_no"),
        ("*登记编号：", "external_no"),
        ("登 记 编\n号", "external_no"),
        ("登记编号（必填）", "external_no"),
        ("登记编号(25位)", "external_no"),
        ("涉案金额（元）", "amount"),
        ("消费类型（中类）", "category"),
        ("商品／服务类别", "category"),
        ("主体地址（经营）", "respondent_address"),
        ("电话", "complainant_phone"),
        ("经营者电话", "respondent_phone"),
        ("登记人", None),
        ("性别", None),
        ("（必填）", None),
        ("", None),
    ],
)
def test_headers_as_they_are_met(columns: ColumnBook, header: str, field: str | None) -> None:
    found = columns.field_of(header)
    assert (found[0] if found else None) == field


def test_the_best_name_wins_and_the_left_one_on_a_tie(columns: ColumnBook) -> None:
    assert columns.assign(["状态", "办结状态", "电话", "投诉人电话", "登记编号", "登记编号"]) == {
        "platform_status": 1,
        "complainant_phone": 3,
        "external_no": 4,
    }


LISTS = {
    "A": "登记编号 类型 接收方式 企业名称 企业地址 诉求内容 问题类别 事发地 "
    "具体问题 初查受理状态 处理机构 处理部门 反馈内容",
    "B": "登记编号 投诉方 内容 被投诉对象 消费类型（中类） 办结状态 反馈内容",
    "C": "登记编号 登记人 信息来源 接收方式 登记时间 姓名 身份证 性别 年龄 电话 邮编 地址 "
    "经营者名称 经营者类别 经营者联系人 经营者电话 经营者地址 "
    "涉案金额 品牌名称 商品类型 投诉性质 具体问题 投诉诉求 消费日期",
    "D": "登记编号 姓名 性别 证件号码 主体名称 主体电话 主体地址（经营） 客体名称 "
    "客体类别 金额 问题分类 关键字",
    "E": "登记编号 被举报对象名称 被举报对象地址 联系人 电话 客体类别 举报问题类别 涉及违法行为 销售方式",
    "generic": "编号 姓名 电话 内容",
}


@pytest.mark.parametrize("layout", LISTS)
def test_the_column_lists_of_real_systems(columns: ColumnBook, layout: str) -> None:
    headers = LISTS[layout].split()
    assert columns.layout_of(headers).id == layout
    assert columns.layout_of(reversed([*headers, "备注"])).id == layout
    assert columns.is_header(columns.assign(headers))


def test_the_case_card_maps_both_parties(columns: ColumnBook) -> None:
    headers = LISTS["C"].split()
    mapping = {field: headers[column] for field, column in columns.assign(headers).items()}
    assert mapping["complainant_name"] == "姓名"
    assert mapping["complainant_address"] == "地址"
    assert mapping["complainant_id_no"] == "身份证"
    assert mapping["respondent_name"] == "经营者名称"
    assert mapping["respondent_address"] == "经营者地址"
    assert mapping["channel"] == "接收方式"
    assert mapping["problem"] == "投诉性质"
    assert mapping["demand"] == "投诉诉求"


def test_a_row_of_data_is_no_header(columns: ColumnBook) -> None:
    assert not columns.is_header(
        columns.assign(["1360429002026111600050000", "投诉", "电话", "来源", "质量"])
    )


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("version = 1", "version = 2", "unknown version"),
        ("[fields.kind]", "[fields.kinds]", "unknown field"),
        ('"业务性质"', '"登记编号"', "stands for both"),
        ('order_number = "12315"', 'order_number = "strict"', "unknown order_number rule"),
    ],
)
def test_a_mistake_in_the_table_is_told(old: str, new: str, words: str) -> None:
    text = read_text("resources/texts/order_columns.toml")
    assert old in text
    with pytest.raises(ValueError, match=words):
        load_column_book(text.replace(old, new, 1))


def test_folding() -> None:
    assert fold_header("　Ａb（元）\n＊：") == "ab(元)"
