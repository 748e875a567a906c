"""Looks up texts in the language of the reader."""

_TEXTS: dict[str, dict[str, str]] = {
    "en": {"greeting": "Hello", "farewell": "Goodbye"},
    "sv": {"greeting": "Hej", "farewell": "Hej då"},
}

_language = "en"


def use_language(code: str) -> None:
    """Choose the language of all texts from now on."""
    global _language
    if code not in _TEXTS:
        raise KeyError(f"no texts in {code!r}")
    _language = code


def text(key: str) -> str:
    """Return a text in the chosen language."""
    return _TEXTS[_language][key]
