"""Work orders read from the two real layouts and from what people make of them."""

from __future__ import annotations

import random
import zipfile
from datetime import datetime
from pathlib import Path

import pytest

from app.domain.errors import UserError
from app.sheets.columns import ColumnBook
from app.sheets.orders import read_orders
from tests.sheets.books import (
    DATA,
    HEADERS,
    LAYOUT_A,
    LAYOUT_B,
    NUMBER,
    ORDER,
    OTHER,
    changed_parts,
    save_book,
    with_shared_strings,
)


def test_the_platform_export_is_recognised(columns: ColumnBook) -> None:
    sheet = read_orders(LAYOUT_A, columns)
    assert (sheet.layout, sheet.sheet, sheet.header_row) == ("A", "投诉举报信息", 1)
    assert (sheet.layout_label, sheet.order_number_rule) == ("12315 平台工单导出表", "12315")
    assert len(sheet.rows) == 6
    assert sheet.ignored == ()
    assert sheet.notes == ()
    assert sheet.mapping["problem"] == "问题类别"
    assert sheet.mapping["content"] == "具体问题"
    first = sheet.rows[0]
    assert first.row_number == 2
    assert first.problems == ()
    assert first.notes == ()
    assert first.fields["external_no"] == "1360429002026111600050000"
    assert first.fields["channel"] == "微信小程序"
    assert first.fields["respondent_name"] == "宏达电器商行"
    assert first.fields["respondent_address"] == "江安县青山镇中山路8号"
    assert first.fields["demand"] == "退货,更换"
    assert first.fields["department"] == "青山市场监督管理所"
    assert first.raw["登记编号"] == "1360429002026111600050000"


def test_the_list_view_is_recognised(columns: ColumnBook) -> None:
    sheet = read_orders(LAYOUT_B, columns)
    assert (sheet.layout, len(sheet.rows)) == ("B", 4)
    assert [row.fields["complainant_name"] for row in sheet.rows] == ["陈䶮", "刘桂芳", "孙丽", "赵强"]
    assert sheet.mapping["category"] == "消费类型（中类）"
    assert all(not row.problems for row in sheet.rows)


def test_a_table_of_strings_as_excel_writes_it(columns: ColumnBook, tmp_path: Path) -> None:
    plain = read_orders(save_book(tmp_path / "o.xlsx", [HEADERS, ORDER, OTHER]), columns)
    path = with_shared_strings(tmp_path / "o.xlsx")
    with zipfile.ZipFile(path) as archive:
        assert b"<is>" not in archive.read("xl/worksheets/sheet1.xml")
    assert read_orders(path, columns) == plain


def test_an_old_workbook_gives_the_same(columns: ColumnBook) -> None:
    sheet = read_orders(DATA / "list_view.xls", columns)
    assert (sheet.layout, sheet.sheet, sheet.header_row) == ("B", "工单", 2)
    assert [row.fields["received"] for row in sheet.rows] == ["2026-11-16", "2026-11-17", ""]
    assert [len(row.problems) for row in sheet.rows] == [0, 0, 2]
    assert "当作数字" in sheet.rows[2].problems[0]
    assert "没有保存结果" in sheet.rows[2].problems[1]


@pytest.mark.parametrize("seed", range(8))
def test_columns_may_stand_in_any_order_with_title_rows_and_blank_columns(
    columns: ColumnBook, tmp_path: Path, seed: int
) -> None:
    luck = random.Random(seed)
    order = list(range(len(HEADERS)))
    luck.shuffle(order)
    order.insert(luck.randrange(len(order)), -1)  # a blank column

    def arranged(cells: list[str]) -> list[str]:
        return ["" if place < 0 else cells[place] for place in order]

    title = [["青山市场监督管理所投诉台账"], ["导出时间：2026-11-21", "", "共 2 条"], []][: luck.randrange(4)]
    decorated = [
        f" {header[:1]} {header[1:]}\n（必填） " if i % 2 else f"*{header}："
        for i, header in enumerate(HEADERS)
    ]
    merges = ["A1:H1"] if title else []
    path = save_book(
        tmp_path / "o.xlsx", [*title, arranged(decorated), arranged(ORDER), arranged(OTHER)], merges=merges
    )
    sheet = read_orders(path, columns)
    assert sheet.layout == "B"
    assert sheet.header_row == len(title) + 1
    assert [row.row_number for row in sheet.rows] == [len(title) + 2, len(title) + 3]
    assert sheet.rows[0].fields["external_no"] == NUMBER
    assert sheet.rows[1].fields["respondent_name"] == "惠民超市"
    assert not sheet.rows[0].problems


