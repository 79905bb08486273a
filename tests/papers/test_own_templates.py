"""Templates from above: they replace the program's, and a hostile one is refused with a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.errors import UserError
from app.papers.field_list import check_fields, known_fields
from app.papers.own_templates import MOST_BYTES, checked
from app.papers.renderer import OwnFolders, catalogue, render, render_template, template_of
from app.papers.templates import all_templates, load
from app.papers.vocabulary import TemplateProblem
from app.system.resources import read_bytes
from tests.papers import samples
from tests.papers.reading import text_of
from tests.papers.test_templates import template

NAME = '<field name="complainant.name" label="投诉人姓名"/>'
TERMS = '<field name="agreement.terms" label="约定" kind="texts"/>'
ORIGINAL = read_bytes("forms/papers/acceptance_decision.xml")


def own(folder: Path, data: bytes, name: str = "acceptance_decision.xml") -> OwnFolders:
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(data)
    return OwnFolders(papers=folder)


def test_every_template_names_fields_of_the_dictionary_only() -> None:
    for one in all_templates():
        check_fields(one.name, one.info.fields)


def test_every_field_of_the_dictionary_has_a_label_and_a_kind() -> None:
    for field in known_fields().values():
        assert field.label
        assert field.kind in {"text", "date", "time", "yesno", "number", "texts"}


def test_own_template_takes_the_place_of_the_programs(tmp_path: Path) -> None:
    changed = ORIGINAL.replace("特此告知。".encode(), "特此告知，请妥为保存。".encode())
    mine = own(tmp_path, changed)
    paper = render("acceptance_decision", "R2026", samples.short_case(), draft=False, own=mine)
    assert "请妥为保存" in text_of(paper.pdf)
    assert "请妥为保存" not in text_of(
        render("acceptance_decision", "R2026", samples.short_case(), draft=False).pdf
    )
    # The older wording for older cases is not touched.
    assert template_of("acceptance_decision", "R2020", mine) is template_of("acceptance_decision", "R2020")
    listed = [info for info in catalogue(mine) if info.id == "acceptance_decision"]
    assert sorted(info.rules for info in listed) == [("R2020",), ("R2026",)]


def test_taking_the_file_away_brings_the_programs_back(tmp_path: Path) -> None:
    mine = own(tmp_path, ORIGINAL.replace("特此告知".encode(), "特此通报".encode()))
    assert template_of("acceptance_decision", "R2026", mine) is not template_of(
        "acceptance_decision", "R2026"
    )
    (tmp_path / "acceptance_decision.xml").unlink()
    assert template_of("acceptance_decision", "R2026", mine) is template_of("acceptance_decision", "R2026")


def test_two_files_for_one_paper_are_told(tmp_path: Path) -> None:
    own(tmp_path, ORIGINAL)
    mine = own(tmp_path, ORIGINAL, "acceptance_decision.R2026.xml")
    with pytest.raises(TemplateProblem, match="同一种文书"):
        template_of("acceptance_decision", "R2026", mine)


BODY = "<p>{{ complainant.name }}</p>"
HOSTILE = {
    "not utf-8": ("文件".encode("gb18030"), "UTF-8"),
    "too large": (b" " * (MOST_BYTES + 1), "KB"),
    "not xml": (b"MZ\x00\x00", "XML"),
    "entity bomb": (
        b'<!DOCTYPE p [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>' + template(BODY, NAME).encode(),
        "XML 声明",
    ),
    "outer file": (
        b'<!DOCTYPE p [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + template("<p>&a;</p>").encode(),
        "XML 声明",
    ),
    "way out of the sandbox": (
        template("<p>{{ complainant.name.__class__.__mro__ }}</p>", NAME).encode(),
        "没有在 <fields> 里登记",
    ),
    "call": (template("<p>{{ complainant.name.upper() }}</p>", NAME).encode(), "不允许"),
    "attribute by filter": (
        template("<p>{{ complainant.name|attr('x') }}</p>", NAME).encode(),
        "没有“|attr”",
    ),
    "import": (template("<p>{% import 'os' as os %}</p>" + BODY, NAME).encode(), "不允许"),
    "range": (
        template("{% for x in range(9999999) %}<p>x</p>{% endfor %}" + BODY, NAME).encode(),
        "不能逐条",
    ),
    "multiplied text": (template("<p>{{ 'a' * 9999999999 }}</p>" + BODY, NAME).encode(), "不允许"),
    "loops in loops": (
        template(
            "{% for a in agreement.terms %}{% for b in agreement.terms %}{% for c in agreement.terms %}"
            "<p>{{ a }}</p>{% endfor %}{% endfor %}{% endfor %}",
            TERMS,
        ).encode(),
        "循环最多套",
    ),
    "deep nesting": (
        template("<p>" + "<strong>" * 5000 + "x" + "</strong>" * 5000 + "</p>").encode(),
        "不能放",
    ),
    "thousands of columns": (
        template(f'<grid columns="{" ".join("1" * 3000)}"><row><label>x</label></row></grid>').encode(),
        "栏",
    ),
    "columns of no width": (
        template('<grid columns="0 0"><row><label>x</label><value>x</value></row></grid>').encode(),
        "栏",
    ),
    "unknown field": (
        template("<p>{{ office.password }}</p>", '<field name="office.password" label="密码"/>').encode(),
        "office.password",
    ),
    "field of another kind": (
        template("<p>{{ case.received_on }}</p>", '<field name="case.received_on" label="日期"/>').encode(),
        "应当是 date",
    ),
    "part that does not exist": (
        template(
            "{% for g in grounds %}<p>{{ g.secret }}</p>{% endfor %}",
            '<list name="grounds" label="情形"><item name="secret" label="x"/></list>',
        ).encode(),
        "secret",
    ),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_templates_are_refused_with_a_sentence(kind: str) -> None:
    data, words = HOSTILE[kind]
    with pytest.raises(TemplateProblem) as caught:
        checked("trial.xml", data)
    assert words in caught.value.message
    assert "trial.xml" in caught.value.message


def test_file_name_and_paper_belong_together() -> None:
    with pytest.raises(TemplateProblem, match=r"acceptance_decision\.xml"):
        checked("refusal_decision.xml", ORIGINAL)
    assert checked("acceptance_decision.xml", ORIGINAL).info.id == "acceptance_decision"


def test_a_wrong_own_template_stops_the_paper_and_is_not_passed_over(tmp_path: Path) -> None:
    mine = own(tmp_path, ORIGINAL.replace(b"<title>", b"<titel>"))
    with pytest.raises(TemplateProblem, match=r"acceptance_decision\.xml"):
        render("acceptance_decision", "R2026", samples.short_case(), draft=False, own=mine)


def test_loops_over_long_lists_end_with_a_sentence() -> None:
    loops = "{% for a in agreement.terms %}{% for b in agreement.terms %}"
    body = loops + "<p>{{ a }}{{ b }}</p>{% endfor %}{% endfor %}"
    values = {"agreement": {"terms": ["约定" * 40] * 3000}}
    with pytest.raises(UserError, match="太长"):
        render_template(load("trial.xml", template(body, TERMS)), values, draft=False)


def test_a_paper_of_thousands_of_pages_ends_with_a_sentence() -> None:
    fields = '<field name="agreement.terms" label="约定" kind="texts"/>'
    body = "{% for a in agreement.terms %}<heading>{{ a }}</heading><p>内容。</p>{% endfor %}"
    values = {"agreement": {"terms": ["约定"] * 40_000}}
    with pytest.raises(UserError, match="2000 页"):
        render_template(load("trial.xml", template(body, fields)), values, draft=False)
