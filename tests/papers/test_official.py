"""The official page of GB/T 9704-2012 and typography in general, measured in the finished PDF."""

from __future__ import annotations

import itertools
import re
from functools import cache

import pytest

from app.papers.renderer import render_template
from app.papers.templates import load
from tests.papers.reading import DATA, Line, lines_of, marks_of
from tests.papers.test_linebreak import FORBIDDEN_FIRST, FORBIDDEN_LAST, LAWS, WHOLE

MM = 72 / 25.4
PAGE_HEIGHT, PAGE_WIDTH = 297 * MM, 210 * MM
PITCH = 225 * MM / 22
CHARACTER = 156 * MM / 28


def document(
    paragraphs: list[str], body: str = 'style="official"', title: str = "关于开展消费维权检查的通知"
) -> bytes:
    template = load(
        "trial.xml",
        '<paper id="trial" title="通知" rules="any" stage="测试"><about><source>无</source>'
        "<signed-by>无</signed-by><copies>一份</copies></about>"
        '<fields><field name="paper.addressee" label="受文人"/>'
        '<field name="letter.paragraphs" label="正文" kind="texts"/></fields>'
        f"<body {body}><title>{title}</title><addressee>{{{{ paper.addressee }}}}</addressee>"
        "{% for one in letter.paragraphs %}<p>{{ one }}</p>{% endfor %}"
        "<seal><office>江安县市场监督管理局</office><date>2026年11月9日</date></seal></body></paper>",
    )
    fields = {"paper": {"addressee": "各市场监管所"}, "letter": {"paragraphs": paragraphs}}
    return render_template(template, fields, draft=False).pdf


@cache
def statute() -> tuple[str, ...]:
    text = (DATA / "消费者权益保护法.txt").read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if len(line) > 20)


@cache
def official() -> list[list[Line]]:
    return lines_of(document(list(statute())))


def body_of(page: list[Line]) -> list[Line]:
    return [line for line in page if not re.fullmatch(r"—\d+—", line.text)]


def test_a_full_page_has_twenty_two_lines_at_an_even_pitch() -> None:
    middle = official()[1:-2]
    assert len(middle) > 5
    full = [body_of(page) for page in middle]
    assert {len(page) for page in full} == {22}
    for page in full:
        for above, below in itertools.pairwise(page):
            assert above.baseline - below.baseline == pytest.approx(PITCH, abs=0.15)


def test_lines_of_ideographs_hold_twenty_eight() -> None:
    lines = [line for page in official()[1:-1] for line in body_of(page)]
    plain = [line for line in lines if re.fullmatch(r"[\u4e00-\u9fff]{20,}", line.text)]
    assert len(plain) > 15
    for line in plain:
        whole = len(line.text) + round((line.left - 28 * MM) / CHARACTER)
        if line.left < 28 * MM + 1 and line.right > 28 * MM + 26.5 * CHARACTER:
            assert whole == 28
            step = (line.right - line.left) / (len(line.text) - 1)
            assert step == pytest.approx(CHARACTER, abs=0.02)


def test_text_stays_inside_its_area() -> None:
    pdf = document(list(statute()))
    for page in marks_of(pdf):
        for mark in page:
            if mark.bottom < 35 * MM - 2:
                continue
            assert mark.left >= 28 * MM - 1
            assert mark.right <= PAGE_WIDTH - 26 * MM + 1
            assert mark.top <= PAGE_HEIGHT - 37 * MM + 1


def test_type_is_size_three_and_the_title_size_two() -> None:
    first = official()[0]
    assert first[0].text == "关于开展消费维权检查的通知"
    assert first[0].size == pytest.approx(22)
    assert (first[0].left + first[0].right + 22) / 2 == pytest.approx(28 * MM + 78 * MM, abs=1)
    # 三号 is 15.75 points in metal and 16 in word processors; 28 of them fill 156 mm.
    assert {round(line.size, 1) for line in body_of(first)[1:]} == {15.8}
    assert first[1].text == "各市场监管所："
    assert first[0].baseline - first[1].baseline == pytest.approx(2 * PITCH, abs=3)


def test_page_numbers_stand_outside_below_the_text() -> None:
    for number, page in enumerate(official(), start=1):
        mark = page[-1]
        assert mark.text == f"—{number}—"
        assert mark.size == pytest.approx(14)
        top = mark.baseline + 0.88 * 14
        assert top == pytest.approx(35 * MM - 7 * MM, abs=0.5)
        if number % 2:
            assert mark.right + 14 == pytest.approx(PAGE_WIDTH - 26 * MM - 14, abs=2)
        else:
            assert mark.left == pytest.approx(28 * MM + 14, abs=1)


def test_paragraphs_begin_two_characters_in_and_the_date_ends_four_from_the_right() -> None:
    lines = [line for page in official()[1:-1] for line in body_of(page)]
    assert {round((line.left - 28 * MM) / CHARACTER, 1) for line in lines} == {0.0, 2.0}
    last = body_of(official()[-1])
    assert last[-1].text == "2026年11月9日"
    assert last[-1].right + CHARACTER == pytest.approx(PAGE_WIDTH - 26 * MM - 4 * CHARACTER, abs=1)
    assert last[-2].text == "江安县市场监督管理局"


def test_long_titles_take_more_lines_of_the_grid() -> None:
    page = lines_of(
        document(list(statute())[:2], title="关于" + "加强预付式消费领域投诉举报处理工作" * 3 + "的通知")
    )[0]
    titles = [line for line in page if line.size > 20]
    assert len(titles) == 3
    assert titles[0].baseline - titles[1].baseline == pytest.approx(PITCH, abs=0.15)


@pytest.mark.parametrize("size", ["三号", "四号", "小四", "五号"])
@pytest.mark.parametrize("law", LAWS)
def test_no_line_of_a_printed_law_breaks_a_rule(law: str, size: str) -> None:
    """Read back from the PDF: a line that is not indented goes on from the one before."""
    paragraphs = (DATA / law).read_text(encoding="utf-8").splitlines()
    pages = lines_of(document(paragraphs, body=f'size="{size}"'))
    margin = 28 * MM
    lines = [line for page in pages for line in page if line.size > 10 or size == "五号"]
    lines = [
        line for line in lines if "（续）" not in line.text and not re.fullmatch(r"第\d+页共\d+页", line.text)
    ]
    assert len(lines) > 40
    for before, after in itertools.pairwise(lines):
        if after.left > margin + 0.6 * after.size:
            continue
        assert after.text[0] not in FORBIDDEN_FIRST, (before, after)
        assert before.text[-1] not in FORBIDDEN_LAST, (before, after)
        joined, place = before.text + after.text, len(before.text)
        for pattern in WHOLE:
            for match in pattern.finditer(joined):
                assert not match.start() < place < match.end(), (before, after, match.group())
