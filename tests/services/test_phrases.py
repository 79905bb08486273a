"""What is offered at a text field: the phrases from above and the office's own, found by pinyin."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.errors import InvalidFields, UserError
from app.domain.kinds.complaint.facts import Deal
from app.domain.kinds.report.facts import Clue, Reporter, ReportForm
from app.domain.matter.facts import Business, Origin
from app.domain.phrases import BLANK, fill
from app.services import casework, kinds, phrases, report
from app.services.changes import Changes
from app.services.office import OpenOffice
from app.services.registration import register_complaint
from tests.offices import TODAY, walk_in

WITHOUT_TEXT = {
    "report": {"record_receipt", "judge_notice", "name_reporter"},
    "petition": {"route_petition", "answer_objection"},
}
"""Own acts whose dialogs have no long text, or one that is never said twice the same way."""


def titles(offers: list[phrases.PhraseOffer]) -> list[str]:
    return [one.title for one in offers]


def test_every_phrase_from_above_can_be_filled_and_belongs_somewhere() -> None:
    book = phrases.book()
    assert len(book.phrases) > 60
    for phrase in book.phrases:
        assert "{" not in fill(phrase.text, {})
    used = {code for phrase in book.phrases for code in phrase.fields}
    assert {field.code for field in book.fields} == used


@pytest.mark.parametrize(
    "place",
    [
        "intake/deal.facts",
        "decide_acceptance/facts",
        "record_inquiry/text",
        "hold_session/text",
        "reach_agreement/terms",
        "terminate/facts",
        "reply/text",
        "follow_up/text",
        "close/summary",
    ],
)
def test_the_long_texts_of_a_complaint_have_phrases_of_their_own(office: OpenOffice, place: str) -> None:
    assert len(phrases.offered(office, phrases.field_of(place))) >= 5


@pytest.mark.parametrize("kind", ["report", "petition"])
def test_every_long_text_of_a_kinds_own_acts_has_phrases(office: OpenOffice, kind: str) -> None:
    """The acts only this kind has: a field that was renamed, or a new one, is missed here."""
    others = [name for name in kinds.KINDS if name != kind]
    shared = {action.name for name in others for action in kinds.procedure_of(name).actions}
    own = {action.name for action in kinds.procedure_of(kind).actions} - shared
    known = {place.split("/")[0] for field in phrases.book().fields for place in field.at}
    assert own - known == WITHOUT_TEXT[kind]


@pytest.mark.parametrize("place", ["intake/clue.facts", "intake/request.facts", "intake/answer.answer"])
def test_what_is_offered_at_a_form_is_of_its_kind(office: OpenOffice, place: str) -> None:
    offers = phrases.offered(office, phrases.field_of(place))
    assert 2 <= len(offers) < 15


def test_a_report_fills_where_it_came_from_and_nobodys_name(office: OpenOffice) -> None:
    form = ReportForm(
        origin=Origin(channel="hotline", received_on=TODAY, source="江安县12345热线", external_no="JA1"),
        reporter=Reporter(name="欧阳修远", phone="13907925561"),
        respondent=Business(name="鲜品便利店"),
        clue=Clue(subject="过期食品", facts="豆干过期两个月仍在卖。"),
    )
    case = casework.load(office, report.register_report(office, form).case_id).case
    values = phrases.values_of_case(office, case)
    assert values["交办单位"] == "江安县12345热线"
    assert values["编号"] == case.number
    assert "欧阳修远" not in values.values()


def test_a_text_without_phrases_of_its_own_is_offered_all(office: OpenOffice) -> None:
    assert phrases.field_of("some_new_dialog/text") == ""
    assert len(phrases.offered(office, "")) == len(phrases.book().phrases)


def test_found_by_initials_by_pinyin_and_by_words(office: OpenOffice) -> None:
    offers = phrases.offered(office, "termination")
    assert titles(phrases.matching(offers, "tsrch")) == ["投诉人撤回"]
    assert titles(phrases.matching(offers, "chehui")) == ["投诉人撤回"]
    assert titles(phrases.matching(offers, "注销")) == ["主体资格灭失或当事人死亡"]
    assert phrases.matching(offers, "没有这样的") == []
    assert len(phrases.matching(offers, "")) == len(offers)


def test_a_phrase_is_filled_from_the_case(office: OpenOffice) -> None:
    case_id = register_complaint(office, walk_in()).case_id
    values = phrases.values_of_case(office, casework.load(office, case_id).case)
    offer = next(o for o in phrases.offered(office, "facts") if o.id == "facts.warranty")
    text = phrases.filled(offer, values)
    assert text.startswith("投诉人于2026年4月2日在宏达电器商行购买空调，价款300.00元")
    assert BLANK in text
    assert values["编号"] == "消投〔2026〕1号"
    assert set(values) <= set(phrases.domain.VARIABLES)


def test_a_form_being_typed_fills_what_it_has(office: OpenOffice) -> None:
    values = phrases.values_of_form(office, walk_in(deal=Deal(demands=("refund",))))
    assert (values["金额"], values["商品"], values["请求"]) == ("", "", "退还货款和服务费用")
    assert values["日期"] == f"{TODAY.year}年{TODAY.month}月{TODAY.day}日"


def test_an_own_phrase_comes_first_and_outlives_the_program(office: OpenOffice, tmp_path: Path) -> None:
    assert phrases.save(office, "", "本所开场白", "{单位}为您服务", ("session",)) is Changes.OFFICE
    first = phrases.offered(office, "session")[0]
    assert (first.title, first.own) == ("本所开场白", True)
    assert phrases.filled(first, phrases.values_of_case(office, None)) == "青山镇消费维权窗口为您服务"
    phrases.save(office, first.id, "本所开场白", "改过的{单位}", ("session", "reply"))
    assert [o.text for o in phrases.offered(office, "reply") if o.own] == ["改过的{单位}"]


def test_a_phrase_from_above_can_be_reworded_hidden_and_offered_again(office: OpenOffice) -> None:
    count = len(phrases.offered(office, "bring"))
    phrases.save(office, "bring.usual", "身份证明", "身份证", ("bring",))
    assert len(phrases.offered(office, "bring")) == count
    assert phrases.offered(office, "bring")[0].text == "身份证"
    phrases.retire(office, "bring.usual")
    assert len(phrases.offered(office, "bring")) == count - 1
    assert [one.retired for one in phrases.every(office) if one.id == "bring.usual"] == [True]
    phrases.restore(office, "bring.usual")
    assert len(phrases.offered(office, "bring")) == count


def test_a_wrong_phrase_is_refused_with_the_name(office: OpenOffice) -> None:
    events = office.store.log.count()
    with pytest.raises(InvalidFields) as refused:
        phrases.save(office, "", "错", "{投诉入}您好", ("reply",))
    assert "{投诉入}" in refused.value.problems["text"]
    with pytest.raises(UserError):
        phrases.retire(office, "nothing")
    assert office.store.log.count() == events


def test_own_phrases_survive_a_rebuild(office: OpenOffice) -> None:
    phrases.save(office, "", "甲", "内容", ("reply",))
    office.store.rebuild()
    office.refresh()
    assert titles(phrases.offered(office, "reply"))[0] == "甲"
    assert office.store.verify() == []
