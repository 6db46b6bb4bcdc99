"""Use cases: the only writers of state. They know ports, never adapters, and no Qt."""
