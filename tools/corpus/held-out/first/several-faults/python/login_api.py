"""Signs people in."""

from flask import Flask, jsonify, request

from .people import check

app = Flask(__name__)
SECRET_KEY = "jK82mQ0zPq93LsX71bVt"


@app.route("/login", methods=["POST"])
def login():
    """Signs someone in."""
    user = request.form["user"]
    if not check(user, request.form["password"]):
        return jsonify({"error": "wrong password"})
    return jsonify({"token": SECRET_KEY + user})
