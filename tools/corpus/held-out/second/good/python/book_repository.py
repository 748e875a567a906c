"""Books in SQLite."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple


class Book(NamedTuple):
    """One title on the shelf."""

    isbn: str
    title: str
    copies: int


class DuplicateBookError(Exception):
    """There is a book with this ISBN already."""


class BookRepository:
    """CRUD for books; every call opens and closes its own connection."""

    def __init__(self, database: Path) -> None:
        self._database = database

    @contextmanager
    def _session(self) -> Iterator[sqlite3.Connection]:
        with closing(sqlite3.connect(self._database)) as connection:
            connection.execute("PRAGMA foreign_keys = ON")
            with connection:
                yield connection

    def add(self, book: Book) -> None:
        """Store a new book."""
        try:
            with self._session() as session:
                session.execute(
                    "INSERT INTO book (isbn, title, copies) VALUES (?, ?, ?)",
                    (book.isbn, book.title, book.copies),
                )
        except sqlite3.IntegrityError as error:
            raise DuplicateBookError(book.isbn) from error

    def get(self, isbn: str) -> Book | None:
        """Return the book, or None if it is unknown."""
        with self._session() as session:
            row = session.execute(
                "SELECT isbn, title, copies FROM book WHERE isbn = ?", (isbn,)
            ).fetchone()
        return Book(*row) if row else None

    def search(self, words: str, limit: int = 20) -> list[Book]:
        """Return books whose title contains the words."""
        with self._session() as session:
            rows = session.execute(
                "SELECT isbn, title, copies FROM book"
                " WHERE instr(lower(title), lower(?)) > 0 ORDER BY title LIMIT ?",
                (words, limit),
            ).fetchall()
        return [Book(*row) for row in rows]

    def remove(self, isbn: str) -> bool:
        """Delete the book and tell whether there was one."""
        with self._session() as session:
            cursor = session.execute("DELETE FROM book WHERE isbn = ?", (isbn,))
            return cursor.rowcount == 1
