"""一站通: consumer complaints at a township counter, from reception to the archived file."""
