"""A demonstration office: real published cases walked through every stage by the services alone.

`found` opens an empty office, `build` lives through it, `leave` writes down what came of it.
"""

from __future__ import annotations

from app.services.demo.keepsakes import leave
from app.services.demo.premises import OPERATOR, PASSWORD, RARE_NAME, SHOWN_NAME, TODAY, found
from app.services.demo.programme import Made, MadeCase, build, own_orders

__all__ = [
    "OPERATOR",
    "PASSWORD",
    "RARE_NAME",
    "SHOWN_NAME",
    "TODAY",
    "Made",
    "MadeCase",
    "build",
    "found",
    "leave",
    "own_orders",
]
