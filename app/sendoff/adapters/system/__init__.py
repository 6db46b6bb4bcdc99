"""What the operating system gives: folders, lock, clock, files, log."""
