"""HTTP API for vouchers."""

from typing import Annotated

from fastapi import Depends, FastAPI, Path
from pydantic import BaseModel

from vouchers.store import VoucherStore, get_store

app = FastAPI(title="Vouchers")


class Voucher(BaseModel):
    """A voucher and what is left of it."""

    code: str
    remaining_cents: int


@app.get("/vouchers/{code}")
def read_voucher(
    code: Annotated[str, Path(pattern=r"^[A-Z]{3}-\d{6}$")],
    store: Annotated[VoucherStore, Depends(get_store)],
) -> Voucher | dict[str, str]:
    """Show what is left of a voucher."""
    found = store.find(code)
    if found is None:
        return {"error": "unknown voucher"}
    return Voucher(code=found.code, remaining_cents=found.remaining_cents)
