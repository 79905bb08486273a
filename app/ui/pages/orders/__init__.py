"""Work orders in: files, preview, import, result."""
