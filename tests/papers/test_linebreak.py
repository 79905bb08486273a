"""Lines of Chinese text against a naive checker that knows nothing of how they were broken."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.papers.linebreak import Line, break_lines, opportunities, stretch, tightened
from tests.papers.reading import DATA

SIZE = 16.0
WIDTHS = range(9, 47)
LAWS = sorted(path.name for path in DATA.glob("*.txt"))
FORBIDDEN_FIRST = set("，。、；：！？）〕】》〉」』”’％…—,.;:!?)]}%")
FORBIDDEN_LAST = set("（〔【《〈「『“‘([{￥¥")
WHOLE = [
    re.compile(pattern)
    for pattern in (
        r"\d{4}年\d{1,2}月\d{1,2}日",
        r"\d{1,2}月\d{1,2}日",
        r"\d{1,2}时\d{1,2}分",
        r"\d[\d,]*\.?\d*元",
        r"[壹贰叁肆伍陆柒捌玖拾佰仟万]+元整",
        r"〔\d{4}〕第?\d+号",
        r"\d{17}[\dX]",
        r"\d{25}",
        r"0\d{3}-\d{7}",
        r"1\d{10}",
        r"\d+(?:\.\d+)?[%％]",
        r"第[一二三四五六七八九十]+条",
        r"[A-Za-z0-9]{2,}",
        r"——|……",
    )
]

HAN = st.text(
    alphabet="投诉人市场监督管理局消费者权益保护法退还货款修理更换的在于由和青山镇䶮𬭎",
    min_size=1,
    max_size=9,
)
TOKENS = st.sampled_from(
    [
        "2026年11月9日",
        "9时30分",
        "1月5日",
        "3,200.00元",
        "人民币300.00元",
        "人民币叁佰元整",
        "壹万陆仟肆佰零玖元贰分",
        "江市监青受〔2026〕第222号",
        "〔2026〕31号",
        "999999199001010016",
        "11010519491231002X",
        "1360499002026110900012345",
        "0792-4221315",
        "13907925561",
        "12.5%",
        "98％",
        "第十六条",
        "第二十三条第一款",
        "iPhone",
        "www.12315.cn",
        "a@b.com",
        "2.5公斤",
        "60日",
        "7个工作日",
        "（一）",
        "GB/T9704-2012",
        "5",
        "——",
        "……",
        "☑是",
        "￥28,650.50",
    ]
)
MARKS = st.sampled_from(
    [
        "，",
        "。",
        "、",
        "；",
        "：",
        "！",
        "？",
        "）",
        "》",
        "”",
        "（",
        "《",
        "“",
        "〔",
        "。”",
        "：“",
        "），",
        "》（",
        " ",
    ]
)
TEXTS = st.lists(st.one_of(HAN, TOKENS, MARKS, HAN), min_size=1, max_size=60).map("".join)


def widths(text: str) -> list[float]:
    return [SIZE / 2 if character.isascii() else SIZE for character in text]


def broken(text: str, em: float, indent: float = 0.0) -> list[Line]:
    return break_lines(text, tightened(text, widths(text), SIZE), SIZE, (em - indent) * SIZE, em * SIZE)


def violations(text: str, lines: list[Line]) -> list[str]:
    """What a reader would complain about."""
    found: list[str] = []
    shown = [text[line.start : line.end].rstrip(" ") for line in lines]
    for before, after in pairwise(lines):
        if before.forced:
            continue
        first, last = text[after.start], text[before.start : before.end].rstrip(" ")[-1:]
        if first in FORBIDDEN_FIRST:
            found.append(f"line begins with {first}")
        if last in FORBIDDEN_LAST:
            found.append(f"line ends with {last}")
    starts = {line.start for before, line in pairwise(lines) if not before.forced}
    for pattern in WHOLE:
        for match in pattern.finditer(text):
            if any(match.start() < start < match.end() for start in starts):
                found.append(f"{match.group()} is split")
    if re.sub(" ", "", "".join(shown)) != re.sub(" ", "", text):
        found.append("text is lost")
    return found


@given(TEXTS, st.integers(min_value=18, max_value=34))
def test_no_line_breaks_a_rule(text: str, em: int) -> None:
    lines = broken(text, em, indent=2)
    assert violations(text, lines) == []


@given(TEXTS, st.integers(min_value=18, max_value=34))
def test_no_line_is_wider_than_its_room(text: str, em: int) -> None:
    for number, line in enumerate(broken(text, em, indent=2)):
        room = (em - 2 if number == 0 else em) * SIZE
        assert line.width <= room + 1e-6


@given(TEXTS, st.integers(min_value=1, max_value=6))
def test_narrow_columns_end_and_lose_nothing(text: str, em: int) -> None:
    lines = broken(text, em)
    assert "".join(text[line.start : line.end] for line in lines).replace(" ", "") == text.replace(" ", "")
    assert all(line.end > line.start for line in lines)


@pytest.mark.parametrize("law", LAWS)
@pytest.mark.parametrize("em", [9, 15, 22, 28, 33])
def test_statutes_break_without_a_violation(law: str, em: int) -> None:
    count = 0
    for paragraph in (DATA / law).read_text(encoding="utf-8").splitlines():
        lines = broken(paragraph, em, indent=2)
        assert violations(paragraph, lines) == [], paragraph
        # Only a date or number wider than a very narrow column may be cut.
        assert em < 15 or not any(line.forced for line in lines), paragraph
        count += len(lines)
    assert count > 50


def test_statutes_are_really_there() -> None:
    assert len(LAWS) == 10
    assert sum(len((DATA / law).read_text(encoding="utf-8")) for law in LAWS) > 50_000


@pytest.mark.parametrize("law", LAWS)
def test_a_hundred_thousand_lines_without_a_violation(law: str) -> None:
    """Every law at every width from 9 to 46 characters; together more than 100,000 lines (counted below)."""
    paragraphs = (DATA / law).read_text(encoding="utf-8").splitlines()
    for em in WIDTHS:
        for paragraph in paragraphs:
            lines = broken(paragraph, em, indent=2)
            assert violations(paragraph, lines) == [], (em, paragraph)


def test_they_are_a_hundred_thousand() -> None:
    """At least one line for every `em` characters of each paragraph, whatever the breaker does."""
    least = sum(
        -(-2 * len(paragraph) // (2 * em + 3))
        for law in LAWS
        for paragraph in (DATA / law).read_text(encoding="utf-8").splitlines()
        for em in WIDTHS
    )
    assert least > 100_000


@given(TEXTS, st.integers(min_value=18, max_value=34))
def test_stretched_lines_fill_the_room_exactly(text: str, em: int) -> None:
    for line in broken(text, em):
        extra, places = stretch(text, line, em * SIZE, SIZE)
        if extra:
            assert line.width + extra * sum(places) == pytest.approx(em * SIZE)
            assert extra <= 0.2 * SIZE
            assert not line.ends_paragraph


def test_closing_mark_hangs_half_a_square_at_the_end_of_a_line() -> None:
    text = "一二三四五六七八九，下一行"
    lines = break_lines(text, widths(text), SIZE, 9.5 * SIZE, 9.5 * SIZE)
    assert text[lines[0].start : lines[0].end] == "一二三四五六七八九，"
    assert lines[0].trim == SIZE / 2


def test_unit_wider_than_the_line_is_cut_and_marked() -> None:
    text = "编号1360499002026110900012345678901234567890"
    lines = break_lines(text, widths(text), SIZE, 10 * SIZE, 10 * SIZE)
    assert any(line.forced for line in lines)
    assert all(line.width <= 10 * SIZE for line in lines)


def test_neighbouring_marks_share_their_empty_halves() -> None:
    text = "依据《甲》（乙）。“丙”"
    natural = [SIZE] * len(text)
    tight = tightened(text, natural, SIZE)
    assert [text[i] for i in range(len(text)) if tight[i] < SIZE] == ["》", "）", "。"]


def test_blank_of_a_form_is_not_split() -> None:
    text = "____年____月____日"
    assert not any(opportunities(text))
