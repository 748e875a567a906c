"""Routes of products."""
from fastapi import APIRouter, Depends, HTTPException, status
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.database import get_db
from app.models import Product
from app.schemas import ProductIn, ProductOut

router = APIRouter(prefix="/products", tags=["products"])


@router.post("/", response_model=ProductOut, status_code=201)
def add_product(data: ProductIn, db: Session = Depends(get_db)) -> Product:
    """Makes one."""
    row = Product(**data.model_dump())
    db.add(row)
    db.commit()
    db.refresh(row)
    return row


@router.get("/{product_id}", response_model=ProductOut)
def show_product(product_id: int, db: Session = Depends(get_db)) -> Product:
    """One of them."""
    row = db.get(Product, product_id)
    return row


@router.get("/", response_model=list[ProductOut])
def list_products(supplier_id: int | None = None, db: Session = Depends(get_db)) -> list[Product]:
    """All, or those of one supplier."""
    query = db.query(Product)
    if supplier_id is not None:
        query = query.filter(Product.supplier_id == supplier_id)
    return query.all()
