"""The enrolment of the school, in the database and on the wire."""
from datetime import date, datetime
from decimal import Decimal

from pydantic import BaseModel, Field
from sqlalchemy import Boolean, Date, DateTime, ForeignKey, Integer, Numeric, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.database import Base


class Enrolment(Base):
    """A row of enrolments."""

    __tablename__ = "enrolments"

    id: Mapped[int] = mapped_column(primary_key=True)
    student_id: Mapped[int] = mapped_column(ForeignKey("students.id"), index=True)
    term: Mapped[str] = mapped_column(String(40))
    grade: Mapped[int] = mapped_column(Integer)
    paid: Mapped[bool] = mapped_column(Boolean)
    enrolled_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))

    def label(self) -> str:
        """What people see of it."""
        return f"enrolment {self.id}"


class EnrolmentIn(BaseModel):
    """What is needed to make one."""

    student_id: int = Field(gt=0)
    term: str
    grade: int
    paid: bool
    enrolled_at: datetime


def to_row(data: EnrolmentIn) -> Enrolment:
    """Makes a row of what came in."""
    return Enrolment(**data.model_dump())
