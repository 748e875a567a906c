"""Routes of articles."""
from fastapi import APIRouter, Depends, HTTPException, status
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.database import get_db
from app.models import Article
from app.schemas import ArticleIn, ArticleOut

router = APIRouter(prefix="/articles", tags=["articles"])


@router.post("/", response_model=ArticleOut, status_code=201)
def add_article(data: ArticleIn, db: Session = Depends(get_db)) -> Article:
    """Makes one."""
    row = Article(**data.model_dump())
    db.add(row)
    try:
        db.commit()
    except IntegrityError as error:
        db.rollback()
        raise HTTPException(status_code=409, detail="there is one already") from error
    db.refresh(row)
    return row


@router.get("/{article_id}", response_model=ArticleOut)
def show_article(article_id: int, db: Session = Depends(get_db)) -> Article:
    """One of them."""
    row = db.get(Article, article_id)
    if row is None:
        raise HTTPException(status_code=404, detail="no such article")
    return row


@router.get("/", response_model=list[ArticleOut])
def list_articles(editor_id: int | None = None, db: Session = Depends(get_db)) -> list[Article]:
    """All, or those of one editor."""
    query = db.query(Article)
    if editor_id is not None:
        query = query.filter(Article.editor_id == editor_id)
    return query.all()
