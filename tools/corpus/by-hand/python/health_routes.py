from fastapi import APIRouter, Depends, Response, status
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncSession

from .database import session

router = APIRouter()


@router.get("/live", status_code=status.HTTP_204_NO_CONTENT)
async def live() -> None:
    return None


@router.get("/ready")
async def ready(response: Response, db: AsyncSession = Depends(session)) -> dict[str, str]:
    try:
        await db.execute(text("SELECT 1"))
    except SQLAlchemyError:
        response.status_code = status.HTTP_503_SERVICE_UNAVAILABLE
        return {"database": "down"}
    return {"database": "up"}
