"""What a court could not confirm is told while the agreement is written."""

from __future__ import annotations

import datetime as dt

import pytest

from app.domain.agreement_lint import hints
from app.domain.settlement.facts import Obligation

PAY = Obligation(
    no=1, obligor="respondent", kind="money", amount=16_540_00, due_on=dt.date(2026, 12, 1), method="银行转账"
)
CLEAN = "被申请人退还卡内余额16540元，双方就此事再无其他争议。"


def test_a_clear_agreement_has_no_remarks() -> None:
    assert hints(CLEAN, [PAY]) == []


@pytest.mark.parametrize(
    ("words", "article"),
    [
        ("被申请人尽快退款，双方再无争议。", "第7条第五项"),
        ("申请人不再举报被申请人，双方再无争议。", "第7条第二"),
        ("免予行政处罚，双方再无争议。", "第7条第一"),
        ("双方同意解除婚姻关系，再无争议。", "第4条"),
    ],
)
def test_what_cannot_be_confirmed_is_named_with_its_article(words: str, article: str) -> None:
    found = [hint.sentence() for hint in hints(words, [PAY])]
    assert any(article in sentence for sentence in found), found


def test_a_sum_of_the_text_that_nobody_promised_is_told() -> None:
    (hint,) = hints("被申请人退还2万元，双方再无争议。", [PAY])
    assert "2万元" in hint.text
    assert "16,540.00" in hint.text


def test_the_closing_clause_is_missed() -> None:
    (hint,) = hints("被申请人退还卡内余额16540元。", [PAY])
    assert "再无其他争议" in hint.text
