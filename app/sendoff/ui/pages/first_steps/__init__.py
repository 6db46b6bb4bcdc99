"""First steps, and what is what."""
