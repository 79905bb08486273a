"""Version 1: the event log, its projections, drafts. Raw SQL, frozen once released."""

from __future__ import annotations

from collections.abc import Callable

STATEMENTS: tuple[str, ...] = (
    # Facts about this database that are not events: node, blob identity, projector version.
    "CREATE TABLE meta (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    # The truth. `pos` is the order of arrival here; every other column is covered by `hash`.
    """CREATE TABLE events (
        pos INTEGER PRIMARY KEY,
        id TEXT NOT NULL,
        node TEXT NOT NULL,
        epoch INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        prev TEXT NOT NULL,
        hash TEXT NOT NULL,
        time INTEGER NOT NULL,
        stream TEXT NOT NULL,
        kind TEXT NOT NULL,
        schema INTEGER NOT NULL,
        actor TEXT NOT NULL,
        payload TEXT NOT NULL
    )""",
    "CREATE UNIQUE INDEX events_chain ON events (node, epoch, seq)",
    "CREATE INDEX events_stream ON events (stream, time, node, seq)",
    # Projections: everything below can be made again from the log.
    """CREATE TABLE cases (
        id INTEGER PRIMARY KEY,
        case_id TEXT NOT NULL,
        kind TEXT NOT NULL,
        number TEXT NOT NULL,
        serial INTEGER NOT NULL,
        external_no TEXT NOT NULL,
        channel TEXT NOT NULL,
        source TEXT NOT NULL,
        rule_set TEXT NOT NULL,
        phase TEXT NOT NULL,
        stage TEXT NOT NULL,
        round INTEGER NOT NULL,
        is_open INTEGER NOT NULL,
        received_on TEXT NOT NULL,
        complainant TEXT NOT NULL,
        complainant_phone TEXT NOT NULL,
        complainant_order TEXT NOT NULL,
        respondent TEXT NOT NULL,
        respondent_order TEXT NOT NULL,
        category TEXT NOT NULL,
        problem TEXT NOT NULL,
        amount INTEGER,
        promised INTEGER NOT NULL,
        recovered INTEGER NOT NULL,
        outcome TEXT NOT NULL,
        closed_on TEXT,
        filed_on TEXT,
        next_action TEXT NOT NULL,
        due_on TEXT,
        due_clock TEXT NOT NULL,
        due_provisional INTEGER NOT NULL,
        events INTEGER NOT NULL,
        changed_ms INTEGER NOT NULL,
        search_digest TEXT NOT NULL,
        deadline_digest TEXT NOT NULL
    )""",
    "CREATE UNIQUE INDEX cases_case_id ON cases (case_id)",
    "CREATE INDEX cases_number ON cases (number)",
    "CREATE INDEX cases_external ON cases (external_no, source) WHERE external_no <> ''",
    "CREATE INDEX cases_due ON cases (due_on, received_on) WHERE is_open = 1 AND due_on IS NOT NULL",
    """CREATE INDEX cases_list ON cases
        (received_on, is_open, phase, stage, channel, category, due_on, closed_on, recovered,
         serial, amount)""",
    """CREATE TABLE case_states (
        case_row INTEGER PRIMARY KEY REFERENCES cases (id),
        state TEXT NOT NULL
    )""",
    """CREATE TABLE deadlines (
        case_row INTEGER NOT NULL REFERENCES cases (id),
        no INTEGER NOT NULL,
        clock TEXT NOT NULL,
        label TEXT NOT NULL,
        unit TEXT NOT NULL,
        starts_on TEXT NOT NULL,
        due_on TEXT,
        remind_on TEXT,
        done_on TEXT,
        provisional INTEGER NOT NULL,
        explanation TEXT NOT NULL,
        basis TEXT NOT NULL,
        PRIMARY KEY (case_row, no)
    ) WITHOUT ROWID""",
    """CREATE TABLE case_attachments (
        case_row INTEGER NOT NULL REFERENCES cases (id),
        sha256 TEXT NOT NULL,
        PRIMARY KEY (case_row, sha256)
    ) WITHOUT ROWID""",
    """CREATE TABLE series (
        node TEXT NOT NULL,
        series TEXT NOT NULL,
        year INTEGER NOT NULL,
        last INTEGER NOT NULL,
        PRIMARY KEY (node, series, year)
    ) WITHOUT ROWID""",
    """CREATE TABLE recoveries (
        pos INTEGER PRIMARY KEY,
        case_id TEXT NOT NULL,
        day TEXT NOT NULL,
        amount INTEGER NOT NULL
    )""",
    # Texts saved last, which the index below does not know yet (app/store/search_index.py).
    """CREATE TABLE search_recent (
        case_row INTEGER PRIMARY KEY REFERENCES cases (id),
        texts TEXT NOT NULL
    )""",
    # Tokens are made by us (pairs of characters), so FTS5 only has to split at blanks.
    """CREATE VIRTUAL TABLE search USING fts5
        (name, number, phone, text, pinyin, content='', contentless_delete=1, tokenize='ascii')""",
    # Merging happens when nobody waits (app/store/search_index.py), not in the middle of a save.
    "INSERT INTO search (search, rank) VALUES ('automerge', 0)",
    "INSERT INTO search (search, rank) VALUES ('crisismerge', 64)",
    "CREATE VIRTUAL TABLE search_terms USING fts5vocab ('search', 'instance')",
    # Not events: what is being typed.
    """CREATE TABLE drafts (
        form TEXT NOT NULL,
        key TEXT NOT NULL,
        operator TEXT NOT NULL,
        saved_ms INTEGER NOT NULL,
        content TEXT NOT NULL,
        PRIMARY KEY (form, key)
    ) WITHOUT ROWID""",
)


def up(execute: Callable[[str], object]) -> None:
    """Create every table of version 1."""
    for statement in STATEMENTS:
        execute(statement)
