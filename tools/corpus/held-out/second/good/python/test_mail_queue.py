"""Tests of the queue of outgoing mail."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from unittest.mock import AsyncMock

import pytest

from mailing.queue import MailQueue, QueueClosed


@pytest.fixture
def transport() -> AsyncMock:
    """A transport that accepts everything."""
    return AsyncMock(name="transport")


@pytest.fixture
def queue(transport: AsyncMock) -> Iterator[MailQueue]:
    """A queue that is closed after the test."""
    instance = MailQueue(transport)
    yield instance
    instance.close()


def test_flush_sends_in_order(queue: MailQueue, transport: AsyncMock) -> None:
    queue.put("a@example.com", "first")
    queue.put("b@example.com", "second")

    sent = asyncio.run(queue.flush())

    assert sent == 2
    assert [call.args[0] for call in transport.send.await_args_list] == [
        "a@example.com",
        "b@example.com",
    ]


def test_a_refused_mail_stays_in_the_queue(queue: MailQueue, transport: AsyncMock) -> None:
    transport.send.side_effect = ConnectionRefusedError
    queue.put("a@example.com", "hello")

    assert asyncio.run(queue.flush()) == 0
    assert len(queue) == 1


def test_nothing_goes_into_a_closed_queue(queue: MailQueue) -> None:
    queue.close()

    with pytest.raises(QueueClosed):
        queue.put("a@example.com", "late")
