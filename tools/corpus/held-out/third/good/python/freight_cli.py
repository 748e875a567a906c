#!/usr/bin/env python3
"""Print what a list of parcels would cost."""

import argparse
import csv
import sys
from decimal import Decimal, InvalidOperation
from pathlib import Path

BASE = Decimal("4.90")
PER_KG = Decimal("0.85")


def cost(weight_kg: Decimal) -> Decimal:
    """Return the price of one parcel in euros."""
    if weight_kg <= 0:
        raise ValueError(f"weight must be positive, got {weight_kg}")
    return (BASE + PER_KG * weight_kg).quantize(Decimal("0.01"))


def build_parser() -> argparse.ArgumentParser:
    """Describe the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parcels", type=Path, help="CSV with the columns id and weight_kg")
    return parser


def main(argv: list[str] | None = None) -> int:
    """Run the command and return its exit status."""
    args = build_parser().parse_args(argv)
    try:
        with args.parcels.open(newline="", encoding="utf-8") as stream:
            for row in csv.DictReader(stream):
                print(f"{row['id']}\t{cost(Decimal(row['weight_kg']))}")
    except (OSError, KeyError, ValueError, InvalidOperation) as error:
        print(f"freight: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
