"""What belongs into the file of a case (卷宗), in the prescribed order, and what is missing from it.

Everything that is read from the database is read here; making the PDF needs the files only.
"""

from __future__ import annotations

import datetime as dt
from functools import cache

import msgspec

from app.domain.archive_order import FileOrder, Part, parse_orders
from app.domain.events import decode
from app.domain.kinds.report.events import IdentityViewed
from app.domain.matter.events import CaseFiled, PaperIssued
from app.domain.matter.state import Matter, received_on
from app.domain.procedure import PaperRule
from app.domain.settlement.state import Settled
from app.services import casework, papers, reporters, timeline
from app.services.casework import CaseView
from app.services.labels import label
from app.services.office import OpenOffice
from app.system import resources

_ORDER = "resources/archive/order.toml"
_PDF = "application/pdf"
SEALED = "涉及保密身份，另行保管"
# Written after the file was put together, and on its cover anyway.
_NOT_TOLD = (IdentityViewed.kind(), CaseFiled.kind())


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """One thing of the file: a paper as issued (`own`) or a file from outside. `part` is its heading."""

    part: str
    title: str
    sha256: str
    filename: str
    media_type: str
    own: bool
    number: str = ""
    day: dt.date | None = None
    note: str = ""


class Apart(msgspec.Struct, frozen=True, kw_only=True):
    """What belongs to the case and is not in the file, with the reason; `sha256` "" for what is no file."""

    title: str
    reason: str
    sha256: str = ""


class Act(msgspec.Struct, frozen=True, kw_only=True):
    """A line of 办理经过."""

    at: str
    by: str
    title: str
    detail: str


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """The whole file before any of its files is opened. `missing` are sentences, the most important thing."""

    case_id: str
    number: str
    title: str
    kind: str
    source: str
    holder: str
    handlers: str
    mediated: str
    since: dt.date
    until: dt.date | None
    filed: CaseFiled | None
    items: tuple[Item, ...]
    apart: tuple[Apart, ...]
    missing: tuple[str, ...]
    notes: tuple[str, ...]
    acts: tuple[Act, ...]
    acts_part: str
    rule_set: str

    @property
    def retention(self) -> str:
        """保管期限 in words, "" before filing."""
        return label("retention", self.filed.retention) if self.filed is not None else ""

    @property
    def name(self) -> str:
        """What its files are called, without an ending."""
        return f"{self.number}-卷宗"


@cache
def orders() -> dict[str, FileOrder]:
    """The prescribed order of each kind. ValueError when the data is wrong."""
    return parse_orders(resources.read_text(_ORDER))


def seal_of(office: OpenOffice, case_id: str) -> tuple[bool, str]:
    """Whether somebody's identity is sealed in this case, and why this operator may not see it ("" = may)."""
    view = casework.load(office, case_id)
    sealed = reporters.is_sealed(view.case)
    return sealed, reporters.why_not(office, view) if sealed else ""


def plan(office: OpenOffice, case_id: str, *, unsealed: bool = False) -> Plan:
    """What the file of the case will hold.

    `unsealed` takes in what shows a sealed party: that is a look, written into the case now. UserError when
    there is no such case, or when this operator may not look.
    """
    if unsealed:
        with office.store.transaction():
            looks = reporters.look_by_paper(office, casework.load(office, case_id), "casefile", "卷宗")
            if looks:
                casework.record(office, case_id, *looks)
    view = casework.load(office, case_id)
    gathered = _Gathered(office, view, hidden=reporters.is_sealed(view.case) and not unsealed)
    gathered.papers()
    gathered.evidence()
    gathered.other_files()
    gathered.look_for_gaps()
    return gathered.plan()


