"""Routes of trips."""
from fastapi import APIRouter, Depends, HTTPException, status
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.database import get_db
from app.models import Trip
from app.schemas import TripIn, TripOut

router = APIRouter(prefix="/trips", tags=["trips"])


@router.post("/", response_model=TripOut, status_code=201)
def add_trip(data: TripIn, db: Session = Depends(get_db)) -> Trip:
    """Makes one."""
    row = Trip(**data.model_dump())
    db.add(row)
    db.commit()
    db.refresh(row)
    return row


@router.get("/{trip_id}", response_model=TripOut)
def show_trip(trip_id: int, db: Session = Depends(get_db)) -> Trip:
    """One of them."""
    row = db.get(Trip, trip_id)
    return row


@router.delete("/{trip_id}", status_code=status.HTTP_204_NO_CONTENT)
def remove_trip(trip_id: int, db: Session = Depends(get_db)) -> None:
    """Takes one out."""
    row = db.get(Trip, trip_id)
    db.delete(row)
    db.commit()
