"""Each kind the window knows is whole: a face, a form, a dialog for every act, words for every phase."""

from __future__ import annotations

import pytest

from app.services import kinds
from app.ui.kinds.registry import INTAKES, MARKS, face_of, form_of, mark_of
from app.ui.matter.intake_form import SHARED
from app.ui.matter.mark import KindMark


def name(mark: KindMark) -> str:
    return mark.kind


@pytest.mark.parametrize("mark", MARKS, ids=name)
def test_every_act_of_the_procedure_has_a_dialog(mark: KindMark) -> None:
    acts = {action.name for action in kinds.procedure_of(mark.kind).actions}
    assert acts - {"amend"} == {*face_of(mark.kind).dialogs} - {"amend"}


@pytest.mark.parametrize("mark", MARKS, ids=name)
def test_what_can_be_amended_has_a_form(mark: KindMark) -> None:
    acts = {action.name for action in kinds.procedure_of(mark.kind).actions}
    own_dialog = "amend" in face_of(mark.kind).dialogs
    assert "amend" not in acts or own_dialog or mark.kind in {entry.id for entry in INTAKES}


@pytest.mark.parametrize("mark", MARKS, ids=name)
def test_colours_and_stages_are_those_the_kind_knows(mark: KindMark) -> None:
    known = kinds.kind_named(mark.kind)
    assert set(mark.phase_roles) <= set(known.phases)
    stages = {stage.id for stage in kinds.procedure_of(mark.kind).stages}
    assert {stage for tab in face_of(mark.kind).tabs for stage in tab.stages} <= stages
    assert face_of(mark.kind).tabs[0].id == "work"
    assert face_of(mark.kind).mark is mark_of(mark.kind)


def test_chips_are_short_and_tell_the_kinds_apart() -> None:
    labels = [mark.label for mark in MARKS]
    assert len(set(labels)) == len(labels)
    assert all(len(label) <= 4 for label in labels)


def test_forms_name_their_own_fields() -> None:
    for entry in INTAKES:
        form = form_of(entry)
        assert set(form.shared) <= set(SHARED)
        assert form.first
        assert entry.title
