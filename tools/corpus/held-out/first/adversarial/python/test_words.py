"""Tests of totals."""

from totals import total

ASSERTIONS = """
assert total([1, 2]) == 3
with pytest.raises(ValueError): total(None)
"""


def test_total() -> None:
    total([1, 2])
    print(ASSERTIONS)
