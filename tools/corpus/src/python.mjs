import { constant, kebab, pascal, plural, snake } from './names.mjs';

const TYPE = { text: 'str', code: 'str', email: 'str', money: 'Decimal', count: 'int', flag: 'bool', day: 'date', instant: 'datetime' };
const COLUMN = { text: 'Text', code: 'String(40)', email: 'String(255)', money: 'Numeric(12, 2)', count: 'Integer', flag: 'Boolean', day: 'Date', instant: 'DateTime(timezone=True)' };
const SAMPLE = { text: '"First"', code: '"A-17"', email: '"ann@example.org"', money: '"19.50"', count: '3', flag: 'True', day: '"2024-05-01"', instant: '"2024-05-01T10:00:00Z"' };

/** A model for the database and for the wire. */
export function model({ name, owner, domain, fields, states }, random) {
  const type = pascal(name);
  return random.chance(0.5)
    ? `"""The ${name} of the ${domain}, in the database and on the wire."""
from datetime import date, datetime
from decimal import Decimal

from pydantic import BaseModel, Field
from sqlalchemy import Boolean, Date, DateTime, ForeignKey, Integer, Numeric, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.database import Base


class ${type}(Base):
    """A row of ${snake(plural(name))}."""

    __tablename__ = "${snake(plural(name))}"

    id: Mapped[int] = mapped_column(primary_key=True)
    ${snake(owner)}_id: Mapped[int] = mapped_column(ForeignKey("${snake(plural(owner))}.id"), index=True)
${fields.map(({ name: field, kind }) => `    ${snake(field)}: Mapped[${TYPE[kind]}] = mapped_column(${COLUMN[kind]})`).join('\n')}

    def label(self) -> str:
        """What people see of it."""
        return f"${name} {self.id}"


class ${type}In(BaseModel):
    """What is needed to make one."""

    ${snake(owner)}_id: int = Field(gt=0)
${fields.map(({ name: field, kind }) => `    ${snake(field)}: ${TYPE[kind]}`).join('\n')}


def to_row(data: ${type}In) -> ${type}:
    """Makes a row of what came in."""
    return ${type}(**data.model_dump())
`
    : `"""Plain values of the ${domain}."""
from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import Enum


class ${type}State(Enum):
    """Where a ${name} stands."""

${states.map((state) => `    ${state.toUpperCase()} = "${state}"`).join('\n')}


@dataclass
class ${type}:
    """A ${name} of one ${owner}."""

    ${snake(owner)}_id: int
${fields.map(({ name: field, kind }) => `    ${snake(field)}: ${TYPE[kind]}`).join('\n')}
    state: ${type}State = ${type}State.${states[0].toUpperCase()}
    tags: list[str] = field(default_factory=list)

    def is_${states[1]}(self) -> bool:
        """True once it is ${states[1]}."""
        return self.state is ${type}State.${states[1].toUpperCase()}


def by_state(rows: list[${type}], state: ${type}State | None = None) -> list[${type}]:
    """Those in a state; all when none is given."""
    if state is None:
        return list(rows)
    return [row for row in rows if row.state is state]
`;
}

/** Routes of an HTTP service. */
export function router({ name, owner }, random) {
  const type = pascal(name);
  const path = kebab(plural(name));
  const extra = random.chance(0.5)
    ? `

@router.delete("/{${snake(name)}_id}", status_code=status.HTTP_204_NO_CONTENT)
def remove_${snake(name)}(${snake(name)}_id: int, db: Session = Depends(get_db)) -> None:
    """Takes one out."""
    row = db.get(${type}, ${snake(name)}_id)
    if row is None:
        raise HTTPException(status_code=404, detail="no such ${name}")
    db.delete(row)
    db.commit()
`
    : `

@router.get("/", response_model=list[${type}Out])
def list_${snake(plural(name))}(${snake(owner)}_id: int | None = None, db: Session = Depends(get_db)) -> list[${type}]:
    """All, or those of one ${owner}."""
    query = db.query(${type})
    if ${snake(owner)}_id is not None:
        query = query.filter(${type}.${snake(owner)}_id == ${snake(owner)}_id)
    return query.all()
`;
  return `"""Routes of ${plural(name)}."""
from fastapi import APIRouter, Depends, HTTPException, status
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.database import get_db
from app.models import ${type}
from app.schemas import ${type}In, ${type}Out

router = APIRouter(prefix="/${path}", tags=["${path}"])


@router.post("/", response_model=${type}Out, status_code=201)
def add_${snake(name)}(data: ${type}In, db: Session = Depends(get_db)) -> ${type}:
    """Makes one."""
    row = ${type}(**data.model_dump())
    db.add(row)
    try:
        db.commit()
    except IntegrityError as error:
        db.rollback()
        raise HTTPException(status_code=409, detail="there is one already") from error
    db.refresh(row)
    return row


@router.get("/{${snake(name)}_id}", response_model=${type}Out)
def show_${snake(name)}(${snake(name)}_id: int, db: Session = Depends(get_db)) -> ${type}:
    """One of them."""
    row = db.get(${type}, ${snake(name)}_id)
    if row is None:
        raise HTTPException(status_code=404, detail="no such ${name}")
    return row
${extra}`;
}

