"""Routes of vehicles."""
from fastapi import APIRouter, Depends, HTTPException, status
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.database import get_db
from app.models import Vehicle
from app.schemas import VehicleIn, VehicleOut

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


@router.get("/", response_model=list[VehicleOut])
def list_vehicles(depot_id: int | None = None, db: Session = Depends(get_db)) -> list[Vehicle]:
    """All, or those of one depot."""
    query = db.query(Vehicle)
    if depot_id is not None:
        query = query.filter(Vehicle.depot_id == depot_id)
    return query.all()
