"""Sendoff's own widgets: small, accessible, and coloured by the tokens alone."""
