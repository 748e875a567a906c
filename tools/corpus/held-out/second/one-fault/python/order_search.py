"""Finds orders of customers."""

from datetime import date
from typing import NamedTuple

from psycopg import Connection


class OrderLine(NamedTuple):
    """What the search page shows of an order."""

    number: int
    placed_on: date
    total_cents: int


def find_orders(connection: Connection, customer: str, year: int) -> list[OrderLine]:
    """Return the orders of a customer in a year, newest first."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT number, placed_on, total_cents
            FROM customer_order
            WHERE customer_name = '{customer}'
              AND extract(year FROM placed_on) = %s
            ORDER BY placed_on DESC
            """,
            (year,),
        )
        return [OrderLine(*row) for row in cursor.fetchall()]
