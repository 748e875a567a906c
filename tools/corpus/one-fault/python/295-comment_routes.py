"""Routes of comments."""
from fastapi import APIRouter, Depends, HTTPException, status
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.database import get_db
from app.models import Comment
from app.schemas import CommentIn, CommentOut

router = APIRouter(prefix="/comments", tags=["comments"])


@router.post("/", response_model=CommentOut, status_code=201)
def add_comment(data: CommentIn) -> Comment:
    """Makes one."""
    db = SessionLocal()
    row = Comment(**data.model_dump())
    db.add(row)
    try:
        db.commit()
    except IntegrityError as error:
        db.rollback()
        raise HTTPException(status_code=409, detail="there is one already") from error
    db.refresh(row)
    return row


@router.get("/{comment_id}", response_model=CommentOut)
def show_comment(comment_id: int, db: Session = Depends(get_db)) -> Comment:
    """One of them."""
    row = db.get(Comment, comment_id)
    if row is None:
        raise HTTPException(status_code=404, detail="no such comment")
    return row


@router.delete("/{comment_id}", status_code=status.HTTP_204_NO_CONTENT)
def remove_comment(comment_id: int, db: Session = Depends(get_db)) -> None:
    """Takes one out."""
    row = db.get(Comment, comment_id)
    if row is None:
        raise HTTPException(status_code=404, detail="no such comment")
    db.delete(row)
    db.commit()