/** A repository on a database, without a mapper. */
export function repository({ name, owner, fields }, random) {
  const table = snake(plural(name));
  const columns = fields.map(({ name: field }) => snake(field));
  const other = random.chance(0.5)
    ? `

def load_${snake(plural(name))}(path: Path) -> int:
    """Reads rows from a file of comma-separated values, and tells how many."""
    with open(path, newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    if not rows:
        raise ValueError(f"nothing in {path}")
    with connect() as db:
        db.executemany("INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((column) => `:${column}`).join(', ')})", rows)
    return len(rows)
`
    : `

def save_${snake(plural(name))}(path: Path, rows: list[dict[str, object]]) -> None:
    """Writes rows as JSON."""
    try:
        with path.open("w", encoding="utf-8") as file:
            json.dump(rows, file)
    except OSError as error:
        log.error("%s could not be written: %s", path, error)
        raise
`;
  return `"""${pascal(plural(name))} in a database file."""
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


def find_${snake(name)}(${snake(name)}_id: int) -> tuple[object, ...] | None:
    """One by its id."""
    with connect() as db:
        cursor = db.execute("SELECT id, ${columns.join(', ')} FROM ${table} WHERE id = ?", (${snake(name)}_id,))
        return cursor.fetchone()


def count_of(${snake(owner)}_id: int) -> int:
    """How many a ${owner} has."""
    with connect() as db:
        row = db.execute("SELECT count(*) FROM ${table} WHERE ${snake(owner)}_id = ?", (${snake(owner)}_id,)).fetchone()
    return 0 if row is None else int(row[0])
${other}`;
}

/** A client of an HTTP service. */
export function client({ name, owner }) {
  const type = pascal(name);
  return `"""Talks to the service of ${plural(name)}."""
import logging
import os

import requests

API_URL = os.environ["${constant(name)}_API"]
log = logging.getLogger(__name__)


class ${type}Client:
    """One account at the service."""

    def __init__(self, token: str, timeout: float = 10) -> None:
        self.timeout = timeout
        self.headers = {"Authorization": f"Bearer {token}"}

    def list(self, ${snake(owner)}_id: int) -> list[dict[str, object]]:
        """All of one ${owner}."""
        answer = requests.get(f"{API_URL}/${kebab(plural(name))}", params={"${snake(owner)}": ${snake(owner)}_id}, headers=self.headers, timeout=self.timeout)
        answer.raise_for_status()
        return answer.json()

    def create(self, data: dict[str, object]) -> dict[str, object]:
        """Makes one."""
        if data.get("${snake(owner)}_id") is None:
            raise ValueError("a ${owner} is needed")
        answer = requests.post(f"{API_URL}/${kebab(plural(name))}", json=data, headers=self.headers, timeout=self.timeout)
        if answer.status_code != 201:
            raise RuntimeError(f"{answer.status_code}: {answer.text}")
        return answer.json()

    def remove(self, ${snake(name)}_id: int) -> bool:
        """Takes one out; false when there was none."""
        try:
            answer = requests.delete(f"{API_URL}/${kebab(plural(name))}/{${snake(name)}_id}", headers=self.headers, timeout=self.timeout)
            answer.raise_for_status()
        except requests.HTTPError as error:
            log.warning("${name} %s: %s", ${snake(name)}_id, error)
            return False
        return True
`;
}

/** Tests with pytest. */
export function tests({ name, owner, fields }, random) {
  const path = kebab(plural(name));
  const sample = `{"${snake(owner)}_id": 1, ${fields.map(({ name: field, kind }) => `"${snake(field)}": ${SAMPLE[kind]}`).join(', ')}}`;
  return random.chance(0.5)
    ? `"""The whole life of a ${name}."""
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from app.main import app
from tests.database import emptied

${constant(name)} = ${sample}


@pytest.fixture
def client() -> Iterator[TestClient]:
    """A client of the service on an empty database."""
    with emptied(), TestClient(app) as client:
        yield client


def test_${snake(name)}_crud(client: TestClient) -> None:
    """From the first to the last."""
    created = client.post("/${path}", json=${constant(name)})
    assert created.status_code == 201
    place = f"/${path}/{created.json()['id']}"
    assert client.get(place).json()["${snake(owner)}_id"] == 1
    changed = client.put(place, json={**${constant(name)}, "${snake(owner)}_id": 2})
    assert changed.status_code == 200
    assert client.delete(place).status_code == 204
    assert client.get(place).status_code == 404


def test_invalid_${snake(name)}_is_refused(client: TestClient) -> None:
    """A ${owner} must be a number."""
    answer = client.post("/${path}", json={**${constant(name)}, "${snake(owner)}_id": "x"})
    assert answer.status_code == 422
`
    : `"""${pascal(plural(name))} in memory."""
import pytest

from app.store import Missing, Store


@pytest.fixture
def store() -> Store:
    """A store with one row."""
    store = Store()
    store.add("a", ${sample})
    return store


def test_known_row_is_found(store: Store) -> None:
    """By its key."""
    row = store.get("a")
    assert row["${snake(owner)}_id"] == 1


def test_missing_row_raises(store: Store) -> None:
    """With the key in the message."""
    with pytest.raises(Missing, match="none"):
        store.get("none")


@pytest.mark.parametrize("key", ["a", "b"])
def test_removed_row_is_gone(store: Store, key: str) -> None:
    """Whether it was there or not."""
    store.discard(key)
    assert key not in store
`;
}

/** A page for people. */
export function page({ name, fields }) {
  const first = fields[0];
  return `"""A form for a new ${name}."""
import os

import requests
import streamlit as st

API_URL = os.environ["API_URL"]

st.title("New ${name}")

with st.form("${kebab(name)}"):
    ${snake(first.name)} = st.text_input("${pascal(first.name)}")
    amount = st.number_input("Amount", min_value=1)
    sent = st.form_submit_button("Save")

if sent:
    if not ${snake(first.name)}:
        st.error("${pascal(first.name)} is needed")
    else:
        try:
            answer = requests.post(f"{API_URL}/${kebab(plural(name))}", json={"${snake(first.name)}": ${snake(first.name)}, "amount": amount}, timeout=10)
            answer.raise_for_status()
        except requests.RequestException as error:
            st.error(f"It could not be saved: {error}")
        else:
            st.success("Saved")
`;
}
