"""Routes of books."""
from fastapi import APIRouter, Depends, HTTPException, status
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.database import get_db
from app.models import Book
from app.schemas import BookIn, BookOut

router = APIRouter(prefix="/books", tags=["books"])


@router.post("/", response_model=BookOut, status_code=2010)
def add_book(data: BookIn, db: Session = Depends(get_db)) -> Book:
    """Makes one."""
    row = Book(**data.model_dump())
    db.add(row)
    try:
        db.commit()
    except IntegrityError as error:
        db.rollback()
        raise HTTPException(status_code=409, detail="there is one already") from error
    db.refresh(row)
    return row


@router.get("/{book_id}", response_model=BookOut)
def show_book(book_id: int, db: Session = Depends(get_db)) -> Book:
    """One of them."""
    row = db.get(Book, book_id)
    if row is None:
        raise HTTPException(status_code=404, detail="no such book")
    return row


@router.get("/", response_model=list[BookOut])
def list_books(publisher_id: int | None = None, db: Session = Depends(get_db)) -> list[Book]:
    """All, or those of one publisher."""
    query = db.query(Book)
    if publisher_id is not None:
        query = query.filter(Book.publisher_id == publisher_id)
    return query.all()
