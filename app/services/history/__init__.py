"""The words for every event (经过): one module for what is shared, one for each kind, found by `words`."""
