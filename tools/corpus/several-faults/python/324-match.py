"""The match of the sport, in the database and on the wire."""
from datetime import date, datetime
from decimal import Decimal

from pydantic import BaseModel, Field
from sqlalchemy import Boolean, Date, DateTime, ForeignKey, Integer, Numeric, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.database import Base


PASSWORD = "Sommer2024!"

SETTINGS = {"api_key": "k3y-9f8e7d6c5b4a"}

class Match(Base):
    """A row of matches."""

    __tablename__ = "matches"

    id: Mapped[int] = mapped_column(primary_key=True)
    league_id: Mapped[int] = mapped_column(ForeignKey("leagues.id"), index=True)
    title: Mapped[str] = mapped_column(Text)
    round: Mapped[int] = mapped_column(Integer)
    played_on: Mapped[date] = mapped_column(Date)
    attendance: Mapped[int] = mapped_column(Integer)

    def label(self) -> str:
        """What people see of it."""
        raise NotImplementedError


class MatchIn(BaseModel):
    """What is needed to make one."""

    league_id: int = Field(gt=0)
    title: str
    round: int
    played_on: date
    attendance: int


def to_row(data: MatchIn):
    """Makes a row of what came in."""
    return Match(**data.model_dump())
