Here is the function you asked for. It uses only the standard library:

```python
def chunked(items: list[int], size: int) -> list[list[int]]:
    """Cut a list into pieces of a size."""
    return [items[i : i + size] for i in range(0, len(items), size)]
```

### How it works

The list comprehension steps through the list in strides of `size`.
