"""The door between the store and the kinds of matter: fold a case, and say what lists show of it.

The store knows only these two functions, so a new kind of matter never touches SQL.
"""

from __future__ import annotations

import datetime as dt

import msgspec


class DeadlineRow(msgspec.Struct, frozen=True, kw_only=True):
    """One clock of a case as projected. `done_on` is set when the duty was met; dates never depend on today.

    `due_on` is None while a pause (expert appraisal) is open. `due_at` is the moment a period in hours ends,
    None for one in days.
    """

    clock: str
    label: str
    unit: str
    starts_on: dt.date
    due_on: dt.date | None
    remind_on: dt.date | None
    done_on: dt.date | None
    provisional: bool
    explanation: str
    basis: str
    due_at: dt.datetime | None = None


class CaseRow(msgspec.Struct, frozen=True, kw_only=True):
    """What lists, search and statistics know of a case. Money in cents.

    `search_texts` maps a weight class (name, number, phone, text) to the texts indexed under it;
    `attachments` are the SHA-256 of every file the case refers to;
    `state` is the canonical JSON of the folded state, so that projections rebuild to the same bytes.
    `alert`: 0 none, 1 attention, 2 danger. `holder` names the office that has the case in hand when it is
    another one. `members` counts the people of a group, `linked` the cases tied to this one, `conflicts` what
    two offices wrote without seeing each other. `extra` (加倍赔偿) and `relief` (declared worth of what is no
    money) are cents that `recovered` does not hold. `due_unit` is the unit of the clock `due_clock`.
    """

    case_id: str
    kind: str
    number: str
    serial: int
    external_no: str
    channel: str
    source: str
    rule_set: str
    phase: str
    stage: str
    is_open: bool
    round: int
    received_on: dt.date
    complainant: str
    complainant_phone: str
    respondent: str
    category: str
    problem: str
    amount: int | None
    promised: int
    recovered: int
    outcome: str
    closed_on: dt.date | None
    filed_on: dt.date | None
    next_action: str
    due_on: dt.date | None
    due_clock: str
    due_provisional: bool
    deadlines: tuple[DeadlineRow, ...]
    search_texts: dict[str, tuple[str, ...]]
    attachments: tuple[str, ...]
    state: str
    due_unit: str = "day"
    subject: str = ""
    identity: str = ""
    holder: str = ""
    alert: int = 0
    members: int = 0
    linked: int = 0
    conflicts: int = 0
    extra: int = 0
    relief: int = 0
