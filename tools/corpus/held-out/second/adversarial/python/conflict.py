"""Limits of the free plan."""

<<<<<<< Updated upstream
MAX_PROJECTS = 3
=======
MAX_PROJECTS = 5
>>>>>>> Stashed changes


def may_add_project(existing: int) -> bool:
    """Tell whether there is room for one more project."""
    return existing < MAX_PROJECTS
