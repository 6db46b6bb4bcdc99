"""Alembic's folder; `versions/` holds one file a schema."""
