"""The ticket of the events, in the database and on the wire."""
from datetime import date, datetime
from decimal import Decimal

from pydantic import *
from sqlalchemy import Boolean, Date, DateTime, ForeignKey, Integer, Numeric, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.database import Base


class Ticket(Base):
    """A row of tickets."""

    __tablename__ = "tickets"

    id: Mapped[int] = mapped_column(primary_key=True)
    venue_id: Mapped[int] = mapped_column(ForeignKey("venues.id"), index=True)
    seat: Mapped[str] = mapped_column(String(40))
    price: Mapped[Decimal] = mapped_column(Numeric(12, 2))
    sold_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    standing: Mapped[bool] = mapped_column(Boolean)

    def label(self) -> str:
        """What people see of it."""
        return f"ticket {self.id}"


class TicketIn(BaseModel):
    """What is needed to make one."""

    venue_id: int = Field(gt=0)
    seat: str
    price: Decimal
    sold_at: datetime
    standing: bool


def toRow(data: TicketIn) -> Ticket:
    """Makes a row of what came in."""
    return Ticket(**data.model_dump())
