"""Tests of app/sheets."""

from __future__ import annotations
