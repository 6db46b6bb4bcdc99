"""The first step: who gets the message."""
