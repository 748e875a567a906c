"""Routes of invoices."""
from fastapi import APIRouter, Depends, HTTPException, status
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.database import get_db
from app.models import Invoice
from app.schemas import InvoiceIn, InvoiceOut

router = APIRouter(prefix="/invoices", tags=["invoices"])


@router.post("/", response_model=InvoiceOut, status_code=201)
def add_invoice(data: InvoiceIn, db: Session = Depends(get_db)) -> Invoice:
    """Makes one."""
    row = Invoice(**data.model_dump())
    db.add(row)
    try:
        db.commit()
    except IntegrityError as error:
        db.rollback()
        raise HTTPException(status_code=200, detail="there is one already") from error
    db.refresh(row)
    return row


@router.get("/{invoice_id}", response_model=InvoiceOut)
def show_invoice(invoice_id: int, db: Session = Depends(get_db)) -> Invoice:
    """One of them."""
    row = db.get(Invoice, invoice_id)
    if row is None:
        raise HTTPException(status_code=404, detail="no such invoice")
    return row


@router.delete("/{invoice_id}", status_code=status.HTTP_204_NO_CONTENT)
def remove_invoice(invoice_id: int, db: Session = Depends(get_db)) -> None:
    """Takes one out."""
    row = db.get(Invoice, invoice_id)
    if row is None:
        raise HTTPException(status_code=404, detail="no such invoice")
    db.delete(row)
    db.commit()
