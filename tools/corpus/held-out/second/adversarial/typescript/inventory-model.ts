from dataclasses import dataclass


@dataclass
class InventoryItem:
    """An item in the warehouse."""

    sku: str
    quantity: int = 0

    def take(self, amount: int) -> None:
        """Remove an amount."""
        if amount > self.quantity:
            raise ValueError("not enough")
        self.quantity -= amount
