"""The printed words of the forms are the official ones, in the official order."""

from __future__ import annotations

import re

import pytest

from app.papers.renderer import render
from tests.papers import samples
from tests.papers.reading import DATA, between_blanks, in_order, official, pages_of, text_of

LETTERS = {
    "identity_demand": "四",
    "acceptance_decision": "五",
    "refusal_decision": "六",
    "mediation_notice": "七",
    "termination_decision": "八",
}


def fields_of(paper: str, rule_set: str = "R2026") -> dict[str, object]:
    fields = samples.short_case()
    # The official form leaves room for an hour only.
    fields["session"]["at"] = fields["session"]["at"].replace(minute=0)
    if paper == "refusal_decision":
        texts = samples.REFUSAL_2026 if rule_set == "R2026" else samples.REFUSAL_2020
        fields.update(grounds=samples.grounds(texts, 2), chosen_labels="二")
    elif rule_set == "R2020":
        fields.update(grounds=samples.grounds(samples.TERMINATION_2020, 3), chosen_labels="三")
    return fields


def official_fragments(form: str) -> list[str]:
    """Body and notes of a letter as its fixed words; notes are printed one below the other."""
    fragments: list[str] = []
    for paragraph in official(form):
        fragments += between_blanks(paragraph)
    # （材料清单） stands for the list itself, which is printed in its place.
    return [fragment for fragment in fragments if fragment not in {"：", "。", "（材料清单）"}]


@pytest.mark.parametrize(("paper", "form"), LETTERS.items())
def test_letters_carry_the_official_wording(paper: str, form: str) -> None:
    text = text_of(render(paper, "R2026", fields_of(paper), draft=False).pdf)
    body = official_fragments(form)
    notes = [fragment for fragment in body if fragment.startswith("注：")]
    assert notes
    assert len(body) > 4
    missing = in_order([f for f in body if not f.startswith("注：")], text)
    assert missing is None, f"{missing!r} not in {text}"
    assert in_order([re.sub(r"\s", "", part) for part in re.split(r" (?=\d\. )", notes[0])], text) is None


def test_letter_foot_and_number_are_the_official_ones() -> None:
    fields = fields_of("acceptance_decision")
    fields["paper"] = {**fields["paper"], "number": None, "issued_on": None, "contact": None}  # type: ignore[dict-item]
    text = text_of(render("acceptance_decision", "R2026", fields, draft=True).pdf)
    assert "____市监____〔〕第____号" in text
    assert "江安县市场监督管理局（印章）____年____月____日" in text
    assert "联系人：________；联系电话：0792-4221315。" in text


def test_chosen_ground_stands_in_the_brackets() -> None:
    text = text_of(render("refusal_decision", "R2026", fields_of("refusal_decision"), draft=False).pdf)
    assert "属以下第〔二〕项情形，依据《市场监督管理投诉举报处理办法》第十六条的规定" in text


def test_registration_form_has_the_official_fields_and_notes() -> None:
    text = text_of(render("complaint_registration", "R2026", samples.short_case(), draft=False).pdf)
    labels = (
        "投诉登记表 登记单位： 编号： 姓名 联系电话 证件类型 证件号码 联系地址 "
        "是否同意公示投诉信息 是否同意委托调解 "
        "名称（姓名） 联系人 地址 联系电话 投诉人（签字）： 年月日 经办人（签字）："
    )
    for label in labels.split():
        assert label in text, label
    for vertical in ("投诉人", "被投诉人", "消费者权益争议事实依据", "投诉请求"):
        assert vertical in text
    notes = next(line for line in official("一") if line.startswith("注："))
    pieces = [re.sub(r"\s", "", part) for part in re.split(r" (?=\d\. )", notes)]
    assert len(pieces) == 4
    assert in_order(pieces, text) is None
    assert "☑是□否" in text
    assert "□是☑否" in text