def test_full_width_headers_and_numbers(columns: ColumnBook, tmp_path: Path) -> None:
    wide = "".join(chr(ord(digit) + 0xFEE0) for digit in NUMBER)
    path = save_book(
        tmp_path / "o.xlsx",
        [
            ["１２３１５编号", "投诉人", "投诉人电话", "投诉内容"],
            [wide, "王伟", "１３８ ０００１ ２３４５", "１件事（要紧）"],
        ],
    )
    fields = read_orders(path, columns).rows[0].fields
    assert fields["external_no"] == NUMBER
    assert fields["complainant_phone"] == "13800012345"
    assert fields["content"] == "１件事（要紧）"


def test_two_row_header_with_merged_groups(columns: ColumnBook, tmp_path: Path) -> None:
    path = save_book(
        tmp_path / "card.xlsx",
        [
            ["消费者投诉登记表"],
            ["登记编号", "姓名", "电话", "经营者", "", "", "投诉性质", "具体问题", "投诉诉求", "涉案金额"],
            ["", "", "", "名称", "电话", "经营者地址", "", "", "", ""],
            [
                "X-17",
                "王伟",
                "13800012345",
                "惠民超市",
                "0792-4228123",
                "中山路9号",
                "质量",
                "坏了",
                "退货",
                19.9,
            ],
        ],
        merges=["A1:J1", "D2:F2", "A2:A3", "B2:B3", "C2:C3", "G2:G3", "H2:H3", "I2:I3", "J2:J3"],
    )
    sheet = read_orders(path, columns)
    assert (sheet.layout, sheet.header_row, sheet.rows[0].row_number) == ("C", 2, 4)
    fields = sheet.rows[0].fields
    assert fields["external_no"] == "X-17"
    assert not sheet.rows[0].problems
    assert fields["respondent_name"] == "惠民超市"
    assert fields["respondent_phone"] == "0792-4228123"
    assert fields["respondent_address"] == "中山路9号"
    assert fields["complainant_phone"] == "13800012345"
    assert fields["amount"] == "19.9"


def test_a_cell_merged_over_rows_counts_for_all_of_them(columns: ColumnBook, tmp_path: Path) -> None:
    second = [*OTHER[:3], "", *OTHER[4:]]
    path = save_book(tmp_path / "o.xlsx", [HEADERS, ORDER, second], merges=["D2:D3"])
    names = [row.fields["respondent_name"] for row in read_orders(path, columns).rows]
    assert names == ["宏达电器商行", "宏达电器商行"]


def test_the_first_sheet_with_orders_is_taken_and_named(columns: ColumnBook, tmp_path: Path) -> None:
    before = [("说明", [["本表由平台导出"]]), ("空表", []), ("只有表头", [HEADERS])]
    path = save_book(tmp_path / "o.xlsx", [HEADERS, ORDER], sheets_before=before)
    sheet = read_orders(path, columns)
    assert sheet.sheet == "工单"
    assert len(sheet.rows) == 1


def test_totals_footers_blank_rows_and_repeated_headers_are_left_out_and_said(
    columns: ColumnBook, tmp_path: Path
) -> None:
    rows = [
        HEADERS,
        ORDER,
        [],
        HEADERS,
        OTHER,
        ["", "　"],
        ["合计：2 件", "2"],
        ["制表人：张三"],
        ["", *[""] * 7, "边注"],
    ]
    sheet = read_orders(save_book(tmp_path / "o.xlsx", rows), columns)
    assert [row.row_number for row in sheet.rows] == [2, 5]
    assert sheet.notes == (
        "第 4 行是重复的表头，没有导入",
        "第 7 行是合计行，没有导入",
        "第 8 行是表尾说明，没有导入",
        "第 9 行是空工单（已认识的列都是空的），没有导入",
    )


