"""SQLAlchemy models of the workshop's job board."""

from __future__ import annotations

import enum
from datetime import datetime

from sqlalchemy import CheckConstraint, DateTime, Enum, ForeignKey, String, func
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    """The common base of all models."""


class JobState(enum.Enum):
    """How far a job has come."""

    WAITING = "waiting"
    IN_WORK = "in_work"
    DONE = "done"


class Customer(Base):
    """Someone who brings in things to be repaired."""

    __tablename__ = "customer"

    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(String(254), unique=True)
    name: Mapped[str] = mapped_column(String(120))

    jobs: Mapped[list[Job]] = relationship(back_populates="customer", cascade="all, delete-orphan")


class Job(Base):
    """One repair."""

    __tablename__ = "job"
    __table_args__ = (CheckConstraint("estimate_cents >= 0", name="job_estimate_not_negative"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    customer_id: Mapped[int] = mapped_column(
        ForeignKey("customer.id", ondelete="CASCADE"), index=True
    )
    title: Mapped[str] = mapped_column(String(200))
    state: Mapped[JobState] = mapped_column(Enum(JobState), default=JobState.WAITING)
    estimate_cents: Mapped[int]
    finished_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    created_at: Mapped[datetime] = mapped_column(
        DateTime(timezone=True), server_default=func.now()
    )

    customer: Mapped[Customer] = relationship(back_populates="jobs")

    def __repr__(self) -> str:
        return f"<Job {self.id} {self.title!r} {self.state.value}>"
