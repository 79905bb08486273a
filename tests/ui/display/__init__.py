"""Tests that start the program as a person does: a window on a screen, a keyboard, nothing else."""

from __future__ import annotations
