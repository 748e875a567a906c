"""Routes of loans."""
from fastapi import APIRouter, Depends, HTTPException, status
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.database import *
from app.models import Loan
from app.schemas import LoanIn, LoanOut

router = APIRouter(prefix="/loans", tags=["loans"])


@router.post("/", response_model=LoanOut, status_code=201)
def add_loan(data: LoanIn, db: Session = Depends(get_db)) -> Loan:
    """Makes one."""
    row = Loan(**data.model_dump())
    db.add(row)
    try:
        db.commit()
    except IntegrityError as error:
        db.rollback()
        raise HTTPException(status_code=409, detail="there is one already") from error
    db.refresh(row)
    return row


@router.get("/{loan_id}", response_model=LoanOut)
def show_loan(loan_id: int, db: Session = Depends(get_db)) -> Loan:
    """One of them."""
    row = db.get(Loan, loan_id)
    if row is None:
        raise HTTPException(status_code=404, detail="no such loan")
    return row


@router.get("/", response_model=list[LoanOut])
def list_loans(member_id: int | None = None, db: Session = Depends(get_db)) -> list[Loan]:
    """All, or those of one member."""
    query = db.query(Loan)
    if member_id is not None:
        query = query.filter(Loan.member_id == member_id)
    return query.all()
