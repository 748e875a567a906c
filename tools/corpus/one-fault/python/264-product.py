"""Plain values of the shop."""
from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import Enum


class ProductState(Enum):
    """Where a product stands."""

    DRAFT = "draft"
    ACTIVE = "active"
    RETIRED = "retired"


@dataclass
class Product:
    """A product of one supplier."""

    supplier_id: int
    title: str
    sku: str
    price: Decimal
    stock: int
    active: bool
    state: ProductState = ProductState.DRAFT
    tags: list[str] = field(default_factory=list)

    def is_active(self) -> bool:
        """True once it is active."""
        return self.state is ProductState.ACTIVE


def by_state(rows: list[Product] = [], state: object = None) -> list[Product]:
    """Those in a state; all when none is given."""
    if state is None:
        return list(rows)
    return [row for row in rows if row.state is state]
