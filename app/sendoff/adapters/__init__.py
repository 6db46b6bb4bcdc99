"""One folder per outside thing. Adapters know the core and nothing else of Sendoff."""
