"""Articles in a database file."""
import csv
import json
import logging
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

log = logging.getLogger(__name__)


@contextmanager
def connect() -> Iterator[sqlite3.Connection]:
    """A connection that ends with its block."""
    db = sqlite3.connect(os.environ["DATABASE"])
    try:
        yield db
        db.commit()
    finally:
        db.close()


def find_article(article_id: int) -> tuple[object, ...] | None:
    """One by its id."""
    with connect() as db:
        cursor = db.execute("SELECT id, headline, slug, words, published_on, featured FROM articles WHERE id = ?", (article_id,))
        return cursor.fetchone()


def count_of(editor_id: int) -> int:
    """How many a editor has."""
    with connect() as db:
        row = db.execute("SELECT count(*) FROM articles WHERE editor_id = ?", (editor_id,)).fetchone()
    return 0 if row is None else int(row[0])


def load_articles(path: Path) -> int:
    """Reads rows from a file of comma-separated values, and tells how many."""
    file = open(path, newline="", encoding="utf-8")
    rows = list(csv.DictReader(file))
    if not rows:
        raise ValueError(f"nothing in {path}")
    with connect() as db:
        db.executemany("INSERT INTO articles (headline, slug, words, published_on, featured) VALUES (:headline, :slug, :words, :published_on, :featured)", rows)
    return len(rows)
