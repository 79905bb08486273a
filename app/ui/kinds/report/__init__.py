"""The window's side of a report 举报: who reported stays sealed on every part of it."""
