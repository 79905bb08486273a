"""Tools for people who build the program; nothing in app/ imports them."""

from __future__ import annotations
