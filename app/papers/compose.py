"""A filled-in template into blocks: one function for each word of the vocabulary."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from app.papers.closing import Codes, Ends, Notes, Place, Ruled, Seal, Signatures, right_aligned
from app.papers.flow import Blank, Block, Bound, Gap, Lined, Reserve, Text
from app.papers.fonts import Role
from app.papers.inline import paragraphs_of, plain_text
from app.papers.page_style import PageStyle
from app.papers.tables import Fit, build_box, build_grid
from app.papers.typeset import SetLine, Span, Style, Typesetter
from app.papers.vocabulary import SIZES

MM = 72 / 25.4
_LEADING = 1.75
_BLANK_DATE = "年　　月　　日"


@dataclass(frozen=True)
class Composed:
    """A paper as blocks, before it is divided into pages. Lengths are points."""

    blocks: tuple[Block, ...]
    notes: Block | None
    page_sign: tuple[SetLine, ...]
    number: str


class Composer:
    """Turns the body of a paper into blocks for a page style, body text `size` points."""

    def __init__(self, setter: Typesetter, page: PageStyle, size: float, fit: Fit) -> None:
        self._setter = setter
        self._official = page.official
        self._width = page.width
        self._fit = fit
        self._body = Style(size, page.leading(size))
        self._number = ""
        self._page_sign: tuple[SetLine, ...] = ()
        self._notes: Block | None = None
        self._words: dict[str, Callable[[Element], tuple[Block | None, str]]] = {
            "page-sign": self._sign_line,
            "form-mark": self._form_mark,
            "title": self._title,
            "number": self._document_number,
            "ends": self._ends,
            "addressee": self._addressee,
            "p": self._paragraph,
            "heading": self._heading,
            "gap": self._gap,
            "grid": lambda element: (build_grid(element, self._setter, self._width, fit), ""),
            "box": lambda element: (build_box(element, self._setter, self._width, size, fit), ""),
            "ruled": self._ruled,
            "signatures": self._signatures,
            "seal": self._seal,
            "codes": self._codes,
            "notes": self._take_notes,
        }

    def compose(self, body: Element) -> Composed:
        """All blocks of the body, bound where they belong together."""
        blocks: list[Block] = []
        run: list[Element] = []
        for element in body:
            if element.tag == "together":
                blocks += self._bound(run)
                run = []
                kept = self._bound(element)
                blocks.append(Reserve(sum(block.above + block.height for block in kept)))
                blocks += kept
            else:
                run.append(element)
        blocks += self._bound(run)
        return Composed(tuple(blocks), self._notes, self._page_sign, self._number)

    def _bound(self, elements: Iterable[Element]) -> list[Block]:
        bonded: list[tuple[Block, str]] = []
        for element in elements:
            block, bond = self._words[element.tag](element)
            if block is not None:
                bonded.append((block, bond))
        return _bind(bonded)

    # -- words; each gives the block and what it holds on to: "next", "previous" or nothing -------------

    def _sign_line(self, element: Element) -> tuple[Block | None, str]:
        style = Style(SIZES["小四"], 1.5 * SIZES["小四"], align="center")
        lines = self._setter.fitted(paragraphs_of(element), style, self._width, least=9.0, most_lines=1)
        self._page_sign = tuple(lines)
        return None, ""

    def _form_mark(self, element: Element) -> tuple[Block | None, str]:
        style = Style(SIZES["五号"], 1.4 * SIZES["五号"], align="right")
        return self._text(element, style, 0.0), "next"

    def _title(self, element: Element) -> tuple[Block | None, str]:
        text = plain_text(element)
        if self._official:
            return self._official_title(text), "next"
        if element.get("spread") == "yes":
            text = "  ".join(text)
        style = Style(SIZES["二号"], 1.5 * SIZES["二号"], Role.TITLE, "center")
        lines = self._setter.fitted([[Span(text, Role.TITLE)]], style, self._width, least=18.0, most_lines=1)
        return Text(tuple(lines), above=10.0), "next"

    def _official_title(self, text: str) -> Block:
        """As many lines as it needs, on lines of the grid, and an empty one below (GB/T 9704, 7.3.1)."""
        style = Style(SIZES["二号"], self._body.leading, Role.TITLE, "center")
        lines = self._setter.paragraph([Span(text, Role.TITLE)], style, self._width)
        return Bound((Text(tuple(lines)), Blank(self._body.leading)))

    def _document_number(self, element: Element) -> tuple[Block | None, str]:
        self._number = plain_text(element)
        above = 0.0 if self._official else 6.0
        return self._text(element, replace(self._body, align="center"), above), "next"

    def _ends(self, element: Element) -> tuple[Block | None, str]:
        left, right = (paragraphs_of(part) for part in sorted(element, key=lambda part: part.tag))
        self._number = self._number or plain_text(element.findall("right")[0])
        size = SIZES["小四"]
        while size > SIZES["小五"] and self._joint_width(left, right, size) > self._width - size:
            size -= 0.5
        beside = self._joint_width(left, right, size) <= self._width - size
        if not beside:
            size = SIZES["小四"]
        style = Style(size, 1.8 * size)
        return (
            Ends(
                tuple(self._setter.paragraphs(left, style, self._width)),
                tuple(
                    self._setter.paragraphs(
                        right, replace(style, align="right" if beside else "left"), self._width
                    )
                ),
                beside,
                above=4.0,
            ),
            "next",
        )

    def _joint_width(
        self, left: Sequence[Sequence[Span]], right: Sequence[Sequence[Span]], size: float
    ) -> float:
        return sum(self._setter.width_of(span.text, size) for spans in [*left, *right] for span in spans)

    def _addressee(self, element: Element) -> tuple[Block | None, str]:
        spans = [(*spans, Span("：", Role.BODY)) for spans in paragraphs_of(element)[:1]]
        lines = self._setter.paragraphs(spans, self._body, self._width)
        return Text(tuple(lines), above=0.0 if self._official else self._body.leading * 0.7), "next"

    def _paragraph(self, element: Element) -> tuple[Block | None, str]:
        style = self._body
        if "size" in element.attrib and not self._official:
            size = min(SIZES[element.attrib["size"]], self._body.size)
            style = Style(size, _LEADING * size)
        align = element.get("align", "justify")
        if align == "justify" and element.get("indent", "yes") == "yes":
            style = replace(style, first_indent=2 * style.size)
        return self._text(element, replace(style, align=align), 0.0), ""

    def _heading(self, element: Element) -> tuple[Block | None, str]:
        style = replace(self._body, first_indent=2 * self._body.size)
        lines = self._setter.paragraphs(paragraphs_of(element, Role.TITLE), style, self._width)
        return Text(tuple(lines)), "next"

    def _gap(self, element: Element) -> tuple[Block | None, str]:
        return Gap(float(element.get("lines", "1")) * self._body.leading), ""

    def _text(self, element: Element, style: Style, above: float) -> Block | None:
        lines = self._setter.paragraphs(paragraphs_of(element), style, self._width)
        # An official page is full: 22 lines, even where that leaves one line of a paragraph alone.
        together = 1 if self._official else 2
        return Text(tuple(lines), above, together) if lines else None

    def _ruled(self, element: Element) -> tuple[Block | None, str]:
        size = min(SIZES["四号"], self._body.size)
        pitch = 1.85 * size
        style = Style(size, pitch, first_indent=2 * size)
        lines = tuple(self._setter.paragraphs(paragraphs_of(element), style, self._width))
        empty = max(0, int(int(element.get("lines", "1")) * self._fit.room) - len(lines))
        return Ruled(lines, empty, pitch, self._width), ""

    def _signatures(self, element: Element) -> tuple[Block | None, str]:
        style = Style(self._body.size, 1.5 * self._body.size)
        columns = int(element.get("columns", "2"))
        half = self._width / columns - 12
        places: list[Place] = []
        for place in element:
            lines = self._setter.fitted(paragraphs_of(place), style, half, least=10.5, most_lines=1)
            date: tuple[SetLine, ...] = ()
            if place.get("date") == "yes":
                small = Style(min(self._body.size, 14.0), 1.4 * min(self._body.size, 14.0))
                date = right_aligned(
                    self._setter.paragraph([Span(_BLANK_DATE, Role.BODY)], small, half), half, 6.0
                )
            places.append(Place(tuple(lines), date))
        height = (26 if any(place.date for place in places) else 19) * MM
        return Signatures(tuple(places), columns, self._width, height, above=10.0), "previous"

    def _seal(self, element: Element) -> tuple[Block | None, str]:
        if self._official:
            return self._official_seal(element), "previous"
        lines: list[SetLine] = []
        for part in element:
            style = replace(self._body, align="right")
            lines += self._setter.paragraphs(paragraphs_of(part), style, self._width - self._body.size)
        room = max(self._fit.room, 0.7)
        seal = Seal(tuple(lines), self._width, 8.0, room_above=14 * MM * room, room_below=8 * MM * room)
        return seal, "previous"

    def _official_seal(self, element: Element) -> Block:
        """The date four characters from the right, the office centred above it (GB/T 9704, 7.3.5)."""
        office, date = (
            self._setter.paragraphs(paragraphs_of(element.findall(word)[0]), self._body, self._width)
            for word in ("office", "date")
        )
        inset = 4 * self._body.size
        dates = right_aligned(date, self._width, inset)
        middle = dates[0].x + dates[0].width / 2 if dates else self._width / 2
        widest = max((line.width for line in office), default=0.0)
        middle = min(middle, self._width - self._body.size - widest / 2)
        names = tuple(replace(line, x=middle - line.width / 2) for line in office)
        pitch = self._body.leading
        return Seal((*names, *dates), self._width, 0.0, room_above=2 * pitch, room_below=0.0)

    def _codes(self, element: Element) -> tuple[Block | None, str]:
        columns = int(element.attrib["columns"])
        cell = self._width / columns - 12
        texts = [plain_text(code) for code in element]
        size = 16.0
        while size > 8.0 and any(self._setter.width_of(text, size, Role.CODE) > cell for text in texts):
            size -= 0.5
        groups = tuple(
            (
                self._setter.paragraph([Span(str(number), Role.BODY)], Style(8.0, 10.0), cell)[0],
                self._setter.paragraph([Span(text, Role.CODE)], Style(size, size), cell)[0],
            )
            for number, text in enumerate(texts, start=1)
        )
        return Codes(groups, columns, self._width, 15 * MM, above=8.0), ""

    def _take_notes(self, element: Element) -> tuple[Block | None, str]:
        size = SIZES["五号"]
        style = Style(size, 1.5 * size, indent=2 * size)
        lines: list[SetLine] = []
        many = len(element) > 1
        for number, note in enumerate(element, start=1):
            lead = ("注：" if number == 1 else "") + (f"{number}. " if many else "")
            spans = [(Span(lead, Role.BODY), *spans) for spans in paragraphs_of(note)[:1]]
            hanging = replace(style, first_indent=-2 * size if number == 1 else 0.0)
            lines += self._setter.paragraphs(spans, hanging, self._width)
        self._notes = Notes(tuple(lines), self._width)
        return None, ""


def _bind(bonded: Sequence[tuple[Block, str]]) -> list[Block]:
    """Tie headings to the lines after them and seals to the lines before them."""
    result: list[Block] = []
    waiting: list[Block] = []
    for block, bond in bonded:
        if bond == "next":
            waiting.append(block)
            continue
        rest: Block | None = block
        if waiting and isinstance(block, Lined):
            head, rest = block.opening(2)
            result.append(Bound((*waiting, head)))
        elif waiting:
            result.append(Bound(tuple(waiting)))
        waiting = []
        if rest is None:
            continue
        if bond == "previous" and result and isinstance(result[-1], Text | Bound):
            last = result.pop()
            before, tail = last.ending(2) if isinstance(last, Text) else (None, last)
            if before is not None:
                result.append(before)
            rest = Bound((tail, rest))
        result.append(rest)
    if waiting:
        result.append(Bound(tuple(waiting)))
    return result
