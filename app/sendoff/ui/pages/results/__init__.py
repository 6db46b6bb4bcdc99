"""The fifth step: what happened, and what can be done about it."""