def test_rows_of_the_same_number_are_all_handed_over(columns: ColumnBook, tmp_path: Path) -> None:
    sheet = read_orders(save_book(tmp_path / "o.xlsx", [HEADERS, ORDER, OTHER, ORDER]), columns)
    assert [(row.row_number, row.fields["external_no"]) for row in sheet.rows] == [
        (2, NUMBER),
        (3, OTHER[0]),
        (4, NUMBER),
    ]


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        (int(NUMBER), "当作数字"),
        (1.36043e24, "当作数字"),
        ("1.36043E+24", "科学记数"),
        ("1360429002026110000000000", "全是 0"),
        (NUMBER[:-1], "现有 24 位"),
        (NUMBER + "0", "现有 26 位"),
        ("", "没有登记编号"),
        ("无", "应全部是数字"),
    ],
)
def test_a_ruined_number_is_damaged_with_its_reason(
    columns: ColumnBook, tmp_path: Path, cell: object, words: str
) -> None:
    sheet = read_orders(save_book(tmp_path / "o.xlsx", [HEADERS, [cell, *ORDER[1:]], OTHER]), columns)
    assert words in sheet.rows[0].problems[0]
    assert not sheet.rows[1].problems


def test_numbers_of_other_sources_are_free_but_ruin_shows(columns: ColumnBook, tmp_path: Path) -> None:
    headers = ["信访编号", "信访人姓名", "投诉内容", "联系电话", "被投诉人"]
    rows = [
        headers,
        ["HZDH20210528210013", "", "事一", 13800012345, "店一"],
        [202611160001, "", "事二", "", "店二"],
        ["x" * 41, "", "事三", "", "店三"],
        [NUMBER[:24], "", "事四", "", "店四"],
        [2.02611e17, "", "事五", 8.613800012345e17, "店五"],
    ]
    sheet = read_orders(save_book(tmp_path / "o.xlsx", rows), columns)
    assert sheet.layout == "generic"
    assert [bool(row.problems) for row in sheet.rows] == [False, False, True, True, True]
    assert sheet.rows[0].fields["complainant_phone"] == "13800012345"
    assert sheet.rows[1].fields["external_no"] == "202611160001"
    assert len(sheet.rows[4].problems) == 2
    assert "投诉人电话" in sheet.rows[4].problems[1]


@pytest.mark.parametrize(
    "attack", ["=cmd|' /C calc'!A0", "=1+1", "+1+1", "-1", "@SUM(1)", "\t=1", '=HYPERLINK("http://x")']
)
def test_a_cell_that_looks_like_a_formula_is_text(columns: ColumnBook, tmp_path: Path, attack: str) -> None:
    rows = [HEADERS, [ORDER[0], attack, attack, *ORDER[3:]]]
    sheet = read_orders(save_book(tmp_path / "o.xlsx", rows, text_cells=["B2", "C2"]), columns)
    assert sheet.rows[0].fields["content"] == attack.strip()
    assert sheet.rows[0].raw["内容"] == attack
    assert sheet.rows[0].notes == ()
    assert sheet.rows[0].problems == ()


def test_a_real_formula_gives_its_saved_result_and_a_note(columns: ColumnBook, tmp_path: Path) -> None:
    path = tmp_path / "o.xlsx"
    with_result = '<c r="D2" t="str"><f>"宏达"&amp;"电器"</f><v>宏达电器</v></c>'.encode()
    save_book(path, [HEADERS, [*ORDER[:3], "REPLACE", *ORDER[4:]]])

    def plant(name: str, content: bytes) -> bytes:
        if not name.endswith("sheet1.xml"):
            return content
        begin = content.index(b'<c r="D2"')
        return content[:begin] + with_result + content[content.index(b"</c>", begin) + 4 :]

    path.write_bytes(changed_parts(path, plant))
    row = read_orders(path, columns).rows[0]
    assert row.fields["respondent_name"] == "宏达电器"
    assert row.notes == ("“被投诉对象”是公式，取的是表中保存的结果",)
    assert row.problems == ()


