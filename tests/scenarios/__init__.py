"""Whole offices at work, from the first day to what lies in the archive."""
