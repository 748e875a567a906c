"""The loan of the library, in the database and on the wire."""
from datetime import date, datetime
from decimal import Decimal

from pydantic import BaseModel, Field
from sqlalchemy import Boolean, Date, DateTime, ForeignKey, Integer, Numeric, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.database import Base


class Loan(Base):
    """A row of loans."""

    __tablename__ = "loans"

    id: Mapped[int] = mapped_column(primary_key=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), index=True)
    note: Mapped[str] = mapped_column(Text)
    due_on: Mapped[date] = mapped_column(Date)
    returned_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    fee: Mapped[Decimal] = mapped_column(Numeric(12, 2))

    def label(self) -> str:
        """What people see of it."""
        return f"loan {self.id}"


class LoanIn(BaseModel):
    """What is needed to make one."""

    member_id: int = Field(gt=0)
    note: str
    due_on: date
    returned_at: datetime
    fee: Decimal


def to_row(