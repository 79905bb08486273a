"""Long tables repeat their heads, and many papers make one job."""

from __future__ import annotations

import pytest

from app.papers.renderer import Order, render, render_many, render_template
from app.papers.templates import find, load
from tests.papers import samples
from tests.papers.conformity import faults
from tests.papers.reading import fonts_in, pages_of, text_of

LIST = (
    '<paper id="trial" title="证据清单" rules="any" stage="测试"><about><source>无</source>'
    "<signed-by>无</signed-by><copies>一份</copies></about>"
    '<fields><list name="evidence" label="证据"><item name="title" label="名称"/></list></fields>'
    '<body size="小四"><title>证据清单</title><grid columns="1 6">'
    '<row head="yes"><label>序号</label><label>证据名称</label></row>'
    "{% for one in evidence %}"
    "<row><label>{{ loop.index }}</label><value>{{ one.title }}</value></row>"
    "{% endfor %}"
    "</grid></body></paper>"
)


def test_the_head_of_a_table_stands_on_each_of_its_pages() -> None:
    rows = [{"title": f"收据第{number}张"} for number in range(1, 121)]
    made = render_template(load("trial.xml", LIST), {"evidence": rows}, draft=False)
    pages = pages_of(made.pdf)
    assert made.pages == len(pages) > 3
    for page in pages:
        assert page.count("序号证据名称") == 1
    text = text_of(made.pdf)
    assert all(f"{number}收据第{number}张" in text for number in range(1, 121))


def test_a_table_of_heads_alone_and_a_row_taller_than_a_page_come_to_an_end() -> None:
    made = render_template(load("trial.xml", LIST), {"evidence": [{"title": "字" * 4000}]}, draft=False)
    assert text_of(made.pdf).count("字") >= 4000
    source = LIST.replace("<row><label>{{ loop.index }}", '<row head="yes"><label>{{ loop.index }}')
    many = [{"title": "收据"}] * 200
    assert render_template(load("trial.xml", source), {"evidence": many}, draft=False).pages >= 1


def job(count: int) -> list[Order]:
    orders = []
    for number in range(count):
        fields = samples.short_case()
        fields["complainant"]["name"] = f"陈某{number}"
        fields["paper"]["number"] = f"江市监青调〔2026〕第{number + 1}号"
        orders.append(Order(find("mediation_letter", "R2026"), fields, draft=False))
    return orders


def test_many_papers_are_one_document_that_shares_its_fonts() -> None:
    made = render_many(job(30))
    assert made.pages == (2,) * 30
    pages = pages_of(made.pdf)
    assert len(pages) == 60
    assert "陈某29" in pages[58]
    assert "第1页共2页" in pages[58]
    assert len(fonts_in(made.pdf)) == 2
    assert len(made.pdf) < 160_000
    assert faults(made.pdf) == []
    assert made.pdf == render_many(job(30)).pdf


def test_a_job_of_one_is_the_paper_itself() -> None:
    (order,) = job(1)
    alone = render("mediation_letter", "R2026", order.fields, draft=False)
    assert render_many([order]).pdf == alone.pdf


def test_a_job_of_nothing_is_the_callers_mistake() -> None:
    with pytest.raises(ValueError, match="no papers"):
        render_many([])
