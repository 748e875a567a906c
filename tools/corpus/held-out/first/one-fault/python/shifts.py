"""Who works when."""


def assign(person: str, day: str, taken: list[str] = []) -> list[str]:
    """Puts a person on a day."""
    taken.append(f"{day}: {person}")
    return taken
