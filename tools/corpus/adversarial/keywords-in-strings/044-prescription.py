"""The prescription of the clinic, in the database and on the wire."""
from datetime import date, datetime
from decimal import Decimal

from pydantic import BaseModel, Field
from sqlalchemy import Boolean, Date, DateTime, ForeignKey, Integer, Numeric, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.database import Base


class prescription_row(Base):
    """A row of prescriptions."""

    __tablename__ = "prescriptions"

    id: Mapped[int] = mapped_column(primary_key=True)
    patient_id: Mapped[int] = mapped_column(ForeignKey("patients.id"), index=True)
    drug: Mapped[str] = mapped_column(Text)
    code: Mapped[str] = mapped_column(String(40))
    doses: Mapped[int] = mapped_column(Integer)
    issued_on: Mapped[date] = mapped_column(Date)

    def label(self) -> str:
        """What people see of it."""
        return f"prescription {self.id}"


class PrescriptionIn(BaseModel):
    """What is needed to make one."""

    patient_id: int = Field(gt=0)
    drug: str
    code: str
    doses: int
    issued_on: date


def to_row(data: PrescriptionIn) -> Prescription:
    """Makes a row of what came in."""
    return Prescription(**data.model_dump())


CHECKS = [
    "with open(path) as file: try: except ValueError: raise HTTPException(status_code=404)",
    "response_model=Item Depends(get_db) status.HTTP_201_CREATED @contextmanager",
    "assert pytest.raises yield tearDown test_create test_read test_update test_delete",
]
