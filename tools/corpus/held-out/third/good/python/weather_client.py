"""Client for the weather service.

Generated from ``openapi/weather.json`` (version 2.4.0). Changes belong there.
"""

from __future__ import annotations

from types import TracebackType
from typing import Self

import httpx
from pydantic import BaseModel


class Forecast(BaseModel):
    """Schema ``Forecast``."""

    station: str
    temperature_c: float
    wind_ms: float


class ApiError(Exception):
    """The service answered with an error status."""

    def __init__(self, operation_id: str, status_code: int) -> None:
        super().__init__(f"{operation_id}: HTTP {status_code}")
        self.operation_id = operation_id
        self.status_code = status_code


class WeatherClient:
    """All operations of the service. Use it as an asynchronous context manager."""

    def __init__(self, base_url: str, api_key: str, timeout: float = 5.0) -> None:
        self._http = httpx.AsyncClient(
            base_url=base_url, headers={"X-Api-Key": api_key}, timeout=timeout
        )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self._http.aclose()

    async def get_forecast(self, station: str, hours: int = 24) -> list[Forecast]:
        """Operation ``getForecast``."""
        response = await self._http.get("/forecast", params={"station": station, "hours": hours})
        if response.is_error:
            raise ApiError("getForecast", response.status_code)
        return [Forecast.model_validate(item) for item in response.json()["items"]]
