"""The command line: the same services as the window's, for terminals and scripts."""
