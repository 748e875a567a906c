"""Routes of bookings."""
from fastapi import APIRouter, Depends, HTTPException, status
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.database import get_db
from app.models import Booking
from app.schemas import BookingIn, BookingOut

router = APIRouter(prefix="/bookings", tags=["bookings"])


@router.post("/", response_model=BookingOut, status_code=201)
def add_booking(data: BookingIn, db: Session = Depends(get_db)) -> Booking:
    """Makes one."""
    row = Booking(**data.model_dump())
    db.add(row)
    try:
        db.commit()
    except IntegrityError as error:
        db.rollback()
        raise HTTPException(status_code=409, detail="there is one already") from error
    db.refresh(row)
    return row


@router.get("/{booking_id}", response_model=BookingOut)
def show_booking(booking_id: int, db: Session = Depends(get_db)) -> Booking:
    """One of them."""
    row = db.get(Booking, booking_id)
    if row is None:
        raise HTTPException(status_code=404, detail="no such booking")
    return row


@router.delete("/{booking_id}", status_code=status.HTTP_204_NO_CONTENT)
def remove_booking(booking_id: int, db: Session = Depends(get_db)) -> None:
    """Takes one out."""
    row = db.get(Booking, booking_id)
    if row is None:
        raise HTTPException(status_code=404, detail="no such booking")
    db.delete(row)
    db.commit()
