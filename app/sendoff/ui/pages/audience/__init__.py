"""One audience."""
