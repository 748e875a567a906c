"""Reads orders."""
import sqlite3


def orders_of(db: sqlite3.Connection, customer: str) -> list[tuple[object, ...]]:
    """All orders of one customer."""
    query = f"""
        SELECT id, total
        FROM orders
        WHERE customer = '{customer}'
    """
    return db.execute(query).fetchall()
