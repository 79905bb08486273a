"""协议与履行: what was promised, what has come, what is late, and what was done about it."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.kinds.complaint.state import Agreement, Promise
from app.domain.money import format_yuan
from app.domain.settlement.facts import LIABILITIES
from app.services.labels import label as word
from app.ui import theme
from app.ui.matter.face import CaseTab, Shown
from app.ui.matter.record_list import KeptScroll, Record, Section
from app.ui.matter.words import promise_status
from app.ui.widgets.cells import Column
from app.ui.widgets.labels import button, label
from app.ui.widgets.small_table import SmallTable
from app.ui.widgets.states import EmptyState

_COLUMNS = (
    Column("no", "项", 40),
    Column("what", "义务", 150, stretch=True),
    Column("due", "期限", 92),
    Column("paid", "已付（元）", 84, "number"),
    Column("rest", "尚欠（元）", 84, "number"),
    Column("status", "情况", 112, "chip"),
)
_ACTS = {"record_performance": "登记履行", "urge": "督促履行", "declare_breach": "登记未履行"}
_NO_LETTER = {"performed_at_once": "已即时履行", "both_agreed": "双方同意"}


class AgreementTab(CaseTab):
    """`act_wanted(name, obligation number)`: an act on the chosen promise."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons = {name: button(text, partial(self._ask, name)) for name, text in _ACTS.items()}
        bar = QHBoxLayout()
        bar.setSpacing(theme.STEP * 2)
        for one in self.buttons.values():
            bar.addWidget(one)
        self._sum = label("", "secondary")
        bar.addStretch(1)
        bar.addWidget(self._sum)
        self.table = SmallTable("履行义务", _COLUMNS, grow=True)
        self.table.opened.connect(lambda _no: self._ask("record_performance"))
        self.table.current_changed.connect(lambda _no: self._show_buttons())
        self._terms = Section("协议")
        self._events = Section("履行经过")
        self._past = Section("前几轮的协议")
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(theme.STEP * 2)
        column.addLayout(bar)
        column.addWidget(self.table)
        for section in (self._events, self._terms, self._past):
            column.addWidget(section)
        column.addStretch(1)
        self.area = KeptScroll(inner)
        self.empty = EmptyState(
            "还没有达成协议",
            "登记调解协议以后，每一项义务的期限和履行情况会列在这里。",
            icon="scales",
        )
        self._layers = QStackedWidget()
        self._layers.addWidget(self.area)
        self._layers.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._layers)
        self._reasons: dict[str, str] = {}
        self._agreement: Agreement | None = None

    def show_case(self, shown: Shown) -> None:
        """Show the agreement as it stands; the chosen row stays."""
        self._reasons = {choice.name: choice.reason for choice in shown.view.choices}
        self._agreement = agreement = shown.case.agreement
        self._layers.setCurrentWidget(self.area if agreement is not None else self.empty)
        if agreement is None:
            return
        self.area.hold()
        # What is owed to the members of a group stands on their own list.
        own = [p for p in agreement.promises if not p.obligation.payee]
        self.table.set_rows([(p.obligation.no, _cells(p, shown)) for p in own])
        self.table.setVisible(bool(own))
        if self.table.current_id() is None:
            first = next((p.obligation.no for p in own if p.open()), 1)
            self.table.go_to(first)
        self._sum.setText(_sums(agreement))
        self._terms.set_records([_terms(agreement)])
        self._events.set_records(_happened(agreement))
        self._past.set_records([_terms(one) for one in shown.case.past_agreements])
        self._show_buttons()
        self.area.release()

    def _current(self) -> Promise | None:
        agreement = self._agreement
        number = self.table.current_id()
        return next((p for p in agreement.promises if p.obligation.no == number), None) if agreement else None

    def _show_buttons(self) -> None:
        promise = self._current()
        for name, one in self.buttons.items():
            one.setVisible(name in self._reasons)
            reason = self._reasons.get(name, "")
            if not reason and promise is not None and not promise.open():
                reason = "这一项已经了结。"
            one.setEnabled(promise is not None and not reason)
            one.setToolTip(reason)

    def _ask(self, name: str) -> None:
        promise = self._current()
        if promise is not None and name in self._reasons and self.buttons[name].isEnabled():
            self.act_wanted.emit(name, promise.obligation.no)


