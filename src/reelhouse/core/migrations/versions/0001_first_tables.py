"""The first tables: workspaces and keys, the ledger, jobs and their events, assets, webhooks."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)
JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")

NEVER_CHANGED = "entries of the ledger are never changed or deleted"


def upgrade() -> None:
    _create_workspaces_and_keys()
    _create_credits()
    _protect_the_ledger()
    _create_idempotency()
    _create_jobs_and_events()
    _create_assets()
    _create_webhooks()


def downgrade() -> None:
    for table in (
        "webhook_attempts",
        "credit_transfers",
        "credit_hold_parts",
        "webhook_deliveries",
        "job_events",
        "credit_pots",
        "credit_holds",
        "webhook_secrets",
        "jobs",
        "idempotency_keys",
        "credit_wallets",
        "assets",
        "api_keys",
        "workspaces",
        "executors",
    ):
        op.drop_table(table)
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION refuse_ledger_change")


def _protect_the_ledger() -> None:
    """Corrections are entries of their own; the database itself refuses to change one that is written."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE FUNCTION refuse_ledger_change() RETURNS trigger LANGUAGE plpgsql AS"
            f" $$ BEGIN RAISE EXCEPTION '{NEVER_CHANGED}'; END $$"
        )
        op.execute(
            "CREATE TRIGGER credit_transfers_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE"
            " ON credit_transfers FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change()"
        )
        return
    for change in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER credit_transfers_never_{change.lower()}d BEFORE {change} ON credit_transfers"
            f" BEGIN SELECT RAISE(ABORT, '{NEVER_CHANGED}'); END"
        )


