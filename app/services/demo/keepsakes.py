"""What the demonstration leaves behind for people and for checks: papers, ledger and an account of it all."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from app.domain.matter.events import PaperIssued
from app.services import case_list, casework, integrity, kinds, ledger, papers
from app.services.casework import CaseView
from app.services.demo.programme import Made
from app.services.office import OpenOffice
from app.system.atomic_files import make_directory, write_atomically

_PAPERS, _LEDGER = "papers", "ledger.xlsx"


def leave(office: OpenOffice, made: Made, orders: Sequence[Path], out: Path) -> dict[str, Any]:
    """Write every issued paper and the ledger below `out`; returns the account as plain data.

    Money is in cents under `…_cents`, paths are relative to `out`. Raises EnvironmentProblem when the disk
    refuses.
    """
    make_directory(out / _PAPERS, "保存演示文书")
    stories = {case.case_id: case.story for case in made.cases}
    stories[made.order_case] = "work_orders"
    cases = []
    # Row numbers grow with every registration, so this is the order of the case numbers.
    for row in sorted(case_list.ids(office, case_list.CaseFilter())):
        view = casework.load(office, case_list.case_id_of(office, row))
        cases.append(_case(office, view, stories.get(view.case.id, ""), out))
    count = ledger.export_ledger(office, out / _LEDGER)
    findings = integrity.verify(office)
    return {
        "office": {
            "path": "office",
            "name": office.office.name,
            "code": office.office.code,
            "operator": office.operator.name,
        },
        "today": office.clock.today().isoformat(),
        "orders": [path.name for path in orders],
        "counts": _counts(office, cases),
        "cases": cases,
        "ledger": {"path": _LEDGER, "cases": count},
        "verify": {"ok": not findings, "findings": findings},
    }


def _counts(office: OpenOffice, cases: Sequence[dict[str, Any]]) -> dict[str, Any]:
    phases = [case["phase"] for case in cases]
    return {
        "cases": len(cases),
        "phases": {phase: phases.count(phase) for phase in _phases() if phase in phases},
        "papers": sum(len(case["papers"]) for case in cases),
        "pages": sum(paper["pages"] for case in cases for paper in case["papers"]),
        "recovered_cents": sum(case["recovered_cents"] for case in cases),
        "events": office.store.log.count(),
    }


def _phases() -> dict[str, None]:
    """The phases of every kind in their order, each once."""
    return dict.fromkeys(phase for kind in kinds.KINDS.values() for phase in kind.phases)


def _case(office: OpenOffice, view: CaseView, story: str, out: Path) -> dict[str, Any]:
    case = view.case
    shown = view.kind.show(case)
    return {
        "story": story,
        "kind": case.kind,
        "number": case.number,
        "id": case.id,
        "external_no": case.origin.external_no if case.origin else "",
        "complainant": shown.complainant,
        "respondent": shown.respondent,
        "received_on": case.origin.received_on.isoformat() if case.origin else "",
        "rule_set": case.rule_set,
        "phase": case.phase,
        "phase_label": view.kind.phases[case.phase],
        "outcome": case.outcome,
        "round": case.round,
        "amount_cents": shown.amount,
        "promised_cents": shown.promised,
        "recovered_cents": shown.recovered,
        "deadlines": [
            {
                "rule": row.clock,
                "due": row.due_on.isoformat() if row.due_on else None,
                "done_on": row.done_on.isoformat() if row.done_on else None,
                "provisional": row.provisional,
            }
            for row in view.deadlines
        ],
        "next_step": view.next_step.name if view.next_step else None,
        "events": view.version,
        "papers": [_paper(office, view, paper, out) for paper in case.papers],
    }


def _paper(office: OpenOffice, view: CaseView, issued: PaperIssued, out: Path) -> dict[str, Any]:
    """Write the paper as it was issued, and name it with the hash of what was written."""
    rule = next(rule for rule, _ in view.papers if rule.id == issued.paper)
    order = papers.PaperOrder(
        case_id=view.case.id, paper=issued.paper, to=issued.addressee, session_no=issued.session_no
    )
    name = papers.filename(view.case, rule, order)
    pdf = papers.reopen(office, issued, name, view.case.id)
    write_atomically(out / _PAPERS / name, pdf, f"保存“{name}”")
    return {
        **msgspec.to_builtins(issued),
        "label": rule.label,
        "path": f"{_PAPERS}/{name}",
        "sha256": hashlib.sha256(pdf).hexdigest(),
    }
