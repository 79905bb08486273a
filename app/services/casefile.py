"""The file of a case (卷宗) as one PDF, with its transfer list and its data beside it.

`casefile_plan.plan` says what belongs into it and reads the database; `make` opens the files and sets them
into one document; `save` writes it. Nothing of it is recorded: the same case gives the same bytes again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from app.domain.matter.facts import Attachment
from app.papers.unfit import Unfit
from app.services import attachments, own_forms
from app.services.casefile_plan import Apart, Item, Plan
from app.services.casefile_plan import plan as plan
from app.services.casefile_plan import seal_of as seal_of
from app.services.office import OpenOffice
from app.system.atomic_files import write_atomically
from app.system.errors import EnvironmentProblem

if TYPE_CHECKING:
    from app.papers.casefile import Leaf

Step = Callable[[int, int, str], None]
"""Told how far the work is; may raise to stop it."""
_NOT_HERE = "文件不在本机或者已损坏"
_NO_PAGE = "—"


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the catalogue. `first` and `last` are the numbers stamped, 0 when it has no pages."""

    no: int
    part: str
    title: str
    number: str
    day: str
    first: int
    last: int
    note: str
    sha256: str


class CaseFile(msgspec.Struct, frozen=True, kw_only=True):
    """A file ready to be saved: the PDF, its data (JSON), the transfer list (PDF)."""

    name: str
    pdf: bytes
    data: bytes
    transfer: bytes
    pages: int
    listed: tuple[Listed, ...]
    apart: tuple[Apart, ...]
    missing: tuple[str, ...]


def _no_step(_done: int, _total: int, _text: str) -> None:
    pass


