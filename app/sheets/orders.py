"""Work orders in: a file of any known layout becomes rows of our fields, each with what is wrong with it.

Nothing is decided here about what is new or already known; the service does that. Here a file is read
whole or refused in one sentence, and a damaged row is kept with its reason instead of being dropped.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from app.domain.errors import UserError
from app.sheets.cells import clean_line
from app.sheets.columns import ColumnBook
from app.sheets.container import is_ole, is_zip, read_file, too_large
from app.sheets.delimited import read_delimited
from app.sheets.grid import Grid
from app.sheets.header import Header, find_header, first_words
from app.sheets.order_rows import RowReader
from app.sheets.order_sheet import OrderRow, OrderSheet

MAX_ORDERS = 50_000


def read_orders(path: Path, columns: ColumnBook) -> OrderSheet:
    """Read the first sheet of `path` that has a header and orders under it.

    Takes .xlsx, .xls and delimited text, told apart by content. UserError: not a table, password, damaged,
    too large, no header, no orders. EnvironmentProblem: the file cannot be read. The file is never changed.
    """
    name = clean_line(path.name)
    data = read_file(path, name)
    without_orders: str | None = None
    seen: list[str] = []
    for grid in grids_of(data, name, columns):
        header = find_header(grid, columns)
        if header is None:
            seen.append(first_words(grid))
            continue
        sheet = _read_sheet(grid, header, columns, name)
        if sheet.rows:
            return sheet
        without_orders = without_orders or f"“{name}”第 {sheet.header_row} 行是表头"
    if without_orders is not None:
        raise UserError(f"{without_orders}，下面没有工单，请确认导出时选对了时间和范围后重新导出。")
    raise _no_header(name, columns, [words for words in seen if words])


def grids_of(data: bytes, name: str, columns: ColumnBook) -> Iterable[Grid]:
    """The sheets of a file, whatever kind of table it is, told by its content. UserError as `read_orders`."""
    if is_zip(data) or is_ole(data):
        # Imported late: the window names this module, and its start must not load a spreadsheet reader.
        from app.sheets.workbook import read_xls, read_xlsx

        return read_xlsx(data, name) if is_zip(data) else read_xls(data, name)

    def fields_found(grid: Grid) -> int:
        header = find_header(grid, columns)
        return len(header.columns) if header else 0

    return [read_delimited(data, name, fields_found)]


def _no_header(name: str, columns: ColumnBook, seen: list[str]) -> UserError:
    fields = ("external_no", "complainant_name", "respondent_name", "demand", "content")
    wanted = "、".join(columns.labels[field] for field in fields)
    found = f"前几行是“{seen[0]}”" if seen else "表中没有内容"
    return UserError(
        f"“{name}”里没有找到表头：找的是“{wanted}”这样的列名，而{found}，"
        "请确认选对了文件，或把表头改成上述名称后再导入。"
    )


def _read_sheet(grid: Grid, header: Header, columns: ColumnBook, name: str) -> OrderSheet:
    layout = columns.layout_of(header.texts)
    reader = RowReader(grid, header, columns, layout.order_number)
    orders = tuple(_orders(reader, name))
    taken = set(header.columns.values())
    return OrderSheet(
        source=name,
        sheet=grid.name,
        layout=layout.id,
        layout_label=layout.label,
        order_number_rule=layout.order_number,
        header_row=header.row + 1,
        mapping={field: header.texts[column] for field, column in header.columns.items()},
        ignored=tuple(text for column, text in enumerate(header.texts) if text and column not in taken),
        headers=reader.headers,
        rows=orders,
        notes=tuple(reader.notes),
    )


def _orders(reader: RowReader, name: str) -> Iterator[OrderRow]:
    for count, order in enumerate(reader.orders(), start=1):
        if count > MAX_ORDERS:
            raise too_large(name, f"超过 {MAX_ORDERS} 条工单")
        yield order
