"""Tests of app/cli."""

from __future__ import annotations
