"""What a case is. Pure: no Qt, no database, no files, no clock."""
