"""Run the migrations on a connection that the program hands in, or on `-x url=…` for a developer.

Only `tracker.models` is imported, for its metadata; revision files import
nothing of the program, so that they keep meaning what they meant.
"""

from alembic import context

from tracker.models import metadata


def run(connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=metadata,
        transaction_per_migration=False,
        transactional_ddl=True,
        compare_type=True,
        compare_server_default=True,
    )
    with context.begin_transaction():
        context.run_migrations()


connection = context.config.attributes.get("connection")
if connection is not None:
    run(connection)
else:
    from tracker.database import open_engine, writing

    with writing(open_engine(context.get_x_argument(as_dictionary=True)["url"])) as connection:
        run(connection)
