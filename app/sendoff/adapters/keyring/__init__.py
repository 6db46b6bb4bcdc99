"""Secrets, in the keyring of the system or for this session only."""
