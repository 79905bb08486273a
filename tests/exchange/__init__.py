"""Tests of app/exchange."""

from __future__ import annotations
