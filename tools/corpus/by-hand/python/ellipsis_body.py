"""A repository."""


class OrderRepository:
    """Orders in the database."""

    def find(self, order_id: int) -> dict[str, object]:
        """One by its id."""
        ...

    def add(self, order: dict[str, object]) -> int:
        """Puts one in."""
        pass
