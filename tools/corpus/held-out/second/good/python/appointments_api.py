"""HTTP API of the appointments of a practice."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, HTTPException, Query, status
from pydantic import BaseModel, Field, model_validator

from practice.calendar import Calendar, SlotTaken, get_calendar

router = APIRouter(prefix="/appointments", tags=["appointments"])

CalendarDep = Annotated[Calendar, Depends(get_calendar)]


class AppointmentIn(BaseModel):
    """What a patient asks for."""

    patient_id: UUID
    starts_at: datetime
    ends_at: datetime
    note: str = Field(default="", max_length=500)

    @model_validator(mode="after")
    def check_order(self) -> "AppointmentIn":
        """Refuse appointments that end before they start."""
        if self.ends_at <= self.starts_at:
            raise ValueError("ends_at must be after starts_at")
        return self


class AppointmentOut(AppointmentIn):
    """An appointment that is in the calendar."""

    id: UUID


@router.post("", status_code=status.HTTP_201_CREATED)
def create_appointment(body: AppointmentIn, calendar: CalendarDep) -> AppointmentOut:
    """Put an appointment into the calendar."""
    try:
        return AppointmentOut.model_validate(calendar.reserve(**body.model_dump()))
    except SlotTaken as taken:
        raise HTTPException(status.HTTP_409_CONFLICT, "the slot is taken") from taken


@router.get("")
def list_appointments(
    calendar: CalendarDep,
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
) -> list[AppointmentOut]:
    """List the next appointments."""
    return [AppointmentOut.model_validate(item) for item in calendar.upcoming(limit)]


@router.delete("/{appointment_id}", status_code=status.HTTP_204_NO_CONTENT)
def cancel_appointment(appointment_id: UUID, calendar: CalendarDep) -> None:
    """Cancel an appointment."""
    if not calendar.cancel(appointment_id):
        raise HTTPException(status.HTTP_404_NOT_FOUND, "no such appointment")
