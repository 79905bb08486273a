"""The cases of the demonstration, one module a case: published cases retold with fictional people."""
