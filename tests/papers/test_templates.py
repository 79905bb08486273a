"""Templates are checked completely when loaded and filled in strictly."""

from __future__ import annotations

from typing import Any

import pytest

from app.domain.errors import UserError
from app.papers.fields import MissingField, hanzi
from app.papers.fonts import font_book
from app.papers.renderer import catalogue, render, render_template
from app.papers.templates import find, load
from app.papers.vocabulary import TemplateProblem
from tests.papers import samples
from tests.papers.reading import text_of


def template(body: str, fields: str = "", head: str = 'rules="any"') -> str:
    return (
        f'<paper id="trial" title="试印" {head} stage="测试">'
        "<about><source>无</source><signed-by>无</signed-by><copies>一份</copies></about>"
        f"<fields>{fields}</fields><body>{body}</body></paper>"
    )


PETITION = (
    "registration", "acceptance", "refusal", "forwarding", "extension", "opinion", "review", "supervision",
)  # fmt: skip
DISPUTE = (
    "mediation_application", "dispute_registration", "rights_notice", "dispute_inquiry_record",
    "dispute_session_record", "mediation_agreement", "oral_agreement", "visit_record",
    "confirmation_persons", "confirmation_body",
)  # fmt: skip
NAME = '<field name="complainant.name" label="投诉人姓名"/>'


TURNS = (
    "handing_sheet", "handing_note", "private_settlement", "withdrawal_request", "authorisation",
    "recusal_decision",
)  # fmt: skip
"""Papers of wrong turns, of who acts for a party, and of handing on."""


def test_catalogue_lists_every_paper_with_its_versions() -> None:
    found = {(info.id, rules) for info in catalogue() for rules in info.rules}
    both = {
        "complaint_registration", "acceptance_decision", "refusal_decision", "mediation_notice",
        "termination_decision", "mediation_letter",
    }  # fmt: skip
    assert found == {(paper, rules) for paper in both for rules in ("R2020", "R2026")} | {
        ("mediation_record", "any"),
        ("report_registration", "any"),
        ("result_notice", "any"),
        ("check_extension", "any"),
        ("transfer_letter", "any"),
        ("opening_notice", "R2020"),
        ("no_opening_notice", "R2020"),
        ("recovery_sheet", "any"),
        ("routing_notice", "any"),
        ("identity_demand", "R2026"),
        *((name, "any") for name in TURNS),
        *((f"casefile_{name}", "any") for name in ("cover", "catalogue", "note", "history")),
        ("transfer_list", "any"),
        ("calculation_note", "any"),
        *((name, "any") for name in ("member_election", "member_schedule", "performance_receipt")),
        ("sync_report", "any"),
        *((f"petition_{name}", "any") for name in PETITION),
        *((name, "any") for name in DISPUTE),
    }
    for info in catalogue():
        assert info.title
        assert info.source
        assert info.signed_by
        assert info.copies
        assert info.stage
        assert all(field.label for field in info.fields)


def test_file_names_are_the_ids() -> None:
    for info in catalogue():
        rules = "R2026" if info.rules == ("any",) else info.rules[0]
        assert find(info.id, rules).name == f"{info.id}.xml"


def test_unknown_papers_are_the_callers_mistake() -> None:
    with pytest.raises(KeyError):
        find("wedding_invitation", "R2026")
    with pytest.raises(KeyError):
        find("acceptance_decision", "R1999")


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ("<paper", "不是合格的 XML"),
        ('<!DOCTYPE paper [<!ENTITY x "y">]>' + template("<p>&x;</p>"), "不允许的 XML 声明"),
        (template("<table/>"), "<body> 里不能放 <table>"),
        (template('<p colour="red">x</p>'), "没有“colour”这个写法"),
        (template('<p align="middle">x</p>'), "align=“middle”写法不对"),
        (template("<seal><office>x</office></seal>"), "应当有一个 <date>"),
        (template("x"), "不能直接写文字"),
        (template('<grid columns="1 2"><row><label>x</label></row></grid>'), "占了 1 栏，应当是 2 栏"),
        (template("<p>{{ complainant.name }}</p>"), "没有在 <fields> 里登记"),
        (template("<p>x</p>", NAME), "complainant.name 没有用到"),
        (template("<p>{{ complainant.name }}</p>", NAME + NAME), "登记了两次"),
        (template("<p>{{ complainant.name</p>", NAME), "写法不对"),
        (template("<p>{{ complainant.name|upper }}</p>", NAME), "没有“|upper”这个变化"),
        (template("<p>{{ complainant.name.__class__ }}</p>", NAME), "没有在 <fields> 里登记"),
        (template("<p>{{ complainant.name() }}</p>", NAME), "不允许的模板语句"),
        (template("<p>{% set x = complainant.name %}</p>", NAME), "不允许的模板语句"),
        (template("<p>{% include 'x' %}{{ complainant.name }}</p>", NAME), "不允许的模板语句"),
        (template("<p>{{ 7 * 7 }}{{ complainant.name }}</p>", NAME), "不允许的模板语句"),
        (template("<p>{% for x in complainant.name %}{% endfor %}</p>", NAME), "不能逐条循环"),
        (template('<p align="{{ complainant.name }}">x</p>', NAME), "写法不对"),
        (template("<p>x</p>", head='rules="R26"'), "rules=“R26”写法不对"),
        (
            template(
                "{% for g in grounds %}<p>{{ g.colour }}</p>{% endfor %}",
                '<list name="grounds" label="情形"><item name="text" label="条文"/></list>',
            ),
            "“g.colour”没有这一项",
        ),
    ],
)
def test_wrong_templates_are_refused_with_the_place(source: str, problem: str) -> None:
    with pytest.raises(TemplateProblem) as caught:
        load("trial.xml", source)
    assert problem in caught.value.message
    assert "trial.xml" in caught.value.message


