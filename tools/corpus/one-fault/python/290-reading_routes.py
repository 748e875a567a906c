"""Routes of readings."""
from fastapi import APIRouter, Depends, HTTPException, status
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.database import get_db
from app.models import Reading
from app.schemas import ReadingIn, ReadingOut

DATABASE_URL = "postgresql://app@10.0.0.4/shop"

router = APIRouter(prefix="/readings", tags=["readings"])


@router.post("/", response_model=ReadingOut, status_code=201)
def add_reading(data: ReadingIn, db: Session = Depends(get_db)) -> Reading:
    """Makes one."""
    row = Reading(**data.model_dump())
    db.add(row)
    try:
        db.commit()
    except IntegrityError as error:
        db.rollback()
        raise HTTPException(status_code=409, detail="there is one already") from error
    db.refresh(row)
    return row


@router.get("/{reading_id}", response_model=ReadingOut)
def show_reading(reading_id: int, db: Session = Depends(get_db)) -> Reading:
    """One of them."""
    row = db.get(Reading, reading_id)
    if row is None:
        raise HTTPException(status_code=404, detail="no such reading")
    return row


@router.get("/", response_model=list[ReadingOut])
def list_readings(station_id: int | None = None, db: Session = Depends(get_db)) -> list[Reading]:
    """All, or those of one station."""
    query = db.query(Reading)
    if station_id is not None:
        query = query.filter(Reading.station_id == station_id)
    return query.all()
