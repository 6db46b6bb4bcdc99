"""The fourth step: the summary before the start, and what happens after it."""
