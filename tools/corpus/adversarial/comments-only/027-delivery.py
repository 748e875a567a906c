# """Plain values of the warehouse."""
# from __future__ import annotations

# from dataclasses import dataclass, field
# from datetime import date, datetime
# from decimal import Decimal
# from enum import Enum


# class DeliveryState(Enum):
#     """Where a delivery stands."""

#     EXPECTED = "expected"
#     RECEIVED = "received"
#     REFUSED = "refused"


# @dataclass
# class Delivery:
#     """A delivery of one carrier."""

#     carrier_id: int
#     reference: str
#     parcels: int
#     weight: int
#     arrives_on: date
#     state: DeliveryState = DeliveryState.EXPECTED
#     tags: list[str] = field(default_factory=list)

#     def is_received(self) -> bool:
#         """True once it is received."""
#         return self.state is DeliveryState.RECEIVED


# def by_state(rows: list[Delivery], state: DeliveryState | None = None) -> list[Delivery]:
#     """Those in a state; all when none is given."""
#     if state is None:
#         return list(rows)
#     return [row for row in rows if row.state is state]
