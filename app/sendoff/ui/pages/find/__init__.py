"""A person, in every list."""
