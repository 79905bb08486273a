"""案情 of a report. Who reported stands here only after a look was written down."""

from __future__ import annotations

from app.domain.kinds.report.state import Report
from app.services.labels import label as word
from app.ui.matter.face import Fact
from app.ui.matter.words import joined, lines


def has_numbers(case: Report) -> bool:
    """Whether there is an identity behind the seal."""
    return case.reporter.named


def facts(case: Report, uncovered: bool) -> list[Fact]:
    """In the order of form 二."""
    shop, clue = case.respondent, case.clue
    live = len(case.live_evidence())
    happened = f"{clue.happened_on} 发生" if clue.happened_on else ""
    subject = joined(
        clue.subject if uncovered else case.open_text(clue.subject), word("goods_services", clue.category)
    )
    place = clue.place if uncovered else case.open_text(clue.place)
    told = clue.facts if uncovered else case.open_text(clue.facts)
    oral = f"口头提出，{clue.recorded_by}记录" if clue.oral else ""
    found = [
        _reporter(case, uncovered),
        Fact(
            "shop",
            "被举报人",
            joined(shop.name, shop.phone),
            lines(shop.credit_code, shop.address, f"联系人 {shop.contact}" if shop.contact else ""),
        ),
        Fact("subject", "涉嫌违法行为", subject, joined(happened, place)),
        Fact("facts", "线索和依据", told, oral),
        *(
            Fact(
                f"added{number}",
                "并入的新事实",
                case.open_text(one.facts),
                f"{one.number}，{one.received_on} 收到",
            )
            for number, one in enumerate(case.added)
        ),
        Fact("evidence", "证据", f"{live} 项" if live else "还没有"),
        Fact("origin", "来源", _origin(case)),
    ]
    if case.disclosure is not None:
        found.append(Fact("disclosure", "可以提供给被举报人", case.disclosure.what, case.disclosure.reason))
    return found


def _reporter(case: Report, uncovered: bool) -> Fact:
    person = case.reporter
    looks = f"身份已查看 {len(case.looks)} 次" if case.looks else ""
    if not (uncovered and person.named):
        return Fact("person", "举报人", case.party_names()["reporter"], looks)
    number = joined(word("id_types", person.id_type) if person.id_no else "", person.id_no)
    return Fact("person", "举报人", joined(person.name, person.phone), lines(number, person.address, looks))


def _origin(case: Report) -> str:
    origin = case.origin
    if origin is None:
        return ""
    came = joined(
        word("channels", origin.channel),
        f"{origin.received_on} {'发现' if case.discovered else '收到'}",
        origin.source and f"办完回复 {origin.source}",
    )
    return lines(came, origin.external_no)
