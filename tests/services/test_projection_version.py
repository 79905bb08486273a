"""An office made by another version of the program is brought up to date when it is opened."""

from __future__ import annotations

import ast
import hashlib
from pathlib import Path

import pytest

from app.services import founding, integrity, projection_version
from app.services.registration import register_complaint
from app.system.clock import FixedClock
from tests.offices import NOON, PASSWORD, found, walk_in

DOMAIN = Path(__file__).parents[2] / "app" / "domain"
PROJECTING = (
    "calendar.py",
    "casefile.py",
    "clocks.py",
    "hour_clocks.py",
    "local_promises.py",
    "kind.py",
    "merging.py",
    "matter/*.py",
    "settlement/*.py",
    "kinds/*/*.py",
)
DIGEST = "c9b095c581b3400e"


def meaning(path: Path) -> str:
    """The code of a module without comments, layout and docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        if isinstance(body, list) and body and isinstance(body[0], ast.Expr):
            first = body[0].value
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                body[0] = ast.Expr(ast.Constant(...))
    return ast.dump(tree)


def test_code_that_projects_differently_says_so() -> None:
    files = [path for pattern in PROJECTING for path in sorted(DOMAIN.glob(pattern))]
    digest = hashlib.sha256("".join(meaning(path) for path in files).encode()).hexdigest()
    assert digest[:16] == DIGEST, (
        "what events project to may have changed: raise PROJECTION in app/services/projection_version.py"
        f" and write {digest[:16]} here"
    )


def test_an_office_of_another_version_is_rebuilt_once_at_opening(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = found(tmp_path)
    case_id = register_complaint(office, walk_in()).case_id
    with office.store.transaction():
        office.store.database.sql("UPDATE cases SET next_action = '旧说法' WHERE case_id = ?", (case_id,))
    office.close()
    founding.sign_in(tmp_path, None, PASSWORD, FixedClock(NOON)).close()
    again = founding.sign_in(tmp_path, None, PASSWORD, FixedClock(NOON))
    assert integrity.verify(again) != []
    again.close()
    monkeypatch.setattr(projection_version, "PROJECTION", projection_version.PROJECTION + 1)
    projection_version.projection_version.cache_clear()
    try:
        newer = founding.sign_in(tmp_path, None, PASSWORD, FixedClock(NOON))
        assert integrity.verify(newer) == []
        assert newer.moved_deadlines == []
        newer.close()
    finally:
        projection_version.projection_version.cache_clear()


def test_a_deadline_that_moved_is_told_with_both_dates(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = found(tmp_path)
    case_id = register_complaint(office, walk_in()).case_id
    with office.store.transaction():
        office.store.database.sql("UPDATE deadlines SET due_on = '2026-12-31'")
    office.close()
    monkeypatch.setattr(projection_version, "PROJECTION", projection_version.PROJECTION + 1)
    projection_version.projection_version.cache_clear()
    try:
        newer = founding.sign_in(tmp_path, None, PASSWORD, FixedClock(NOON))
        assert [change.case_id for change in newer.moved_deadlines] == [case_id]
        sentence = projection_version.moved_sentence(newer)
        assert "1 件案件" in sentence
        assert "消投〔2026〕1号（2026-12-31 改为 2026-12-01）" in sentence
        newer.close()
    finally:
        projection_version.projection_version.cache_clear()
