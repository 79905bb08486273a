"""Where a line of Chinese text may end.

reportlab's own wrapping lets lines begin with a comma and splits dates and numbers. Here every place between
two characters is judged once (`opportunities`) and lines are then filled greedily (`break_lines`). A line
never begins or ends with forbidden punctuation, and dates, amounts, numbers and document numbers stay whole;
the one exception is a single unit wider than the line itself, which is cut and marked `forced`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

NOT_AT_START = frozenset("，。、；：！？）〕】》〉」』”’％‰℃°·…—～々ー．,.;:!?)]}%")
NOT_AT_END = frozenset("（〔【《〈「『“‘([{￥¥$＄№")

# Full-width marks whose ink fills only the left (closing) or right (opening) half of their square.
CLOSING_HALF = frozenset("，。、；：）〕】》〉」』”’")
OPENING_HALF = frozenset("（〔【《〈「『“‘")

_DIGIT = "[0-9０-９_]"
_HAN_NUMBER = "[0-9０-９_一二三四五六七八九十百千〇零]"
_UNITS = (
    "个工作日|工作日|个月|小时|分钟|平方米|公里|千克|公斤|毫升|万元|亿元|"
    "元整|元|角|分|年|月|日|天|周|岁|时|点|秒|号楼|单元|号|件|份|页|次|台|个|人|户|楼|室|组|栋|幢|层|"
    "条|款|项|名|位|斤|克|米|升|吨|亩|张|盒|瓶|袋|包|箱|部|辆|只|套|倍|折|℃|㎡|%|％|‰"
)
_WHOLE = re.compile(
    "|".join(
        (
            # 〔2026〕第222号, 〔2026〕31号, and the form's blank 〔　　〕第____号
            rf"〔[^〔〕\n]{{0,12}}〕(?:第?{_DIGIT}+号)?",
            rf"{_DIGIT}+年{_DIGIT}+月(?:{_DIGIT}+日)?",
            rf"{_DIGIT}+月{_DIGIT}+日",
            rf"{_DIGIT}+[时点:：]{_DIGIT}+分?",
            rf"第{_HAN_NUMBER}+(?:条第{_HAN_NUMBER}+款|条|款|项|号|章|节|次|页|期|届)",
            r"（[一二三四五六七八九十]{1,3}）",
            # amounts in figures and in capital figures
            r"(?:人民币)?[¥￥]?[0-9][0-9,]*(?:\.[0-9]+)?[万亿]?元整?",
            r"(?:人民币)?[零壹贰叁肆伍陆柒捌玖拾佰仟万亿]+[元圆](?:[零壹贰叁肆伍陆柒捌玖]+角)?"
            r"(?:[零壹贰叁肆伍陆柒捌玖]+分)?[整正]?",
            # numbers, codes, Latin words, addresses of mail and web; a number keeps its unit
            rf"[¥￥$]?[0-9][0-9A-Za-z.,:/+\-*~×]*(?<=[0-9A-Za-z*])(?:{_UNITS})?",
            r"[A-Za-z0-9](?:[A-Za-z0-9.,:/_\-+@#&*'=?~]*[A-Za-z0-9*/])?",
            r"[０-９Ａ-Ｚａ-ｚ．－]+",
            r"_+",
            r"—+|…+",
        )
    )
)
_STRETCH_LIMIT = 0.2


@dataclass(frozen=True, slots=True)
class Line:
    """One line: `text[start:end]`, drawn `width` points wide. `trim` is what its last mark gives up."""

    start: int
    end: int
    width: float
    trim: float
    ends_paragraph: bool
    forced: bool


def opportunities(text: str) -> list[bool]:
    """For each place before character i: may a line begin there? (The first one is always False.)"""
    size = len(text)
    allowed = [True] * size
    for match in _WHOLE.finditer(text):
        for place in range(match.start() + 1, match.end()):
            allowed[place] = False
    for place in range(1, size):
        before, after = text[place - 1], text[place]
        if after in NOT_AT_START or after == " " or before in NOT_AT_END:
            allowed[place] = False
    if size:
        allowed[0] = False
    return allowed


def tightened(text: str, advances: Sequence[float], size: float) -> list[float]:
    """Advances with the empty halves of neighbouring full-width marks taken out (，before（and the like)."""
    result = list(advances)
    for place in range(len(text) - 1):
        this, following = text[place], text[place + 1]
        if advances[place] < 0.9 * size or advances[place + 1] < 0.9 * size:
            continue
        closing, opening = this in CLOSING_HALF, this in OPENING_HALF
        if (closing and (following in CLOSING_HALF or following in OPENING_HALF)) or (
            opening and following in OPENING_HALF
        ):
            result[place] -= 0.5 * size
    return result


def break_lines(
    text: str, advances: Sequence[float], size: float, first_width: float, width: float
) -> list[Line]:
    """Fill lines of `width` points (`first_width` for the first) with a paragraph that has no line breaks.

    `advances` are the drawn widths of the characters in points, `size` the type size: closing punctuation may
    hang half a square over the end of a line. An empty paragraph is one empty line.
    """
    if not text:
        return [Line(0, 0, 0.0, 0.0, ends_paragraph=True, forced=False)]
    sums = [0.0]
    for advance in advances:
        sums.append(sums[-1] + advance)
    allowed = opportunities(text)
    lines: list[Line] = []
    start = 0
    while start < len(text):
        room = first_width if not lines else width
        line = _longest_line(text, sums, allowed, start, room, size)
        lines.append(line)
        start = line.end
        while start < len(text) and text[start] == " ":
            start += 1
    return lines


def _longest_line(
    text: str, sums: Sequence[float], allowed: Sequence[bool], start: int, room: float, size: float
) -> Line:
    # Nothing beyond this can fit: a line is at most half a square (a closing mark) and its last blanks wider.
    last = bisect_right(sums, sums[start] + room + size, start + 1) - 1
    while last < len(text) and text[last] == " ":
        last += 1
    for end in range(last, start, -1):
        if end == len(text) or allowed[end]:
            line = _measured(text, sums, start, end, size, room)
            if line.width <= room + 1e-6:
                return line
    return _forced_line(text, sums, start, room, size)


def _measured(text: str, sums: Sequence[float], start: int, end: int, size: float, room: float) -> Line:
    visible = end
    while visible > start and text[visible - 1] == " ":
        visible -= 1
    width = sums[visible] - sums[start]
    trim = 0.0
    if width > room and text[visible - 1 : visible] in CLOSING_HALF:
        last = sums[visible] - sums[visible - 1]
        if last >= 0.9 * size:
            trim = 0.5 * size
            width -= trim
    return Line(start, end, width, trim, ends_paragraph=end == len(text), forced=False)


def _forced_line(text: str, sums: Sequence[float], start: int, room: float, size: float) -> Line:
    """A unit wider than the line: cut as late as possible, away from forbidden punctuation if it can be."""
    end = start + 1
    while end < len(text) and sums[end + 1] - sums[start] <= room:
        end += 1
    cut = end
    while (
        cut > start + 1
        and cut < len(text)
        and (text[cut] in NOT_AT_START or text[cut] == " " or text[cut - 1] in NOT_AT_END)
    ):
        cut -= 1
    if cut <= start + 1 < end:
        cut = end
    line = _measured(text, sums, start, cut, size, room)
    return Line(start, cut, line.width, line.trim, line.ends_paragraph, forced=True)


def stretch(text: str, line: Line, room: float, size: float) -> tuple[float, list[bool]]:
    """How much to add after which characters so that the line fills `room`; nothing for the last line.

    Figures and Latin words are not pulled apart, and a line that would need gaps wider than a fifth of a
    character stays short.
    """
    visible = text[line.start : line.end].rstrip(" ")
    places = [_stretchable(visible[i], visible[i + 1]) for i in range(len(visible) - 1)] + [False]
    count = sum(places)
    slack = room - line.width
    if line.ends_paragraph or not count or slack <= 0 or slack / count > _STRETCH_LIMIT * size:
        return 0.0, [False] * len(visible)
    return slack / count, places


def _stretchable(before: str, after: str) -> bool:
    if before == after and before in "—…":
        return False
    return not (before.isascii() and after.isascii() and before != " " and after != " ")
