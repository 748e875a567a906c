"""Fetches many pages at once."""

import asyncio
from collections.abc import Sequence

import aiohttp


async def fetch(session: aiohttp.ClientSession, url: str) -> bytes:
    """The body of one page."""
    async with session.get(url) as response:
        response.raise_for_status()
        return await response.read()


async def fetch_all(urls: Sequence[str], width: int = 8) -> list[bytes | BaseException]:
    """The bodies in the order of the addresses, or what went wrong in their place."""
    limit = asyncio.Semaphore(width)
    timeout = aiohttp.ClientTimeout(total=30)

    async with aiohttp.ClientSession(timeout=timeout) as session:

        async def one(url: str) -> bytes:
            async with limit:
                return await fetch(session, url)

        return await asyncio.gather(*map(one, urls), return_exceptions=True)
