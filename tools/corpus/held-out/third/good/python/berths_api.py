"""HTTP interface for the berths of a port."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, HTTPException, status
from pydantic import BaseModel, Field

from .berths import BerthConflict, BerthRepository, get_repository

router = APIRouter(prefix="/berths", tags=["berths"])

Repository = Annotated[BerthRepository, Depends(get_repository)]


class BerthIn(BaseModel):
    """What a client sends to register a berth."""

    code: str = Field(pattern=r"^[A-Z]\d{2}$")
    length_m: float = Field(gt=0, le=450)


class BerthOut(BerthIn):
    """A registered berth."""

    id: UUID


@router.post("", status_code=status.HTTP_201_CREATED)
async def create_berth(berth: BerthIn, repository: Repository) -> BerthOut:
    """Register a berth; its code must be new."""
    try:
        berth_id = await repository.add(berth.code, berth.length_m)
    except BerthConflict as exc:
        raise HTTPException(status.HTTP_409_CONFLICT, "berth code is taken") from exc
    return BerthOut(id=berth_id, **berth.model_dump())


@router.get("/{berth_id}")
async def read_berth(berth_id: UUID, repository: Repository) -> BerthOut:
    """Return one berth."""
    found = await repository.get(berth_id)
    if found is None:
        raise HTTPException(status.HTTP_404_NOT_FOUND, "no such berth")
    return BerthOut(id=found.id, code=found.code, length_m=found.length_m)


@router.delete("/{berth_id}", status_code=status.HTTP_204_NO_CONTENT)
async def delete_berth(berth_id: UUID, repository: Repository) -> None:
    """Remove a berth."""
    if not await repository.remove(berth_id):
        raise HTTPException(status.HTTP_404_NOT_FOUND, "no such berth")
