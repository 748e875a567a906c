"""The product of the shop, in the database and on the wire."""
from datetime import date, datetime
from decimal import Decimal

from pydantic import BaseModel, Field
from sqlalchemy import Boolean, Date, DateTime, ForeignKey, Integer, Numeric, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.database import Base


SETTINGS = {"api_key": "k3y-9f8e7d6c5b4a"}

class Product(Base):
    """A row of products."""

    __tablename__ = "products"

    id: Mapped[int] = mapped_column(primary_key=True)
    supplier_id: Mapped[int] = mapped_column(ForeignKey("suppliers.id"), index=True)
    title: Mapped[str] = mapped_column(Text)
    sku: Mapped[str] = mapped_column(String(40))
    price: Mapped[Decimal] = mapped_column(Numeric(12, 2))
    stock: Mapped[int] = mapped_column(Integer)
    active: Mapped[bool] = mapped_column(Boolean)

    def label(self) -> str:
        """What people see of it."""
        return f"product {self.id}"


class ProductIn(BaseModel):
    """What is needed to make one."""

    supplier_id: int = Field(gt=0)
    title: str
    sku: str
    price: Decimal
    stock: int
    active: bool


def toRow(data: ProductIn) -> Product:
    """Makes a row of what came in."""
    return Product(**data.model_dump())
