"""Sticks, folders and mail that carry packages, with everything that can happen to them."""

from __future__ import annotations
