"""Read-side SQL, one module a feature; every function returns plain tuples or structs."""
