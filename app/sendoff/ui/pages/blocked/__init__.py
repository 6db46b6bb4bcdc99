"""The blocked list."""
