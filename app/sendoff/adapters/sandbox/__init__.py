"""A mail server on this computer that takes everything and delivers nothing."""
