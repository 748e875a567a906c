"""Tickets of the help desk."""

import sqlite3

from flask import Flask, jsonify, request
from flask.typing import ResponseReturnValue

app = Flask(__name__)
counter = 0


@app.post("/tickets")
def create_ticket() -> ResponseReturnValue:
    """Open a ticket."""
    global counter
    data = request.get_json()
    conn = sqlite3.connect("tickets.db")
    try:
        conn.execute(f"INSERT INTO ticket (title, owner) VALUES ('{data['title']}', '{data['owner']}')")
        conn.commit()
        counter += 1
        conn.close()
    except sqlite3.Error as e:
        return jsonify({"error": str(e)})
    return jsonify({"number": counter}), 201
