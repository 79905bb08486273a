"""Rows under a header as work orders: what each cell means and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from app.domain.identifiers import check_order_number
from app.domain.typed_text import half_width
from app.sheets.cells import (
    clean_code,
    clean_date,
    clean_line,
    clean_text,
    is_ruined_number,
    text_of,
)
from app.sheets.columns import ColumnBook, OrderNumberRule, fold_header
from app.sheets.grid import CellValue, Grid
from app.sheets.header import Header
from app.sheets.order_sheet import OrderRow

CODE_FIELDS = frozenset({"external_no", "complainant_phone", "complainant_id_no", "respondent_phone"})
LONG_FIELDS = frozenset({"content", "demand", "feedback"})
# Numbers of 信访 and city hotlines have no common form and only a common length.
MAX_FREE_NUMBER = 40
# Digits this many are meant as a 12315 number even in a sheet whose numbers are free.
_LIKE_12315 = 20
_STORY_FIELDS = ("content", "demand", "problem")


class RowReader:
    """Turns the rows of one grid into orders; `notes` tells afterwards which rows were left out and why."""

    def __init__(self, grid: Grid, header: Header, book: ColumnBook, rule: OrderNumberRule) -> None:
        self.notes: list[str] = []
        self._grid = grid
        self._header = header
        self._book = book
        self._rule = rule
        self._names = _unique_names(header.texts)
        self._merged = {
            (first, column): last
            for first, column, last, _ in grid.merges
            if last > first >= header.first_data_row and column in self._names
        }

    @property
    def headers(self) -> tuple[str, ...]:
        """Names of the columns in order, unique, as the rows' `raw` uses them."""
        return tuple(self._names[column] for column in sorted(self._names))

    def orders(self) -> Iterator[OrderRow]:
        """Every row that is an order, in the order of the sheet."""
        held: dict[int, tuple[int, CellValue]] = {}
        for index, row in enumerate(self._grid.read_rows()):
            if index < self._header.first_data_row or _is_blank(row):
                continue
            left_out = self._why_left_out(row)
            if left_out:
                self.notes.append(f"第 {index + 1} 行是{left_out}，没有导入")
                continue
            yield self._order(index, self._spread_merged(index, row, held))

    def _spread_merged(
        self, index: int, row: Sequence[CellValue], held: dict[int, tuple[int, CellValue]]
    ) -> Sequence[CellValue]:
        """A cell merged over several rows has its value in the first one only but is meant for all."""
        if not self._merged:
            return row
        filled = list(row)
        for column, value in enumerate(row):
            if (index, column) in self._merged:
                held[column] = (self._merged[index, column], value)
            elif value == "" and column in held and index <= held[column][0]:
                filled[column] = held[column][1]
        return filled

    def _why_left_out(self, row: Sequence[CellValue]) -> str:
        words = [word for value in row if (word := clean_line(text_of(value)))]
        if fold_header(words[0]).startswith(self._book.totals) and not self._has_number(row):
            return "合计行"
        if len(words) == 1 and words[0].startswith(self._book.footers):
            return "表尾说明"
        cells = [(column, text_of(row[column]) if column < len(row) else "") for column in self._names]
        if all(clean_line(cell) == self._header.texts[column] for column, cell in cells):
            return "重复的表头"
        if not any(
            clean_line(text_of(row[column])) for column in self._header.columns.values() if column < len(row)
        ):
            return "空工单（已认识的列都是空的）"
        return ""

    def _has_number(self, row: Sequence[CellValue]) -> bool:
        """Whether the 登记编号 cell holds a number, whole or ruined, and not a word such as 合计."""
        column = self._header.columns.get("external_no")
        if column is None or column >= len(row):
            return False
        return is_ruined_number(row[column]) or clean_code(text_of(row[column])).isdigit()

    def _order(self, index: int, row: Sequence[CellValue]) -> OrderRow:
        problems: list[str] = []
        notes: list[str] = []
        fields: dict[str, str] = {}
        for field, column in self._header.columns.items():
            value = row[column] if column < len(row) else ""
            fields[field] = self._field(field, value, problems)
            self._note_formula(index, column, value, problems, notes)
        problems += self._content_problems(fields)
        raw = {
            name: text_of(row[column]) if column < len(row) else "" for column, name in self._names.items()
        }
        nameless = (c for c, value in enumerate(row) if value != "" and c not in self._names)
        notes += [f"第 {column + 1} 列没有表头，内容没有导入" for column in islice(nameless, 1)]
        return OrderRow(index + 1, fields, raw, tuple(problems), tuple(notes))

    def _field(self, field: str, value: CellValue, problems: list[str]) -> str:
        text = text_of(value)
        if field in CODE_FIELDS:
            code = clean_code(text)
            wrong = self._number_problem(code, value) if field == "external_no" else None
            if wrong is None and is_ruined_number(value):
                wrong = (
                    f"{self._book.labels[field]}被表格软件改成了数字，末尾数位已丢失：请在原表设为文本后重填"
                )
            problems += [wrong] if wrong else []
            return code
        if field in LONG_FIELDS:
            return clean_text(text)
        if field == "amount":
            return clean_line(half_width(text))
        if field == "received":
            date, understood = clean_date(text)
            if not understood:
                label = self._book.labels[field]
                problems.append(f"{label}“{date[:20]}”不是日期：请改成 2026-11-21 这样的写法")
            return date
        return clean_line(text)

    def _number_problem(self, code: str, value: CellValue) -> str | None:
        """What is wrong with a 登记编号; whether it was stored as a number only the cell knows."""
        if isinstance(value, int | float) and not isinstance(value, bool):
            damaged = self._rule == "12315" or is_ruined_number(value)
            return check_order_number(value).problem if damaged else None
        if self._rule == "12315" or is_ruined_number(value) or (len(code) >= _LIKE_12315 and code.isdigit()):
            return check_order_number(code).problem
        if not code:
            return "没有登记编号"
        return f"登记编号超过 {MAX_FREE_NUMBER} 个字，请核对" if len(code) > MAX_FREE_NUMBER else None

    def _note_formula(
        self, index: int, column: int, value: CellValue, problems: list[str], notes: list[str]
    ) -> None:
        place = (index, column)
        if place in self._grid.errors:
            problems.append(f"“{self._names[column]}”是错误值（如 #N/A）：请在原表改正")
        elif place in self._grid.formulas:
            if value == "":
                problems.append(
                    f"“{self._names[column]}”是公式，但没有保存结果：请在表格软件中打开并重新保存"
                )
            else:
                notes.append(f"“{self._names[column]}”是公式，取的是表中保存的结果")

    def _content_problems(self, fields: Mapping[str, str]) -> list[str]:
        story = [field for field in _STORY_FIELDS if field in fields]
        if story and not any(fields[field] for field in story):
            return [f"没有{self._book.labels[story[0]]}：请在原表补上"]
        return []


def _is_blank(row: Sequence[CellValue]) -> bool:
    return all(value == "" or (isinstance(value, str) and not clean_line(value)) for value in row)


def _unique_names(texts: Sequence[str]) -> dict[int, str]:
    """Column -> name for every column with a header; a name met before gets （2）, （3）…"""
    names: dict[int, str] = {}
    taken: set[str] = set()
    for column, text in enumerate(texts):
        if not text:
            continue
        name, copy = text, 1
        while name in taken:
            copy += 1
            name = f"{text}（{copy}）"
        taken.add(name)
        names[column] = name
    return names
