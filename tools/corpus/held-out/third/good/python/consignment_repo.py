"""Consignments in PostgreSQL (psycopg 3)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from psycopg.rows import class_row

if TYPE_CHECKING:
    from psycopg_pool import ConnectionPool


@dataclass(slots=True)
class Consignment:
    """A row of the table ``consignment``."""

    id: int
    tracking_code: str
    depot_id: int
    delivered: bool


class ConsignmentRepo:
    """CRUD over one table."""

    def __init__(self, pool: ConnectionPool) -> None:
        self._pool = pool

    def create(self, tracking_code: str, depot_id: int) -> Consignment:
        """Insert and return a consignment."""
        with self._pool.connection() as conn:
            cur = conn.cursor(row_factory=class_row(Consignment))
            cur.execute(
                """
                INSERT INTO consignment (tracking_code, depot_id)
                VALUES (%s, %s)
                RETURNING id, tracking_code, depot_id, delivered
                """,
                (tracking_code, depot_id),
            )
            row = cur.fetchone()
        if row is None:
            raise RuntimeError("INSERT returned no row")
        return row

    def mark_delivered(self, consignment_id: int) -> bool:
        """Return whether a consignment was changed."""
        with self._pool.connection() as conn:
            cur = conn.execute(
                "UPDATE consignment SET delivered = TRUE WHERE id = %s AND NOT delivered",
                (consignment_id,),
            )
            return cur.rowcount == 1

    def delete(self, consignment_id: int) -> bool:
        """Return whether a consignment was there to be deleted."""
        with self._pool.connection() as conn:
            cur = conn.execute("DELETE FROM consignment WHERE id = %s", (consignment_id,))
            return cur.rowcount == 1