def _sums(agreement: Agreement) -> str:
    """What came of what was promised; 加倍赔偿, worth and what was given up apart."""
    total = agreement.total()
    parts = [f"已到位 {format_yuan(agreement.paid())} / {format_yuan(total)} 元"] if total else []
    for words, cents in (
        ("其中加倍赔偿", agreement.extra()),
        ("另有折价", agreement.relief()),
        ("放弃", agreement.waived()),
    ):
        parts += [f"{words} {format_yuan(cents)} 元"] if cents else []
    if any(p.obligation.payee for p in agreement.promises):
        parts.append("各成员的款项见“成员”页")
    return "，".join(parts)


def _what(promise: Promise) -> str:
    duty = promise.obligation
    if duty.kind == "money":
        extra = "加倍赔偿" if duty.relief == "punitive" else "付款"
        text = f"{extra} {format_yuan(duty.amount)} 元"
        who = _payers(promise)
        return f"{text}（{duty.description}）{who}" if duty.description else f"{text}{who}"
    worth = f"（折价 {format_yuan(duty.worth)} 元）" if duty.worth else ""
    return f"{duty.description}{worth}{_payers(promise)}"


def _payers(promise: Promise) -> str:
    """，甲店已付 100.00 / 300.00 元、乙店已付 0.00 / 200.00 元，按份."""
    duty = promise.obligation
    if not duty.payers:
        return ""
    names = []
    for one in duty.payers:
        paid, share = promise.paid_by(one.name), format_yuan(one.share)
        names.append(f"{one.name}已付 {format_yuan(paid)} / {share} 元" if one.share else one.name)
    return f"，{'、'.join(names)}，{LIABILITIES.get(duty.liability, '')}"


def _cells(promise: Promise, shown: Shown) -> tuple[object, ...]:
    duty = promise.obligation
    money = duty.kind == "money"
    return (
        str(duty.no),
        f"{shown.face.mark.party_word(duty.obligor)}{_what(promise)}，{duty.method}",
        str(duty.due_on),
        format_yuan(promise.paid()) if money else "—",
        format_yuan(promise.rest()) if money else "—",
        promise_status(promise, shown.today),
    )


def _terms(agreement: Agreement) -> Record:
    letter = "制作调解书"
    if agreement.instrument != "letter":
        letter = f"不制作调解书（{_NO_LETTER.get(agreement.no_letter_reason, '')}）"
    return Record(str(agreement.agreed_on), letter, agreement.terms)


def _happened(agreement: Agreement) -> list[Record]:
    found = []
    for promise in agreement.promises:
        if promise.obligation.payee:
            continue
        name = f"第{promise.obligation.no}项"
        for paid in promise.performances:
            what = f"收到 {format_yuan(paid.amount)} 元" if paid.amount else "确认履行完毕"
            proof = f"凭证 {paid.proof.filename}" if paid.proof else ""
            note = "，".join(text for text in (paid.note, proof) if text)
            payer = f" · {paid.payer}" if paid.payer else ""
            found.append(Record(str(paid.on), f"{name} {what}{payer}", note))
        for given in promise.waivers:
            what = f"放弃 {format_yuan(given.amount)} 元" if given.amount else "放弃"
            found.append(Record(str(given.on), f"{name} {what} · {given.waived_by}", given.reason))
        for urged in promise.urgings:
            way = f"{name} 督促履行 · {word('notice_methods', urged.method)} · {urged.by}"
            found.append(Record(str(urged.on), way, urged.note))
        if promise.breach:
            found.append(Record(str(promise.breached_on), f"{name} 未履行", promise.breach))
    return sorted(found, key=lambda record: record.when, reverse=True)
