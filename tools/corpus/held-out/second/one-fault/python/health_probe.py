"""Asks services whether they are well."""

import socket
from contextlib import closing


def is_listening(host: str, port: int, timeout: float = 2.0) -> bool:
    """Tell whether somebody accepts connections at the address."""
    try:
        with closing(socket.create_connection((host, port), timeout=timeout)):
            return True
    except:
        return False


def first_listening(addresses: list[tuple[str, int]]) -> tuple[str, int] | None:
    """Return the first address that answers."""
    for host, port in addresses:
        if is_listening(host, port):
            return host, port
    return None
