"""Fees of the harbour."""

from decimal import Decimal


def mooring_fee(length_m: float, nights: int) -> Decimal:
    """Return the fee for a berth in euros."""
<<<<<<< ours
    per_metre = Decimal("1.85")
||||||| base
    per_metre = Decimal("1.60")
=======
    per_metre = Decimal("1.90")
>>>>>>> theirs
    return (per_metre * Decimal(str(length_m)) * nights).quantize(Decimal("0.01"))
