"""The sandbox: a server of one's own that takes every message and delivers none."""
