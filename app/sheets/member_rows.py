"""Lists of people in: the members of a group, or what was paid to each, out of any table with names.

The same reading as for work orders (any workbook or text, header found by its words, hostile files refused in
one sentence); only the columns differ.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

from app.domain.errors import UserError
from app.sheets.cells import clean_line
from app.sheets.columns import ColumnBook, Layout, fold_header
from app.sheets.container import read_file, too_large
from app.sheets.header import find_header
from app.sheets.order_rows import RowReader
from app.sheets.order_sheet import OrderRow, OrderSheet
from app.sheets.orders import grids_of

MOST_ROWS = 5_000


def load_member_columns(text: str) -> ColumnBook:
    """Read the synonym table of member lists. A mistake in the file is a ValueError."""
    data = tomllib.loads(text)
    if data.get("version") != 1:
        raise ValueError(f"member columns: unknown version {data.get('version')!r}")
    ranks: dict[str, tuple[str, int]] = {}
    for field, entry in data["fields"].items():
        for rank, header in enumerate(entry["headers"]):
            if fold_header(header) in ranks:
                raise ValueError(f"member columns: {header!r} stands twice")
            ranks[fold_header(header)] = (field, rank)
    return ColumnBook(
        labels={field: str(entry["label"]) for field, entry in data["fields"].items()},
        ranks=ranks,
        layouts=(),
        generic=Layout(id="members", label="成员名单", order_number="free", headers=frozenset()),
        anchors=frozenset(data["header"]["anchors"]),
        least_fields=int(data["header"]["least_fields"]),
        totals=tuple(fold_header(word) for word in data["rows"]["totals"]),
        footers=tuple(data["rows"]["footers"]),
    )


def read_members(path: Path, columns: ColumnBook) -> OrderSheet:
    """The first sheet of `path` with a header that names people, and the rows under it.

    UserError: not a table, password, damaged, too large, no header, no rows. EnvironmentProblem: unreadable.
    """
    name = clean_line(path.name)
    for grid in grids_of(read_file(path, name), name, columns):
        header = find_header(grid, columns)
        if header is None:
            continue
        reader = RowReader(grid, header, columns, columns.generic.order_number)
        rows: list[OrderRow] = []
        for row in reader.orders():
            if len(rows) == MOST_ROWS:
                raise too_large(name, f"超过 {MOST_ROWS} 人")
            rows.append(row)
        if not rows:
            continue
        taken = set(header.columns.values())
        return OrderSheet(
            source=name,
            sheet=grid.name,
            layout=columns.generic.id,
            layout_label=columns.generic.label,
            order_number_rule=columns.generic.order_number,
            header_row=header.row + 1,
            mapping={field: header.texts[column] for field, column in header.columns.items()},
            ignored=tuple(t for column, t in enumerate(header.texts) if t and column not in taken),
            headers=reader.headers,
            rows=tuple(rows),
            notes=tuple(reader.notes),
        )
    raise UserError(
        f"“{name}”里没有找到名单：第一行应当有“姓名”和“电话”“诉求金额”等列名，下面每人一行，请核对文件。"
    )
