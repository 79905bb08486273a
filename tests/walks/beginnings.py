"""How a case of each kind begins, filled in at random."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable
from typing import Any

from app.domain.events import Event
from app.domain.kinds.complaint.facts import Complainant, Deal, Registration, Respondent
from app.domain.kinds.consultation.facts import Answer, Consultation
from app.domain.kinds.dispute.facts import Application, Disputant, Quarrel, Side
from app.domain.kinds.petition.facts import Petition, Request
from app.domain.kinds.report.facts import Clue, Reporter, ReportForm
from app.domain.matter.facts import Business, Origin, Person
from app.services import kinds, rulebook
from tests.walks.clerk import BY

Form = Any


def _origin(rng: random.Random, day: dt.date) -> Origin:
    sent = rng.random() < 0.4
    return Origin(
        channel=rng.choice(("12315", "hotline_12345")) if sent else rng.choice(("visit", "fax")),
        received_on=day,
        source="12345" if sent else "",
    )


def complaint(rng: random.Random, day: dt.date) -> Form:
    return Registration(
        origin=_origin(rng, day),
        complainant=Complainant(
            name=rng.choice(("陈䶮", "王伟")), phone="13907925561", address="青山镇红旗村3组21号"
        ),
        respondent=Respondent(name=rng.choice(("宏达电器商行", "悦动健身房")), address="青山镇中山路88号"),
        deal=Deal(
            demands=("refund",), facts="保修期内收取维修费，要求退还。", amount=rng.randrange(1, 10**7)
        ),
    )


def report(rng: random.Random, day: dt.date) -> Form:
    anonymous = rng.random() < 0.3
    discovered = rng.random() < 0.2
    named = Reporter(name="欧阳修远", phone="13907925561", address="青山镇红旗村3组21号")
    return ReportForm(
        origin=Origin(channel="visit", received_on=day) if discovered else _origin(rng, day),
        reporter=Reporter() if discovered else Reporter(anonymous=True) if anonymous else named,
        respondent=Business(name="鲜品便利店", address="青山镇中山路12号"),
        clue=Clue(subject="销售超过保质期的食品", facts="货架上的豆干已过保质期两个月仍在销售。"),
        discovered=discovered,
    )


def consultation(rng: random.Random, day: dt.date) -> Form:
    return Consultation(
        origin=Origin(channel="phone", received_on=day),
        asker=Person(name=rng.choice(("", "王伟"))),
        answer=Answer(
            question="预付卡能退吗", answer="可以依法要求退还余额。", method="phone", answered_on=day, by=BY
        ),
    )


def dispute(rng: random.Random, day: dt.date) -> Form:
    came = rng.choice(("application", "application", "initiative", "court"))
    people = tuple(
        Disputant(name=name, phone="13907925561", address="青山镇红旗村3组")
        for name in rng.choice((("陆文英",), ("陆文英", "陆文昌")))
    )
    return Application(
        origin=Origin(channel="visit", received_on=day, source="江安县人民法院" if came == "court" else ""),
        applicant=Side(people=people),
        respondent=Side(
            people=(Disputant(name="悦动健身有限公司", phone="0792-4226633", address="中山路10号"),)
        ),
        quarrel=Quarrel(
            came=came,
            sort="consumer",
            facts="预付20000元办理健身卡，尚余16540元，商家拒绝退款。",
            wanted=("退还卡内余额16540元",),
            amount=16_540_00,
        ),
    )


def petition(rng: random.Random, day: dt.date) -> Form:
    arrival = rng.choice(("direct", "direct", "forwarded", "assigned"))
    nameless = rng.random() < 0.1
    return Petition(
        origin=Origin(channel="visit", received_on=day, source="" if arrival == "direct" else "江安县信访局"),
        petitioner=Person()
        if nameless
        else Person(name="刘桂芳", phone="13907925561", address="青山镇红旗村3组21号"),
        request=Request(
            sort=rng.choice(("plea", "accusation", "suggestion")),
            arrival=arrival,
            form=rng.choice(("visit", "letter")),
            wanted="请求修复村道",
            facts="村道塌方三个月无人修复。",
            about=rng.choice(("", "红旗村村民委员会")),
        ),
    )


FORMS: dict[str, Callable[[random.Random, dt.date], Form]] = {
    "complaint": complaint,
    "report": report,
    "consultation": consultation,
    "dispute": dispute,
    "petition": petition,
}


def registration(kind: str, rng: random.Random, day: dt.date) -> Event:
    """The first event of a case of that kind, under some 办理身份 that takes it."""
    found = kinds.kind_named(kind)
    rules = rulebook.rule_book(found.rules).for_received(day)
    acting = rulebook.identities()
    takers = [code for code in acting.known if acting.takes(code, kind)]
    needed = {action.power for action in kinds.procedure_of(found).actions if action.power}
    able = [code for code in takers if needed <= set(acting.known[code].powers)]
    # Mostly somebody who may do everything the kind knows, now and then somebody who may not.
    identity = rng.choice(able if able and rng.random() < 0.8 else takers)
    form = FORMS[kind](rng, day)
    facts = {name: getattr(form, name) for name in form.__struct_fields__}
    return found.registration_events[0](  # type: ignore[call-arg]
        number=f"{found.number_word}〔{day.year}〕1号",
        serial=1,
        rule_set=rules.id,
        identity=identity,
        **facts,
    )
