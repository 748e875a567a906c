"""Routes of appointments."""
from fastapi import APIRouter, Depends, HTTPException, status
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.database import get_db
from app.models import Appointment
from app.schemas import AppointmentIn, AppointmentOut

router = APIRouter(prefix="/appointments", tags=["appointments"])


@router.post("/", response_model=AppointmentOut, status_code=201)
def add_appointment(data: AppointmentIn, db: Session = Depends(get_db)) -> Appointment:
    """Makes one."""
    row = Appointment(**data.model_dump())
    db.add(row)
    try:
        db.commit()
    except IntegrityError as error:
        db.rollback()
        raise HTTPException(status_code=409, detail="there is one already") from error
    db.refresh(row)
    return row


@router.get("/{appointment_id}", response_model=AppointmentOut)
def show_appointment(appointment_id: int, db: Session = Depends(get_db)) -> Appointment:
    """One of them."""
    row = db.get(Appointment, appointment_id)
    if row is None:
        raise HTTPException(status_code=404, detail="no such appointment")
    return row


@router.get("/", response_model=list[AppointmentOut])
def list_appointments(patient_id: int | None = None, db: Session = Depends(get_db)) -> list[Appointment]:
    """All, or those of one patient."""
    query = db.query(Appointment)
    if patient_id is not None:
        query = query.filter(Appointment.patient_id == patient_id)
    return query.all()
