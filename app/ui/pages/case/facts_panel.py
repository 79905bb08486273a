"""案情: who complains about whom, what they want and why. Telephone and identity numbers stay covered."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.kinds.complaint.state import Complaint
from app.domain.masking import mask_id_number, mask_phone
from app.domain.money import format_yuan
from app.services.labels import label as word
from app.services.labels import labels
from app.services.paper_fields import demands
from app.ui import theme
from app.ui.pages.case.record_list import KeptScroll
from app.ui.widgets.card import Card
from app.ui.widgets.labels import button, label


class FactsPanel(Card):
    """`amend_wanted()`: the clerk wants to correct or complete the registration."""

    amend_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("案情", flush=True, parent=parent)
        self._case: Complaint | None = None
        self._uncovered = False
        self.amend_button = button("更正登记  Ctrl E", self.amend_wanted.emit, kind="link")
        self.amend_button.setAccessibleName("更正登记")
        self.add_action(self.amend_button)
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(14, 12, 14, 14)
        self._column.setSpacing(3)
        self.cover_button = button("显示号码", self._turn, kind="link")
        self._texts: dict[str, QWidget] = {}
        self._build()
        self.area = KeptScroll(inner)
        self.body.addWidget(self.area)

    def show_case(self, case: Complaint, why_not_amend: str) -> None:
        """Show the facts; numbers are covered again for another case."""
        if self._case is None or self._case.id != case.id:
            self._uncovered = False
        self._case = case
        self.amend_button.setEnabled(not why_not_amend)
        self.amend_button.setToolTip(why_not_amend or "补充或更正登记的内容，改动留痕")
        self.area.hold()
        self._fill(case)
        self.area.release()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(label("投诉人", "note"))
        head.addStretch(1)
        head.addWidget(self.cover_button)
        self._column.addLayout(head)
        for name, caption in (
            ("person", ""),
            ("person_more", ""),
            ("shop", "被投诉人"),
            ("shop_more", ""),
            ("demands", "诉求"),
            ("deal", "交易"),
            ("facts", "事实和依据"),
            ("evidence", "证据"),
            ("origin", "来源"),
        ):
            if caption:
                gap = label(caption, "note")
                gap.setContentsMargins(0, theme.STEP * 2, 0, 0)
                self._column.addWidget(gap)
            text = label("", "secondary" if name.endswith("_more") else "", wrap=True)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._texts[name] = text
            self._column.addWidget(text)
        self._column.addStretch(1)

    def _fill(self, case: Complaint) -> None:
        person, shop, deal = case.complainant, case.respondent, case.deal
        phone = person.phone if self._uncovered else mask_phone(person.phone)
        number = person.id_no if self._uncovered else mask_id_number(person.id_no)
        agent = f"委托 {person.agent_name}" if person.agent_name else ""
        bought = f"{deal.bought_on} 交易" if deal.bought_on else ""
        amount = f"争议 {format_yuan(deal.amount)} 元" if deal.amount is not None else ""
        goods = deal.goods or word("goods_services", deal.category)
        live = len(case.live_evidence())
        origin = case.origin
        texts = {
            "person": _joined(person.name, phone, labels("traits", person.traits)),
            "person_more": _lines(
                _joined(word("id_types", person.id_type) if person.id_no else "", number),
                person.address,
                agent,
            ),
            "shop": _joined(shop.name, shop.phone),
            "shop_more": _lines(
                shop.credit_code, shop.address, f"联系人 {shop.contact}" if shop.contact else ""
            ),
            "demands": demands(case),
            "deal": _joined(goods, word("problem_kinds", deal.problem), bought, amount),
            "facts": deal.facts,
            "evidence": f"{live} 项" if live else "还没有",
            "origin": _joined(
                word("channels", origin.channel),
                f"{origin.received_on} 收到",
                origin.source and f"办完回复 {origin.source}",
            )
            + (f"\n{origin.external_no}" if origin.external_no else "")
            if origin
            else "",
        }
        for name, text in texts.items():
            shown = self._texts[name]
            shown.setText(text or "未载明")  # type: ignore[attr-defined]
            shown.setVisible(bool(text) or not name.endswith("_more"))
        self.cover_button.setText("遮住号码" if self._uncovered else "显示号码")
        self.cover_button.setVisible(bool(person.phone or person.id_no))

    def _turn(self) -> None:
        self._uncovered = not self._uncovered
        if self._case is not None:
            self._fill(self._case)


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _lines(*parts: str) -> str:
    return "\n".join(part for part in parts if part)
