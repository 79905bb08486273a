"""Sums a counter makes for both sides, each with its steps and its legal basis. Pure; money in cents."""
