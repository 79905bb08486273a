"""Phrases: what the case knows is filled in, the rest is a blank, and a name nobody knows is told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import InvalidFields, UserError
from app.domain.phrases import (
    BLANK,
    VARIABLES,
    Phrase,
    PhraseField,
    check_phrase,
    fill,
    parse_book,
    phrase_problems,
    tidy_phrase,
    unknown_variables,
)

FIELDS = (PhraseField(code="reply", label="回复", at=("reply/text",)),)


def phrase(**changes: object) -> Phrase:
    parts: dict[str, object] = {"id": "a", "title": "名称", "text": "{投诉人}您好", "fields": ("reply",)}
    return Phrase(**(parts | changes))  # type: ignore[arg-type]


def test_what_is_known_is_filled_in_and_the_rest_left_blank() -> None:
    text = fill(
        "{投诉人}在{ 被投诉人 }付款{金额}元", {"投诉人": "刘桂芳", "被投诉人": "悦动健身房", "金额": ""}
    )
    assert text == f"刘桂芳在悦动健身房付款{BLANK}元"


def test_a_filled_value_is_not_read_as_a_variable_again() -> None:
    assert fill("{投诉人}", {"投诉人": "{金额}"}) == "{金额}"


@pytest.mark.parametrize("text", ["{投拆人}您好", "{}您好", "{投诉人}和{电话}"])
def test_an_unknown_variable_is_an_error_that_names_it(text: str) -> None:
    with pytest.raises(UserError) as refused:
        fill(text, {})
    assert f"“{{{unknown_variables(text)[0]}}}”" in refused.value.message
    assert "text" in phrase_problems(phrase(text=text), FIELDS)


@pytest.mark.parametrize("text", ["{投诉人", "投诉人}", "{投诉人}}"])
def test_a_lone_brace_is_an_error(text: str) -> None:
    with pytest.raises(UserError, match="没有成对"):
        fill(text, {"投诉人": "刘桂芳"})


@given(st.dictionaries(st.sampled_from(sorted(VARIABLES)), st.text(max_size=8)), st.text(max_size=60))
def test_no_known_name_ever_stays_in_a_filled_text(values: dict[str, str], around: str) -> None:
    plain = around.replace("{", "").replace("}", "")
    template = "".join(f"{{{name}}}{plain}" for name in VARIABLES)
    wanted = "".join(f"{values.get(name) or BLANK}{plain}" for name in VARIABLES)
    assert fill(template, values) == wanted


def test_every_problem_of_a_phrase_is_told_at_its_field() -> None:
    with pytest.raises(InvalidFields) as refused:
        check_phrase(phrase(title=" ", text="", fields=()), FIELDS)
    assert set(refused.value.problems) == {"title", "text", "fields"}
    assert phrase_problems(phrase(fields=("nowhere",)), FIELDS) == {"fields": "没有这样的地方：nowhere"}
    assert phrase_problems(phrase(title="长" * 41), FIELDS).keys() == {"title"}


def test_control_characters_do_not_get_in() -> None:
    tidy = tidy_phrase(phrase(title=" 回\x00复\n", text="一\r\n二\x07", fields=("reply", "reply")))
    assert (tidy.title, tidy.text, tidy.fields) == ("回复", "一\n二", ("reply",))


def test_a_book_with_a_wrong_phrase_is_not_read() -> None:
    fields = '[[field]]\ncode = "reply"\nlabel = "回复"\nat = ["reply/text"]\n'
    wrong = '[[phrase]]\nid = "a"\ntitle = "甲"\nfields = ["reply"]\ntext = "{没有}"\n'
    good = wrong.replace("{没有}", "您好")
    assert [p.title for p in parse_book(fields, [good]).phrases] == ["甲"]
    with pytest.raises(ValueError, match="没有"):
        parse_book(fields, [wrong])
    with pytest.raises(ValueError, match="twice"):
        parse_book(fields, [good, good])
