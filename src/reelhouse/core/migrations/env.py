"""Alembic's entrance: it runs this file with the connection that `upgrade` has opened."""

from alembic import context

from reelhouse.core.migrations.tables import is_ours, metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    include_name=lambda name, kind, _: is_ours(name, kind),
    render_as_batch=True,
    compare_type=True,
    compare_server_default=True,
)
with context.begin_transaction():
    context.run_migrations()
