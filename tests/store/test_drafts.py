"""Drafts are kept until discarded and are no events."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from app.system.clock import FixedClock
from tests.store.office import ACTOR, START, new_store, reopened


def test_a_draft_is_replaced_survives_and_goes(tmp_path: Path) -> None:
    clock = FixedClock(START)
    store = new_store(tmp_path, clock)
    store.drafts.save("intake", "", ACTOR, '{"name":"王"}')
    clock.advance(dt.timedelta(seconds=2))
    store.drafts.save("intake", "", "another", '{"name":"王伟"}')
    store.drafts.save("mediation", "case-1", ACTOR, "{}")
    store = reopened(store, clock)
    with store:
        draft = store.drafts.load("intake", "")
        assert draft is not None
        assert (draft.operator, draft.content) == ("another", '{"name":"王伟"}')
        assert draft.saved_ms == int(START.timestamp() * 1000) + 2000
        assert [(d.form, d.key) for d in store.drafts.all()] == [("intake", ""), ("mediation", "case-1")]
        store.drafts.discard("intake", "")
        assert store.drafts.load("intake", "") is None
        store.drafts.discard("intake", "")
        assert store.log.count() == 0
        assert store.verify() == []
