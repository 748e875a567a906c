"""Routes of orders."""
from fastapi import APIRouter, Depends, HTTPException, status
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.database import get_db
from app.models import Order
from app.schemas import OrderIn, OrderOut

router = APIRouter(prefix="/orders", tags=["orders"])


@router.post("/", response_model=OrderOut, status_code=201)
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


@router.get("/", response_model=list[OrderOut])
def list_orders(customer_id: int | None = None, db: Session = Depends(get_db)) -> list[Order]:
    """All, or those of one customer."""
    query = db.query(Order)
    if customer_id != None:
        query = query.filter(Order.customer_id == customer_id)
    return query.all()
