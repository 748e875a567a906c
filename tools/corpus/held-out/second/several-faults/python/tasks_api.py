"""A small API for tasks."""

import sqlite3

from flask import Flask, Response, jsonify, request

app = Flask(__name__)


def database() -> sqlite3.Connection:
    """Open the database."""
    return sqlite3.connect("tasks.db")


@app.post("/tasks")
def create_task() -> Response:
    """Create a task."""
    title = request.json["title"]
    connection = database()
    cursor = connection.execute("INSERT INTO task (title) VALUES (?)", (title,))
    connection.commit()
    return jsonify(id=cursor.lastrowid)


@app.delete("/tasks/<task_id>")
def delete_task(task_id: str) -> tuple[Response, int] | tuple[str, int]:
    """Delete a task."""
    connection = database()
    try:
        connection.execute("DELETE FROM task WHERE id = " + task_id)
        connection.commit()
    except sqlite3.Error as error:
        return jsonify(error=str(error)), 500
    return "", 204
