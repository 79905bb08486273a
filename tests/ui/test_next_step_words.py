"""What a procedure calls its acts and what the case page says of a next step, over every kind of matter."""

from __future__ import annotations

import datetime as dt
import random
import re
from collections import Counter
from typing import Any

import pytest

from app.domain.dates import SHANGHAI
from app.domain.procedure import Choice
from app.services import kinds
from app.services.casework import CaseView
from app.ui.kinds.registry import face_of
from app.ui.matter.face import KindFace, Shown
from tests.walks import (  # noqa: F401 - importing registers how the acts are filled in
    kind_acts,
    mediation_and_petition_acts,
    settlement_acts,
    shared_acts,
)
from tests.walks.beginnings import registration
from tests.walks.clerk import Desk, the_office, walk

EVERY_KIND = pytest.mark.parametrize("name", list(kinds.KINDS))
MOST_WALKS = 50
START = dt.date(2026, 5, 6)
PLAIN = re.compile(r"[\u4e00-\u9fff0-9、，（）]{2,20}")
SENTENCE = re.compile(r"[^\x00]*[\u4e00-\u9fff][^\x00]*。")
LEFT_OPEN = re.compile(r"None|：。|，；|、。|  |[a-z]{3,}|[（]\s*[）]|：$")
"""Traces of a sentence whose particulars were missing, or of a code that was never put into words."""


def shown(face: KindFace, case: Any, today: dt.date, choice: Choice) -> Shown:
    """A case as the page reads it, as far as the sentence over its next step needs it."""
    view = CaseView(case=case, version=0, deadlines=(), choices=(choice,), papers=(), events=())
    now = dt.datetime.combine(today, dt.time(9), SHANGHAI)
    return Shown(face=face, view=view, history=(), orders=(), urgent=None, now=now)


@EVERY_KIND
def test_labels_of_a_procedure_are_plain_and_tell_its_acts_apart(name: str) -> None:
    procedure = kinds.procedure_of(name)
    labels = [action.label for action in procedure.actions]
    assert [label for label in labels if not PLAIN.fullmatch(label)] == []
    assert [label for label, count in Counter(labels).items() if count > 1] == []
    nexts = [action.next_label or action.label for action in procedure.actions if action.wanted]
    assert [label for label, count in Counter(nexts).items() if count > 1] == []
    papers = [paper.label for paper in procedure.papers]
    assert [label for label, count in Counter(papers).items() if count > 1] == []
    assert [action.name for action in procedure.actions if action.basis and "第" not in action.basis] == []


@EVERY_KIND
def test_every_next_step_says_what_it_needs(name: str) -> None:
    """What random lawful walks come by is said without a gap; the rest has a sentence of its own too."""
    kind, face = kinds.kind_named(name), face_of(name)
    procedure = kinds.procedure_of(name)
    wanted = {action.name for action in procedure.actions if action.wanted or action.lapsed}
    tried: Counter[str] = Counter({"": 1})
    said: set[str] = set()
    seen: list[tuple[Any, dt.date]] = []
    for seed in range(MOST_WALKS):
        rng = random.Random(seed)
        desk = Desk(kind=kind, case=kind.empty("c"), rng=rng, today=START, office=the_office(rng))
        desk.projector.office = desk.office
        desk.done_before = tried
        for case, today, rows in walk(desk, registration(name, rng, desk.today), 40).states:
            seen.append((case, today))
            urgent = kind.most_urgent(case, rows)
            lapsed = kind.lapsed(urgent.clock, urgent.due_on, today) if urgent else frozenset()
            choices = kind.choices(procedure, case, lapsed)
            assert [c.reason for c in choices if c.reason and not SENTENCE.fullmatch(c.reason)] == []
            step = next((choice for choice in choices if choice.next_step), None)
            if step is not None:
                said.add(step.name)
                sentence = face.needed(shown(face, case, today, step), step)
                assert SENTENCE.fullmatch(sentence), (step.name, sentence)
                assert not LEFT_OPEN.search(sentence), (step.name, sentence)
        if wanted <= said:
            return
    for action in procedure.actions:
        if action.name in wanted - said:
            choice = Choice(
                name=action.name,
                label=action.label,
                stage=action.stage,
                basis=action.basis,
                reason="",
                next_step=True,
            )
            told = (face.needed(shown(face, case, today, choice), choice) for case, today in seen)
            assert any(SENTENCE.fullmatch(sentence) for sentence in told), action.name
