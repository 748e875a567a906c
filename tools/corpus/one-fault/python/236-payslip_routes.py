"""Routes of payslips."""
from fastapi import APIRouter, Depends, HTTPException, status
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.database import get_db
from app.models import Payslip
from app.schemas import PayslipIn, PayslipOut

router = APIRouter(prefix="/payslips", tags=["payslips"])


@router.post("/", response_model=PayslipOut, status_code=201)
def add_payslip(data: PayslipIn, db: Session = Depends(get_db)) -> Payslip:
    """Makes one."""
    row = Payslip(**data.model_dump())
    db.add(row)
    try:
        db.commit()
    except IntegrityError as error:
        db.rollback()
        raise HTTPException(status_code=409, detail="there is one already") from error
    db.refresh(row)
    return row


@router.get("/{payslip_id}", response_model=PayslipOut)
def show_payslip(payslip_id: int, db: Session = Depends(get_db)) -> Payslip:
    """One of them."""
    row = db.get(Payslip, payslip_id)
    if row is None:
        raise HTTPException(status_code=404, detail="no such payslip")
    return row


@router.delete("/{payslip_id}", status_code=status.HTTP_204_NO_CONTENT)
def remove_payslip(payslip_id: int, db: Session = Depends(get_db)):
    """Takes one out."""
    row = db.get(Payslip, payslip_id)
    if row is None:
        raise HTTPException(status_code=404, detail="no such payslip")
    db.delete(row)
    db.commit()
