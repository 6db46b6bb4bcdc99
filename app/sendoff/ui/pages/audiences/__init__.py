"""All audiences."""
