"""SQLite through SQLAlchemy Core: one writing connection, durable queue, readers that only read."""
