"""Tests of app/system."""

from __future__ import annotations
