"""Many offices at once with everything going wrong at random: the exchange simulated from one seed."""

from __future__ import annotations
