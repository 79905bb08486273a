"""Tests of app/papers."""

from __future__ import annotations
