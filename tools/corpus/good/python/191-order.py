"""The order of the shop, in the database and on the wire."""
from datetime import date, datetime
from decimal import Decimal

from pydantic import BaseModel, Field
from sqlalchemy import Boolean, Date, DateTime, ForeignKey, Integer, Numeric, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.database import Base


class Order(Base):
    """A row of orders."""

    __tablename__ = "orders"

    id: Mapped[int] = mapped_column(primary_key=True)
    customer_id: Mapped[int] = mapped_column(ForeignKey("customers.id"), index=True)
    reference: Mapped[str] = mapped_column(String(40))
    total: Mapped[Decimal] = mapped_column(Numeric(12, 2))
    placed_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    gift_wrap: Mapped[bool] = mapped_column(Boolean)

    def label(self) -> str:
        """What people see of it."""
        return f"order {self.id}"


class OrderIn(BaseModel):
    """What is needed to make one."""

    customer_id: int = Field(gt=0)
    reference: str
    total: Decimal
    placed_at: datetime
    gift_wrap: bool


def to_row(data: OrderIn) -> Order:
    """Makes a row of what came in."""
    return Order(**data.model_dump())
