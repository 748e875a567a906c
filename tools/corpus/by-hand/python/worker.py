"""Takes jobs from a queue until it is told to stop."""
import asyncio
import contextlib
import logging
import signal

logger = logging.getLogger("worker")


class Worker:
    def __init__(self, queue: "asyncio.Queue[str]", *, slots: int = 4) -> None:
        self._queue = queue
        self._slots = asyncio.Semaphore(slots)
        self._tasks: set[asyncio.Task[None]] = set()
        self._stopping = asyncio.Event()

    async def run(self) -> None:
        loop = asyncio.get_running_loop()
        for name in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(name, self._stopping.set)
        while not self._stopping.is_set():
            with contextlib.suppress(asyncio.TimeoutError):
                job = await asyncio.wait_for(self._queue.get(), timeout=1)
                await self._slots.acquire()
                task = asyncio.create_task(self._handle(job))
                self._tasks.add(task)
                task.add_done_callback(self._tasks.discard)
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _handle(self, job):
        try:
            logger.info("job %s", job)
            await asyncio.sleep(0)
        finally:
            self._slots.release()
