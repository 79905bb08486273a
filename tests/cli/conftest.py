"""A command line in this process: the same `run` main.py calls, with an office to work in."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from app import cli
from app.domain.kinds.complaint.events import AcceptanceDecided, PartyNotified
from app.services import casework
from app.services.registration import register_complaint
from tests.offices import NOON, PASSWORD, TODAY, found, walk_in


@dataclass(frozen=True)
class Answer:
    """What a command printed and how it ended."""

    code: int
    out: str
    err: str

    def json(self) -> Any:
        assert self.out, self.err
        return json.loads(self.out)

    def refused(self) -> str:
        """The one sentence of a refusal; fails when it is none."""
        assert self.code == 2
        assert self.out == ""
        assert self.err.endswith("。\n")
        assert self.err.count("\n") == 1
        assert "Traceback" not in self.err
        return self.err


Run = Callable[..., Answer]


@pytest.fixture
def yzt(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command with the password of the test offices."""
    monkeypatch.setenv("YZT_PASSWORD", PASSWORD)

    def run(*words: object) -> Answer:
        code = cli.run([str(word) for word in words])
        printed = capsys.readouterr()
        return Answer(code, printed.out, printed.err)

    return run


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """An office with one accepted complaint of 陈䶮 (1号) and one just registered (2号)."""
    directory = tmp_path / "office"
    office = found(directory)
    case_id = register_complaint(office, walk_in()).case_id
    casework.record(
        office,
        case_id,
        AcceptanceDecided(accepted=True, decided_on=TODAY, by="王敏"),
        PartyNotified(
            matter="acceptance", party="complainant", method="phone", at=NOON, by="王敏", result="reached"
        ),
    )
    register_complaint(office, walk_in())
    office.close()
    return directory
