"""Which stories the demonstration tells, and what came of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

from app.services.demo.calendar_play import Story, play
from app.services.demo.premises import TODAY
from app.services.demo.scene import Scene
from app.services.demo.stories import (
    air_conditioner,
    at_the_counter,
    coach_cards,
    cosmetics,
    disputes,
    fertiliser,
    gym_card,
    petitions,
    photo_package,
    reports,
    rice_seed,
    serial_complaints,
    slippers,
    tiles,
    training_school,
    weedkiller,
    wheat_seed,
    work_orders,
    wrong_turns,
)
from app.services.office import OpenOffice
from app.system import resources
from app.system.clock import FixedClock

STORIES: dict[str, Callable[[Scene], Story]] = {
    "cosmetics": cosmetics.story,
    "tiles": tiles.story,
    "gym_card": gym_card.story,
    "photo_package": photo_package.story,
    "slippers": slippers.story,
    "air_conditioner": air_conditioner.story,
    "wheat_seed": wheat_seed.story,
    "weedkiller": weedkiller.story,
    "serial_complaints": serial_complaints.story,
    "fertiliser": fertiliser.story,
    "rice_seed": rice_seed.story,
    "street_lamps": petitions.street_lamps,
    "misdirected": petitions.misdirected,
    "coach_cards": coach_cards.story,
    "card_balance": disputes.card_balance,
    "long_haul": disputes.long_haul,
    "garden_wall": disputes.garden_wall,
    "no_agreement": disputes.no_agreement,
    "reopened": wrong_turns.reopened,
    "recusal": wrong_turns.recusal,
    "village": wrong_turns.village,
    "withdrawn": wrong_turns.withdrawn,
    "banquet": at_the_counter.banquet,
    "car_film": at_the_counter.car_film,
    "packing_fee": at_the_counter.packing_fee,
    "training_school": training_school.story,
    "milk_powder": training_school.milk_powder,
    "split_letter": reports.split_letter,
    "unlicensed_dealer": reports.unlicensed_dealer,
    "anonymous_report": reports.anonymous,
    "new_facts": reports.new_facts,
}
"""Every story by its name, in the order in which the complaints come in."""


class MadeCase(msgspec.Struct, frozen=True, kw_only=True):
    """A case of the demonstration: which story it tells and its id."""

    story: str
    case_id: str


class Made(msgspec.Struct, frozen=True, kw_only=True):
    """What `build` left in the office, in the order the stories are listed; `order_case` is the work order
    that was accepted, "" when the files held nothing new."""

    cases: tuple[MadeCase, ...]
    order_case: str


def own_orders() -> list[Path]:
    """The work orders that come with the program, as files."""
    names = [*resources.names_in("resources/demo", ".xlsx"), *resources.names_in("resources/demo", ".csv")]
    return [resources.path_of(name) for name in names]


def build(office: OpenOffice, clock: FixedClock, orders: Sequence[Path]) -> Made:
    """Live through the demonstration in an empty office whose clock is `clock`; it stands at `TODAY` after.

    Raises UserError for work orders that cannot be read; what happened before them stays in the office.
    """
    scenes = {name: Scene(office) for name in STORIES}
    order_scene = Scene(office)
    stories = [tell(scenes[name]) for name, tell in STORIES.items()]
    play(clock, [*stories, work_orders.story(order_scene, orders)])
    clock.move_to(TODAY)
    return Made(
        cases=tuple(MadeCase(story=name, case_id=scene.case_id) for name, scene in scenes.items()),
        order_case=order_scene.case_id,
    )
