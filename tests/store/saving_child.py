"""A process of its own that saves cases and says so, until it is killed or the disk is full.

Every line it prints is an acknowledgement: what it names must be in the log for ever.
"""

from __future__ import annotations

import argparse
import json
import resource
import signal
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from app.domain.kinds.complaint import events as e
from app.domain.kinds.complaint.facts import Deal
from app.store.store import Store
from app.system.clock import SystemClock
from app.system.errors import EnvironmentProblem
from tests.store.office import ACTOR, Projector, registered


def say(**what: str | int) -> None:
    """One acknowledgement, out of the process before anything else happens."""
    sys.stdout.buffer.write(json.dumps(what).encode() + b"\n")
    sys.stdout.buffer.flush()


def save_for_ever(store: Store) -> None:
    """Register a case, attach a file, amend it; acknowledge each step after it returned."""
    while True:
        with store.transaction():
            serial = store.next_serial("case", 2026)
            case_id = store.log.new_id()
            event = registered(serial, facts="投诉事实" * 100)
            store.log.append(case_id, [event], ACTOR)
        say(number=event.number)
        if serial % 5 == 0:
            stored = store.blobs.put_bytes(b"evidence" * serial, "发票.jpg")
            attachment = e.Attachment(
                sha256=stored.sha256, filename="发票.jpg", size=stored.size, media_type="image/jpeg"
            )
            evidence = e.EvidenceAdded(
                no=1, title="发票", form="原件", provider="complainant", received_on=event.origin.received_on,
                attachment=attachment,
            )  # fmt: skip
            [kept] = store.log.append(case_id, [evidence], ACTOR)
            say(event=kept.id)
        if serial % 3 == 0:
            amended = e.ComplaintAmended(deal=Deal(facts=f"补充 {serial}"), reason="补充")
            [kept] = store.log.append(case_id, [amended], ACTOR)
            say(event=kept.id)
        if serial % 50 == 0:
            store.tidy()


def main() -> int:
    """Run until killed; 3 when the surroundings refused, with their sentence as the last line."""
    parser = argparse.ArgumentParser()
    parser.add_argument("directory", type=Path)
    parser.add_argument("key")
    parser.add_argument("--file-limit", type=int)
    parser.add_argument("--create", action="store_true")
    words = parser.parse_args()
    key = bytes.fromhex(words.key)
    if words.file_limit:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (words.file_limit, words.file_limit))
    try:
        make = Store.create if words.create else Store.open
        save_for_ever(make(words.directory, key, SystemClock(), Projector()))
    except EnvironmentProblem as problem:
        say(problem=problem.message)
        return 3
    return 0


if __name__ == "__main__":
    sys.exit(main())
