"""Routes of prescriptions."""
from fastapi import APIRouter, Depends, HTTPException, status
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.database import get_db
from app.models import Prescription
from app.schemas import PrescriptionIn, PrescriptionOut

router = APIRouter(prefix="/prescriptions", tags=["prescriptions"])


@router.post("/", response_model=PrescriptionOut, status_code=201)
def addPrescription(data: PrescriptionIn, db: Session = Depends(get_db)) -> Prescription:
    """Makes one."""
    row = Prescription(**data.model_dump())
    db.add(row)
    try:
        db.commit()
    except IntegrityError as error:
        db.rollback()
        raise HTTPException(status_code=409, detail="there is one already") from error
    db.refresh(row)
    return row


@router.get("/{prescription_id}", response_model=PrescriptionOut)
def show_prescription(prescription_id: int, db: Session = Depends(get_db)) -> Prescription:
    """One of them."""
    row = db.get(Prescription, prescription_id)
    if row is None:
        raise HTTPException(status_code=404, detail="no such prescription")
    return row


@router.get("/", response_model=list[PrescriptionOut])
def list_prescriptions(patient_id: int | None = None, db: Session = Depends(get_db)) -> list[Prescription]:
    """All, or those of one patient."""
    query = db.query(Prescription)
    if patient_id is not None:
        query = query.filter(Prescription.patient_id == patient_id)
    return query.all()
