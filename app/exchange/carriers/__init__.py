"""What carries packages between offices: a stick, a folder, mail. Bytes and names only, never content."""
