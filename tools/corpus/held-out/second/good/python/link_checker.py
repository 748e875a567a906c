"""Checks many links at the same time, but not too many."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from http import HTTPStatus

import httpx


@dataclass(frozen=True)
class LinkReport:
    """What became of one link."""

    url: str
    status: int | None
    problem: str | None = None

    @property
    def is_broken(self) -> bool:
        """Whether somebody should look at the link."""
        return self.problem is not None or (self.status or 0) >= HTTPStatus.BAD_REQUEST


async def _check(client: httpx.AsyncClient, url: str, gate: asyncio.Semaphore) -> LinkReport:
    async with gate:
        try:
            response = await client.head(url, follow_redirects=True)
        except httpx.TimeoutException:
            return LinkReport(url, None, "timed out")
        except httpx.TransportError as error:
            return LinkReport(url, None, type(error).__name__)
    return LinkReport(url, response.status_code)


async def check_links(urls: Iterable[str], parallel: int = 8) -> list[LinkReport]:
    """Return a report for every link, in the order of the links."""
    gate = asyncio.Semaphore(parallel)
    async with httpx.AsyncClient(timeout=15) as client:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(_check(client, url, gate)) for url in urls]
    return [task.result() for task in tasks]
