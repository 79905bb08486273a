"""A word is found by its label, by what others call it, and by its initials."""

from __future__ import annotations

import datetime as dt

from app.services.choices import offers, tree_offers
from app.services.labels import dictionary

TODAY = dt.date(2026, 11, 21)


def test_every_word_in_use_is_offered_with_its_initials() -> None:
    found = {offer.code: offer for offer in offers("problem_kinds", TODAY)}
    assert set(found) == {entry.code for entry in dictionary("problem_kinds") if entry.in_use(TODAY)}
    assert "shfw" in found["after_sale"].search.split()


def test_a_word_out_of_use_is_not_offered() -> None:
    assert "fax" not in {offer.code for offer in offers("channels", TODAY)}
    assert "fax" in {offer.code for offer in offers("channels", dt.date(2026, 4, 14))}


def test_a_tree_is_offered_flat_with_the_word_above() -> None:
    found = {offer.code: offer for offer in tree_offers("goods_services", TODAY)}
    assert found["air_conditioner"].label == "空调类产品（家用电子电器类）"
    assert "ktlcp" in found["air_conditioner"].search.split()
    assert "jydzdql" in found["air_conditioner"].search.split()
    assert found["appliances"].label == "家用电子电器类"
    assert "goods" not in found
    assert "other" in found
    labels = [offer.label for offer in found.values()]
    assert len(labels) == len(set(labels))
