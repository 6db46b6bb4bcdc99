"""Signing in by browser at an authority of OAuth 2."""