def test_a_formula_without_result_and_an_error_value_are_damage(columns: ColumnBook, tmp_path: Path) -> None:
    rows = [HEADERS, [*ORDER[:3], "=A1&B1", *ORDER[4:]], [*OTHER[:3], "#N/A", *OTHER[4:]]]
    first, second = read_orders(save_book(tmp_path / "o.xlsx", rows), columns).rows
    assert "没有保存结果" in first.problems[0]
    assert "错误值" in second.problems[0]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (datetime.fromisoformat("2026-11-21"), "2026-11-21"),
        (datetime.fromisoformat("2026-11-21T10:30"), "2026-11-21 10:30:00"),
        (46347, "2026-11-21"),
        ("2026年11月21日", "2026-11-21"),
        ("2026/11/21 9:05", "2026-11-21 09:05:00"),
        ("２０２６-11-21", "2026-11-21"),
        ("", ""),
    ],
)
def test_dates_come_out_in_one_form(columns: ColumnBook, tmp_path: Path, cell: object, text: str) -> None:
    rows = [[*HEADERS, "登记时间"], [*ORDER, cell]]
    row = read_orders(save_book(tmp_path / "o.xlsx", rows), columns).rows[0]
    assert row.fields["received"] == text
    assert not row.problems


def test_a_date_that_is_none_is_damage(columns: ColumnBook, tmp_path: Path) -> None:
    rows = [[*HEADERS, "登记时间"], [*ORDER, "去年冬天"]]
    row = read_orders(save_book(tmp_path / "o.xlsx", rows), columns).rows[0]
    assert "登记时间“去年冬天”不是日期" in row.problems[0]


def test_unknown_and_double_columns_are_kept_apart(columns: ColumnBook, tmp_path: Path) -> None:
    rows = [[*HEADERS, "电话", "电话", "关键字"], [*ORDER, "13800012345", "13900012345", "退货", "无头"]]
    sheet = read_orders(save_book(tmp_path / "o.xlsx", rows), columns)
    assert sheet.ignored == ("电话", "关键字")
    row = sheet.rows[0]
    assert row.fields["complainant_phone"] == "13800012345"
    assert (row.raw["电话"], row.raw["电话（2）"], row.raw["关键字"]) == (
        "13800012345",
        "13900012345",
        "退货",
    )
    assert row.notes == ("第 11 列没有表头，内容没有导入",)


def test_invisible_characters_go_and_lines_stay(columns: ColumnBook, tmp_path: Path) -> None:
    rows = [HEADERS, [ORDER[0], "\u202e王\u200b伟\ufeff", "第一行\r\n\u3000\n第二行 ", *ORDER[3:]]]
    fields = read_orders(save_book(tmp_path / "o.xlsx", rows), columns).rows[0].fields
    assert fields["complainant_name"] == "王伟"
    assert fields["content"] == "第一行\n第二行"


def test_an_order_without_any_story_is_damage(columns: ColumnBook, tmp_path: Path) -> None:
    rows = [HEADERS, [*ORDER[:2], "　", *ORDER[3:]]]
    assert "没有具体问题" in read_orders(save_book(tmp_path / "o.xlsx", rows), columns).rows[0].problems[0]


def test_no_header_names_what_was_sought_and_what_was_seen(columns: ColumnBook, tmp_path: Path) -> None:
    path = save_book(tmp_path / "花名册.xlsx", [["工号", "部门"], ["1", "食堂"]])
    with pytest.raises(
        UserError, match=r"“花名册\.xlsx”里没有找到表头.*登记编号.*前几行是“工号、部门；1、食堂”"
    ):
        read_orders(path, columns)


def test_a_header_without_orders_is_said(columns: ColumnBook, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="第 2 行是表头，下面没有工单"):
        read_orders(save_book(tmp_path / "o.xlsx", [["标题"], HEADERS, []]), columns)


def test_an_empty_workbook_is_said(columns: ColumnBook, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="表中没有内容"):
        read_orders(save_book(tmp_path / "o.xlsx", []), columns)
