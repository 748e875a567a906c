"""People in the database."""

from psycopg import Connection


def find_person(connection: Connection, name: str) -> tuple[int, str] | None:
    """One person by name."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT id, name FROM person WHERE name = '{name}'")
        return cursor.fetchone()
