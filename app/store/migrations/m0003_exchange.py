"""Version 3: other offices: who they are, what they sent and got, what waits, numbers given and received.

Everything but `nodes`, `node_keys` and the numbers is bookkeeping of this database alone. A restore rewinds
it, and the epoch that then begins makes it be compared anew (docs/exchange-merging.md).
"""

from __future__ import annotations

from collections.abc import Callable

STATEMENTS: tuple[str, ...] = (
    # Nodes this office wrote as before a clone was repaired; its past ends before (epoch, seq).
    """CREATE TABLE former_nodes (
        node TEXT NOT NULL PRIMARY KEY,
        epoch INTEGER NOT NULL,
        seq INTEGER NOT NULL
    ) WITHOUT ROWID""",
    """CREATE TABLE nodes (
        node TEXT NOT NULL PRIMARY KEY,
        name TEXT NOT NULL,
        code TEXT NOT NULL,
        sign TEXT NOT NULL,
        age TEXT NOT NULL,
        parent TEXT NOT NULL
    ) WITHOUT ROWID""",
    # Every key a node ever had: what it signed before a change of keys stays valid.
    "CREATE TABLE node_keys (node TEXT NOT NULL, sign TEXT NOT NULL, PRIMARY KEY (node, sign)) WITHOUT ROWID",
    """CREATE TABLE peers (
        node TEXT NOT NULL PRIMARY KEY,
        role TEXT NOT NULL,
        active INTEGER NOT NULL,
        fingerprint TEXT NOT NULL,
        enrolled_ms INTEGER NOT NULL,
        own_epoch INTEGER NOT NULL DEFAULT 0,
        listed INTEGER NOT NULL DEFAULT 0,
        exported INTEGER NOT NULL DEFAULT 0,
        acked INTEGER NOT NULL DEFAULT 0,
        sent_number INTEGER NOT NULL DEFAULT 0,
        its_epoch INTEGER NOT NULL DEFAULT 0,
        its_number INTEGER NOT NULL DEFAULT 0,
        last_in_ms INTEGER,
        last_out_ms INTEGER
    ) WITHOUT ROWID""",
    """CREATE TABLE peer_holdings (
        peer TEXT NOT NULL,
        node TEXT NOT NULL,
        epoch INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        hash TEXT NOT NULL,
        PRIMARY KEY (peer, node, epoch)
    ) WITHOUT ROWID""",
    """CREATE TABLE entitled (
        peer TEXT NOT NULL,
        stream TEXT NOT NULL,
        PRIMARY KEY (peer, stream)
    ) WITHOUT ROWID""",
    """CREATE TABLE deliveries (
        peer TEXT NOT NULL,
        epoch INTEGER NOT NULL,
        no INTEGER NOT NULL,
        pos INTEGER NOT NULL,
        PRIMARY KEY (peer, epoch, no)
    ) WITHOUT ROWID""",
    "CREATE UNIQUE INDEX deliveries_event ON deliveries (pos, peer, epoch)",
    """CREATE TABLE acknowledgements (
        peer TEXT NOT NULL,
        epoch INTEGER NOT NULL,
        at_ms INTEGER NOT NULL,
        upto INTEGER NOT NULL,
        PRIMARY KEY (peer, epoch, at_ms)
    ) WITHOUT ROWID""",
    """CREATE TABLE receipts (
        peer TEXT NOT NULL,
        epoch INTEGER NOT NULL,
        first INTEGER NOT NULL,
        last INTEGER NOT NULL,
        PRIMARY KEY (peer, epoch, first)
    ) WITHOUT ROWID""",
    """CREATE TABLE packages (
        id TEXT NOT NULL,
        direction TEXT NOT NULL,
        peer TEXT NOT NULL,
        epoch INTEGER NOT NULL,
        number INTEGER NOT NULL,
        first INTEGER NOT NULL,
        last INTEGER NOT NULL,
        at_ms INTEGER NOT NULL,
        events INTEGER NOT NULL,
        fresh INTEGER NOT NULL,
        attachments INTEGER NOT NULL,
        bytes INTEGER NOT NULL,
        note TEXT NOT NULL,
        PRIMARY KEY (id, direction)
    ) WITHOUT ROWID""",
    "CREATE INDEX packages_peer ON packages (peer, at_ms)",
    """CREATE TABLE vouchers (
        node TEXT NOT NULL,
        epoch INTEGER NOT NULL,
        first INTEGER NOT NULL,
        last INTEGER NOT NULL,
        digest TEXT NOT NULL,
        body TEXT NOT NULL,
        PRIMARY KEY (node, epoch, first, last, digest)
    ) WITHOUT ROWID""",
    "CREATE INDEX events_handed ON events (pos) WHERE kind = 'CaseHanded'",
    # Events that are not in the log: early (predecessor missing), fork (two under one number), superseded.
    """CREATE TABLE quarantine (
        node TEXT NOT NULL,
        epoch INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        hash TEXT NOT NULL,
        reason TEXT NOT NULL,
        peer TEXT NOT NULL,
        at_ms INTEGER NOT NULL,
        stream TEXT NOT NULL,
        line TEXT NOT NULL,
        PRIMARY KEY (node, epoch, seq, hash)
    ) WITHOUT ROWID""",
    """CREATE TABLE forks (
        node TEXT NOT NULL,
        epoch INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        kept TEXT NOT NULL,
        other TEXT NOT NULL,
        told_by TEXT NOT NULL,
        at_ms INTEGER NOT NULL,
        settled INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY (node, epoch, seq, other)
    ) WITHOUT ROWID""",
    # Chains of which only some events come here, so that gaps are no damage.
    "CREATE TABLE sparse_chains (node TEXT NOT NULL, epoch INTEGER NOT NULL, PRIMARY KEY (node, epoch))"
    " WITHOUT ROWID",
    """CREATE TABLE number_ranges (
        series TEXT NOT NULL,
        year INTEGER NOT NULL,
        first INTEGER NOT NULL,
        last INTEGER NOT NULL,
        granted_by TEXT NOT NULL,
        epoch INTEGER NOT NULL,
        PRIMARY KEY (series, year, first)
    ) WITHOUT ROWID""",
    """CREATE TABLE granted_ranges (
        series TEXT NOT NULL,
        year INTEGER NOT NULL,
        first INTEGER NOT NULL,
        last INTEGER NOT NULL,
        to_node TEXT NOT NULL,
        epoch INTEGER NOT NULL,
        PRIMARY KEY (series, year, first)
    ) WITHOUT ROWID""",
    """CREATE TABLE wanted_numbers (
        peer TEXT NOT NULL,
        series TEXT NOT NULL,
        year INTEGER NOT NULL,
        left_over INTEGER NOT NULL,
        epoch INTEGER NOT NULL,
        PRIMARY KEY (peer, series, year)
    ) WITHOUT ROWID""",
    # Attachments named by events that came, which are not here yet; and those a peer says it lacks.
    "CREATE TABLE missing_attachments (sha256 TEXT NOT NULL PRIMARY KEY, peer TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE asked_attachments (peer TEXT NOT NULL, sha256 TEXT NOT NULL, PRIMARY KEY (peer, sha256))"
    " WITHOUT ROWID",
    # 县局已阅: cases somebody looked at here, and cases a peer says were looked at there.
    """CREATE TABLE looked_at (
        peer TEXT NOT NULL,
        case_id TEXT NOT NULL,
        at_ms INTEGER NOT NULL,
        PRIMARY KEY (peer, case_id)
    ) WITHOUT ROWID""",
)


def up(execute: Callable[[str], object]) -> None:
    """Create the tables of version 3."""
    for statement in STATEMENTS:
        execute(statement)
