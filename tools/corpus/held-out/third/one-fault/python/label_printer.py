"""Labels for parcels in the language of the printer (ZPL)."""

from dataclasses import dataclass

_FORBIDDEN = str.maketrans({"^": " ", "~": " "})


@dataclass(frozen=True)
class Label:
    """What stands on a label."""

    recipient: str
    street: str
    city: str
    barcode: str


def renderLabel(label: Label, copies: int = 1) -> str:
    """Return the commands that print a label."""
    lines = [label.recipient, label.street, label.city]
    body = "".join(
        f"^FO40,{40 + 50 * index}^A0N,36,36^FD{line.translate(_FORBIDDEN)}^FS"
        for index, line in enumerate(lines)
    )
    code = f"^FO40,220^BY3^BCN,120,Y^FD{label.barcode.translate(_FORBIDDEN)}^FS"
    return f"^XA{body}{code}^PQ{copies}^XZ"
