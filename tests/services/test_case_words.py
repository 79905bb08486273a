"""Each kind is numbered under the word the office chose for it."""

from __future__ import annotations

import pytest

from app.domain.errors import InvalidFields
from app.services import case_words, casework, consultation, registration
from app.services.office import OpenOffice
from tests.offices import walk_in
from tests.services.test_consultation import asked


def test_a_new_word_is_for_new_cases_only(office: OpenOffice) -> None:
    first = consultation.register_consultation(office, asked())
    case_words.change_word(office, "consultation", " 青询 ")
    second = consultation.register_consultation(office, asked())
    assert (first.number, second.number) == ("消询〔2026〕1号", "青询〔2026〕2号")
    assert casework.load(office, first.case_id).case.number == first.number
    assert registration.register_complaint(office, walk_in()).number == "消投〔2026〕1号"
    assert case_words.words(office)["consultation"] == "青询"


@pytest.mark.parametrize(
    ("word", "says"), [(" ", "请填写"), ("询" * 13, "最多"), ("询〔1", "不能含"), ("消投", "已经用于投诉")]
)
def test_a_word_that_would_be_misread_is_refused(office: OpenOffice, word: str, says: str) -> None:
    with pytest.raises(InvalidFields) as caught:
        case_words.change_word(office, "consultation", word)
    assert says in caught.value.problems["word"]
    assert case_words.words(office)["consultation"] == "消询"


def test_the_word_of_complaints_is_changed_with_the_particulars(office: OpenOffice) -> None:
    with pytest.raises(ValueError, match="particulars"):
        case_words.change_word(office, "complaint", "青投")
