"""Builds links to the search page."""

from urllib.parse import urlencode


def search_url(
    base: str,
    words: str,
    filters: dict[str, str] = {},
    page: int = 1,
) -> str:
    """Return the address of a page of results."""
    if page < 1:
        raise ValueError("pages are counted from 1")
    filters["q"] = words
    if page > 1:
        filters["page"] = str(page)
    return f"{base}?{urlencode(sorted(filters.items()))}"