def fill(source: str, fields: dict[str, Any]) -> str:
    return text_of(render_template(load("trial.xml", source), fields, draft=False).pdf)


def test_conditions_loops_and_filters_print() -> None:
    fields = (
        '<field name="case.amount" label="金额" blank="____"/>'
        '<field name="session.at" label="时间" kind="time"/>'
        '<field name="agreement.terms" label="约定" kind="texts"/>'
    )
    body = (
        "<p>{% if case.amount %}涉及{{ case.amount }}{% else %}不涉及金额{% endif %}</p>"
        "<p>{{ session.at|day }}的{{ session.at|clock }}</p>"
        "{% for term in agreement.terms %}<p>{{ loop.index|hanzi }}、{{ term }}</p>{% endfor %}"
    )
    values = samples.short_case()
    values["case"]["amount"] = None
    text = fill(template(body, fields), values)
    assert "不涉及金额" in text
    assert "2026年11月16日的9时30分" in text
    assert "二、乙方对该空调" in text


@pytest.mark.parametrize("empty", [None, "", "  ", "\u200b"])
def test_required_field_that_is_empty_stops_the_paper_and_is_named(empty: str | None) -> None:
    fields = samples.short_case()
    fields["office"]["name"] = empty
    with pytest.raises(MissingField, match="《投诉登记表》要写明“登记单位”") as caught:
        render("complaint_registration", "R2026", fields, draft=False)
    assert caught.value.name == "office.name"
    assert isinstance(caught.value, UserError)


@pytest.mark.parametrize("path", ["complainant.phone", "case.facts", "office.name"])
def test_field_not_given_at_all_stops_the_paper_even_where_a_blank_is_allowed(path: str) -> None:
    fields = samples.short_case()
    group, name = path.split(".")
    del fields[group][name]
    with pytest.raises(MissingField, match=path.replace(".", r"\.")):
        render("complaint_registration", "R2026", fields, draft=False)


def test_every_declared_field_without_blank_is_really_needed() -> None:
    for info in catalogue():
        rules = "R2026" if info.rules == ("any",) else info.rules[0]
        for field in info.fields:
            if field.blank is not None or field.items or "." not in field.name:
                continue
            fields = samples.short_case()
            group, name = field.name.split(".")
            fields[group][name] = None
            with pytest.raises(MissingField, match=field.label.replace("（", ".").replace("）", ".")):
                find(info.id, rules).fill(fields, font_book(None))


def test_papers_print_with_every_optional_field_empty() -> None:
    for info in catalogue():
        rules = "R2026" if info.rules == ("any",) else info.rules[0]
        fields = samples.short_case()
        for field in info.fields:
            if field.blank is not None and not field.instead:
                group, name = field.name.split(".")
                fields[group][name] = None
        assert render(info.id, rules, fields, draft=True).pages >= 1


def test_list_without_entries_stops_the_paper() -> None:
    fields = samples.short_case()
    fields["grounds"] = []
    with pytest.raises(MissingField, match="终止调解情形的条文"):
        render("termination_decision", "R2026", fields, draft=False)


def test_agreement_needs_a_text_or_terms() -> None:
    fields = samples.short_case()
    fields["agreement"].update(text=None, terms=[])
    with pytest.raises(MissingField, match="调解协议的各项约定"):
        render("mediation_letter", "R2026", fields, draft=False)
    fields["agreement"]["text"] = "乙方当场退还300.00元。"
    assert "乙方当场退还300.00元。" in text_of(render("mediation_letter", "R2026", fields, draft=False).pdf)


def test_value_of_the_wrong_type_is_a_defect_of_the_caller() -> None:
    fields = samples.short_case()
    fields["case"]["received_on"] = "2026-11-09"
    with pytest.raises(TypeError, match=r"case\.received_on"):
        render("acceptance_decision", "R2026", fields, draft=False)


@pytest.mark.parametrize(
    "hostile",
    [
        "<b>粗</b>",
        "&amp;&lt;",
        "{{ 7*7 }}{% raw %}",
        "]]><p>假段落</p>",
        '" onclick="x',
        "</p></body></paper>",
        "{# 注 #}",
        "&#20013;",
    ],
)
def test_hostile_text_is_printed_as_it_is(hostile: str) -> None:
    fields = samples.short_case()
    fields["case"]["facts"] = f"前{hostile}后"
    fields["complainant"]["name"] = hostile
    text = text_of(render("complaint_registration", "R2026", fields, draft=False).pdf)
    plain = hostile.replace(" ", "")
    assert f"前{plain}后" in text
    assert text.count(plain) == 2


@pytest.mark.parametrize(
    ("number", "figures"),
    [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (35, "三十五"), (100, "100"), (0, "0")],
)
def test_numbers_of_clauses(number: int, figures: str) -> None:
    assert hanzi(number) == figures
