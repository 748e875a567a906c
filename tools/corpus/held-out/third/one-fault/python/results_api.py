"""Results of examinations."""

import logging

from fastapi import APIRouter, Depends, HTTPException
from pydantic import BaseModel, Field
from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncSession

from .db import get_session
from .models import Result

logger = logging.getLogger(__name__)
router = APIRouter()


class ResultOut(BaseModel):
    """A result as clients see it."""

    pupil_number: int
    points: int = Field(ge=0, le=100)


@router.get("/subjects/{subject_id}/results")
async def list_results(
    subject_id: int, session: AsyncSession = Depends(get_session)
) -> list[ResultOut]:
    """Return the results of a subject."""
    statement = select(Result).where(Result.subject_id == subject_id).order_by(Result.pupil_number)
    try:
        rows = (await session.scalars(statement)).all()
    except SQLAlchemyError as exc:
        logger.exception("could not read results")
        raise HTTPException(status_code=500, detail=str(exc)) from exc
    return [ResultOut(pupil_number=r.pupil_number, points=r.points) for r in rows]
