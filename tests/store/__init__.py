"""Tests of app/store."""

from __future__ import annotations
