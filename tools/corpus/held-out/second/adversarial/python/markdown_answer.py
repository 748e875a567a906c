Here's the updated version of your module with type hints added:

```python
"""Temperature conversions."""


def to_fahrenheit(celsius: float) -> float:
    """Convert degrees Celsius to Fahrenheit."""
    return celsius * 9 / 5 + 32
```

I kept the public API unchanged.
