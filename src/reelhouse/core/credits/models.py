"""The ledger's tables. Amounts are micro-dollars; `credit_transfers` is never changed (see the migration)."""

import sqlalchemy as sa

from reelhouse.kit.db import Instant, metadata

AutoId = sa.BigInteger().with_variant(sa.Integer(), "sqlite")  # only an INTEGER key counts by itself there

credit_wallets = sa.Table(
    "credit_wallets",
    metadata,
    sa.Column("workspace_id", sa.Uuid, sa.ForeignKey("workspaces.workspace_id"), primary_key=True),
    sa.Column("monthly_allowance", sa.BigInteger, nullable=False),
    sa.Column("granted_allowance", sa.BigInteger, nullable=False),
    sa.Column("opened_at", Instant, nullable=False),
    sa.Column("period_ends_at", Instant),
    sa.CheckConstraint("monthly_allowance >= 0", name="monthly_allowance"),
)

credit_pots = sa.Table(
    "credit_pots",
    metadata,
    sa.Column("workspace_id", sa.ForeignKey(credit_wallets.c.workspace_id), primary_key=True),
    sa.Column("pot", sa.String(20), primary_key=True),
    sa.Column("available", sa.BigInteger, nullable=False),
    sa.Column("held", sa.BigInteger, nullable=False),
    sa.CheckConstraint("available >= 0", name="available"),
    sa.CheckConstraint("held >= 0", name="held"),
)

credit_holds = sa.Table(
    "credit_holds",
    metadata,
    sa.Column("hold_id", sa.Uuid, primary_key=True),
    sa.Column("workspace_id", sa.ForeignKey(credit_wallets.c.workspace_id), nullable=False, index=True),
    sa.Column("amount", sa.BigInteger, nullable=False),
    sa.Column("settled", sa.BigInteger, nullable=False),
    sa.Column("state", sa.String(20), nullable=False),
    sa.Column("created_at", Instant, nullable=False),
    sa.Column("expires_at", Instant, nullable=False),
    sa.Column("resolved_at", Instant),
    sa.CheckConstraint("amount >= 0", name="amount"),
    sa.CheckConstraint("settled >= 0 AND settled <= amount", name="settled"),
    sa.Index("ix_credit_holds_state_expires_at", "state", "expires_at"),
)

credit_hold_parts = sa.Table(
    "credit_hold_parts",
    metadata,
    sa.Column("hold_id", sa.ForeignKey(credit_holds.c.hold_id), primary_key=True),
    sa.Column("pot", sa.String(20), primary_key=True),
    sa.Column("amount", sa.BigInteger, nullable=False),
    sa.CheckConstraint("amount > 0", name="amount"),
)

credit_transfers = sa.Table(
    "credit_transfers",
    metadata,
    sa.Column("entry_id", AutoId, primary_key=True),
    sa.Column("key", sa.String(255), nullable=False, unique=True),
    sa.Column("workspace_id", sa.ForeignKey(credit_wallets.c.workspace_id), nullable=False, index=True),
    sa.Column("debit", sa.String(100), nullable=False),
    sa.Column("credit", sa.String(100), nullable=False),
    sa.Column("amount", sa.BigInteger, nullable=False),
    sa.Column("reason", sa.String(500), nullable=False),
    sa.Column("hold_id", sa.ForeignKey(credit_holds.c.hold_id), index=True),
    sa.Column("created_at", Instant, nullable=False),
    sa.CheckConstraint("amount > 0", name="amount"),
    sa.CheckConstraint("debit <> credit", name="accounts"),
)
