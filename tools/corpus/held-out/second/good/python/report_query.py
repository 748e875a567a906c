"""Composes a report query whose sort column is chosen by the reader."""

from typing import Final, NamedTuple

from psycopg import Connection, sql

SORT_COLUMNS: Final = frozenset({"placed_on", "total_cents", "customer_name"})


class ReportLine(NamedTuple):
    """One line of the report."""

    number: int
    customer_name: str
    total_cents: int


def report(
    connection: Connection, year: int, sort_by: str = "placed_on", limit: int = 100
) -> list[ReportLine]:
    """Return the orders of a year in the wanted order."""
    if sort_by not in SORT_COLUMNS:
        raise ValueError(f"cannot sort by {sort_by!r}")
    query = sql.SQL(
        "SELECT number, customer_name, total_cents FROM customer_order"
        " WHERE extract(year FROM placed_on) = %s ORDER BY {} LIMIT %s"
    ).format(sql.Identifier(sort_by))
    with connection.cursor() as cursor:
        cursor.execute(query, (year, limit))
        return [ReportLine(*row) for row in cursor]
