"""Suggestions of a kind on sentences as they are spoken at counters, and for any text at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import UserError
from app.domain.triage import KINDS, Route, Signal, Submission, Triage, TriageRules, parse_triage, triage
from app.domain.wording import WordList, words_found
from tests.domain.shipped_data import RESOURCES

TEXT = (RESOURCES / "rules" / "triage.toml").read_text(encoding="utf-8")
RULES: TriageRules = parse_triage(TEXT)


def of(text: str, **fields: object) -> Triage:
    return triage(Submission(text=text, **fields), RULES)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("能不能退款？我买的鞋开胶了", "complaint"),
        ("健身房关门，办卡5000元没用完", "complaint"),
        ("买的空调不制冷，要求退还维修费300元", "complaint"),
        ("种子不发芽，要求赔偿减产损失", "complaint"),
        ("举报镇上黑作坊卖假酒，请查处", "report"),
        ("我不要求赔偿，只想让你们查处无证经营", "report"),
        ("早点摊没有营业执照，卫生脏乱差", "report"),
        ("请问投诉需要什么材料", "consultation"),
        ("想咨询一下预付卡退款怎么算", "consultation"),
        ("你们几点上班", "consultation"),
        ("邻居占我家宅基地，要求赔偿", "dispute"),
        ("楼上漏水泡了我家天花板", "dispute"),
        ("我要上访", "petition"),
        ("建议加强农贸市场管理", "petition"),
        ("你好", ""),
        ("网上访问太慢", ""),
    ],
)
def test_the_likeliest_kind(text: str, first: str) -> None:
    assert of(text).first == first


def test_claim_and_report_in_one_are_to_be_handled_apart() -> None:
    found = of("买了手机三天就坏，商家拒绝退款，要求退款，同时举报其虚假宣传，要求查处")
    assert found.separate
    assert {"complaint", "report"} <= {one.kind for one in found.kinds if one.plain}
    assert "办法第9条" in found.remarks[0]


def test_the_sender_calling_it_both_is_enough() -> None:
    assert of("买到过期牛奶，要求退一赔十", called="投诉举报").separate


def test_a_clue_beside_a_claim_is_asked_about_and_not_split_by_itself() -> None:
    found = of("在超市买到过期牛奶，要求退一赔十")
    assert not found.separate
    assert "问明是否同时举报" in found.remarks[0]
    assert "第27条" in found.remarks[0]


def test_the_words_found_and_the_article_stand_in_the_reason() -> None:
    reason = of("要求退款").kinds[0].reasons[0]
    assert reason.words == ("要求退款",)
    assert reason.sentence.startswith("提出了自己的请求（“要求退款”）——办法第3条")


@pytest.mark.parametrize(
    ("text", "route"),
    [
        ("我要申请政府信息公开，调取执法记录", "disclosure"),
        ("对处罚决定不服，申请行政复议", "reconsideration"),
        ("村干部吃拿卡要", "discipline"),
        ("这件事我已经起诉，法院立案了", "court"),
    ],
)
def test_matters_of_article_44_are_shown_their_way(text: str, route: str) -> None:
    found = of(text)
    assert route in {one.id for one in found.routes}
    assert all(one.tell and one.reason.basis for one in found.routes)


def test_chosen_demands_and_the_senders_word_count() -> None:
    assert of("鞋开胶了", demands=("退货",)).first == "complaint"
    assert of("店里东西不对", called="举报").first == "report"
    assert of("请问退款流程", opponent="宏达商行").first == "complaint"


def test_nothing_telling_says_what_to_ask() -> None:
    assert "请问明" in of("").remarks[0]


@given(st.text(max_size=200), st.sampled_from(["", "投诉", "举报", "咨询", "胡写"]), st.booleans())
def test_any_text_has_an_answer_with_reasons(text: str, called: str, anonymous: bool) -> None:
    found = of(text, called=called, anonymous=anonymous)
    assert len({one.kind for one in found.kinds}) == len(found.kinds)
    assert {one.kind for one in found.kinds} <= set(KINDS)
    assert all(one.reasons and all(reason.basis for reason in one.reasons) for one in found.kinds)
    assert found.kinds or found.routes or found.remarks


@pytest.mark.parametrize("rule", [*RULES.signals, *RULES.routes], ids=lambda rule: rule.id)
def test_every_word_of_the_file_can_be_found(rule: Signal | Route) -> None:
    """A word wholly hidden by one of the longer phrases would be dead data."""
    listed = WordList(words=rule.words, not_in=rule.not_in)
    assert [word for word in rule.words if words_found(word, listed) != (word,)] == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('kind = "petition"', 'kind = "plea"'),
        ("[kinds.dispute]", "[kinds.quarrel]"),
        ('id = "clue"', 'id = "claim"'),
        ("strength = 3", 'strength = "3"'),
    ],
)
def test_a_damaged_file_is_refused(old: str, new: str) -> None:
    with pytest.raises(UserError, match="分类提示文件"):
        parse_triage(TEXT.replace(old, new, 1))
