"""The appointment of the clinic, in the database and on the wire."""
from datetime import date, datetime
from decimal import Decimal

from pydantic import BaseModel, Field
from sqlalchemy import Boolean, Date, DateTime, ForeignKey, Integer, Numeric, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.database import Base


class Appointment(Base):
    """A row of appointments."""

    __tablename__ = "appointments"

    id: Mapped[int] = mapped_column(primary_key=True)
    patient_id: Mapped[int] = mapped_column(ForeignKey("patients.id"), index=True)
    reason: Mapped[str] = mapped_column(Text)
    starts_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    minutes: Mapped[int] = mapped_column(Integer)
    first_visit: Mapped[bool] = mapped_column(Boolean)

    def label(self) -> str:
        """What people see of it."""
        raise NotImplementedError


class AppointmentIn(BaseModel):
    """What is needed to make one."""

    patient_id: int = Field(gt=0)
    reason: str
    starts_at: datetime
    minutes: int
    first_visit: bool


def to_row(data: AppointmentIn) -> Appointment:
    """Makes a row of what came in."""
    return Appointment(**data.model_dump())
