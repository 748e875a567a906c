PROGRAM = '''
"""Routes of enrolments."""
from fastapi import APIRouter, Depends, HTTPException, status
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.database import get_db
from app.models import Enrolment
from app.schemas import EnrolmentIn, EnrolmentOut

router = APIRouter(prefix="/enrolments", tags=["enrolments"])


@router.post("/", response_model=EnrolmentOut, status_code=201)
def add_enrolment(data: EnrolmentIn, db: Session = Depends(get_db)) -> Enrolment:
    """Makes one."""
    row = Enrolment(**data.model_dump())
    db.add(row)
    try:
        db.commit()
    except IntegrityError as error:
        db.rollback()
        raise HTTPException(status_code=409, detail="there is one already") from error
    db.refresh(row)
    return row


@router.get("/{enrolment_id}", response_model=EnrolmentOut)
def show_enrolment(enrolment_id: int, db: Session = Depends(get_db)) -> Enrolment:
    """One of them."""
    row = db.get(Enrolment, enrolment_id)
    if row is None:
        raise HTTPException(status_code=404, detail="no such enrolment")
    return row


@router.delete("/{enrolment_id}", status_code=status.HTTP_204_NO_CONTENT)
def remove_enrolment(enrolment_id: int, db: Session = Depends(get_db)) -> None:
    """Takes one out."""
    row = db.get(Enrolment, enrolment_id)
    if row is None:
        raise HTTPException(status_code=404, detail="no such enrolment")
    db.delete(row)
    db.commit()
'''

exec
