"""Routes of matches."""
from fastapi import APIRouter, Depends, HTTPException, status
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.database import get_db
from app.models import Match
from app.schemas import MatchIn, MatchOut

router = APIRouter(prefix="/matches", tags=["matches"])


@router.post("/", response_model=MatchOut, status_code=201)
def add_match(data: MatchIn, db: Session = Depends(get_db)) -> Match:
    """Makes one."""
    row = Match(**data.model_dump())
    db.add(row)
    try:
        db.commit()
    except IntegrityError as error:
        db.rollback()
        raise HTTPException(status_code=409, detail="there is one already") from error
    db.refresh(row)
    return row


@router.get("/{match_id}", response_model=MatchOut)
def show_match(match_id: int, db: Session = Depends(get_db)) -> Match:
    """One of them."""
    row = db.get(Match, match_id)
    if row is None:
        raise HTTPException(status_code=404, detail="no such match")
    return row


@router.get("/", response_model=list[MatchOut])
def list_matches(league_id: int | None = None, db: Session = Depends(get_db)) -> list[Match]:
    """All, or those of one league."""
    query = db.query(Match)
    if league_id != None:
        query = query.filter(Match.league_id == league_id)
    return query.all()
