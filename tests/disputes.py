"""Disputes for tests: C3 of the acceptance cases (a gym card, 16,540 yuan left) and acts upon it."""

from __future__ import annotations

import datetime as dt

import msgspec

from app.domain.dates import SHANGHAI
from app.domain.kinds.dispute import events as e
from app.domain.kinds.dispute.facts import Application, Disputant, Quarrel, Side
from app.domain.kinds.dispute.state import MEDIATOR, DisputeCase
from app.domain.matter.facts import Origin
from app.domain.settlement.events import AgreementReached, ConsentRecorded, SessionHeld
from app.domain.settlement.facts import Obligation

BY = "王敏"
LEFT = 16_540_00


def application(received: dt.date, **changes: object) -> Application:
    """A gym card with 16,540 yuan left, 概不退款; `changes` replace fields of the quarrel."""
    quarrel = Quarrel(
        came="application",
        sort="consumer",
        facts="预付20000元办理健身卡，尚余16540元，门店停业搬迁，商家以合同“概不退款”为由拒绝退款。",
        wanted=("退还卡内余额16540元",),
        amount=LEFT,
    )
    return Application(
        origin=Origin(channel="visit", received_on=received, on_site=True),
        applicant=Side(
            people=(
                Disputant(
                    name="陆文英",
                    sex="female",
                    nation="汉族",
                    age=46,
                    occupation="教师",
                    phone="13907925561",
                    address="青山镇红旗村3组21号",
                ),
            )
        ),
        respondent=Side(
            people=(
                Disputant(
                    name="悦动健身有限公司",
                    legal_rep="钱峰",
                    phone="0792-4226633",
                    address="青山镇中山路10号",
                ),
            )
        ),
        quarrel=msgspec.structs.replace(quarrel, **changes),
    )


def accepted(on: dt.date) -> e.DisputeDecided:
    return e.DisputeDecided(accepted=True, decided_on=on, by=BY)


def consent(party: str, on: dt.date, agrees: bool = True) -> ConsentRecorded:
    return ConsentRecorded(party=party, agrees=agrees, on=on, method="in_person", by=BY)


def rights(party: str, on: dt.date) -> e.RightsTold:
    return e.RightsTold(party=party, on=on, by=BY, signed_by="本人", how="signature")


def mediators(on: dt.date) -> e.MediatorsNamed:
    return e.MediatorsNamed(
        mediators=("周玉梅",), chosen="committee", accepted=("applicant", "respondent"), on=on, by=BY
    )


def session(no: int, on: dt.date, outcome: str) -> SessionHeld:
    return SessionHeld(
        no=no,
        started_at=dt.datetime.combine(on, dt.time(9), SHANGHAI),
        place="调解室",
        mode="separate",
        mediators=("周玉梅",),
        recorder=BY,
        attendees="陆文英、钱峰",
        text="分别听取双方意见，讲解格式条款“概不退款”无效。",
        outcome=outcome,
    )


def agreement(on: dt.date, due: dt.date, *, oral: bool = False, amount: int = LEFT) -> AgreementReached:
    return AgreementReached(
        agreed_on=on,
        terms="合同中“概不退款”的约定无效，被申请人退还卡内余额。",
        obligations=(
            Obligation(
                no=1, obligor="respondent", kind="money", amount=amount, due_on=due, method="银行转账"
            ),
        ),
        instrument="none" if oral else "letter",
        no_letter_reason="both_agreed" if oral else "",
    )


def signed(case: DisputeCase, on: dt.date) -> e.AgreementSigned:
    """Everybody signs and the seal is put on the same day."""
    return e.AgreementSigned(
        signatures=tuple(
            e.Signature(
                role=role, name=name, how="signature" if role in (MEDIATOR, "applicant") else "seal", on=on
            )
            for role, name in case.unsigned()
        ),
        sealed_on=on,
    )


def ready(on: dt.date) -> list[object]:
    """Everything before the first session, the applicant's consent left out."""
    return [consent("respondent", on), rights("applicant", on), rights("respondent", on), mediators(on)]
