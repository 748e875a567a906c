"""Keeps the readings of sensors."""

import sqlite3
from datetime import datetime, timezone


def store_readings(database: str, readings: dict[str, float]) -> int:
    """Write one row per sensor and return how many there are in total."""
    connection = sqlite3.connect(database)
    now = datetime.now(timezone.utc).isoformat()
    connection.executemany(
        "INSERT INTO reading (sensor, value, taken_at) VALUES (?, ?, ?)",
        [(sensor, value, now) for sensor, value in readings.items()],
    )
    connection.commit()
    (total,) = connection.execute("SELECT count(*) FROM reading").fetchone()
    connection.close()
    return total