def _create_workspaces_and_keys() -> None:
    op.create_table(
        "workspaces",
        sa.Column("workspace_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("tier", sa.String(length=20), nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("trial_ends_at", INSTANT, nullable=True),
        sa.PrimaryKeyConstraint("workspace_id", name="pk_workspaces"),
        sa.UniqueConstraint("name", name="uq_workspaces_name"),
    )
    op.create_table(
        "api_keys",
        sa.Column("key_id", sa.Uuid(), nullable=False),
        sa.Column("workspace_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("form_prefix", sa.String(length=20), nullable=False),
        sa.Column("shown_prefix", sa.String(length=40), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("scopes", JSON, nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("last_used_at", INSTANT, nullable=True),
        sa.Column("revoked_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspaces.workspace_id"], name="fk_api_keys_workspace_id"
        ),
        sa.PrimaryKeyConstraint("key_id", name="pk_api_keys"),
        sa.UniqueConstraint("fingerprint", name="uq_api_keys_fingerprint"),
    )
    op.create_index("ix_api_keys_workspace_id", "api_keys", ["workspace_id"])


def _create_credits() -> None:
    op.create_table(
        "credit_wallets",
        sa.Column("workspace_id", sa.Uuid(), nullable=False),
        sa.Column("monthly_allowance", sa.BigInteger(), nullable=False),
        sa.Column("granted_allowance", sa.BigInteger(), nullable=False),
        sa.Column("opened_at", INSTANT, nullable=False),
        sa.Column("period_ends_at", INSTANT, nullable=True),
        sa.CheckConstraint("monthly_allowance >= 0", name=op.f("ck_credit_wallets_monthly_allowance")),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspaces.workspace_id"], name="fk_credit_wallets_workspace_id"
        ),
        sa.PrimaryKeyConstraint("workspace_id", name="pk_credit_wallets"),
    )
    op.create_table(
        "credit_holds",
        sa.Column("hold_id", sa.Uuid(), nullable=False),
        sa.Column("workspace_id", sa.Uuid(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("settled", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("expires_at", INSTANT, nullable=False),
        sa.Column("resolved_at", INSTANT, nullable=True),
        sa.CheckConstraint("amount >= 0", name=op.f("ck_credit_holds_amount")),
        sa.CheckConstraint("settled >= 0 AND settled <= amount", name=op.f("ck_credit_holds_settled")),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["credit_wallets.workspace_id"], name="fk_credit_holds_workspace_id"
        ),
        sa.PrimaryKeyConstraint("hold_id", name="pk_credit_holds"),
    )
    op.create_index("ix_credit_holds_state_expires_at", "credit_holds", ["state", "expires_at"])
    op.create_index("ix_credit_holds_workspace_id", "credit_holds", ["workspace_id"])
    op.create_table(
        "credit_pots",
        sa.Column("workspace_id", sa.Uuid(), nullable=False),
        sa.Column("pot", sa.String(length=20), nullable=False),
        sa.Column("available", sa.BigInteger(), nullable=False),
        sa.Column("held", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("available >= 0", name=op.f("ck_credit_pots_available")),
        sa.CheckConstraint("held >= 0", name=op.f("ck_credit_pots_held")),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["credit_wallets.workspace_id"], name="fk_credit_pots_workspace_id"
        ),
        sa.PrimaryKeyConstraint("workspace_id", "pot", name="pk_credit_pots"),
    )
    op.create_table(
        "credit_hold_parts",
        sa.Column("hold_id", sa.Uuid(), nullable=False),
        sa.Column("pot", sa.String(length=20), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("amount > 0", name=op.f("ck_credit_hold_parts_amount")),
        sa.ForeignKeyConstraint(["hold_id"], ["credit_holds.hold_id"], name="fk_credit_hold_parts_hold_id"),
        sa.PrimaryKeyConstraint("hold_id", "pot", name="pk_credit_hold_parts"),
    )
    op.create_table(
        "credit_transfers",
        sa.Column("entry_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("key", sa.String(length=255), nullable=False),
        sa.Column("workspace_id", sa.Uuid(), nullable=False),
        sa.Column("debit", sa.String(length=100), nullable=False),
        sa.Column("credit", sa.String(length=100), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.String(length=500), nullable=False),
        sa.Column("hold_id", sa.Uuid(), nullable=True),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.CheckConstraint("amount > 0", name=op.f("ck_credit_transfers_amount")),
        sa.CheckConstraint("debit <> credit", name=op.f("ck_credit_transfers_accounts")),
        sa.ForeignKeyConstraint(["hold_id"], ["credit_holds.hold_id"], name="fk_credit_transfers_hold_id"),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["credit_wallets.workspace_id"], name="fk_credit_transfers_workspace_id"
        ),
        sa.PrimaryKeyConstraint("entry_id", name="pk_credit_transfers"),
        sa.UniqueConstraint("key", name="uq_credit_transfers_key"),
    )
    op.create_index("ix_credit_transfers_hold_id", "credit_transfers", ["hold_id"])
    op.create_index("ix_credit_transfers_workspace_id", "credit_transfers", ["workspace_id"])


def _create_idempotency() -> None:
    op.create_table(
        "idempotency_keys",
        sa.Column("workspace_id", sa.Uuid(), nullable=False),
        sa.Column("key", sa.String(length=255), nullable=False),
        sa.Column("fingerprint", sa.String(length=128), nullable=False),
        sa.Column("status", sa.Integer(), nullable=True),
        sa.Column("body", sa.LargeBinary(), nullable=True),
        sa.Column("claimed_at", INSTANT, nullable=False),
        sa.Column("expires_at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspaces.workspace_id"], name="fk_idempotency_keys_workspace_id"
        ),
        sa.PrimaryKeyConstraint("workspace_id", "key", name="pk_idempotency_keys"),
    )
    op.create_index("ix_idempotency_keys_expires_at", "idempotency_keys", ["expires_at"])


def _create_jobs_and_events() -> None:
    op.create_table(
        "executors",
        sa.Column("executor_id", sa.String(length=64), nullable=False),
        sa.Column("queues", JSON, nullable=False),
        sa.Column("beat_at", sa.Double(), nullable=False),
        sa.Column("expires_at", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("executor_id", name="pk_executors"),
    )
    op.create_table(
        "jobs",
        sa.Column("job_id", sa.Uuid(), nullable=False),
        sa.Column("workspace_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("origin", sa.String(length=32), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("input", JSON, nullable=False),
        sa.Column("price", sa.BigInteger(), nullable=False),
        sa.Column("charged", sa.BigInteger(), nullable=False),
        sa.Column("hold_id", sa.Uuid(), nullable=True),
        sa.Column("refund_pending", sa.Boolean(), nullable=False),
        sa.Column("progress", sa.Float(), nullable=False),
        sa.Column("stage", sa.String(length=64), nullable=False),
        sa.Column("result", JSON, nullable=True),
        sa.Column("error", JSON, nullable=True),
        sa.Column("webhook_url", sa.Text(), nullable=True),
        sa.Column("idempotency_key", sa.String(length=255), nullable=True),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("started_at", INSTANT, nullable=True),
        sa.Column("ended_at", INSTANT, nullable=True),
        sa.Column("deleted_at", INSTANT, nullable=True),
        sa.CheckConstraint(
            "price >= 0 AND charged >= 0 AND charged <= price", name=op.f("ck_jobs_charged_within_price")
        ),
        sa.CheckConstraint("progress >= 0 AND progress <= 1", name=op.f("ck_jobs_progress_is_a_share")),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspaces.workspace_id"], name="fk_jobs_workspace_id"),
        sa.PrimaryKeyConstraint("job_id", name="pk_jobs"),
        sa.UniqueConstraint("workspace_id", "idempotency_key", name="uq_jobs_workspace_id_idempotency_key"),
    )
    op.create_index(
        "ix_jobs_active",
        "jobs",
        ["workspace_id", "kind"],
        postgresql_where=sa.text("ended_at IS NULL"),
        sqlite_where=sa.text("ended_at IS NULL"),
    )
    op.create_index(
        "ix_jobs_refund_pending",
        "jobs",
        ["ended_at"],
        postgresql_where=sa.text("refund_pending"),
        sqlite_where=sa.text("refund_pending"),
    )
    op.create_index("ix_jobs_workspace_id_created_at", "jobs", ["workspace_id", "created_at", "job_id"])
    op.create_table(
        "job_events",
        sa.Column("job_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("workspace_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("data", JSON, nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.CheckConstraint("number >= 1", name=op.f("ck_job_events_number_from_one")),
        sa.ForeignKeyConstraint(["job_id"], ["jobs.job_id"], name="fk_job_events_job_id"),
        sa.PrimaryKeyConstraint("job_id", "number", name="pk_job_events"),
    )


def _create_assets() -> None:
    op.create_table(
        "assets",
        sa.Column("asset_id", sa.Uuid(), nullable=False),
        sa.Column("workspace_id", sa.Uuid(), nullable=False),
        sa.Column("job_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("media_type", sa.String(length=100), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("object_name", sa.String(length=500), nullable=False),
        sa.Column("facts", JSON, nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("expires_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspaces.workspace_id"], name="fk_assets_workspace_id"),
        sa.PrimaryKeyConstraint("asset_id", name="pk_assets"),
        sa.UniqueConstraint("job_id", "kind", name="uq_assets_job_id_kind"),
    )
    op.create_index("ix_assets_expires_at", "assets", ["expires_at"])
    op.create_index("ix_assets_workspace_id", "assets", ["workspace_id"])


def _create_webhooks() -> None:
    op.create_table(
        "webhook_secrets",
        sa.Column("workspace_id", sa.Uuid(), nullable=False),
        sa.Column("secret", sa.LargeBinary(), nullable=False),
        sa.Column("previous", sa.LargeBinary(), nullable=True),
        sa.Column("previous_until", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspaces.workspace_id"], name="fk_webhook_secrets_workspace_id"
        ),
        sa.PrimaryKeyConstraint("workspace_id", name="pk_webhook_secrets"),
    )
    op.create_table(
        "webhook_deliveries",
        sa.Column("delivery_id", sa.Uuid(), nullable=False),
        sa.Column("workspace_id", sa.Uuid(), nullable=False),
        sa.Column("job_id", sa.Uuid(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("event", sa.String(length=64), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("ended_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(["job_id"], ["jobs.job_id"], name="fk_webhook_deliveries_job_id"),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspaces.workspace_id"], name="fk_webhook_deliveries_workspace_id"
        ),
        sa.PrimaryKeyConstraint("delivery_id", name="pk_webhook_deliveries"),
        sa.UniqueConstraint("job_id", "event", name="uq_webhook_deliveries_job_id_event"),
    )
    op.create_index(
        "ix_webhook_deliveries_workspace_id_created_at", "webhook_deliveries", ["workspace_id", "created_at"]
    )
    op.create_table(
        "webhook_attempts",
        sa.Column("delivery_id", sa.Uuid(), nullable=False),
        sa.Column("round", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("started_at", INSTANT, nullable=False),
        sa.Column("ended_at", INSTANT, nullable=False),
        sa.Column("status", sa.Integer(), nullable=True),
        sa.Column("error", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["delivery_id"], ["webhook_deliveries.delivery_id"], name="fk_webhook_attempts_delivery_id"
        ),
        sa.PrimaryKeyConstraint("delivery_id", "round", "number", name="pk_webhook_attempts"),
    )
