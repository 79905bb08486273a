"""Tests of the calculators: worked examples of the law, and what holds for any input."""
