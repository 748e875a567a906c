"""Parcels over HTTP."""

from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, status
from pydantic import BaseModel, Field

from .store import ParcelStore, open_store

router = APIRouter(prefix="/parcels", tags=["parcels"])


class NewParcel(BaseModel):
    """What is asked of a new parcel."""

    weight: float = Field(gt=0, le=30)
    city: str = Field(min_length=1)


class Parcel(NewParcel):
    """A parcel with its number."""

    number: int


Store = Annotated[ParcelStore, Depends(open_store)]


@router.post("", status_code=status.HTTP_201_CREATED)
async def create_parcel(parcel: NewParcel, store: Store) -> Parcel:
    """Takes a parcel in."""
    return await store.add(parcel)


@router.get("/{number}")
async def read_parcel(number: int, store: Store) -> Parcel:
    """One parcel."""
    parcel = await store.find(number)
    if parcel is None:
        raise HTTPException(status.HTTP_404_NOT_FOUND, f"no parcel {number}")
    return parcel