def make(office: OpenOffice, wanted: Plan, step: Step = _no_step, name: str = "") -> CaseFile:
    """Open every file of the plan and bind them. May run beside the database.

    `name` is what the files will be called, without an ending, where it is not the usual name.
    A file that cannot become pages is listed with the reason, its original stays where it is. Raises what
    printing raises (UserError) for the sheets the program adds.
    """
    # Loaded with the first file, so that starting the program stays quick.
    from app.papers import casefile as binder
    from app.papers.archive import Properties
    from app.papers.fonts import font_book

    name = name or wanted.name
    sheets = _Sheets(office, wanted)
    leaves: list[Leaf] = []
    listed: list[Listed] = []
    apart = list(wanted.apart)
    total, page = 2 * (len(wanted.items) + 1), 0
    for number, item in enumerate(wanted.items, 1):
        step(number - 1, total, item.title)
        try:
            leaf = _leaf(office, item)
        except Unfit as problem:
            apart.append(Apart(title=item.title, reason=f"无法并入：{problem.reason}", sha256=item.sha256))
            listed.append(_line(number, item, 0, 0, f"未并入：{problem.reason}"))
            continue
        listed.append(_line(number, item, page + 1, page + leaf.count, item.note))
        page += leaf.count
        leaves.append(leaf)
    history = binder.own_leaf("办理经过", wanted.acts_part, sheets.history())
    told = _history_line(wanted, len(listed) + 1, page + 1, page + history.count)
    listed.append(told)
    leaves.append(history)
    sheets.count(listed, apart, told.last)
    pdf = binder.bind(
        [binder.own_leaf("封面", "", sheets.cover()), binder.own_leaf("卷内目录", "", sheets.catalogue())],
        leaves,
        [binder.own_leaf("卷宗情况说明", "", sheets.note())],
        Properties(f"{wanted.kind} {wanted.number}", wanted.title, wanted.until or wanted.since),
        font_book(own_forms.folders(office).fonts),
        lambda done, of: step(total // 2 + total // 2 * done // of, total, "装订"),
    )
    data = _data(wanted, listed, apart, pdf, told.last)
    return CaseFile(
        name=name,
        pdf=pdf,
        data=data,
        transfer=sheets.transfer(name, pdf, data),
        pages=told.last,
        listed=tuple(listed),
        apart=tuple(apart),
        missing=wanted.missing,
    )


def _history_line(wanted: Plan, no: int, first: int, last: int) -> Listed:
    """The catalogue's line of 办理经过, which has no number and no file of its own."""
    return Listed(
        no=no,
        part=wanted.acts_part,
        title="办理经过",
        number="",
        day="",
        first=first,
        last=last,
        note="",
        sha256="",
    )


def page_count(office: OpenOffice, case_id: str, step: Step = _no_step) -> int:
    """How many numbered pages the file of the case has, for whoever files it; nothing sealed is opened."""
    return make(office, plan(office, case_id), step).pages


def save(made: CaseFile, out: Path) -> tuple[Path, Path, Path]:
    """Write the PDF to `out`, its data and the transfer list beside it; the three paths.

    Each appears whole or not at all, the PDF last. EnvironmentProblem when the disk refuses.
    """
    data, transfer = out.with_name(f"{out.stem}.json"), out.with_name(f"{out.stem}-移交清单.pdf")
    for path, content in ((data, made.data), (transfer, made.transfer), (out, made.pdf)):
        write_atomically(path, content, f"保存“{path.name}”")
    return out, data, transfer


def _leaf(office: OpenOffice, item: Item) -> Leaf:
    from app.papers import casefile as binder

    file = Attachment(sha256=item.sha256, filename=item.filename, size=0, media_type=item.media_type)
    try:
        content = attachments.content(office, file)
    except EnvironmentProblem:
        # One file that never came, or is damaged, must not keep the others from the archive.
        raise Unfit(_NOT_HERE) from None
    if item.own:
        return binder.own_leaf(item.title, item.part, content)
    return binder.outside_leaf(item.title, item.part, content, item.media_type)


def _line(number: int, item: Item, first: int, last: int, note: str) -> Listed:
    return Listed(
        no=number,
        part=item.part,
        title=item.title,
        number=item.number,
        day=f"{item.day}" if item.day is not None else "",
        first=first,
        last=last,
        note=note,
        sha256=item.sha256,
    )


def _pages(one: Listed) -> str:
    if not one.first:
        return _NO_PAGE
    return f"{one.first}" if one.first == one.last else f"{one.first}-{one.last}"


def _data(wanted: Plan, listed: list[Listed], apart: list[Apart], pdf: bytes, pages: int) -> bytes:
    """What an archive's program reads: who, what, how many, and the SHA-256 of everything."""
    found = {
        "format": "yizhantong-casefile-1",
        "number": wanted.number,
        "title": wanted.title,
        "kind": wanted.kind,
        "order": wanted.source,
        "holder": wanted.holder,
        "since": wanted.since,
        "until": wanted.until,
        "volume": wanted.filed.volume if wanted.filed is not None else "",
        "retention": wanted.retention,
        "filed_on": wanted.filed.on if wanted.filed is not None else None,
        "pages": pages,
        "sha256": hashlib.sha256(pdf).hexdigest(),
        "size": len(pdf),
        "items": listed,
        "apart": apart,
        "missing": wanted.missing,
    }
    return msgspec.json.format(msgspec.json.encode(found), indent=2) + b"\n"


class _Sheets:
    """The leaves the program adds: cover, catalogue, history, note, transfer list."""

    def __init__(self, office: OpenOffice, wanted: Plan) -> None:
        self._office = office
        self._wanted = wanted
        filed = wanted.filed
        self._volume: dict[str, Any] = {
            "holder": wanted.holder,
            "kind": wanted.kind,
            "title": wanted.title,
            "number": filed.volume if filed is not None else "",
            "year": (filed.on if filed is not None else wanted.since).year,
            "sheet": "第1册，共1册",
            "handlers": wanted.handlers,
            "mediated": wanted.mediated,
            "since": wanted.since,
            "until": wanted.until,
            "filed_by": filed.by if filed is not None else "",
            "filed_on": filed.on if filed is not None else None,
            "retention": wanted.retention,
            "remark": f"缺少必须的文书{len(wanted.missing)}项，见卷末情况说明。" if wanted.missing else "",
        }
        self._listed: list[Listed] = []
        self._apart: list[Apart] = []

    def count(self, listed: list[Listed], apart: list[Apart], pages: int) -> None:
        """What is known once every file has been opened."""
        self._listed, self._apart = listed, apart
        self._volume |= {"pages": pages, "items": len(listed)}

    def cover(self) -> bytes:
        """卷宗封面."""
        return self._printed("casefile_cover", {})

    def catalogue(self) -> bytes:
        """卷内目录."""
        items = [
            {
                "no": f"{one.no}",
                "title": one.title,
                "number": one.number,
                "day": one.day,
                "pages": _pages(one),
                "note": one.note,
            }
            for one in self._listed
        ]
        return self._printed("casefile_catalogue", {"volume_items": items})

    def history(self) -> bytes:
        """办理经过."""
        return self._printed(
            "casefile_history", {"volume_acts": [msgspec.structs.asdict(act) for act in self._wanted.acts]}
        )

    def note(self) -> bytes:
        """卷宗情况说明, what is missing first."""
        kept = [{"title": one.title, "reason": one.reason, "sum": one.sha256} for one in self._apart]
        return self._printed(
            "casefile_note",
            {
                "volume_missing": _texts(self._wanted.missing, "没有缺少的必须文书。"),
                "volume_kept": kept or [{"title": "无", "reason": "全部并入", "sum": ""}],
                "volume_notes": _texts(self._wanted.notes, "没有其他情况。"),
            },
        )

    def transfer(self, name: str, pdf: bytes, data: bytes) -> bytes:
        """移交清单 of the files written."""
        files = [
            {"name": f"{name}.pdf", "what": f"卷宗，{self._volume['pages']}页", "sum": _sum(pdf)},
            {"name": f"{name}.json", "what": "元数据", "sum": _sum(data)},
        ]
        return self._printed("transfer_list", {"volume_files": files})

    def _printed(self, sheet: str, more: dict[str, Any]) -> bytes:
        fields = {"case": {"number": self._wanted.number}, "volume": self._volume, **more}
        return own_forms.render(self._office, sheet, self._wanted.rule_set, fields, draft=False).pdf


def _texts(lines: tuple[str, ...], none: str) -> list[dict[str, str]]:
    return [{"text": line} for line in lines or (none,)]


def _sum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
