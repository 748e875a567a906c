"""Bookings of laboratory equipment."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, HTTPException, status

from .service import BookingService, EquipmentBusy, get_service

router = APIRouter(prefix="/bookings")

Service = Annotated[BookingService, Depends(get_service)]


@router.post("", status_code=status.HTTP_201_CREATED)
async def create_booking(payload: dict[str, Any], service: Service) -> dict[str, int]:
    """Book a piece of equipment for a time."""
    try:
        booking_id = await service.book(payload["equipment"], payload["from"], payload["to"])
    except EquipmentBusy as exc:
        raise HTTPException(status.HTTP_409_CONFLICT, "equipment is busy") from exc
    return {"id": booking_id}


@router.delete("/{booking_id}", status_code=status.HTTP_204_NO_CONTENT)
async def cancel_booking(booking_id: int, service: Service) -> None:
    """Cancel a booking."""
    if not await service.cancel(booking_id):
        raise HTTPException(status.HTTP_404_NOT_FOUND, "no such booking")
