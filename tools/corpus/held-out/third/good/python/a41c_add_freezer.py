"""add freezers

Revision ID: a41c77e0b2d9
Revises: 90bd31f6a5c1
Create Date: 2026-04-17 09:12:44.108812
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "a41c77e0b2d9"
down_revision: str | None = "90bd31f6a5c1"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Create the table of freezers and point samples to it."""
    op.create_table(
        "freezer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("label", sa.String(length=40), nullable=False),
        sa.Column("temperature_c", sa.Numeric(5, 1), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_freezer")),
        sa.UniqueConstraint("label", name=op.f("uq_freezer_label")),
    )
    op.add_column("sample", sa.Column("freezer_id", sa.Integer(), nullable=True))
    op.create_foreign_key(
        op.f("fk_sample_freezer_id"), "sample", "freezer", ["freezer_id"], ["id"]
    )
    op.create_index(op.f("ix_sample_freezer_id"), "sample", ["freezer_id"])


def downgrade() -> None:
    """Undo the above in the opposite order."""
    op.drop_index(op.f("ix_sample_freezer_id"), table_name="sample")
    op.drop_constraint(op.f("fk_sample_freezer_id"), "sample", type_="foreignkey")
    op.drop_column("sample", "freezer_id")
    op.drop_table("freezer")
