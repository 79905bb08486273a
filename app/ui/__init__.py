"""The only package that knows Qt. Nothing here decides a rule of a case."""
