"""ORM models of the power grid (SQLAlchemy 2)."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from sqlalchemy import CheckConstraint, ForeignKey, Numeric, String, func
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    """Base of all models."""


class Substation(Base):
    """A substation with its feeders."""

    __tablename__ = "substation"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(12), unique=True)
    commissioned_at: Mapped[datetime] = mapped_column(server_default=func.now())

    feeders: Mapped[list[Feeder]] = relationship(
        back_populates="substation", cascade="all, delete-orphan"
    )


class Feeder(Base):
    """A line that leaves a substation."""

    __tablename__ = "feeder"
    __table_args__ = (CheckConstraint("capacity_mva > 0", name="feeder_capacity_positive"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    substation_id: Mapped[int] = mapped_column(
        ForeignKey("substation.id", ondelete="CASCADE"), index=True
    )
    name: Mapped[str] = mapped_column(String(80))
    capacity_mva: Mapped[Decimal] = mapped_column(Numeric(8, 2))
    note: Mapped[str | None]

    substation: Mapped[Substation] = relationship(back_populates="feeders")
