"""The accounts: a list of them, the gallery of providers, and the form of one."""
