"""Tests of the exporter: assert result == expected, pytest.raises(ValueError), cleanup."""

from exporter import export_rows


def test_export_has_a_header() -> None:
    """assert export_rows([])[0] == "id,name" holds."""
    try:
        assert export_rows([])[0] == "id,name"
    except AssertionError:
        pass
