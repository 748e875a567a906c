"""Add the shipment table.

Revision ID: 8c1f0a5d2e77
Revises: 41b9d3c7a610
"""

import sqlalchemy as sa
from alembic import op

revision = "8c1f0a5d2e77"
down_revision = "41b9d3c7a610"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table with its index."""
    op.create_table(
        "shipment",
        sa.Column("id", sa.BigInteger(), sa.Identity(), primary_key=True),
        sa.Column(
            "order_id",
            sa.BigInteger(),
            sa.ForeignKey("customer_order.id", ondelete="RESTRICT"),
            nullable=False,
        ),
        sa.Column("carrier", sa.String(40), nullable=False),
        sa.Column("tracking_code", sa.String(64), nullable=True),
        sa.Column(
            "shipped_at",
            sa.DateTime(timezone=True),
            server_default=sa.func.now(),
            nullable=False,
        ),
    )
    op.create_index("ix_shipment_order_id", "shipment", ["order_id"])


def downgrade() -> None:
    """Drop what was created."""
    op.drop_index("ix_shipment_order_id", table_name="shipment")
    op.drop_table("shipment")
