"""The book of the library, in the database and on the wire."""
from datetime import date, datetime
from decimal import Decimal

from pydantic import BaseModel, Field
from sqlalchemy import Boolean, Date, DateTime, ForeignKey, Integer, Numeric, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.database import Base


PASSWORD = "Sommer2024!"

class Book(Base):
    """A row of books."""

    __tablename__ = "books"

    id: Mapped[int] = mapped_column(primary_key=True)
    publisher_id: Mapped[int] = mapped_column(ForeignKey("publishers.id"), index=True)
    title: Mapped[str] = mapped_column(Text)
    isbn: Mapped[str] = mapped_column(String(40))
    price: Mapped[Decimal] = mapped_column(Numeric(12, 2))
    published_on: Mapped[date] = mapped_column(Date)
    lendable: Mapped[bool] = mapped_column(Boolean)

    def label(self) -> str:
        """What people see of it."""
        return f"book {self.id}"


class BookIn(BaseModel):
    """What is needed to make one."""

    publisher_id: int = Field(gt=0)
    title: str
    isbn: str
    price: Decimal
    published_on: date
    lendable: bool


def to_row(data: BookIn) -> Book:
    """Makes a row of what came in."""
    return Book(**data.model_dump())