def test_mediation_letter_has_the_official_fields_words_and_notes() -> None:
    text = text_of(render("mediation_letter", "R2026", samples.short_case(), draft=False).pdf)
    head = "投诉人 联系电话 联系地址 委托代理人 联系电话 被投诉人 法定代表人 经营场所 委托代理人 联系电话"
    for label in head.split():
        assert label in text, label
    wording = [
        "投诉内容及投诉请求：",
        "根据《市场监督管理投诉举报处理办法》有关规定，本局组织双方当事人进行调解，双方自愿达成如下协议：",
        next(line for line in official("九") if line.startswith("本调解书经双方当事人签字后生效")),
        "投诉人（签名）：",
        "被投诉人（签名）：",
        "调解人员（签名）：",
        "江安县市场监督管理局（印章）",
    ]
    assert in_order(wording, text) is None
    notes = next(line for line in official("九") if line.startswith("注："))
    assert in_order([re.sub(r"\s", "", part) for part in re.split(r" (?=\d\. )", notes)], text) is None
    assert (
        in_order(["一、乙方退还甲方维修费", "二、乙方对该空调", "三、双方就本次争议无其他纠纷。"], text)
        is None
    )


@pytest.mark.parametrize(
    ("paper", "article", "texts"),
    [
        (
            "refusal_decision",
            "《市场监督管理投诉举报处理暂行办法》第十五条的规定，我局决定不予受理",
            samples.REFUSAL_2020,
        ),
        (
            "termination_decision",
            "《市场监督管理投诉举报处理暂行办法》第二十一条的规定，我局决定终止调解",
            samples.TERMINATION_2020,
        ),
    ],
)
def test_older_cases_cite_the_order_of_2019(paper: str, article: str, texts: tuple[str, ...]) -> None:
    text = text_of(render(paper, "R2020", fields_of(paper, "R2020"), draft=False).pdf)
    assert article in text
    assert in_order(texts, text) is None
    assert "投诉举报处理办法" not in text


@pytest.mark.parametrize("paper", ["acceptance_decision", "mediation_notice", "mediation_letter"])
def test_no_older_paper_cites_the_order_in_force_now(paper: str) -> None:
    text = text_of(render(paper, "R2020", fields_of(paper, "R2020"), draft=False).pdf)
    assert "《市场监督管理投诉举报处理暂行办法》" in text
    assert "《市场监督管理投诉举报处理办法》" not in text


def test_samples_carry_the_grounds_of_the_law() -> None:
    """The grounds come as data; the ones used here are those of the order itself."""
    law = re.sub(r"\s", "", (DATA / "投诉举报处理办法-总局令第121号.txt").read_text(encoding="utf-8"))
    old = re.sub(r"\s", "", (DATA / "投诉举报处理暂行办法-总局令第20号.txt").read_text(encoding="utf-8"))
    for texts, source in (
        (samples.REFUSAL_2026, law),
        (samples.TERMINATION_2026, law),
        (samples.REFUSAL_2020, old),
        (samples.TERMINATION_2020, old),
    ):
        assert in_order(texts, source) is None


def test_mediation_record_names_everyone_and_has_a_signature_line_on_every_page() -> None:
    pages = pages_of(render("mediation_record", "R2026", samples.long_case(), draft=False).pdf)
    assert len(pages) > 4
    for page in pages:
        assert "投诉人：________被投诉人：________调解人员：________记录人：________" in page
    whole = "".join(pages)
    for words in (
        "时间",
        "地点",
        "方式",
        "现场调解",
        "2026年11月16日9时30分至10时45分",
        "周玉梅",
        "调解过程",
        "调解结果",
    ):
        assert words in whole, words


def test_recovery_sheet_prints_every_group_with_its_number() -> None:
    fields = samples.short_case()
    text = text_of(render("recovery_sheet", "R2026", fields, draft=False).pdf)
    for number, group in enumerate(fields["recovery"]["groups"], start=1):
        assert f"{number}{group}" in text
    assert "江安县市场监督管理局青山所" in text
    assert "2026年11月9日" in text
