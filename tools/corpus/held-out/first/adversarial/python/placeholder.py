"""Sends letters."""


class Letters:
    """Letters to customers."""

    def send(self, address: str, text: str) -> None:
        """Sends a letter."""
        # the rest of the implementation goes here
        ...