class _Gathered:
    """Collects one case part by part."""

    def __init__(self, office: OpenOffice, view: CaseView, *, hidden: bool) -> None:
        self._office = office
        self._view = view
        self._case: Matter = view.case
        self._hidden = hidden
        self._order = orders()[view.kind.name]
        self._items: dict[str, list[Item]] = {part.label: [] for part in self._order.part}
        self._apart: list[Apart] = []
        self._missing: list[str] = []
        self._notes: list[str] = []

    def papers(self) -> None:
        """Every paper in its latest printing, in the order of first issue."""
        printings: dict[tuple[str, ...], list[PaperIssued]] = {}
        for paper in self._case.papers:
            same = (paper.paper, paper.addressee, str(paper.session_no), paper.subject)
            printings.setdefault(same, []).append(paper)
        rules = {rule.id: rule for rule, _ in self._view.papers}
        for made in printings.values():
            last, rule = made[-1], rules.get(made[-1].paper)
            title = self._paper_title(last, rule)
            if rule is not None and rule.sealed and self._hidden:
                self._apart.append(Apart(title=title, reason=SEALED, sha256=last.sha256))
                continue
            self._put(
                self._order.of_paper(last.paper),
                Item(
                    part="",
                    title=title,
                    sha256=last.sha256,
                    filename=f"{title}.pdf",
                    media_type=_PDF,
                    own=True,
                    number=last.number,
                    day=last.issued_on,
                    note=f"第{last.printing}次制作" if last.printing > 1 else "",
                ),
            )

    def _paper_title(self, paper: PaperIssued, rule: PaperRule | None) -> str:
        name = rule.label if rule is not None else paper.paper
        session = f"第{paper.session_no}次" if paper.session_no else ""
        several = rule is None or len(rule.to) > 1
        to = self._case.PARTIES.get(paper.addressee, "") if several else ""
        inside = "，".join(word for word in (session, to) if word)
        return f"{name}（{inside}）" if inside else name

    def evidence(self) -> None:
        """The evidence list; nothing on it is left unmentioned."""
        for entry in self._case.evidence:
            one = entry.item
            title = reporters.open_text(self._case, f"证据{one.no}：{one.title}")
            part = self._order.of_evidence(one.form, one.title)
            sha256 = one.attachment.sha256 if one.attachment is not None else ""
            reason = ""
            if entry.voided:
                reason = f"已作废：{reporters.open_text(self._case, entry.voided)}"
            elif part.sealed and self._hidden:
                reason = SEALED
            if one.attachment is None:
                reason = reason or "没有电子文件，实物或者原件另行保管"
            if reason or one.attachment is None:
                self._apart.append(Apart(title=title, reason=reason, sha256=sha256))
                continue
            item = Item(
                part="",
                title=title,
                sha256=sha256,
                filename=one.attachment.filename,
                media_type=one.attachment.media_type,
                own=False,
                day=one.received_on,
                note=label("evidence_kinds", one.form),
            )
            self._put(part, item)

    def other_files(self) -> None:
        """Proofs of performance and whatever else the case refers to."""
        listed = {e.item.attachment.sha256 for e in self._case.evidence if e.item.attachment is not None}
        for file in dict.fromkeys(self._case.attachments()):
            if file.sha256 in listed:
                continue
            item = Item(
                part="",
                title=reporters.open_text(self._case, file.filename),
                sha256=file.sha256,
                filename=file.filename,
                media_type=file.media_type,
                own=False,
            )
            self._put(self._order.of_performance, item)

    def look_for_gaps(self) -> None:
        """Compulsory papers that are not there, and other papers the case calls for."""
        for order, name in papers.unmade(self._office, self._view):
            part = self._order.of_paper(order.paper)
            if part.compulsory and not (part.either and self._items[part.label]):
                self._missing.append(f"{part.label}：还没有制作{name}。")
            elif not part.compulsory:
                self._notes.append(f"{name}可以制作，没有制作。")
        named = {text.partition("：")[0] for text in self._missing}
        for part in self._order.part:
            if part.always and not self._items[part.label] and part.label not in named:
                self._missing.append(f"{part.label}：卷内没有这一项材料。")

    def plan(self) -> Plan:
        """Everything gathered, in the order of the parts."""
        case, shown = self._case, self._view.kind.show(self._case)
        since = received_on(case)
        if since is None:
            raise ValueError("a case without registration has no file")
        between = "与".join(name for name in (shown.complainant, shown.respondent) if name)
        subject = f"（{shown.subject}）" if shown.subject else ""
        sessions = case.sessions if isinstance(case, Settled) else []
        days = dict.fromkeys(_day(held.started_at.date()) for held in sessions)
        return Plan(
            case_id=case.id,
            number=case.number,
            title=f"{between}{self._view.kind.label}案{subject}",
            kind=self._order.title,
            source=self._order.source,
            holder=self._holder(),
            handlers="、".join(self._handlers()),
            mediated="、".join(days),
            since=since,
            until=case.closed_on,
            filed=self._filed(),
            items=tuple(item for part in self._order.part for item in self._items[part.label]),
            apart=tuple(self._apart),
            missing=tuple(self._missing),
            notes=tuple(self._notes),
            acts=tuple(self._acts()),
            acts_part=next(part.label for part in self._order.part if part.history),
            rule_set=case.rule_set,
        )

    def _put(self, part: Part, item: Item) -> None:
        self._items[part.label].append(msgspec.structs.replace(item, part=part.label))

    def _holder(self) -> str:
        office = self._office.office
        by_committee = self._case.kind == "dispute"
        return (office.committee.name if by_committee else "") or office.name

    def _handlers(self) -> list[str]:
        case = self._case
        if isinstance(case, Settled) and case.mediators():
            arranged = [name for one in case.schedules for name in one.mediators]
            held = [name for one in case.sessions for name in one.mediators]
            return list(dict.fromkeys([*arranged, *held]))
        return list(dict.fromkeys(name for one in case.inquiries for name in one.investigators))

    def _filed(self) -> CaseFiled | None:
        if self._case.filed_on is None:
            return None
        filed = [decode(e) for e in self._view.events if e.kind == CaseFiled.kind()]
        return filed[-1] if filed and isinstance(filed[-1], CaseFiled) else None

    def _acts(self) -> list[Act]:
        told = tuple(e for e in self._view.events if e.kind not in _NOT_TOLD)
        entries = timeline.entries(self._office, msgspec.structs.replace(self._view, events=told))
        return [
            Act(
                at=f"{entry.recorded_at:%Y-%m-%d %H:%M}",
                by=entry.by,
                title=entry.title,
                detail=reporters.open_text(self._case, entry.detail),
            )
            for entry in entries
        ]


def _day(day: dt.date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
