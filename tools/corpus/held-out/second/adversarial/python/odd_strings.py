r'''Odd but good: "quotes", 'apostrophes', \backslashes and # signs in texts.'''

from typing import Final

HASH: Final = "# this is not a comment"
TRIPLE: Final = """a text with "quotes", an ''' and a colon:"""
RAW: Final = r"C:\new\table has no newline or tab"
JOINED: Final = (
    "one "  # a comment between the parts (
    'two '
    """three"""
)


def describe(values: dict[str, list[int]]) -> str:
    """Return a line such as ``{'a': [1]} -> a=[1]``."""
    parts = [f"{key}={values[key]!r:>{len(key) + 6}}" for key in values]
    return f"{values} -> {', '.join(parts)} {{done}}"


def quote(text: str, mark: str = '"') -> str:
    """Put a text between marks; a mark inside is doubled."""
    return mark + text.replace(mark, mark * 2) + mark
