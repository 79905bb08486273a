"""What the operating system gives: clock, paths, logs, atomic files, locks."""
