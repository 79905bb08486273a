"""The ledger is a real workbook: numbers as text, money as numbers, nothing that computes."""

from __future__ import annotations

from pathlib import Path

import openpyxl

from app.domain.kinds.complaint.facts import Complainant
from app.services import ledger, registration
from app.services.office import OpenOffice
from app.store.queries.cases import CaseFilter
from tests.offices import walk_in


def test_the_list_goes_out_as_it_stands(office: OpenOffice, tmp_path: Path) -> None:
    registration.register_complaint(office, walk_in())
    odd = Complainant(name="=cmd|' /C calc'!A0", phone="13800000000", address="青山镇")
    registration.register_complaint(office, walk_in(complainant=odd))
    out = tmp_path / "台账.xlsx"
    assert ledger.export_ledger(office, out) == 2
    sheet = openpyxl.load_workbook(out).active
    rows = [list(row) for row in sheet.iter_rows(min_row=4)]
    assert [row[0].value for row in rows] == ["消投〔2026〕1号", "消投〔2026〕2号"]
    assert rows[0][5].value == "13907925561"
    assert rows[0][9].value == 300
    assert rows[1][4].data_type == "s"
    assert rows[1][4].value == "=cmd|' /C calc'!A0"


def test_only_the_chosen_cases_go_out(office: OpenOffice, tmp_path: Path) -> None:
    registration.register_complaint(office, walk_in())
    other = Complainant(name="刘桂芳", phone="13800000000", address="青山镇")
    registration.register_complaint(office, walk_in(complainant=other))
    request = ledger.LedgerRequest(filter=CaseFilter(text="刘桂芳"))
    assert ledger.export_ledger(office, tmp_path / "one.xlsx", request) == 1
