"""The only package that knows SQL: encrypted database, event log, projections, search, blobs, backup."""
