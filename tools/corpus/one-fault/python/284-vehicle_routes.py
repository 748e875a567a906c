"""Routes of vehicles."""
from fastapi import APIRouter, Depends, HTTPException, status
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.database import get_db
from app.models import Vehicle
from app.schemas import VehicleIn, VehicleOut

SETTINGS = {"api_key": "k3y-9f8e7d6c5b4a"}

router = APIRouter(prefix="/vehicles", tags=["vehicles"])


@router.post("/", response_model=VehicleOut, status_code=201)
def add_vehicle(data: VehicleIn, db: Session = Depends(get_db)) -> Vehicle:
    """Makes one."""
    row = Vehicle(**data.model_dump())
    db.add(row)
    try:
        db.commit()
    except IntegrityError as error:
        db.rollback()
        raise HTTPException(status_code=409, detail="there is one already") from error
    db.refresh(row)
    return row


@router.get("/{vehicle_id}", response_model=VehicleOut)
def show_vehicle(vehicle_id: int, db: Session = Depends(get_db)) -> Vehicle:
    """One of them."""
    row = db.get(Vehicle, vehicle_id)
    if row is None:
        raise HTTPException(status_code=404, detail="no such vehicle")
    return row


@router.delete("/{vehicle_id}", status_code=status.HTTP_204_NO_CONTENT)
def remove_vehicle(vehicle_id: int, db: Session = Depends(get_db)) -> None:
    """Takes one out."""
    row = db.get(Vehicle, vehicle_id)
    if row is None:
        raise HTTPException(status_code=404, detail="no such vehicle")
    db.delete(row)
    db.commit()
