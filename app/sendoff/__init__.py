"""Sendoff: a desktop bulk mailer. Every recipient gets the message once, or you know exactly why not."""

__version__ = "0.1.0"
