"""The payment of the billing, in the database and on the wire."""
from datetime import date, datetime
from decimal import Decimal

from pydantic import BaseModel, Field
from sqlalchemy import Boolean, Date, DateTime, ForeignKey, Integer, Numeric, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.database import Base


class Payment(Base):
    """A row of payments."""

    __tablename__ = "payments"

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"), index=True)
    method: Mapped[str] = mapped_column(Text)
    amount: Mapped[Decimal] = mapped_column(Numeric(12, 2))
    received_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    refunded: Mapped[bool] = mapped_column(Boolean)

    def label(self) -> str:
        """What people see of it."""
        raise NotImplementedError


class PaymentIn(BaseModel):
    """What is needed to make one."""

    account_id: int = Field(gt=0)
    method: str
    amount: Decimal
    received_at: datetime
    refunded: bool


def to_row(data: PaymentIn) -> Payment:
    """Makes a row of what came in."""
    return Payment(**data.model_dump())
