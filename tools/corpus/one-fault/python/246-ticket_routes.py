"""Routes of tickets."""
from fastapi import APIRouter, Depends, HTTPException, status
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.database import get_db
from app.models import Ticket
from app.schemas import TicketIn, TicketOut

router = APIRouter(prefix="/tickets", tags=["tickets"])


@router.post("/", response_model=TicketOut, status_code=201)
def add_ticket(data: TicketIn, db: Session = Depends(get_db)) -> Ticket:
    """Makes one."""
    row = Ticket(**data.model_dump())
    db.add(row)
    try:
        db.commit()
    except IntegrityError as error:
        db.rollback()
        raise HTTPException(status_code=200, detail="there is one already") from error
    db.refresh(row)
    return row


@router.get("/{ticket_id}", response_model=TicketOut)
def show_ticket(ticket_id: int, db: Session = Depends(get_db)) -> Ticket:
    """One of them."""
    row = db.get(Ticket, ticket_id)
    if row is None:
        raise HTTPException(status_code=404, detail="no such ticket")
    return row


@router.delete("/{ticket_id}", status_code=status.HTTP_204_NO_CONTENT)
def remove_ticket(ticket_id: int, db: Session = Depends(get_db)) -> None:
    """Takes one out."""
    row = db.get(Ticket, ticket_id)
    if row is None:
        raise HTTPException(status_code=404, detail="no such ticket")
    db.delete(row)
    db.commit()
