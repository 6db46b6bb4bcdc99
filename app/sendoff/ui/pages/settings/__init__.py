"""The settings: the look, where things are kept, and what Sendoff is made of."""
