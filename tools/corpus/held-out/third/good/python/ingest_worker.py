"""Takes measurements from a queue and stores them in batches."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence

logger = logging.getLogger(__name__)

Measurement = tuple[str, float]
Sink = Callable[[Sequence[Measurement]], Awaitable[None]]


class IngestWorker:
    """Runs until it is cancelled."""

    def __init__(
        self, queue: asyncio.Queue[Measurement], sink: Sink, *, batch_size: int = 100
    ) -> None:
        self._queue = queue
        self._sink = sink
        self._batch_size = batch_size

    async def run(self) -> None:
        """Work until cancelled."""
        while True:
            batch = [await self._queue.get()]
            while len(batch) < self._batch_size and not self._queue.empty():
                batch.append(self._queue.get_nowait())
            try:
                await self._store(batch)
            finally:
                for _ in batch:
                    self._queue.task_done()

    async def _store(self, batch: Sequence[Measurement]) -> None:
        try:
            await self._sink(batch)
        except ConnectionError:
            logger.warning("sink unreachable, one more try for %d measurements", len(batch))
            await asyncio.sleep(1)
            await self._sink(batch)
