"""Alembic's environment: runs on the connection that `storage.database` hands over."""

from __future__ import annotations

from alembic import context

from sendoff.adapters.storage.schema import metadata

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=metadata, transactional_ddl=False)
context.run_migrations()
