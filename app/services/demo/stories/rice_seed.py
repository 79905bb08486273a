"""Rice seed of eighteen households: an appraisal is under way and the limit stands still."""

from __future__ import annotations

from app.domain.kinds.complaint.facts import Deal
from app.services import investigation
from app.services.demo.calendar_play import Story, at
from app.services.demo.forms import form, person, shop
from app.services.demo.scene import Scene

AMOUNT = 21_600_00


def story(scene: Scene) -> Story:
    """Waiting for the report at the end of the demonstration."""
    yield at(11, 2, 9)
    scene.register(
        form(
            at(11, 2, 9),
            person("唐水生（代表人）", "13207927738", "下坪村", traits=("farmer", "group")),
            shop("金穗种业门市部", "0792-4225930", "农贸街27号", "潘志强", "潘志强"),
            Deal(
                bought_on=at(4, 2, 0).date(),
                amount=AMOUNT,
                category="seeds",
                goods="水稻种子",
                problem="quality",
                demands=("compensate",),
                facts="下坪村18户购买同一品种水稻种子，空壳率高、减产明显，推选代表要求赔偿减产损失21600元。",
            ),
            channel="petition_window",
        )
    )
    yield at(11, 4, 10)
    scene.accept()
    yield at(11, 6, 9)
    scene.consents()
    scene.evidence("十八户购种票据", "receipt")
    yield at(11, 12, 10)
    investigation.start_appraisal(
        scene.office,
        scene.case_id,
        institution="江安市种子质量检验站",
        chosen_by="agreed",
        item="留样种子的纯度、发芽率及田间减产原因",
        commissioned_on=at(11, 12, 0).date(),
        fee=1_200_00,
        fee_borne_by="经营者先行垫付",
    )
