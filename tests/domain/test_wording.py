"""Words in a text: longer phrases that only contain them, negations, blanks, full-width letters."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.domain.wording import WordList, readable, words_found

CLAIM = WordList(words=("要求赔偿", "赔偿", "退款"), negatable=True)
NOTS = ("不要求", "不")


def test_a_word_inside_a_longer_phrase_does_not_count() -> None:
    listed = WordList(words=("上访",), not_in=("网上访",))
    assert words_found("网上访问太慢", listed) == ()
    assert words_found("网上访问太慢，我要上访", listed) == ("上访",)


def test_blanks_and_full_width_do_not_hide_a_word_but_lines_are_kept_apart() -> None:
    assert words_found("我要退 款，３Ｃ", WordList(words=("退款", "3C"))) == ("退款", "3C")
    assert words_found("东西可退\n款式旧", WordList(words=("退款",))) == ()
    assert words_found("退\u200b款", CLAIM) == ("退款",)


def test_a_negated_claim_is_no_claim_nor_is_its_part() -> None:
    assert words_found("不要求赔偿", CLAIM, NOTS) == ()
    assert words_found("不要求赔偿，要求退款", CLAIM, NOTS) == ("退款",)
    assert words_found("先说不退款，后来我还是要退款", CLAIM, NOTS) == ("退款",)


def test_the_longer_word_of_a_list_stands_for_the_shorter() -> None:
    assert words_found("要求赔偿", CLAIM) == ("要求赔偿",)
    assert words_found("要求赔偿，赔偿三百", CLAIM) == ("要求赔偿", "赔偿")


@given(st.text(max_size=60), st.text(max_size=60))
def test_a_word_put_into_any_text_is_found(before: str, after: str) -> None:
    assert "上访" in words_found(f"{before}\n上访\n{after}", WordList(words=("上访",)))


@given(st.text(max_size=80))
def test_what_is_found_stands_in_the_text(text: str) -> None:
    for word in words_found(text, WordList(words=("赔", "退", "a", "1"))):
        assert word in readable(text)
