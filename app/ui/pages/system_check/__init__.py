"""Backups, the check of the data, and making the lists anew: parts of the settings."""
