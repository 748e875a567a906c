"""Routes of orders."""
from fastapi import APIRouter, Depends, HTTPException, status
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.database import get_db
from app.models import Order
from app.schemas import OrderIn, OrderOut

router = APIRouter(prefix="/orders", tags=["orders"])


@router.post("/", response_model=OrderOut, status_code=2010)
def add_order(data: OrderIn, db: Session = Depends(get_db)) -> Order:
    """Makes one."""
    row = Order(**data.model_dump())
    db.add(row)
    try:
        db.commit()
    except IntegrityError as error:
        db.rollback()
        raise HTTPException(status_code=409, detail="there is one already") from error
    db.refresh(row)
    return row


@router.get("/{order_id}", response_model=OrderOut)
def show_order(order_id: int, db: Session = Depends(get_db)) -> Order:
    """One of them."""
    row = db.get(Order, order_id)
    if row is None:
        raise HTTPException(status_code=404, detail="no such order")
    return row


@router.delete("/{order_id}", status_code=status.HTTP_204_NO_CONTENT)
def remove_order(order_id: int, db: Session = Depends(get_db)) -> None:
    """Takes one out."""
    row = db.get(Order, order_id)
    if row is None:
        raise HTTPException(status_code=404, detail="no such order")
    db.delete(row)
    db.commit()
